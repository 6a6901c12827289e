//! The words by which page furniture is known, folded.
//!
//! In: nothing. Out: lists of words and of beginnings of lines: « Lire aussi » opens a list of links.

/// Words with which lines begin, and a table that tells of most lines that none of them does.
pub(super) struct Openings {
    words: &'static [&'static str],
    /// For each first byte the second ones, by their last five bits.
    seconds: [u32; 256],
}

impl Openings {
    const fn of(words: &'static [&'static str]) -> Self {
        let mut seconds = [0; 256];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            seconds[word[0] as usize] |= 1 << (word[1] & 31);
            at += 1;
        }
        Self { words, seconds }
    }

    /// Tells whether a line may begin with one of the words; it need not be folded when none of them has an apostrophe, a space or,
    /// folded, a capital beyond ASCII among its first two characters.
    pub(super) fn may_open(&self, line: &str) -> bool {
        let [first, second, ..] = line.as_bytes() else {
            return false;
        };
        self.seconds[usize::from(first.to_ascii_lowercase())] & 1 << (second & 31) != 0
    }

    /// Tells whether a folded line begins with one of the words.
    pub(super) fn open(&self, folded: &str) -> bool {
        self.may_open(folded) && self.words.iter().any(|word| folded.starts_with(word))
    }
}

/// Tells whether a folded line may begin with some word of this module; few others do.
pub(super) fn any_may_open(folded: &str) -> bool {
    match folded.as_bytes() {
        [a, b, c, d, ..] => {
            let place = place([*a, *b, *c, *d]);
            STARTS[place / 64] & 1 << (place % 64) != 0 || *a == b'\xc2'
        }
        _ => true,
    }
}

/// A bit for the first four bytes of each word that opens a line; the sign of copyright has fewer.
static STARTS: [u64; 32] = {
    let lists = [AUTHORS.words, PICTURES.words, PROMPTS.words, LISTS.words];
    let mut starts = [0; 32];
    let mut list = 0;
    while list < lists.len() {
        let mut at = 0;
        while at < lists[list].len() {
            let word = lists[list][at].as_bytes();
            if word.len() > 3 {
                let place = place([word[0], word[1], word[2], word[3]]);
                starts[place / 64] |= 1 << (place % 64);
            }
            at += 1;
        }
        list += 1;
    }
    starts
};

/// Spreads four bytes over 2048 places.
const fn place(bytes: [u8; 4]) -> usize {
    (u32::from_le_bytes(bytes).wrapping_mul(0x9E37_79B1) >> 21) as usize
}

/// What opens a list of links when it stands alone, and a link when words follow a colon.
#[rustfmt::skip]
pub(super) static LISTS: Openings = Openings::of(&[
    "lire aussi", "à lire", "a lire", "lire également", "lire encore", "à regarder", "a regarder", "à voir", "a voir",
    "voir aussi", "voir également", "à écouter", "a écouter", "écouter aussi", "à découvrir", "sur le même sujet",
    "sur le même thème", "dans la même rubrique", "les plus lus", "articles les plus lus", "nos dernières vidéos",
    "pour aller plus loin", "articles liés", "articles similaires", "vous aimerez aussi", "newsletter", "notre newsletter",
    "sujets associés", "mots-clés", "mots clés", "tags", "thèmes", "thématiques", "dossier :", "en savoir plus",
]);

/// Addresses to the reader that no report starts a sentence with.
#[rustfmt::skip]
pub(super) static PROMPTS: Openings = Openings::of(&[
    "connectez-vous", "déjà abonné", "déjà un compte", "vous êtes déjà abonné", "abonnez-vous", "inscrivez-vous",
    "cet article est réservé", "article réservé aux abonnés", "réservé aux abonnés", "cet article vous est offert",
    "il vous reste ", "la suite est réservée", "votre e-mail", "votre adresse e-mail", "vous avez une information à nous",
    "envie de commenter", "nous utilisons des cookies", "ce site utilise des cookies", "accepter les cookies",
    "en poursuivant votre navigation", "suivez-nous", "retrouvez-nous sur", "rejoignez-nous sur", "téléchargez notre application",
    "téléchargez l'application", "recevez notre", "recevez nos", "recevez chaque", "recevez toute", "tous droits réservés", "© ",
    "cliquez ici", "lire la suite", "afficher plus", "voir plus", "signaler une erreur", "signaler un contenu",
    "créez votre compte", "je m'abonne", "je m'inscris",
]);

/// Words of buttons; a line of nothing else is one.
#[rustfmt::skip]
const BUTTONS: &[&str] = &[
    "partager", "partage", "partagez", "sur", "facebook", "x", "twitter", "whatsapp", "linkedin", "messenger", "telegram",
    "bluesky", "email", "e-mail", "mail", "par", "envoyer", "imprimer", "copier", "le", "lien", "enregistrer", "sauvegarder",
    "commenter", "commentaires", "commentaire", "réagir", "écouter", "l'article", "cet", "article", "lire", "plus", "tard",
    "s'abonner", "se", "connecter", "connexion", "menu", "recherche", "rechercher", "publicité", "annonce", "résumé", "offrir",
    "nous", "suivre", "google", "actualités", "favoris", "ajouter", "aux", "à", "mes", "accueil", "fermer", "suivant",
    "précédent", "today", "logo", "image", "vidéo", "replay", "ensuite", "newsletter", "tweeter", "min", "logo.",
];

/// Tells whether a word is one of a button.
pub(super) fn on_button(word: &str) -> bool {
    let first = word.as_bytes().first().copied().unwrap_or_default();
    let lengths = BUTTON_LENGTHS[usize::from(first)];
    word.len() < 32 && lengths & 1 << word.len() != 0 && BUTTONS.contains(&word)
}

/// For each first byte of a word of buttons their lengths: a bit for each.
static BUTTON_LENGTHS: [u32; 256] = {
    let mut lengths = [0; 256];
    let mut at = 0;
    while at < BUTTONS.len() {
        let word = BUTTONS[at].as_bytes();
        lengths[word[0] as usize] |= 1 << word.len();
        at += 1;
    }
    lengths
};

/// Words of lines that tell when a page was made.
#[rustfmt::skip]
pub(super) const TIMES: &[&str] = &[
    "publié", "publiée", "mis", "mise", "jour", "à", "le", "actualisé", "actualisée", "modifié", "modifiée", "dernière",
    "modification", "hier", "aujourd'hui", "il", "y", "a", "h", "min", "minutes", "minute", "heures", "heure", "temps", "de",
    "lecture", "gmt", "cet", "utc", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "1er", "et",
];

/// How lines that tell when a page was made begin.
#[rustfmt::skip]
pub(super) static MADE: Openings = Openings::of(&[
    "publié", "mis", "actualisé", "modifié", "temps de", "dernière", "il y a", "lecture",
]);

/// How lines that name the author begin.
#[rustfmt::skip]
pub(super) static AUTHORS: Openings = Openings::of(&[
    "article rédigé par", "propos recueillis par", "texte :", "(reportage", "reportage :", "traduit par", "traduit de",
    "édité par", "édition :", "avec notre correspondant", "avec nos correspondants", "avec notre envoyé",
    "avec nos envoyés", "de notre correspondant", "de notre envoyé", "(de notre", "envoyé spécial à", "envoyée spéciale à",
    "la rédaction avec",
]);

/// How lines that name the author of a picture begin.
#[rustfmt::skip]
pub(super) static PICTURES: Openings = Openings::of(&[
    "photo ", "photo:", "photos ", "photos:", "crédit", "(photo", "(crédit", "©", "image :", "illustration :",
    "capture d'écran",
]);

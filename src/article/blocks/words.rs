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

    /// Gives the words.
    #[cfg(test)]
    pub(super) const fn words(&self) -> &'static [&'static str] {
        self.words
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
        let second = folded.as_bytes().get(1);
        let alike = |word: &&&str| word.as_bytes().get(1) == second;
        self.may_open(folded)
            && self
                .words
                .iter()
                .filter(alike)
                .any(|word| folded.starts_with(word))
    }
}

/// Words, and a table that tells of most words that they are none of them.
pub(super) struct Words {
    words: &'static [&'static str],
    /// For each first byte the lengths: a bit for each.
    lengths: [u32; 256],
}

impl Words {
    const fn of(words: &'static [&'static str]) -> Self {
        let mut lengths = [0; 256];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            assert!(word.len() < 32);
            lengths[word[0] as usize] |= 1 << word.len();
            at += 1;
        }
        Self { words, lengths }
    }

    /// Gives the words.
    #[cfg(test)]
    pub(super) const fn words(&self) -> &'static [&'static str] {
        self.words
    }

    /// Tells whether a word is one of these.
    pub(super) fn has(&self, word: &str) -> bool {
        let Some(first) = word.as_bytes().first() else {
            return false;
        };
        self.has_length(*first, word.len()) && self.words.contains(&word)
    }

    /// Tells whether a line, which need not be folded, may have no other words: its first and its last one tell, as a rule.
    pub(super) fn may_fill(&self, line: &[u8]) -> bool {
        let between = |b: &u8| matches!(b, b' ' | b'|' | b'(' | b')' | b'/');
        let ends = [line.split(between).next(), line.rsplit(between).next()];
        ends.into_iter().flatten().all(|word| self.may_have(word))
    }

    /// Tells whether a word may be one of these, or a figure, when its other characters and the signs behind it are seen to.
    fn may_have(&self, word: &[u8]) -> bool {
        let signs = |b: &&u8| matches!(b, b',' | b'.' | b':');
        let core = word.len() - word.iter().rev().take_while(signs).count();
        let first = match word.first() {
            Some(first) if first.is_ascii_alphabetic() => first.to_ascii_lowercase(),
            _ => return true,
        };
        self.has_length(first, word.len())
            || self.has_length(first, core)
            || word.iter().any(|b| matches!(b, 0xC2 | 0xC4..))
            || first == b'h'
    }

    /// Tells whether a word of `length` bytes begins with `first`.
    fn has_length(&self, first: u8, length: usize) -> bool {
        length < 32 && self.lengths[usize::from(first)] & 1 << length != 0
    }
}

/// Tells whether a line, which need not be folded, may begin with words of this module or `par`; few others do.
pub(super) fn any_may_open(line: &[u8]) -> bool {
    let Some(start) = line.first_chunk::<4>() else {
        return true;
    };
    // Small letters with accents are folded already.
    let folded = |b: &u8| b.is_ascii() || matches!(b, 0xC3 | 0x9F..=0xBF);
    let place = place(start.map(|byte| byte.to_ascii_lowercase()));
    !start.iter().all(folded) || STARTS[place / 64] & 1 << (place % 64) != 0
}

/// A bit for the first four bytes of each beginning of a line; the sign of copyright has fewer, and is no letter.
static STARTS: [u64; 32] = {
    let lists = [
        AUTHORS.words,
        PICTURES.words,
        PROMPTS.words,
        LISTS.words,
        &["par "],
    ];
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
pub(super) static BUTTONS: Words = Words::of(&[
    "partager", "partage", "partagez", "sur", "facebook", "x", "twitter", "whatsapp", "linkedin", "messenger", "telegram",
    "bluesky", "email", "e-mail", "mail", "par", "envoyer", "imprimer", "copier", "le", "lien", "enregistrer", "sauvegarder",
    "commenter", "commentaires", "commentaire", "réagir", "écouter", "l'article", "cet", "article", "lire", "plus", "tard",
    "s'abonner", "se", "connecter", "connexion", "menu", "recherche", "rechercher", "publicité", "annonce", "résumé", "offrir",
    "nous", "suivre", "google", "actualités", "favoris", "ajouter", "aux", "à", "mes", "accueil", "fermer", "suivant",
    "précédent", "today", "logo", "image", "vidéo", "replay", "ensuite", "newsletter", "tweeter", "min", "logo.",
]);

/// Words of lines that tell when a page was made.
#[rustfmt::skip]
pub(super) static TIMES: Words = Words::of(&[
    "publié", "publiée", "mis", "mise", "jour", "à", "le", "actualisé", "actualisée", "modifié", "modifiée", "dernière",
    "modification", "hier", "aujourd'hui", "il", "y", "a", "h", "min", "minutes", "minute", "heures", "heure", "temps", "de",
    "lecture", "gmt", "cet", "utc", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "1er", "et",
]);

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

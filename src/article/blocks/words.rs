//! The words by which page furniture is known, folded.
//!
//! In: nothing. Out: lists of words and of beginnings of lines: « Lire aussi » opens a list of links.

/// What opens a list of links when it stands alone, and a link when words follow a colon.
#[rustfmt::skip]
pub(super) const LISTS: &[&str] = &[
    "lire aussi", "à lire", "a lire", "lire également", "lire encore", "à regarder", "a regarder", "à voir", "a voir",
    "voir aussi", "voir également", "à écouter", "a écouter", "écouter aussi", "à découvrir", "sur le même sujet",
    "sur le même thème", "dans la même rubrique", "les plus lus", "articles les plus lus", "nos dernières vidéos",
    "pour aller plus loin", "articles liés", "articles similaires", "vous aimerez aussi", "newsletter", "notre newsletter",
    "sujets associés", "mots-clés", "mots clés", "tags", "thèmes", "thématiques", "dossier :", "en savoir plus",
];

/// Addresses to the reader that no report starts a sentence with.
#[rustfmt::skip]
pub(super) const PROMPTS: &[&str] = &[
    "connectez-vous", "déjà abonné", "déjà un compte", "vous êtes déjà abonné", "abonnez-vous", "inscrivez-vous",
    "cet article est réservé", "article réservé aux abonnés", "réservé aux abonnés", "cet article vous est offert",
    "il vous reste ", "la suite est réservée", "votre e-mail", "votre adresse e-mail", "vous avez une information à nous",
    "envie de commenter", "nous utilisons des cookies", "ce site utilise des cookies", "accepter les cookies",
    "en poursuivant votre navigation", "suivez-nous", "retrouvez-nous sur", "rejoignez-nous sur", "téléchargez notre application",
    "téléchargez l'application", "recevez notre", "recevez nos", "recevez chaque", "recevez toute", "tous droits réservés", "© ",
    "cliquez ici", "lire la suite", "afficher plus", "voir plus", "signaler une erreur", "signaler un contenu",
    "créez votre compte", "je m'abonne", "je m'inscris",
];

/// Words of buttons; a line of nothing else is one.
#[rustfmt::skip]
pub(super) const BUTTONS: &[&str] = &[
    "partager", "partage", "partagez", "sur", "facebook", "x", "twitter", "whatsapp", "linkedin", "messenger", "telegram",
    "bluesky", "email", "e-mail", "mail", "par", "envoyer", "imprimer", "copier", "le", "lien", "enregistrer", "sauvegarder",
    "commenter", "commentaires", "commentaire", "réagir", "écouter", "l'article", "cet", "article", "lire", "plus", "tard",
    "s'abonner", "se", "connecter", "connexion", "menu", "recherche", "rechercher", "publicité", "annonce", "résumé", "offrir",
    "nous", "suivre", "google", "actualités", "favoris", "ajouter", "aux", "à", "mes", "accueil", "fermer", "suivant",
    "précédent", "today", "logo", "image", "vidéo", "replay", "ensuite", "newsletter", "tweeter", "min", "logo.",
];

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
pub(super) const MADE: &[&str] = &[
    "publié", "mis", "actualisé", "modifié", "temps de", "dernière", "il y a", "lecture",
];

/// How lines that name the author begin.
#[rustfmt::skip]
pub(super) const AUTHORS: &[&str] = &[
    "article rédigé par", "propos recueillis par", "texte :", "(reportage", "reportage :", "traduit par", "traduit de",
    "édité par", "édition :", "avec notre correspondant", "avec nos correspondants", "avec notre envoyé",
    "avec nos envoyés", "de notre correspondant", "de notre envoyé", "(de notre", "envoyé spécial à", "envoyée spéciale à",
    "la rédaction avec",
];

//! What the neighbours of a form decide.
//!
//! In: sentences such as « Le juge a refusé de le porter au dossier. » Out: the classes of one of their words.

use super::FINITE;
use crate::lex::Lexed;
use crate::lexicon::Classes;
use crate::{Analyser, Article, Limits};

/// Gives the classes of the first `word` of a text.
fn classes(text: &str, word: &str) -> Classes {
    let (analyser, article) = (Analyser::new(), Article::from_text("a", text));
    let mut lexed = Lexed::default();
    let (layout, limits) = (article.layout(), Limits::default());
    lexed.read(&article.text, &layout, analyser.lexicon(), &limits);
    let token = lexed
        .tokens
        .iter()
        .find(|t| t.span.of(&article.text) == word);
    token.expect("the word is there").classes
}

#[test]
fn takes_le_and_les_between_de_and_an_infinitive_for_clitics() {
    for (text, word) in [
        ("La commune promet de les reporter au printemps.", "les"),
        ("Le juge a refusé de le porter au dossier.", "le"),
        ("Aux élus, le préfet demande de les rapporter lundi.", "les"),
    ] {
        let found = classes(text, word);
        assert!(
            found.has(Classes::CLITIC) && !found.has(Classes::DET),
            "{text}"
        );
    }
}

#[test]
fn keeps_articles_before_nouns() {
    for (text, word) in [
        ("Lundi, les rapports ont été rendus.", "les"),
        ("Il a vidé le garde-manger avant de partir.", "le"),
    ] {
        let found = classes(text, word);
        assert!(
            found.has(Classes::DET) && !found.has(Classes::CLITIC),
            "{text}"
        );
    }
}

#[test]
fn keeps_the_verb_behind_a_number() {
    for (text, word) in [
        ("Le quai numéro 2 est fermé.", "est"),
        ("Un train sur 2 est supprimé.", "est"),
        ("Un apprenti sur 3 a quitté la filière.", "a"),
    ] {
        assert!(classes(text, word).has(FINITE), "{text}");
    }
}

#[test]
fn takes_nouns_of_saying_behind_a_number_for_nouns() {
    for (text, word) in [
        ("Le service a reçu 12 demandes de visa.", "demandes"),
        ("Il formule deux reproches au jury.", "reproches"),
    ] {
        assert!(!classes(text, word).has(FINITE), "{text}");
    }
}

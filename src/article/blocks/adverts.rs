//! Advertisements inside the text of a web page, and buttons glued to the paragraph after them.
//!
//! In: lines. Out: lines set apart, as « 🚀 Annonces de nos partenaires ! » is, and « `Commandez MaintenantLe` maire a parlé. »
//! cut in two so that the sentence is read.

use super::Line;
use super::furniture::{Furniture, LONGEST};
use crate::span::Span;

/// Sets apart the lines that follow an advertisement and belong to it, and cuts glued buttons off.
pub(super) fn set_apart(text: &str, lines: &mut Vec<Line>) {
    let advert = |line: &Line| line.furniture == Some(Furniture::Advert);
    if !lines.iter().any(advert) {
        return;
    }
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len() + 1);
    for mut line in lines.drain(..) {
        let cut = kept
            .last()
            .is_some_and(advert)
            .then(|| advertised(line.span.of(text)))
            .flatten();
        let Some(len) = cut else {
            kept.push(line);
            continue;
        };
        let rest = Span::new(line.span.start + len as u32, line.span.end);
        line.span.end = rest.start;
        kept.push(Line {
            furniture: Some(Furniture::Advert),
            ..line
        });
        if !rest.is_empty() {
            kept.push(Line {
                span: rest,
                gap: false,
                ..line
            });
        }
    }
    *lines = kept;
}

/// An advertisement that opens with a pictograph.
pub(super) fn advert(line: &str, folded: &str) -> bool {
    const WORDS: &[&str] = &[
        "annonces",
        "partenaire",
        "offre",
        "promo",
        "bon plan",
        "télécharge",
        "abonne",
        "newsletter",
    ];
    let drawn = line.starts_with(|c: char| {
        ('\u{1f300}'..='\u{1faff}').contains(&c) || ('\u{2600}'..='\u{27bf}').contains(&c)
    });
    drawn && WORDS.iter().any(|word| folded.contains(word)) && !line.contains(['«', '"', '“'])
}

/// After an advertisement: how many bytes of `line` belong to it, when a button was glued to the next paragraph
/// (`Commandez MaintenantKim Jong Un a qualifié …`); the whole length when the line is another advertisement.
fn advertised(line: &str) -> Option<usize> {
    #[rustfmt::skip]
    const ORDERS: &[&str] = &[
        "Achetez", "Commandez", "Créez", "Découvrez", "Essayez", "Obtenez", "Profitez", "Rejoignez", "Réservez", "Téléchargez",
        "Transformez", "Boostez", "Cliquez", "Contactez",
    ];
    if !ORDERS.iter().any(|order| line.starts_with(order))
        || line.contains(['«', '"', '“']) && glue(line).is_none()
    {
        return None;
    }
    match glue(line) {
        Some(at) => Some(at + line.get(at..).and_then(advertised).unwrap_or(0)),
        None => (line.len() < LONGEST).then_some(line.len()),
    }
}

/// Finds where a capital follows a small letter inside a word, in the first sixty bytes.
fn glue(line: &str) -> Option<usize> {
    let mut before = ' ';
    for (at, c) in line.char_indices().take_while(|(at, _)| *at < 60) {
        if before.is_lowercase() && c.is_uppercase() {
            return Some(at);
        }
        before = c;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_a_button_off_the_paragraph_it_is_glued_to() {
        assert_eq!(
            advertised("Commandez MaintenantLe maire a parlé."),
            Some(20)
        );
        assert_eq!(
            advertised("Découvrez l'offreCommandez une application !"),
            Some(45)
        );
        assert_eq!(advertised("Le maire a parlé."), None);
    }
}

//! Number and gender of nouns, and the plurals that the rows leave out.
//!
//! In: a lemma, a gender, a number. Out: the plural of the head, and bits of [`Morph`]: `secrétaire général` also stands for « Les
//! secrétaires généraux de deux syndicats ont dit non ».

use super::super::classes::Classes;
use super::super::rows::{Gender, Word};
use super::super::table::Morph;

pub(super) fn gender(gender: Gender) -> u16 {
    match gender {
        Gender::M => Morph::MASCULINE,
        Gender::F => Morph::FEMININE,
        Gender::Mf => 0,
    }
}

/// Gives the number of a noun that stands in one only.
pub(super) fn one_or_many(plural: bool) -> u16 {
    if plural {
        Morph::PLURAL
    } else {
        Morph::SINGULAR
    }
}

/// Gives gender and number of a function word.
pub(super) fn agreement(row: &Word) -> u16 {
    let number = match row.number.as_str() {
        "s" => Morph::SINGULAR,
        "p" => Morph::PLURAL,
        _ => 0,
    };
    gender(row.gender) | number
}

/// Gives the classes that tell gender and number.
pub(super) fn number(morph: u16) -> Classes {
    let has = |flag| morph & flag != 0;
    Classes::of_flags(&[
        (has(Morph::PLURAL), Classes::PLURAL),
        (has(Morph::SINGULAR), Classes::SINGULAR),
        (has(Morph::FEMININE), Classes::FEMININE),
        (has(Morph::MASCULINE), Classes::MASCULINE),
    ])
}

/// Gives the irregular plural of a row, else the regular one.
pub(super) fn plural_or(irregular: &str, key: &str) -> String {
    if irregular.is_empty() {
        plural(key)
    } else {
        irregular.to_owned()
    }
}

/// Gives the plural of a noun or of the head of a compound.
#[must_use]
pub fn plural(key: &str) -> String {
    let cut = [
        " de ", " d'", " à ", " en ", " du ", " des ", " sans ", " sur ", " chez ", " pour ",
        " hors ",
    ]
    .iter()
    .filter_map(|p| key.find(p))
    .min()
    .unwrap_or(key.len());
    let (head, rest) = key.split_at_checked(cut).unwrap_or((key, ""));
    let many: Vec<String> = head.split(' ').map(plural_word).collect();
    format!("{}{rest}", many.join(" "))
}

fn plural_word(word: &str) -> String {
    if word.ends_with(['s', 'x', 'z']) {
        return word.to_owned();
    }
    if word.ends_with("eau") || word.ends_with("eu") {
        return format!("{word}x");
    }
    match word.strip_suffix("al") {
        Some(stem)
            if !matches!(
                word,
                "bal" | "carnaval" | "festival" | "récital" | "régal" | "chacal"
            ) =>
        {
            format!("{stem}aux")
        }
        _ => format!("{word}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn forms_plurals_of_compounds_on_their_head() {
        assert_eq!(plural("chef de l'État"), "chefs de l'État");
        assert_eq!(plural("secrétaire général"), "secrétaires généraux");
        assert_eq!(plural("bureau"), "bureaux");
    }
}

//! The sorts of the contract as JSON: each is one string between quotation marks.
//!
//! In: a sort of claim, source, zone, mark or remark. Out: what serde writes for it; « Selon KCNA, … » has a source of the sort `"agency"`.

use crate::contract::{Kind, Level, MarkClass, SourceType, Zone};

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "\"direct\"",
        Kind::Mixed => "\"mixed\"",
        Kind::Indirect => "\"indirect\"",
    }
}

pub(super) fn source_type(kind: SourceType) -> &'static str {
    match kind {
        SourceType::Person => "\"person\"",
        SourceType::Institution => "\"institution\"",
        SourceType::Government => "\"government\"",
        SourceType::Agency => "\"agency\"",
        SourceType::Media => "\"media\"",
        SourceType::Document => "\"document\"",
        SourceType::Collective => "\"collective\"",
        SourceType::Anonymous => "\"anonymous\"",
        SourceType::Unknown => "\"unknown\"",
    }
}

/// The fields of a claim from its zone to its conditional, which few claims do not have alike.
pub(super) fn behind_agency(zone: Zone) -> &'static str {
    macro_rules! fields {
        ($zone:literal) => {
            concat!(
                ",\"zone\":\"",
                $zone,
                "\",\"said_at\":null,\"modality\":{\"conditional\":"
            )
        };
    }
    match zone {
        Zone::Headline => fields!("headline"),
        Zone::Standfirst => fields!("standfirst"),
        Zone::Lead => fields!("lead"),
        Zone::Body => fields!("body"),
        Zone::Caption => fields!("caption"),
    }
}

/// The two flags of a modality, up to the mark that opens the id of the construction.
pub(super) fn modality(conditional: bool, negated: bool) -> &'static str {
    match (conditional, negated) {
        (false, false) => "false,\"negated\":false},\"rule\":\"",
        (false, true) => "false,\"negated\":true},\"rule\":\"",
        (true, false) => "true,\"negated\":false},\"rule\":\"",
        (true, true) => "true,\"negated\":true},\"rule\":\"",
    }
}

pub(super) fn class(class: MarkClass) -> &'static str {
    match class {
        MarkClass::Speech => "\"speech\"",
        MarkClass::Term => "\"term\"",
    }
}

pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Limit => "\"limit\"",
        Level::Note => "\"note\"",
        Level::Check => "\"check\"",
    }
}

#[cfg(test)]
mod tests {
    use super::{behind_agency, class, kind, level, source_type};
    use crate::contract::SourceType::{
        Agency, Anonymous, Collective, Document, Government, Institution, Media, Person, Unknown,
    };
    use crate::contract::{Kind, Level, MarkClass, Zone};

    fn json(value: &impl serde::Serialize) -> String {
        serde_json::to_string(value).unwrap_or_default()
    }

    #[test]
    fn names_sorts_as_the_contract_does() {
        for sort in [Kind::Direct, Kind::Mixed, Kind::Indirect] {
            assert_eq!(kind(sort), json(&sort));
        }
        let named = [Person, Institution, Government, Agency, Media];
        for sort in named
            .into_iter()
            .chain([Document, Collective, Anonymous, Unknown])
        {
            assert_eq!(source_type(sort), json(&sort));
        }
        for sort in [
            Zone::Headline,
            Zone::Standfirst,
            Zone::Lead,
            Zone::Body,
            Zone::Caption,
        ] {
            assert!(behind_agency(sort).starts_with(&format!(",\"zone\":{},", json(&sort))));
        }
        for sort in [MarkClass::Speech, MarkClass::Term] {
            assert_eq!(class(sort), json(&sort));
        }
        for sort in [Level::Limit, Level::Note, Level::Check] {
            assert_eq!(level(sort), json(&sort));
        }
    }
}

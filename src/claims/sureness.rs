//! How sure a reading is.
//!
//! In: a reading with its source. Out: one of four values; « « On tient », a déclaré Léa Blin » has the highest.

use crate::analysis::Source;
use crate::attribute::Reading;

/// Sureness of a reading: the share of readings of its tier that were right (content at 0.8 and person) on the annotated articles
/// of 2026-11, pooled over constructions that are right about equally often; the README has the table.
pub(super) fn of(reading: &Reading, source: Option<Source>) -> f32 {
    if !source.is_some_and(|s| s.span.is_some() && s.entity.is_some()) {
        return 0.45;
    }
    match reading.rule {
        "que-clause"
        | "participle-que"
        | "incise-inverted"
        | "incise-pronoun"
        | "incise-split"
        | "selon-initial"
        | "selon-relative"
        | "infinitive-bare"
        | "gerund"
        | "infinitive-a"
        | "object-de"
        | "object-de-attribute" => 0.9,
        "quoted-object" | "coordinated-cue" | "participle-object" | "pour-initial"
        | "infinitive-de" | "infinitive-tail" | "incise-medial" | "selon-final"
        | "selon-medial" | "object-attribute" | "object-comme" | "a-en-croire" | "source-de"
        | "words-of" => 0.8,
        _ => 0.65,
    }
}

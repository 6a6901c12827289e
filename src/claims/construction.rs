//! What a construction tells of all its readings: in whose words they are, and how sure.
//!
//! In: the id of a construction. Out: its row, looked up once a claim; « Le maire a dit que le pont tient » is a `que-clause`, whose
//! words are the narrator's.

use crate::analysis::Source;

/// What is known of a construction.
#[derive(Clone, Copy)]
pub(super) struct Construction {
    /// The narrator's words surround what is quoted.
    pub(super) narrator: bool,
    /// A turn of a dialogue: somebody's own words, without marks.
    pub(super) turn: bool,
    /// A clause of reported speech, in which a conditional behind a past is a future.
    pub(super) reported: bool,
    /// Sureness of a reading whose speaker is known.
    sureness: f32,
}

impl Construction {
    /// Gives the row of a construction.
    pub(super) fn of(rule: &str) -> Self {
        let plain = |sureness| Self {
            narrator: false,
            turn: false,
            reported: false,
            sureness,
        };
        // Sureness: the share of readings of a tier that were right (content at 0.8 and person) on the annotated articles of 2026-11,
        // pooled over constructions that are right about equally often; the README has the table.
        match rule {
            "que-clause" | "participle-que" => Self {
                narrator: true,
                reported: true,
                ..plain(0.9)
            },
            "infinitive-bare" | "infinitive-a" => Self {
                narrator: true,
                ..plain(0.9)
            },
            "gerund" => Self {
                reported: true,
                ..plain(0.9)
            },
            "incise-inverted"
            | "incise-pronoun"
            | "incise-split"
            | "selon-initial"
            | "selon-relative"
            | "object-de"
            | "object-de-attribute" => plain(0.9),
            "coordinated-cue" => Self {
                narrator: true,
                reported: true,
                ..plain(0.8)
            },
            "quoted-object" | "infinitive-de" => Self {
                narrator: true,
                ..plain(0.8)
            },
            "infinitive-tail" => Self {
                reported: true,
                ..plain(0.8)
            },
            "participle-object" | "pour-initial" | "incise-medial" | "selon-final"
            | "selon-medial" | "object-attribute" | "object-comme" | "a-en-croire"
            | "source-de" | "words-of" => plain(0.8),
            "dialogue-dash" | "interview-turn" => Self {
                turn: true,
                ..plain(0.65)
            },
            _ => plain(0.65),
        }
    }

    /// Gives the sureness of a reading with this source.
    pub(super) fn sureness(self, source: Option<Source>) -> f32 {
        let known = source.is_some_and(|s| s.span.is_some() && s.entity.is_some());
        if known { self.sureness } else { 0.45 }
    }
}

//! Recites a paradigm: every simple form with what it says.
//!
//! In: a paradigm. Out: forms one by one, a variant of spelling at a time: « Il paie » and « Il paye » both come.

use super::models::{FUTURE, IMPERFECT};
use super::paradigm::Paradigm;
use super::spelling::join;
use super::{Inflection, Mood, Tense};

impl Paradigm {
    /// Calls `emit` with every form.
    pub(super) fn recite(&self, emit: &mut dyn FnMut(&str, Inflection)) {
        let mut voice = Voice {
            emit,
            persons: self.persons,
            form: String::new(),
        };
        voice.say(&self.infinitive, "", impersonal(Mood::Infinitive));
        self.finite(&mut voice);
        for (form, (person, plural)) in
            self.imperative
                .iter()
                .zip([(2, false), (1, true), (2, true)])
        {
            let inflection = Inflection {
                person,
                plural,
                ..impersonal(Mood::Imperative)
            };
            voice.say(form, "", inflection);
        }
        voice.say(&self.gerund, "", impersonal(Mood::PresentParticiple));
        self.participles(&mut voice);
    }

    fn finite(&self, voice: &mut Voice<'_>) {
        voice.cells(Mood::Indicative, &self.present);
        voice.cells(Mood::Subjunctive, &self.subjunctive);
        voice.stem(
            Mood::Indicative,
            Tense::Imperfect,
            &self.imperfect,
            IMPERFECT,
        );
        voice.stem(Mood::Indicative, Tense::Future, &self.future, FUTURE);
        voice.stem(Mood::Conditional, Tense::Present, &self.future, IMPERFECT);
        if let Some((stem, past)) = &self.past {
            voice.stem(Mood::Indicative, Tense::PastHistoric, stem, past.historic);
            voice.stem(Mood::Subjunctive, Tense::Imperfect, stem, past.subjunctive);
        }
    }

    fn participles(&self, voice: &mut Voice<'_>) {
        let agreements = [(false, false), (false, true), (true, false), (true, true)];
        for (form, (feminine, plural)) in self.participle.iter().zip(agreements) {
            let inflection = Inflection {
                plural,
                feminine,
                ..impersonal(Mood::PastParticiple)
            };
            voice.say(form, "", inflection);
        }
    }
}

/// Hands forms to the caller, one variant of spelling at a time, through one buffer.
struct Voice<'a> {
    emit: &'a mut dyn FnMut(&str, Inflection),
    persons: &'static str,
    form: String,
}

impl Voice<'_> {
    fn say(&mut self, stems: &str, ending: &str, inflection: Inflection) {
        for stem in stems.split('/').filter(|stem| !stem.is_empty()) {
            self.form.clear();
            join(&mut self.form, stem, ending);
            (self.emit)(&self.form, inflection);
        }
    }

    fn cells(&mut self, mood: Mood, cells: &[String; 6]) {
        self.persons(mood, Tense::Present, |slot| (&cells[slot], ""));
    }

    fn stem(&mut self, mood: Mood, tense: Tense, stem: &str, endings: [&str; 6]) {
        self.persons(mood, tense, |slot| (stem, endings[slot]));
    }

    fn persons<'t>(
        &mut self,
        mood: Mood,
        tense: Tense,
        form: impl Fn(usize) -> (&'t str, &'t str),
    ) {
        for (slot, name) in ('1'..='6')
            .enumerate()
            .filter(|(_, name)| self.persons.contains(*name))
        {
            let person = if matches!(name, '1' | '4') {
                1
            } else if matches!(name, '2' | '5') {
                2
            } else {
                3
            };
            let (stem, ending) = form(slot);
            self.say(
                stem,
                ending,
                Inflection {
                    tense,
                    person,
                    plural: slot > 2,
                    ..impersonal(mood)
                },
            );
        }
    }
}

fn impersonal(mood: Mood) -> Inflection {
    Inflection {
        mood,
        tense: Tense::Present,
        person: 0,
        plural: false,
        feminine: false,
    }
}

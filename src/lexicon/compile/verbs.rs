//! Verbs: every form that a newspaper may use of ordinary verbs, cues and semi-auxiliaries.
//!
//! In: infinitives, and rows of cues. Out: entries of all their forms: « Elle avait martelé que non » has a form of `marteler`, a
//! cue, behind one of `avoir`.

use std::collections::BTreeMap;

use super::super::classes::Classes;
use super::super::conjugate::{Inflection, Mood, Tense, conjugate};
use super::super::fold::fold;
use super::super::meta::{CueRow, Head, Opening, Semi};
use super::super::rows::{CueVerb, Tables, frame_set};
use super::super::table::{Morph, Sense, SenseKind, phrase_tokens};
use super::Compiler;

/// Forms of a verb with what they say.
type Forms = Vec<(String, Inflection)>;

impl Compiler<'_> {
    pub(super) fn general_verb(&mut self, infinitive: &str) {
        let mut forms = forms(infinitive).unwrap_or_default();
        forms.retain(|(_, inflection)| in_press(*inflection));
        self.put_verb(infinitive, &forms, Classes::NONE, SenseKind::Verb, 0);
    }

    pub(super) fn cue_verbs(&mut self, tables: &Tables) -> Result<(), (String, String)> {
        let mut heads: BTreeMap<String, Vec<CueRow>> = BTreeMap::new();
        for (key, row) in &tables.cue_verb {
            let (head, row) = cue_row(key, row);
            heads.entry(head).or_default().push(row);
        }
        for (infinitive, rows) in heads {
            let first = rows.first().map_or(String::new(), |r| r.lemma.clone());
            let id = self.head(&infinitive, rows);
            let Some(forms) = forms(&infinitive) else {
                return Err((
                    first,
                    format!(
                        "`{infinitive}` is not a verb that can be conjugated; expected an infinitive in -er, -ir, -oir or -re"
                    ),
                ));
            };
            self.put_verb(&infinitive, &forms, Classes::CUE, SenseKind::Cue, id);
        }
        Ok(())
    }

    /// Adds rows to the head that is conjugated; a row replaces the known one of its lemma.
    fn head(&mut self, infinitive: &str, mut rows: Vec<CueRow>) -> usize {
        let heads = &mut self.meta.heads;
        let known = heads.iter().position(|h| h.infinitive == infinitive);
        let id = known.unwrap_or(heads.len());
        if known.is_none() {
            heads.push(Head {
                openings: Vec::new(),
                phrases: Opening::default(),
                plain: 0,
                infinitive: infinitive.to_owned(),
                rows: Vec::new(),
            });
        }
        if let Some(head) = heads.get_mut(id) {
            let mut older = std::mem::take(&mut head.rows);
            older.retain(|k| !rows.iter().any(|r| r.lemma == k.lemma));
            rows.append(&mut older);
            head.set_rows(rows);
        }
        id
    }

    pub(super) fn semi_verbs(&mut self, tables: &Tables) -> Result<(), (String, String)> {
        for (key, row) in &tables.semi_verb {
            let id = self.meta.semis.len();
            self.meta.semis.push(Semi {
                infinitive: key.clone(),
                link: row.link.clone(),
                reflexive: row.reflexive,
                negative: row.negative,
            });
            let head = key.split(' ').next().unwrap_or(key);
            let Some(forms) = forms(head) else {
                return Err((
                    key.clone(),
                    format!("`{head}` is not a verb that can be conjugated"),
                ));
            };
            self.put_verb(head, &forms, Classes::SEMI, SenseKind::Semi, id);
        }
        Ok(())
    }

    fn put_verb(
        &mut self,
        infinitive: &str,
        forms: &[(String, Inflection)],
        classes: Classes,
        kind: SenseKind,
        id: usize,
    ) {
        for (form, inflection) in forms {
            self.packer.add(
                &fold(form),
                verb_classes(infinitive, *inflection) | classes,
                Some(verb_sense(kind, id, *inflection)),
            );
        }
    }
}

/// Conjugates a verb, or gives `None` when no model fits.
fn forms(infinitive: &str) -> Option<Forms> {
    let mut forms = Vec::new();
    let known = conjugate(infinitive, &mut |form, inflection| {
        forms.push((form.to_owned(), inflection));
    });
    known.then_some(forms)
}

/// Splits a row into the verb that is conjugated and what the cue adds to it.
fn cue_row(key: &str, row: &CueVerb) -> (String, CueRow) {
    let folded = fold(key);
    let (reflexive, rest) = strip_reflexive(&folded);
    let mut words = phrase_tokens(rest).into_iter();
    let head = words.next().unwrap_or_default().to_owned();
    let row = CueRow {
        lemma: key.to_owned(),
        tail: words.map(str::to_owned).collect(),
        reflexive,
        frames: frame_set(&row.frames),
        act: row.class,
        stance: row.stance,
        impersonal: row.impersonal,
    };
    (head, row)
}

fn verb_sense(kind: SenseKind, id: usize, i: Inflection) -> Sense {
    let mood = match i.mood {
        Mood::Indicative => 1,
        Mood::Conditional => 2,
        Mood::Subjunctive => 3,
        Mood::Imperative => 4,
        Mood::Infinitive => 5,
        Mood::PresentParticiple => 6,
        Mood::PastParticiple => 7,
    };
    let tense = match i.tense {
        Tense::Present => 0,
        Tense::Imperfect => 1,
        Tense::PastHistoric => 2,
        Tense::Future => 3,
    };
    let mut morph = mood | tense << 3 | u16::from(i.person) << 5;
    if i.plural {
        morph |= Morph::PLURAL;
    }
    if i.feminine {
        morph |= Morph::FEMININE;
    }
    Sense {
        kind,
        mask: 0,
        id: id as u16,
        morph: Morph(morph),
    }
}

fn verb_classes(infinitive: &str, i: Inflection) -> Classes {
    let form = match i.mood {
        Mood::Infinitive => Classes::INF,
        Mood::PresentParticiple => Classes::PRESPART,
        Mood::PastParticiple => Classes::PPART,
        Mood::Conditional => Classes::FINITE | Classes::COND,
        Mood::Indicative if i.tense == Tense::Future => Classes::FINITE | Classes::FUTURE,
        _ => Classes::FINITE,
    };
    match infinitive {
        "avoir" => form | Classes::AVOIR,
        "être" => form | Classes::ETRE,
        _ => form,
    }
}

/// Tells whether a newspaper uses the inflection of an ordinary verb: past historic and imperfect subjunctive only in the
/// third person.
fn in_press(i: Inflection) -> bool {
    let literary = i.tense == Tense::PastHistoric
        || (i.mood == Mood::Subjunctive && i.tense == Tense::Imperfect);
    let second = i.person == 2 && !i.plural;
    (!literary || i.person == 3) && (!second || i.mood == Mood::Imperative)
}

fn strip_reflexive(lemma: &str) -> (bool, &str) {
    lemma
        .strip_prefix("se ")
        .or_else(|| lemma.strip_prefix("s'"))
        .map_or((false, lemma), |rest| (true, rest))
}

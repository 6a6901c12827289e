//! Where objects end.
//!
//! In: a cue with the first token of its object. Out: the end, before the narrator takes the word back: in « Le maire a salué « un
//! succès » et est reparti » before `et`.

use crate::lex::token::Kind;
use crate::lexicon::rows::Frame;
use crate::lexicon::{Classes, closed};
use crate::pieces::Scene;
use crate::pieces::cue::{Cue, Form};

/// An object holds no finite verb outside its relatives: `et` (or a comma) before one gives the word back to the main clause; and a
/// quotation alone ends with its closing mark before a comma.
pub(super) fn end(scene: &Scene<'_>, owner: &Cue, start: usize, end: usize) -> usize {
    let opens = Classes::REL.or(Classes::SUB).or(Classes::WH);
    if let Some((_, pair)) = scene.pair_at(start)
        && pair.close + 1 < end
        && (scene.kind(pair.close + 1) == Kind::Comma && !scene.is(pair.close + 2, Classes::CONJ)
            || scene.one_of(
                pair.close + 1,
                closed!["avant de", "avant d'", "avant que", "avant qu'"],
            ))
    {
        return pair.close + 1;
    }
    let mut relative = false;
    let mut at = start;
    while at < end {
        if owner.frames & Frame::Attr.bit() != 0 && told_of(scene, at) {
            return at;
        }
        relative |= scene.is(at, opens) || scene.is(at, Classes::INF);
        let joint =
            scene.kind(at) == Kind::Comma || scene.one_of(at, closed!["et", "mais", "puis"]);
        if joint && !relative && gives_back(scene, owner, at + 1, end) {
            return at;
        }
        at = scene.step(at);
    }
    end
}

/// `se dit « abandonnée » par le canton, à qui elle reproche …`: the narrator goes on behind the attribute.
fn told_of(scene: &Scene<'_>, at: usize) -> bool {
    scene.kind(at) == Kind::Comma
        && (scene.is(at + 1, Classes::PREP) && scene.is(at + 2, Classes::REL)
            || scene.is(at + 1, Classes::REL)
                && !scene.one_of(at + 1, closed!["que", "qu'", "qui"]))
}

/// Tells whether a verb of the main clause stands at `at`, behind its clitics, negation and adverbs.
fn gives_back(scene: &Scene<'_>, owner: &Cue, at: usize, end: usize) -> bool {
    let light = Classes::NEG
        .or(Classes::SE)
        .or(Classes::CLITIC)
        .or(Classes::ADV);
    let mut verb = at;
    while verb < end && scene.is(verb, light) && !scene.is(verb, Classes::DET.or(Classes::PREP)) {
        verb += 1;
    }
    // `a regretté X, salué Y`: a further participle of the same compound tense.
    let further = owner.compound
        && scene
            .cues
            .iter()
            .any(|c| c.start == verb && c.form == Form::Bare);
    if further && scene.is(verb + 1, Classes::DET) {
        return true;
    }
    // `le qualifiant de « fou » et réclamant sa destitution`
    if owner.form == Form::Participle && scene.is(verb, Classes::PRESPART) {
        return true;
    }
    let cue = scene
        .cues
        .iter()
        .any(|c| c.verb == verb && c.form == Form::Finite);
    scene.is(verb, Classes::FINITE) && (cue || !scene.is(verb, Classes::NOUN.or(Classes::ADJ)))
}

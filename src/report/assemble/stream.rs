//! One line of JSON from an analysis, without building the report in between.
//!
//! In: an [`Article`] and its [`Analysis`]. Out: the bytes that [`json::compact`](crate::report::json::compact) makes of the
//! report. A statement such as « Selon KCNA, le tir a réussi. » is copied once, from the text to the line; a test compares.

mod json;
mod short;

use super::sorts::{behind_agency, class, kind, level, modality, source_type};
use super::{Assembler, SCHEMA, digest};
use crate::analysis::{Analysis, Claim, Cue, Entity, Mark, Source};
use crate::article::Article;
use crate::audit;
use crate::catalogue::Lang;
use crate::span::Span;
use short::Short;

/// Adds the report of one article to `out` on one line, without a line break at the end.
pub(crate) fn line(article: &Article, analysis: &Analysis, lexicon: &str, out: &mut Vec<u8>) {
    let limits = audit::limits(&article.text, analysis);
    audited_line(article, analysis, lexicon, (&limits, Lang::En), out);
}

/// Adds the report of one article with these remarks, said in a language, on one line, without a line break at the end.
pub(crate) fn audited_line(
    article: &Article,
    analysis: &Analysis,
    lexicon: &str,
    (findings, lang): (&[audit::Finding], Lang),
    out: &mut Vec<u8>,
) {
    let a = Assembler::new(article, analysis);
    let mut line = Line { a: &a, out };
    line.raw("{\"schema\":");
    line.number(SCHEMA);
    line.raw(",\"selon\":");
    line.string(env!("CARGO_PKG_VERSION"));
    line.raw(",\"lexicon\":");
    line.string(lexicon);
    line.article(article);
    line.raw(",\"claims\":");
    line.list(analysis.claims.iter().enumerate(), |l, (i, c)| {
        l.claim(i, c);
    });
    line.raw(",\"marks\":");
    line.list(analysis.marks.iter(), Line::mark);
    line.raw(",\"entities\":");
    line.list(a.named(), |l, (i, e)| l.entity(i, e));
    line.raw(",\"findings\":");
    line.list(findings.iter(), |l, f| l.finding(f, lang));
    line.raw("}");
}

/// A line that is being written.
struct Line<'a> {
    a: &'a Assembler<'a>,
    out: &'a mut Vec<u8>,
}

impl Line<'_> {
    /// The id of a claim (`c1`) or of an entity (`e1`).
    fn id(&mut self, letter: u8, index: usize) {
        let mut id = Short::new();
        id.add(&[b'"', letter]);
        id.number(index as u32 + 1);
        id.add(b"\"");
        id.write(self.out);
    }

    fn article(&mut self, article: &Article) {
        let title = article.title.as_deref().or_else(|| {
            let headline = self.a.analysis.headline?;
            Some(headline.of(&article.text).trim())
        });
        self.raw(",\"article\":{\"id\":");
        self.string(&article.id);
        for (key, field) in [
            (",\"path\":", article.path.as_deref()),
            (",\"title\":", title),
            (",\"outlet\":", article.outlet.as_deref()),
            (",\"url\":", article.url.as_deref()),
            (",\"published\":", article.published.as_deref()),
        ] {
            self.raw(key);
            self.optional(field);
        }
        self.raw(",\"credits\":");
        self.list(self.a.analysis.layout.credits.iter(), |l, c| l.string(c));
        self.raw(",\"sha256\":\"");
        self.out.extend_from_slice(&digest(&article.text));
        self.raw("\"}");
    }

    /// The three fields of a stretch behind the brace that opens it.
    fn places(&mut self, span: Span) {
        let mut places = Short::new();
        places.add(b"{\"start\":");
        places.number(self.a.points.of(span.start));
        places.add(b",\"end\":");
        places.number(self.a.points.of(span.end));
        places.add(b",\"text\":\"");
        places.write(self.out);
        self.escaped(span.of(self.a.text).as_bytes());
        self.out.push(b'"');
    }

    fn stretch(&mut self, span: Span) {
        self.places(span);
        self.raw("}");
    }

    fn cue(&mut self, cue: Option<&Cue>) {
        let Some(cue) = cue else {
            self.raw("null");
            return;
        };
        self.places(cue.span);
        self.raw(",\"lemma\":");
        self.string(&cue.lemma);
        self.raw("}");
    }

    fn source(&mut self, source: Source) {
        match source.span {
            Some(span) => self.places(span),
            None => self.raw("{\"start\":null,\"end\":null,\"text\":null"),
        }
        let entity = source.entity.and_then(|e| self.a.analysis.entities.get(e));
        self.raw(",\"entity\":");
        self.optional(entity.map(|e| e.name));
        self.raw(",\"type\":");
        self.raw(source_type(source.kind));
        self.raw(",\"id\":");
        match source.entity {
            Some(entity) => self.id(b'e', entity),
            None => self.raw("null"),
        }
        self.raw("}");
    }

    fn claim(&mut self, index: usize, c: &Claim) {
        self.raw("{\"id\":");
        self.id(b'c', index);
        self.raw(",\"kind\":");
        self.raw(kind(c.kind));
        self.raw(",\"content\":");
        self.list(c.content.iter().copied(), Line::stretch);
        self.raw(",\"quotes\":");
        self.list(c.quotes.iter().copied(), Line::stretch);
        self.raw(",\"cue\":");
        self.cue(c.cue.as_ref());
        self.raw(",\"source\":");
        match c.source {
            Some(source) => self.source(source),
            None => self.raw("null"),
        }
        self.raw(",\"relays\":");
        self.list(c.relays.iter(), |l, r| {
            l.raw("{\"cue\":");
            l.cue(r.cue.as_ref());
            l.raw(",\"source\":");
            l.source(r.source);
            l.raw("}");
        });
        self.raw(",\"agency\":");
        self.optional(c.agency.as_deref());
        self.raw(behind_agency(c.zone));
        self.raw(modality(c.conditional, c.negated));
        // Ids of constructions and names of features are plain words.
        self.raw(c.rule);
        self.raw("\",\"confidence\":");
        self.share(c.confidence);
        self.raw(",\"basis\":");
        self.list(c.basis.iter(), |l, (feature, weight)| {
            l.raw("\"");
            l.raw(feature.name());
            let mut signed = Short::new();
            signed.add(if *weight < 0 { b" -" } else { b" +" });
            signed.number(u32::from(weight.unsigned_abs()));
            signed.add(b"\"");
            signed.write(l.out);
        });
        self.raw("}");
    }

    fn entity(&mut self, index: usize, e: Entity<'_>) {
        self.raw("{\"id\":");
        self.id(b'e', index);
        self.raw(",\"name\":");
        self.string(e.name);
        self.raw(",\"type\":");
        self.raw(source_type(e.kind));
        self.raw(",\"aliases\":");
        self.list(e.aliases(self.a.text).into_iter(), Self::string);
        self.raw("}");
    }

    fn mark(&mut self, m: &Mark) {
        self.places(m.inner);
        self.raw(",\"class\":");
        self.raw(class(m.class));
        self.raw(",\"claim\":");
        match m.claim {
            Some(claim) => self.id(b'c', claim),
            None => self.raw("null"),
        }
        self.raw("}");
    }

    fn finding(&mut self, f: &audit::Finding, lang: Lang) {
        self.raw("{\"code\":");
        self.string(f.code);
        self.raw(",\"level\":");
        self.raw(level(f.level));
        self.raw(",\"message\":");
        self.string(&f.say(lang));
        self.raw(",\"span\":");
        self.stretch(f.span);
        self.raw(",\"claim\":");
        match f.claim {
            Some(claim) => self.id(b'c', claim),
            None => self.raw("null"),
        }
        self.raw(",\"fingerprint\":");
        self.string(&f.fingerprint);
        self.raw("}");
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, line};
    use crate::report;
    use crate::report::assemble::{Assembler, rounded};
    use crate::{Analyser, Analysis, Article};

    fn json(value: &impl serde::Serialize) -> String {
        serde_json::to_string(value).unwrap_or_default()
    }

    #[test]
    fn writes_shares_as_serde_does() {
        let (article, analysis) = (Article::from_text("a", "é"), Analysis::default());
        let a = Assembler::new(&article, &analysis);
        for hundredths in 0..=100u8 {
            let mut out = Vec::new();
            let share = f32::from(hundredths) / 100.0;
            Line {
                a: &a,
                out: &mut out,
            }
            .share(share);
            assert_eq!(String::from_utf8_lossy(&out), json(&rounded(share)));
        }
    }

    #[test]
    fn writes_what_the_report_would() {
        let long = "Le maire a affirmé que la ligne \\ « C » serait\tprête. ".repeat(40);
        for text in [
            "Selon KCNA, citant l'armée, « le tir\u{1} a \"réussi\" ».\nIl n'a pas dit que non, a déclaré Mme Roy à l'AFP.",
            "Une mise\r\n\r\n« Oui », a-t-il dit. Le ministre aurait annoncé « la fin ”. »» (AFP)",
            "é",
            &long,
        ] {
            let analyser = Analyser::new();
            let article = Article::from_text("a\"\u{7f}\u{8}", text);
            let analysis = analyser.analyse(&article);
            let (mut short, mut whole) = (Vec::new(), Vec::new());
            line(&article, &analysis, analyser.lexicon().hash(), &mut short);
            report::json::compact(&analyser.report(&article, &analysis), &mut whole);
            assert_eq!(
                String::from_utf8_lossy(&short),
                String::from_utf8_lossy(&whole)
            );
        }
    }
}

//! One line of JSON from an analysis, without building the report in between.
//!
//! In: an [`Article`] and its [`Analysis`]. Out: the bytes that [`json::compact`](crate::report::json::compact) makes of the
//! report. A statement such as « Selon KCNA, le tir a réussi. » is copied once, from the text to the line; a test compares.

use super::{Assembler, SCHEMA, digest, rounded};
use crate::analysis::{Analysis, Claim, Cue, Mark, Source};
use crate::article::Article;
use crate::audit;
use crate::catalogue::Lang;
use crate::span::Span;

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
    line.list(a.entities().into_iter(), |l, e| l.value(&e));
    line.raw(",\"findings\":");
    line.list(findings.iter(), |l, f| l.value(&a.finding(f, lang)));
    line.raw("}");
}

/// A line that is being written.
struct Line<'a> {
    a: &'a Assembler<'a>,
    out: &'a mut Vec<u8>,
}

impl Line<'_> {
    fn raw(&mut self, json: &str) {
        self.out.extend_from_slice(json.as_bytes());
    }

    /// Writes what is rare, or what serde names, as serde does.
    fn value(&mut self, value: &impl serde::Serialize) {
        // Writing to memory cannot fail.
        let written = serde_json::to_writer(&mut *self.out, value);
        debug_assert!(written.is_ok(), "a part of a report is always JSON");
    }

    fn number(&mut self, number: u32) {
        let mut digits = [0u8; 10];
        let mut rest = number;
        let mut used = 0;
        for place in digits.iter_mut().rev() {
            *place = b'0' + (rest % 10) as u8;
            rest /= 10;
            used += 1;
            if rest == 0 {
                break;
            }
        }
        self.out
            .extend_from_slice(digits.get(digits.len() - used..).unwrap_or_default());
    }

    fn string(&mut self, text: &str) {
        self.out.push(b'"');
        let mut rest = text.as_bytes();
        loop {
            let (plain, more) = rest.split_at(plain(rest));
            self.out.extend_from_slice(plain);
            let Some((byte, more)) = more.split_first() else {
                break;
            };
            self.escape(*byte);
            rest = more;
        }
        self.out.push(b'"');
    }

    fn escape(&mut self, byte: u8) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let short = match byte {
            b'"' | b'\\' => byte,
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0C => b'f',
            _ => {
                let digit = |n: u8| HEX.get(usize::from(n)).copied().unwrap_or(b'0');
                self.out.extend_from_slice(&[
                    b'\\',
                    b'u',
                    b'0',
                    b'0',
                    digit(byte >> 4),
                    digit(byte & 15),
                ]);
                return;
            }
        };
        self.out.extend_from_slice(&[b'\\', short]);
    }

    fn optional(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.string(text),
            None => self.raw("null"),
        }
    }

    fn flag(&mut self, flag: bool) {
        self.raw(if flag { "true" } else { "false" });
    }

    /// The id of a claim (`c1`) or of an entity (`e1`).
    fn id(&mut self, letter: &str, index: usize) {
        self.raw("\"");
        self.raw(letter);
        self.number(index as u32 + 1);
        self.raw("\"");
    }

    fn list<T>(&mut self, items: impl Iterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.raw("[");
        for (i, item) in items.enumerate() {
            if i > 0 {
                self.raw(",");
            }
            write(self, item);
        }
        self.raw("]");
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
        self.list(self.a.analysis.credits.iter(), |l, c| l.string(c));
        self.raw(",\"sha256\":");
        self.string(&digest(&article.text));
        self.raw("}");
    }

    /// The three fields of a stretch, without braces.
    fn places(&mut self, span: Span) {
        self.raw("\"start\":");
        self.number(self.a.points.of(span.start));
        self.raw(",\"end\":");
        self.number(self.a.points.of(span.end));
        self.raw(",\"text\":");
        self.string(span.of(self.a.text));
    }

    fn stretch(&mut self, span: Span) {
        self.raw("{");
        self.places(span);
        self.raw("}");
    }

    fn cue(&mut self, cue: Option<&Cue>) {
        let Some(cue) = cue else {
            self.raw("null");
            return;
        };
        self.raw("{");
        self.places(cue.span);
        self.raw(",\"lemma\":");
        self.string(&cue.lemma);
        self.raw("}");
    }

    fn source(&mut self, source: Source) {
        self.raw("{");
        match source.span {
            Some(span) => self.places(span),
            None => self.raw("\"start\":null,\"end\":null,\"text\":null"),
        }
        let entity = source.entity.and_then(|e| self.a.analysis.entities.get(e));
        self.raw(",\"entity\":");
        self.optional(entity.map(|e| e.name.as_str()));
        self.raw(",\"type\":");
        self.value(&source.kind);
        self.raw(",\"id\":");
        match source.entity {
            Some(entity) => self.id("e", entity),
            None => self.raw("null"),
        }
        self.raw("}");
    }

    fn claim(&mut self, index: usize, c: &Claim) {
        self.raw("{\"id\":");
        self.id("c", index);
        self.raw(",\"kind\":");
        self.value(&c.kind);
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
        self.raw(",\"zone\":");
        self.value(&c.zone);
        self.raw(",\"said_at\":null,\"modality\":{\"conditional\":");
        self.flag(c.conditional);
        self.raw(",\"negated\":");
        self.flag(c.negated);
        self.raw("},\"rule\":");
        self.string(c.rule);
        self.raw(",\"confidence\":");
        self.value(&rounded(c.confidence));
        self.raw(",\"basis\":");
        self.list(c.basis.iter(), |l, (name, weight)| {
            // Names of features are plain words.
            l.raw("\"");
            l.raw(name);
            l.raw(if *weight < 0 { " -" } else { " +" });
            l.number(weight.unsigned_abs());
            l.raw("\"");
        });
        self.raw("}");
    }

    fn mark(&mut self, m: &Mark) {
        self.raw("{");
        self.places(m.inner);
        self.raw(",\"class\":");
        self.value(&m.class);
        self.raw(",\"claim\":");
        match m.claim {
            Some(claim) => self.id("c", claim),
            None => self.raw("null"),
        }
        self.raw("}");
    }
}

/// Counts the bytes before the first one that JSON escapes, eight at a time.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    // The lowest high bit that is set belongs to the first byte below `n`; bits above it may be set by its borrow.
    let below = |word: u64, n: u64| word.wrapping_sub(ONES * n) & !word & HIGH;
    let (words, rest) = bytes.as_chunks::<8>();
    for (i, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let found = below(word, 0x20)
            | below(word ^ (ONES * u64::from(b'"')), 1)
            | below(word ^ (ONES * u64::from(b'\\')), 1);
        if found != 0 {
            return i * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let escaped = |b: &u8| *b < 0x20 || matches!(b, b'"' | b'\\');
    words.len() * 8 + rest.iter().position(escaped).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::line;
    use crate::report::json;
    use crate::{Analyser, Article};

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
            json::compact(&analyser.report(&article, &analysis), &mut whole);
            assert_eq!(
                String::from_utf8_lossy(&short),
                String::from_utf8_lossy(&whole)
            );
        }
    }
}

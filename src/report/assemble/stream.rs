//! One line of JSON from an analysis, without building the report in between.
//!
//! In: an [`Article`] and its [`Analysis`]. Out: the bytes that [`json::compact`](crate::report::json::compact) makes of the
//! report. A statement such as « Selon KCNA, le tir a réussi. » is copied once, from the text to the line; a test compares.

use super::sorts::{class, kind, source_type, zone};
use super::{Assembler, SCHEMA, digest, rounded};
use crate::analysis::{Analysis, Claim, Cue, Entity, Mark, Source};
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
    line.list(a.named(), |l, (i, e)| l.entity(i, e));
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
    #[inline]
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
        if number >= 100_000_000 {
            return self.value(&number);
        }
        let (digits, count) = digits(number);
        let end = self.out.len() + count;
        self.out.extend_from_slice(&digits);
        self.out.truncate(end);
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
        self.list(self.a.analysis.layout.credits.iter(), |l, c| l.string(c));
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
        self.raw(source_type(source.kind));
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
        self.raw(",\"zone\":");
        self.raw(zone(c.zone));
        self.raw(",\"said_at\":null,\"modality\":{\"conditional\":");
        self.flag(c.conditional);
        self.raw(",\"negated\":");
        self.flag(c.negated);
        self.raw("},\"rule\":");
        self.string(c.rule);
        self.raw(",\"confidence\":");
        self.share(c.confidence);
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

    /// Writes a measure of sureness with at most two decimals.
    fn share(&mut self, confidence: f32) {
        let hundredths = rounded(confidence) * 100.0;
        if !(0.0..=100.0).contains(&hundredths) {
            return self.value(&rounded(confidence));
        }
        #[expect(
            clippy::cast_sign_loss,
            reason = "it lies between 0 and 100, and is whole but for the error of a float"
        )]
        let hundredths = hundredths.round() as u32;
        self.number(hundredths / 100);
        self.raw(".");
        let (tenths, rest) = (hundredths / 10 % 10, hundredths % 10);
        self.number(tenths);
        if rest > 0 {
            self.number(rest);
        }
    }

    fn entity(&mut self, index: usize, e: &Entity) {
        self.raw("{\"id\":");
        self.id("e", index);
        self.raw(",\"name\":");
        self.string(&e.name);
        self.raw(",\"type\":");
        self.raw(source_type(e.kind));
        self.raw(",\"aliases\":");
        self.list(e.aliases.iter(), |l, alias| l.string(alias));
        self.raw("}");
    }

    fn mark(&mut self, m: &Mark) {
        self.raw("{");
        self.places(m.inner);
        self.raw(",\"class\":");
        self.raw(class(m.class));
        self.raw(",\"claim\":");
        match m.claim {
            Some(claim) => self.id("c", claim),
            None => self.raw("null"),
        }
        self.raw("}");
    }
}

/// Gives the digits of a number of at most eight, and how many they are; what follows them has no meaning.
fn digits(number: u32) -> ([u8; 8], usize) {
    // Halves of four digits, each in 32 bits, are cut into pairs in 16 and into digits in 8, the first ones lowest. A product and
    // a shift divide by 100 up to 9999, and by 10 up to 99.
    let number = u64::from(number);
    let halves = (number / 10_000) | ((number % 10_000) << 32);
    let upper = ((halves * 10_486) >> 20) & 0x7F_0000_007F;
    let pairs = upper | ((halves - upper * 100) << 16);
    let upper = ((pairs * 103) >> 10) & 0x0F_000F_000F_000F;
    let digits = upper | ((pairs - upper * 10) << 8);
    let zeros = (digits.trailing_zeros() / 8).min(7);
    let shown = (digits | 0x3030_3030_3030_3030) >> (8 * zeros);
    (shown.to_le_bytes(), 8 - zeros as usize)
}

/// Counts the bytes before the first one that JSON escapes, eight at a time.
fn plain(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    for (i, word) in words.iter().enumerate() {
        let found = escaped(u64::from_le_bytes(*word));
        if found != 0 {
            return i * 8 + found.trailing_zeros() as usize / 8;
        }
    }
    let last = rest.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b));
    // What is missing in the last word counts as zeros, which are escaped, and so ends the text.
    let found = escaped(last).trailing_zeros() as usize / 8;
    words.len() * 8 + found.min(rest.len())
}

/// Sets the high bit of the first byte that JSON escapes, and of some that follow it; 0 when there is none.
fn escaped(word: u64) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    let quote = word ^ (ONES * u64::from(b'"'));
    let slash = word ^ (ONES * u64::from(b'\\'));
    let below =
        word.wrapping_sub(ONES * 0x20) | quote.wrapping_sub(ONES) | slash.wrapping_sub(ONES);
    below & !word & (ONES << 7)
}

#[cfg(test)]
mod tests {
    use super::{Line, digits, line};
    use crate::report;
    use crate::report::assemble::{Assembler, rounded};
    use crate::{Analyser, Analysis, Article};

    #[test]
    fn writes_numbers_digit_by_digit() {
        let powers = (0..8).map(|n| 10u32.pow(n));
        let more = (0..=9_999).chain(powers.flat_map(|n| [n - 1, n, n + 7, n.saturating_mul(9)]));
        for number in more.chain([12_345_678, 99_999_999, 90_000_009]) {
            let (digits, count) = digits(number);
            assert_eq!(
                String::from_utf8_lossy(digits.get(..count).unwrap_or_default()),
                number.to_string()
            );
        }
    }

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

//! The shape that most lines have: one object of strings, numbers and literals, with no list or object in it.
//!
//! In: a line such as `{"id": 7, "text": "Selon KCNA, le tir a eu lieu vendredi."}`. Out: its fields in an [`Article`]; nothing for any other
//! shape and for whatever may be broken, which serde then reads and tells.

use memchr::memchr2;

use super::{Article, day};

/// Reads the fields of a line into `article`, which has none and is called after its `place` when the line does not name it; `None`
/// leaves some of them there.
pub(super) fn read(json: &str, place: impl Fn() -> String, article: &mut Article) -> Option<()> {
    let json = json.trim_end_matches([' ', '\n', '\r', '\t']);
    // Inside a string it would be broken, and between two fields it is rare.
    if json.bytes().fold(u8::MAX, u8::min) < b' ' {
        return None;
    }
    let mut reader = Reader { json, at: 0 };
    let mut known = Known::default();
    reader.sign(b'{')?;
    loop {
        let key = reader.key()?;
        reader.field(key, &mut known, article)?;
        match reader.next()? {
            b',' => {}
            b'}' => break,
            _ => return None,
        }
    }
    if !known.named {
        article.id = place();
    }
    (known.text && reader.at == json.len()).then_some(())
}

/// Which fields stood in the line before: the second of two is an error.
#[derive(Default)]
struct Known {
    id: bool,
    /// The identifier is not `null`.
    named: bool,
    text: bool,
    title: bool,
    outlet: bool,
    url: bool,
    published: bool,
}

/// A line, and how far it is read.
struct Reader<'a> {
    json: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    /// Takes the next byte that is no space.
    fn next(&mut self) -> Option<u8> {
        loop {
            let byte = *self.json.as_bytes().get(self.at)?;
            self.at += 1;
            if byte != b' ' {
                return Some(byte);
            }
        }
    }

    /// Takes a sign.
    fn sign(&mut self, sign: u8) -> Option<()> {
        (self.next()? == sign).then_some(())
    }

    /// Takes a key without escapes, and the colon.
    fn key(&mut self) -> Option<&'a str> {
        self.sign(b'"')?;
        let rest = self.json.get(self.at..)?;
        let length = memchr2(b'"', b'\\', rest.as_bytes())?;
        self.at += length;
        self.sign(b'"')?;
        self.sign(b':')?;
        rest.get(..length)
    }

    /// Takes the value of a field.
    fn field(&mut self, key: &str, known: &mut Known, article: &mut Article) -> Option<()> {
        let before = match key {
            "id" => &mut known.id,
            "text" => &mut known.text,
            "title" => &mut known.title,
            "outlet" => &mut known.outlet,
            "url" => &mut known.url,
            "published" => &mut known.published,
            _ => return self.skip(),
        };
        if std::mem::replace(before, true) {
            return None;
        }
        match key {
            "id" => known.named = self.id(&mut article.id)?,
            "text" => {
                self.sign(b'"')?;
                self.string(&mut article.text)?;
            }
            "title" => self.optional(&mut article.title)?,
            "outlet" => self.optional(&mut article.outlet)?,
            "url" => self.optional(&mut article.url)?,
            _ => {
                self.optional(&mut article.published)?;
                article.published = article.published.as_deref().and_then(day);
            }
        }
        Some(())
    }

    /// Takes an identifier, a string or a whole number, or `null`; tells whether it is one.
    fn id(&mut self, to: &mut String) -> Option<bool> {
        match self.next()? {
            b'"' => self.string(to).map(|()| true),
            b'n' => self.literal("ull").map(|()| false),
            b'0'..=b'9' => {
                self.at -= 1;
                to.push_str(self.number()?);
                Some(true)
            }
            _ => None,
        }
    }

    /// Takes a string into `to`, or `null`; a blank string is none.
    fn optional(&mut self, to: &mut Option<String>) -> Option<()> {
        match self.next()? {
            b'"' => {
                let mut words = String::new();
                self.string(&mut words)?;
                *to = Some(words).filter(|words| !words.trim().is_empty());
                Some(())
            }
            b'n' => self.literal("ull"),
            _ => None,
        }
    }

    /// Takes a value that nobody asked for.
    fn skip(&mut self) -> Option<()> {
        match self.next()? {
            b'"' => self.string(&mut String::new()),
            b'n' => self.literal("ull"),
            b't' => self.literal("rue"),
            b'f' => self.literal("alse"),
            b'0'..=b'9' => {
                self.at -= 1;
                self.number().map(|_| ())
            }
            _ => None,
        }
    }

    /// Takes the rest of a literal.
    fn literal(&mut self, rest: &str) -> Option<()> {
        self.json.get(self.at..)?.strip_prefix(rest)?;
        self.at += rest.len();
        Some(())
    }

    /// Takes a whole number as it stands.
    fn number(&mut self) -> Option<&'a str> {
        let rest = self.json.get(self.at..)?;
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let digits = rest.get(..length)?;
        self.at += length;
        let whole = length < 19 && (length == 1 || !digits.starts_with('0'));
        let ends = matches!(rest.as_bytes().get(length), Some(b',' | b'}' | b' '));
        (whole && ends).then_some(digits)
    }

    /// Adds a string to `to`, from behind the mark that opens it.
    fn string(&mut self, to: &mut String) -> Option<()> {
        loop {
            let rest = self.json.get(self.at..)?;
            let length = memchr2(b'"', b'\\', rest.as_bytes())?;
            to.push_str(rest.get(..length)?);
            self.at += length + 1;
            if rest.as_bytes().get(length) == Some(&b'"') {
                return Some(());
            }
            to.push(self.escaped()?);
        }
    }

    /// Takes the rest of an escape.
    fn escaped(&mut self) -> Option<char> {
        let sign = *self.json.as_bytes().get(self.at)?;
        self.at += 1;
        match sign {
            b'n' => Some('\n'),
            b'"' | b'\\' | b'/' => Some(char::from(sign)),
            b't' => Some('\t'),
            b'r' => Some('\r'),
            b'b' => Some('\u{8}'),
            b'f' => Some('\u{c}'),
            b'u' => self.coded(),
            _ => None,
        }
    }

    /// Takes the digits of a code point, and the second half of a pair; no text has a null character.
    fn coded(&mut self) -> Option<char> {
        let code = match self.digits()? {
            first @ 0xD800..0xDC00 => {
                self.literal("\\u")?;
                let second = self.digits()?.checked_sub(0xDC00).filter(|n| *n < 0x400)?;
                0x1_0000 + ((first - 0xD800) << 10) + second
            }
            code => code,
        };
        char::from_u32(code).filter(|c| *c != '\0')
    }

    /// Takes four hexadecimal digits.
    fn digits(&mut self) -> Option<u32> {
        let digits = self.json.get(self.at..self.at + 4)?;
        self.at += 4;
        digits
            .chars()
            .try_fold(0, |n, c| Some(n << 4 | c.to_digit(16)?))
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::article::Article;

    #[test]
    fn reads_what_serde_reads_or_leaves_it_alone() {
        let lines = [
            r#"{"id": "a\u00e9\ud83d\ude80", "text" : "« Oui »\n\"\\\/\t", "title":null, "more":1, "n":false,"url":" "} "#,
            r#"{"id":12,"text":"été","published":"13/08/2025"}"#,
            r#"{"id":null,"text":"a","x":"\u0041\n","outlet":"Le Journal"}"#,
        ];
        for line in lines {
            let mut article = Article::default();
            let place = || "a:1".to_owned();
            assert_eq!(read(line, place, &mut article), Some(()), "{line}");
            let row: super::super::Row<'_> = serde_json::from_str(line).unwrap();
            let whole = row.into_article("a", 1);
            article.path = Some("a".to_owned());
            assert_eq!(article, whole);
        }
        for line in [
            "{}",
            r#"{"text":"a""#,
            r#"{"text":"a","text":"b"}"#,
            r#"{"text":"a","tags":[1]}"#,
            r#"{"text":"a\u0000"}"#,
            r#"{"text":"\ud83d"}"#,
            r#"{"text":"a","id":1.5}"#,
            r#"{"text":"a","n":01}"#,
            r#"{"text":"a"}}"#,
            r#"{"text":"a",}"#,
            "{\"text\":\"a\"}\u{c}",
        ] {
            let mut article = Article::default();
            assert_eq!(read(line, String::new, &mut article), None, "{line}");
        }
    }
}

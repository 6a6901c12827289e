//! Credits: which agencies an article says it was made with, and where a dateline ends.
//!
//! In: a line or the start and end of a paragraph. Out: agency ids, as in « DAKAR, 12 mars (AFP) - La grève continue. »,
//! whose dateline is 23 bytes long and credits `afp`. A picture credit (« Photo AFP ») is not a credit of the text.

mod dateline;

pub(super) use dateline::{date, dateline, hour};

/// How credits spell the agencies. A lower-case spelling stands for every case, a spelling with capitals for itself alone,
/// because in another case it is an ordinary word (`map`, `tap`).
#[rustfmt::skip]
const SPELLINGS: &[(&str, &str)] = &[
    ("AA", "anadolu"), ("AIP", "aip"), ("ANI", "ani"), ("ANP", "anp"), ("APA", "apa"), ("APS", "aps"), ("AWP", "awp"),
    ("JIJI", "jiji"), ("KUNA", "kuna"), ("Lusa", "lusa"), ("MAP", "map"), ("MENA", "mena"), ("MTI", "mti"), ("Mehr", "mehr"),
    ("NTB", "ntb"), ("PAP", "pap"), ("PTI", "pti"), ("Petra", "petra"), ("QMI", "qmi"), ("QNA", "qna"), ("RIA", "ria"),
    ("SANA", "sana"), ("SPA", "spa"), ("Sputnik", "sputnik"), ("TAP", "tap"), ("TT", "tt"), ("WAFA", "wafa"), ("WAM", "wam"),
    ("afp", "afp"), ("agence anadolu", "anadolu"), ("agence france presse", "afp"), ("agence france-presse", "afp"),
    ("agence qmi", "qmi"), ("anadolu", "anadolu"), ("anadolu agency", "anadolu"), ("ansa", "ansa"), ("ap", "ap"),
    ("apa news", "apanews"), ("apanews", "apanews"), ("associated press", "ap"), ("ats", "ats"), ("awp", "awp"),
    ("belga", "belga"), ("belta", "belta"), ("bloomberg", "bloomberg"), ("bloomberg news", "bloomberg"),
    ("chine nouvelle", "xinhua"), ("dow jones", "dow-jones"), ("dpa", "dpa"), ("efe", "efe"), ("interfax", "interfax"),
    ("irna", "irna"), ("isna", "isna"), ("itar-tass", "tass"), ("jiji press", "jiji"), ("kcna", "kcna"),
    ("keystone-ats", "ats"), ("keystone ats", "ats"), ("kyodo", "kyodo"), ("kyodo news", "kyodo"),
    ("la presse canadienne", "presse-canadienne"), ("panapress", "panapress"), ("prensa latina", "prensa-latina"),
    ("presse canadienne", "presse-canadienne"), ("reuters", "reuters"), ("ria novosti", "ria"), ("ritzau", "ritzau"),
    ("tanjug", "tanjug"), ("tass", "tass"), ("the associated press", "ap"), ("thomson reuters", "reuters"),
    ("ukrinform", "ukrinform"), ("upi", "upi"), ("xinhua", "xinhua"), ("yonhap", "yonhap"),
];

/// Bytes of the longest spelling.
const LONGEST: usize = 21;

/// Gives the id of the agency that `words` spell.
pub(super) fn agency(words: &str) -> Option<&'static str> {
    let words = words.trim().trim_end_matches('.');
    if words.len() > LONGEST {
        return None;
    }
    let same = |spelling: &str| {
        spelling == words
            || spelling.eq_ignore_ascii_case(words) && spelling.chars().all(|c| !c.is_uppercase())
    };
    let mut left = ending(words.as_bytes(), |_| true);
    while left != 0 {
        let (spelling, id) = *SPELLINGS.get(left.trailing_zeros() as usize)?;
        if same(spelling) {
            return Some(id);
        }
        left &= left - 1;
    }
    None
}

/// Gives the ids in a list such as `AFP/Reuters`, `AFP, AP` or `ats et dpa`; none when a member is something else.
pub(super) fn agencies(words: &str) -> Option<Vec<&'static str>> {
    if begins_long(words.trim_start().as_bytes()) {
        return None;
    }
    let parts = |b: &u8| matches!(b, b'/' | b',' | b'&' | b';' | b'+' | b'|');
    let bytes = words.as_bytes();
    if !bytes.iter().any(parts) && !bytes.windows(4).any(|part| part == b" et ") {
        return agency(words).map(|id| vec![id]);
    }
    let members = words
        .split(['/', ',', '&', ';', '+', '|'])
        .flat_map(|part| part.split(" et "));
    let ids: Vec<_> = members.map(agency).collect::<Option<_>>()?;
    (!ids.is_empty()).then_some(ids)
}

/// Tells whether the first member of a list is longer than any agency; most lines are.
fn begins_long(words: &[u8]) -> bool {
    let Some(start) = words.get(..LONGEST + 4) else {
        return false;
    };
    let sign = |byte: &u8| matches!(byte, b'/' | b',' | b'&' | b';' | b'+' | b'|');
    start.get(LONGEST).is_some_and(u8::is_ascii_alphanumeric)
        && !start.iter().any(sign)
        && !start.windows(3).any(|part| part == b" et")
}

/// Reads a line that is nothing but a credit: `(AFP)`, `Le Monde avec AFP`, `Source : Reuters`, `AA / Ankara / Nesrin`,
/// `© 2026 AFP`. An empty list is a credit without a known agency (`Avec agences`).
pub(super) fn credit_line(line: &str) -> Option<Vec<&'static str>> {
    let slash = || memchr::memchr(b'/', line.as_bytes()).is_some();
    if line.len() > 100 || !slash() && !ends_as_credit(line) {
        return None;
    }
    let bare = line.trim_matches(['(', ')', '[', ']', '*', '.', ' ', '\u{a0}', '-', '–', '—']);
    let bare = after_label(bare);
    if let Some(ids) = agencies(bare) {
        return Some(ids);
    }
    if let Some((head, _)) = bare.split_once(" / ")
        && let Some(id) = agency(head)
        && !line.ends_with('.')
    {
        return Some(vec![id]);
    }
    let rest = bare
        .strip_prefix("Avec ")
        .or_else(|| bare.strip_prefix("avec "))
        .or_else(|| {
            let (outlet, rest) = bare.split_once(" avec ")?;
            named(outlet.trim_start_matches("Par ").trim_start_matches("par ")).then_some(rest)
        })?;
    let rest = rest
        .trim_start_matches("les ")
        .trim_start_matches("l'")
        .trim_start_matches("l’");
    if matches!(rest, "agences" | "agence") {
        Some(Vec::new())
    } else {
        agencies(rest)
    }
}

/// For each letter the spellings that have it last, last but one and last but two: a bit for each.
const ENDS: [[u128; 32]; 3] = {
    assert!(SPELLINGS.len() <= 128);
    let mut ends = [[0; 32]; 3];
    let mut at = 0;
    while at < SPELLINGS.len() {
        let spelling = SPELLINGS[at].0.as_bytes();
        let mut back = 0;
        while back < 3 && back < spelling.len() {
            let letter = spelling[spelling.len() - 1 - back];
            ends[back][(letter & 31) as usize] |= 1 << at;
            back += 1;
        }
        at += 1;
    }
    ends
};

/// Gives the spellings that may end as `word` does, of which the bytes are a `part`: a bit for each. The last three letters leave none,
/// as a rule.
fn ending(word: &[u8], part: impl Fn(&u8) -> bool) -> u128 {
    let letters = word.iter().rev().zip(&ENDS);
    let letters = letters.take_while(|(b, _)| part(b));
    letters.fold(u128::MAX, |left, (b, ends)| {
        left & ends[usize::from(b & 31)]
    })
}

/// Tells whether the last word ends the spelling of an agency or is `agences`; only a credit with a slash goes on behind it.
pub(super) fn ends_as_credit(line: &str) -> bool {
    let bytes = match line.as_bytes() {
        bytes @ [.., last] if last.is_ascii_alphanumeric() => bytes,
        _ => line
            .trim_end_matches(|c: char| !c.is_alphanumeric())
            .as_bytes(),
    };
    let part = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-';
    let agencies = || bytes.ends_with(b"agence") || bytes.ends_with(b"agences");
    if ending(bytes, part) == 0 && !agencies() {
        return false;
    }
    let start = bytes.iter().rposition(|b| !part(b)).map_or(0, |at| at + 1);
    let word = bytes.get(start..).unwrap_or_default();
    let ends = |spelling: &[u8]| {
        let start = spelling.len().checked_sub(word.len());
        let end = start.and_then(|start| spelling.get(start..));
        end.is_some_and(|end| end.eq_ignore_ascii_case(word))
    };
    !word.is_empty()
        && (matches!(word, b"agence" | b"agences")
            || SPELLINGS.iter().any(|(s, _)| ends(s.as_bytes())))
}

/// Takes off what introduces a credit: `Source :`, `Sources :`, `© 2026`.
fn after_label(line: &str) -> &str {
    let rest = ["Sources", "Source", "sources", "source"]
        .iter()
        .find_map(|label| {
            line.strip_prefix(label)?
                .trim_start()
                .strip_prefix(':')
                .map(str::trim_start)
        });
    let sign = || {
        let rest = line.strip_prefix('©')?.trim_start();
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        (rest.len() == after.len() + 4).then(|| after.trim_start())
    };
    rest.or_else(sign).unwrap_or(line)
}

/// Tells whether every word has a capital, as in the name of an outlet or an author.
fn named(words: &str) -> bool {
    let mut count = 0;
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    words.split_whitespace().all(|word| {
        count += 1;
        capital(word)
            || matches!(
                word,
                "de" | "du" | "des" | "le" | "la" | "et" | "franceinfo" | "d'" | "-"
            )
    }) && (1..=8).contains(&count)
}

/// Finds a credit that closes a paragraph (`… la grève continue. (AFP)`): its first byte and the ids.
pub(super) fn trailing(text: &str) -> Option<(usize, Vec<&'static str>)> {
    let (open, body) = match text.as_bytes().last()? {
        b')' => ('(', text.strip_suffix(')')?),
        b'/' => ('/', text.strip_suffix('/')?),
        b']' => ('[', text.strip_suffix(']')?),
        _ => return None,
    };
    let (before, inside) = body
        .rsplit_once(open)
        .filter(|(_, inside)| inside.len() < 40)?;
    let ids = agencies(
        inside
            .trim_start_matches("avec ")
            .trim_start_matches("Avec "),
    )?;
    let ended = before
        .trim_end()
        .ends_with(['.', '!', '?', '…', '»', '"', '”']);
    ended.then_some((before.trim_end().len(), ids))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_credits_that_newsrooms_write() {
        for (line, ids) in [
            ("(AFP)", vec!["afp"]),
            ("Le Monde avec AFP", vec!["afp"]),
            ("C.D. avec AFP", vec!["afp"]),
            ("Par Le Figaro avec AFP et Reuters", vec!["afp", "reuters"]),
            ("Source : Reuters", vec!["reuters"]),
            ("ats/afp", vec!["ats", "afp"]),
            ("(Avec Keystone-ATS)", vec!["ats"]),
            ("AA / Ankara / Nesrin Aktaş", vec!["anadolu"]),
            ("© 2026 AFP", vec!["afp"]),
            ("/TASS/", vec!["tass"]),
            ("Avec La Presse Canadienne", vec!["presse-canadienne"]),
            ("Avec agences", vec![]),
        ] {
            let line = line.trim_matches('/');
            assert_eq!(credit_line(line), Some(ids), "{line}");
        }
    }

    #[test]
    fn leaves_sentences_and_picture_credits_alone() {
        for line in [
            "Il a rompu avec AFP",
            "Photo AFP",
            "AFP/Archives",
            "JOËL SANTERRE / AFP",
            "La map",
            "map",
        ] {
            assert_eq!(credit_line(line), None, "{line}");
        }
    }

    #[test]
    fn finds_the_credit_at_the_end_of_a_paragraph() {
        let text = "La grève continue. (AFP)";
        assert_eq!(trailing(text), Some((19, vec!["afp"])));
        assert_eq!(
            trailing("Il travaille à l'Agence France-Presse (AFP)"),
            None
        );
        assert_eq!(trailing("C'est fini (hier)"), None);
    }
}

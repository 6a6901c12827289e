//! Policy: what a browser may do with the page, which is next to nothing.
//!
//! In: our own style and script. Out: a content security policy that names them by their SHA-256 and forbids every other one, so
//! that « `<script>` » in an article stays a word.

use sha2::{Digest, Sha256};

/// The style of the page.
pub(super) const STYLE: Asset = Asset(include_str!("page.css"));
/// The script of the page.
pub(super) const SCRIPT: Asset = Asset(include_str!("page.js"));

/// A file of our own that the page holds.
pub(super) struct Asset(&'static str);

impl Asset {
    /// The text as a browser will hash it: without the carriage returns that some systems put at the end of lines.
    pub(super) fn text(&self) -> String {
        self.0.replace('\r', "")
    }

    fn hash(&self) -> String {
        format!("'sha256-{}'", base64(&Sha256::digest(self.text())))
    }
}

/// No request, no form, no frame, no base; our style and script by their hash.
pub(super) fn policy() -> String {
    format!(
        "default-src 'none'; script-src {}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        SCRIPT.hash(),
        STYLE.hash()
    )
}

/// Writes bytes in base 64, as RFC 4648 has it.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let byte = |at: usize| three.get(at).copied().map_or(0, u32::from);
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let digit = DIGITS.get((bits >> (18 - 6 * at)) as usize & 63).copied();
            out.push(if at <= three.len() {
                digit.map_or('=', char::from)
            } else {
                '='
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_base_64_like_the_examples_of_the_rfc() {
        let written =
            ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|words| base64(words.as_bytes()));
        assert_eq!(
            written,
            [
                "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"
            ]
        );
    }

    #[test]
    fn holds_style_and_script_that_cannot_end_early() {
        for asset in [STYLE, SCRIPT] {
            assert!(!asset.text().contains("</"));
            assert!(!asset.text().contains("<!--"));
        }
    }
}

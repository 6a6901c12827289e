//! Frames: the complements with which a verb or a noun is a cue.
//!
//! In: the names in a row (`"que"`, `"de-inf"`). Out: bits of a set: « promettre » takes `que` in « Elle promet que la ligne
//! rouvrira » and `de-inf` in « Elle promet de rouvrir la ligne ».

use serde::{Deserialize, Serialize};

macro_rules! frames {
    ($($name:ident = $text:literal, $bit:literal, $doc:literal;)*) => {
        /// A complement with which a verb is a cue.
        #[derive(Debug, Deserialize, Serialize, Clone, Copy, PartialEq, Eq)]
        pub enum Frame { $(#[doc = $doc] #[serde(rename = $text)] $name,)* }

        impl Frame {
            /// Gives the bit of the frame in a set.
            #[must_use]
            pub const fn bit(self) -> u32 {
                match self { $(Self::$name => 1 << $bit,)* }
            }

            /// Names the frames of a set.
            #[must_use]
            pub fn names(set: u32) -> Vec<&'static str> {
                let mut names = Vec::new();
                $(if set & Self::$name.bit() != 0 { names.push($text); })*
                names
            }
        }
    };
}

frames! {
    Que = "que", 0, "`V que P`.";
    Si = "si", 1, "`V si P` and other indirect questions.";
    Inf = "inf", 2, "`V` with a bare infinitive.";
    DeInf = "de-inf", 3, "`V (à Y) de` with an infinitive.";
    AInf = "a-inf", 4, "`V à` with an infinitive.";
    NpDeInf = "np-de-inf", 5, "`V Y de` with an infinitive or noun.";
    NpAInf = "np-a-inf", 6, "`V Y à` with an infinitive or noun.";
    NpComme = "np-comme", 7, "`V Y comme Z`.";
    NpDe = "np-de", 8, "`V Y de Z`, an attribute.";
    NpAttr = "np-attr", 9, "`V Y` with an adjective as attribute.";
    Attr = "attr", 10, "Reflexive with an attribute.";
    Quote = "quote", 11, "Object that holds quotation marks.";
    DeQuote = "de-quote", 12, "`de` and a noun phrase that holds marks.";
    AQuote = "a-quote", 13, "`à` and a noun phrase that holds marks.";
    ContreQuote = "contre-quote", 14, "`contre` and a noun phrase that holds marks.";
    SurQuote = "sur-quote", 15, "`sur` and a noun phrase that holds marks.";
    DeCeQue = "de-ce-que", 16, "`de ce que P`.";
    Incise = "incise", 17, "May stand as an incise.";
    Colon = "colon", 18, "Announces a quotation after a colon.";
    SelonLequel = "selon-lequel", 19, "Noun with `selon lequel P`.";
    NpQue = "np-que", 20, "`V Y que P`: whom it tells stands before the clause.";
    PourQuote = "pour-quote", 21, "`pour` and a noun phrase that holds marks.";
}

/// Folds frames into a set.
#[must_use]
pub fn frame_set(frames: &[Frame]) -> u32 {
    frames.iter().fold(0, |set, f| set | f.bit())
}

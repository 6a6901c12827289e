//! The named features that decide among readings, with integer weights; `explain` prints them.
//!
//! In: what a construction has seen. Out: names: in « Le maire a dit que P » the clause behind the cue is `frame`, the subject before it
//! `source`.

macro_rules! features {
    ($($feature:ident = $name:literal, $doc:literal;)*) => {
        /// What speaks for a reading, or against it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Feature { $(#[doc = $doc] $feature,)* }

        impl Feature {
            /// Gives the name that reports show.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$feature => $name,)* }
            }
        }
    };
}

features! {
    Agent = "agent", "The agent of a passive.";
    Answer = "answer", "A turn of an interview.";
    Bracket = "bracket", "A name in brackets behind the words.";
    Colon = "colon", "A colon between source and words.";
    Continues = "continues", "Words without a cue behind words of the same speaker.";
    Frame = "frame", "The complement that the cue takes as one.";
    Incise = "incise", "A verb of saying between commas or behind a mark.";
    Mark = "mark", "Quotation marks around the words.";
    Noun = "noun", "A noun of saying.";
    OpenVerb = "open verb", "A verb of no list where an incise stands.";
    Preposition = "preposition", "A prepositional cue.";
    Relative = "relative", "A relative clause behind the source.";
    Signature = "signature", "A name under a block of speech.";
    Source = "source", "How plainly the source is named.";
    Subject = "subject", "An inverted subject.";
    Withheld = "withheld", "What was refused to be said.";
}

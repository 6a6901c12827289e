//! Integration tests of `selon`, in one binary: the language data with its own examples, what holds for any text, how
//! well the articles are read, and whole reports.

mod accuracy;
mod cli;
mod corpus;
mod determinism;
mod grammar;
mod lexicon;
mod properties;
mod snapshots;

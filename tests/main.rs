//! Integration tests of `selon`, in one binary: the language data with its own examples, what holds for any text, how
//! well the articles are read, and whole reports.

mod accuracy;
mod audit;
mod check;
mod cli;
mod config;
mod corpus;
mod desk;
mod determinism;
mod formats;
mod grammar;
mod lexicon;
mod properties;
mod snapshots;

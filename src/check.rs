//! Regression checks: what is read in an article, kept as a file that people can read, and compared with what is read now.
//!
//! In: a [`Report`](crate::contract::Report), and the text of a snapshot. Out: a snapshot, or the [`Difference`]s claim by claim:
//! when « Selon KCNA, … » was the claim of an agency and is nobody's now, its source has changed.

mod compare;
mod snapshot;

pub use compare::{Difference, compare};
pub use snapshot::{Remark, Snapshot, Statement};

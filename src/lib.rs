//! Source attribution and quote tracking for French news.
//!
//! In: an [`Article`]. Out: an [`Analysis`]: every statement with its exact words, who said them, through which agency they came,
//! and the construction that found them. « Selon KCNA, le président russe a salué « un succès » » is one claim of the Russian
//! president with KCNA as relay.
//!
//! ```
//! let analyser = selon::Analyser::new();
//! let article = selon::Article::from_text("dispatch", "« On tient bon », a déclaré la maire de Vernoux.");
//! let analysis = analyser.analyse(&article);
//! assert_eq!(analysis.claims[0].content[0].of(&article.text), "On tient bon");
//! ```

mod analyser;
pub mod analysis;
pub mod article;
mod attribute;
pub mod audit;
pub mod catalogue;
mod chain;
#[cfg(feature = "report")]
pub mod check;
mod claims;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "report")]
pub mod config;
pub mod contract;
mod discourse;
#[cfg(feature = "report")]
mod distance;
mod error;
mod explain;
mod lex;
pub mod lexicon;
mod pieces;
pub mod report;
mod resolve;
mod span;

pub use analyser::{Analyser, Scratch};
pub use analysis::Analysis;
pub use article::{Article, Limits};
pub use error::Error;
pub use span::Span;

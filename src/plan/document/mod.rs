//! The source document: its sentences, and which of them the plan covers.

mod coverage;

pub use coverage::*;

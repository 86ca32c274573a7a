//! The source document: its sentences, and which of them the plan covers.

mod coverage;
mod places;

pub use coverage::*;
pub(crate) use places::Places;

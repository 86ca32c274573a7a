//! The source document: its sentences, and which of them the plan covers.

mod coverage;
mod marks;
mod places;

pub use coverage::*;
pub use marks::*;
pub(crate) use places::Places;

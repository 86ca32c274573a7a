//! The words of the program: its language, its fields and its terms, each said once. Knows no plan.

pub mod fields;
mod fold;
mod language;
pub mod terms;

pub use fold::{folded, half_width, listed, plain_sign, squeezed};
pub use language::Language;
pub use terms::{Term, Worded};

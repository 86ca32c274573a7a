//! What can be wrong with a plan: one check a file, each with a stable code, a description in both
//! languages and an example. The checks find; `render` shows.

mod all;
mod between;
mod commit;
mod dates;
mod diagnostic;
mod finding;
mod inspection;
mod journal;
mod knots;
mod places;
mod reference;
mod rule;
mod run;
mod shape;
mod source;
mod text;

pub use all::checks;
pub use between::{Link, circling, links, of_one_id};
pub use commit::{CommitFindings, compare};
pub use diagnostic::Diagnostic;
pub(crate) use finding::Words;
pub use rule::{Check, Gravity};
use rule::{Finds, Reader};
pub use run::run;

#[cfg(test)]
mod tests;

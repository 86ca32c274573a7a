//! What can be wrong with a plan: one check a file, each with a stable code, a description in both
//! languages and an example. The checks find; `render` shows.

mod commit;
mod dates;
mod diagnostic;
mod finding;
mod inspection;
mod journal;
mod places;
mod reference;
mod rule;
mod run;
mod shape;
mod source;
mod text;

pub use commit::{CommitFindings, compare};
pub use diagnostic::Diagnostic;
pub(crate) use finding::Words;
pub use rule::{Check, Gravity};
use rule::{Finds, Reader};
pub use run::run;

/// Every check, in the order of the codes' numbers.
pub fn checks() -> impl Iterator<Item = &'static Check> {
    [text::CHECKS, shape::CHECKS, reference::CHECKS, dates::CHECKS, journal::CHECKS, source::CHECKS, commit::CHECKS]
        .into_iter()
        .flatten()
        .copied()
}

#[cfg(test)]
mod tests;

//! Every check there is.

use super::rule::Check;
use super::{between, commit, dates, journal, reference, shape, source, text};

/// Every check, in the order of the codes' numbers.
pub fn checks() -> impl Iterator<Item = &'static Check> {
    [
        text::CHECKS,
        shape::CHECKS,
        reference::CHECKS,
        dates::CHECKS,
        journal::CHECKS,
        source::CHECKS,
        commit::CHECKS,
        between::CHECKS,
    ]
    .into_iter()
    .flatten()
    .copied()
}

//! How a ledger is to be read.

use crate::plan::{Date, Language, Plan};

/// How a ledger is to be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms<'t> {
    /// The plan that it is about.
    pub(crate) plan: &'t Plan,
    /// The file's name, as it was given.
    pub(crate) file: &'t str,
    pub(crate) today: Date,
    pub(crate) lang: Language,
}

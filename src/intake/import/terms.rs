//! How a ledger is to be read.

use crate::plan::{Date, Language, OwnField, Plan};

/// How a ledger is to be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms<'t> {
    /// The plan that it is about.
    pub(crate) plan: &'t Plan,
    /// The fields beyond those of every ledger that its columns may hold: the plan's own, and those that the file brings.
    pub(crate) own: &'t [OwnField],
    /// The file's name, as it was given.
    pub(crate) file: &'t str,
    pub(crate) today: Date,
    /// Whether a cell that cannot be read is in the way; else it goes into the task's remark.
    pub(crate) strict: bool,
    pub(crate) lang: Language,
}

/// What a ledger is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// How the work goes.
    Progress,
    /// The tasks themselves.
    Tasks,
}

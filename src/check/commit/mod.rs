//! What a commit may not do to a plan: checks that look at the plan as it was and as it would be.

mod compare;
mod comparison;
mod entry_removed;
mod entry_rewritten;
mod notice_changed;
mod task_removed;
mod task_renumbered;
mod unapproved_change;

pub use compare::{CommitFindings, compare};
pub(super) use comparison::Comparison;

use super::Check;

pub(super) const CHECKS: &[&Check] = &[
    &entry_rewritten::CHECK,
    &entry_removed::CHECK,
    &task_renumbered::CHECK,
    &task_removed::CHECK,
    &unapproved_change::CHECK,
    &notice_changed::CHECK,
];

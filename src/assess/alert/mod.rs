//! Why a task needs attention, and how loudly to say so: one rule a file.

mod ask;
mod awaiting_closure;
mod behind;
mod blocked;
mod bound_broken;
mod case;
mod checkpoint_overdue;
mod dependency;
mod due_soon;
mod overdue;
mod sentence;
mod unreported;

pub(super) use ask::alerts;
pub use sentence::alert_message;

/// The rules, in the order of their codes.
const RULES: [case::Rule; 9] = [
    overdue::rule,
    due_soon::rule,
    behind::rule,
    blocked::rule,
    bound_broken::rule,
    checkpoint_overdue::rule,
    dependency::rule,
    unreported::rule,
    awaiting_closure::rule,
];

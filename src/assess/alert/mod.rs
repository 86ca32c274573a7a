//! Why a task needs attention, and how loudly to say so: one rule a file.

mod ask;
mod awaiting_closure;
mod behind;
mod blocked;
mod bound_broken;
mod case;
mod checkpoint_overdue;
mod codes;
mod dependency;
mod due_soon;
mod overdue;
mod report_due;
mod sentence;
mod unreported;

pub use ask::alert_message;
pub(super) use ask::alerts;
pub use sentence::moved;
pub(super) use sentence::{due_day, progress_mark, stated};

case::rules![
    overdue,
    due_soon,
    behind,
    blocked,
    bound_broken,
    checkpoint_overdue,
    dependency,
    report_due,
    unreported,
    awaiting_closure,
];

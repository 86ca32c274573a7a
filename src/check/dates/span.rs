//! Days that are compared with each other.

use crate::check::inspection::Inspection;
use crate::plan::{Date, Period, Task};

/// The days over which a task runs: its own, else the period's.
pub(super) fn span_of(task: &Task, period: Period) -> (Date, Date) {
    (task.start.unwrap_or(period.start), task.deadline.unwrap_or(period.end))
}

/// The plan's period; none where it runs backwards, so that nothing can be compared with it.
pub(super) fn sound_period(inspection: &Inspection<'_, '_>) -> Option<Period> {
    let period = inspection.plan.head.period;
    (!is_reversed(period)).then_some(period)
}

/// Whether the period runs backwards.
pub(super) fn is_reversed(period: Period) -> bool {
    period.end < period.start
}

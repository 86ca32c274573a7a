//! Days that no calendar has, and days that do not go together.

mod calendar_day;
mod checkpoint_outside_task;
mod date_form;
mod deadline_outside_period;
mod entry_before_plan;
mod entry_outside_month;
mod no_such_day;
mod notice_days;
mod period_reversed;
mod start_after_deadline;
mod start_outside_period;

use crate::plan::{Date, Period, Task};

use super::Check;
use super::inspection::Inspection;

pub(super) const CHECKS: &[&Check] = &[
    &date_form::CHECK,
    &no_such_day::CHECK,
    &start_after_deadline::CHECK,
    &period_reversed::CHECK,
    &deadline_outside_period::CHECK,
    &start_outside_period::CHECK,
    &checkpoint_outside_task::CHECK,
    &entry_outside_month::CHECK,
    &entry_before_plan::CHECK,
    &calendar_day::CHECK,
    &notice_days::CHECK,
];

/// The days over which a task runs: its own, else the period's.
fn span_of(task: &Task, period: Period) -> (Date, Date) {
    (task.start.unwrap_or(period.start), task.deadline.unwrap_or(period.end))
}

/// The plan's period; none where it runs backwards, so that nothing can be compared with it.
fn sound_period(inspection: &Inspection<'_, '_>) -> Option<Period> {
    let period = inspection.plan.head.period;
    (!is_reversed(period)).then_some(period)
}

/// Whether the period runs backwards.
fn is_reversed(period: Period) -> bool {
    period.end < period.start
}

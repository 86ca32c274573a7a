//! Days that no calendar has, and days that do not go together.

mod amended_before_start;
mod calendar_day;
mod carried_late;
mod checkpoint_outside_task;
mod date_form;
mod deadline_outside_period;
mod entry_before_plan;
mod entry_outside_month;
mod no_such_day;
mod notice_days;
mod period_reversed;
mod span;
mod start_after_deadline;
mod start_outside_period;

use super::Check;

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
    &amended_before_start::CHECK,
    &carried_late::CHECK,
];

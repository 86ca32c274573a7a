//! Who is late: overdue, or behind the pace.

use crate::assess::{Alert, AlertCode, Severity, Standing};
use crate::plan::{Head, Language};
use crate::report::alerts::{AlertLine, worst_first};

/// The alerts that a task is overdue or behind, worst first.
pub(super) fn alerts<'s>(head: &'s Head, tasks: &[&'s Standing<'s>], language: Language) -> Vec<AlertLine<'s>> {
    let is_late = |alert: &Alert| [AlertCode::OVERDUE, AlertCode::BEHIND].contains(&alert.code);
    worst_first(head, tasks.iter().copied(), is_late, language)
}

/// The alerts that a recurring report was due and has not come, worst first.
pub(super) fn missed_reports<'s>(head: &'s Head, tasks: &[&'s Standing<'s>], language: Language) -> Vec<AlertLine<'s>> {
    let is_missed = |alert: &Alert| alert.code == AlertCode::REPORT_DUE && alert.severity != Severity::Info;
    worst_first(head, tasks.iter().copied(), is_missed, language)
}

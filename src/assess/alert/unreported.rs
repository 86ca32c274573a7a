//! 未报送: nothing was heard of the task in the last whole reporting period, nor since.

use crate::plan::{Escalation, Kind};

use super::case::Case;
use crate::assess::reason::{Alert, AlertCode, AlertDetail, Severity};
use crate::assess::reporting::last_full_period;

/// A period counts only if the task ran through all of it; when the plan is over, the last ones in it do.
pub(super) fn rule(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    if standing.work_ended {
        return Vec::new();
    }
    let head = &case.world.plan.head;
    let after_end = head.period.end.plus_days(1).unwrap_or(head.period.end);
    let Some(period) = last_full_period(head.reporting, case.world.as_of.min(after_end)) else { return Vec::new() };
    let ran_through = period.start >= standing.start && period.start >= head.period.start;
    if !ran_through || standing.last_report.is_some_and(|last| last >= period.start) {
        return Vec::new();
    }
    let severity = match standing.task.kind {
        Kind::Continuous => Severity::Warning,
        Kind::Milestone | Kind::Measured => Severity::Info,
    };
    vec![Alert {
        code: AlertCode::Unreported,
        severity,
        escalation: Some(Escalation::Remind),
        detail: AlertDetail::Unreported { period, last_report: standing.last_report },
    }]
}

//! It waits for a task that is overdue, or due after it.

use super::case::Case;
use crate::assess::reason::{Alert, AlertCode, AlertDetail, Severity};
use crate::plan::Escalation;

/// A continuous task has no finish to wait for: the end of its period says nothing about when it helps.
pub(super) fn rule(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    if standing.work_ended {
        return Vec::new();
    }
    let awaited = standing.task.depends.iter().filter_map(|id| case.others.get(id));
    awaited
        .filter(|other| other.is_open() && !other.work_ended)
        .filter(|other| other.is_overdue() || (other.has_finish() && other.deadline.date > standing.deadline.date))
        .map(|other| Alert {
            code: AlertCode::Dependency,
            severity: Severity::Warning,
            escalation: Some(Escalation::Remind),
            detail: AlertDetail::Dependency { on: other.task.id.clone(), overdue: other.is_overdue() },
        })
        .collect()
}

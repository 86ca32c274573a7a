//! The deadline is near.

use super::case::Case;
use crate::assess::reason::{Alert, AlertCode, AlertDetail, Severity};
use crate::plan::Escalation;

/// 提醒 within `due_soon` working days. Where the calendar is unknown, so few calendar days are enough: the
/// working days among them are no more.
pub(super) fn rule(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    let near = i64::from(case.world.plan.head.alerts.due_soon);
    let left = standing.working_days_left.unwrap_or(standing.days_left);
    if standing.work_ended || !standing.has_finish() || standing.days_left < 0 || left > near {
        return Vec::new();
    }
    vec![Alert {
        code: AlertCode::DueSoon,
        severity: Severity::Warning,
        escalation: Some(Escalation::Remind),
        detail: AlertDetail::DueSoon { days: standing.days_left, working_days: standing.working_days_left },
    }]
}

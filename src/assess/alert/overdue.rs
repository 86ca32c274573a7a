//! The deadline has passed and the work has not ended.

use super::{Alert, AlertCode, AlertDetail, Case, Escalation, Severity};

/// 催办 at once, 督办 and 通报 as the working days go by; with an unknown calendar it stays at 催办.
pub(super) fn rule(case: &Case<'_, '_>) -> Vec<Alert> {
    if !case.standing.is_overdue() {
        return Vec::new();
    }
    let rules = &case.world.plan.head.alerts;
    let late = case.standing.working_days_left.map(|left| -left);
    let escalation = match late {
        Some(late) if late > i64::from(rules.circulate_after) => Escalation::Circulate,
        Some(late) if late > i64::from(rules.supervise_after) => Escalation::Supervise,
        Some(late) if late < i64::from(rules.urge_after) => Escalation::Remind,
        Some(_) | None => Escalation::Urge,
    };
    vec![Alert {
        code: AlertCode::Overdue,
        severity: Severity::Critical,
        escalation: Some(escalation),
        detail: AlertDetail::Overdue { days: -case.standing.days_left, working_days: late },
    }]
}

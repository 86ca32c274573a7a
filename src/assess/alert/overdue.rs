//! The deadline has passed and the work has not ended.

use super::case::Case;
use crate::assess::reason::{Alert, AlertCode, AlertDetail, Severity};
use crate::plan::Escalation;

/// 催办 at once, 督办 and 通报 as the working days go by. Past the last known calendar the working days that
/// are sure count on, so that nobody is chased more softly than before.
pub(super) fn rule(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    if !standing.is_overdue() {
        return Vec::new();
    }
    let rules = &case.world.plan.head.alerts;
    let late = standing.working_days_left.map(|left| -left);
    let sure = late.unwrap_or_else(|| {
        let day_after = standing.deadline.date.plus_days(1).unwrap_or(standing.deadline.date);
        case.world.calendar.working_days_at_least(day_after, case.world.as_of)
    });
    let escalation = match sure {
        days if days > i64::from(rules.circulate_after) => Escalation::Circulate,
        days if days > i64::from(rules.supervise_after) => Escalation::Supervise,
        days if days < i64::from(rules.urge_after) && late.is_some() => Escalation::Remind,
        _ => Escalation::Urge,
    };
    vec![Alert {
        code: AlertCode::Overdue,
        severity: Severity::Critical,
        escalation: Some(escalation),
        detail: AlertDetail::Overdue { days: -standing.days_left, working_days: late },
    }]
}

//! 欠进度: the pace calls for more than was done.

use super::case::Case;
use crate::assess::reason::{Alert, AlertCode, AlertDetail, Severity};
use crate::plan::Escalation;

/// Only of progress that is known: silence is `unreported`, not zero.
pub(super) fn rule(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    let (Some(expected), Some(progress)) = (standing.expected, standing.progress) else { return Vec::new() };
    let rules = &case.world.plan.head.alerts;
    if !standing.has_finish() || !expected.exceeds_by(progress, rules.behind.ratio()) {
        return Vec::new();
    }
    let far = expected.exceeds_by(progress, rules.far_behind.ratio());
    let (severity, escalation) =
        if far { (Severity::Critical, Escalation::Urge) } else { (Severity::Warning, Escalation::Remind) };
    vec![Alert {
        code: AlertCode::Behind,
        severity,
        escalation: Some(escalation),
        detail: AlertDetail::Behind { expected, progress },
    }]
}

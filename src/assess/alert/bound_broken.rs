//! A value is worse than the bound that was to be kept.

use crate::plan::{Direction, Escalation};

use super::case::Case;
use crate::assess::reason::{Alert, AlertCode, AlertDetail, Severity};

pub(super) fn rule(case: &Case<'_, '_>) -> Vec<Alert> {
    let metrics = case.standing.task.metrics.iter().zip(&case.standing.metrics).enumerate();
    metrics
        .filter(|(_, (metric, standing))| {
            metric.direction() == Direction::AtMost && standing.value.is_some() && !standing.met
        })
        .map(|(metric, _)| Alert {
            code: AlertCode::BoundBroken,
            severity: Severity::Critical,
            escalation: Some(Escalation::Urge),
            detail: AlertDetail::BoundBroken { metric },
        })
        .collect()
}

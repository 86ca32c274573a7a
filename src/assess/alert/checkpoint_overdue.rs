//! A dated step was not reached in time.

use super::case::Case;
use crate::assess::reason::{Alert, AlertCode, AlertDetail, Severity};
use crate::plan::Escalation;

pub(super) fn rule(case: &Case<'_, '_>) -> Vec<Alert> {
    if case.standing.work_ended {
        return Vec::new();
    }
    let as_of = case.world.as_of;
    let checkpoints = case.standing.task.checkpoints.iter().zip(&case.standing.reached).enumerate();
    checkpoints
        .filter(|(_, (checkpoint, reached))| checkpoint.due < as_of && reached.is_none())
        .map(|(index, (checkpoint, _))| Alert {
            code: AlertCode::CheckpointOverdue,
            severity: Severity::Warning,
            escalation: Some(Escalation::Urge),
            detail: AlertDetail::CheckpointOverdue { checkpoint: index, days: as_of.days_since(checkpoint.due) },
        })
        .collect()
}

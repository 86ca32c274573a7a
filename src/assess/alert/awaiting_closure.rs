//! Finished by the unit, and not yet closed by a reviewer, in a plan where reviewers close.

use crate::plan::{Closing, Direction};

use super::case::Case;
use crate::assess::reason::{Alert, AlertCode, AlertDetail, Severity};
use crate::assess::state::State;

pub(super) fn rule(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    let counting = || {
        let metrics = standing.task.metrics.iter().zip(&standing.metrics);
        metrics.filter(|(metric, _)| metric.direction() == Direction::AtLeast)
    };
    let metrics_met = standing.has_finish() && counting().count() > 0 && counting().all(|(_, metric)| metric.met);
    // What a reviewer sent back waits for the unit, not for the reviewer.
    let finished = standing.state == State::Done || (metrics_met && standing.state != State::Returned);
    if case.world.plan.head.closing == Closing::Direct || !finished {
        return Vec::new();
    }
    vec![Alert {
        code: AlertCode::AwaitingClosure,
        severity: Severity::Info,
        escalation: None,
        detail: AlertDetail::AwaitingClosure,
    }]
}

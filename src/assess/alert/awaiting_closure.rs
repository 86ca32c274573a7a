//! Finished by the unit, and not yet closed by a reviewer, in a plan where reviewers close.

use crate::assess::reason::{About, Alert, AlertCode, Severity};
use crate::assess::standing::Standing;
use crate::assess::state::State;
use crate::plan::{Closing, Direction, Language};
use crate::say;
use crate::words::terms::term;

use super::case::{Case, Rule};

pub(super) const RULE: Rule =
    Rule { code: AlertCode(&term("awaiting_closure", "待销号", "awaiting closure", &[])), found, said };

fn found(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    let counting = || {
        let metrics = standing.task.metrics.iter().zip(&standing.metrics);
        metrics.filter(|(metric, _)| metric.direction() == Direction::AtLeast)
    };
    let metrics_met = standing.finish().is_some() && counting().count() > 0 && counting().all(|(_, metric)| metric.met);
    // What a reviewer sent back waits for the unit, not for the reviewer.
    let finished = standing.state == State::Done || (metrics_met && standing.state != State::Returned);
    if case.world.plan.head.closing == Closing::Direct || !finished {
        return Vec::new();
    }
    vec![Alert { code: RULE.code, severity: Severity::Info, escalation: None, about: About::Task }]
}

fn said(lang: Language, _: &Standing<'_>, _: &About) -> String {
    say!(lang, "已达到完成条件，待审核销号", "finished, waiting for a reviewer to close it")
}

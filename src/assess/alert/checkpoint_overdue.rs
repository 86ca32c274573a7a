//! A dated step was not reached in time.

use crate::assess::reason::{About, Alert, AlertCode, Severity};
use crate::assess::standing::Standing;
use crate::plan::{Checkpoint, Escalation, Language};
use crate::say;
use crate::words::day_count;
use crate::words::terms::term;

use super::case::{Case, Rule};
use super::sentence::{due_day, mark};

pub(super) const RULE: Rule =
    Rule { code: AlertCode(&term("checkpoint_overdue", "节点逾期", "checkpoint overdue", &[])), found, said };

fn found(case: &Case<'_, '_>) -> Vec<Alert> {
    if case.standing.work_ended {
        return Vec::new();
    }
    let as_of = case.world.as_of;
    let checkpoints = case.standing.due.iter().zip(&case.standing.reached).enumerate();
    checkpoints
        .filter(|(_, (due, reached))| **due < as_of && reached.is_none())
        .map(|(index, _)| Alert {
            code: RULE.code,
            severity: Severity::Warning,
            escalation: Some(Escalation::Urge),
            about: About::Checkpoint(index),
        })
        .collect()
}

fn said(lang: Language, standing: &Standing<'_>, about: &About) -> String {
    let About::Checkpoint(at) = about else { return String::new() };
    let Some(Checkpoint { title, due, .. }) = standing.task.checkpoints.get(*at) else { return String::new() };
    let meant = standing.due.get(*at).unwrap_or(due);
    let late = day_count(lang, standing.as_of.days_since(*meant));
    let due = due_day(lang, *due, *meant, mark(standing, "checkpoints"));
    say!(lang, "节点“{title}”应于 {due}完成，已逾期 {late}", "checkpoint “{title}” was due {due}, {late} overdue")
}

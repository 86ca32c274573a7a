//! It waits for a task that is overdue, or due after it.

use crate::assess::reason::{About, Alert, AlertCode, Severity};
use crate::assess::standing::Standing;
use crate::plan::{Escalation, Language};
use crate::say;
use crate::words::terms::term;

use super::case::{Case, Rule};
use super::sentence::mark;

pub(super) const RULE: Rule =
    Rule { code: AlertCode(&term("dependency", "前置未完", "dependency", &[])), found, said };

/// A continuous task has no finish to wait for: the end of its period says nothing about when it helps.
fn found(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    if standing.work_ended {
        return Vec::new();
    }
    let later = |other: &Standing<'_>| match (other.finish(), standing.deadline) {
        (Some(other), Some(own)) => other.meant > own.meant,
        (Some(_) | None, _) => false,
    };
    let awaited = standing.task.depends.iter().filter_map(|id| case.others.get(id));
    awaited
        .filter(|other| other.is_open() && !other.work_ended)
        .filter(|other| other.is_overdue() || later(other))
        .map(|other| Alert {
            code: RULE.code,
            severity: Severity::Warning,
            escalation: Some(Escalation::Remind),
            about: About::Awaited { on: other.task.id.clone(), overdue: other.is_overdue() },
        })
        .collect()
}

fn said(lang: Language, standing: &Standing<'_>, about: &About) -> String {
    let About::Awaited { on, overdue } = about else { return String::new() };
    let mark = mark(standing, "depends");
    match overdue {
        true => say!(lang, "前置任务 {on}{mark} 已逾期", "waits for {on}{mark}, which is overdue"),
        false => say!(lang, "前置任务 {on}{mark} 时限晚于本任务", "waits for {on}{mark}, which is due later"),
    }
}

//! The deadline is near.

use crate::assess::in_force::Deadline;
use crate::assess::reason::{About, Alert, AlertCode, Severity};
use crate::assess::standing::Standing;
use crate::plan::{Escalation, Language};
use crate::say;
use crate::words::terms::term;

use super::case::{Case, Rule};
use super::sentence::{span, stated};

pub(super) const RULE: Rule = Rule { code: AlertCode(&term("due_soon", "临期", "due soon", &[])), found, said };

impl AlertCode {
    /// Near the deadline.
    pub const DUE_SOON: AlertCode = RULE.code;
}

/// 提醒 within `due_soon` working days.
fn found(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    let near = i64::from(case.world.plan.head.alerts.due_soon);
    let is_near = |deadline: &Deadline| deadline.days_left >= 0 && deadline.working_days_left <= near;
    if standing.work_ended || !standing.finish().is_some_and(|deadline| is_near(&deadline)) {
        return Vec::new();
    }
    vec![Alert {
        code: AlertCode::DUE_SOON,
        severity: Severity::Warning,
        escalation: Some(Escalation::Remind),
        about: About::Task,
    }]
}

fn said(lang: Language, standing: &Standing<'_>, _: &About) -> String {
    let Some(due) = standing.deadline else { return String::new() };
    let deadline = stated(lang, due);
    if due.days_left == 0 {
        let day = deadline.trim_end();
        return match due.date == due.meant {
            true => say!(lang, "今天（{day}）到期", "due today, {day}"),
            false => say!(lang, "{day}到期，即今天", "due {day}: today"),
        };
    }
    let left = span(lang, due.days_left, due.working_days_left);
    say!(lang, "{deadline}到期，还剩 {left}", "due {deadline}, {left} left")
}

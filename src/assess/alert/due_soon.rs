//! The deadline is near.

use crate::assess::reason::{About, Alert, AlertCode, Severity};
use crate::assess::standing::Standing;
use crate::plan::{Escalation, Language};
use crate::say;
use crate::words::terms::term;

use super::case::{Case, Rule};
use super::sentence::{deadline, span};

pub(super) const RULE: Rule = Rule { code: AlertCode(&term("due_soon", "临期", "due soon", &[])), found, said };

impl AlertCode {
    /// Near the deadline.
    pub const DUE_SOON: AlertCode = RULE.code;
}

/// 提醒 within `due_soon` working days.
fn found(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    let near = i64::from(case.world.plan.head.alerts.due_soon);
    if standing.work_ended || !standing.has_finish() || standing.days_left < 0 || standing.working_days_left > near {
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
    let deadline = deadline(lang, standing);
    if standing.days_left == 0 {
        let day = deadline.trim_end();
        return match standing.deadline.date == standing.deadline.meant {
            true => say!(lang, "今天（{day}）到期", "due today, {day}"),
            false => say!(lang, "{day}到期，即今天", "due {day}: today"),
        };
    }
    let left = span(lang, standing.days_left, standing.working_days_left);
    say!(lang, "{deadline}到期，还剩 {left}", "due {deadline}, {left} left")
}

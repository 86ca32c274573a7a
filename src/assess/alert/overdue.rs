//! The deadline has passed and the work has not ended.

use crate::assess::reason::{About, Alert, AlertCode, Severity};
use crate::assess::standing::Standing;
use crate::plan::Language;
use crate::say;
use crate::words::terms::term;

use super::case::{Case, Rule};
use super::sentence::{span, stated};

pub(super) const RULE: Rule = Rule { code: AlertCode(&term("overdue", "逾期", "overdue", &["超期"])), found, said };

impl AlertCode {
    /// Past the deadline.
    pub const OVERDUE: AlertCode = RULE.code;
}

/// 催办 at once, 督办 and 通报 as the working days go by.
fn found(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    let Some(deadline) = standing.deadline.filter(|_| standing.is_overdue()) else { return Vec::new() };
    let rules = &case.world.plan.head.alerts;
    let escalation = rules.escalation(-deadline.working_days_left);
    vec![Alert {
        code: AlertCode::OVERDUE,
        severity: Severity::Critical,
        escalation: Some(escalation),
        about: About::Task,
    }]
}

fn said(lang: Language, standing: &Standing<'_>, _: &About) -> String {
    let Some(due) = standing.deadline else { return String::new() };
    let late = span(lang, -due.days_left, -due.working_days_left);
    let deadline = stated(lang, due);
    say!(lang, "应于 {deadline}完成，已逾期 {late}", "due {deadline}, {late} overdue")
}

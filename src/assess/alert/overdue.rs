//! The deadline has passed and the work has not ended.

use crate::assess::reason::{About, Alert, AlertCode, Severity};
use crate::assess::standing::Standing;
use crate::plan::Language;
use crate::say;
use crate::words::terms::term;

use super::case::{Case, Rule};
use super::sentence::{deadline, span};

pub(super) const RULE: Rule = Rule { code: AlertCode(&term("overdue", "逾期", "overdue", &["超期"])), found, said };

impl AlertCode {
    /// Past the deadline.
    pub const OVERDUE: AlertCode = RULE.code;
}

/// 催办 at once, 督办 and 通报 as the working days go by.
fn found(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    if !standing.is_overdue() {
        return Vec::new();
    }
    let rules = &case.world.plan.head.alerts;
    let escalation = rules.escalation(-standing.working_days_left);
    vec![Alert {
        code: AlertCode::OVERDUE,
        severity: Severity::Critical,
        escalation: Some(escalation),
        about: About::Task,
    }]
}

fn said(lang: Language, standing: &Standing<'_>, _: &About) -> String {
    let late = span(lang, -standing.days_left, -standing.working_days_left);
    let deadline = deadline(lang, standing);
    say!(lang, "应于 {deadline}完成，已逾期 {late}", "due {deadline}, {late} overdue")
}

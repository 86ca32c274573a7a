//! 未报送: nothing was heard of the task in the last whole reporting period, nor since.

use crate::assess::reason::{About, Alert, AlertCode, Severity};
use crate::assess::reporting::last_full_period;
use crate::assess::standing::Standing;
use crate::plan::{Escalation, Kind, Language};
use crate::say;
use crate::words::terms::term;

use super::case::{Case, Rule};

pub(super) const RULE: Rule =
    Rule { code: AlertCode(&term("unreported", "未报送", "unreported", &["未报"])), found, said };

impl AlertCode {
    /// Not heard of in the last period.
    pub const UNREPORTED: AlertCode = RULE.code;
}

/// A period counts only if the task ran through all of it; when the plan is over, the last ones in it do.
fn found(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    // What has a rhythm of its own is chased by that one.
    if standing.work_ended || standing.task.recurs.is_some() {
        return Vec::new();
    }
    let head = &case.world.plan.head;
    let after_end = head.period.end.plus_days(1).unwrap_or(head.period.end);
    let Some(period) = last_full_period(head.reporting, case.world.as_of.min(after_end)) else { return Vec::new() };
    let ran_through = period.start >= standing.start && period.start >= head.period.start;
    if !ran_through || standing.last_report.is_some_and(|last| last >= period.start) {
        return Vec::new();
    }
    // Of what was never heard of nothing is known: that is the unit's silence, and says nothing about the work.
    let severity = match (standing.task.kind, standing.last_report) {
        (Kind::Continuous, Some(_)) => Severity::Warning,
        (Kind::Continuous, None) | (Kind::Milestone | Kind::Measured, _) => Severity::Info,
    };
    vec![Alert { code: AlertCode::UNREPORTED, severity, escalation: Some(Escalation::Remind), about: About::Task }]
}

fn said(lang: Language, standing: &Standing<'_>, _: &About) -> String {
    match standing.last_report {
        None => say!(lang, "至今未报送进展", "never reported"),
        Some(last) => {
            say!(lang, "上期未报送进展，最近一次为 {last}", "not reported in the last period; last heard of on {last}")
        }
    }
}

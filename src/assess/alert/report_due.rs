//! 定期报送: a report that a task owes again and again is due soon, or has not come.

use crate::assess::duty::DueReport;
use crate::assess::reason::{About, Alert, AlertCode, Severity};
use crate::assess::standing::Standing;
use crate::plan::{Escalation, Language};
use crate::say;
use crate::words::terms::term;

use super::case::{Case, Rule};
use super::sentence::{due_day, mark, span};

pub(super) const RULE: Rule =
    Rule { code: AlertCode(&term("report_due", "定期报送", "report due", &["定期未报"])), found, said };

impl AlertCode {
    /// A recurring report is due, or missed.
    pub const REPORT_DUE: AlertCode = RULE.code;
}

/// One alert a task. Reports that were missed one after the other, up to the last that was due, are one silence: it is as
/// loud as the first of them is late. What was missed before the last report came is over.
fn found(case: &Case<'_, '_>) -> Vec<Alert> {
    let (standing, as_of) = (case.standing, case.world.as_of);
    if standing.work_ended {
        return Vec::new();
    }
    let next = standing.reports.partition_point(|report| report.meant < as_of);
    let past = standing.reports.get(..next).unwrap_or_default();
    let missed = past.iter().rev().take_while(|report| report.reported_on.is_none()).count();
    let left = |report: &DueReport| case.world.calendar.working_days_left(as_of, report.meant);
    let alert =
        |severity, escalation, about| vec![Alert { code: RULE.code, severity, escalation: Some(escalation), about }];
    let rules = &case.world.plan.head.alerts;
    if let Some(first) = past.get(next - missed).filter(|_| missed > 0) {
        let escalation = rules.escalation(-left(first));
        let severity = match escalation {
            Escalation::Remind | Escalation::Urge => Severity::Warning,
            Escalation::Supervise | Escalation::Circulate => Severity::Critical,
        };
        let about = About::Reports { first: next - missed, last: next - 1, working_days: -left(first) };
        return alert(severity, escalation, about);
    }
    match standing.reports.get(next).filter(|report| report.reported_on.is_none()) {
        Some(report) if left(report) <= report.every.reminded_before().min(i64::from(rules.due_soon)) => {
            let about = About::Reports { first: next, last: next, working_days: left(report) };
            alert(Severity::Info, Escalation::Remind, about)
        }
        Some(_) | None => Vec::new(),
    }
}

fn said(lang: Language, standing: &Standing<'_>, about: &About) -> String {
    let About::Reports { first, last, working_days } = about else { return String::new() };
    let Some((report, newest)) = standing.reports.get(*first).zip(standing.reports.get(*last)) else {
        return String::new();
    };
    let name = |report: &DueReport| report.every.name(report.period, lang);
    let (name, newest) = (name(report), name(newest));
    let due = due_day(lang, report.due, report.meant, mark(standing, "recurs"));
    let days = report.meant.days_since(standing.as_of);
    let span = span(lang, days.abs(), *working_days);
    match (days.signum(), last - first + 1) {
        (1, _) => {
            say!(lang, "{name}报告应于 {due}报送，还剩 {span}", "the report for {name} is due {due}, {span} left")
        }
        (0, _) => say!(lang, "{name}报告应于 {due}报送，今天到期", "the report for {name} is due {due}, today"),
        (_, 1) => {
            say!(lang, "{name}报告应于 {due}报送，已逾期 {span}", "the report for {name} was due {due}, {span} overdue")
        }
        (_, missed) => say!(
            lang,
            "{name}至{newest}共 {missed} 期报告未报送，最早一期应于 {due}报送，已逾期 {span}",
            "{missed} reports were missed, for {name} to {newest}; the first was due {due}, {span} overdue"
        ),
    }
}

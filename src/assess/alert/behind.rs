//! 欠进度: the pace calls for more than was done.

use crate::assess::reason::{About, Alert, AlertCode, Severity};
use crate::assess::standing::Standing;
use crate::plan::{Escalation, Language};
use crate::say;
use crate::words::terms::term;

use super::case::{Case, Rule};
use super::sentence::progress_mark;

pub(super) const RULE: Rule = Rule { code: AlertCode(&term("behind", "滞后", "behind", &[])), found, said };

impl AlertCode {
    /// Less done than the pace calls for.
    pub const BEHIND: AlertCode = RULE.code;
}

/// Only of progress that is known: silence is `unreported`, not zero.
fn found(case: &Case<'_, '_>) -> Vec<Alert> {
    let standing = case.standing;
    let (Some(due), Some(progress)) = (standing.finish(), standing.progress) else { return Vec::new() };
    let (expected, rules) = (due.expected, &case.world.plan.head.alerts);
    if !expected.exceeds_by(progress, rules.behind.ratio()) {
        return Vec::new();
    }
    let far = expected.exceeds_by(progress, rules.far_behind.ratio());
    let (severity, escalation) =
        if far { (Severity::Critical, Escalation::Urge) } else { (Severity::Warning, Escalation::Remind) };
    vec![Alert { code: AlertCode::BEHIND, severity, escalation: Some(escalation), about: About::Task }]
}

fn said(lang: Language, standing: &Standing<'_>, _: &About) -> String {
    let (Some(due), Some(progress)) = (standing.deadline, standing.progress) else { return String::new() };
    let expected = due.expected;
    let target = progress_mark(standing);
    let (done, wanted, points) = (progress.percent(), expected.percent(), expected.points_above(progress));
    say!(
        lang,
        "完成 {done}{target}，序时进度 {wanted}，落后 {points} 个百分点",
        "{done}{target} done where the pace calls for {wanted}: {points} points behind"
    )
}

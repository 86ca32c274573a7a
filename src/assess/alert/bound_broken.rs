//! A value is worse than the bound that was to be kept.

use crate::assess::reason::{About, Alert, AlertCode, Severity};
use crate::assess::standing::Standing;
use crate::plan::{Direction, Escalation, Language};
use crate::say;
use crate::words::terms::term;

use super::case::{Case, Rule};
use super::sentence::target_mark;

pub(super) const RULE: Rule =
    Rule { code: AlertCode(&term("bound_broken", "超限", "bound broken", &[])), found, said };

fn found(case: &Case<'_, '_>) -> Vec<Alert> {
    let metrics = case.standing.task.metrics.iter().zip(&case.standing.metrics).enumerate();
    metrics
        .filter(|(_, (metric, standing))| metric.direction().is_bound() && standing.value.is_some() && !standing.met)
        .map(|(metric, _)| Alert {
            code: RULE.code,
            severity: Severity::Critical,
            escalation: Some(Escalation::Urge),
            about: About::Metric(metric),
        })
        .collect()
}

fn said(lang: Language, standing: &Standing<'_>, about: &About) -> String {
    let About::Metric(at) = about else { return String::new() };
    let pair = standing.task.metrics.get(*at).zip(standing.metrics.get(*at));
    let Some((metric, stands)) = pair else { return String::new() };
    let mark = target_mark(standing, metric);
    let value = stands.value.map(|value| metric.show(value).to_string()).unwrap_or_default();
    let (name, target, unit) = (&metric.name, metric.target(), &metric.unit);
    match (metric.grades().is_empty(), metric.direction()) {
        (true, Direction::AtLeast | Direction::AtMost) => say!(
            lang,
            "{name}为 {value}{unit}，超过上限 {target}{unit}{mark}",
            "{name} is {value}{unit}, above the bound of {target}{unit}{mark}"
        ),
        (true, Direction::Hold) => say!(
            lang,
            "{name}为 {value}{unit}，低于应保持的 {target}{unit}{mark}",
            "{name} is {value}{unit}, below the {target}{unit}{mark} to be held"
        ),
        (false, _) => say!(
            lang,
            "{name}为{value}{unit}，劣于{target}{unit}{mark}",
            "{name} is {value}{unit}, worse than {target}{unit}{mark}"
        ),
    }
}

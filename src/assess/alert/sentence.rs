//! What the sentences of alerts have in common. What is assumed carries its mark here too.

use crate::assess::standing::Standing;
use crate::plan::{Language, Metric};
use crate::say;
use crate::words::{day_count, working_day_count};

/// The mark of a field that is assumed.
pub(super) fn mark(standing: &Standing<'_>, field: &str) -> &'static str {
    if standing.assumed.contains(&field) { "*" } else { "" }
}

/// The deadline with its mark.
pub(super) fn deadline(standing: &Standing<'_>) -> String {
    format!("{}{}", standing.deadline.date, mark(standing, "deadline"))
}

/// `14 天（10 个工作日）`.
pub(super) fn span(lang: Language, days: i64, working_days: i64) -> String {
    let (days, working) = (day_count(lang, days), working_day_count(lang, working_days));
    say!(lang, "{days}（{working}）", "{days} ({working})")
}

pub(super) fn any_target_assumed(standing: &Standing<'_>) -> bool {
    standing.task.metrics.iter().any(|metric| target_mark(standing, metric) == "*")
}

pub(super) fn target_mark(standing: &Standing<'_>, metric: &Metric) -> &'static str {
    let assumed = standing.assumed.iter().any(|field| field.strip_prefix("metrics.") == Some(metric.name.as_str()));
    if assumed { "*" } else { "" }
}

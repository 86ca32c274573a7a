//! What the sentences of alerts have in common. What is assumed carries its mark here too.

use std::cmp::Ordering;

use crate::assess::in_force::Deadline;
use crate::assess::standing::Standing;
use crate::plan::{Date, Language, Metric};
use crate::say;
use crate::words::{day_count, working_day_count};

/// The mark of a field that is assumed.
pub(super) fn mark(standing: &Standing<'_>, field: &str) -> &'static str {
    if standing.assumed.contains(&field) { "*" } else { "" }
}

/// The deadline with its mark.
pub(super) fn deadline(lang: Language, standing: &Standing<'_>) -> String {
    let Deadline { date, meant, .. } = standing.deadline;
    due_day(lang, date, meant, mark(standing, "deadline"))
}

/// A day by which something is due, with its mark, and the day that it means: `2020-11-28（逢休息日顺延至 2020-11-30）`. In
/// Chinese a blank parts a bare day from the word behind it.
pub(in crate::assess) fn due_day(lang: Language, stated: Date, meant: Date, mark: &str) -> String {
    let moved = moved(lang, stated, meant).map(|moved| say!(lang, "（{moved}）", " ({moved})"));
    format!("{stated}{mark}{}", moved.unwrap_or_else(|| lang.pick(" ", "").to_owned()))
}

/// That a day means another one, where it does: `逢休息日顺延至 2020-11-30`.
pub fn moved(lang: Language, stated: Date, meant: Date) -> Option<String> {
    match meant.cmp(&stated) {
        Ordering::Equal => None,
        Ordering::Greater => Some(say!(lang, "逢休息日顺延至 {meant}", "a day off: {meant} counts")),
        Ordering::Less => Some(say!(lang, "逢休息日提前至 {meant}", "a day off: {meant} counts")),
    }
}

/// `14 天（10 个工作日）`.
pub(super) fn span(lang: Language, days: i64, working_days: i64) -> String {
    let (days, working) = (day_count(lang, days), working_day_count(lang, working_days));
    say!(lang, "{days}（{working}）", "{days} ({working})")
}

pub(in crate::assess) fn any_target_assumed(standing: &Standing<'_>) -> bool {
    standing.task.metrics.iter().any(|metric| target_mark(standing, metric) == "*")
}

pub(super) fn target_mark(standing: &Standing<'_>, metric: &Metric) -> &'static str {
    let assumed = standing.assumed.iter().any(|field| field.strip_prefix("metrics.") == Some(metric.name.as_str()));
    if assumed { "*" } else { "" }
}

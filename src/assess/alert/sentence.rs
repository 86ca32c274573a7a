//! What the sentences of alerts have in common. What is assumed carries its mark here too.

use std::cmp::Ordering;

use crate::assess::in_force::{Basis, Deadline};
use crate::assess::standing::Standing;
use crate::plan::{Date, Language, Metric, MetricPart};
use crate::say;
use crate::words::{day_count, working_day_count};

/// The mark of a field that is assumed.
pub(super) fn mark(standing: &Standing<'_>, field: &str) -> &'static str {
    if standing.assumed.contains(&field) { "*" } else { "" }
}

/// The deadline with its mark.
pub(in crate::assess) fn stated(lang: Language, Deadline { date, meant, basis, .. }: Deadline) -> String {
    due_day(lang, date, meant, if basis == Basis::Assumed { "*" } else { "" })
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

/// The mark of a progress that is reckoned from something assumed.
pub(in crate::assess) fn progress_mark(standing: &Standing<'_>) -> &'static str {
    let assumed = |metric: &Metric| standing.assumed_parts(metric).next().is_some();
    if standing.task.metrics.iter().any(assumed) { "*" } else { "" }
}

/// The mark of a bound.
pub(super) fn target_mark(standing: &Standing<'_>, metric: &Metric) -> &'static str {
    let is_of_bound = |part| matches!(part, MetricPart::Target | MetricPart::Direction);
    if standing.assumed_parts(metric).any(is_of_bound) { "*" } else { "" }
}

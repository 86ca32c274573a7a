//! In which reporting periods work without a finish was heard of.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::Standing;
use crate::plan::{Date, Every, Head, Period};

/// A reporting period, and whether the task was heard of in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WallPeriod {
    /// Its first day.
    pub start: Date,
    /// Its last day.
    pub end: Date,
    /// Whether something was reported in it.
    pub reported: bool,
    /// Whether it ran from the task's start to its own end without a report.
    pub missed: bool,
}

/// The periods from the task's start up to the day that is judged, in the plan's rhythm or in the task's own; none after
/// the plan's end.
pub(super) fn periods(head: &Head, standing: &Standing<'_>) -> Vec<WallPeriod> {
    let every = standing.task.recurs.map_or(Every::from(head.reporting), |duty| duty.every);
    let heard = standing.entries.iter().filter(|entry| entry.is_report()).map(|entry| entry.date);
    let heard: Vec<Date> = heard.chain(standing.last_report).collect();
    let start = standing.start.max(head.period.start);
    let last = standing.as_of.min(head.period.end);
    let next = |period: &Period| every.period_of(period.end.plus_days(1)?);
    let periods = std::iter::successors(every.period_of(start), next);
    let told = periods.take_while(|period| period.start <= last).map(|period| {
        let reported = heard.iter().any(|day| period.start <= *day && *day <= period.end);
        let missed = !reported && period.start >= start && period.end < standing.as_of;
        WallPeriod { start: period.start, end: period.end, reported, missed }
    });
    told.collect()
}

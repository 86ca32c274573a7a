//! How far a task has come: by its metrics, else by its checkpoints; unknown while nothing was reported.

use num_rational::Ratio;

use crate::plan::{Checklist, Date, Entry, Measure, Metric, Reading, Side, Task};

use super::share::Share;
use super::state::State;

/// How one metric stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MetricStanding {
    /// The last value reported; `None` while there is none.
    pub value: Option<Reading>,
    /// The day it is true for.
    pub reported_on: Option<Date>,
    /// The way from the baseline to the target; `None` for a bound, and while nothing was reported.
    pub progress: Option<Share>,
    /// Whether the target is reached, or the bound kept.
    pub met: bool,
}

impl MetricStanding {
    /// How the metric stands after the given entries, oldest first.
    pub(super) fn new(metric: &Metric, entries: &[&Entry], checklists: &[Checklist], as_of: Date) -> MetricStanding {
        let last = match &metric.checklist {
            Some(path) => checklists.iter().find(|list| list.path == *path).and_then(|list| closed_rows(list, as_of)),
            None => last_value(metric, entries),
        };
        let value = last.map(|(value, _)| value);
        MetricStanding {
            value,
            reported_on: last.map(|(_, day)| day),
            progress: value.and_then(|value| progress_of(metric, value)),
            met: value.is_some_and(|value| is_met(metric, value)),
        }
    }
}

fn last_value(metric: &Metric, entries: &[&Entry]) -> Option<(Reading, Date)> {
    entries.iter().rev().find_map(|entry| {
        let value = entry.values.get(&metric.name)?;
        Some((metric.read(value).ok()?, entry.date))
    })
}

/// How many rows are closed, and since when; `None` before the first one is.
fn closed_rows(list: &Checklist, as_of: Date) -> Option<(Reading, Date)> {
    let closed = || list.rows.iter().filter_map(|row| row.closed_on).filter(|day| *day <= as_of);
    let last = closed().max()?;
    Some((Reading::Number(crate::plan::Quantity::count(closed().count())), last))
}

fn progress_of(metric: &Metric, value: Reading) -> Option<Share> {
    match (&metric.measure, value) {
        (Measure::Count { baseline, target }, Reading::Number(value)) => {
            Share::of(value.ratio() - baseline.ratio(), target.ratio() - baseline.ratio())
        }
        (Measure::Grade { baseline, target, .. }, Reading::Grade(value)) => {
            let steps = |grade: usize| i64::try_from(grade).unwrap_or(i64::MAX);
            Share::of_counts(steps(value) - steps(*baseline), steps(*target) - steps(*baseline))
        }
        (Measure::Bound { .. } | Measure::GradeBound { .. } | Measure::Count { .. } | Measure::Grade { .. }, _) => None,
    }
}

fn is_met(metric: &Metric, value: Reading) -> bool {
    match (&metric.measure, value) {
        (Measure::Count { target, .. }, Reading::Number(value)) => value >= *target,
        (Measure::Bound { target, side: Side::Most }, Reading::Number(value)) => value <= *target,
        (Measure::Bound { target, side: Side::Least }, Reading::Number(value)) => value >= *target,
        (Measure::Grade { target, .. } | Measure::GradeBound { target, .. }, Reading::Grade(value)) => value >= *target,
        (Measure::Count { .. } | Measure::Bound { .. }, Reading::Grade(_))
        | (Measure::Grade { .. } | Measure::GradeBound { .. }, Reading::Number(_)) => false,
    }
}

/// A task's progress: all of it when it is finished; else the weighted mean of the metrics that have a
/// value; else the share of checkpoints reached; of a task that has neither what the unit says; else unknown.
pub(super) fn progress(
    task: &Task,
    state: State,
    metrics: &[MetricStanding],
    reached: &[Option<Date>],
    percent: Option<u8>,
) -> Option<Share> {
    match state {
        State::Done | State::Closed => return Some(Share::ONE),
        State::NotStarted | State::InProgress | State::Blocked | State::Returned | State::Cancelled => {}
    }
    let known = task
        .metrics
        .iter()
        .zip(metrics)
        .filter_map(|(metric, standing)| Some((standing.progress?, metric.weight.ratio())));
    // A unit's own estimate stands where nothing can be counted.
    let estimated = percent.filter(|_| task.metrics.is_empty() && task.checkpoints.is_empty());
    let estimated = || Share::of(Ratio::from(i128::from(estimated?.min(100))), Ratio::from(100));
    Share::mean(known).or_else(|| by_checkpoints(reached)).or_else(estimated)
}

fn by_checkpoints(reached: &[Option<Date>]) -> Option<Share> {
    let done = reached.iter().flatten().count();
    if done == 0 {
        return None;
    }
    let count = |number: usize| Ratio::from(i128::try_from(number).unwrap_or(i128::MAX));
    Share::of(count(done), count(reached.len()))
}

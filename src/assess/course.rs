//! How a metric went over time, beside the pace that was asked of it.

use serde::Serialize;

use crate::plan::calendar::Calendar;
use crate::plan::{Checklist, Date, Journal, Metric, PaceBasis};

use super::pace::passed;
use super::progress::MetricStanding;
use super::share::Share;
use super::standing::Standing;

/// How a metric went, against the target and the deadline that hold now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Course {
    /// The metric's place in its task.
    pub metric: usize,
    /// How far it had come on the days on which that was reported, oldest first.
    pub done: Vec<(Date, Share)>,
    /// What the passed time calls for, from the start to the deadline.
    pub pace: Vec<(Date, Share)>,
}

/// So many steps of the pace tell its shape.
const MOST_STEPS: usize = 24;
/// A checklist is looked at once a week.
const WEEK: i64 = 7;
/// A checklist's course is told in so many steps at most.
const MOST_WEEKS: usize = 110;

impl Course {
    /// The courses of the metrics that make progress and of which something was reported.
    pub fn all_of(
        standing: &Standing<'_>,
        journal: &Journal,
        calendar: &Calendar,
        basis: PaceBasis,
        as_of: Date,
    ) -> Vec<Course> {
        let told = standing.task.metrics.iter().zip(&standing.metrics).enumerate();
        let told = told.filter(|(_, (_, stands))| stands.progress.is_some());
        told.map(|(place, (metric, _))| Course {
            metric: place,
            done: done(standing, metric, &journal.checklists, as_of),
            pace: pace(standing, calendar, basis),
        })
        .collect()
    }
}

fn done(standing: &Standing<'_>, metric: &Metric, checklists: &[Checklist], as_of: Date) -> Vec<(Date, Share)> {
    let days: Vec<Date> = match metric.checklist {
        Some(_) => weeks(standing.start, as_of),
        None => {
            let reports = standing.entries.iter().filter(|entry| entry.values.get(&metric.name).is_some());
            reports.map(|entry| entry.date).collect()
        }
    };
    let at = |day: Date| {
        let until = standing.entries.partition_point(|entry| entry.date <= day);
        let entries = standing.entries.get(..until).unwrap_or_default();
        Some((day, MetricStanding::new(metric, entries, checklists, day).progress?))
    };
    let mut points: Vec<(Date, Share)> = days.into_iter().filter_map(at).collect();
    // Of several reports of one day the last one holds, and each was read with all of that day's entries.
    points.dedup_by_key(|(day, _)| *day);
    points
}

/// The first day, a day a week, and the last one.
fn weeks(first: Date, last: Date) -> Vec<Date> {
    let each = std::iter::successors(Some(first), |day| day.plus_days(WEEK)).take_while(|day| *day < last);
    each.take(MOST_WEEKS).chain([last]).collect()
}

/// The pace on the first day, at the ends of months, and at the deadline.
fn pace(standing: &Standing<'_>, calendar: &Calendar, basis: PaceBasis) -> Vec<(Date, Share)> {
    let Some(end) = standing.deadline.map(|deadline| deadline.meant) else { return Vec::new() };
    let start = standing.start;
    if start > end {
        return Vec::new();
    }
    let months = usize::try_from(end.month_number() - start.month_number()).unwrap_or(0);
    let next_end = |day: &Date| day.plus_days(1).map(Date::month_end);
    let ends = std::iter::successors(Some(start.month_end()), next_end).take(months);
    let days = [start].into_iter().chain(ends.step_by(months / MOST_STEPS + 1)).chain([end]);
    days.map(|day| (day, passed(basis, calendar, start, end, day))).collect()
}

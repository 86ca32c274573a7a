//! The burn-up: tasks finished over time, beside the pace.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Share, passed_share};
use crate::plan::calendar::Calendar;
use crate::plan::{Date, Head, PaceBasis};
use crate::report::header::Header;

use super::weeks::{WeekCounts, week_ends};
use super::{Edition, TimeAxis};

/// `workplan.chart-burnup/1`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Burnup<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// For whom it is.
    pub edition: Edition,
    /// The days along which it is drawn.
    pub axis: TimeAxis,
    /// How passed time is reckoned.
    pub pace_basis: PaceBasis,
    /// How many tasks are counted now.
    pub tasks: usize,
    /// How many tasks have no finish and so are not counted; `null` where that is not for the public.
    pub continuous: Option<usize>,
    /// Week by week, what was done.
    pub points: Vec<BurnupPoint>,
    /// Week by week, over the whole period, what the passed time calls for.
    pub pace: Vec<PacePoint>,
}

/// What was done by the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BurnupPoint {
    /// The day.
    pub date: Date,
    /// How many tasks were finished.
    pub done: usize,
    /// Of how many.
    pub tasks: usize,
    /// The mean of the progress that is known; `null` where none is, and for the public.
    pub progress: Option<Share>,
    /// How many tasks' progress is known; `null` for the public.
    pub progress_known: Option<usize>,
}

/// What the passed time calls for at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PacePoint {
    /// The day.
    pub date: Date,
    /// The share of the period that has passed.
    pub share: Share,
}

/// The name of the document.
pub(super) const SCHEMA: &str = "workplan.chart-burnup/1";

/// Reports the weeks as a burn-up: of the tasks that have a finish.
pub fn burnup<'s>(head: &'s Head, calendar: &Calendar, header: Header<'s>, weeks: &[WeekCounts]) -> Burnup<'s> {
    let points: Vec<BurnupPoint> = weeks
        .iter()
        .map(|week| BurnupPoint {
            date: week.date,
            done: week.done,
            tasks: week.finishing,
            progress: week.progress,
            progress_known: Some(week.progress_known),
        })
        .collect();
    let last = weeks.last();
    let continuous = last.map_or(0, |week| week.lights.tasks - week.finishing);
    Burnup::new(head, calendar, Header { schema: SCHEMA, ..header }, Edition::Office, points, Some(continuous))
}

impl<'s> Burnup<'s> {
    /// A burn-up of the given points.
    pub(super) fn new(
        head: &Head,
        calendar: &Calendar,
        header: Header<'s>,
        edition: Edition,
        points: Vec<BurnupPoint>,
        continuous: Option<usize>,
    ) -> Burnup<'s> {
        let pace = |date| PacePoint { date, share: passed_share(head, calendar, date) };
        Burnup {
            header,
            edition,
            axis: TimeAxis::new(head.period, points.iter().map(|point| point.date), calendar),
            pace_basis: head.pace,
            tasks: points.last().map_or(0, |point| point.tasks),
            continuous,
            points,
            pace: week_ends(head.period).into_iter().map(pace).collect(),
        }
    }
}

//! The lights, week by week.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::LightCounts;
use crate::plan::{Date, Head};
use crate::report::header::Header;

use super::Edition;
use super::weeks::{WeekCounts, week_ends};

/// `workplan.chart-lights/1`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LightsByWeek<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// For whom it is.
    pub edition: Edition,
    /// How many weeks the whole period has: room is left for those to come.
    pub weeks: usize,
    /// Week by week, the tasks by light.
    pub points: Vec<LightsPoint>,
    /// The tasks by light a week before the as-of day; `null` where the plan's period had not begun.
    pub week_ago: Option<LightCounts>,
    /// The plan's own words for the lights.
    #[serde(skip)]
    pub head: &'s Head,
}

/// The tasks by light at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LightsPoint {
    /// The day.
    pub date: Date,
    /// The counts.
    #[serde(flatten)]
    pub lights: LightCounts,
}

/// The name of the document.
pub(super) const SCHEMA: &str = "workplan.chart-lights/1";

/// Reports the weeks by their lights.
pub fn lights_by_week<'s>(
    head: &'s Head,
    header: Header<'s>,
    weeks: &[WeekCounts],
    week_ago: Option<LightCounts>,
) -> LightsByWeek<'s> {
    let points = weeks.iter().map(|week| LightsPoint { date: week.date, lights: week.lights }).collect();
    LightsByWeek::new(head, Header { schema: SCHEMA, ..header }, Edition::Office, points, week_ago)
}

impl<'s> LightsByWeek<'s> {
    /// The lights at the given points.
    pub(super) fn new(
        head: &'s Head,
        header: Header<'s>,
        edition: Edition,
        points: Vec<LightsPoint>,
        week_ago: Option<LightCounts>,
    ) -> LightsByWeek<'s> {
        let weeks = week_ends(head.period).len().max(points.len());
        LightsByWeek { header, edition, weeks, points, week_ago, head }
    }
}

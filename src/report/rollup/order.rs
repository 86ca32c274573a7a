//! What many plans are put together by, and in which order they stand.

use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Light, Share, Totals};
use crate::plan::Period;
use crate::report::alerts::Wanted;
use crate::words::fields::Place;

use super::figures::Figures;

/// What is wanted of many plans.
#[derive(Debug, Clone, Default)]
pub struct RollupQuery {
    /// What they are put together by.
    pub by: RollupBy,
    /// The order of the rows; a weekly paper has its own.
    pub sort: RollupSort,
    /// Which alerts are listed.
    pub wanted: Wanted,
    /// Whether of each task only the worst of them is.
    pub one_a_task: bool,
    /// The days of a weekly paper.
    pub days: Option<RolledDays>,
}

/// Which days are reported on.
#[derive(Debug, Clone, Copy)]
pub struct RolledDays {
    /// The days, both included.
    pub span: Period,
    /// The number that somebody gives the report.
    pub issue: Option<u32>,
}

/// What the rows are about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum RollupBy {
    /// A row a plan.
    #[default]
    Plan,
    /// Those who issue plans.
    Issuer,
    /// Sections, by their titles.
    Section,
    /// The units that answer, by their names.
    Lead,
    /// Tags; a task may stand under several.
    Tag,
}

impl RollupBy {
    /// Every grouping but by plan, and the field that it goes by.
    pub const BY_FIELD: [(RollupBy, Place, &'static str); 4] = [
        (RollupBy::Issuer, Place::Plan, "issuer"),
        (RollupBy::Section, Place::Standing, "section"),
        (RollupBy::Lead, Place::Task, "lead"),
        (RollupBy::Tag, Place::Task, "tags"),
    ];
}

/// The order of the rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RollupSort {
    /// That of the plans' paths.
    #[default]
    Plan,
    /// Most red lights first, then most yellow ones.
    Light,
    /// The least progress first, and before it what is unknown: silence is no merit.
    Progress,
    /// What is furthest behind its pace first, and before it what is unknown.
    Pace,
    /// Most overdue tasks first.
    Overdue,
    /// Most unreported tasks first.
    Unreported,
    /// What was silent longest first: never heard of before all.
    LastEntry,
    /// The largest share on track first, of equal ones the smallest share of red lights.
    Best,
}

impl RollupSort {
    /// The orders that go by a field.
    pub const BY_FIELD: [(RollupSort, Place, &'static str); 4] = [
        (RollupSort::Light, Place::Standing, "light"),
        (RollupSort::Progress, Place::Standing, "progress"),
        (RollupSort::Pace, Place::Standing, "expected"),
        (RollupSort::LastEntry, Place::Standing, "last_report"),
    ];

    /// Puts rows in the order; those that are alike stay as they are.
    pub(super) fn sort<R>(self, rows: &mut [R], figures: impl Fn(&R) -> &Figures) {
        match self {
            RollupSort::Plan => {}
            RollupSort::Light => rows.sort_by_key(|row| {
                let totals = &figures(row).totals;
                Light::WORST_FIRST.map(|light| Reverse(totals.count(light)))
            }),
            RollupSort::Progress => rows.sort_by_key(|row| figures(row).totals.progress),
            RollupSort::Pace => rows.sort_by_key(|row| ahead(figures(row))),
            RollupSort::Overdue => rows.sort_by_key(|row| Reverse(figures(row).reach.overdue)),
            RollupSort::Unreported => rows.sort_by_key(|row| Reverse(figures(row).reach.unreported)),
            RollupSort::LastEntry => rows.sort_by_key(|row| figures(row).reach.last_entry),
            RollupSort::Best => rows.sort_by_key(|row| {
                let merit = merit(&figures(row).totals);
                (merit.is_none(), merit)
            }),
        }
    }
}

/// The share of some tasks that are finished or on track; `None` of no tasks.
pub(super) fn on_track(totals: &Totals) -> Option<Share> {
    share(totals.blue + totals.green, totals.tasks)
}

/// By what plans are ranked, the best first: those of whose tasks most are on track, then fewest red. Silence is no merit: what was never
/// heard of is grey, and not on track.
pub(super) fn merit(totals: &Totals) -> Option<(Reverse<Share>, Share)> {
    Some((Reverse(on_track(totals)?), share(totals.red, totals.tasks)?))
}

fn share(part: usize, whole: usize) -> Option<Share> {
    Share::of_counts(i64::try_from(part).ok()?, i64::try_from(whole).ok()?)
}

/// By how many parts in a million the progress is above what the time calls for; negative behind it.
fn ahead(figures: &Figures) -> Option<i64> {
    let parts = |share: Share| (share.rounded(6) * 1e6) as i64;
    Some(parts(figures.totals.progress?) - parts(figures.reach.expected?))
}

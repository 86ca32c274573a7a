//! What many plans are put together by, and in which order they stand.

use std::cmp::Reverse;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Light, Share};
use crate::report::alerts::Wanted;
use crate::words::fields::Place;

use super::figures::Figures;

/// What is wanted of many plans.
#[derive(Debug, Clone, Default)]
pub struct RollupQuery {
    /// What they are put together by.
    pub by: RollupBy,
    /// The order of the rows.
    pub sort: RollupSort,
    /// Which alerts are listed.
    pub wanted: Wanted,
    /// Whether of each task only the worst of them is.
    pub one_a_task: bool,
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
    /// The least progress first; unknown progress last.
    Progress,
    /// What is furthest behind its pace first; unknown progress last.
    Pace,
    /// Most overdue tasks first.
    Overdue,
    /// Most unreported tasks first.
    Unreported,
    /// What was silent longest first: never heard of before all.
    LastEntry,
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
            RollupSort::Progress => rows.sort_by_key(|row| {
                let progress = figures(row).totals.progress;
                (progress.is_none(), progress)
            }),
            RollupSort::Pace => rows.sort_by_key(|row| {
                let ahead = ahead(figures(row));
                (ahead.is_none(), ahead)
            }),
            RollupSort::Overdue => rows.sort_by_key(|row| Reverse(figures(row).reach.overdue)),
            RollupSort::Unreported => rows.sort_by_key(|row| Reverse(figures(row).reach.unreported)),
            RollupSort::LastEntry => rows.sort_by_key(|row| figures(row).reach.last_entry),
        }
    }
}

/// By how many parts in a million the progress is above what the time calls for; negative behind it.
fn ahead(figures: &Figures) -> Option<i64> {
    let parts = |share: Share| (share.rounded(6) * 1e6) as i64;
    Some(parts(figures.totals.progress?) - parts(figures.reach.expected?))
}

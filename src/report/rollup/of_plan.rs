//! What one plan of many brings to the report.

use std::collections::{HashMap, HashSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Severity, Share, Standing};
use crate::plan::{Date, Language, LightStyles, Plan};
use crate::report::alerts::{AlertLine, AlertTotals, counted, worst_first};
use crate::report::filter::Filter;
use crate::report::header::{Header, PlanLine};
use crate::report::week::Week;

use super::figures::{Figures, Sum};
use super::order::{RollupBy, RollupQuery};
use super::orders::OfOrders;
use super::rolled::Rolled;
use super::week::{OfWeek, PlanWeek};

/// One plan of many.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RolledPlan {
    /// Its folder, as `--plan` takes it.
    pub path: String,
    /// The plan.
    pub plan: PlanLine<'static>,
    /// What its tasks come to.
    #[serde(flatten)]
    pub figures: Figures,
    /// What it is called among the others: who has issued it, where that is one plan only; else its title.
    pub name: String,
    /// The day for which it is computed.
    pub as_of: Date,
    /// The full commit id that was read; `null` for the files on disk.
    pub revision: Option<String>,
    /// The share of its period that has passed.
    pub passed: Share,
    /// What the days of a weekly paper have brought; `null` elsewhere.
    pub week: Option<PlanWeek>,
    /// Its own words for the lights.
    #[serde(skip)]
    pub lights: LightStyles,
}

/// An alert of one of many plans.
pub type RolledAlert = Rolled<AlertLine<'static>>;

/// What one plan brings.
#[derive(Debug)]
pub struct OfPlan {
    pub(super) row: RolledPlan,
    pub(super) sum: Sum,
    /// What its tasks come to in each group: the group's name, and whether an assumption puts any of them there.
    pub(super) groups: Vec<(String, bool, Sum)>,
    pub(super) alerts: Vec<AlertLine<'static>>,
    pub(super) week: Option<OfWeek>,
    /// What its tasks have made of other plans' orders.
    pub(super) orders: OfOrders,
    pub(super) counted: AlertTotals,
    pub(super) notes: Vec<String>,
    pub(super) closing_note: Option<String>,
    /// The worst alert of the tasks that pass, wanted or not.
    pub(super) worst: Option<Severity>,
    /// How many tasks are to be worked on.
    open: usize,
}

/// What a plan as it stands, beside how it stood before, brings to the report. Without a filter none of its tasks passes:
/// what is asked for is unknown there.
pub fn of_plan(
    path: &str,
    plan: &Plan,
    (assessment, before): (&Assessment<'_>, Option<&Assessment<'_>>),
    header: Header<'_>,
    (query, filter): (&RollupQuery, Option<&Filter>),
    language: Language,
) -> OfPlan {
    let head = &plan.head;
    let chosen = filter.into_iter().flat_map(|filter| filter.chosen(head, &assessment.standings));
    let chosen: Vec<&Standing<'_>> = chosen.collect();
    let stood: HashMap<&str, &Standing<'_>> = before
        .iter()
        .flat_map(|before| &before.standings)
        .map(|standing| (standing.task.id.as_str(), standing))
        .collect();
    let (mut sum, mut orders) = (Sum::default(), OfOrders::default());
    let mut groups: Vec<(String, bool, Sum)> = Vec::new();
    for standing in &chosen {
        let then = before.zip(stood.get(standing.task.id.as_str())).map(|(before, then)| (before.as_of, *then));
        sum.add(standing, then);
        orders.add(standing);
        for (key, assumed) in keys(plan, standing, query.by) {
            let place = groups.iter().position(|(known, ..)| known == key);
            let place = place.unwrap_or_else(|| {
                groups.push((key.to_owned(), false, Sum::default()));
                groups.len() - 1
            });
            if let Some((_, any, sum)) = groups.get_mut(place) {
                *any |= assumed;
                sum.add(standing, then);
            }
        }
    }
    let mut alerts =
        worst_first(head, chosen.iter().copied(), |alert| query.wanted.wants(alert.severity, alert.code), language);
    let counted = counted(&alerts);
    if query.one_a_task {
        let mut met = HashSet::new();
        alerts.retain(|alert| met.insert(alert.task));
    }
    alerts.truncate(query.wanted.top.unwrap_or(usize::MAX));
    let line = PlanLine::new(head).kept();
    OfPlan {
        row: RolledPlan {
            path: path.to_owned(),
            name: line.title.to_owned(),
            plan: line,
            figures: sum.figures(),
            as_of: assessment.as_of,
            revision: header.revision,
            passed: assessment.passed,
            week: None,
            lights: head.lights.clone(),
        },
        week: None,
        orders,
        sum,
        groups,
        alerts: alerts.into_iter().map(AlertLine::kept).collect(),
        counted,
        notes: header.notes.into_iter().filter(|note| Some(note) != header.keepers_note.as_ref()).collect(),
        closing_note: header.closing_note,
        open: chosen.iter().filter(|standing| is_worked_on(standing, assessment.as_of)).count(),
        worst: chosen.iter().flat_map(|standing| &standing.alerts).map(|alert| alert.severity).min(),
    }
}

impl OfPlan {
    /// The same with what some days have brought.
    pub fn with_week(self, week: &Week<'_>) -> OfPlan {
        OfPlan { week: Some(OfWeek::new(week, self.open)), ..self }
    }
}

fn is_worked_on(standing: &Standing<'_>, day: Date) -> bool {
    standing.start <= day && standing.is_open() && !standing.work_ended
}

/// The groups in which a task stands, and whether by an assumption only.
fn keys<'s>(plan: &'s Plan, standing: &'s Standing<'_>, by: RollupBy) -> Vec<(&'s str, bool)> {
    let (head, task) = (&plan.head, &*standing.task);
    match by {
        RollupBy::Plan => Vec::new(),
        RollupBy::Issuer => vec![(&head.issuer, false)],
        RollupBy::Section => {
            vec![(head.section_of(task.theme()).map_or("", |(section, _)| section.title.as_str()), false)]
        }
        RollupBy::Lead => {
            vec![(task.lead.as_ref().map_or("", |lead| lead.as_str()), standing.assumed.contains(&"lead"))]
        }
        RollupBy::Tag if task.tags.is_empty() => vec![("", false)],
        RollupBy::Tag => task.tags.iter().map(|tag| (tag.as_str(), false)).collect(),
    }
}

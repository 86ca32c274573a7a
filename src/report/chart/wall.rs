//! The wall chart (挂图作战): every task along the plan's weeks.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Basis, Light, LightCounts, Share, Standing, State};
use crate::plan::{Date, Direction, Head, Kind, Language, PaceBasis, Scalar};
use crate::report::filter::Filter;
use crate::report::header::Header;
use crate::report::status::GroupBy;
use crate::report::target::Target;
use crate::report::task_line::TaskLine;
use crate::words::fields::Place;

use super::periods::periods;
use super::{ChartFacts, Edition, TimeAxis, WallPeriod, week_ago};

/// `workplan.chart-wall/1`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Wall<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// For whom it is.
    pub edition: Edition,
    /// What the tasks are grouped by.
    pub by: WallBy,
    /// The days along which they are drawn.
    pub axis: TimeAxis,
    /// The share of the plan's period that has passed; `null` for the public.
    pub passed: Option<Share>,
    /// How passed time is reckoned; `null` for the public.
    pub pace: Option<PaceBasis>,
    /// All tasks by light; `null` where lights are not shown.
    pub lights: Option<LightCounts>,
    /// The same a week before the as-of day; `null` where the plan's period had not begun, and for the public.
    pub week_ago: Option<LightCounts>,
    /// The groups that have tasks.
    pub groups: Vec<WallGroup<'s>>,
    /// The plan's own words for the lights.
    #[serde(skip)]
    pub head: &'s Head,
}

/// What the tasks of a wall chart are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum WallBy {
    /// The document's sections.
    Section,
    /// The units that answer.
    Lead,
}

impl WallBy {
    /// Every grouping, and the field that it goes by.
    pub const ALL: [(WallBy, Place, &'static str); 2] =
        [(WallBy::Section, Place::Standing, "section"), (WallBy::Lead, Place::Task, "lead")];
}

/// Tasks under one heading.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WallGroup<'s> {
    /// The section's id, or the unit's name; empty for tasks that name none.
    pub key: &'s str,
    /// The heading.
    pub title: String,
    /// Whether an assumption puts any of the tasks under it.
    pub assumed: bool,
    /// Its tasks by light; `null` where lights are not shown.
    pub lights: Option<LightCounts>,
    /// Its tasks, in the plan's order.
    pub rows: Vec<WallRow<'s>>,
}

/// One task.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct WallRow<'s> {
    /// The permanent id.
    pub id: &'s str,
    /// The short name.
    pub title: &'s str,
    /// Whether it is an assumption.
    pub title_assumed: bool,
    /// The unit that answers.
    pub lead: Option<&'s str>,
    /// Whether it is an assumption.
    pub lead_assumed: bool,
    /// Whether the work has no finish; `null` where that is not for the public.
    pub continuous: Option<bool>,
    /// Whether that is an assumption.
    pub kind_assumed: bool,
    /// The first day; `null` where that is not for the public.
    pub start: Option<Date>,
    /// Whether it is an assumption.
    pub start_assumed: bool,
    /// The last day on which it is in time; `null` of ongoing work for which nobody has set one.
    pub deadline: Option<Date>,
    /// How the deadline is known.
    pub deadline_basis: Option<Basis>,
    /// The deadline before the first amendment.
    pub original_deadline: Option<Date>,
    /// How far it has come; `null` while nothing was reported, and for the public.
    pub progress: Option<Share>,
    /// Calendar days past the deadline of work that has not ended; `null` of any other.
    pub days_late: Option<i64>,
    /// The verdict; `null` of a task that was called off, and where lights are not shown.
    pub light: Option<Light>,
    /// Whether it was called off.
    pub cancelled: bool,
    /// What is to be reached or kept.
    pub targets: Vec<WallTarget<'s>>,
    /// Its dated steps; none for the public.
    pub checkpoints: Vec<WallCheckpoint<'s>>,
    /// Whether they are an assumption.
    pub checkpoints_assumed: bool,
    /// Of ongoing work, the reporting periods up to the as-of day; none for the public.
    pub periods: Vec<WallPeriod>,
    /// Whether there is nothing to draw of it: ongoing, without a day of its own, never heard of, and nothing worse known.
    pub brief: bool,
    /// The unit's short name.
    #[serde(skip)]
    pub lead_short: Option<&'s str>,
}

/// What is to be reached or kept.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WallTarget<'s> {
    /// The metric's name.
    pub name: &'s str,
    /// What is counted.
    pub unit: &'s str,
    /// Which way it is judged.
    pub direction: Direction,
    /// The number or grade.
    pub target: Scalar,
    /// Whether it is an assumption.
    pub assumed: bool,
    /// Whether it is a grade.
    #[serde(skip)]
    pub graded: bool,
}

/// A dated step.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WallCheckpoint<'s> {
    /// What is reached.
    pub title: &'s str,
    /// The last day on which it is in time.
    pub due: Date,
    /// When it was reached.
    pub reached_on: Option<Date>,
    /// Whether its day has passed without that.
    pub late: bool,
}

/// The name of the document.
pub(super) const SCHEMA: &str = "workplan.chart-wall/1";

/// Reports what a wall chart shows of the tasks that pass the filter.
pub fn wall<'s>(
    facts: ChartFacts<'s>,
    assessment: &'s Assessment<'s>,
    header: Header<'s>,
    (filter, by): (&Filter, WallBy),
    language: Language,
) -> Wall<'s> {
    let head = &facts.plan.head;
    let as_of = assessment.as_of;
    let chosen = filter.chosen(head, &assessment.standings);
    let lines: Vec<(TaskLine<'s>, WallRow<'s>)> = chosen.map(|standing| told(head, standing, language)).collect();
    let rows = || lines.iter().map(|(_, row)| row);
    let days = rows().flat_map(|row| row.start.into_iter().chain(row.deadline));
    let days = days.chain(rows().flat_map(|row| row.checkpoints.iter().map(|step| step.due)));
    // Once the period is over, lateness grows beyond its end.
    let days = days.chain((as_of > head.period.end).then_some(as_of));
    Wall {
        edition: Edition::Office,
        by,
        axis: TimeAxis::new(head.period, days, facts.calendar),
        passed: Some(assessment.passed),
        pace: Some(head.pace),
        lights: Some(LightCounts::of(rows().map(|row| row.light))),
        week_ago: week_ago(facts, assessment, filter),
        groups: groups(head, &lines, by, language),
        header: Header { schema: SCHEMA, ..header },
        head,
    }
}

fn told<'s>(head: &'s Head, standing: &'s Standing<'_>, language: Language) -> (TaskLine<'s>, WallRow<'s>) {
    let line = TaskLine::new(head, standing, language);
    let mut row = WallRow::new(&line, standing.as_of);
    if line.kind == Kind::Continuous {
        row.periods = periods(head, standing);
    }
    (line, row)
}

fn groups<'s>(
    head: &'s Head,
    lines: &[(TaskLine<'s>, WallRow<'s>)],
    by: WallBy,
    language: Language,
) -> Vec<WallGroup<'s>> {
    let declared: Vec<(&str, &str)> = match by {
        WallBy::Section => head.sections.iter().map(|section| (section.id.as_str(), section.title.as_str())).collect(),
        WallBy::Lead => head.units.iter().map(|unit| (unit.name.as_str(), unit.name.as_str())).collect(),
    };
    let nobody = GroupBy::Lead.nobody(language);
    let made = declared.into_iter().chain([("", nobody)]).map(|(key, title)| {
        let is_in = |(line, _): &&(TaskLine<'_>, WallRow<'_>)| match by {
            WallBy::Section => line.section == key,
            WallBy::Lead => line.lead.unwrap_or_default() == key,
        };
        let members = || lines.iter().filter(is_in);
        WallGroup {
            key,
            title: title.to_owned(),
            assumed: by == WallBy::Lead && members().any(|(_, row)| row.lead_assumed),
            lights: Some(LightCounts::of(members().map(|(_, row)| row.light))),
            rows: members().map(|(_, row)| row.clone()).collect(),
        }
    });
    made.filter(|group| !group.rows.is_empty()).collect()
}

impl<'s> WallRow<'s> {
    fn new(line: &TaskLine<'s>, as_of: Date) -> WallRow<'s> {
        let continuous = line.kind == Kind::Continuous;
        let ended = matches!(line.state, State::Done | State::Closed | State::Cancelled);
        let unheard = line.light == Some(Light::Grey) && line.checkpoints.is_empty();
        WallRow {
            id: line.id,
            title: line.title,
            title_assumed: line.assumes("title"),
            lead: line.lead,
            lead_assumed: line.assumes("lead"),
            continuous: Some(continuous),
            kind_assumed: line.assumes("kind"),
            start: Some(line.start),
            start_assumed: line.assumes("start"),
            deadline: line.deadline,
            deadline_basis: Some(line.deadline_basis),
            original_deadline: line.original_deadline.filter(|original| Some(*original) != line.deadline),
            progress: line.progress,
            days_late: line.days_left.filter(|left| !continuous && !ended && *left < 0).map(|left| -left),
            light: line.light,
            cancelled: line.state == State::Cancelled,
            targets: line.metrics.iter().map(|metric| Target::from(metric).into()).collect(),
            checkpoints: line
                .checkpoints
                .iter()
                .map(|step| WallCheckpoint {
                    title: step.title,
                    due: step.due,
                    reached_on: step.reached_on,
                    late: !ended && step.reached_on.is_none() && step.due < as_of,
                })
                .collect(),
            checkpoints_assumed: line.assumes("checkpoints"),
            periods: Vec::new(),
            brief: continuous && line.deadline.is_none() && unheard,
            lead_short: line.lead_short,
        }
    }
}

impl<'s> From<Target<'s>> for WallTarget<'s> {
    fn from(target: Target<'s>) -> WallTarget<'s> {
        let Target { name, unit, direction, target, says: _, assumed, graded } = target;
        WallTarget { name, unit, direction, target, assumed, graded }
    }
}

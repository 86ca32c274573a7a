//! A task as a row.

use schemars::JsonSchema;
use serde::Serialize;

use super::mark::PlanMark;
use crate::assess::{AlertCode, Assessment, Basis, Light, Severity, Share, State};
use crate::plan::{Date, Escalation, Every, Kind, Language, Plan, Quantity, Scalar};
use crate::report::filter::Filter;
use crate::report::own::OwnLine;
use crate::report::task_line::{MetricLine, TaskLine};

/// A task as it stands: a line of `rows-tasks`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TaskRow<'s> {
    /// The plan.
    #[serde(flatten)]
    pub plan: PlanMark<'s>,
    /// The permanent id.
    pub id: &'s str,
    /// The short name.
    pub title: &'s str,
    /// How it is judged.
    pub kind: Kind,
    /// The section's id.
    pub section: &'s str,
    /// The section's title.
    pub section_title: &'s str,
    /// The theme's id.
    pub theme: Option<&'s str>,
    /// The theme's title.
    pub theme_title: Option<&'s str>,
    /// The unit that answers for it.
    pub lead: Option<&'s str>,
    /// The units that help.
    pub support: Vec<&'s str>,
    /// The places.
    pub places: &'s [String],
    /// The tags.
    pub tags: &'s [String],
    /// The document's words.
    pub source: Option<&'s str>,
    /// The fields that nothing but an assumption sets.
    pub assumed: &'s [&'s str],
    /// The first day.
    pub start: Date,
    /// The last day on which it is in time.
    pub deadline: Option<Date>,
    /// How the deadline is known.
    pub deadline_basis: Basis,
    /// The words that set it.
    pub deadline_says: Option<&'s str>,
    /// The deadline before the first amendment.
    pub original_deadline: Option<Date>,
    /// Calendar days to the day that the deadline means; negative past it.
    pub days_left: Option<i64>,
    /// Working days to that day; negative past it.
    pub working_days_left: Option<i64>,
    /// What the journal says.
    pub state: State,
    /// The verdict; `null` of a cancelled task.
    pub light: Option<Light>,
    /// How far it has come; `null` while nothing was reported.
    pub progress: Option<Share>,
    /// What the passed time calls for.
    pub expected: Option<Share>,
    /// The last day on which it was heard of.
    pub last_report: Option<Date>,
    /// The day that the deadline means.
    pub deadline_meant: Option<Date>,
    /// The person in charge.
    pub person: Option<&'s str>,
    /// The leader over it.
    pub leader: Option<&'s str>,
    /// The tasks that it waits for.
    pub depends: Vec<&'s str>,
    /// The internal remark.
    pub note: Option<&'s str>,
    /// What was last done.
    pub latest_note: Option<&'s str>,
    /// What stands in the way.
    pub latest_issue: Option<&'s str>,
    /// What comes next.
    pub latest_next: Option<&'s str>,
    /// Since when it is finished.
    pub finished_on: Option<Date>,
    /// How far it has come by the unit's own estimate.
    pub percent: Option<u8>,
    /// How often a report is due.
    pub recurs: Option<Every>,
    /// By when the report is due that its rhythm asks for next, or that is missing.
    pub next_report_due: Option<Date>,
    /// What else it comes from, beside the document.
    pub origin: Option<&'s str>,
    /// The fields that were assumed, and that a person has settled.
    pub confirmed: Vec<&'s str>,
    /// The plan from which it was carried over.
    pub carried_from_plan: Option<&'s str>,
    /// Its id there.
    pub carried_from_task: Option<&'s str>,
    /// How many metrics it has.
    pub metrics: usize,
    /// The first one's name.
    pub metric: Option<&'s str>,
    /// What that counts.
    pub unit: Option<&'s str>,
    /// The number that it is to reach or to keep; `null` of one in grades.
    pub target: Option<Quantity>,
    /// The last number reported.
    pub value: Option<Quantity>,
    /// The rule of the worst alert.
    pub alert: Option<AlertCode>,
    /// How bad that is.
    pub alert_severity: Option<Severity>,
    /// How loudly it is said.
    pub alert_escalation: Option<Escalation>,
    /// The rules of all its alerts.
    pub alerts: Vec<AlertCode>,
    /// What it says under the plan's own fields, by their keys.
    pub fields: OwnLine<'s>,
}

/// The tasks that pass the filter, in the plan's order.
pub fn task_rows<'s>(
    plan: &'s Plan,
    assessment: &'s Assessment<'s>,
    mark: PlanMark<'s>,
    filter: &Filter,
    lang: Language,
) -> impl Iterator<Item = TaskRow<'s>> {
    let passing = filter.chosen(&plan.head, &assessment.standings);
    passing.map(move |standing| TaskRow::new(mark, TaskLine::new(&plan.head, standing, lang)))
}

impl<'s> TaskRow<'s> {
    fn new(plan: PlanMark<'s>, line: TaskLine<'s>) -> TaskRow<'s> {
        let (worst, metric) = (line.worst_alert(), line.metrics.first());
        TaskRow {
            plan,
            metrics: line.metrics.len(),
            metric: metric.map(|metric| metric.name),
            unit: metric.map(|metric| metric.unit),
            target: metric.and_then(|metric| number(&metric.target)),
            value: metric.and_then(|metric: &MetricLine<'_>| number(metric.value.as_ref()?)),
            alert: worst.map(|alert| alert.code),
            alert_severity: worst.map(|alert| alert.severity),
            alert_escalation: worst.and_then(|alert| alert.escalation),
            alerts: line.alerts.iter().map(|alert| alert.code).collect(),
            recurs: line.recurs.map(|recurs| recurs.every),
            next_report_due: line.next_report.map(|report| report.due_meant),
            carried_from_plan: line.carried_from.map(|from| from.plan.as_str()),
            carried_from_task: line.carried_from.map(|from| from.task.as_str()),
            latest_note: line.latest.note,
            latest_issue: line.latest.issue,
            latest_next: line.latest.next,
            id: line.id,
            title: line.title,
            kind: line.kind,
            section: line.section,
            section_title: line.section_title,
            theme: line.theme,
            theme_title: line.theme_title,
            lead: line.lead,
            support: line.support,
            places: line.places,
            tags: line.tags,
            source: line.source,
            assumed: line.assumed,
            start: line.start,
            deadline: line.deadline,
            deadline_basis: line.deadline_basis,
            deadline_says: line.deadline_says,
            original_deadline: line.original_deadline,
            days_left: line.days_left,
            working_days_left: line.working_days_left,
            state: line.state,
            light: line.light,
            progress: line.progress,
            expected: line.expected,
            last_report: line.last_report,
            deadline_meant: line.deadline_meant,
            person: line.person,
            leader: line.leader,
            depends: line.depends,
            note: line.note,
            finished_on: line.finished_on,
            percent: line.percent,
            origin: line.origin,
            confirmed: line.confirmed,
            fields: line.fields,
        }
    }
}

/// The number; `None` of a grade.
fn number(scalar: &Scalar) -> Option<Quantity> {
    match scalar {
        Scalar::Number(number) => Some(*number),
        Scalar::Word(_) => None,
    }
}

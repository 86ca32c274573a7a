//! A task as the reports give it.

use schemars::JsonSchema;
use serde::Serialize;

use super::own::OwnLine;
use crate::assess::{
    AlertCode, Basis, DueReport, Light, MetricStanding, Rank, Severity, Share, Standing, State, alert_message,
};
use crate::plan::{
    CarriedFrom, Confirmation, Date, Direction, Escalation, Head, Kind, Language, Metric, MetricPart, Period,
    Recurrence, Scalar, Serves, Weight,
};

/// A task as the reports give it: `tasks` of `workplan.status/2`.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TaskLine<'s> {
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
    /// The theme's id; `null` in a section without themes.
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
    /// The last day on which it is in time; `null` of ongoing work that no day ends, as is what is reckoned from it.
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
    /// Its metrics.
    pub metrics: Vec<MetricLine<'s>>,
    /// Its checkpoints.
    pub checkpoints: Vec<CheckpointLine<'s>>,
    /// Why it needs attention.
    pub alerts: Vec<TaskAlert>,
    /// The day that the deadline means: another one where it is a day off and the plan says so (`on_day_off`).
    pub deadline_meant: Option<Date>,
    /// The person in charge (责任人).
    pub person: Option<&'s str>,
    /// The leader over it (分管领导).
    pub leader: Option<&'s str>,
    /// The tasks that it waits for.
    pub depends: Vec<&'s str>,
    /// The internal remark.
    pub note: Option<&'s str>,
    /// What was last said of it.
    pub latest: Latest<'s>,
    /// Since when it is finished.
    pub finished_on: Option<Date>,
    /// How far it has come by the unit's own estimate; `null` where nothing of the kind was reported.
    pub percent: Option<u8>,
    /// How often a report is due, and by which day; `null` where it has no rhythm of its own.
    pub recurs: Option<Recurrence>,
    /// The report that its rhythm asks for next, or that is missing; `null` where none is asked for.
    pub next_report: Option<ReportLine>,
    /// What else it comes from, beside the document: a meeting, an instruction, a letter.
    pub origin: Option<&'s str>,
    /// What it says under the plan's own fields, by their keys; `null` where it says nothing.
    pub fields: OwnLine<'s>,
    /// The fields that were assumed, and that a person has settled.
    pub confirmed: Vec<&'s str>,
    /// The plan from which it was carried over, its id there, and how it stood; `null` of a task of this plan's own.
    pub carried_from: Option<&'s CarriedFrom>,
    /// The tasks of plans above that it carries out.
    pub serves: &'s [Serves],
    /// Who has settled them, and when, for tables.
    #[serde(skip)]
    pub confirmations: Vec<&'s Confirmation>,
    /// The unit's short name, for tables.
    #[serde(skip)]
    pub lead_short: Option<&'s str>,
}

/// What was last said of a task, each from the last entry that says it.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Latest<'s> {
    /// What was done.
    pub note: Option<&'s str>,
    /// What stands in the way; `null` once a later entry names no issue.
    pub issue: Option<&'s str>,
    /// What comes next.
    pub next: Option<&'s str>,
    /// Files that prove it.
    pub evidence: Vec<&'s str>,
}

/// A metric and how it stands.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MetricLine<'s> {
    /// The name.
    pub name: &'s str,
    /// What is counted.
    pub unit: &'s str,
    /// Which way it is judged.
    pub direction: Direction,
    /// Where it starts; `null` for a bound.
    pub baseline: Option<Scalar>,
    /// The number or grade to reach, or to keep.
    pub target: Scalar,
    /// The last value reported.
    pub value: Option<Scalar>,
    /// The day it is true for.
    pub reported_on: Option<Date>,
    /// The way from the baseline to the target.
    pub progress: Option<Share>,
    /// Whether the target is reached, or the bound kept.
    pub met: bool,
    /// The words that set the target.
    pub says: Option<&'s str>,
    /// The grades, worst first.
    pub grades: Option<Vec<&'s str>>,
    /// Whether the target, or which way it is meant, is an assumption.
    pub assumed: bool,
    /// Whether a list of items counts it, so that no value is entered.
    #[serde(skip)]
    pub by_list: bool,
    /// How much it counts in the task's progress.
    pub weight: Weight,
    /// What of it is an assumption: `target`, `baseline`, `direction`, `weight`.
    pub assumed_parts: Vec<&'static str>,
}

/// A checkpoint and how it stands.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CheckpointLine<'s> {
    /// The name under which it is reported.
    pub id: &'s str,
    /// What is reached.
    pub title: &'s str,
    /// The last day on which it is in time.
    pub due: Date,
    /// When it was reached.
    pub reached_on: Option<Date>,
    /// The day that `due` means: another one where it is a day off and the plan says so.
    pub due_meant: Date,
}

/// A report that is due for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportLine {
    /// The period, whole.
    pub period: Period,
    /// The last day on which it is in time.
    pub due: Date,
    /// The day that this means: another one where it is a day off and the plan says so.
    pub due_meant: Date,
    /// When the period was first reported on; `null` while it was not.
    pub reported_on: Option<Date>,
}

impl ReportLine {
    /// The last that was due, while it is missing; else the next that is due.
    fn of(standing: &Standing<'_>) -> Option<ReportLine> {
        let next = standing.reports.partition_point(|report| report.meant < standing.as_of);
        let last = next.checked_sub(1).and_then(|last| standing.reports.get(last));
        let missing = last.filter(|report| report.reported_on.is_none());
        let asked =
            missing.or_else(|| standing.reports.get(next)).filter(|_| standing.is_open() && !standing.work_ended);
        asked.map(|report| {
            let DueReport { period, due, meant, reported_on, .. } = *report;
            ReportLine { period, due, due_meant: meant, reported_on }
        })
    }
}

/// An alert, in words.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TaskAlert {
    /// Which rule.
    pub code: AlertCode,
    /// How bad.
    pub severity: Severity,
    /// How loudly to say so.
    pub escalation: Option<Escalation>,
    /// The sentence.
    pub message: String,
}

impl<'s> TaskLine<'s> {
    /// A standing, in words.
    pub fn new(head: &'s Head, standing: &'s Standing<'_>, language: Language) -> TaskLine<'s> {
        let task = &*standing.task;
        let (section, theme) = match head.section_of(task.theme()) {
            Some((section, theme)) => (Some(section), theme),
            None => (None, None),
        };
        let metrics = task.metrics.iter().zip(&standing.metrics);
        let checkpoints = task.checkpoints.iter().zip(standing.due.iter().zip(&standing.reached));
        let lead_unit = task.lead.as_ref().and_then(|lead| head.unit(lead));
        let confirmations = standing.confirmations();
        TaskLine {
            id: task.id.as_str(),
            title: &task.title,
            kind: task.kind,
            section: section.map_or("", |section| section.id.as_str()),
            section_title: section.map_or("", |section| section.title.as_str()),
            theme: theme.map(|theme| theme.id.as_str()),
            theme_title: theme.map(|theme| theme.title.as_str()),
            lead: task.lead.as_ref().map(|lead| lead.as_str()),
            support: task.support.iter().map(|unit| unit.as_str()).collect(),
            places: &task.places,
            tags: &task.tags,
            source: task.source.as_deref(),
            assumed: &standing.assumed,
            start: standing.start,
            deadline: standing.due(),
            deadline_basis: standing.basis(),
            deadline_says: task.deadline_says.as_deref().filter(|_| !standing.is_amended("deadline")),
            original_deadline: standing.original_deadline,
            deadline_meant: standing.deadline.map(|deadline| deadline.meant),
            days_left: standing.deadline.map(|deadline| deadline.days_left),
            working_days_left: standing.deadline.map(|deadline| deadline.working_days_left),
            state: standing.state,
            light: standing.light,
            progress: standing.progress,
            expected: standing.deadline.map(|deadline| deadline.expected),
            last_report: standing.last_report,
            metrics: metrics.map(|(metric, stands)| MetricLine::new(metric, stands, standing)).collect(),
            checkpoints: checkpoints
                .map(|(step, (meant, reached))| CheckpointLine {
                    id: &step.id,
                    title: &step.title,
                    due: step.due,
                    due_meant: *meant,
                    reached_on: *reached,
                })
                .collect(),
            alerts: standing
                .alerts
                .iter()
                .map(|alert| TaskAlert {
                    code: alert.code,
                    severity: alert.severity,
                    escalation: alert.escalation,
                    message: alert_message(language, standing, alert),
                })
                .collect(),
            person: task.person.as_deref(),
            leader: task.leader.as_deref(),
            depends: task.depends.iter().map(|id| id.as_str()).collect(),
            note: task.note.as_deref(),
            latest: Latest::of(standing),
            finished_on: standing.finished_on,
            percent: standing.percent,
            recurs: task.recurs,
            next_report: ReportLine::of(standing),
            origin: task.origin.as_deref(),
            fields: OwnLine::new(head.fields.iter(), task),
            confirmed: confirmations.iter().flat_map(|held| &held.fields).map(String::as_str).collect(),
            carried_from: task.carried_from.as_deref(),
            serves: &task.serves,
            confirmations,
            lead_short: lead_unit.and_then(|unit| unit.short.as_deref()),
        }
    }

    /// Whether the field is nothing but an assumption.
    pub fn assumes(&self, field: &str) -> bool {
        self.assumed.contains(&field)
    }

    /// The alert that is worst; of equals, the one said loudest.
    pub fn worst_alert(&self) -> Option<&TaskAlert> {
        self.alerts.iter().min_by_key(|alert| alert.rank())
    }
}

impl TaskAlert {
    /// Sorts alerts worst first: severity, then escalation; none is the quietest.
    pub fn rank(&self) -> Rank {
        crate::assess::rank(self.severity, self.escalation)
    }
}

impl MetricLine<'_> {
    /// Whether the progress is reckoned from something assumed.
    pub fn reckons_with_assumption(&self) -> bool {
        !self.assumed_parts.is_empty()
    }

    /// The target with its unit, in words: `92户`, `不超过15分钟`.
    pub fn asked(&self, language: Language) -> String {
        self.direction.said(language, self.grades.is_some(), &self.target, self.unit)
    }
}

impl<'s> MetricLine<'s> {
    fn new(metric: &'s Metric, stands: &MetricStanding, standing: &'s Standing<'_>) -> MetricLine<'s> {
        let names = || metric.grades().iter().map(|grade| grade.name.as_str()).collect();
        let parts = standing.assumed_parts(metric);
        MetricLine {
            name: &metric.name,
            unit: &metric.unit,
            direction: metric.direction(),
            baseline: metric.baseline(),
            target: metric.target(),
            value: stands.value.map(|value| metric.show(value)),
            reported_on: stands.reported_on,
            progress: stands.progress,
            met: stands.met,
            says: metric.says.as_deref().filter(|_| !standing.is_amended(&format!("metrics.{}", metric.name))),
            grades: (!metric.grades().is_empty()).then(names),
            by_list: metric.checklist.is_some(),
            assumed: parts.clone().any(|part| matches!(part, MetricPart::Target | MetricPart::Direction)),
            weight: metric.weight,
            assumed_parts: parts.map(MetricPart::key).collect(),
        }
    }
}

impl<'s> Latest<'s> {
    fn of(standing: &'s Standing<'_>) -> Latest<'s> {
        let newest_first = || standing.entries.iter().rev();
        Latest {
            note: newest_first().find_map(|entry| entry.note.as_deref()),
            issue: standing.open_issue(),
            next: newest_first().find_map(|entry| entry.next.as_deref()),
            evidence: standing.entries.iter().flat_map(|entry| &entry.evidence).map(String::as_str).collect(),
        }
    }
}

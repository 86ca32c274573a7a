//! What happened in some days: reports, closed rows of checklists, finished tasks, changes of the plan, problems.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Standing, State};
use crate::plan::{Date, Entry, EntryState, FieldValue, Head, Journal, MetricPart, Period, Scalar, Values};
use crate::report::header::kept;
use crate::report::show::{AmendmentLine, EntryLine};
use crate::report::task_name::TaskName;

/// A task that was heard of.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Progressed<'s> {
    /// The task's id.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// The unit that answers.
    pub lead: Option<&'s str>,
    /// The reports, oldest first; none where only a checklist shows progress.
    pub entries: Vec<WeekEntry<'s>>,
    /// Whether the unit is an assumption.
    pub lead_assumed: bool,
    /// What the journal says of the task at the as-of day.
    pub state: State,
    /// Rows closed in checklists that count for the task.
    pub closed_rows: Vec<ClosedRows<'s>>,
    /// The task, for views.
    #[serde(skip)]
    pub name: TaskName<'s>,
}

/// A report on a task.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WeekEntry<'s> {
    /// The day it is true for.
    pub date: Date,
    /// Who reports.
    pub by: Option<&'s str>,
    /// What was done.
    pub note: Option<&'s str>,
    /// The values reported, by metric.
    pub values: &'s Values,
    /// The state from that day on.
    pub state: Option<EntryState>,
    /// The checkpoints reached.
    pub checkpoints: &'s [String],
    /// The entry, for views.
    #[serde(skip)]
    pub line: EntryLine<'s>,
    /// Whether somebody else than the unit that answers reports.
    #[serde(skip)]
    pub by_another: bool,
}

/// What a checklist shows of some days.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ClosedRows<'s> {
    /// The metric that counts the rows.
    pub metric: &'s str,
    /// What is counted.
    pub unit: &'s str,
    /// How many rows were closed in these days.
    pub closed: usize,
    /// How many are closed by the as-of day.
    pub value: usize,
    /// How many there are to close.
    pub target: Scalar,
    /// Whether the target is an assumption.
    pub target_assumed: bool,
}

/// A task that was finished.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Finished<'s> {
    /// The task's id.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// The unit that answers.
    pub lead: Option<&'s str>,
    /// The day.
    pub finished_on: Date,
    /// Whether the unit is an assumption.
    pub lead_assumed: bool,
    /// The task, for views.
    #[serde(skip)]
    pub name: TaskName<'s>,
}

/// An approved change of the plan.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Amended<'s> {
    /// The task's id.
    pub task: &'s str,
    /// The field.
    pub field: String,
    /// What held before; a list in one text.
    pub from: Option<String>,
    /// What holds since.
    pub to: Option<String>,
    /// Why.
    pub reason: &'s str,
    /// Who approved it.
    pub approved_by: &'s str,
    /// Since when.
    pub date: Date,
    /// The task, for views.
    #[serde(skip)]
    pub name: TaskName<'s>,
    /// The change, for views.
    #[serde(skip)]
    pub line: AmendmentLine<'s>,
}

/// A problem that a report names.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Issue<'s> {
    /// The task's id.
    pub task: &'s str,
    /// The unit that answers.
    pub lead: Option<&'s str>,
    /// The day of the report.
    pub date: Date,
    /// What stands in the way.
    pub issue: &'s str,
    /// What comes next; `null` where the report does not say.
    pub next: Option<&'s str>,
    /// The task's title.
    pub title: &'s str,
    /// Whether the unit is an assumption.
    pub lead_assumed: bool,
    /// The task, for views.
    #[serde(skip)]
    pub name: TaskName<'s>,
}

impl Amended<'_> {
    /// The same for as long as the program runs: a report about many plans outlives each of them.
    pub(in crate::report) fn kept(&self) -> Amended<'static> {
        let (name, line) = (self.name.kept(), self.line.kept());
        Amended {
            task: name.id,
            field: self.field.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            reason: line.reason,
            approved_by: line.approved_by,
            date: self.date,
            name,
            line,
        }
    }
}

impl Issue<'_> {
    /// The same for as long as the program runs.
    pub(in crate::report) fn kept(&self) -> Issue<'static> {
        let name = self.name.kept();
        Issue {
            task: name.id,
            lead: name.unit.lead,
            date: self.date,
            issue: kept(self.issue),
            next: self.next.map(kept),
            title: name.title,
            lead_assumed: self.lead_assumed,
            name,
        }
    }
}

/// The tasks heard of in these days, in the plan's order. A task that was called off since is among them: what
/// was reported was reported.
pub(super) fn progressed<'s>(
    head: &'s Head,
    tasks: &[&'s Standing<'s>],
    journal: &'s Journal,
    days: Period,
) -> Vec<Progressed<'s>> {
    let heard_of = tasks.iter().filter_map(|standing| {
        let entries: Vec<WeekEntry<'s>> = within(standing, days)
            .filter(|entry| entry.is_report())
            .map(|entry| WeekEntry::new(head, standing, entry))
            .collect();
        let closed_rows = closed_rows(standing, journal, days);
        if entries.is_empty() && closed_rows.is_empty() {
            return None;
        }
        let name = TaskName::new(head, standing);
        Some(Progressed {
            task: name.id,
            title: name.title,
            lead: name.unit.lead,
            entries,
            lead_assumed: name.unit.assumed,
            state: standing.state,
            closed_rows,
            name,
        })
    });
    heard_of.collect()
}

/// The task's entries of these days, oldest first.
fn within<'s>(standing: &'s Standing<'s>, days: Period) -> impl Iterator<Item = &'s Entry> {
    standing.entries.iter().copied().filter(move |entry| days.contains(entry.date))
}

fn closed_rows<'s>(standing: &'s Standing<'s>, journal: &Journal, days: Period) -> Vec<ClosedRows<'s>> {
    let counted = standing.task.metrics.iter().filter_map(|metric| {
        let path = metric.checklist.as_deref()?;
        let list = journal.checklists.iter().find(|list| list.path == path)?;
        let closings = || list.rows.iter().filter_map(|row| row.closed_on);
        let closed = closings().filter(|day| days.contains(*day)).count();
        (closed > 0).then(|| ClosedRows {
            metric: &metric.name,
            unit: &metric.unit,
            closed,
            value: closings().filter(|day| *day <= days.end).count(),
            target: metric.target(),
            target_assumed: standing.assumed_parts(metric).any(|part| part == MetricPart::Target),
        })
    });
    counted.collect()
}

impl<'s> WeekEntry<'s> {
    fn new(head: &'s Head, standing: &'s Standing<'s>, entry: &'s Entry) -> WeekEntry<'s> {
        let lead = standing.task.lead.as_ref();
        let is_lead = |by: &str| {
            let named = head.unit_called(by).map_or(by, |unit| unit.name.as_str());
            lead.is_some_and(|lead| lead.as_str() == named)
        };
        WeekEntry {
            date: entry.date,
            by: entry.by.as_deref(),
            note: entry.note.as_deref(),
            values: &entry.values,
            state: entry.state,
            checkpoints: &entry.checkpoints,
            line: EntryLine::new(&standing.task, entry),
            by_another: entry.by.as_deref().is_some_and(|by| !is_lead(by)),
        }
    }
}

/// The tasks that were finished in these days, in the plan's order.
pub(super) fn finished<'s>(head: &'s Head, tasks: &[&'s Standing<'s>], days: Period) -> Vec<Finished<'s>> {
    let finished = tasks.iter().filter_map(|standing| {
        let finished_on = standing.finished_on.filter(|day| days.contains(*day))?;
        let name = TaskName::new(head, standing);
        let (lead, lead_assumed) = (name.unit.lead, name.unit.assumed);
        Some(Finished { task: name.id, title: name.title, lead, finished_on, lead_assumed, name })
    });
    finished.collect()
}

/// The changes of the plan made in these days, in the plan's order.
pub(super) fn amended<'s>(head: &'s Head, tasks: &[&'s Standing<'s>], days: Period) -> Vec<Amended<'s>> {
    let mut changes = Vec::new();
    for standing in tasks {
        let name = TaskName::new(head, standing);
        changes.extend(within(standing, days).filter_map(|entry| {
            let amendment = entry.amendment.as_deref()?;
            Some(Amended {
                task: name.id,
                field: amendment.field.to_string(),
                from: known(&amendment.from),
                to: known(&amendment.to),
                reason: &amendment.reason,
                approved_by: &amendment.approved_by,
                date: entry.date,
                name,
                line: AmendmentLine::new(amendment),
            })
        }));
    }
    changes
}

fn known(value: &FieldValue) -> Option<String> {
    match value {
        FieldValue::Nothing => None,
        FieldValue::One(_) | FieldValue::Many(_) => Some(value.to_string()),
    }
}

/// The problems reported in these days, in the plan's order. A task that is finished or called off has none left.
pub(super) fn issues<'s>(head: &'s Head, tasks: &[&'s Standing<'s>], days: Period) -> Vec<Issue<'s>> {
    let mut issues = Vec::new();
    for standing in tasks.iter().filter(|standing| standing.is_open()) {
        let name = TaskName::new(head, standing);
        issues.extend(within(standing, days).filter_map(|entry| {
            Some(Issue {
                task: name.id,
                lead: name.unit.lead,
                date: entry.date,
                issue: entry.issue.as_deref()?,
                next: entry.next.as_deref(),
                title: name.title,
                lead_assumed: name.unit.assumed,
                name,
            })
        }));
    }
    issues
}

/// The tasks whose last report, made before these days, names a problem, or that were carried over with one: nobody has said
/// since that it is solved.
pub(super) fn open_issues<'s>(tasks: &[&'s Standing<'s>], days: Period) -> Vec<&'s str> {
    let last = |standing: &&&'s Standing<'s>| standing.entries.iter().rev().copied().find(|entry| entry.is_report());
    let stands = |standing: &&&'s Standing<'s>| {
        let is_old = last(standing).is_none_or(|entry| entry.date < days.start);
        standing.is_open() && is_old && standing.open_issue().is_some()
    };
    tasks.iter().filter(stands).map(|standing| standing.task.id.as_str()).collect()
}

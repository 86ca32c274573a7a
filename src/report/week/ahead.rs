//! What is due next. The days begin with the as-of day itself: what is due on it is not overdue yet, so it
//! would otherwise stand nowhere.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Basis, Standing};
use crate::plan::calendar::Calendar;
use crate::plan::{Date, Head, Kind, Language, Period};
use crate::report::task_name::TaskName;

use super::units::{UnitCount, by_unit};

/// An open task whose deadline is near.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UpcomingDeadline<'s> {
    /// The task's id.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// The unit that answers.
    pub lead: Option<&'s str>,
    /// The deadline.
    pub deadline: Date,
    /// Working days to that day.
    pub working_days_left: i64,
    /// The day that it means: another one where it is a day off and the plan says so (`on_day_off`).
    pub deadline_meant: Date,
    /// Calendar days to that day.
    pub days_left: i64,
    /// Whether the unit is an assumption.
    pub lead_assumed: bool,
    /// Whether the deadline is an assumption.
    pub deadline_assumed: bool,
    /// How the deadline is known.
    pub deadline_basis: Basis,
    /// The task, for views.
    #[serde(skip)]
    pub name: TaskName<'s>,
}

/// A checkpoint of an open task that is due soon and was not reached.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UpcomingCheckpoint<'s> {
    /// The task's id.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// The unit that answers.
    pub lead: Option<&'s str>,
    /// The checkpoint's id.
    pub checkpoint: &'s str,
    /// What is to be reached.
    pub checkpoint_title: &'s str,
    /// The last day on which it is in time.
    pub due: Date,
    /// The day that this means.
    pub due_meant: Date,
    /// Working days to that day.
    pub working_days_left: i64,
    /// Calendar days to that day.
    pub days_left: i64,
    /// Whether the unit is an assumption.
    pub lead_assumed: bool,
    /// Whether the checkpoints are an assumption.
    pub checkpoints_assumed: bool,
    /// The task, for views.
    #[serde(skip)]
    pub name: TaskName<'s>,
}

/// A recurring report that is due soon and has not come.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UpcomingReport<'s> {
    /// The task's id.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// The unit that answers.
    pub lead: Option<&'s str>,
    /// The period that it is for, whole.
    pub period: Period,
    /// The last day on which it is in time.
    pub due: Date,
    /// The day that this means.
    pub due_meant: Date,
    /// Working days to that day.
    pub working_days_left: i64,
    /// Calendar days to that day.
    pub days_left: i64,
    /// Whether the unit is an assumption.
    pub lead_assumed: bool,
    /// Whether the duty is an assumption.
    pub recurs_assumed: bool,
    /// The period's name.
    #[serde(skip)]
    pub period_name: String,
    /// The task, for views.
    #[serde(skip)]
    pub name: TaskName<'s>,
}

/// What is due next, for a reader who must not drown in it.
#[derive(Debug, Default)]
pub struct Ahead<'s> {
    /// The days on which something is due, the nearest first, as far as was asked for.
    pub days: Vec<DueDay<'s>>,
    /// What else is due, by the unit that answers, most first.
    pub others: Vec<UnitCount<'s>>,
}

/// A day on which something is due.
#[derive(Debug)]
pub struct DueDay<'s> {
    /// The day.
    pub day: Date,
    /// The day that it means.
    pub meant: Date,
    /// Whether only an assumption puts these things on it.
    pub assumed: bool,
    /// Calendar days to it.
    pub days_left: i64,
    /// Working days to it.
    pub working_days_left: i64,
    /// What is due.
    pub things: Vec<DueThing<'s>>,
}

/// A task, a checkpoint of one, or a report on one.
#[derive(Debug)]
pub struct DueThing<'s> {
    /// The task.
    pub name: TaskName<'s>,
    /// What of it is due.
    pub part: DuePart<'s>,
}

/// What of a task is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DuePart<'s> {
    /// All of it.
    Whole,
    /// A checkpoint of that title.
    Step(&'s str),
    /// The report for a period of that name.
    Report(String),
}

impl<'s> Ahead<'s> {
    /// Puts together what is due on one day.
    pub(super) fn new(
        tasks: &[UpcomingDeadline<'s>],
        steps: &[UpcomingCheckpoint<'s>],
        reports: &[UpcomingReport<'s>],
        top: Option<usize>,
    ) -> Ahead<'s> {
        let of_task = |task: &UpcomingDeadline<'s>| DueDay {
            day: task.deadline,
            meant: task.deadline_meant,
            assumed: task.deadline_assumed,
            days_left: task.days_left,
            working_days_left: task.working_days_left,
            things: vec![DueThing { name: task.name, part: DuePart::Whole }],
        };
        let of_step = |step: &UpcomingCheckpoint<'s>| DueDay {
            day: step.due,
            meant: step.due_meant,
            assumed: step.checkpoints_assumed,
            days_left: step.days_left,
            working_days_left: step.working_days_left,
            things: vec![DueThing { name: step.name, part: DuePart::Step(step.checkpoint_title) }],
        };
        let of_report = |report: &UpcomingReport<'s>| DueDay {
            day: report.due,
            meant: report.due_meant,
            assumed: report.recurs_assumed,
            days_left: report.days_left,
            working_days_left: report.working_days_left,
            things: vec![DueThing { name: report.name, part: DuePart::Report(report.period_name.clone()) }],
        };
        let due = tasks.iter().map(of_task).chain(steps.iter().map(of_step)).chain(reports.iter().map(of_report));
        let mut due: Vec<DueDay<'s>> = due.collect();
        due.sort_by_key(|due| (due.day, due.assumed));
        let rest = due.split_off(top.unwrap_or(due.len()).min(due.len()));
        let others = by_unit(rest.iter().flat_map(|due| &due.things).map(|thing| thing.name.unit));
        let mut days: Vec<DueDay<'s>> = Vec::new();
        for mut next in due {
            match days.last_mut().filter(|last| (last.day, last.assumed) == (next.day, next.assumed)) {
                Some(last) => last.things.append(&mut next.things),
                None => days.push(next),
            }
        }
        Ahead { days, others }
    }
}

/// The tasks due in these days, the nearest first, then in the plan's order.
pub(super) fn deadlines<'s>(head: &'s Head, tasks: &[&'s Standing<'s>], days: Period) -> Vec<UpcomingDeadline<'s>> {
    let due = working(tasks).filter(|standing| standing.task.kind != Kind::Continuous);
    let due = due.filter_map(|standing| Some((standing, standing.deadline?)));
    let due = due.filter(|(_, deadline)| days.contains(deadline.meant));
    let mut upcoming: Vec<UpcomingDeadline<'s>> = due
        .map(|(standing, deadline)| {
            let name = TaskName::new(head, standing);
            UpcomingDeadline {
                task: name.id,
                title: name.title,
                lead: name.unit.lead,
                deadline: deadline.date,
                deadline_meant: deadline.meant,
                working_days_left: deadline.working_days_left,
                days_left: deadline.days_left,
                lead_assumed: name.unit.assumed,
                deadline_assumed: deadline.basis == Basis::Assumed,
                deadline_basis: deadline.basis,
                name,
            }
        })
        .collect();
    upcoming.sort_by_key(|task| task.deadline);
    upcoming
}

/// The checkpoints due in these days and not reached, the nearest first, then in the plan's order.
pub(super) fn checkpoints<'s>(
    head: &'s Head,
    tasks: &[&'s Standing<'s>],
    days: Period,
    calendar: &Calendar,
) -> Vec<UpcomingCheckpoint<'s>> {
    let mut upcoming: Vec<UpcomingCheckpoint<'s>> = Vec::new();
    for standing in working(tasks) {
        let steps = standing.task.checkpoints.iter().zip(standing.due.iter().zip(&standing.reached));
        let due = steps.filter(|(_, (meant, reached))| reached.is_none() && days.contains(**meant));
        let name = TaskName::new(head, standing);
        upcoming.extend(due.map(|(step, (meant, _))| UpcomingCheckpoint {
            task: name.id,
            title: name.title,
            lead: name.unit.lead,
            checkpoint: &step.id,
            checkpoint_title: &step.title,
            due: step.due,
            due_meant: *meant,
            working_days_left: calendar.working_days_left(days.start, *meant),
            days_left: meant.days_since(days.start),
            lead_assumed: name.unit.assumed,
            checkpoints_assumed: standing.assumed.contains(&"checkpoints"),
            name,
        }));
    }
    upcoming.sort_by_key(|step| step.due);
    upcoming
}

/// The recurring reports due in these days that have not come, the nearest first, then in the plan's order.
pub(super) fn reports<'s>(
    head: &'s Head,
    tasks: &[&'s Standing<'s>],
    days: Period,
    (calendar, language): (&Calendar, Language),
) -> Vec<UpcomingReport<'s>> {
    let mut upcoming: Vec<UpcomingReport<'s>> = Vec::new();
    for standing in working(tasks) {
        let name = TaskName::new(head, standing);
        let due = standing.reports.iter().filter(|report| report.reported_on.is_none() && days.contains(report.meant));
        upcoming.extend(due.map(|report| UpcomingReport {
            task: name.id,
            title: name.title,
            lead: name.unit.lead,
            period: report.period,
            due: report.due,
            due_meant: report.meant,
            working_days_left: calendar.working_days_left(days.start, report.meant),
            days_left: report.meant.days_since(days.start),
            lead_assumed: name.unit.assumed,
            recurs_assumed: standing.assumed.contains(&"recurs"),
            period_name: report.every.name(report.period, language),
            name,
        }));
    }
    upcoming.sort_by_key(|report| report.due);
    upcoming
}

/// The tasks of which something is still asked.
fn working<'t, 's>(tasks: &'t [&'s Standing<'s>]) -> impl Iterator<Item = &'s Standing<'s>> + 't {
    tasks.iter().copied().filter(|standing| standing.is_open() && !standing.work_ended)
}

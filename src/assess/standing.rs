//! How one task stands at a day.

use serde::Serialize;

use crate::plan::{Closing, Date, Entry, Kind, Metric, MetricPart, Task};
use crate::words::{Language, Term, Worded, terms};

use super::duty::{DueReport, due_reports};
use super::in_force::{Basis, Deadline, Held, InForce, in_force};
use super::progress::{MetricStanding, progress};
use super::reason::{Alert, Severity};
use super::share::Share;
use super::state::{State, named_state};
use super::world::World;

/// How one task stands at a day.
#[derive(Debug)]
pub struct Standing<'a> {
    /// The task as it held on that day.
    pub task: Held<'a>,
    /// That day.
    pub as_of: Date,
    /// The first day of the work.
    pub start: Date,
    /// The last day on which it is in time; `None` of ongoing work that no day ends.
    pub deadline: Option<Deadline>,
    /// The deadline before the first amendment; `None` where there was none.
    pub original_deadline: Option<Date>,
    /// The fields that an amendment, rather than the document, sets; named as under `assumed`.
    pub amended: Vec<String>,
    /// The fields that nothing but an assumption sets.
    pub assumed: Vec<&'a str>,
    /// What the journal says.
    pub state: State,
    /// How far the work has come; `None` while nothing was reported.
    pub progress: Option<Share>,
    /// How each metric stands, in the task's order.
    pub metrics: Vec<MetricStanding>,
    /// When each checkpoint was reached, in the task's order.
    pub reached: Vec<Option<Date>>,
    /// The day that each checkpoint's due day means, in the task's order.
    pub due: Vec<Date>,
    /// The reports that its recurring duty asks for, oldest first; none where it has no such duty.
    pub reports: Vec<DueReport>,
    /// The task's entries up to the day, oldest first.
    pub entries: Vec<&'a Entry>,
    /// How far the work has come by the unit's own last estimate.
    pub percent: Option<u8>,
    /// Those that were withdrawn, of any day, oldest first: they count for nothing.
    pub withdrawn: Vec<&'a Entry>,
    /// The last day on which the task was heard of.
    pub last_report: Option<Date>,
    /// Since when the task is finished; `None` while it is not.
    pub finished_on: Option<Date>,
    /// Whether nothing more is asked of the unit: done, whether or not a reviewer has closed it.
    pub work_ended: bool,
    /// Why it needs attention.
    pub alerts: Vec<Alert>,
    /// The verdict; `None` of a cancelled task.
    pub light: Option<Light>,
}

/// The verdict on a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Light {
    /// Finished.
    Blue,
    /// Nothing is wrong.
    Green,
    /// A warning.
    Yellow,
    /// Something critical.
    Red,
    /// Nothing was ever reported, and nothing worse is known.
    Grey,
}

impl Light {
    /// Every light, in the order in which they are counted.
    pub const ALL: [Light; 5] = [Light::Blue, Light::Green, Light::Yellow, Light::Red, Light::Grey];

    /// Every light, the worst first.
    pub const WORST_FIRST: [Light; 5] = [Light::Red, Light::Yellow, Light::Grey, Light::Green, Light::Blue];

    /// How bad a light is, the worst first; what was called off comes last.
    pub fn badness(light: Option<Light>) -> usize {
        let place = light.and_then(|light| Light::WORST_FIRST.iter().position(|known| *known == light));
        place.unwrap_or(Light::WORST_FIRST.len())
    }

    /// The light's name in the machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Light::Blue => "blue",
            Light::Green => "green",
            Light::Yellow => "yellow",
            Light::Red => "red",
            Light::Grey => "grey",
        }
    }

    /// What the light means.
    pub const fn meaning(self, lang: Language) -> &'static str {
        match self {
            Light::Blue => lang.pick("已完成", "finished"),
            Light::Green => lang.pick("正常推进", "on track"),
            Light::Yellow => lang.pick("预警", "warning"),
            Light::Red => lang.pick("逾期、严重滞后或超限", "overdue, far behind, or a bound broken"),
            Light::Grey => lang.pick("尚无报送", "never reported"),
        }
    }

    pub(super) fn of(standing: &Standing<'_>, alerts: &[Alert]) -> Option<Light> {
        if standing.state == State::Cancelled {
            return None;
        }
        let worst = alerts.iter().map(|alert| alert.severity).min();
        Some(match worst {
            _ if standing.finished_on.is_some() => Light::Blue,
            Some(Severity::Critical) => Light::Red,
            Some(Severity::Warning) => Light::Yellow,
            // What was carried over as done was heard of before.
            Some(Severity::Info) | None if standing.last_report.is_none() && !standing.work_ended => Light::Grey,
            Some(Severity::Info) | None => Light::Green,
        })
    }
}

impl Worded for Light {
    const TERMS: &'static [Term] = terms::LIGHTS;

    fn all() -> &'static [Light] {
        &Light::ALL
    }

    fn key(self) -> &'static str {
        self.name()
    }
}

impl<'a> Standing<'a> {
    /// How a task stands, given all of its entries, oldest first. Alerts and light come after.
    pub(super) fn new(world: &World<'a>, task: &'a Task, entries: &[&'a Entry]) -> Standing<'a> {
        let head = &world.plan.head;
        let as_of = world.as_of;
        let InForce { task, deadline, original_deadline, assumed, amended } = in_force(world, task, entries);
        let entries: Vec<&'a Entry> = entries.iter().copied().take_while(|entry| entry.date <= as_of).collect();
        let start = task.start.unwrap_or(head.period.start);
        let deadline = deadline.map(|known| Deadline::seen(world, start, known));
        let metrics: Vec<MetricStanding> = task
            .metrics
            .iter()
            .map(|metric| MetricStanding::new(metric, &entries, &world.journal.checklists, as_of))
            .collect();
        let by_list = task.metrics.iter().zip(&metrics).filter(|(metric, _)| metric.checklist.is_some());
        let last_closed_row = by_list.filter_map(|(_, standing)| standing.reported_on).max();
        let state = State::after(&entries, last_closed_row.is_some(), task.carried_from.as_deref());
        let reached: Vec<Option<Date>> =
            task.checkpoints.iter().map(|checkpoint| reached_on(&checkpoint.id, &entries)).collect();
        let due = task.checkpoints.iter().map(|checkpoint| world.meant(checkpoint.due)).collect();
        let percent = entries.iter().rev().find_map(|entry| entry.percent);
        let progress = progress(&task, state, &metrics, &reached, percent);
        let by_entry = entries.iter().rev().find(|entry| entry.is_report()).map(|entry| entry.date);
        let last_report = last_closed_row.max(by_entry);
        Standing {
            start,
            as_of,
            deadline,
            amended,
            original_deadline,
            assumed,
            progress,
            last_report,
            finished_on: finished_on(head.closing, &entries),
            work_ended: matches!(state, State::Done | State::Closed),
            state,
            metrics,
            reached,
            due,
            reports: due_reports(
                world,
                &task,
                (start, deadline.map_or(head.period.end, |deadline| deadline.date)),
                &entries,
            ),
            entries,
            withdrawn: Vec::new(),
            percent,
            task,
            alerts: Vec::new(),
            light: None,
        }
    }

    /// What a person has settled by that day.
    pub fn confirmations(&self) -> Vec<&crate::plan::Confirmation> {
        self.task.confirmed.iter().filter(|confirmation| confirmation.date <= self.as_of).collect()
    }

    /// What stands in the way: what the last report names, or, before the first one, what was carried over.
    pub fn open_issue(&self) -> Option<&str> {
        match self.entries.iter().rev().find(|entry| entry.is_report()) {
            Some(last) => last.issue.as_deref(),
            None => self.task.carried_from.as_deref()?.issue.as_deref(),
        }
    }

    /// Whether the task is to be chased at all: not finished, not called off.
    pub fn is_open(&self) -> bool {
        self.finished_on.is_none() && self.state != State::Cancelled
    }

    /// The parts of a metric that nothing but an assumption sets.
    pub fn assumed_parts(&self, metric: &Metric) -> impl Iterator<Item = MetricPart> + Clone {
        self.assumed.iter().filter_map(|field| MetricPart::of(field, &metric.name))
    }

    /// Whether an amendment in force sets the field, named as under `assumed`.
    pub fn is_amended(&self, field: &str) -> bool {
        self.amended.iter().any(|amended| amended == field)
    }

    /// How its deadline is known; [`Basis::None`] where it has none.
    pub fn basis(&self) -> Basis {
        self.deadline.map_or(Basis::None, |deadline| deadline.basis)
    }

    /// The day of its deadline.
    pub fn due(&self) -> Option<Date> {
        self.deadline.map(|deadline| deadline.date)
    }

    /// Sorts by the deadline; what has none comes last.
    pub fn by_deadline(&self) -> (bool, Option<Date>) {
        (self.deadline.is_none(), self.due())
    }

    /// The deadline, where time can run out for it: a continuous task has no finish.
    pub(super) fn finish(&self) -> Option<Deadline> {
        self.deadline.filter(|_| self.task.kind != Kind::Continuous)
    }

    /// Whether a deadline has passed without the work having ended.
    pub(super) fn is_overdue(&self) -> bool {
        self.is_open() && !self.work_ended && self.finish().is_some_and(|deadline| deadline.days_left < 0)
    }
}

fn reached_on(checkpoint: &str, entries: &[&Entry]) -> Option<Date> {
    entries.iter().find(|entry| entry.checkpoints.iter().any(|reached| reached == checkpoint)).map(|entry| entry.date)
}

/// Since when the task is finished, if it is: closed, or done where nobody reviews. Closing what is done already ends nothing
/// a second time.
fn finished_on(closing: Closing, entries: &[&Entry]) -> Option<Date> {
    entries.iter().fold(None, |since, entry| match named_state(entry) {
        Some(State::Closed) => since.or(Some(entry.date)),
        Some(State::Done) if closing == Closing::Direct => since.or(Some(entry.date)),
        Some(_) => None,
        None => since,
    })
}

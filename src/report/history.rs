//! How one task went: its entries, and its light on every day on which something changed.

use std::collections::BTreeSet;
use std::ops::Bound;

use chrono::Weekday;
use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{AlertCode, Light, Share, Standing, State, assess};
use crate::plan::calendar::Calendar;
use crate::plan::{Date, Entry, Head, Journal, Language, Plan, Scalar, TaskId};

use super::header::Header;
use super::show::{Earlier, EntryLine};
use super::task_line::TaskLine;

/// `workplan.history/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct History<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The task, as it stands on the as-of day.
    pub task: TaskLine<'s>,
    /// The days on which something changed, oldest first.
    pub points: Vec<Point>,
    /// The task's entries up to the as-of day, oldest first.
    pub entries: Vec<EntryLine<'s>>,
    /// How it went in the plans from which it was carried over, the nearest first; none where they are not at hand.
    pub earlier: Vec<Earlier<'s>>,
    /// The plan's own words.
    #[serde(skip)]
    pub head: &'s Head,
}

/// How the task stood at the end of a day.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Point {
    /// The day.
    pub date: Date,
    /// Why the day is told.
    pub why: Vec<Why>,
    /// The verdict; `null` of a cancelled task.
    pub light: Option<Light>,
    /// What the journal says.
    pub state: State,
    /// How far the task had come; `null` while nothing was reported.
    pub progress: Option<Share>,
    /// What the passed time called for.
    pub expected: Option<Share>,
    /// The rules that gave an alert.
    pub alerts: Vec<AlertCode>,
    /// The values of the metrics, those that were known.
    pub values: Vec<PointValue>,
    /// How many rows of the task's checklists were closed since the point before.
    pub closed_rows: usize,
}

/// The value of a metric on a day.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PointValue {
    /// The metric's name.
    pub metric: String,
    /// The value.
    pub value: Scalar,
    /// What is counted.
    pub unit: String,
}

/// Why a day is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Why {
    /// The first day of the plan, or of the task.
    Start,
    /// A report.
    Report,
    /// An approved change of the plan.
    Amendment,
    /// An entry that was withdrawn, or one that withdraws.
    Withdrawn,
    /// The end of a week in which rows of a checklist were closed.
    RowsClosed,
    /// The light is another than on the day before.
    Light,
    /// The as-of day.
    AsOf,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.history/1";

/// A plan with nothing in it but one task and what its verdict looks at, so that it is judged day by day in no time.
#[derive(Debug)]
pub struct Extract {
    /// The task, first, and those that it waits for.
    pub plan: Plan,
    /// Their entries and lists.
    pub journal: Journal,
}

impl Extract {
    /// Takes one task, named by its id, out of a plan.
    pub fn new(plan: &Plan, journal: &Journal, id: &str) -> Extract {
        let own = plan.tasks.iter().filter(|task| task.id.as_str() == id);
        let waits_for: Vec<_> = own.clone().flat_map(|task| &task.depends).collect();
        let others = plan.tasks.iter().filter(|task| task.id.as_str() != id && waits_for.contains(&&task.id));
        let tasks: Vec<_> = own.chain(others).cloned().collect();
        let is_theirs = |id: &TaskId| tasks.iter().any(|task| task.id == *id);
        let entries = journal.entries.iter().filter(|entry| is_theirs(&entry.task)).cloned().collect();
        let counts_for = |path: &str| {
            tasks.iter().flat_map(|task| &task.metrics).any(|metric| metric.checklist.as_deref() == Some(path))
        };
        let checklists = journal.checklists.iter().filter(|list| counts_for(&list.path)).cloned().collect();
        Extract {
            plan: Plan { head: plan.head.clone(), tasks },
            journal: Journal { entries, checklists, notices: Vec::new() },
        }
    }
}

/// Reports how a task went up to the as-of day.
pub fn history<'s>(
    head: &'s Head,
    standing: &'s Standing<'s>,
    extract: &Extract,
    calendar: &Calendar,
    (header, earlier): (Header<'s>, Vec<Earlier<'s>>),
    language: Language,
) -> History<'s> {
    let entries = all_entries(standing, header.as_of);
    let points = points(standing, extract, calendar, header.as_of);
    History { header, task: TaskLine::new(head, standing, language), points, entries, earlier, head }
}

/// The task's entries up to a day, those that were withdrawn among them.
fn all_entries<'s>(standing: &'s Standing<'s>, as_of: Date) -> Vec<EntryLine<'s>> {
    let withdrawn = standing.withdrawn.iter().filter(|entry| entry.date <= as_of);
    let gone = withdrawn.map(|entry| EntryLine { withdrawn: true, ..EntryLine::new(&standing.task, entry) });
    let counting = standing.entries.iter().map(|entry| EntryLine::new(&standing.task, entry));
    let mut all: Vec<EntryLine<'s>> = gone.chain(counting).collect();
    all.sort_by_key(|entry| entry.date);
    all
}

/// So many days are judged one by one: twenty years. After them, those on which something is dated.
const MOST_DAYS: i64 = 7_305;

/// Judges the task day by day, and keeps the days on which something changed.
fn points(standing: &Standing<'_>, extract: &Extract, calendar: &Calendar, as_of: Date) -> Vec<Point> {
    let first = first_day(standing, extract).min(as_of);
    let quiet = quiet_from(standing, extract);
    let mut points: Vec<Point> = Vec::new();
    let (mut light, mut closed) = (None, 0);
    let dated: BTreeSet<Date> = standing
        .entries
        .iter()
        .chain(&standing.withdrawn)
        .map(|entry| entry.date)
        .chain(closings(extract))
        .chain(standing.due())
        .collect();
    let days = std::iter::successors(Some(first), |day| {
        let next = match day {
            // Once nothing can change any more, only the as-of day is left.
            day if *day >= quiet => as_of,
            day if day.days_since(first) < MOST_DAYS => day.plus_days(1)?,
            day => dated.range((Bound::Excluded(*day), Bound::Unbounded)).next().map_or(as_of, |next| as_of.min(*next)),
        };
        (*day < as_of).then_some(next)
    });
    for day in days {
        let Some(mut point) = point_at(extract, calendar, day) else { continue };
        let closed_by_now = closed_rows(extract, day);
        let changed = light.replace(point.light).is_some_and(|before| before != point.light);
        let dated = |entry: &&&Entry| entry.date == day;
        let entries = || standing.entries.iter().filter(dated);
        let withdrawn = |day: Date| standing.withdrawn.iter().any(|entry| entry.date == day);
        let week_ends = day.weekday() == Weekday::Sun || day == as_of;
        let reasons = [
            (day == first, Why::Start),
            (entries().any(|entry| entry.is_report()), Why::Report),
            (entries().any(|entry| entry.amendment.is_some()), Why::Amendment),
            (withdrawn(day) || entries().any(|entry| entry.withdraws.is_some()), Why::Withdrawn),
            (week_ends && closed_by_now > closed, Why::RowsClosed),
            (changed, Why::Light),
            (day == as_of, Why::AsOf),
        ];
        point.why = reasons.into_iter().filter_map(|(holds, why)| holds.then_some(why)).collect();
        if !point.why.is_empty() {
            point.closed_rows = closed_by_now - closed;
            closed = closed_by_now;
            points.push(point);
        }
    }
    points
}

/// The first day of the plan, of the task, or of what was reported on it.
fn first_day(standing: &Standing<'_>, extract: &Extract) -> Date {
    let entry = standing.entries.first().map(|entry| entry.date);
    let row = closings(extract).min();
    let start = extract.plan.head.period.start.min(standing.start);
    [entry, row].into_iter().flatten().fold(start, Date::min)
}

/// A day from which on no day differs from the one before: the period, the deadlines and the journal are over.
fn quiet_from(standing: &Standing<'_>, extract: &Extract) -> Date {
    let tasks = extract.plan.tasks.iter();
    let deadlines =
        tasks.flat_map(|task| task.deadline.into_iter().chain(task.checkpoints.iter().map(|step| step.due)));
    let entries = extract.journal.entries.iter().map(|entry| entry.date);
    // An amendment may have moved a deadline back and forth; each it ever named is one to wait for.
    let amended = extract.journal.entries.iter().filter_map(|entry| entry.amendment.as_deref());
    let named =
        amended.flat_map(|change| [&change.from, &change.to]).filter_map(|value| value.to_string().parse().ok());
    let last = deadlines.chain(entries).chain(named).chain(closings(extract)).chain(standing.due());
    let last = last.fold(extract.plan.head.period.end, Date::max);
    last.plus_days(2).unwrap_or(last)
}

/// The days on which rows of the task's own checklists were closed.
fn closings(extract: &Extract) -> impl Iterator<Item = Date> + '_ {
    let metrics = extract.plan.tasks.first().into_iter().flat_map(|task| &task.metrics);
    let paths = metrics.filter_map(|metric| metric.checklist.as_deref());
    let lists = paths.filter_map(|path| extract.journal.checklists.iter().find(|list| list.path == path));
    lists.flat_map(|list| list.rows.iter().filter_map(|row| row.closed_on))
}

fn closed_rows(extract: &Extract, day: Date) -> usize {
    closings(extract).filter(|closed| *closed <= day).count()
}

fn point_at(extract: &Extract, calendar: &Calendar, day: Date) -> Option<Point> {
    let assessment = assess(&extract.plan, &extract.journal, calendar, day);
    let standing = assessment.standings.first()?;
    let metrics = standing.task.metrics.iter().zip(&standing.metrics);
    let values = metrics.filter_map(|(metric, stands)| {
        Some(PointValue { metric: metric.name.clone(), value: metric.show(stands.value?), unit: metric.unit.clone() })
    });
    Some(Point {
        date: day,
        why: Vec::new(),
        light: standing.light,
        state: standing.state,
        progress: standing.progress,
        expected: standing.deadline.map(|deadline| deadline.expected),
        alerts: standing.alerts.iter().map(|alert| alert.code).collect(),
        values: values.collect(),
        closed_rows: 0,
    })
}

//! The calendar: on which day what is due, and which days the office works.

use std::collections::BTreeMap;

use chrono::Weekday;
use serde::Serialize;

use crate::plan::calendar::Calendar;
use crate::plan::{Date, Period};

use super::task::SiteTask;

/// A month and its days.
#[derive(Debug, Serialize)]
pub struct Month<'s> {
    /// Its first day.
    pub first: Date,
    /// Every day of it.
    pub days: Vec<Day<'s>>,
}

/// A day and what is due on it.
#[derive(Debug, Serialize)]
pub struct Day<'s> {
    /// The day.
    pub date: Date,
    /// Whether the office works; `null` where that is unknown or not told.
    pub office: Option<OfficeDay>,
    /// What is due, deadlines first.
    pub due: Vec<Due<'s>>,
}

/// Whether the office works on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OfficeDay {
    /// A weekday.
    Working,
    /// A Saturday or Sunday.
    Weekend,
    /// A weekday off.
    Holiday,
    /// A Saturday or Sunday that is worked.
    MakeUp,
}

/// Something that is due.
#[derive(Debug, Serialize)]
pub struct Due<'s> {
    /// The task's place in the site.
    pub task: usize,
    /// What of it.
    pub of: DueOf<'s>,
    /// The day that its day means.
    pub meant: Date,
    /// Whether only an assumption puts it on that day.
    pub assumed: bool,
    /// Whether it is done already, or was called off.
    pub over: bool,
    /// Whether the task was called off.
    pub cancelled: bool,
}

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DueOf<'s> {
    /// The task.
    Deadline,
    /// A checkpoint of that title.
    Checkpoint(&'s str),
}

/// Months of the plan's period in which nothing is due are told where it has no more than so many.
const FEW_MONTHS: i64 = 24;

/// The months of the plan's period, and those in which something is due.
pub(super) fn months<'s>(tasks: &[SiteTask<'s>], period: Period, calendar: Option<&Calendar>) -> Vec<Month<'s>> {
    let mut due = due_days(tasks);
    let mut firsts: Vec<Date> = due.keys().map(|day| day.month_start()).collect();
    if period.end.month_number() - period.start.month_number() < FEW_MONTHS {
        let next = |first: &Date| first.month_end().plus_days(1);
        firsts.extend(
            std::iter::successors(Some(period.start.month_start()), next).take_while(|first| *first <= period.end),
        );
    }
    firsts.sort_unstable();
    firsts.dedup();
    let days = |first: Date| {
        std::iter::successors(Some(first), move |day| day.plus_days(1).filter(|day| *day <= first.month_end()))
    };
    let mut day = |date: Date| Day {
        date,
        office: calendar.and_then(|calendar| office_day(calendar, date)),
        due: due.remove(&date).unwrap_or_default(),
    };
    firsts.into_iter().map(|first| Month { first, days: days(first).map(&mut day).collect() }).collect()
}

fn due_days<'s>(tasks: &[SiteTask<'s>]) -> BTreeMap<Date, Vec<Due<'s>>> {
    let mut days: BTreeMap<Date, Vec<Due<'s>>> = BTreeMap::new();
    for (place, task) in tasks.iter().enumerate() {
        let line = task.inside.as_ref().map(|inside| &inside.line);
        let cancelled = line.is_some_and(|line| line.light.is_none());
        let over = cancelled || line.is_some_and(|line| line.finished_on.is_some());
        let assumed = task.deadline_assumed();
        let meant = line.map_or(task.deadline, |line| line.deadline_meant);
        if let Some((day, meant)) = task.deadline.zip(meant).filter(|_| task.has_finish) {
            let deadline = Due { task: place, of: DueOf::Deadline, meant, assumed, over, cancelled };
            days.entry(day).or_default().push(deadline);
        }
        for step in line.iter().flat_map(|line| &line.checkpoints) {
            let assumed = line.is_some_and(|line| line.assumes("checkpoints"));
            let of = DueOf::Checkpoint(step.title);
            let over = over || step.reached_on.is_some();
            let meant = step.due_meant;
            days.entry(step.due).or_default().push(Due { task: place, of, meant, assumed, over, cancelled });
        }
    }
    days.values_mut().for_each(|due| due.sort_by_key(|due| (due.of != DueOf::Deadline, due.task)));
    days
}

fn office_day(calendar: &Calendar, day: Date) -> Option<OfficeDay> {
    if !calendar.knows(day.year()) {
        return None;
    }
    let works = calendar.is_working_day(day);
    Some(match (matches!(day.weekday(), Weekday::Sat | Weekday::Sun), works) {
        (false, true) => OfficeDay::Working,
        (false, false) => OfficeDay::Holiday,
        (true, false) => OfficeDay::Weekend,
        (true, true) => OfficeDay::MakeUp,
    })
}

/// So many days on which something is due stand on the first page.
const DAYS: usize = 6;

/// The nearest days, not before that day, on which something is still due.
pub(super) fn upcoming(months: &[Month<'_>], from: Date) -> Vec<(usize, usize)> {
    let places = months
        .iter()
        .enumerate()
        .flat_map(|(month, at)| at.days.iter().enumerate().map(move |(day, at)| (month, day, at)));
    let open = places.filter(|(_, _, day)| day.due.iter().any(|due| due.meant.max(day.date) >= from && !due.over));
    open.map(|(month, day, _)| (month, day)).take(DAYS).collect()
}

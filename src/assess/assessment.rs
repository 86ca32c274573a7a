//! A whole plan at a day.

use std::collections::{BTreeSet, HashMap};

use crate::plan::calendar::Calendar;
use crate::plan::{Date, Head, Journal, Notice, Plan, Task, TaskId, Withdrawn};
use crate::threads;

use super::alert::alerts;
use super::pace;
use super::reason::Alert;
use super::share::Share;
use super::standing::{Light, Standing};
use super::world::World;

/// A plan as it stands at a day.
#[derive(Debug)]
pub struct Assessment<'a> {
    /// The day.
    pub as_of: Date,
    /// Every task's standing, in the plan's order.
    pub standings: Vec<Standing<'a>>,
    /// The share of the plan's period that has passed, by the plan's basis.
    pub passed: Share,
    /// The notices that were issued by that day, oldest first.
    pub notices: &'a [Notice],
    /// Years whose calendar was needed and is unknown: their weekdays were counted.
    pub unknown_years: BTreeSet<i32>,
}

/// Judges every task of a plan at a day.
pub fn assess<'a>(plan: &'a Plan, journal: &'a Journal, calendar: &'a Calendar, as_of: Date) -> Assessment<'a> {
    let mut entries: HashMap<&TaskId, Vec<_>> = HashMap::with_capacity(plan.tasks.len());
    let withdrawn = Withdrawn::of(&journal.entries);
    for (_, entry) in journal.entries.iter().enumerate().filter(|(at, _)| withdrawn.counts(*at)) {
        entries.entry(&entry.task).or_default().push(entry);
    }
    let mut gone: HashMap<&TaskId, Vec<_>> = HashMap::new();
    let places: BTreeSet<usize> = withdrawn.gone.into_keys().collect();
    for entry in places.into_iter().filter_map(|at| journal.entries.get(at)) {
        gone.entry(&entry.task).or_default().push(entry);
    }
    let world = World { plan, journal, calendar, as_of };
    let standing = |task: &'a Task| Standing::new(&world, task, entries.get(&task.id).map_or(&[], Vec::as_slice));
    let mut standings: Vec<Standing<'a>> = threads::in_order(&plan.tasks, standing);
    let found: Vec<Vec<Alert>> = {
        let by_id: HashMap<&TaskId, &Standing<'a>> =
            standings.iter().map(|standing| (&standing.task.id, standing)).collect();
        threads::in_order(&standings, |standing| alerts(&world, standing, &by_id))
    };
    for (standing, alerts) in standings.iter_mut().zip(found) {
        standing.withdrawn = gone.remove(&standing.task.id).unwrap_or_default();
        standing.light = Light::of(standing, &alerts);
        standing.alerts = alerts;
    }
    let unknown_years = unknown_years(&world, &standings);
    let issued = journal.notices.partition_point(|notice| notice.date <= as_of);
    let notices = journal.notices.get(..issued).unwrap_or_default();
    Assessment { as_of, standings, notices, passed: passed_share(&plan.head, calendar, as_of), unknown_years }
}

/// The share of the plan's period that has passed at the end of a day, by the plan's basis.
pub fn passed_share(head: &Head, calendar: &Calendar, day: Date) -> Share {
    pace::passed(head.pace, calendar, head.period.start, head.period.end, day)
}

/// The years that the plan's period, the tasks' spans and the day touch, and that no calendar knows.
fn unknown_years(world: &World<'_>, standings: &[Standing<'_>]) -> BTreeSet<i32> {
    let period = world.plan.head.period;
    let spans = standings
        .iter()
        .map(|standing| (standing.start, standing.deadline.map_or(standing.start, |deadline| deadline.date)));
    let (first, last) = spans
        .chain([(period.start, period.end), (world.as_of, world.as_of)])
        .fold((world.as_of, world.as_of), |(first, last), (start, end)| (first.min(start), last.max(end)));
    (first.year()..=last.year()).filter(|year| !world.calendar.knows(*year)).collect()
}

//! The reports that a recurring duty asks for, and which of them came.

use crate::plan::{Date, Entry, EntryState, Every, Period, Task};

use super::world::World;

/// A report that is due for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueReport {
    /// What kind of period it is.
    pub every: Every,
    /// The period, whole.
    pub period: Period,
    /// The last day in time, as the duty states it.
    pub due: Date,
    /// The day that this means, where it is a day off.
    pub meant: Date,
    /// The first day of the period, up to the day that is judged, on which something was reported.
    pub reported_on: Option<Date>,
}

/// The reports that a task's duty asks for, from the period in which it starts to that of its deadline, oldest first. A day
/// before the task's start asks for nothing.
pub(super) fn due_reports(
    world: &World<'_>,
    task: &Task,
    (start, deadline): (Date, Date),
    entries: &[&Entry],
) -> Vec<DueReport> {
    let Some(duty) = task.recurs else { return Vec::new() };
    let reported = report_days(world, task, entries);
    let next = |period: &Period| duty.every.period_of(period.end.plus_days(1)?);
    let periods = std::iter::successors(duty.every.period_of(start), next);
    let asked = periods.take_while(|period| period.start <= deadline).map(|period| {
        let due = duty.due_in(period);
        let from = reported.partition_point(|day| *day < period.start);
        let reported_on = reported.get(from).copied().filter(|day| *day <= period.end);
        DueReport { every: duty.every, period, due, meant: world.meant(due), reported_on }
    });
    asked.filter(|report| report.due >= start).collect()
}

/// Whether the unit reports in an entry. What a reviewer decides is no report of it.
pub(super) fn is_units_report(entry: &Entry) -> bool {
    entry.is_report() && !entry.state.is_some_and(EntryState::is_decision)
}

/// The days up to the one that is judged on which the unit reported, or a row of a checklist was closed.
pub(super) fn report_days(world: &World<'_>, task: &Task, entries: &[&Entry]) -> Vec<Date> {
    let by_unit = entries.iter().filter(|entry| is_units_report(entry)).map(|entry| entry.date);
    let paths = || task.metrics.iter().filter_map(|metric| metric.checklist.as_deref());
    let lists = world.journal.checklists.iter().filter(|list| paths().any(|path| path == list.path));
    let rows = lists.flat_map(|list| &list.rows).filter_map(|row| row.closed_on).filter(|day| *day <= world.as_of);
    let mut days: Vec<Date> = by_unit.chain(rows).collect();
    days.sort_unstable();
    days
}

//! The units: how many tasks each has, and from which nothing was heard (未报送).

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::Standing;
use crate::plan::{Date, Entry, EntryState, Head, Period};
use crate::report::task_name::UnitRef;

/// A unit with open tasks that reported nothing.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SilentUnit<'s> {
    /// The unit.
    pub lead: &'s str,
    /// How many tasks it still has to work on, of those that pass the filter.
    pub open_tasks: usize,
    /// The last day on which it was heard of; `null` where it never was.
    pub last_report: Option<Date>,
    /// Whether any of these tasks is its own by assumption only.
    pub lead_assumed: bool,
    /// The unit, for views.
    #[serde(skip)]
    pub unit: UnitRef<'s>,
}

/// The units with open tasks that were not heard of in these days, most tasks first. A unit that reported on
/// any task of the plan was heard of, whether or not the task passes the filter.
pub(super) fn silent_units<'s>(
    head: &'s Head,
    tasks: &[&'s Standing<'s>],
    all: &'s [Standing<'s>],
    days: Period,
) -> Vec<SilentUnit<'s>> {
    let heard = last_reports(head, all);
    let mut units: Vec<SilentUnit<'s>> = Vec::new();
    let begun = |standing: &&&Standing<'s>| standing.start <= days.end;
    for standing in tasks.iter().filter(begun).filter(|standing| standing.is_open() && !standing.work_ended) {
        let unit = UnitRef::new(head, standing);
        let Some(lead) = unit.lead else { continue };
        let last_report = heard.get(lead).copied();
        if last_report.is_some_and(|last| days.contains(last)) {
            continue;
        }
        match units.iter_mut().find(|known| known.lead == lead) {
            Some(known) => {
                known.open_tasks += 1;
                known.lead_assumed |= unit.assumed;
                known.unit.assumed |= unit.assumed;
            }
            None => units.push(SilentUnit { lead, open_tasks: 1, last_report, lead_assumed: unit.assumed, unit }),
        }
    }
    units.sort_by_key(|unit| std::cmp::Reverse(unit.open_tasks));
    units
}

/// When each unit was last heard of.
fn last_reports<'s>(head: &'s Head, standings: &'s [Standing<'s>]) -> HashMap<&'s str, Date> {
    let mut last: HashMap<&str, Date> = HashMap::new();
    let mut heard = |unit: Option<&'s str>, day: Date| {
        if let Some(unit) = unit {
            last.entry(unit).and_modify(|known| *known = day.max(*known)).or_insert(day);
        }
    };
    for standing in standings {
        let lead = standing.task.lead.as_ref().map(|lead| lead.as_str());
        for entry in standing.entries.iter().filter(|entry| entry.is_report()) {
            heard(reporter(head, lead, entry), entry.date);
        }
        // A closed row is the lead's work.
        let lists =
            standing.task.metrics.iter().zip(&standing.metrics).filter(|(metric, _)| metric.checklist.is_some());
        lists.filter_map(|(_, stands)| stands.reported_on).for_each(|day| heard(lead, day));
    }
    last
}

/// The unit that a report comes from: the one it names; the one that answers for the task where it names none,
/// or a person. What a reviewer does is no report of the unit.
fn reporter<'s>(head: &'s Head, lead: Option<&'s str>, entry: &Entry) -> Option<&'s str> {
    let Some(by) = entry.by.as_deref() else { return lead };
    let named = head.unit_called(by);
    let reviewed = entry.state.is_some_and(EntryState::is_decision);
    match named {
        Some(unit) => Some(unit.name.as_str()),
        None if reviewed => None,
        None => lead,
    }
}

/// How many tasks a unit has.
#[derive(Debug)]
pub struct UnitCount<'s> {
    /// The unit.
    pub unit: UnitRef<'s>,
    /// How many.
    pub tasks: usize,
}

/// Counts by unit, most first.
pub(super) fn by_unit<'s>(units: impl Iterator<Item = UnitRef<'s>>) -> Vec<UnitCount<'s>> {
    let mut counts: Vec<UnitCount<'s>> = Vec::new();
    for unit in units {
        match counts.iter_mut().find(|known| known.unit == unit) {
            Some(known) => known.tasks += 1,
            None => counts.push(UnitCount { unit, tasks: 1 }),
        }
    }
    counts.sort_by_key(|count| std::cmp::Reverse(count.tasks));
    counts
}

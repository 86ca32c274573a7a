//! The units: how many tasks each has, and from which nothing was heard (未报送).

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{AlertCode, Standing};
use crate::plan::{Date, Entry, EntryState, Head, Period};
use crate::report::header::kept;
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
    /// Of how many of these tasks nothing was ever heard.
    pub never_reported: usize,
    /// Of how many others nothing was heard in the last whole reporting period.
    pub fell_silent: usize,
    /// The unit, for views.
    #[serde(skip)]
    pub unit: UnitRef<'s>,
}

/// The units with open tasks that were not heard of in these days, and those that were and have left some of their tasks
/// unreported; most tasks first. A unit that reported on any task of the plan was heard of, whether or not the task passes the
/// filter.
pub(super) fn silent_units<'s>(
    head: &'s Head,
    tasks: &[&'s Standing<'s>],
    all: &'s [Standing<'s>],
    days: Period,
) -> (Vec<SilentUnit<'s>>, Vec<SilentUnit<'s>>) {
    let heard = last_reports(head, all);
    let mut units: Vec<SilentUnit<'s>> = Vec::new();
    let begun = |standing: &&&Standing<'s>| standing.start <= days.end;
    for standing in tasks.iter().filter(begun).filter(|standing| standing.is_open() && !standing.work_ended) {
        let unit = UnitRef::new(head, standing);
        let Some(lead) = unit.lead else { continue };
        match units.iter_mut().find(|known| known.lead == lead) {
            Some(known) => known.count(standing, unit),
            None => {
                let mut known = SilentUnit::new(lead, unit, heard.get(lead).copied());
                known.count(standing, unit);
                units.push(known);
            }
        }
    }
    let was_heard = |unit: &SilentUnit<'_>| unit.last_report.is_some_and(|last| days.contains(last));
    let (mut partly, mut silent): (Vec<_>, Vec<_>) = units.into_iter().partition(was_heard);
    silent.sort_by_key(|unit| Reverse(unit.open_tasks));
    partly.retain(|unit| unit.unreported() > 0);
    partly.sort_by_key(|unit| Reverse(unit.unreported()));
    (silent, partly)
}

impl SilentUnit<'_> {
    /// The same for as long as the program runs: a report about many plans outlives each of them.
    pub(in crate::report) fn kept(&self) -> SilentUnit<'static> {
        let SilentUnit { open_tasks, last_report, lead_assumed, never_reported, fell_silent, .. } = *self;
        let lead = kept(self.lead);
        let unit = UnitRef { lead: Some(lead), ..self.unit.kept() };
        SilentUnit { lead, open_tasks, last_report, lead_assumed, never_reported, fell_silent, unit }
    }
}

impl<'s> SilentUnit<'s> {
    fn new(lead: &'s str, unit: UnitRef<'s>, last_report: Option<Date>) -> SilentUnit<'s> {
        let (open_tasks, never_reported, fell_silent) = (0, 0, 0);
        SilentUnit { lead, open_tasks, last_report, lead_assumed: unit.assumed, never_reported, fell_silent, unit }
    }

    /// Counts a task of the unit.
    fn count(&mut self, standing: &Standing<'_>, unit: UnitRef<'_>) {
        let overlong = standing.alerts.iter().any(|alert| alert.code == AlertCode::UNREPORTED);
        self.open_tasks += 1;
        self.never_reported += usize::from(standing.last_report.is_none());
        self.fell_silent += usize::from(standing.last_report.is_some() && overlong);
        self.lead_assumed |= unit.assumed;
        self.unit.assumed |= unit.assumed;
    }

    /// How many of the tasks nothing was heard of, ever or in the last whole reporting period.
    pub fn unreported(&self) -> usize {
        self.never_reported + self.fell_silent
    }
}

/// The units that answer for any of the tasks, in the plan's order.
pub(super) fn leads<'s>(head: &'s Head, tasks: &[&'s Standing<'s>]) -> Vec<&'s str> {
    let own: HashSet<&str> =
        tasks.iter().filter_map(|standing| standing.task.lead.as_ref()).map(|lead| lead.as_str()).collect();
    head.units.iter().map(|unit| unit.name.as_str()).filter(|name| own.contains(name)).collect()
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
    counts.sort_by_key(|count| Reverse(count.tasks));
    counts
}

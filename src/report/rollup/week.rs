//! What some days have brought in many plans: which of them stand best, what has changed, who is silent.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Light, Share};
use crate::plan::Date;
use crate::plan::calendar::week_name;
use crate::report::week::{Amended, Issue, LightChange, SilentUnit, Span, Week};

use super::order::{RolledDays, on_track};
use super::rolled::Rolled;

/// What some days have brought in all plans.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RolledWeek {
    /// The first day.
    pub from: Date,
    /// The last day; the as-of day may lie before it.
    pub to: Date,
    /// The ISO name of the week, `2020-W48`; `null` where the days are no week.
    pub week: Option<String>,
    /// What the days are.
    pub span: Span,
    /// The number that somebody has given the report.
    pub issue_number: Option<u32>,
    /// What came of all plans, counted.
    #[serde(flatten)]
    pub counts: WeekCounts,
    /// The tasks whose light is another one than on the day before the first, the worst light first.
    pub changed: Vec<Rolled<LightChange<'static>>>,
    /// Approved changes of the plans, dated in these days.
    pub amended: Vec<Rolled<Amended<'static>>>,
    /// Problems reported in these days of tasks that are still open.
    pub issues: Vec<Rolled<Issue<'static>>>,
    /// Units with open tasks that reported nothing in these days.
    pub silent_units: Vec<Rolled<SilentUnit<'static>>>,
}

/// What some days have brought in one of the plans.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PlanWeek {
    /// Its place among the plans, from 1: the largest share on track first, of equal ones the smallest share of red lights. Equal
    /// plans share a place. `null` where no task passes.
    pub rank: Option<usize>,
    /// The share of its tasks that are finished or on track: blue or green.
    pub on_track: Option<Share>,
    /// What came of it, counted.
    #[serde(flatten)]
    pub counts: WeekCounts,
    /// How many tasks are to be worked on: begun, and neither finished nor called off.
    pub open_tasks: usize,
    /// Whether there are any and nothing was heard of the whole plan in these days.
    pub silent: bool,
}

/// What came of plans in some days.
#[derive(Debug, Clone, Copy, Default, Serialize, JsonSchema)]
pub struct WeekCounts {
    /// Tasks that were heard of.
    pub reported_tasks: usize,
    /// Tasks that were finished.
    pub finished_tasks: usize,
    /// Approved changes of the plan.
    pub amendments: usize,
    /// Problems that were reported.
    pub problems: usize,
    /// Tasks, checkpoints and recurring reports due next.
    pub due_next: usize,
}

/// What one plan brings to the whole.
#[derive(Debug)]
pub struct OfWeek {
    pub(super) plan: PlanWeek,
    changed: Vec<LightChange<'static>>,
    amended: Vec<Amended<'static>>,
    issues: Vec<Issue<'static>>,
    silent_units: Vec<SilentUnit<'static>>,
}

impl OfWeek {
    /// What a plan's own week comes to among others.
    pub fn new(week: &Week<'_>, open_tasks: usize) -> OfWeek {
        let counts = WeekCounts {
            reported_tasks: week.progressed.len(),
            finished_tasks: week.finished.len(),
            amendments: week.amended.len(),
            problems: week.issues.len(),
            due_next: week.upcoming.len() + week.upcoming_checkpoints.len() + week.upcoming_reports.len(),
        };
        let silent = open_tasks > 0 && week.progressed.is_empty();
        OfWeek {
            plan: PlanWeek { rank: None, on_track: on_track(&week.now), counts, open_tasks, silent },
            changed: week.changed.iter().map(LightChange::kept).collect(),
            amended: week.amended.iter().map(Amended::kept).collect(),
            issues: week.issues.iter().map(Issue::kept).collect(),
            silent_units: week.silent_units.iter().map(SilentUnit::kept).collect(),
        }
    }
}

impl RolledWeek {
    /// Of no plan yet.
    pub(super) fn new(days: RolledDays) -> RolledWeek {
        RolledWeek {
            from: days.span.start,
            to: days.span.end,
            week: week_name(days.span),
            span: Span::of(days.span),
            issue_number: days.issue,
            counts: WeekCounts::default(),
            changed: Vec::new(),
            amended: Vec::new(),
            issues: Vec::new(),
            silent_units: Vec::new(),
        }
    }

    /// Takes what a plan brings.
    pub(super) fn add(&mut self, of: OfWeek, path: &str, row: usize) {
        self.counts.merge(of.plan.counts);
        self.changed.extend(Rolled::all(path, row, of.changed));
        self.amended.extend(Rolled::all(path, row, of.amended));
        self.issues.extend(Rolled::all(path, row, of.issues));
        self.silent_units.extend(Rolled::all(path, row, of.silent_units));
    }

    /// Puts the worst first, now that all plans are there: of tasks that came to one light those of the plan that has most of them,
    /// of silent units those of the plan with most tasks left out. `place` tells where a plan's row stands.
    pub(super) fn order(&mut self, place: impl Fn(usize) -> usize) {
        let came = weights(self.changed.iter().map(|changed| ((changed.row, changed.of.now), 1)));
        self.changed.sort_by_key(|changed| {
            let weight = came.get(&(changed.row, changed.of.now)).copied();
            (Light::badness(changed.of.now), Reverse(weight))
        });
        let silent = weights(self.silent_units.iter().map(|unit| (unit.row, unit.of.open_tasks)));
        self.silent_units.sort_by_key(|unit| Reverse(silent.get(&unit.row).copied()));
        self.changed.iter_mut().for_each(|one| one.row = place(one.row));
        self.amended.iter_mut().for_each(|one| one.row = place(one.row));
        self.issues.iter_mut().for_each(|one| one.row = place(one.row));
        self.silent_units.iter_mut().for_each(|one| one.row = place(one.row));
    }

    /// The tasks that have come to a light.
    pub fn became(&self, light: Light) -> impl Iterator<Item = &Rolled<LightChange<'static>>> {
        self.changed.iter().filter(move |changed| changed.of.now == Some(light))
    }
}

fn weights<K: Hash + Eq>(of: impl Iterator<Item = (K, usize)>) -> HashMap<K, usize> {
    let mut weights = HashMap::new();
    of.for_each(|(key, weight)| *weights.entry(key).or_default() += weight);
    weights
}

impl WeekCounts {
    fn merge(&mut self, other: WeekCounts) {
        self.reported_tasks += other.reported_tasks;
        self.finished_tasks += other.finished_tasks;
        self.amendments += other.amendments;
        self.problems += other.problems;
        self.due_next += other.due_next;
    }
}

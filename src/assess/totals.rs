//! Counts of lights and mean progress over some tasks.

use serde::Serialize;

use crate::plan::{Date, Weight};

use super::in_force::Basis;
use super::share::{Mean, Share};
use super::standing::{Light, Standing};

/// How many tasks have which light.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct LightCounts {
    /// How many tasks there are, without those called off.
    pub tasks: usize,
    /// Finished.
    pub blue: usize,
    /// Nothing is wrong.
    pub green: usize,
    /// A warning.
    pub yellow: usize,
    /// Something critical.
    pub red: usize,
    /// Never heard of.
    pub grey: usize,
    /// Called off.
    pub cancelled: usize,
}

impl LightCounts {
    /// Counts lights; `None` is a task that was called off.
    pub fn of(lights: impl Iterator<Item = Option<Light>>) -> LightCounts {
        let mut counts = LightCounts::default();
        for light in lights {
            match light {
                Some(light) => counts.add(light),
                None => counts.cancelled += 1,
            }
        }
        counts
    }

    /// How many tasks have that light.
    pub fn count(&self, light: Light) -> usize {
        match light {
            Light::Blue => self.blue,
            Light::Green => self.green,
            Light::Yellow => self.yellow,
            Light::Red => self.red,
            Light::Grey => self.grey,
        }
    }

    /// The worst light that any task has; `None` where all are called off, or there are none.
    pub fn worst(&self) -> Option<Light> {
        Light::WORST_FIRST.into_iter().find(|light| self.count(*light) > 0)
    }

    /// Counts what others have counted.
    pub fn merge(&mut self, other: LightCounts) {
        self.tasks += other.tasks;
        self.blue += other.blue;
        self.green += other.green;
        self.yellow += other.yellow;
        self.red += other.red;
        self.grey += other.grey;
        self.cancelled += other.cancelled;
    }

    /// Counts a task with that light.
    pub(crate) fn add(&mut self, light: Light) {
        self.tasks += 1;
        let slot = match light {
            Light::Blue => &mut self.blue,
            Light::Green => &mut self.green,
            Light::Yellow => &mut self.yellow,
            Light::Red => &mut self.red,
            Light::Grey => &mut self.grey,
        };
        *slot += 1;
    }
}

/// How many tasks have which light, and how far they have come. A cancelled task is counted as cancelled and nowhere
/// else.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Totals")]
pub struct Totals {
    /// The tasks by light.
    #[serde(flatten)]
    pub lights: LightCounts,
    /// The weighted mean of the progress that is known.
    pub progress: Option<Share>,
    /// How many tasks' progress is known.
    pub progress_known: usize,
}

impl Totals {
    /// Counts the given tasks.
    pub fn of<'s, 'a: 's>(standings: impl Iterator<Item = &'s Standing<'a>>) -> Totals {
        let mut tally = Tally::default();
        standings.for_each(|standing| tally.add(standing));
        tally.totals()
    }
}

/// Totals that are still being summed up, of the tasks of one plan or of many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// The tasks by light.
    pub lights: LightCounts,
    progress: Mean,
    known: usize,
}

impl Tally {
    /// Counts a task.
    pub fn add(&mut self, standing: &Standing<'_>) {
        self.count(Stood::of(standing));
    }

    /// Counts in how one task stood.
    pub fn count(&mut self, stood: Stood) {
        let Some(light) = stood.light else {
            self.lights.cancelled += 1;
            return;
        };
        self.lights.add(light);
        if let Some(progress) = stood.progress {
            self.progress.add(progress, stood.weight.ratio());
            self.known += 1;
        }
    }

    /// Counts what others have counted.
    pub fn merge(&mut self, other: Tally) {
        self.lights.merge(other.lights);
        self.progress.merge(other.progress);
        self.known += other.known;
    }

    /// What it comes to.
    pub fn totals(self) -> Totals {
        Totals { lights: self.lights, progress: self.progress.share(), progress_known: self.known }
    }
}

/// What is counted of a standing.
#[derive(Debug, Clone, Copy)]
pub struct Stood {
    /// Its light; none once it was called off.
    pub light: Option<Light>,
    progress: Option<Share>,
    weight: Weight,
}

impl Stood {
    /// What is counted of that one.
    pub fn of(standing: &Standing<'_>) -> Stood {
        Stood { light: standing.light, progress: standing.progress, weight: standing.task.weight }
    }
}

impl std::ops::Deref for Totals {
    type Target = LightCounts;

    fn deref(&self) -> &LightCounts {
        &self.lights
    }
}

/// The nearest deadline, not before `as_of`, of the tasks that are still open, and how that is known.
pub(crate) fn next_deadline<'s, 'a: 's>(
    standings: impl Iterator<Item = &'s Standing<'a>>,
    as_of: Date,
) -> Option<(Date, Basis)> {
    let open = standings.filter(|standing| standing.is_open() && !standing.work_ended);
    let ahead = open.filter_map(|standing| standing.deadline).filter(|deadline| deadline.meant >= as_of);
    // Of several on one day, the one of which most is known.
    let surest = |basis: Basis| match basis {
        Basis::Stated | Basis::Confirmed | Basis::None => 0,
        Basis::Assumed => 1,
        Basis::Period => 2,
    };
    ahead.map(|deadline| (deadline.date, deadline.basis)).min_by_key(|(date, basis)| (*date, surest(*basis)))
}

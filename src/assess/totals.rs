//! Counts of lights and mean progress over some tasks.

use serde::Serialize;

use crate::plan::Date;

use super::in_force::Basis;
use super::share::Share;
use super::standing::{Light, Standing};

/// Counts over some tasks. A cancelled task is counted as cancelled and nowhere else.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[schemars(rename = "Totals")]
pub struct Totals {
    /// How many tasks there are.
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
    /// The weighted mean of the progress that is known.
    pub progress: Option<Share>,
    /// How many tasks' progress is known.
    pub progress_known: usize,
}

impl Totals {
    /// Counts the given tasks.
    pub fn of<'s, 'a: 's>(standings: impl Iterator<Item = &'s Standing<'a>> + Clone) -> Totals {
        let mut totals = Totals::default();
        for standing in standings.clone() {
            let Some(light) = standing.light else {
                totals.cancelled += 1;
                continue;
            };
            totals.add(light);
            totals.progress_known += usize::from(standing.progress.is_some());
        }
        let counted = standings.filter(|standing| standing.light.is_some());
        let known = counted.filter_map(|standing| Some((standing.progress?, standing.task.weight.ratio())));
        totals.progress = Share::rounded_mean(known);
        totals
    }

    /// Counts a task with that light, whatever its progress.
    pub(crate) fn add(&mut self, light: Light) {
        self.tasks += 1;
        *self.slot(light) += 1;
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

    fn slot(&mut self, light: Light) -> &mut usize {
        match light {
            Light::Blue => &mut self.blue,
            Light::Green => &mut self.green,
            Light::Yellow => &mut self.yellow,
            Light::Red => &mut self.red,
            Light::Grey => &mut self.grey,
        }
    }
}

/// The nearest deadline, not before `as_of`, of the tasks that are still open, and whether only an assumption
/// sets it.
pub(crate) fn next_deadline<'s, 'a: 's>(
    standings: impl Iterator<Item = &'s Standing<'a>>,
    as_of: Date,
) -> Option<(Date, bool)> {
    let open = standings.filter(|standing| standing.is_open() && !standing.work_ended);
    let deadlines = open.map(|standing| (standing.deadline.date, standing.deadline.basis == Basis::Assumed));
    deadlines.filter(|(deadline, _)| *deadline >= as_of).min()
}

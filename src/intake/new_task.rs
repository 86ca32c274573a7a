//! A new task: its id, and what of it the document does not say.

use std::collections::HashMap;

use crate::plan::{Task, TaskId, UnitName};
use crate::store::Opened;

/// The highest number that a task of each theme has, or ever had: ids are not used again.
pub(crate) struct Numbers {
    highest: HashMap<String, (u32, usize)>,
}

impl Numbers {
    /// The numbers of a plan's tasks, and of those that the journal still speaks of.
    pub(crate) fn of(opened: &Opened) -> Numbers {
        let mut numbers = Numbers { highest: HashMap::new() };
        let tasks = opened.plan.iter().flat_map(|plan| &plan.tasks).map(|task| &task.id);
        tasks.chain(opened.journal.entries.iter().map(|entry| &entry.task)).for_each(|id| numbers.take(id));
        numbers
    }

    /// An id that is used from now on.
    pub(crate) fn take(&mut self, id: &TaskId) {
        let Some((theme, digits)) = id.as_str().rsplit_once('-') else { return };
        let Ok(number) = digits.parse::<u32>() else { return };
        let highest = self.highest.entry(theme.to_owned()).or_insert((0, 0));
        *highest = (*highest).max((number, digits.len()));
    }

    /// The id behind the highest of a theme, as wide as that one is; `None` where no id can begin so.
    pub(crate) fn next(&mut self, theme: &str) -> Option<TaskId> {
        let (number, width) = match self.highest.get(theme) {
            Some((number, width)) => (number.checked_add(1)?, *width),
            None => (1, 2),
        };
        let id = TaskId::new(&format!("{theme}-{number:0width$}"))?;
        self.take(&id);
        Some(id)
    }
}

/// The fields of a task that its quote of the document does not say.
pub(crate) fn assumed(task: &Task) -> Vec<String> {
    let stated = |unit: &UnitName| task.source.as_deref().is_some_and(|source| source.contains(unit.as_str()));
    let mut fields = Vec::new();
    if task.lead.as_ref().is_some_and(|lead| !stated(lead)) {
        fields.push("lead".to_owned());
    }
    if task.support.iter().any(|unit| !stated(unit)) {
        fields.push("support".to_owned());
    }
    if task.start.is_some() {
        fields.push("start".to_owned());
    }
    if task.deadline.is_some() && task.deadline_says.is_none() {
        fields.push("deadline".to_owned());
    }
    let unstated = task.metrics.iter().filter(|metric| metric.says.is_none());
    fields.extend(unstated.map(|metric| format!("metrics.{}", metric.name)));
    fields
}

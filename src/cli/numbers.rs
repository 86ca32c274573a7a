//! Ids of new tasks.

use std::collections::HashMap;

use crate::plan::TaskId;
use crate::store::Opened;

/// The highest number that a task of each theme has, or ever had: ids are not used again.
pub(super) struct Numbers {
    highest: HashMap<String, (u32, usize)>,
}

impl Numbers {
    /// The numbers of a plan's tasks, and of those that the journal still speaks of.
    pub(super) fn of(opened: &Opened) -> Numbers {
        let mut numbers = Numbers { highest: HashMap::new() };
        let tasks = opened.plan.iter().flat_map(|plan| &plan.tasks).map(|task| &task.id);
        tasks.chain(opened.journal.entries.iter().map(|entry| &entry.task)).for_each(|id| numbers.take(id));
        numbers
    }

    /// An id that is used from now on.
    pub(super) fn take(&mut self, id: &TaskId) {
        let Some((theme, digits)) = id.as_str().rsplit_once('-') else { return };
        let Ok(number) = digits.parse::<u32>() else { return };
        let highest = self.highest.entry(theme.to_owned()).or_insert((0, 0));
        *highest = (*highest).max((number, digits.len()));
    }

    /// The id behind the highest of a theme, as wide as that one is; `None` where no id can begin so.
    pub(super) fn next(&mut self, theme: &str) -> Option<TaskId> {
        let (number, width) = match self.highest.get(theme) {
            Some((number, width)) => (number.checked_add(1)?, *width),
            None => (1, 2),
        };
        let id = TaskId::new(&format!("{theme}-{number:0width$}"))?;
        self.take(&id);
        Some(id)
    }
}

//! One side of a comparison: a plan and what its journal says of each task.

use std::collections::HashMap;

use super::holding::Holding;
use crate::assess::{State, named_state};
use crate::plan::{AmendedField, Date, Entry, Journal, Plan, Task, TaskId};

/// A plan, with its journal by task.
pub(super) struct Side<'a> {
    pub(super) plan: &'a Plan,
    entries: HashMap<&'a TaskId, Vec<&'a Entry>>,
}

impl<'a> Side<'a> {
    pub(super) fn new(plan: &'a Plan, journal: &'a Journal) -> Side<'a> {
        let mut entries: HashMap<&TaskId, Vec<&Entry>> = HashMap::new();
        for entry in journal.counting() {
            entries.entry(&entry.task).or_default().push(entry);
        }
        Side { plan, entries }
    }

    fn of(&self, task: &Task) -> &[&'a Entry] {
        self.entries.get(&task.id).map_or(&[], Vec::as_slice)
    }

    /// The last state that the journal names.
    pub(super) fn state(&self, task: &Task) -> Option<State> {
        self.of(task).iter().rev().find_map(|entry| named_state(entry))
    }

    /// The last day on which a task is in time.
    pub(super) fn deadline(&self, task: &Task) -> Date {
        task.deadline.unwrap_or(self.plan.head.period.end)
    }

    /// Whether what a field holds is an assumption. A field is named as in a change.
    pub(super) fn assumes(&self, task: &Task, field: &str) -> bool {
        if !task.may_assume(&self.plan.head) {
            return false;
        }
        let name = match field.strip_prefix("metrics.").and_then(|field| field.strip_suffix(".target")) {
            Some(metric) => format!("metrics.{metric}"),
            None => field.to_owned(),
        };
        let amendments = || self.of(task).iter().filter_map(|entry| entry.amendment.as_deref());
        if amendments().any(|amendment| amendment.field.assumed_name() == name) {
            return false;
        }
        // A day that nothing vouches for is assumed, whatever the file says.
        let unvouched = field == "deadline"
            && task.deadline.is_some()
            && task.deadline_says.is_none()
            && task.carried_from.is_none()
            && task.confirmation("deadline").is_none();
        task.assumes(&name) || unvouched
    }
}

/// The newest amendment among entries that brought a task's field to what it holds now.
pub(super) fn amendment<'a>(entries: &[&'a Entry], task: &Task, field: &AmendedField) -> Option<&'a Entry> {
    let brought = |entry: &&&'a Entry| {
        let Some(amendment) = entry.amendment.as_deref().filter(|amendment| amendment.field == *field) else {
            return false;
        };
        if *field == AmendedField::State {
            return amendment.to.to_string() == State::Cancelled.name();
        }
        let mut amended = task.clone();
        field.set(&mut amended, &amendment.to).is_ok() && same(&field.of(&amended), &field.of(task))
    };
    entries.iter().rev().filter(|entry| entry.task == task.id).find(brought).copied()
}

fn same(one: &crate::plan::FieldValue, other: &crate::plan::FieldValue) -> bool {
    use crate::plan::FieldValue::Many;
    match (one, other) {
        (Many(one), Many(other)) => {
            let (one, other) = (Holding::List(one.clone()), Holding::List(other.clone()));
            super::holding::FieldChange::between("", one, other).is_none()
        }
        _ => one == other,
    }
}

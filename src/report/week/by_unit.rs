//! Counting tasks by unit.

use crate::report::task_name::UnitRef;

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

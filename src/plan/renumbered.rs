//! Tasks that a merge has given another id, because two branches had given one id to two tasks.

use std::collections::{HashMap, HashSet};

use super::{Entry, Journal, Plan, Task, TaskId};

/// Whether two states of a task, or two tasks of one id, are about the same work: the same title, or the same words of
/// the document.
pub fn is_same_work(one: &Task, other: &Task) -> bool {
    one.title == other.title || one.source.is_some() && one.source == other.source
}

/// The tasks whose id means another task afterwards, and which stand there under an id that was nobody's, with that id.
pub fn renumbered(before: &[Task], after: &[Task]) -> HashMap<TaskId, TaskId> {
    let now: HashMap<&TaskId, &Task> = after.iter().map(|task| (&task.id, task)).collect();
    let known: HashSet<&TaskId> = before.iter().map(|task| &task.id).collect();
    let new: Vec<&Task> = after.iter().filter(|task| !known.contains(&task.id)).collect();
    let moved = |task: &Task| {
        now.get(&task.id).filter(|now| !is_same_work(task, now))?;
        let mut found = new.iter().filter(|new| new.title == task.title && new.source == task.source);
        let only = found.next().filter(|_| found.next().is_none())?;
        Some((task.id.clone(), only.id.clone()))
    };
    before.iter().filter_map(moved).collect()
}

/// Gives tasks their new ids, and whatever speaks of them.
pub fn renumber(plan: &mut Plan, journal: &mut Journal, ids: &HashMap<TaskId, TaskId>) {
    for task in &mut plan.tasks {
        replace(ids, std::iter::once(&mut task.id).chain(&mut task.depends));
    }
    renumber_entries(&mut journal.entries, ids);
    for notice in &mut journal.notices {
        replace(ids, notice.tasks.iter_mut());
    }
}

/// The same of entries alone.
pub fn renumber_entries(entries: &mut [Entry], ids: &HashMap<TaskId, TaskId>) {
    replace(ids, entries.iter_mut().map(|entry| &mut entry.task));
}

fn replace<'i>(ids: &HashMap<TaskId, TaskId>, places: impl Iterator<Item = &'i mut TaskId>) {
    for place in places {
        if let Some(new) = ids.get(place) {
            place.clone_from(new);
        }
    }
}

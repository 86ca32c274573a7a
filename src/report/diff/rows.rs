//! What happened to the rows of the checklists.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::pairs::Pairs;
use crate::plan::{Checklist, ChecklistRow, Date, Journal, Task};

/// What happened to the rows of a checklist, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChecklistChange<'a> {
    /// The list, relative to the plan's folder.
    pub checklist: &'a str,
    /// The first task that counts by it.
    pub task: &'a str,
    /// The task's title.
    pub title: &'a str,
    /// Rows that were closed.
    pub closed: usize,
    /// Rows that were closed and are open again.
    pub reopened: usize,
    /// Rows that were closed on another day.
    pub redated: usize,
    /// Rows that are new.
    pub added: usize,
    /// Rows that are gone.
    pub removed: usize,
}

/// Compares the lists by which the tasks count. A list that was only moved or renamed is the same list.
pub(super) fn changes<'a>(pairs: &Pairs<'a>, (from, to): (&'a Journal, &'a Journal)) -> Vec<ChecklistChange<'a>> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for (task, old, new) in lists(pairs) {
        if !seen.insert((old, new)) {
            continue;
        }
        let empty: &[ChecklistRow] = &[];
        let rows = |journal: &'a Journal, path: Option<&str>| {
            let named = |list: &&Checklist| Some(list.path.as_str()) == path;
            journal.checklists.iter().find(named).map_or(empty, |list| &list.rows)
        };
        let Some(checklist) = new.or(old) else { continue };
        let (id, title) = (task.id.as_str(), task.title.as_str());
        found.extend(compare(checklist, (id, title), rows(from, old), rows(to, new)));
    }
    found
}

type Path<'a> = Option<&'a str>;

/// The paths of a metric's list on both sides, in the newer plan's order; a list of one side alone last.
fn lists<'a>(pairs: &Pairs<'a>) -> Vec<(&'a Task, Path<'a>, Path<'a>)> {
    let mut both = Vec::new();
    let mut alone = Vec::new();
    for (old, new) in pairs.all() {
        for metric in &new.metrics {
            let was = old.metric(&metric.name).and_then(|metric| metric.checklist.as_deref());
            match (was, metric.checklist.as_deref()) {
                (Some(was), Some(is)) => both.push((new, Some(was), Some(is))),
                (None, Some(is)) => alone.push((new, None, Some(is))),
                (_, None) => {}
            }
        }
        let has = |name: &str| new.metric(name).is_some_and(|metric| metric.checklist.is_some());
        let gone = old.metrics.iter().filter(|metric| !has(&metric.name));
        alone.extend(gone.filter_map(|metric| Some((new, Some(metric.checklist.as_deref()?), None))));
    }
    let of = |task: &'a Task| task.metrics.iter().filter_map(move |metric| Some((task, metric.checklist.as_deref()?)));
    alone.extend(pairs.added.iter().flat_map(|task| of(task)).map(|(task, path)| (task, None, Some(path))));
    alone.extend(pairs.removed.iter().flat_map(|task| of(task)).map(|(task, path)| (task, Some(path), None)));
    let is_known = |old: Path<'a>, new: Path<'a>| {
        both.iter().any(|(_, was, is): &(_, Path<'a>, Path<'a>)| {
            (old.is_some() && *was == old) || (new.is_some() && *is == new)
        })
    };
    alone.retain(|(_, old, new)| !is_known(*old, *new));
    // Another task's metric counts by the same file now.
    let kept: Vec<_> = alone.iter().filter(|(_, old, _)| old.is_some()).map(|(_, old, _)| *old).collect();
    let taken: Vec<_> =
        alone.iter().filter(|(_, _, new)| kept.contains(new)).map(|(task, _, new)| (*task, *new)).collect();
    alone.retain(|(_, old, new)| !taken.iter().any(|(_, path)| path == old || path == new));
    both.extend(taken.into_iter().map(|(task, path)| (task, path, path)));
    both.extend(alone);
    both
}

fn compare<'a>(
    checklist: &'a str,
    (task, title): (&'a str, &'a str),
    from: &'a [ChecklistRow],
    to: &'a [ChecklistRow],
) -> Option<ChecklistChange<'a>> {
    if from == to {
        return None;
    }
    let mut change =
        ChecklistChange { checklist, task, title, closed: 0, reopened: 0, redated: 0, added: 0, removed: 0 };
    let mut items: BTreeMap<&str, (Vec<Option<Date>>, Vec<Option<Date>>)> = BTreeMap::new();
    from.iter().for_each(|row| items.entry(&row.item).or_default().0.push(row.closed_on));
    to.iter().for_each(|row| items.entry(&row.item).or_default().1.push(row.closed_on));
    for (mut old, mut new) in items.into_values() {
        old.sort_unstable();
        new.sort_unstable();
        change.added += new.len().saturating_sub(old.len());
        change.removed += old.len().saturating_sub(new.len());
        for pair in old.iter().zip(&new) {
            match pair {
                (None, Some(_)) => change.closed += 1,
                (Some(_), None) => change.reopened += 1,
                (Some(was), Some(is)) if was != is => change.redated += 1,
                (Some(_), Some(_)) | (None, None) => {}
            }
        }
    }
    (change.closed + change.reopened + change.redated + change.added + change.removed > 0).then_some(change)
}

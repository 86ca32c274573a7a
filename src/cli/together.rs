//! Entries that come together, each from a place in somebody's file: all of them are written, or none, and what is
//! wrong with any of them is said of its place.

use std::collections::{HashMap, HashSet};

use crate::assess::{Doubt, doubts};
use crate::check::{self, Gravity};
use crate::desk::output::{Doubtful, Listed};
use crate::desk::writing::{Draft, not_edited};
use crate::intake::ledger::Place;
use crate::lang;
use crate::plan::{Date, Entry, Language, Task, TaskId};
use crate::say;
use crate::store::Origin;

/// An entry, and where it comes from: `returns.csv:5`, `进展!A5`.
pub(super) struct Placed {
    pub(super) place: Place,
    pub(super) entry: Entry,
}

/// What is wrong at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlacedFault {
    pub(super) place: Place,
    pub(super) message: String,
}

/// Refuses everything, with every fault, in the order in which a reader finds them.
pub(super) fn refuse(faults: &[PlacedFault], lang: Language) -> anyhow::Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    let mut faults: Vec<&PlacedFault> = faults.iter().collect();
    faults.sort_by(|one, other| one.place.cmp(&other.place));
    let count = faults.len();
    let list: String = faults.iter().map(|fault| format!("\n{}: {}", fault.place, fault.message)).collect();
    let plural = if count == 1 { "" } else { "s" };
    Err(anyhow::Error::new(Listed(say!(
        lang,
        "{count} 处有误，全部没有写入{list}",
        "{count} fault{plural}; nothing was written{list}"
    ))))
}

/// Appends what the journal does not hold yet, and says how many entries that was, about how many tasks.
pub(super) fn append(draft: &mut Draft, entries: Vec<Placed>, force: bool) -> anyhow::Result<String> {
    let lang = draft.lang;
    let found = entries.len();
    let mut held: HashMap<(&TaskId, Date), Vec<&Entry>> = HashMap::new();
    for entry in &draft.rewrite.opened().journal.entries {
        held.entry((&entry.task, entry.date)).or_default().push(entry);
    }
    let is_held = |entry: &Entry| held.get(&(&entry.task, entry.date)).is_some_and(|held| held.contains(&entry));
    let new: Vec<Placed> = entries.into_iter().filter(|new| !is_held(&new.entry)).collect();
    let known = found - new.len();
    if !force {
        undoubted(draft, &new)?;
    }
    let (places, entries): (Vec<Place>, Vec<Entry>) = new.into_iter().map(|new| (new.place, new.entry)).unzip();
    let origins = draft.rewrite.append(&entries).map_err(|error| not_edited(draft.lang, &error))?;
    refuse(&in_the_journal(draft, &origins, &places), lang)?;
    let count = entries.len();
    let tasks = entries.iter().map(|entry| &entry.task).collect::<HashSet<_>>().len();
    let (entry, task) = (if count == 1 { "entry" } else { "entries" }, if tasks == 1 { "task" } else { "tasks" });
    Ok(match known {
        0 => say!(lang, "{count} 条记录，涉及 {tasks} 项任务", "{count} {entry} about {tasks} {task}"),
        known => say!(
            lang,
            "{count} 条记录，涉及 {tasks} 项任务；另有 {known} 条台账中已有，未重复写入",
            "{count} {entry} about {tasks} {task}; {known} more in the journal already"
        ),
    })
}

fn undoubted(draft: &Draft, new: &[Placed]) -> anyhow::Result<()> {
    let tasks: HashMap<&TaskId, &Task> = draft.plan(draft.lang)?.tasks.iter().map(|task| (&task.id, task)).collect();
    let mut told: HashMap<&TaskId, Vec<&Entry>> = HashMap::new();
    for entry in &draft.rewrite.opened().journal.entries {
        told.entry(&entry.task).or_default().push(entry);
    }
    let mut lines = Vec::new();
    for Placed { place, entry } in new {
        let told = told.entry(&entry.task).or_default();
        let task = tasks.get(&entry.task).copied().map_or_else(|| task_of(draft, entry), Ok)?;
        let doubts = doubts_among(draft, task, entry, told.iter().copied());
        lines.extend(doubts.iter().map(|doubt| format!("{place}: {}", lang::doubt(draft.lang, doubt))));
        told.push(entry);
    }
    if lines.is_empty() { Ok(()) } else { Err(Doubtful(lines).into()) }
}

/// What the checks find wrong with the new entries, each at its place.
fn in_the_journal(draft: &Draft, origins: &[Origin], places: &[Place]) -> Vec<PlacedFault> {
    let opened = draft.rewrite.opened();
    let found = check::run(opened, draft.lang);
    let errors = found.iter().filter(|found| found.severity == Gravity::Error);
    let faults = errors.filter_map(|error| {
        let root = opened.nodes(error.file_index)?;
        let item = root.items().iter().position(|item| item.span.contains(&error.span.start))?;
        let entry = origins.iter().position(|origin| (origin.file, origin.item) == (error.file_index, item))?;
        let message = format!("{} {}（{}）", error.code, error.message, error.hint);
        Some(PlacedFault { place: places.get(entry)?.clone(), message })
    });
    faults.collect()
}

/// The task that an entry is about.
pub(super) fn task_of<'d>(draft: &'d Draft, entry: &Entry) -> anyhow::Result<&'d Task> {
    let task = draft.plan(draft.lang)?.tasks.iter().find(|task| task.id == entry.task);
    task.ok_or_else(|| anyhow::anyhow!(say!(draft.lang, "没有任务 {}", "there is no task {}", entry.task)))
}

/// What makes one look twice at an entry, among those of the journal.
pub(super) fn doubts_about(draft: &Draft, task: &Task, entry: &Entry) -> Vec<Doubt> {
    let journal = draft.rewrite.opened().journal.entries.iter();
    doubts_among(draft, task, entry, journal.filter(|other| other.task == entry.task))
}

/// The same among the entries of its task.
fn doubts_among<'e>(draft: &Draft, task: &Task, entry: &Entry, told: impl Iterator<Item = &'e Entry>) -> Vec<Doubt> {
    let mut earlier: Vec<&Entry> = told.filter(|other| other.date <= entry.date).collect();
    earlier.sort_by_key(|other| other.date);
    doubts(task, &earlier, entry, draft.today)
}

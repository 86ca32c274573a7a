//! A plan as it was and as it would be, side by side.

use std::collections::{HashMap, HashSet};

use crate::check::finding::{At, Finding, Place, Words};
use crate::plan::{Amendment, Date, Entry, Language, Notice, Plan, Task, TaskId, Withdrawn};
use crate::store::{Opened, Origin, Part, Step};

/// What a check of a commit sees.
pub(in crate::check) struct Comparison<'o> {
    /// The plan as it was.
    pub(super) old: &'o Plan,
    /// The plan as it would be.
    pub(super) new: &'o Plan,
    /// The reader's language.
    pub(super) lang: Language,
    /// The entries that would be gone, by their places in the old journal.
    pub(super) gone: Vec<(usize, &'o Entry)>,
    /// The entries that would be new, by their places in the new one.
    pub(super) added: Vec<(usize, &'o Entry)>,
    pub(super) in_before: Vec<Finding>,
    pub(super) in_after: Vec<Finding>,
    before: &'o Opened,
    after: &'o Opened,
    /// Whether the plan was issued, and its tasks are no draft any more.
    issued: bool,
}

impl<'o> Comparison<'o> {
    pub(super) fn new(
        (before, old): (&'o Opened, &'o Plan),
        (after, new): (&'o Opened, &'o Plan),
        today: Date,
        lang: Language,
    ) -> Comparison<'o> {
        let (gone, added) = difference(&before.journal.entries, &after.journal.entries);
        Comparison {
            old,
            new,
            lang,
            gone,
            added,
            in_before: Vec::new(),
            in_after: Vec::new(),
            before,
            after,
            issued: old.head.issued <= today,
        }
    }

    /// Each entry that would be gone, with the new one that seems to have taken its place: of the same day and task.
    pub(super) fn rewritten(&self) -> Vec<((usize, &'o Entry), Option<usize>)> {
        let mut left: Vec<(usize, &Entry)> = self.added.clone();
        let pair = |(at, entry): &(usize, &'o Entry)| {
            let found = left.iter().position(|(_, new)| new.date == entry.date && new.task == entry.task);
            ((*at, *entry), found.map(|found| left.remove(found).0))
        };
        self.gone.iter().map(pair).collect()
    }

    /// The tasks of an issued plan that would be gone, by their places.
    pub(super) fn gone_tasks(&self) -> Vec<(usize, &'o Task)> {
        let new: HashSet<&TaskId> = self.new.tasks.iter().map(|task| &task.id).collect();
        let gone = self.old.tasks.iter().enumerate().filter(|(_, task)| self.issued && !new.contains(&task.id));
        gone.collect()
    }

    /// The new task that seems to be an old one under another id: with the same words of the source, or else the same
    /// title.
    pub(super) fn renumbered(&self, task: &Task) -> Option<(usize, &'o Task)> {
        let old: HashSet<&TaskId> = self.old.tasks.iter().map(|task| &task.id).collect();
        let mut new = self.new.tasks.iter().enumerate().filter(|(_, other)| !old.contains(&other.id));
        new.find(|(_, other)| match (&task.source, &other.source) {
            (Some(source), Some(other)) => source == other,
            (None, _) | (_, None) => task.title == other.title,
        })
    }

    /// The tasks of an issued plan that are in both, with the place of the new one.
    pub(super) fn kept_tasks(&self) -> Vec<(usize, &'o Task, &'o Task)> {
        let old: HashMap<&TaskId, &Task> = self.old.tasks.iter().map(|task| (&task.id, task)).collect();
        let new = self.new.tasks.iter().enumerate().filter(|_| self.issued);
        new.filter_map(|(at, task)| Some((at, *old.get(&task.id)?, task))).collect()
    }

    /// The amendments of a task that would be new.
    pub(super) fn added_amendments(&self, id: &TaskId) -> impl Iterator<Item = &'o Amendment> {
        // An amendment that is withdrawn allows the way back as one allows the way there.
        let entries = &self.after.journal.entries;
        let is_added = |at: usize| self.added.iter().any(|(added, _)| *added == at);
        let gone = Withdrawn::of(entries).gone.into_iter().filter(|(_, by)| is_added(*by));
        let mut gone: Vec<usize> = gone.map(|(at, _)| at).collect();
        gone.sort_unstable();
        let withdrawn = gone.into_iter().filter_map(|at| entries.get(at));
        let changing = self.added.iter().map(|(_, entry)| *entry).chain(withdrawn);
        changing.filter(move |entry| entry.task == *id).filter_map(|entry| entry.amendment.as_deref())
    }

    /// The new journal's entries.
    pub(super) fn entries(&self) -> &'o [Entry] {
        &self.after.journal.entries
    }

    /// The notices as they were, and as they would be.
    pub(super) fn notices(&self) -> (&'o [Notice], &'o [Notice]) {
        (&self.before.journal.notices, &self.after.journal.notices)
    }

    /// An old task, entry or notice.
    pub(super) fn find_before(&mut self, origin: Option<Origin>, words: Words) {
        self.in_before.push(Finding::new(at(origin), words));
    }

    /// A part of a new task, entry or notice.
    pub(super) fn find_after(&mut self, origin: Option<Origin>, key: &str, words: Words) {
        let mut place = at(origin);
        for step in key.split('/').filter(|step| !step.is_empty()) {
            place = match step.parse() {
                Ok(item) => place.item(item),
                Err(_) => place.key(step),
            };
        }
        self.in_after.push(Finding::new(place, words));
    }

    pub(super) fn old_task(&self, task: usize) -> Option<Origin> {
        self.before.origins.tasks.get(task).copied()
    }

    pub(super) fn new_task(&self, task: usize) -> Option<Origin> {
        self.after.origins.tasks.get(task).copied()
    }

    pub(super) fn old_entry(&self, entry: usize) -> Option<Origin> {
        self.before.origins.entries.get(entry).copied()
    }

    pub(super) fn old_notice(&self, notice: usize) -> Option<Origin> {
        self.before.origins.notices.get(notice).copied()
    }

    pub(super) fn new_notice(&self, notice: usize) -> Option<Origin> {
        self.after.origins.notices.get(notice).copied()
    }

    pub(super) fn new_entry(&self, entry: usize) -> Option<Origin> {
        self.after.origins.entries.get(entry).copied()
    }
}

fn at(origin: Option<Origin>) -> At {
    let (file, path) = origin.map_or((0, Vec::new()), |origin| (origin.file, vec![Step::Item(origin.item)]));
    At { file, place: Place::Path(path, Part::Value) }
}

type Places<'o> = Vec<(usize, &'o Entry)>;

/// What the old journal has and the new one has not, and the other way round; an entry that stands there twice counts
/// twice.
fn difference<'o>(old: &'o [Entry], new: &'o [Entry]) -> (Places<'o>, Places<'o>) {
    let mut by_subject: HashMap<(Date, &TaskId), Places<'o>> = HashMap::new();
    for (at, entry) in new.iter().enumerate() {
        by_subject.entry((entry.date, &entry.task)).or_default().push((at, entry));
    }
    let mut gone = Vec::new();
    for (at, entry) in old.iter().enumerate() {
        let there = by_subject.get_mut(&(entry.date, &entry.task));
        let same = there.and_then(|there| {
            let found = there.iter().position(|(_, other)| *other == entry)?;
            Some(there.remove(found))
        });
        if same.is_none() {
            gone.push((at, entry));
        }
    }
    let mut added: Places<'o> = by_subject.into_values().flatten().collect();
    added.sort_by_key(|(at, _)| *at);
    (gone, added)
}

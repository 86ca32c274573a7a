//! What a check sees, and how it points at what it finds.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::plan::meant::word as meant_word;
use crate::plan::{AmendedField, Amendment, Date, Entry, Language, Metric, Plan, Task, TaskId, Withdrawn};
use crate::store::{FaultKind, FileKind, Opened, Origin, Part, Step};

use super::finding::{At, Finding, Place, Words};
use super::places::Places;

/// So many names are looked through faster than they are hashed.
const FEW: usize = 16;

/// How many known words a check may compare with wrong ones: a suggestion is a kindness, not worth a minute.
const MOST_COMPARED: usize = 200_000;

/// What a check sees. `'o` is how long the folder lives, `'r` how long the run.
pub(super) struct Inspection<'o, 'r> {
    /// The folder as it was read.
    pub(super) opened: &'o Opened,
    /// The plan in it.
    pub(super) plan: &'o Plan,
    /// The reader's language.
    pub(super) lang: Language,
    /// What was found so far.
    pub(super) findings: Vec<Finding>,
    /// Where things stand.
    pub(super) places: Places<'o>,
    index: &'r Index<'o>,
    compared: usize,
}

/// What several checks look up.
pub(super) struct Index<'o> {
    /// Tasks by id; of a repeated id, the first.
    by_id: HashMap<&'o TaskId, usize>,
    /// The task of each entry.
    entry_tasks: Vec<Option<usize>>,
    /// The entries that amend a task, oldest first.
    amending: HashMap<usize, Vec<usize>>,
    amended: HashSet<(usize, &'o AmendedField)>,
    /// The metrics and checkpoints by name, of the tasks that have many.
    metrics: HashMap<usize, HashMap<&'o str, &'o Metric>>,
    /// What entries say of each other.
    withdrawn: Withdrawn,
    checkpoints: HashMap<usize, HashSet<&'o str>>,
}

/// An entry with its task.
#[derive(Clone, Copy)]
pub(super) struct Report<'o> {
    /// The entry's place in the journal.
    pub(super) at: usize,
    pub(super) entry: &'o Entry,
    /// The task and its place in the plan.
    pub(super) task: (usize, &'o Task),
}

impl<'o> Index<'o> {
    pub(super) fn new(opened: &'o Opened, plan: &'o Plan) -> Index<'o> {
        let mut by_id = HashMap::with_capacity(plan.tasks.len());
        for (index, task) in plan.tasks.iter().enumerate() {
            by_id.entry(&task.id).or_insert(index);
        }
        let entries = &opened.journal.entries;
        let entry_tasks: Vec<Option<usize>> = entries.iter().map(|entry| by_id.get(&entry.task).copied()).collect();
        let mut amending: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut amended = HashSet::new();
        let withdrawn = Withdrawn::of(entries);
        for (at, (entry, task)) in entries.iter().zip(&entry_tasks).enumerate().filter(|(at, _)| withdrawn.counts(*at))
        {
            if let (Some(amendment), Some(task)) = (&entry.amendment, task) {
                amending.entry(*task).or_default().push(at);
                amended.insert((*task, &amendment.field));
            }
        }
        let many_metrics = plan.tasks.iter().enumerate().filter(|(_, task)| task.metrics.len() > FEW);
        let metrics = many_metrics.map(|(index, task)| {
            // Of a repeated name, the first counts.
            (index, task.metrics.iter().rev().map(|metric| (metric.name.as_str(), metric)).collect())
        });
        let many_checkpoints = plan.tasks.iter().enumerate().filter(|(_, task)| task.checkpoints.len() > FEW);
        let checkpoints = many_checkpoints
            .map(|(index, task)| (index, task.checkpoints.iter().map(|known| known.id.as_str()).collect()));
        let (metrics, checkpoints) = (metrics.collect(), checkpoints.collect());
        Index { by_id, entry_tasks, amending, amended, metrics, checkpoints, withdrawn }
    }
}

impl<'o, 'r> Inspection<'o, 'r> {
    pub(super) fn new(opened: &'o Opened, plan: &'o Plan, lang: Language, index: &'r Index<'o>) -> Inspection<'o, 'r> {
        let places = Places::new(opened);
        Inspection { opened, plan, lang, findings: Vec::new(), places, index, compared: 0 }
    }

    /// Says what is wrong at a place, and what to type instead.
    pub(super) fn find(&mut self, at: At, message: String, hint: String) {
        self.findings.push(Finding::new(at, Words { message, hint }));
    }

    /// Where nothing stands in the place of a text: nothing but spaces, or what is nothing in YAML. In quotes `'null'` is
    /// a word.
    pub(super) fn nothing_at(&mut self, text: &str, at: impl FnOnce(&Self) -> At) -> Option<At> {
        let text = text.trim();
        if !matches!(text, "" | "~" | "null" | "Null" | "NULL") {
            return None;
        }
        let at = at(self);
        let span = self.places.span(&at);
        let read = self.opened.files.get(at.file).map_or("", |file| file.text.as_str());
        (text.is_empty() || read.get(span) == Some(text)).then_some(at)
    }

    /// The whole of `plan.yaml`.
    pub(super) fn at_head(&self) -> At {
        At { file: 0, place: Place::Path(Vec::new(), Part::Value) }
    }

    /// A task, by its place in the plan.
    pub(super) fn at_task(&self, task: usize) -> At {
        at_origin(self.opened.origins.tasks.get(task).copied())
    }

    /// An entry, by its place in the journal.
    pub(super) fn at_entry(&self, entry: usize) -> At {
        at_origin(self.opened.origins.entries.get(entry).copied())
    }

    /// A notice, by its place among the notices.
    pub(super) fn at_notice(&self, notice: usize) -> At {
        at_origin(self.opened.origins.notices.get(notice).copied())
    }

    /// Bytes of a file.
    pub(super) fn at_bytes(&self, file: usize, span: Range<usize>) -> At {
        At { file, place: Place::Span(span) }
    }

    /// `tasks/1.yaml:12`, for words that name another place.
    pub(super) fn name_place(&mut self, at: &At) -> String {
        let byte = self.places.span(at).start;
        let line = self.places.position(at.file, byte).line;
        format!("{}:{line}", self.places.path(at.file))
    }

    /// Every task with its place in the plan.
    pub(super) fn tasks(&self) -> impl Iterator<Item = (usize, &'o Task)> + use<'o> {
        self.plan.tasks.iter().enumerate()
    }

    /// The tasks that were read whole: in any other, what seems to be missing may be there.
    pub(super) fn whole_tasks(&self) -> impl Iterator<Item = (usize, &'o Task)> + use<'o> {
        let maimed = &self.opened.maimed;
        self.tasks().filter(move |(_, task)| !maimed.contains(&task.id))
    }

    /// The entries whose task is known, oldest first, but for those that were withdrawn.
    pub(super) fn reports(&self) -> impl Iterator<Item = Report<'o>> + use<'o, 'r> {
        let (plan, index) = (self.plan, self.index);
        self.opened.journal.entries.iter().zip(&index.entry_tasks).enumerate().filter_map(move |(at, (entry, task))| {
            let task = (*task).filter(|_| index.withdrawn.counts(at))?;
            Some(Report { at, entry, task: (task, plan.tasks.get(task)?) })
        })
    }

    /// The entries whose task does not exist.
    pub(super) fn entries_of_no_task(&self) -> impl Iterator<Item = (usize, &'o Entry)> + use<'o, 'r> {
        let entries = self.opened.journal.entries.iter().enumerate();
        entries.zip(&self.index.entry_tasks).filter(|(_, task)| task.is_none()).map(|(entry, _)| entry)
    }

    /// Whether no two tasks have one id.
    pub(super) fn ids_are_unique(&self) -> bool {
        self.index.by_id.len() == self.plan.tasks.len()
    }

    /// The place of the (first) task of that id.
    pub(super) fn task_of(&self, id: &TaskId) -> Option<usize> {
        self.index.by_id.get(id).copied()
    }

    /// The amendments of a task with their entries' places in the journal, oldest first.
    pub(super) fn amendments(&self, task: usize) -> impl Iterator<Item = (usize, Date, &'o Amendment)> + use<'o, 'r> {
        let entries = &self.opened.journal.entries;
        self.index.amending.get(&task).into_iter().flatten().filter_map(|at| {
            let entry = entries.get(*at)?;
            Some((*at, entry.date, entry.amendment.as_deref()?))
        })
    }

    /// The places of the tasks that were amended, in the plan's order.
    pub(super) fn amended_tasks(&self) -> Vec<usize> {
        let mut tasks: Vec<usize> = self.index.amending.keys().copied().collect();
        tasks.sort_unstable();
        tasks
    }

    /// Whether an amendment has set the field.
    pub(super) fn is_amended(&self, task: usize, field: &AmendedField) -> bool {
        self.index.amended.contains(&(task, field))
    }

    /// The task's metric of that name.
    pub(super) fn metric(&self, (index, task): (usize, &'o Task), name: &str) -> Option<&'o Metric> {
        match self.index.metrics.get(&index) {
            Some(by_name) => by_name.get(name).copied(),
            None => task.metric(name),
        }
    }

    /// Whether the task has a checkpoint of that name.
    pub(super) fn has_checkpoint(&self, (index, task): (usize, &Task), id: &str) -> bool {
        match self.index.checkpoints.get(&index) {
            Some(known) => known.contains(id),
            None => task.checkpoints.iter().any(|known| known.id == id),
        }
    }

    /// Whether a part of the task could not be read, so that what seems to be missing in it may be there.
    pub(super) fn is_maimed(&self, task: &TaskId) -> bool {
        self.opened.maimed.contains(task)
    }

    /// Whether every entry of the journal could be read: a lost one may be the amendment that is missed.
    pub(super) fn journal_is_whole(&self) -> bool {
        !self.opened.faults.iter().any(|fault| {
            let file = self.opened.files.get(fault.file);
            file.is_some_and(|file| file.kind == FileKind::Progress) && fault.kind != FaultKind::ByteOrderMark
        })
    }

    /// Whether a part of `plan.yaml` could not be read, so that what it declares is not known to be all.
    pub(super) fn head_lost(&mut self, key: &str) -> bool {
        let faults = self.opened.faults.iter().filter(|fault| fault.file == 0);
        let faults: Vec<_> = faults.filter(|fault| fault.kind != FaultKind::ByteOrderMark).collect();
        if faults.is_empty() {
            return false;
        }
        let Some(root) = self.places.root(0) else { return true };
        match root.pairs().iter().find(|(name, _)| name.text() == Some(key)) {
            None => true,
            Some((name, value)) => {
                let whole = name.span.start..=value.span.end.max(name.span.end);
                faults.iter().any(|fault| whole.contains(&fault.span.start))
            }
        }
    }

    /// The known word that is nearest to a wrong one, if it is near enough to be meant.
    pub(super) fn nearest<'k>(&mut self, word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
        let left = MOST_COMPARED.saturating_sub(self.compared);
        let compared = &mut self.compared;
        meant_word::nearest(word, known.take(left).inspect(|_| *compared += 1))
    }
}

fn at_origin(origin: Option<Origin>) -> At {
    let (file, path) = origin.map_or((0, Vec::new()), |origin| (origin.file, vec![Step::Item(origin.item)]));
    At { file, place: Place::Path(path, Part::Value) }
}

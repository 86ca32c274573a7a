//! What a check sees, and how it points at what it finds.

use std::collections::HashMap;
use std::ops::Range;

use crate::plan::{Language, Plan, Task, TaskId};
use crate::store::{FileKind, Opened, Part, Step};

use super::{Check, Words};

/// What a check sees.
pub(super) struct Inspection<'o> {
    /// The folder as it was read.
    pub(super) opened: &'o Opened,
    /// The plan in it.
    pub(super) plan: &'o Plan,
    /// The reader's language.
    pub(super) lang: Language,
    /// What was found so far.
    pub(super) findings: Vec<Finding>,
    check: &'static Check,
}

/// Something that a check has found.
pub(super) struct Finding {
    pub(super) check: &'static Check,
    pub(super) at: At,
    pub(super) words: Words,
}

/// A place in a file: found by the way through its keys and items, or by its bytes.
#[derive(Debug, Clone)]
pub(super) struct At {
    pub(super) file: usize,
    pub(super) place: Place,
}

/// A place within a file.
#[derive(Debug, Clone)]
pub(super) enum Place {
    /// The way through keys and items, and which side of the last pair is meant.
    Path(Vec<Step>, Part),
    /// Bytes.
    Span(Range<usize>),
}

impl Finding {
    pub(super) fn at_span(check: &'static Check, file: usize, span: Range<usize>, words: Words) -> Finding {
        Finding { check, at: At { file, place: Place::Span(span) }, words }
    }
}

impl At {
    /// The value of a key below this place.
    pub(super) fn key(self, key: &str) -> At {
        self.step(Step::Key(key.to_owned()), Part::Value)
    }

    /// The key itself rather than its value.
    pub(super) fn key_itself(self, key: &str) -> At {
        self.step(Step::Key(key.to_owned()), Part::Key)
    }

    /// An item of a list below this place, from 0.
    pub(super) fn item(self, index: usize) -> At {
        self.step(Step::Item(index), Part::Value)
    }

    fn step(mut self, step: Step, part: Part) -> At {
        if let Place::Path(path, last) = &mut self.place {
            path.push(step);
            *last = part;
        }
        self
    }
}

impl<'o> Inspection<'o> {
    pub(super) fn new(check: &'static Check, opened: &'o Opened, plan: &'o Plan, lang: Language) -> Inspection<'o> {
        Inspection { opened, plan, lang, findings: Vec::new(), check }
    }

    /// Says what is wrong at a place, and what to type instead.
    pub(super) fn find(&mut self, at: At, message: String, hint: String) {
        self.findings.push(Finding { check: self.check, at, words: Words { message, hint } });
    }

    /// The whole of `plan.yaml`.
    pub(super) fn at_head(&self) -> At {
        At { file: 0, place: Place::Path(Vec::new(), Part::Value) }
    }

    /// A task, by its place in the plan.
    pub(super) fn at_task(&self, task: usize) -> At {
        self.at_origin(self.opened.origins.tasks.get(task).copied())
    }

    /// An entry, by its place in the journal.
    pub(super) fn at_entry(&self, entry: usize) -> At {
        self.at_origin(self.opened.origins.entries.get(entry).copied())
    }

    /// Bytes of the file of that kind and path.
    pub(super) fn at_bytes(&self, file: usize, span: Range<usize>) -> At {
        At { file, place: Place::Span(span) }
    }

    /// A file, by its kind and its path from the plan's folder.
    pub(super) fn file(&self, kind: FileKind, path: &str) -> Option<usize> {
        self.opened.files.iter().position(|file| file.kind == kind && file.path == path)
    }

    /// The tasks by id; of a repeated id, the first.
    pub(super) fn tasks_by_id(&self) -> HashMap<&'o TaskId, (usize, &'o Task)> {
        let mut by_id = HashMap::with_capacity(self.plan.tasks.len());
        for (index, task) in self.plan.tasks.iter().enumerate() {
            by_id.entry(&task.id).or_insert((index, task));
        }
        by_id
    }

    /// Whether a part of the task could not be read, so that what seems to be missing in it may be there.
    pub(super) fn is_maimed(&self, task: &TaskId) -> bool {
        self.opened.maimed.contains(task)
    }

    fn at_origin(&self, origin: Option<crate::store::Origin>) -> At {
        let (file, path) = origin.map_or((0, Vec::new()), |origin| (origin.file, vec![Step::Item(origin.item)]));
        At { file, place: Place::Path(path, Part::Value) }
    }
}

/// The known word that is nearest to a wrong one, if it is near enough to be meant: for hints.
pub(super) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    known
        .map(|candidate| {
            let contained = candidate.contains(word) || word.contains(candidate);
            let likeness = strsim::normalized_damerau_levenshtein(word, candidate)
                .max(strsim::jaro_winkler(word, candidate) * 0.8);
            (if contained && !word.is_empty() { likeness.max(0.6) } else { likeness }, candidate)
        })
        .filter(|(likeness, _)| *likeness >= 0.5)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, candidate)| candidate)
}

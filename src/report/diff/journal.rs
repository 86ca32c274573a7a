//! What happened to the journal: entries that are new, and, since a journal is only ever added to, those that were
//! rewritten or taken out.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::holding::{FieldChange, Holding, list, name, scalar, text, words};
use crate::plan::{Date, Entry, FieldValue, TaskId};

/// The entries of two journals that are not in both.
#[derive(Debug)]
pub(super) struct Left<'a> {
    /// Those of the older one alone.
    pub(super) from: Vec<&'a Entry>,
    /// Those of the newer one alone.
    pub(super) to: Vec<&'a Entry>,
}

/// An entry that says something else than it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RewrittenEntry<'a> {
    /// The task it was about.
    pub task: &'a str,
    /// The task's title.
    pub title: &'a str,
    /// The day it was true for.
    pub date: Date,
    /// What is said otherwise.
    pub changes: Vec<FieldChange>,
}

/// So many pairs of entries of one task are compared for likeness; beyond that, only those of one day.
const MOST_PAIRS: usize = 100_000;

impl<'a> Left<'a> {
    /// Takes out of two journals what is in both, however the entries are ordered.
    pub(super) fn over(from: &'a [Entry], to: &'a [Entry]) -> Left<'a> {
        let mut there: HashMap<(&TaskId, Date), Vec<&'a Entry>> = HashMap::new();
        for entry in to {
            there.entry((&entry.task, entry.date)).or_default().push(entry);
        }
        let mut left = Left { from: Vec::new(), to: Vec::new() };
        for entry in from {
            let same = there.get_mut(&(&entry.task, entry.date));
            let place = same.as_ref().and_then(|same| same.iter().position(|other| says_the_same(entry, other)));
            match (same, place) {
                (Some(same), Some(place)) => drop(same.remove(place)),
                _ => left.from.push(entry),
            }
        }
        left.to = there.into_values().flatten().collect();
        // By where they stand, so that one input gives one output.
        let place: HashMap<*const Entry, usize> =
            to.iter().enumerate().map(|(at, entry)| (&raw const *entry, at)).collect();
        left.to.sort_by_key(|entry| place.get(&(&raw const **entry)));
        left
    }

    /// Pairs what vanished with what appeared in its place, the most alike first; what is left on either side stays.
    /// `now` is the id that a task has in the newer plan.
    pub(super) fn rewritten(&mut self, now: impl Fn(&'a TaskId) -> &'a TaskId) -> Vec<(&'a Entry, &'a Entry)> {
        let mut tasks: HashMap<&TaskId, (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (place, entry) in self.from.iter().enumerate() {
            tasks.entry(now(&entry.task)).or_default().0.push(place);
        }
        for (place, entry) in self.to.iter().enumerate() {
            tasks.entry(now(&entry.task)).or_default().1.push(place);
        }
        let mut alike = Vec::new();
        for (old, new) in tasks.values() {
            let close = old.len().saturating_mul(new.len()) <= MOST_PAIRS;
            for from in old {
                alike.extend(new.iter().filter_map(|to| Some((self.likeness(*from, *to, close)?, *from, *to))));
            }
        }
        // An entry that was moved to another task.
        let mut days: HashMap<Date, Vec<usize>> = HashMap::new();
        for (place, entry) in self.to.iter().enumerate() {
            days.entry(entry.date).or_default().push(place);
        }
        for (from, entry) in self.from.iter().enumerate() {
            let same_day = days.get(&entry.date).into_iter().flatten();
            let moved =
                same_day.filter(|to| self.to.get(**to).is_some_and(|other| parts_alike(entry, other).differ == 0));
            alike.extend(moved.map(|to| (0, from, *to)));
        }
        // Of equally likely pairs, the one that stands first on both sides, so that going back is the mirror of going.
        alike.sort_by_key(|(likeness, from, to)| (std::cmp::Reverse(*likeness), *from.min(to), *from.max(to)));
        self.take(&alike)
    }

    fn take(&mut self, alike: &[(usize, usize, usize)]) -> Vec<(&'a Entry, &'a Entry)> {
        let (mut old, mut new): (Vec<_>, Vec<_>) =
            (self.from.iter().copied().map(Some).collect(), self.to.iter().copied().map(Some).collect());
        let mut pairs = Vec::new();
        for (_, from, to) in alike {
            let (Some(from), Some(to)) = (old.get_mut(*from), new.get_mut(*to)) else { continue };
            if let (Some(_), Some(_)) = (&from, &to) {
                pairs.extend(from.take().zip(to.take()));
            }
        }
        self.from = old.into_iter().flatten().collect();
        self.to = new.into_iter().flatten().collect();
        pairs.sort_by_key(|(from, _)| from.date);
        pairs
    }

    /// How alike two entries of one task are, in hundredths; nothing where they may well be different reports.
    fn likeness(&self, from: usize, to: usize, close: bool) -> Option<usize> {
        let (from, to) = (self.from.get(from)?, self.to.get(to)?);
        if from.date != to.date && !close {
            return None;
        }
        let parts = parts_alike(from, to);
        let said = parts.same + parts.differ;
        let same_day = from.date == to.date;
        let alike = same_day || (said > 1 && parts.same * 2 >= said);
        alike.then(|| 1 + usize::from(same_day) * 100 + 100 * parts.same / said.max(1))
    }
}

/// How many parts that at least one of two entries has are the same, and how many are not; day and task apart.
struct PartsAlike {
    same: usize,
    differ: usize,
}

fn parts_alike(from: &Entry, to: &Entry) -> PartsAlike {
    let parts = [
        (from.by.is_some() || to.by.is_some(), from.by == to.by),
        (!from.values.0.is_empty() || !to.values.0.is_empty(), same_values(from, to)),
        (from.state.is_some() || to.state.is_some(), from.state == to.state),
        (!from.checkpoints.is_empty() || !to.checkpoints.is_empty(), from.checkpoints == to.checkpoints),
        (from.note.is_some() || to.note.is_some(), from.note == to.note),
        (from.issue.is_some() || to.issue.is_some(), from.issue == to.issue),
        (from.next.is_some() || to.next.is_some(), from.next == to.next),
        (!from.evidence.is_empty() || !to.evidence.is_empty(), from.evidence == to.evidence),
        (from.reply_to.is_some() || to.reply_to.is_some(), from.reply_to == to.reply_to),
        (from.amendment.is_some() || to.amendment.is_some(), from.amendment == to.amendment),
    ];
    let count = |wanted: bool| parts.iter().filter(|(said, same)| *said && *same == wanted).count();
    PartsAlike { same: count(true), differ: count(false) }
}

fn same_values(from: &Entry, to: &Entry) -> bool {
    from.values.0.len() == to.values.0.len()
        && from.values.0.iter().all(|(metric, value)| to.values.get(metric) == Some(value))
}

fn says_the_same(from: &Entry, to: &Entry) -> bool {
    from == to || changes(from, to).is_empty()
}

/// What an entry says otherwise than another.
pub(super) fn changes(from: &Entry, to: &Entry) -> Vec<FieldChange> {
    let mut metrics: Vec<&String> = from.values.0.iter().chain(&to.values.0).map(|(metric, _)| metric).collect();
    metrics.sort_unstable();
    metrics.dedup();
    let values = metrics.into_iter().map(|metric| {
        let held = |entry: &Entry| entry.values.get(metric).map_or(Holding::Nothing, scalar);
        (format!("values.{metric}"), held(from), held(to))
    });
    let plain = fields(from).into_iter().zip(fields(to)).map(|((field, old), (_, new))| (field.to_owned(), old, new));
    plain.chain(values).filter_map(|(field, old, new)| FieldChange::between(field, old, new)).collect()
}

fn fields(entry: &Entry) -> [(&'static str, Holding); 19] {
    let amendment = entry.amendment.as_deref();
    let value =
        |of: fn(&crate::plan::Amendment) -> &FieldValue| amendment.map_or(Holding::Nothing, |one| held(of(one)));
    [
        ("date", Holding::Day(entry.date)),
        ("task", text(entry.task.as_str())),
        ("by", words(entry.by.as_ref())),
        ("state", entry.state.map_or(Holding::Nothing, name)),
        ("checkpoints", list(&entry.checkpoints)),
        ("note", words(entry.note.as_ref())),
        ("issue", words(entry.issue.as_ref())),
        ("next", words(entry.next.as_ref())),
        ("evidence", list(&entry.evidence)),
        ("reply_to", words(entry.reply_to.as_ref().map(ToString::to_string))),
        ("amendment.field", amendment.map_or(Holding::Nothing, |one| text(&one.field.to_string()))),
        ("amendment.from", value(|one| &one.from)),
        ("amendment.to", value(|one| &one.to)),
        ("amendment.reason", words(amendment.map(|one| &one.reason))),
        ("amendment.approved_by", words(amendment.map(|one| &one.approved_by))),
        ("amendment.duplicate_of", words(amendment.and_then(|one| one.duplicate_of.as_ref()).map(|id| id.as_str()))),
        ("percent", entry.percent.map_or(Holding::Nothing, |percent| text(&format!("{percent}%")))),
        ("withdraws.date", entry.withdraws.as_deref().map_or(Holding::Nothing, |one| Holding::Day(one.date))),
        ("withdraws.reason", words(entry.withdraws.as_deref().map(|one| &one.reason))),
    ]
}

fn held(value: &FieldValue) -> Holding {
    match value {
        FieldValue::Nothing => Holding::Nothing,
        FieldValue::One(value) => text(value),
        FieldValue::Many(values) => list(values),
    }
}

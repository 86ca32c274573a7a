//! What a file may hold, and what came out of it.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::plan::calendar::CalendarFile;
use crate::plan::{Entry, Head, Notice, Task, TaskId};

use super::read::ReadText;

/// What came out of one file.
pub(super) struct Parsed<T> {
    pub(super) text: ReadText,
    /// What it holds.
    pub(super) items: Items<T>,
    /// The tasks of which a part could not be read.
    pub(super) maimed: Vec<TaskId>,
    /// Whether an item could not be read at all.
    pub(super) lost: bool,
}

/// What a file holds, each with its place in the file's list. A large plan's are put where they stay, and nowhere before.
pub(super) enum Items<T> {
    /// All of them in their order, in pieces.
    All(Vec<Vec<T>>),
    /// Those that could be read, each with its place.
    Some(Vec<(usize, T)>),
}

impl<T> Items<T> {
    /// None at all.
    pub(super) fn none() -> Items<T> {
        Items::Some(Vec::new())
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        match self {
            Items::All(pieces) => pieces.iter().map(Vec::len).sum(),
            Items::Some(items) => items.len(),
        }
    }

    /// Hands on each with its place.
    pub(super) fn each(self, take: impl FnMut((usize, T))) {
        match self {
            Items::All(pieces) => pieces.into_iter().flatten().enumerate().for_each(take),
            Items::Some(items) => items.into_iter().for_each(take),
        }
    }

    /// All of them, in their order.
    pub(super) fn listed(self) -> Vec<T> {
        let mut listed = Vec::with_capacity(self.count());
        self.each(|(_, item)| listed.push(item));
        listed
    }

    /// The first one.
    pub(super) fn first(self) -> Option<T> {
        match self {
            Items::All(pieces) => pieces.into_iter().flatten().next(),
            Items::Some(items) => items.into_iter().map(|(_, item)| item).next(),
        }
    }
}

/// A type that a list file holds.
pub(super) trait FileItem: DeserializeOwned + JsonSchema + Send {
    /// What stands in for a required key that is missing or wrong, so that the rest can still be checked.
    const STAND_INS: &'static [(&'static str, &'static str)];
}

impl FileItem for Task {
    const STAND_INS: &'static [(&'static str, &'static str)] = &[("title", "?"), ("kind", "milestone")];
}

impl FileItem for Entry {
    const STAND_INS: &'static [(&'static str, &'static str)] = &[];
}

impl FileItem for Notice {
    const STAND_INS: &'static [(&'static str, &'static str)] = &[];
}

impl FileItem for Head {
    const STAND_INS: &'static [(&'static str, &'static str)] =
        &[("format", "workplan/1"), ("id", "?"), ("title", "?"), ("issuer", "?")];
}

impl FileItem for CalendarFile {
    const STAND_INS: &'static [(&'static str, &'static str)] = &[];
}

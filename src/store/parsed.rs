//! What a file may hold, and what came out of it.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::plan::calendar::CalendarFile;
use crate::plan::{Entry, Head, Notice, Task, TaskId};

use super::read::ReadText;

/// What came out of one file.
pub(super) struct Parsed<T> {
    pub(super) text: ReadText,
    /// What it holds, each with its place in the file's list.
    pub(super) items: Vec<(usize, T)>,
    /// The tasks of which a part could not be read.
    pub(super) maimed: Vec<TaskId>,
    /// Whether an item could not be read at all.
    pub(super) lost: bool,
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

//! A plan and its journal as a whole.

use super::{Date, Entry, Head, Notice, Task};

/// One document's tasks over one period.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What `plan.yaml` says.
    pub head: Head,
    /// Every task, in the plan's order: files by name, tasks as they stand in them.
    pub tasks: Vec<Task>,
}

impl Plan {
    /// Whether there is a document of which something could be assumed; without one, what a person typed holds.
    pub fn has_document(&self) -> bool {
        self.head.source.is_some()
    }
}

/// What happened: the entries, the item lists and the notices, in the order in which they hold.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    /// Entries by date; those of one day stay in the order in which they were written.
    pub entries: Vec<Entry>,
    /// The item lists that metrics count by.
    pub checklists: Vec<Checklist>,
    /// The notices that were sent, in the order of their days; those of one day stay as they were written.
    pub notices: Vec<Notice>,
}

/// A long list of items of one task, one row an item, each with the day on which it was closed.
#[derive(Debug, Clone)]
pub struct Checklist {
    /// The path that a metric names, relative to the plan's folder.
    pub path: String,
    /// The rows, in the file's order.
    pub rows: Vec<ChecklistRow>,
}

/// One item of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistRow {
    /// The item's number or name.
    pub item: String,
    /// The day on which it was closed; `None` while it is open.
    pub closed_on: Option<Date>,
}

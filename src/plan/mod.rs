//! The model: what a plan, its tasks and its journal are. Plain data, no input or output.
//!
//! The words are those of `docs/file-format.md`; each type reads itself from YAML through serde and
//! describes itself as JSON Schema, so that the files' schema is never written twice.

mod amend;
pub mod calendar;
mod date;
pub mod document;
mod entry;
mod head;
mod id;
pub(crate) mod meant;
mod metric;
mod notice;
mod quantity;
mod task;

pub use amend::UnfitValue;
pub use date::{Date, DateFault, Period};
pub use entry::{AmendedField, Amendment, Entry, EntryState, FieldValue, Values};
pub use head::{
    AlertRules, Closing, Colour, Coverage, Format, Head, LightStyle, LightStyles, PaceBasis, Reporting, Section, Theme,
    Unit, UtcOffset,
};
pub use id::{TaskId, UnitName};
pub use metric::{Direction, Grade, Measure, Metric, MetricFault, Reading, ReadingFault};
pub use notice::{Notice, NoticeLevel, NoticeNumber, NoticeRules, NoticeSeries};
pub use quantity::{Quantity, QuantityFault, Scalar, Weight};
pub use task::{Checkpoint, Kind, Task};

pub use crate::words::Language;

/// One document's tasks over one period.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What `plan.yaml` says.
    pub head: Head,
    /// Every task, in the plan's order: files by name, tasks as they stand in them.
    pub tasks: Vec<Task>,
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

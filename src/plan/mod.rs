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
mod renumbered;
mod task;
mod whole;

pub use amend::UnfitValue;
pub use date::{Date, DateFault, Period};
pub use entry::{AmendedField, Amendment, Entry, EntryState, FieldValue, Values};
pub use head::{
    AlertRules, Closing, Colour, Coverage, Format, Head, LightStyle, LightStyles, PaceBasis, Reporting, Section, Theme,
    Unit, UtcOffset,
};
pub use id::{TaskId, UnitName};
pub use metric::{Direction, Grade, Measure, Metric, MetricFault, Reading, ReadingFault};
pub use notice::{Escalation, Notice, NoticeNumber, NoticeRules, NoticeSeries};
pub use quantity::{Quantity, QuantityFault, Scalar, Weight};
pub use renumbered::{is_same_work, renumber, renumber_entries, renumbered};
pub use task::{Checkpoint, Confirmation, Kind, Task};
pub use whole::{Checklist, ChecklistRow, Journal, Plan};

pub use crate::words::Language;

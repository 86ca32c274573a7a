//! The model: what a plan, its tasks and its journal are. Plain data, no input or output.
//!
//! The words are those of `docs/file-format.md`; each type reads itself from YAML through serde and
//! describes itself as JSON Schema, so that the files' schema is never written twice.

mod amend;
mod amendment;
pub mod calendar;
mod carried;
mod choices;
mod date;
mod direction;
pub mod document;
mod entry;
mod head;
mod id;
pub(crate) mod meant;
mod metric;
mod metric_part;
mod naming;
mod notice;
mod own;
mod parts;
mod quantity;
mod recurs;
mod renumbered;
mod rule;
mod scoring;
mod serves;
mod task;
mod whole;
mod withdrawn;

pub use amend::UnfitValue;
pub use amendment::{AmendedField, Amendment, FieldValue};
pub use carried::CarriedFrom;
pub use date::{Date, DateFault, Period};
pub use direction::{Direction, Side};
pub use entry::{Entry, EntryState, Values, Withdrawal};
pub use head::{
    AlertRules, Closing, Colour, Coverage, Format, Head, LightStyle, LightStyles, OnDayOff, PaceBasis, Reporting,
    UtcOffset,
};
pub use id::{TaskId, UnitName};
pub use metric::{Grade, Measure, Metric, MetricFault, Reading, ReadingFault};
pub use metric_part::MetricPart;
pub use notice::{AssumedRule, Escalation, Notice, NoticeNumber, NoticePurpose, NoticeRules, NoticeSeries};
pub use own::{OwnField, OwnKind, OwnValues};
pub use parts::{NamedPlace, Section, Theme, Unit};
pub use quantity::{Quantity, QuantityFault, Scalar, Weight};
pub use recurs::{Every, Recurrence};
pub use renumbered::{is_same_work, renumber, renumber_entries, renumbered};
pub use rule::Rule;
pub use scoring::{Merit, Ranking, ScoringRules};
pub use serves::Serves;
pub use task::{Checkpoint, Confirmation, Kind, Task};
pub use whole::{Checklist, ChecklistRow, Journal, Plan};
pub use withdrawn::{Withdrawn, counting};

pub use crate::words::Language;

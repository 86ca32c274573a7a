//! What changed between two states of a plan: in the plan, not in the YAML.
//!
//! Tasks are the same by id, metrics and units by name. Where something stands, in which order, and how it is quoted is
//! no change.

mod compare;
mod fields;
mod holding;
mod impact;
mod journal;
mod notices;
mod pairs;
mod report;
mod rows;
mod rules;
mod side;
mod task_change;

pub use compare::{Comparison, DiffTotals, EntriesOf, JournalChange, RemovedEntry, Renumbered, TaskLabel, compare};
pub use fields::said_by;
pub use holding::{FieldChange, Holding};
pub use impact::{Dark, Impact, LightChange, Shown, impact};
pub use journal::RewrittenEntry;
pub use notices::{NoticeChange, NoticeEvent};
pub use report::{Diff, SCHEMA, SideLine};
pub use rows::ChecklistChange;
pub use task_change::{AmendmentNote, Change, ChangedTask, Moved};

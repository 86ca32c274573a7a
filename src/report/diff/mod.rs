//! What changed between two states of a plan: in the plan, not in the YAML.
//!
//! Tasks are the same by id, metrics and units by name. Where something stands, in which order, and how it is quoted is
//! no change.

mod compare;
mod fields;
mod holding;
mod impact;
mod journal;
mod pairs;
mod rows;
mod rules;
mod side;
mod task_change;

use schemars::JsonSchema;
use serde::Serialize;

pub use compare::{Comparison, DiffTotals, EntriesOf, JournalChange, RemovedEntry, Renumbered, TaskLabel, compare};
pub use fields::said_by;
pub use holding::{FieldChange, Holding};
pub use impact::{Dark, Impact, LightChange, Shown, impact};
pub use journal::RewrittenEntry;
pub use rows::ChecklistChange;
pub use task_change::{AmendmentNote, Change, ChangedTask, Moved};

use super::header::PlanLine;
use crate::plan::{Date, Head};

/// `workplan.diff/1`. The list of what changed in `plan.yaml` has the key `plan` here, so the plan's own line, which is
/// under that key elsewhere, stands under `head`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Diff<'s> {
    /// The document's name and version.
    pub schema: &'static str,
    /// The full commit id of the newer side; `null` for files on the disk.
    pub revision: Option<String>,
    /// Warnings to the reader.
    pub notes: Vec<String>,
    /// The older side.
    pub from: SideLine,
    /// The newer side.
    pub to: SideLine,
    /// What changed.
    #[serde(flatten)]
    pub comparison: Comparison<'s>,
    /// What the changes do to the lights and alerts of a day; `null` where that was not asked for.
    pub impact: Option<Impact<'s>>,
    /// The plan, as the newer side has it.
    pub head: PlanLine<'s>,
    /// The newer plan's own words.
    #[serde(skip)]
    pub words: &'s Head,
}

/// One side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SideLine {
    /// The full commit id; `null` for files on the disk.
    pub revision: Option<String>,
    /// The day of the commit.
    pub date: Option<Date>,
    /// The folder that was named; `null` for a revision, and for the plan's own files.
    pub folder: Option<String>,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.diff/1";

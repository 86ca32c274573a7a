//! What changed, as a document.

use super::Comparison;
use super::impact::Impact;
use super::notices::NoticeChange;
use crate::plan::{Date, Head};
use crate::report::header::PlanLine;
use schemars::JsonSchema;
use serde::Serialize;

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
    /// What became of the notices.
    pub notices: Vec<NoticeChange<'s>>,
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

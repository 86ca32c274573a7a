//! What a task brings along from the plan before, of which it was not finished.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::entry::{EntryState, Values};
use super::id::TaskId;

/// Where a task comes from, and how it stood there: known without the other plan's journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CarriedFrom {
    /// The other plan's id.
    pub plan: String,
    /// The task's id there.
    pub task: TaskId,
    /// The day on which it stood so.
    pub on: Option<Date>,
    /// Its state on that day; left out where nothing was ever reported.
    pub state: Option<EntryState>,
    /// The last values of its metrics.
    #[serde(default)]
    pub values: Values,
    /// What stood in the way, and nobody has said to be solved.
    pub issue: Option<String>,
}

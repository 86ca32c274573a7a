//! Whose order a task carries out: a task of a plan above.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::TaskId;

/// A task of another plan that this one carries out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Serves {
    /// The other plan's id.
    pub plan: String,
    /// The task's id there.
    pub task: TaskId,
}

impl fmt::Display for Serves {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.plan, self.task)
    }
}

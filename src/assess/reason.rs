//! Why a task needs attention: the facts, out of which sentences are made.

use std::cmp::Reverse;

use serde::{Serialize, Serializer};

use crate::plan::{Escalation, TaskId};
use crate::words::{Term, Worded, terms};

/// A reason why a task needs attention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// Which rule.
    pub code: AlertCode,
    /// How bad.
    pub severity: Severity,
    /// How loudly to say so.
    pub escalation: Option<Escalation>,
    /// What it is about.
    pub about: About,
}

/// Which rule an alert comes of: its word in the machine-readable output, and what it is called. Each stands with its rule.
#[derive(Debug, Clone, Copy)]
pub struct AlertCode(pub(super) &'static Term);

/// How bad an alert is, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Severity {
    /// The light is red.
    Critical,
    /// The light is yellow.
    Warning,
    /// Worth knowing.
    Info,
}

/// What an alert is about, beside its task as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The task as a whole.
    Task,
    /// The metric at that place.
    Metric(usize),
    /// The checkpoint at that place.
    Checkpoint(usize),
    /// A task that it waits for.
    Awaited {
        /// Which.
        on: TaskId,
        /// Whether that is overdue; otherwise it is due after the task.
        overdue: bool,
    },
    /// The recurring reports from one place to another, both included.
    Reports {
        /// The place of the first.
        first: usize,
        /// The place of the last.
        last: usize,
        /// Working days to the first one's day, or since then.
        working_days: i64,
    },
}

/// The place of an alert among others, worst first: severity, then escalation; none is the quietest.
pub type Rank = (Severity, Reverse<Option<Escalation>>);

/// The place of an alert of that severity and escalation.
pub fn rank(severity: Severity, escalation: Option<Escalation>) -> Rank {
    (severity, Reverse(escalation))
}

impl Alert {
    /// The alert's place among others.
    pub fn rank(&self) -> Rank {
        rank(self.severity, self.escalation)
    }
}

impl PartialEq for AlertCode {
    fn eq(&self, other: &AlertCode) -> bool {
        self.0.key == other.0.key
    }
}

impl Eq for AlertCode {}

impl Serialize for AlertCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.key)
    }
}

impl Worded for Severity {
    const TERMS: &'static [Term] = terms::SEVERITIES;

    fn all() -> &'static [Severity] {
        &[Severity::Critical, Severity::Warning, Severity::Info]
    }

    fn key(self) -> &'static str {
        match self {
            Severity::Critical => "critical",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

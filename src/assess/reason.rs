//! Why a task needs attention: the facts, out of which sentences are made.

use std::cmp::Reverse;

use serde::Serialize;

use crate::plan::{Date, Escalation, Period, TaskId};
use crate::words::{Term, Worded, terms};

use super::share::Share;
use super::state::State;

/// A reason why a task needs attention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// Which rule.
    pub code: AlertCode,
    /// How bad.
    pub severity: Severity,
    /// How loudly to say so.
    pub escalation: Option<Escalation>,
    /// The facts, out of which the sentence is made.
    pub detail: AlertDetail,
}

/// The rules, in the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
#[allow(missing_docs)]
pub enum AlertCode {
    Overdue,
    DueSoon,
    Behind,
    Blocked,
    BoundBroken,
    CheckpointOverdue,
    Dependency,
    Unreported,
    AwaitingClosure,
}

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

/// The facts of an alert.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum AlertDetail {
    /// The deadline passed so many days ago.
    Overdue { days: i64, working_days: Option<i64> },
    /// The deadline is near.
    DueSoon { days: i64, working_days: Option<i64> },
    /// The pace calls for more than was done.
    Behind { expected: Share, progress: Share },
    /// Blocked or returned, since that day.
    Blocked { state: State, since: Option<Date> },
    /// The metric at that place is worse than its bound.
    BoundBroken { metric: usize },
    /// The checkpoint at that place was due so many days ago.
    CheckpointOverdue { checkpoint: usize, days: i64 },
    /// It waits for that task, which is overdue, or else due after it.
    Dependency { on: TaskId, overdue: bool },
    /// Nothing was heard since that period began.
    Unreported { period: Period, last_report: Option<Date> },
    /// Finished by the unit, and not yet closed by a reviewer.
    AwaitingClosure,
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

impl AlertCode {
    /// Every code.
    pub const ALL: [AlertCode; 9] = [
        AlertCode::Overdue,
        AlertCode::DueSoon,
        AlertCode::Behind,
        AlertCode::Blocked,
        AlertCode::BoundBroken,
        AlertCode::CheckpointOverdue,
        AlertCode::Dependency,
        AlertCode::Unreported,
        AlertCode::AwaitingClosure,
    ];
}

impl Worded for AlertCode {
    const TERMS: &'static [Term] = terms::ALERTS;

    fn all() -> &'static [AlertCode] {
        &AlertCode::ALL
    }

    fn key(self) -> &'static str {
        match self {
            AlertCode::Overdue => "overdue",
            AlertCode::DueSoon => "due_soon",
            AlertCode::Behind => "behind",
            AlertCode::Blocked => "blocked",
            AlertCode::BoundBroken => "bound_broken",
            AlertCode::CheckpointOverdue => "checkpoint_overdue",
            AlertCode::Dependency => "dependency",
            AlertCode::Unreported => "unreported",
            AlertCode::AwaitingClosure => "awaiting_closure",
        }
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

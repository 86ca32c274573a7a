//! Why a task needs attention, and how loudly to say so: one rule a file.

mod awaiting_closure;
mod behind;
mod blocked;
mod bound_broken;
mod checkpoint_overdue;
mod dependency;
mod due_soon;
mod overdue;
mod unreported;

use std::collections::HashMap;

use serde::Serialize;

use crate::plan::{Date, Period, TaskId};
use crate::words::{Term, Worded, terms};

use super::World;
use super::share::Share;
use super::standing::Standing;
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

/// How loudly an alert is said, loudest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Escalation {
    /// 通报: told to all.
    Circulate,
    /// 督办: supervised until closed.
    Supervise,
    /// 催办: urged.
    Urge,
    /// 提醒: reminded.
    Remind,
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

/// A rule: looks at one task and says what needs attention.
type Rule = fn(&Case<'_, '_>) -> Vec<Alert>;

/// The rules, in the order of their codes.
const RULES: [Rule; 9] = [
    overdue::rule,
    due_soon::rule,
    behind::rule,
    blocked::rule,
    bound_broken::rule,
    checkpoint_overdue::rule,
    dependency::rule,
    unreported::rule,
    awaiting_closure::rule,
];

/// What a rule may look at.
struct Case<'c, 'a> {
    world: &'c World<'a>,
    standing: &'c Standing<'a>,
    others: &'c HashMap<&'c TaskId, &'c Standing<'a>>,
}

/// The alerts of one task. A finished or cancelled task has none.
pub(super) fn alerts<'c, 'a>(
    world: &'c World<'a>,
    standing: &'c Standing<'a>,
    others: &'c HashMap<&'c TaskId, &'c Standing<'a>>,
) -> Vec<Alert> {
    if !standing.is_open() {
        return Vec::new();
    }
    let case = Case { world, standing, others };
    RULES.iter().flat_map(|rule| rule(&case)).collect()
}

/// The place of an alert among others, worst first: severity, then escalation; none is the quietest.
pub type Rank = (Severity, bool, Option<Escalation>);

/// The place of an alert of that severity and escalation.
pub fn rank(severity: Severity, escalation: Option<Escalation>) -> Rank {
    (severity, escalation.is_none(), escalation)
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

impl Worded for Escalation {
    const TERMS: &'static [Term] = terms::ESCALATIONS;

    fn all() -> &'static [Escalation] {
        &[Escalation::Circulate, Escalation::Supervise, Escalation::Urge, Escalation::Remind]
    }

    fn key(self) -> &'static str {
        match self {
            Escalation::Circulate => "circulate",
            Escalation::Supervise => "supervise",
            Escalation::Urge => "urge",
            Escalation::Remind => "remind",
        }
    }
}

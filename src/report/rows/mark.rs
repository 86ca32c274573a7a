//! What every row begins with, and of what there are rows.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{Date, Head};
use crate::words::{Term, Worded, terms};

/// What every row begins with: rows of many plans may lie in one table.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct PlanMark<'s> {
    /// The plan's short name.
    pub plan_id: &'s str,
    /// The plan's folder, as it was found.
    pub plan_path: &'s str,
    /// The day for which everything is computed.
    pub as_of: Date,
    /// Who issued the plan.
    pub issuer: &'s str,
    /// Whether the plan's journal is fictional.
    pub sample: bool,
}

impl<'s> PlanMark<'s> {
    /// The mark of a plan that lies there, as it stands on a day.
    pub fn new(head: &'s Head, plan_path: &'s str, as_of: Date) -> PlanMark<'s> {
        PlanMark { plan_id: &head.id, plan_path, as_of, issuer: &head.issuer, sample: head.sample }
    }
}

/// Of what there are rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum What {
    /// Every task as it stands.
    #[default]
    Tasks,
    /// The journal.
    Entries,
    /// What needs attention.
    Alerts,
    /// What units were asked in writing, and when they answered.
    Notices,
}

impl Worded for What {
    const TERMS: &'static [Term] = terms::ROWS;

    fn all() -> &'static [What] {
        &[What::Tasks, What::Entries, What::Alerts, What::Notices]
    }

    fn key(self) -> &'static str {
        match self {
            What::Tasks => "tasks",
            What::Entries => "entries",
            What::Alerts => "alerts",
            What::Notices => "notices",
        }
    }
}

//! The rules of a plan: every single value of `plan.yaml`, said or not.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{Head, Rule};
use crate::report::header::Header;

/// `workplan.rules/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Rules<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The rules, in a reader's order.
    pub rules: Vec<RuleLine>,
}

/// A rule and what it holds.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RuleLine {
    /// The way to it in `plan.yaml`: `alerts.due_soon`.
    pub key: String,
    /// What holds, said or not; `null` where nothing does.
    pub value: Option<String>,
    /// The rule, for views.
    #[serde(skip)]
    pub rule: Rule,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.rules/1";

/// The plan's rules.
pub fn rules<'s>(head: &Head, header: Header<'s>) -> Rules<'s> {
    let line = |rule: Rule| RuleLine { key: rule.key(), value: rule.of(head), rule };
    Rules { header, rules: Rule::all().map(line).collect() }
}

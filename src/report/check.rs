//! What is wrong with a plan.

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::{Diagnostic, Gravity};
use crate::plan::Plan;

use super::header::PlanLine;

/// `workplan.check/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CheckReport<'s> {
    /// The document's name and version.
    pub schema: &'static str,
    /// The plan; `null` where it cannot be read.
    pub plan: Option<PlanLine<'s>>,
    /// The full commit id that was read; `null` for the files on disk.
    pub revision: Option<String>,
    /// Warnings to the reader.
    pub notes: Vec<String>,
    /// How many findings make the plan unusable.
    pub errors: usize,
    /// How many do not.
    pub warnings: usize,
    /// The findings, in the order of the files.
    pub diagnostics: &'s [Diagnostic],
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.check/1";

/// Reports what was found.
pub fn check<'s>(plan: Option<&'s Plan>, diagnostics: &'s [Diagnostic]) -> CheckReport<'s> {
    let count = |gravity: Gravity| diagnostics.iter().filter(|found| found.severity == gravity).count();
    CheckReport {
        schema: SCHEMA,
        plan: plan.map(|plan| PlanLine::new(&plan.head)),
        revision: None,
        notes: Vec::new(),
        errors: count(Gravity::Error),
        warnings: count(Gravity::Warning),
        diagnostics,
    }
}

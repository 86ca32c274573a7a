//! What is wrong with a plan.

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::{Diagnostic, Gravity};
use crate::plan::Plan;

use super::header::PlanLine;
use super::unreadable::Unreadable;

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

/// `workplan.checks/1`: many plans, each with what is wrong with it.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Checks {
    /// The document's name and version.
    pub schema: &'static str,
    /// How many findings make plans unusable, a plan that could not be read at all among them.
    pub errors: usize,
    /// How many do not.
    pub warnings: usize,
    /// The plans, in the order of their paths.
    pub plans: Vec<CheckedPlan>,
    /// How many were not looked at, because somebody has stopped the reading.
    pub unread: usize,
    /// How many files were read.
    #[serde(skip)]
    pub files: usize,
}

/// One of many plans, checked.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CheckedPlan {
    /// Its folder, as `--plan` takes it.
    pub path: String,
    /// The plan; `null` where it cannot be read.
    pub plan: Option<PlanLine<'static>>,
    /// The full commit id that was read; `null` for the files on disk.
    pub revision: Option<String>,
    /// How many findings make it unusable.
    pub errors: usize,
    /// How many do not.
    pub warnings: usize,
    /// The findings, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
    /// Why there are no files to look at; `null` where there are.
    pub message: Option<String>,
}

/// The name of the document about many plans.
pub const MANY_SCHEMA: &str = "workplan.checks/1";

impl CheckedPlan {
    /// A plan that was read, with what was found.
    pub fn new(path: &str, plan: Option<&Plan>, revision: Option<String>, found: &[Diagnostic]) -> CheckedPlan {
        let CheckReport { plan, errors, warnings, .. } = check(plan, found);
        CheckedPlan {
            path: path.to_owned(),
            plan: plan.map(|plan| plan.kept()),
            revision,
            errors,
            warnings,
            diagnostics: found.to_vec(),
            message: None,
        }
    }
}

impl CheckedPlan {
    /// Takes what was found once the other plans were known.
    pub fn blame(&mut self, found: Vec<Diagnostic>) {
        let errors = found.iter().filter(|found| found.severity == Gravity::Error).count();
        self.errors += errors;
        self.warnings += found.len() - errors;
        self.diagnostics.extend(found);
    }
}

impl From<Unreadable> for CheckedPlan {
    fn from(Unreadable { path, diagnostics, message }: Unreadable) -> CheckedPlan {
        CheckedPlan { message, errors: 1, diagnostics, ..CheckedPlan::new(&path, None, None, &[]) }
    }
}

impl Checks {
    /// Takes a plan.
    pub fn add(&mut self, plan: CheckedPlan, files: usize) {
        self.schema = MANY_SCHEMA;
        self.errors += plan.errors;
        self.warnings += plan.warnings;
        self.files += files;
        self.plans.push(plan);
    }
}

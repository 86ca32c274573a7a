//! What can be wrong with a plan: one check a file, each with a stable code, a description in both
//! languages and an example. The checks find; `render` shows.

mod commit;
mod dates;
mod diagnostic;
mod finding;
mod inspection;
mod journal;
mod places;
mod reference;
mod shape;
mod source;
mod text;

use rayon::prelude::*;
use serde::Serialize;

use crate::plan::{Language, Period};
use crate::store::{FaultKind, Opened};

use commit::Comparison;
pub use commit::{CommitFindings, compare};
pub use diagnostic::Diagnostic;
use finding::Finding;
use inspection::{Index, Inspection};
use places::Places;

/// A check: what it finds, and how it says so.
pub struct Check {
    /// The stable code: `E…` makes the plan unusable, `W…` does not.
    pub code: &'static str,
    /// A short name in English.
    pub name: &'static str,
    /// What it finds, in Chinese.
    pub zh: &'static str,
    /// What it finds, in English.
    pub en: &'static str,
    /// Lines that it finds fault with.
    pub wrong: &'static str,
    /// The same lines as they should be.
    pub right: &'static str,
    finds: Finds,
}

/// How a check finds.
enum Finds {
    /// It explains faults that reading the files has found.
    Fault(fn(&FaultKind, &Reader) -> Option<Words>),
    /// It looks at the plan, the journal and the source.
    Plan(fn(&mut Inspection<'_, '_>)),
    /// It looks at what a commit would change.
    Commit(fn(&mut Comparison<'_>)),
}

/// Who reads an explanation, and in what plan: `11月底` is a day only where the period has one November.
#[derive(Debug, Clone, Copy)]
struct Reader {
    lang: Language,
    period: Option<Period>,
}

/// A finding in words.
pub(crate) struct Words {
    /// What is wrong.
    pub(crate) message: String,
    /// What to type instead.
    pub(crate) hint: String,
}

/// The longest message that is shown whole; the files' own words in it may be of any length.
const LONGEST: usize = 300;

impl Words {
    fn clipped(self) -> Words {
        Words { message: clip(self.message), hint: clip(self.hint) }
    }
}

/// A text without its middle, where it is too long.
fn clip(text: String) -> String {
    // No text of fewer bytes has more characters.
    if text.len() <= LONGEST || text.chars().nth(LONGEST).is_none() {
        return text;
    }
    let start: String = text.chars().take(LONGEST / 2).collect();
    let end: Vec<char> = text.chars().rev().take(LONGEST / 2).collect();
    format!("{start}…{}", end.into_iter().rev().collect::<String>())
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Gravity {
    /// The plan cannot be used.
    Error,
    /// The plan can be used.
    Warning,
}

impl Check {
    /// How bad what it finds is.
    pub fn gravity(&self) -> Gravity {
        if self.code.starts_with('W') { Gravity::Warning } else { Gravity::Error }
    }

    /// What it finds, in one line.
    pub fn about(&self, lang: Language) -> &'static str {
        match lang {
            Language::Chinese => self.zh,
            Language::English => self.en,
        }
    }
}

/// Every check, in the order of the codes' numbers.
pub fn checks() -> impl Iterator<Item = &'static Check> {
    [text::CHECKS, shape::CHECKS, reference::CHECKS, dates::CHECKS, journal::CHECKS, source::CHECKS, commit::CHECKS]
        .into_iter()
        .flatten()
        .copied()
}

/// Below so many tasks, one thread is done before a second one has started.
const PARALLEL_FROM_TASKS: usize = 2_000;

/// Runs every check over a plan: every fault, in the order of the files.
pub fn run(opened: &Opened, lang: Language) -> Vec<Diagnostic> {
    let mut found = explained(opened, lang);
    if let Some(plan) = &opened.plan {
        let index = Index::new(opened, plan);
        let look = |check: &'static Check| match check.finds {
            Finds::Fault(_) | Finds::Commit(_) => Vec::new(),
            Finds::Plan(look) => {
                let mut inspection = Inspection::new(check, opened, plan, lang, &index);
                look(&mut inspection);
                inspection.findings
            }
        };
        if plan.tasks.len() < PARALLEL_FROM_TASKS {
            found.extend(checks().flat_map(look));
        } else {
            found.par_extend(checks().collect::<Vec<_>>().into_par_iter().flat_map_iter(look));
        }
    }
    diagnostic::locate(&mut Places::new(opened), found)
}

/// The faults of the files themselves, each explained by its check.
fn explained(opened: &Opened, lang: Language) -> Vec<Finding> {
    let reader = Reader { lang, period: opened.plan.as_ref().map(|plan| plan.head.period) };
    let mut found = Vec::new();
    for fault in &opened.faults {
        for check in checks() {
            if let Finds::Fault(explain) = check.finds
                && let Some(words) = explain(&fault.kind, &reader)
            {
                found.push(Finding::at_span(check, fault.file, fault.span.clone(), words));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;

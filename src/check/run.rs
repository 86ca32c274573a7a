//! Running every check over a plan.

use super::all::checks;
use super::diagnostic::{Diagnostic, locate};
use super::finding::Finding;
use super::inspection::{Index, Inspection};
use super::places::Places;
use super::rule::{Check, Finds, Reader};
use crate::plan::Language;
use crate::store::Opened;
use crate::threads;
use rayon::prelude::*;

/// Below so many tasks, one thread is done before a second one has started.
const PARALLEL_FROM_TASKS: usize = 2_000;

/// Runs every check over a plan: every fault, in the order of the files.
pub fn run(opened: &Opened, lang: Language) -> Vec<Diagnostic> {
    let mut found = explained(opened, lang);
    if let Some(plan) = &opened.plan {
        let index = Index::new(opened, plan);
        let look = |check: &'static Check| match check.finds {
            Finds::Fault(_) | Finds::Commit(_) | Finds::Links => Vec::new(),
            Finds::Plan(look) | Finds::Both(_, look) => {
                let mut inspection = Inspection::new(opened, plan, lang, &index);
                look(&mut inspection);
                inspection.findings.into_iter().map(|finding| (check, finding)).collect()
            }
        };
        if plan.tasks.len() < PARALLEL_FROM_TASKS {
            found.extend(checks().flat_map(look));
        } else {
            threads::ready();
            found.par_extend(checks().collect::<Vec<_>>().into_par_iter().flat_map_iter(look));
        }
    }
    locate(&mut Places::new(opened), found)
}

/// The faults of the files themselves, each explained by its check.
fn explained(opened: &Opened, lang: Language) -> Vec<(&'static Check, Finding)> {
    let reader = Reader { lang, period: opened.plan.as_ref().map(|plan| plan.head.period) };
    let mut found = Vec::new();
    for fault in &opened.faults {
        for check in checks() {
            if let Finds::Fault(explain) | Finds::Both(explain, _) = check.finds
                && let Some(words) = explain(&fault.kind, &reader)
            {
                found.push((check, Finding::at_span(fault.file, fault.span.clone(), words)));
            }
        }
    }
    found
}

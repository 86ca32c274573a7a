//! Comparing the plan as it was with the plan as it would be.

use super::Comparison;
use crate::check::checks;
use crate::check::diagnostic::{Diagnostic, locate};
use crate::check::places::Places;
use crate::check::rule::Finds;
use crate::plan::{Date, Language};
use crate::store::{FaultKind, FileKind, Opened};

/// What a commit may not do, by where it shows.
#[derive(Debug, Default)]
pub struct CommitFindings {
    /// In the plan as it was: what would be gone.
    pub before: Vec<Diagnostic>,
    /// In the plan as it would be.
    pub after: Vec<Diagnostic>,
}

/// Compares the plan as it was with the plan as it would be. What was entered may be added to, never changed; once the
/// plan is issued, which it is from its date of issue on, its tasks are changed by amendments alone. A plan that
/// cannot be read whole is not compared: what seems to be gone may stand in the part that was lost.
pub fn compare(before: &Opened, after: &Opened, today: Date, lang: Language) -> CommitFindings {
    let (Some(old), Some(new)) = (&before.plan, &after.plan) else { return CommitFindings::default() };
    if !is_whole(after) {
        return CommitFindings::default();
    }
    let mut found = CommitFindings::default();
    let (mut in_before, mut in_after) = (Vec::new(), Vec::new());
    let mut comparison = Comparison::new((before, old), (after, new), today, lang);
    for check in checks() {
        if let Finds::Commit(look) = check.finds {
            look(&mut comparison);
            in_before.extend(comparison.in_before.drain(..).map(|finding| (check, finding)));
            in_after.extend(comparison.in_after.drain(..).map(|finding| (check, finding)));
        }
    }
    found.before = locate(&mut Places::new(before), in_before);
    found.after = locate(&mut Places::new(after), in_after);
    found
}

/// Whether every task, entry and notice could be read.
fn is_whole(opened: &Opened) -> bool {
    let loses = |file: usize| {
        opened
            .files
            .get(file)
            .is_some_and(|file| matches!(file.kind, FileKind::Tasks | FileKind::Progress | FileKind::Notices))
    };
    !opened.tasks_lost
        && opened.maimed.is_empty()
        && !opened.faults.iter().any(|fault| loses(fault.file) && fault.kind != FaultKind::ByteOrderMark)
}

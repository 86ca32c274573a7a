//! Every revision that changed the plan, or one of its tasks, and what it changed.

use schemars::JsonSchema;
use serde::Serialize;

use super::diff::{Comparison, compare};
use super::header::Header;
use crate::git::{Part, PlanStep};
use crate::plan::{Date, Head, Plan, UtcOffset};

/// `workplan.revisions/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Revisions<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The task that was asked about; `null` for the whole plan.
    pub task: Option<&'s str>,
    /// The task's title.
    pub title: Option<&'s str>,
    /// The revisions, newest first.
    pub revisions: Vec<RevisionLine<'s>>,
    /// The plan's own words.
    #[serde(skip)]
    pub head: &'s Head,
}

/// One revision and what it changed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RevisionLine<'s> {
    /// The full commit id.
    pub revision: &'s str,
    /// The day of the commit, where the plan is.
    pub date: Date,
    /// Who made the change.
    pub author: &'s str,
    /// The first line of the commit's message.
    pub subject: &'s str,
    /// Whether the plan was not there before.
    pub first: bool,
    /// Whether what was before it is not in this clone, which is a shallow one: what it changed is not known.
    pub cut_off: bool,
    /// What changed; `null` where a side's `plan.yaml` cannot be read.
    pub changes: Option<Comparison<'s>>,
    /// Changed files that cannot be read on one side, and so are not compared.
    pub unread: &'s [String],
    /// What the changed files hold in it.
    #[serde(skip)]
    pub after: Vec<&'s Plan>,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.revisions/1";

/// Reports the revisions, of the whole plan or of one task. Revisions that changed nothing but how it is written are
/// left out.
pub fn revisions<'s>(
    head: &'s Head,
    header: Header<'s>,
    steps: &'s [PlanStep],
    task: Option<(&'s str, &'s str)>,
) -> Revisions<'s> {
    let lines = steps.iter().map(|step| line(step, head.utc_offset, task.map(|(id, _)| id)));
    let says_something = |line: &RevisionLine<'_>| {
        let changed = line.changes.as_ref().is_none_or(|changes| !changes.is_empty());
        changed || (!line.unread.is_empty() && task.is_none())
    };
    Revisions {
        header,
        task: task.map(|(id, _)| id),
        title: task.map(|(_, title)| title),
        revisions: lines.filter(says_something).collect(),
        head,
    }
}

fn line<'s>(step: &'s PlanStep, offset: UtcOffset, task: Option<&str>) -> RevisionLine<'s> {
    let compared = |(before, after): &'s (Option<Part>, Option<Part>)| {
        let (before, after) = (before.as_ref()?, after.as_ref()?);
        Some(compare((&before.plan, &before.journal), (&after.plan, &after.journal)))
    };
    let mut changes = compared(&step.sides);
    for other in &step.others {
        // What cannot be compared with one parent is not known to differ from all of them.
        changes = changes.zip(compared(other)).map(|(mut changes, other)| {
            changes.keep_shared(other);
            changes
        });
    }
    if let (Some(changes), false) = (&mut changes, step.others.is_empty()) {
        for (before, after) in [&step.sides].into_iter().chain(&step.others) {
            if let (Some(before), Some(after)) = (before, after) {
                changes.tell_renumbered(&before.plan, &after.plan);
            }
        }
    }
    if let (Some(changes), Some(task)) = (&mut changes, task) {
        changes.retain(|id| id == task);
        changes.forget_rules();
    }
    let after = [&step.sides].into_iter().chain(&step.others).filter_map(|(_, after)| after.as_ref());
    RevisionLine {
        revision: &step.commit.id,
        date: Date(step.commit.when.with_timezone(&offset.0).date_naive()),
        author: &step.commit.author,
        subject: &step.commit.subject,
        first: step.first,
        cut_off: step.cut_off,
        changes,
        unread: &step.unread,
        after: after.map(|part| &part.plan).collect(),
    }
}

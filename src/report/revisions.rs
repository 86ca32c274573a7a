//! Every revision that changed the plan, or one of its tasks, and what it changed.

use schemars::JsonSchema;
use serde::Serialize;

use super::diff::{Comparison, compare};
use super::header::Header;
use crate::git::PlanStep;
use crate::plan::{Date, Head, UtcOffset};

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
    /// What changed; `null` where a side's `plan.yaml` cannot be read.
    pub changes: Option<Comparison<'s>>,
    /// Changed files that cannot be read on one side, and so are not compared.
    pub unread: &'s [String],
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
    let changes = match &step.sides {
        (Some(before), Some(after)) => {
            let mut changes = compare((&before.plan, &before.journal), (&after.plan, &after.journal));
            if let Some(task) = task {
                changes.retain(|id| id == task);
                changes.forget_rules();
            }
            Some(changes)
        }
        (_, None) | (None, Some(_)) => None,
    };
    RevisionLine {
        revision: &step.commit.id,
        date: Date(step.commit.when.with_timezone(&offset.0).date_naive()),
        author: &step.commit.author,
        subject: &step.commit.subject,
        first: step.first,
        changes,
        unread: &step.unread,
    }
}

//! What a task says, field by field, and the revision and the amendment that said it.

use schemars::JsonSchema;
use serde::Serialize;

use super::diff::{AmendmentNote, Change, FieldChange, said_by};
use super::header::Header;
use super::revisions::{RevisionLine, Revisions};
use crate::plan::{Date, Head, Task};

/// `workplan.blame/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Blame<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The task's id.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// What it says, in the order of the files' keys.
    pub fields: Vec<BlamedField<'s>>,
    /// The plan's own words.
    #[serde(skip)]
    pub head: &'s Head,
}

/// A field and who set it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct BlamedField<'s> {
    /// The field with what it holds; `from` says nothing.
    #[serde(flatten)]
    pub said: FieldChange,
    /// Whether that is an assumption.
    pub assumed: bool,
    /// Whether it was set before the history of this clone, a shallow one, begins.
    pub cut_off: bool,
    /// The commit that set it; `null` where its files cannot be read, or where the history is cut off.
    pub revision: Option<&'s str>,
    /// The day of the commit.
    pub date: Option<Date>,
    /// Who made it.
    pub author: Option<&'s str>,
    /// The first line of the commit's message.
    pub subject: Option<&'s str>,
    /// Who has settled it, where it was assumed: `李主任 2020-08-05`; `null` where nobody has.
    pub confirmed: Option<String>,
    /// The approved amendment that set it; `null` where there is none.
    pub amendment: Option<AmendmentNote<'s>>,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.blame/1";

/// Reports who set each field of a task. `history` are the revisions that changed it, newest first.
pub fn blame<'s>(head: &'s Head, header: Header<'s>, task: &'s Task, history: &'s Revisions<'s>) -> Blame<'s> {
    let lines: Vec<_> = history.revisions.iter().map(|line| (line, said_in(line, task))).collect();
    let fields = said_by(task).into_iter().map(|said| {
        // On a branch that was merged, the field may have been set to something else since.
        let set = |(line, there): &(&'s RevisionLine<'s>, Vec<FieldChange>)| {
            there.iter().any(|there| there.brings_the_same(&said)).then_some(())?;
            Some((*line, setting(line, task.id.as_str(), &said.field)?))
        };
        let (line, amendment) = match lines.iter().find_map(set) {
            Some((line, amendment)) => (Some(line), amendment),
            None => (None, None),
        };
        let cut_off = line.is_some_and(|line| line.cut_off);
        let line = line.filter(|_| !cut_off);
        BlamedField {
            cut_off,
            assumed: task.may_assume(head) && amendment.is_none() && task.assumes(assumed_name(&said.field)),
            confirmed: task
                .confirmation(assumed_name(&said.field))
                .filter(|_| amendment.is_none())
                .map(|held| format!("{} {}", held.by, held.date)),
            said,
            revision: line.map(|line| line.revision),
            date: line.map(|line| line.date),
            author: line.map(|line| line.author),
            subject: line.map(|line| line.subject),
            amendment,
        }
    });
    Blame { header, task: task.id.as_str(), title: &task.title, fields: fields.collect(), head }
}

/// What a task said in a revision that changed it.
fn said_in(line: &RevisionLine<'_>, task: &Task) -> Vec<FieldChange> {
    let there = line.after.iter().find_map(|plan| plan.tasks.iter().find(|there| there.id == task.id));
    there.map(said_by).unwrap_or_default()
}

/// The name under `assumed`: of a metric, all parts are assumed together.
fn assumed_name(field: &str) -> &str {
    match field.strip_prefix("metrics.").and_then(|rest| rest.rsplit_once('.')) {
        Some((_, part)) => field.strip_suffix(part).and_then(|field| field.strip_suffix('.')).unwrap_or(field),
        None => field,
    }
}

/// Whether a revision set a field of the task, and by which amendment.
fn setting<'s>(line: &RevisionLine<'s>, task: &str, field: &str) -> Option<Option<AmendmentNote<'s>>> {
    let changes = line.changes.as_ref()?;
    let changed = changes.changed.iter().filter(|changed| changed.id == task);
    let set =
        changed.flat_map(|changed| &changed.changes).find(|change| change.field == field || brings(change, field));
    match set {
        Some(change) => Some(change.amendment.clone()),
        None => {
            let is_new = changes.added.iter().any(|added| added.id == task);
            (is_new || changes.renumbered.iter().any(|renumbered| renumbered.to == task)).then_some(None)
        }
    }
}

/// Whether a change brings the metric or the checkpoint that a field is part of: it is set with all its parts.
fn brings(change: &Change<'_>, field: &str) -> bool {
    let part = field.strip_prefix(change.field.as_str()).and_then(|rest| rest.strip_prefix('.')?.rsplit_once('.'));
    part.is_some_and(|(name, _)| change.added.iter().flatten().any(|added| added == name))
}

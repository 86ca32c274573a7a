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
    /// The commit that set it; `null` where its files cannot be read.
    pub revision: Option<&'s str>,
    /// The day of the commit.
    pub date: Option<Date>,
    /// Who made it.
    pub author: Option<&'s str>,
    /// The first line of the commit's message.
    pub subject: Option<&'s str>,
    /// The approved amendment that set it; `null` where there is none.
    pub amendment: Option<AmendmentNote<'s>>,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.blame/1";

/// Reports who set each field of a task. `history` are the revisions that changed it, newest first.
pub fn blame<'s>(head: &'s Head, header: Header<'s>, task: &'s Task, history: &'s Revisions<'s>) -> Blame<'s> {
    let fields = said_by(task).into_iter().map(|said| {
        let found =
            history.revisions.iter().find_map(|line| Some((line, setting(line, task.id.as_str(), &said.field)?)));
        let (line, amendment) = match found {
            Some((line, amendment)) => (Some(line), amendment),
            None => (None, None),
        };
        BlamedField {
            assumed: amendment.is_none() && task.assumes(assumed_name(&said.field)),
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
        None => changes.added.iter().any(|added| added.id == task).then_some(None),
    }
}

/// Whether a change brings the metric or the checkpoint that a field is part of: it is set with all its parts.
fn brings(change: &Change<'_>, field: &str) -> bool {
    let part = field.strip_prefix(change.field.as_str()).and_then(|rest| rest.strip_prefix('.')?.rsplit_once('.'));
    part.is_some_and(|(name, _)| change.added.iter().flatten().any(|added| added == name))
}

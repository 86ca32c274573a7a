//! Everything about one task.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Standing};
use crate::plan::{Amendment, Date, Entry, EntryState, Head, Language, NoticeNumber, Scalar, Task, Withdrawal};

use super::header::{Header, kept};
use super::notice::{NoticeLine, Notices};
use super::served::Served;
use super::task_line::TaskLine;

/// `workplan.show/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Show<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The task.
    pub task: TaskLine<'s>,
    /// The sentences of the document in which its words stand.
    pub sentences: Vec<SourceLine>,
    /// Its entries up to the as-of day, oldest first.
    pub entries: Vec<EntryLine<'s>>,
    /// How it went in the plans from which it was carried over, the nearest first; none where they are not at hand.
    pub earlier: Vec<Earlier<'s>>,
    /// The notices about it that were issued by the as-of day and are not void, the latest first.
    pub notices: Vec<NoticeLine<'s>>,
    /// What other plans have made of it; `null` where none were looked at.
    pub served: Option<Served>,
    /// The plan's own words.
    #[serde(skip)]
    pub head: &'s Head,
}

/// What the journal of a plan from which the task was carried over says of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Earlier<'s> {
    /// That plan's id.
    pub plan: &'s str,
    /// That plan's title.
    pub title: &'s str,
    /// The task's id there.
    pub task: &'s str,
    /// Its entries there up to the as-of day, oldest first.
    pub entries: Vec<EntryLine<'s>>,
}

/// A sentence of the document.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SourceLine {
    /// The line of the document, from 1.
    pub line: usize,
    /// The sentence.
    pub text: String,
}

/// An entry of the journal.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EntryLine<'s> {
    /// The day it is true for.
    pub date: Date,
    /// Who reports.
    pub by: Option<&'s str>,
    /// The state from that day on.
    pub state: Option<EntryState>,
    /// The values reported.
    pub values: Vec<ValueLine<'s>>,
    /// The checkpoints reached.
    pub checkpoints: &'s [String],
    /// What was done.
    pub note: Option<&'s str>,
    /// What stands in the way.
    pub issue: Option<&'s str>,
    /// What comes next.
    pub next: Option<&'s str>,
    /// Files that prove it.
    pub evidence: &'s [String],
    /// A change of the plan.
    pub amendment: Option<AmendmentLine<'s>>,
    /// The notice that it answers.
    pub reply_to: Option<&'s NoticeNumber>,
    /// How far the work had come by the unit's own estimate.
    pub percent: Option<u8>,
    /// Another entry that it says was never so; `null` where it says nothing of the kind.
    pub withdraws: Option<WithdrawsLine<'s>>,
    /// Whether another entry says that this one was never so.
    pub withdrawn: bool,
    /// The titles of the checkpoints reached.
    #[serde(skip)]
    pub steps: Vec<&'s str>,
}

/// That another entry was never so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WithdrawsLine<'s> {
    /// The other entry's day.
    pub date: Date,
    /// Why.
    pub reason: &'s str,
}

/// A value reported for a metric.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ValueLine<'s> {
    /// The metric's name.
    pub metric: &'s str,
    /// The value.
    pub value: &'s Scalar,
    /// What is counted.
    pub unit: &'s str,
}

/// A change of the plan.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AmendmentLine<'s> {
    /// The field.
    pub field: String,
    /// What held before.
    pub from: String,
    /// What holds since.
    pub to: String,
    /// Why.
    pub reason: &'s str,
    /// Who approved it.
    pub approved_by: &'s str,
    /// Of a task that was called off: the one that orders the same work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<&'s str>,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.show/1";

/// Reports everything about one task.
pub fn show<'s>(
    head: &'s Head,
    (assessment, standing): (&'s Assessment<'s>, &'s Standing<'s>),
    header: Header<'s>,
    (source, earlier, served): (Option<&str>, Vec<Earlier<'s>>, Option<Served>),
    language: Language,
) -> Show<'s> {
    let quote = standing.task.source.as_deref();
    let sentences = source
        .zip(quote)
        .map(|(text, quote)| {
            crate::plan::document::quoted(quote, text)
                .into_iter()
                .map(|sentence| SourceLine { line: sentence.line, text: sentence.text.to_owned() })
                .collect()
        })
        .unwrap_or_default();
    let entries = standing.entries.iter().map(|entry| EntryLine::new(&standing.task, entry));
    Show {
        header,
        task: TaskLine::new(head, standing, language),
        sentences,
        entries: entries.collect(),
        earlier,
        notices: Notices::about(head, assessment, standing.task.id.as_str()),
        served,
        head,
    }
}

impl<'s> Earlier<'s> {
    /// A task as it went in a plan.
    pub fn new(head: &'s Head, standing: &'s Standing<'s>) -> Earlier<'s> {
        Earlier {
            plan: &head.id,
            title: &head.title,
            task: standing.task.id.as_str(),
            entries: standing.entries.iter().map(|entry| EntryLine::new(&standing.task, entry)).collect(),
        }
    }
}

impl<'s> EntryLine<'s> {
    /// An entry about a task.
    pub(super) fn new(task: &'s Task, entry: &'s Entry) -> EntryLine<'s> {
        EntryLine::of(Some(task), entry)
    }

    /// An entry, perhaps about a task that is not in the plan.
    pub(crate) fn of(task: Option<&'s Task>, entry: &'s Entry) -> EntryLine<'s> {
        let value = |(metric, value): &'s (String, Scalar)| {
            let unit = task.and_then(|task| task.metric(metric)).map_or("", |metric| metric.unit.as_str());
            ValueLine { metric, value, unit }
        };
        let title = |id: &'s String| {
            let step = task.and_then(|task| task.checkpoints.iter().find(|step| step.id == *id));
            step.map_or(id.as_str(), |step| step.title.as_str())
        };
        EntryLine {
            date: entry.date,
            by: entry.by.as_deref(),
            state: entry.state,
            values: entry.values.0.iter().map(value).collect(),
            checkpoints: &entry.checkpoints,
            note: entry.note.as_deref(),
            issue: entry.issue.as_deref(),
            next: entry.next.as_deref(),
            evidence: &entry.evidence,
            amendment: entry.amendment.as_deref().map(AmendmentLine::new),
            reply_to: entry.reply_to.as_ref(),
            percent: entry.percent,
            withdraws: entry.withdraws.as_deref().map(WithdrawsLine::new),
            withdrawn: false,
            steps: entry.checkpoints.iter().map(title).collect(),
        }
    }
}

impl<'s> WithdrawsLine<'s> {
    pub(super) fn new(withdrawal: &'s Withdrawal) -> WithdrawsLine<'s> {
        WithdrawsLine { date: withdrawal.date, reason: &withdrawal.reason }
    }
}

impl AmendmentLine<'_> {
    /// The same for as long as the program runs: a report about many plans outlives each of them.
    pub(super) fn kept(&self) -> AmendmentLine<'static> {
        AmendmentLine {
            field: self.field.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            reason: kept(self.reason),
            approved_by: kept(self.approved_by),
            duplicate_of: self.duplicate_of.map(kept),
        }
    }
}

impl<'s> AmendmentLine<'s> {
    pub(super) fn new(amendment: &'s Amendment) -> AmendmentLine<'s> {
        AmendmentLine {
            field: amendment.field.to_string(),
            from: amendment.from.to_string(),
            to: amendment.to.to_string(),
            reason: &amendment.reason,
            approved_by: &amendment.approved_by,
            duplicate_of: amendment.duplicate_of.as_ref().map(|id| id.as_str()),
        }
    }
}

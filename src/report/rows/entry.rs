//! What was reported, as rows.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::mark::PlanMark;
use crate::assess::{Assessment, Standing};
use crate::plan::{Date, Entry, EntryState, Journal, NoticeNumber, Plan, Quantity, Scalar, TaskId, Withdrawn};
use crate::report::filter::Filter;

/// A report of one metric's value, or one that reports none: a line of `rows-entries`. An entry with several values has
/// as many rows, which differ in nothing but the value.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EntryRow<'s> {
    /// The plan.
    #[serde(flatten)]
    pub plan: PlanMark<'s>,
    /// The entry's place in the journal, from 1: by it, the rows of one entry are told from another's.
    pub entry: usize,
    /// The day it is true for.
    pub date: Date,
    /// The unit or reviewer that reports.
    pub by: Option<&'s str>,
    /// The task's id.
    pub task: &'s str,
    /// The unit that answers for the task.
    pub lead: Option<&'s str>,
    /// What was done.
    pub note: Option<&'s str>,
    /// The state from that day on.
    pub state: Option<EntryState>,
    /// How far the work has come, in hundredths, by the unit's own estimate.
    pub percent: Option<u8>,
    /// What stands in the way.
    pub issue: Option<&'s str>,
    /// What comes next.
    pub next: Option<&'s str>,
    /// Whether another entry says that this one was never so: it counts on no day.
    pub withdrawn: bool,
    /// The metric; `null` in the one row of an entry without values.
    pub metric: Option<&'s str>,
    /// Its number: cumulative, never an increment; `null` of a grade.
    pub value: Option<Quantity>,
    /// Its grade.
    pub grade: Option<&'s str>,
    /// The checkpoints reached by that day.
    pub checkpoints: &'s [String],
    /// Files that prove it.
    pub evidence: &'s [String],
    /// The notice that this answers.
    pub reply_to: Option<&'s NoticeNumber>,
    /// The field that an approved change of the plan has changed.
    pub amends: Option<String>,
    /// The day of the entry that this one withdraws.
    pub withdraws: Option<Date>,
}

/// The entries up to the day about the tasks that pass the filter, in the order in which they hold.
pub fn entry_rows<'s>(
    plan: &'s Plan,
    journal: &'s Journal,
    assessment: &'s Assessment<'s>,
    mark: PlanMark<'s>,
    filter: &Filter,
) -> impl Iterator<Item = EntryRow<'s>> {
    let passing = filter.chosen(&plan.head, &assessment.standings);
    let tasks: HashMap<&TaskId, &'s Standing<'s>> = passing.map(|standing| (&standing.task.id, standing)).collect();
    let withdrawn = Withdrawn::of(&journal.entries);
    let known = (1..).zip(&journal.entries).filter(move |(_, entry)| entry.date <= mark.as_of);
    known.flat_map(move |(place, entry)| {
        let standing = tasks.get(&entry.task).copied();
        let counts = withdrawn.counts(place - 1);
        standing.into_iter().flat_map(move |standing| rows(mark, (place, entry, !counts), standing))
    })
}

/// The rows of an entry: one of each value, one where it has none.
fn rows<'s>(
    mark: PlanMark<'s>,
    (place, entry, withdrawn): (usize, &'s Entry, bool),
    standing: &'s Standing<'s>,
) -> impl Iterator<Item = EntryRow<'s>> {
    let values = entry.values.0.iter().map(Some);
    let none = entry.values.0.is_empty().then_some(None);
    values.chain(none).map(move |value| EntryRow::new(mark, (place, entry, withdrawn), standing, value))
}

impl<'s> EntryRow<'s> {
    fn new(
        plan: PlanMark<'s>,
        (place, entry, withdrawn): (usize, &'s Entry, bool),
        standing: &'s Standing<'s>,
        reported: Option<&'s (String, Scalar)>,
    ) -> EntryRow<'s> {
        let (value, grade) = match reported.map(|(_, value)| value) {
            Some(Scalar::Number(number)) => (Some(*number), None),
            Some(Scalar::Word(grade)) => (None, Some(grade.as_str())),
            None => (None, None),
        };
        EntryRow {
            plan,
            entry: place,
            date: entry.date,
            by: entry.by.as_deref(),
            task: entry.task.as_str(),
            lead: standing.task.lead.as_ref().map(|lead| lead.as_str()),
            note: entry.note.as_deref(),
            state: entry.state,
            percent: entry.percent,
            issue: entry.issue.as_deref(),
            next: entry.next.as_deref(),
            withdrawn,
            metric: reported.map(|(name, _)| name.as_str()),
            value,
            grade,
            checkpoints: &entry.checkpoints,
            evidence: &entry.evidence,
            reply_to: entry.reply_to.as_ref(),
            amends: entry.amendment.as_deref().map(|amendment| amendment.field.to_string()),
            withdraws: entry.withdraws.as_deref().map(|withdrawal| withdrawal.date),
        }
    }
}

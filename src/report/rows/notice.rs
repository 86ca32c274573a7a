//! A notice as a row.

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::mark::PlanMark;
use crate::assess::Assessment;
use crate::plan::{Date, Escalation, NoticeNumber, NoticePurpose, Plan};
use crate::report::filter::Filter;
use crate::report::notice::{NoticeLine, NoticeState, NoticeStatus, Notices};

/// A notice and its answer: a line of `rows-notices`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticeRow<'s> {
    /// The plan.
    #[serde(flatten)]
    pub plan: PlanMark<'s>,
    /// Its number.
    pub number: &'s NoticeNumber,
    /// The day of issue.
    pub date: Date,
    /// How loudly it speaks.
    pub level: Escalation,
    /// What it asks for.
    pub purpose: NoticePurpose,
    /// The unit that it went to.
    pub unit: &'s str,
    /// The ids of the tasks that it is about.
    pub tasks: Vec<&'s str>,
    /// For how many of them it was answered.
    pub tasks_answered: usize,
    /// The last day for the answer.
    pub reply_by: Date,
    /// Whether it was answered.
    pub status: NoticeStatus,
    /// How far it has come.
    pub state: NoticeState,
    /// The day on which the last of its tasks was answered for; `null` while one is not.
    pub replied_on: Option<Date>,
    /// Calendar days from its issue to that day.
    pub days_to_reply: Option<i64>,
    /// Calendar days past `reply_by`; `null` unless the answer is late.
    pub days_overdue: Option<i64>,
    /// The day on which the unit took it over.
    pub received: Option<Date>,
    /// Who took it over.
    pub received_by: Option<&'s str>,
    /// Who has signed it.
    pub signed_by: Option<&'s str>,
    /// Since when it is void.
    pub voided: Option<Date>,
    /// Why it is void.
    pub void_reason: Option<&'s str>,
}

/// The notices that were issued by the day and are about a task that passes the filter, oldest first.
pub fn notice_rows<'s>(
    plan: &'s Plan,
    assessment: &'s Assessment<'s>,
    mark: PlanMark<'s>,
    filter: &Filter,
) -> impl Iterator<Item = NoticeRow<'s>> {
    let passing = filter.chosen(&plan.head, &assessment.standings);
    let wanted: HashSet<&str> = passing.map(|standing| standing.task.id.as_str()).collect();
    let about = |notice: &NoticeLine<'s>| notice.tasks.iter().any(|about| wanted.contains(about.task));
    let notices = Notices::all(&plan.head, assessment, about).notices;
    notices.into_iter().map(move |notice| NoticeRow::new(mark, &notice))
}

impl<'s> NoticeRow<'s> {
    fn new(plan: PlanMark<'s>, line: &NoticeLine<'s>) -> NoticeRow<'s> {
        NoticeRow {
            plan,
            number: line.number,
            date: line.date,
            level: line.level,
            purpose: line.purpose,
            unit: line.unit,
            tasks: line.tasks.iter().map(|about| about.task).collect(),
            tasks_answered: line.answered(),
            reply_by: line.reply_by,
            status: line.status,
            state: line.state,
            replied_on: line.replied_on,
            days_to_reply: line.replied_on.map(|day| day.days_since(line.date)),
            days_overdue: line.days_overdue,
            received: line.received,
            received_by: line.received_by,
            signed_by: line.signed_by,
            voided: line.voided,
            void_reason: line.void_reason,
        }
    }
}

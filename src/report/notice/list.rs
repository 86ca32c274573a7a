//! The notices that were sent, and which of them were answered.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::Assessment;
use crate::plan::{Date, Entry, Escalation, Journal, Notice, NoticeNumber, Plan, TaskId};
use crate::report::header::Header;
use crate::report::task_name::UnitRef;

/// `workplan.notice/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticeList<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The notices listed, counted.
    pub totals: NoticeTotals,
    /// The notices issued by the as-of day, oldest first.
    pub notices: Vec<NoticeLine<'s>>,
}

/// Notices by whether they were answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoticeTotals {
    /// All of them.
    pub issued: usize,
    /// Those that wait for an answer, in time.
    pub open: usize,
    /// Those whose answer is late.
    pub overdue: usize,
    /// Those that were answered.
    pub closed: usize,
    /// Those that are void.
    pub void: usize,
}

/// A notice and its answer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticeLine<'s> {
    /// Its number.
    pub number: &'s NoticeNumber,
    /// The day of issue.
    pub date: Date,
    /// How loudly it speaks.
    pub level: Escalation,
    /// The unit that it went to.
    pub unit: &'s str,
    /// Whether any of the tasks is that unit's own by assumption only.
    pub unit_assumed: bool,
    /// What it is about.
    pub tasks: Vec<NoticeTaskLine<'s>>,
    /// The last day for the answer.
    pub reply_by: Date,
    /// Who has signed it.
    pub signed_by: Option<&'s str>,
    /// Whether it was answered.
    pub status: NoticeStatus,
    /// The day on which the last of its tasks was answered for; `null` while one is not.
    pub replied_on: Option<Date>,
    /// Since when it is void.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voided: Option<Date>,
    /// Why it is void.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub void_reason: Option<&'s str>,
    /// Calendar days past `reply_by`; `null` unless the answer is late.
    pub days_overdue: Option<i64>,
    /// The unit, for views.
    #[serde(skip)]
    pub unit_ref: UnitRef<'s>,
}

/// A task of a notice and the answer about it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticeTaskLine<'s> {
    /// The task's id.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// The day of the first answer; `null` while there is none.
    pub replied_on: Option<Date>,
}

/// Whether a notice was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum NoticeStatus {
    /// It waits for an answer, in time.
    Open,
    /// Its answer is late.
    Overdue,
    /// Each of its tasks has an answer.
    Closed,
    /// It was said to be void.
    Void,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.notice/1";

/// Reports the notices issued by the as-of day that are wanted.
pub fn notice_list<'s>(
    plan: &'s Plan,
    journal: &'s Journal,
    assessment: &'s Assessment<'s>,
    header: Header<'s>,
    wanted: impl Fn(&NoticeLine<'s>) -> bool,
) -> NoticeList<'s> {
    let entries: Vec<&Entry> = journal.counting().filter(|entry| entry.reply_to.is_some()).collect();
    let issued = journal.notices.iter().filter(|notice| notice.date <= assessment.as_of);
    let notices: Vec<NoticeLine<'s>> =
        issued.map(|notice| NoticeLine::new(plan, &entries, assessment, notice)).filter(wanted).collect();
    let count = |status: NoticeStatus| notices.iter().filter(|notice| notice.status == status).count();
    let totals = NoticeTotals {
        issued: notices.len(),
        open: count(NoticeStatus::Open),
        overdue: count(NoticeStatus::Overdue),
        closed: count(NoticeStatus::Closed),
        void: count(NoticeStatus::Void),
    };
    NoticeList { header, totals, notices }
}

impl<'s> NoticeLine<'s> {
    fn new(plan: &'s Plan, entries: &[&Entry], assessment: &'s Assessment<'s>, notice: &'s Notice) -> NoticeLine<'s> {
        let as_of = assessment.as_of;
        let standing = |id: &TaskId| assessment.standings.iter().find(|standing| standing.task.id == *id);
        let tasks: Vec<NoticeTaskLine<'s>> = notice
            .tasks
            .iter()
            .map(|id| NoticeTaskLine {
                task: id.as_str(),
                title: standing(id).map_or("", |standing| standing.task.title.as_str()),
                replied_on: replied_on(entries, notice, id, as_of),
            })
            .collect();
        let answered = tasks.iter().map(|task| task.replied_on).collect::<Option<Vec<Date>>>();
        let replied_on = answered.and_then(|days| days.into_iter().max());
        let status = match replied_on {
            _ if notice.voided.is_some() => NoticeStatus::Void,
            Some(_) => NoticeStatus::Closed,
            None if as_of > notice.reply_by => NoticeStatus::Overdue,
            None => NoticeStatus::Open,
        };
        let assumed = notice.tasks.iter().filter_map(standing).any(|standing| standing.assumed.contains(&"lead"));
        let unit = plan.head.unit_now(&notice.unit).as_str();
        let short = plan.head.unit(&notice.unit).and_then(|unit| unit.short.as_deref());
        NoticeLine {
            number: &notice.number,
            date: notice.date,
            level: notice.level,
            unit,
            unit_assumed: assumed,
            tasks,
            reply_by: notice.reply_by,
            signed_by: notice.signed_by.as_deref(),
            status,
            replied_on,
            voided: notice.voided,
            void_reason: notice.void_reason.as_deref(),
            days_overdue: (status == NoticeStatus::Overdue).then(|| as_of.days_since(notice.reply_by)),
            unit_ref: UnitRef { lead: Some(unit), short, assumed },
        }
    }
}

/// The day of the first entry about the task that answers the notice.
fn replied_on(entries: &[&Entry], notice: &Notice, task: &TaskId, as_of: Date) -> Option<Date> {
    let answers = entries.iter().filter(|entry| {
        entry.task == *task
            && entry.reply_to.as_ref() == Some(&notice.number)
            && notice.date <= entry.date
            && entry.date <= as_of
    });
    answers.map(|entry| entry.date).min()
}

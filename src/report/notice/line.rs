//! A notice as reports give it: how far it has come.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Standing};
use crate::plan::{Date, Escalation, Head, Notice, NoticeNumber, NoticePurpose, TaskId};
use crate::report::task_name::UnitRef;
use crate::words::{Term, Worded, terms};

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
    /// How far it has come.
    pub state: NoticeState,
    /// What it asks for.
    pub purpose: NoticePurpose,
    /// The day on which the unit took it over; `null` while it has not.
    pub received: Option<Date>,
    /// Who took it over.
    pub received_by: Option<&'s str>,
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

/// How far a notice has come, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum NoticeState {
    /// Its answer is late.
    Overdue,
    /// The unit has not said that it has it.
    Issued,
    /// The unit has it, as it has said or as an answer to a part shows, and has not answered.
    Received,
    /// It was answered, and not everything that it asks for is done.
    Answered,
    /// It was answered, and what it asks for is done.
    Settled,
    /// It was said to be void.
    Void,
}

impl NoticeState {
    /// Whether somebody still has to act on it.
    pub fn is_alive(self) -> bool {
        match self {
            NoticeState::Overdue | NoticeState::Issued | NoticeState::Received | NoticeState::Answered => true,
            NoticeState::Settled | NoticeState::Void => false,
        }
    }
}

impl Worded for NoticeState {
    const TERMS: &'static [Term] = terms::NOTICE_STATES;

    fn all() -> &'static [NoticeState] {
        &[
            NoticeState::Overdue,
            NoticeState::Issued,
            NoticeState::Received,
            NoticeState::Answered,
            NoticeState::Settled,
            NoticeState::Void,
        ]
    }

    fn key(self) -> &'static str {
        match self {
            NoticeState::Overdue => "overdue",
            NoticeState::Issued => "issued",
            NoticeState::Received => "received",
            NoticeState::Answered => "answered",
            NoticeState::Settled => "settled",
            NoticeState::Void => "void",
        }
    }
}

/// Every notice issued by the day of the assessment, oldest first.
pub(super) fn lines<'s>(
    head: &'s Head,
    assessment: &'s Assessment<'s>,
) -> impl Iterator<Item = NoticeLine<'s>> + use<'s> {
    let standings: HashMap<&TaskId, &'s Standing<'s>> = match assessment.notices {
        [] => HashMap::new(),
        _ => assessment.standings.iter().map(|standing| (&standing.task.id, standing)).collect(),
    };
    assessment.notices.iter().map(move |notice| {
        let about = notice.tasks.iter().map(|id| (id, standings.get(id).copied())).collect::<Vec<_>>();
        NoticeLine::new(head, notice, &about, assessment.as_of)
    })
}

impl NoticeLine<'_> {
    /// For how many of its tasks it was answered.
    pub fn answered(&self) -> usize {
        self.tasks.iter().filter(|task| task.replied_on.is_some()).count()
    }

    /// Whether the unit has neither said that it has it, nor answered.
    pub fn is_unheard_of(&self) -> bool {
        self.received.is_none() && self.answered() == 0
    }

    /// Whether it is about the task, and not void.
    pub fn is_about(&self, task: &str) -> bool {
        self.state != NoticeState::Void && self.tasks.iter().any(|about| about.task == task)
    }
}

impl<'s> NoticeLine<'s> {
    /// A notice on a day, with each of its tasks as it stands; `None` of a task that is gone.
    fn new(
        head: &'s Head,
        notice: &'s Notice,
        about: &[(&'s TaskId, Option<&'s Standing<'s>>)],
        as_of: Date,
    ) -> NoticeLine<'s> {
        let tasks: Vec<NoticeTaskLine<'s>> = about
            .iter()
            .map(|(id, standing)| NoticeTaskLine {
                task: id.as_str(),
                title: standing.map_or("", |standing| standing.task.title.as_str()),
                replied_on: standing.and_then(|standing| replied_on(notice, standing)),
            })
            .collect();
        let begun = tasks.iter().any(|task| task.replied_on.is_some());
        let answered = tasks.iter().map(|task| task.replied_on).collect::<Option<Vec<Date>>>();
        let replied_on = answered.and_then(|days| days.into_iter().max());
        let status = match replied_on {
            _ if notice.is_void_on(as_of) => NoticeStatus::Void,
            Some(_) => NoticeStatus::Closed,
            None if as_of > notice.reply_by => NoticeStatus::Overdue,
            None => NoticeStatus::Open,
        };
        let received = notice.received.filter(|day| *day <= as_of);
        let voided = notice.voided.filter(|_| status == NoticeStatus::Void);
        let mut known = about.iter().filter_map(|(_, standing)| *standing);
        let assumed = known.clone().any(|standing| standing.assumed.contains(&"lead"));
        let is_done =
            notice.purpose == NoticePurpose::Report || known.all(|standing| standing.work_ended || !standing.is_open());
        let unit = head.unit_now(&notice.unit).as_str();
        let short = head.unit(&notice.unit).and_then(|unit| unit.short.as_deref());
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
            voided,
            void_reason: notice.void_reason.as_deref().filter(|_| voided.is_some()),
            days_overdue: (status == NoticeStatus::Overdue).then(|| as_of.days_since(notice.reply_by)),
            state: match status {
                NoticeStatus::Void => NoticeState::Void,
                NoticeStatus::Closed if is_done => NoticeState::Settled,
                NoticeStatus::Closed => NoticeState::Answered,
                NoticeStatus::Overdue => NoticeState::Overdue,
                NoticeStatus::Open if received.is_some() || begun => NoticeState::Received,
                NoticeStatus::Open => NoticeState::Issued,
            },
            purpose: notice.purpose,
            received,
            received_by: notice.received_by.as_deref().filter(|_| received.is_some()),
            unit_ref: UnitRef { lead: Some(unit), short, assumed },
        }
    }
}

/// The day of the first entry about the task that answers the notice.
fn replied_on(notice: &Notice, standing: &Standing<'_>) -> Option<Date> {
    standing.entries.iter().filter(|entry| entry.answers(notice)).map(|entry| entry.date).min()
}

//! What a notice says: each task as it stood on the notice's day.

use crate::assess::{Assessment, Standing};
use crate::plan::{Date, Escalation, Head, Language, Notice, NoticeNumber, NoticePurpose, TaskId, UnitName};
use crate::report::header::Header;
use crate::report::task_line::TaskLine;
use crate::report::task_name::UnitRef;

/// A notice to a unit.
#[derive(Debug)]
pub struct Paper<'s> {
    /// What every document starts with.
    pub header: Header<'s>,
    /// Its number, or the place for one.
    pub number: PaperNumber<'s>,
    /// How loudly it speaks.
    pub level: Escalation,
    /// The unit that it goes to; marked where any of the tasks is its own by assumption only.
    pub unit: UnitRef<'s>,
    /// The day of issue, for which everything in it is told.
    pub date: Date,
    /// The last day for the answer.
    pub reply_by: Date,
    /// The unit that takes the answer; `None`: the issuer.
    pub office: Option<&'s str>,
    /// Who has signed it.
    pub signed_by: Option<&'s str>,
    /// What it asks for.
    pub purpose: NoticePurpose,
    /// The rules of notices that are assumed, by their keys.
    pub assumed_rules: Vec<&'static str>,
    /// The one in charge of every task, and the leader above; where that is not one for all, each task has its own.
    pub people: Option<(Option<&'s str>, Option<&'s str>)>,
    /// What it is about.
    pub tasks: Vec<PaperTask<'s>>,
    /// The plan's own words.
    pub head: &'s Head,
}

/// A notice's number, or the place for one.
#[derive(Debug, Clone, Copy)]
pub enum PaperNumber<'s> {
    /// It was taken.
    Taken(&'s NoticeNumber),
    /// A trial takes none: the series and the year.
    Trial(&'s str, i32),
}

/// A task in a notice.
#[derive(Debug)]
pub struct PaperTask<'s> {
    /// The task and how it stands.
    pub line: TaskLine<'s>,
    /// Whether an amendment, rather than the document, sets the deadline.
    pub deadline_amended: bool,
}

/// What a notice is written from.
#[derive(Debug, Clone, Copy)]
pub struct PaperFacts<'s> {
    /// Its number.
    pub number: PaperNumber<'s>,
    /// How loudly it speaks.
    pub level: Escalation,
    /// The unit that it goes to.
    pub unit: &'s UnitName,
    /// What it asks for.
    pub purpose: NoticePurpose,
    /// What it is about.
    pub tasks: &'s [TaskId],
    /// The last day for the answer.
    pub reply_by: Date,
    /// Who has signed it.
    pub signed_by: Option<&'s str>,
}

impl<'s> PaperFacts<'s> {
    /// Of a notice that was issued.
    pub fn of(notice: &'s Notice) -> PaperFacts<'s> {
        PaperFacts {
            number: PaperNumber::Taken(&notice.number),
            level: notice.level,
            unit: &notice.unit,
            purpose: notice.purpose,
            tasks: &notice.tasks,
            reply_by: notice.reply_by,
            signed_by: notice.signed_by.as_deref(),
        }
    }
}

/// Writes a notice out of the plan as it stood on the notice's day.
pub fn paper<'s>(
    head: &'s Head,
    assessment: &'s Assessment<'s>,
    header: Header<'s>,
    facts: PaperFacts<'s>,
    language: Language,
) -> Paper<'s> {
    let find = |id: &TaskId| assessment.standings.iter().find(|standing| standing.task.id == *id);
    let standings: Vec<&'s Standing<'s>> = facts.tasks.iter().filter_map(find).collect();
    let unit = UnitRef {
        lead: Some(facts.unit.as_str()),
        short: head.unit(facts.unit).and_then(|unit| unit.short.as_deref()),
        assumed: standings.iter().any(|standing| standing.assumed.contains(&"lead")),
    };
    let tasks = standings.iter().map(|standing| PaperTask {
        line: TaskLine::new(head, standing, language),
        deadline_amended: standing.is_amended("deadline"),
    });
    let tasks: Vec<PaperTask<'s>> = tasks.collect();
    let rules = head.notices.as_ref();
    Paper {
        header,
        number: facts.number,
        level: facts.level,
        unit,
        date: assessment.as_of,
        reply_by: facts.reply_by,
        office: rules.and_then(|rules| rules.office.as_ref()).map(UnitName::as_str),
        signed_by: facts.signed_by,
        purpose: facts.purpose,
        assumed_rules: rules.map_or_else(Vec::new, |rules| rules.assumed.iter().map(|rule| rule.key()).collect()),
        people: one_for_all(&tasks),
        tasks,
        head,
    }
}

/// The people of the tasks, where they are the same ones for each.
fn one_for_all<'s>(tasks: &[PaperTask<'s>]) -> Option<(Option<&'s str>, Option<&'s str>)> {
    let mut people = tasks.iter().map(|task| (task.line.person, task.line.leader));
    let first = people.next()?;
    people.all(|other| other == first).then_some(first)
}

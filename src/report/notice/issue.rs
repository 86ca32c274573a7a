//! What is issued: the notices that are asked for, the day of their answer, and their numbers.

use crate::assess::Assessment;
use crate::plan::calendar::{Calendar, UnknownYear};
use crate::plan::{Date, Escalation, Head, Journal, Notice, NoticeNumber, NoticePurpose, NoticeRules, Plan};
use crate::report::filter::{task_named, unit_named};
use crate::report::names::NameError;

use super::choice::{Choice, ChoiceFault, left_out, of_all_units, of_tasks, of_unit, unreported};

/// About what a notice is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum About<'w> {
    /// Every unit with alerts, each in a notice of its own.
    All,
    /// A unit, by its name or a short form.
    Unit(&'w str),
    /// These tasks, by their ids or parts of their titles.
    Tasks(&'w [String]),
}

/// How a notice is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'w> {
    /// About what.
    pub(crate) about: About<'w>,
    /// How loudly; as loudly as the alerts where nothing is said.
    pub(crate) level: Option<Escalation>,
    /// What it is to ask for.
    pub(crate) purpose: NoticePurpose,
    /// Whether finished tasks are meant as well.
    pub(crate) insists: bool,
}

/// Why nothing can be issued.
#[derive(Debug)]
pub(crate) enum IssueFault {
    /// Of no unit anything so loud is asked.
    NoUnit,
    /// The unit is not known.
    Unit(NameError),
    /// The task that was named so is not known.
    Task(String, NameError),
    /// The tasks do not make a notice.
    Choice(ChoiceFault),
}

/// The notices that are meant, and how many of the unit's tasks are too quiet for theirs.
///
/// # Errors
/// When nothing is meant that could be written.
pub(crate) fn choices(
    plan: &Plan,
    assessment: &Assessment<'_>,
    asked: Asked<'_>,
) -> Result<(Vec<Choice>, usize), IssueFault> {
    let Asked { about, level, purpose, insists } = asked;
    match about {
        About::All => {
            let all = of_all_units(&plan.head, assessment, level, purpose);
            if all.is_empty() { Err(IssueFault::NoUnit) } else { Ok((all, 0)) }
        }
        About::Unit(lead) => {
            let unit = unit_named(plan, lead).map_err(IssueFault::Unit)?;
            let choice = match purpose {
                NoticePurpose::Work => of_unit(assessment, &unit, level),
                NoticePurpose::Report => unreported(assessment, &unit, level),
            };
            let choice = choice.map_err(IssueFault::Choice)?;
            let others = match choice.purpose {
                NoticePurpose::Work => left_out(assessment, &choice),
                NoticePurpose::Report => 0,
            };
            Ok((vec![choice], others))
        }
        About::Tasks(tasks) => {
            let named = |given: &String| {
                let task = task_named(plan, given).map_err(|error| IssueFault::Task(given.clone(), error));
                task.map(|task| task.id.to_string())
            };
            let ids = tasks.iter().map(named).collect::<Result<Vec<_>, _>>()?;
            let quietly = (purpose == NoticePurpose::Report).then_some(Escalation::Remind);
            let choice = of_tasks(assessment, &ids, level.or(quietly), insists).map_err(IssueFault::Choice)?;
            Ok((vec![Choice { purpose, ..choice }], 0))
        }
    }
}

/// The notices that were not written already on that day, and the numbers of those that were: a second number for the
/// same matter would want a second answer.
pub(crate) fn unsent(choices: Vec<Choice>, journal: &Journal, day: Date) -> (Vec<Choice>, Vec<String>) {
    let same = |choice: &Choice, sent: &Notice| {
        sent.voided.is_none()
            && (sent.date, sent.level, sent.purpose) == (day, choice.level, choice.purpose)
            && (&sent.unit, &sent.tasks) == (&choice.unit, &choice.tasks)
    };
    let sent = |choice: &Choice| journal.notices.iter().find(|sent| same(choice, sent)).map(|sent| &sent.number);
    let numbers = choices.iter().filter_map(sent).map(NoticeNumber::to_string).collect();
    let fresh = choices.into_iter().filter(|choice| sent(choice).is_none()).collect();
    (fresh, numbers)
}

/// Why there is no last day for the answer.
#[derive(Debug)]
pub(crate) enum ReplyFault {
    /// The day that was given is before the notice's own.
    Early(Date),
    /// The working days of a year are not known.
    Unknown(UnknownYear),
}

/// The last day for the answer: the one that was given, or so many working days from the notice's day.
///
/// # Errors
/// When the one that was given is too early, or the working days are not known.
pub(crate) fn reply_by(head: &Head, calendar: &Calendar, given: Option<Date>, day: Date) -> Result<Date, ReplyFault> {
    const DEFAULT: u16 = 3;
    match given {
        Some(given) if given < day => Err(ReplyFault::Early(given)),
        Some(given) => Ok(given),
        None => {
            let within = head.notices.as_ref().map_or(DEFAULT, |rules| rules.reply_within);
            calendar.after_working_days(day, within).map_err(ReplyFault::Unknown)
        }
    }
}

/// The notices of a day, each with the next number of the series and the year.
pub(crate) fn numbered(
    choices: Vec<Choice>,
    journal: &Journal,
    rules: &NoticeRules,
    (day, reply_by): (Date, Date),
    signed_by: Option<&str>,
) -> Vec<Notice> {
    let mut number = last_number(journal, rules, day.year());
    let notices = choices.into_iter().map(|choice| {
        number += 1;
        let series = rules.series.as_str().to_owned();
        Notice {
            number: NoticeNumber { series, year: day.year(), number },
            date: day,
            level: choice.level,
            unit: choice.unit,
            tasks: choice.tasks,
            reply_by,
            signed_by: signed_by.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()),
            purpose: choice.purpose,
            received: None,
            received_by: None,
            voided: None,
            void_reason: None,
        }
    });
    notices.collect()
}

/// The last number of the series that was taken in the year, in this plan or before it.
fn last_number(journal: &Journal, rules: &NoticeRules, year: i32) -> u32 {
    let of_series = journal.notices.iter().map(|notice| &notice.number).chain(&rules.after);
    let of_series = of_series.filter(|number| number.series == rules.series.as_str() && number.year == year);
    of_series.map(|number| number.number).max().unwrap_or(0)
}

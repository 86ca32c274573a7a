//! What a calendar program shows of a plan: its deadlines and dated steps.

use crate::assess::{Assessment, Basis, Standing};
use crate::plan::calendar::Calendar;
use crate::plan::{Checkpoint, Date, Entry, EntryState, Head, Kind, Language, Plan, Recurrence};

use super::filter::Filter;
use super::published::{Published, PublishedTask};
use super::target::Target;
use super::task_line::TaskLine;

/// What a calendar program shows of a plan.
#[derive(Debug)]
pub struct Agenda<'s> {
    /// The plan's short name, a part of what names each event for ever.
    pub plan: &'s str,
    /// The plan's title.
    pub title: &'s str,
    /// The day for which it was drawn up.
    pub as_of: Date,
    /// Whether the plan is a sample.
    pub sample: bool,
    /// The events, in the plan's order; a task's deadline before its steps.
    pub events: Vec<Event<'s>>,
}

/// A day in the calendar.
#[derive(Debug)]
pub struct Event<'s> {
    /// The task's id.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// What is due.
    pub what: What<'s>,
    /// When; of what comes again and again, for the first time.
    pub day: Date,
    /// The day that this means: another one where it is a day off and the plan says so.
    pub meant: Date,
    /// How the day is known.
    pub basis: Basis,
    /// How often the plan has changed what is said here: it only grows.
    pub sequence: i64,
    /// What becomes of it.
    pub outlook: Outlook,
    /// The days to come of what comes again and again that mean other days.
    pub moved: Vec<(Date, Date)>,
    /// The day on which to remind; `None` where there is nothing to remind of.
    pub remind_on: Option<Date>,
    /// What to read beside it.
    pub about: About<'s>,
}

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What<'s> {
    /// The task.
    Deadline,
    /// A step of it.
    Checkpoint {
        /// Its name in the task.
        id: &'s str,
        /// What is to be reached.
        title: &'s str,
    },
    /// A report, again and again from the event's day on.
    Report {
        /// How often.
        duty: Recurrence,
        /// The last day on which one is due.
        until: Date,
    },
}

/// What becomes of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// It is still to come, or late.
    Open,
    /// It is reached.
    Reached,
    /// The task was called off.
    CalledOff,
}

/// What is said of an event's task.
#[derive(Debug)]
pub struct About<'s> {
    /// The section's title.
    pub section: &'s str,
    /// The unit that answers; `None` in an edition for the public, and where the task names none.
    pub lead: Option<&'s str>,
    /// Whether the unit is an assumption.
    pub lead_assumed: bool,
    /// What is to be reached or kept.
    pub targets: Vec<Target<'s>>,
    /// The document's words.
    pub source: Option<&'s str>,
}

/// The calendar of the tasks that pass the filter. Continuous tasks have no finish, so they stand in it only by their
/// steps, and by a deadline that somebody has stated.
pub fn agenda<'s>(
    plan: &'s Plan,
    assessment: &'s Assessment<'s>,
    calendar: &Calendar,
    filter: &Filter,
    language: Language,
) -> Agenda<'s> {
    let head = &plan.head;
    let chosen = filter.chosen(head, &assessment.standings);
    let reminder = Reminder { calendar, due_soon: i64::from(head.alerts.due_soon) };
    Agenda {
        events: chosen.flat_map(|standing| events(head, standing, &reminder, language)).collect(),
        ..empty(head, assessment.as_of)
    }
}

/// The calendar that the public may see: deadlines without reminders.
pub fn published_agenda<'s>(published: &'s Published<'s>) -> Agenda<'s> {
    let head = published.head;
    let as_of = published.header.as_of;
    // How often a deadline was moved is not for the public; a number that grows with every edition serves as well.
    let sequence = as_of.days_since(head.issued).max(0);
    let event = |(task, deadline): (&'s PublishedTask<'s>, Date)| Event {
        task: task.id,
        title: task.title,
        what: What::Deadline,
        day: deadline,
        meant: deadline,
        basis: task.deadline_basis,
        sequence,
        outlook: Outlook::Open,
        moved: Vec::new(),
        remind_on: None,
        about: About {
            section: task.section_title,
            lead: None,
            lead_assumed: false,
            targets: task.metrics.clone(),
            source: task.source,
        },
    };
    let due = published.tasks.iter().filter(|task| task.has_finish);
    let due = due.filter_map(|task| Some((task, task.deadline?)));
    Agenda { events: due.map(event).collect(), ..empty(head, as_of) }
}

fn empty(head: &Head, as_of: Date) -> Agenda<'_> {
    let Head { id, title, sample, .. } = head;
    Agenda { plan: id, title, as_of, sample: *sample, events: Vec::new() }
}

fn events<'s>(
    head: &'s Head,
    standing: &'s Standing<'s>,
    reminder: &Reminder<'_>,
    language: Language,
) -> Vec<Event<'s>> {
    let line = TaskLine::new(head, standing, language);
    let has_deadline = line.deadline_basis.binds(standing.task.kind);
    let days = line.deadline.zip(line.deadline_meant).filter(|_| has_deadline);
    let deadline = days.map(|days| {
        let outlook = if standing.light.is_none() {
            Outlook::CalledOff
        } else if standing.work_ended || standing.finished_on.is_some() {
            Outlook::Reached
        } else {
            Outlook::Open
        };
        event(standing, &line, What::Deadline, (days, line.deadline_basis), outlook, reminder)
    });
    let steps = standing.task.checkpoints.iter().zip(standing.due.iter().zip(&standing.reached));
    let steps = steps.map(|(step, (meant, reached))| {
        let outlook = match (standing.light, reached) {
            (None, _) => Outlook::CalledOff,
            (Some(_), Some(_)) => Outlook::Reached,
            (Some(_), None) if standing.work_ended => Outlook::Reached,
            (Some(_), None) => Outlook::Open,
        };
        let Checkpoint { id, title, due } = step;
        let basis = if line.assumes("checkpoints") { Basis::Assumed } else { Basis::Stated };
        event(standing, &line, What::Checkpoint { id, title }, ((*due, *meant), basis), outlook, reminder)
    });
    deadline.into_iter().chain(steps).chain(reports(head, standing, &line)).collect()
}

/// The recurring duty as one event. A rhythm is set without an amendment, so the number of changes is that of the days
/// since the plan's issue, which grows with every edition.
fn reports<'s>(head: &'s Head, standing: &'s Standing<'s>, line: &TaskLine<'s>) -> Option<Event<'s>> {
    let as_of = standing.as_of;
    let duty = standing.task.recurs?;
    let first = standing.reports.first()?;
    let ended = standing.work_ended || standing.finished_on.is_some();
    // Of ended work nothing more is asked.
    let asked = standing.reports.iter().filter(|report| !ended || report.due <= as_of);
    let last = asked.clone().next_back();
    let outlook = match last {
        Some(_) if standing.light.is_some() => Outlook::Open,
        Some(_) | None => Outlook::CalledOff,
    };
    let ahead = asked.filter(|report| report.meant >= as_of && report.meant != report.due);
    let reminded = outlook == Outlook::Open && !ended;
    Some(Event {
        task: line.id,
        title: line.title,
        what: What::Report { duty, until: last.unwrap_or(first).due },
        day: first.due,
        meant: first.due,
        basis: if line.assumes("recurs") { Basis::Assumed } else { Basis::Stated },
        sequence: as_of.days_since(head.issued).max(0),
        outlook,
        moved: ahead.map(|report| (report.due, report.meant)).collect(),
        remind_on: first.due.plus_days(-duty.every.reminded_before()).filter(|_| reminded),
        about: about(line),
    })
}

fn about<'s>(line: &TaskLine<'s>) -> About<'s> {
    About {
        section: line.section_title,
        lead: line.lead,
        lead_assumed: line.assumes("lead"),
        targets: line.metrics.iter().map(Target::from).collect(),
        source: line.source,
    }
}

fn event<'s>(
    standing: &'s Standing<'s>,
    line: &TaskLine<'s>,
    what: What<'s>,
    ((day, meant), basis): ((Date, Date), Basis),
    outlook: Outlook,
    reminder: &Reminder<'_>,
) -> Event<'s> {
    // Calling a task off and taking it up again are changes as well, so that the number only grows.
    let turns = |entry: &&&Entry| matches!(entry.state, Some(EntryState::Cancelled | EntryState::Reopened));
    let changes = standing.entries.iter().filter(|entry| entry.amendment.is_some() || turns(entry)).count();
    let endless = what == What::Deadline && standing.task.kind == Kind::Continuous;
    let reminded = outlook == Outlook::Open && !endless;
    Event {
        task: line.id,
        title: line.title,
        what,
        day,
        meant,
        basis,
        sequence: i64::try_from(changes).unwrap_or(i64::MAX),
        outlook,
        remind_on: reminded.then(|| reminder.before(meant)).flatten(),
        moved: Vec::new(),
        about: about(line),
    }
}

/// When a reminder is due, by the plan's own `due_soon`.
struct Reminder<'c> {
    calendar: &'c Calendar,
    due_soon: i64,
}

impl Reminder<'_> {
    /// The first day on which no more working days are left than the plan calls soon: the day on which the alert
    /// begins.
    fn before(&self, due: Date) -> Option<Date> {
        let mut day = due;
        loop {
            let earlier = day.plus_days(-1)?;
            if self.calendar.working_days(day, due) > self.due_soon {
                return Some(day);
            }
            day = earlier;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_comes_on_the_day_on_which_the_alert_begins() {
        let calendar = Calendar::china();
        let before = |due: &str, due_soon| {
            let reminder = Reminder { calendar: &calendar, due_soon };
            reminder.before(due.parse().unwrap()).map(|day| day.to_string())
        };
        assert_eq!(before("2020-11-30", 10).as_deref(), Some("2020-11-16"));
        assert_eq!(before("2020-11-30", 0).as_deref(), Some("2020-11-30"));
        assert_eq!(before("2020-10-09", 1).as_deref(), Some("2020-09-30"), "a week of holidays lies between");
        assert_eq!(before("2020-10-08", 1).as_deref(), Some("2020-09-29"), "the day itself is a holiday");
        assert_eq!(before("2031-03-31", 10).as_deref(), Some("2031-03-17"), "weekdays of a year without a calendar");
    }
}

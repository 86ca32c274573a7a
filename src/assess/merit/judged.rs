//! What a task says of those who answer for it. What is not known is judged by nobody.

use crate::assess::duty::{is_units_report, report_days};
use crate::assess::in_force::Deadline;
use crate::assess::reason::AlertCode;
use crate::assess::standing::Standing;
use crate::assess::state::{State, named_state};
use crate::assess::world::World;
use crate::plan::calendar::Calendar;
use crate::plan::{AmendedField, Date, Entry, Every, FieldValue, Journal, Kind, Merit, Period, Plan};

/// One thing by which a task is judged.
#[derive(Debug, Clone, Copy)]
pub struct Judged<'a> {
    /// What it is.
    pub merit: Merit,
    /// Whether it was so; what costs points always was.
    pub met: bool,
    /// The day that made it so.
    pub date: Date,
    /// The entry that did; `None` where it is the lack of one, or a row of a checklist.
    pub entry: Option<&'a Entry>,
    /// The facts, out of which a sentence is made.
    pub because: Because,
}

/// Why something is judged so, beside the task as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// It was finished on the day.
    Finished,
    /// The deadline has passed, and it is not finished.
    Unfinished,
    /// So far has it come, beside the pace.
    Pace,
    /// The report for a period.
    Report {
        /// What kind of period it is.
        every: Every,
        /// The period.
        period: Period,
        /// The last day in time, as it is stated and as it is meant, where the task has one of its own.
        due: Option<(Date, Date)>,
        /// The day on which it came; `None` where it did not.
        on: Option<Date>,
    },
    /// The deadline was put off after it had passed.
    Extended {
        /// The day that had passed.
        from: Date,
        /// The new one; `None` where there is none any more.
        to: Option<Date>,
    },
}

/// Whether nothing is known of a task that has begun: nobody has ever reported on it.
pub fn is_unheard_of(standing: &Standing<'_>) -> bool {
    standing.last_report.is_none()
        && standing.start <= standing.as_of
        && standing.state != State::Cancelled
        && !standing.work_ended
}

/// What a task says of those who answer for it. One that was called off says nothing; one that was never heard of only that
/// its deadline was put off too late, if it was.
pub fn judged<'a>(plan: &Plan, journal: &Journal, calendar: &Calendar, standing: &Standing<'a>) -> Vec<Judged<'a>> {
    let world = &World { plan, journal, calendar, as_of: standing.as_of };
    if standing.state == State::Cancelled {
        return Vec::new();
    }
    let mut judged = late_extensions(world, standing);
    if standing.last_report.is_some() {
        judged.extend(finish(standing));
        judged.extend(pace(standing));
        judged.extend(reports(world, standing));
    }
    judged
}

/// The deadline by which the task is to be finished, where there is one.
fn binding(standing: &Standing<'_>) -> Option<Deadline> {
    standing.deadline.filter(|deadline| deadline.basis.binds(standing.task.kind))
}

/// The entry with which the work ended, where it has: a reviewer who takes his time costs the unit nothing.
fn ending<'a>(standing: &Standing<'a>) -> Option<&'a Entry> {
    standing.entries.iter().fold(None, |since, entry| match named_state(entry) {
        Some(State::Done | State::Closed) => since.or(Some(*entry)),
        Some(State::NotStarted | State::InProgress | State::Blocked | State::Returned | State::Cancelled) => None,
        None => since,
    })
}

/// A task that is done and waits for its reviewer is judged when he has closed it.
fn finish<'a>(standing: &Standing<'a>) -> Option<Judged<'a>> {
    let deadline = binding(standing)?;
    let merit = Merit::FinishedInTime;
    match (standing.finished_on, ending(standing)) {
        (Some(_), Some(entry)) => {
            let (date, met) = (entry.date, entry.date <= deadline.meant);
            Some(Judged { merit, met, date, entry: Some(entry), because: Because::Finished })
        }
        _ if standing.work_ended || deadline.meant >= standing.as_of => None,
        _ => Some(Judged { merit, met: false, date: deadline.meant, entry: None, because: Because::Unfinished }),
    }
}

/// While there is time: whether the task is behind is what its alert says.
fn pace<'a>(standing: &Standing<'a>) -> Option<Judged<'a>> {
    let in_time = binding(standing)?.meant >= standing.as_of && standing.start <= standing.as_of;
    let is_judged = in_time && standing.is_open() && standing.finish().is_some() && standing.progress.is_some();
    is_judged.then(|| Judged {
        merit: Merit::OnPace,
        met: !standing.alerts.iter().any(|alert| alert.code == AlertCode::BEHIND),
        date: standing.as_of,
        entry: standing.entries.iter().rev().find(|entry| is_units_report(entry)).copied(),
        because: Because::Pace,
    })
}

/// The reports that were asked for while the work went on: by the task's own rhythm, or by the plan's. One that came counts
/// wherever it was due; one that did not only where its time is over, and it could be asked for all that time.
fn reports<'a>(world: &World<'_>, standing: &Standing<'a>) -> Vec<Judged<'a>> {
    let ended = ending(standing).map(|entry| entry.date);
    let head = &world.plan.head;
    let could_be_missed =
        |asked: Date, last: Date| head.issued <= asked && last < world.as_of && ended.is_none_or(|ended| ended > last);
    if standing.task.recurs.is_some() {
        let asked =
            standing.reports.iter().filter(|one| one.reported_on.is_some() || could_be_missed(one.due, one.meant));
        return asked
            .map(|one| reported(standing, (one.every, one.period), Some((one.due, one.meant)), one.reported_on))
            .collect();
    }
    let (first, of_plan) = (standing.start.max(head.period.start), head.period);
    let days = report_days(world, &standing.task, &standing.entries);
    let every = Every::from(head.reporting);
    let next = |period: &Period| every.period_of(period.end.plus_days(1)?);
    let begun = std::iter::successors(every.period_of(first), next)
        .take_while(|period| period.start <= world.as_of.min(of_plan.end));
    let told = begun.filter_map(|period| {
        let on = days.iter().copied().find(|day| period.contains(*day));
        let is_whole = first <= period.start && period.end <= of_plan.end;
        let counts = on.is_some() || is_whole && could_be_missed(period.start, period.end);
        counts.then(|| reported(standing, (every, period), None, on))
    });
    told.collect()
}

fn reported<'a>(
    standing: &Standing<'a>,
    (every, period): (Every, Period),
    due: Option<(Date, Date)>,
    on: Option<Date>,
) -> Judged<'a> {
    let last = due.map_or(period.end, |(_, meant)| meant);
    Judged {
        merit: Merit::ReportedInTime,
        met: on.is_some_and(|on| on <= last),
        date: on.unwrap_or(last),
        entry: on.and_then(|on| report_of(standing, on)),
        because: Because::Report { every, period, due, on },
    }
}

fn report_of<'a>(standing: &Standing<'a>, day: Date) -> Option<&'a Entry> {
    standing.entries.iter().find(|entry| entry.date == day && is_units_report(entry)).copied()
}

/// The amendments that put a deadline off after it had passed.
fn late_extensions<'a>(world: &World<'_>, standing: &Standing<'a>) -> Vec<Judged<'a>> {
    let unsaid = (standing.task.kind != Kind::Continuous).then_some(world.plan.head.period.end);
    let day = |value: &FieldValue| match value {
        FieldValue::One(text) => text.parse().ok(),
        FieldValue::Nothing | FieldValue::Many(_) => unsaid,
    };
    let late = |entry: &&'a Entry| {
        let amendment = entry.amendment.as_deref().filter(|amendment| amendment.field == AmendedField::Deadline)?;
        let (from, to) = (day(&amendment.from)?, day(&amendment.to));
        let is_late = to.is_none_or(|to: Date| to > from) && entry.date > world.meant(from);
        is_late.then_some(Judged {
            merit: Merit::ExtendedLate,
            met: true,
            date: entry.date,
            entry: Some(*entry),
            because: Because::Extended { from, to },
        })
    };
    standing.entries.iter().filter_map(late).collect()
}

//! A week, reported.

use super::ahead::{self, Ahead, UpcomingCheckpoint, UpcomingDeadline, UpcomingReport};
use super::attention::Attention;
use super::carried::{self, CarriedTask};
use super::changed::{self, LightChange, SectionTotals, Then};
use super::late;
use super::progress::{self, Amended, Finished, Issue, Progressed};
use super::span::{IssueNumber, Span};
use super::units::{SilentUnit, leads, silent_units};
use crate::assess::{Assessment, Share, Standing, Totals};
use crate::plan::calendar::{Calendar, week_name};
use crate::plan::{Date, Head, Journal, Language, PaceBasis, Period, Plan};
use crate::report::alerts::AlertLine;
use crate::report::filter::Filter;
use crate::report::header::Header;
use crate::report::notice::Notices;
use schemars::JsonSchema;
use serde::Serialize;

/// `workplan.week/1`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Week<'s> {
    /// What every document starts with.
    #[serde(flatten)]
    pub header: Header<'s>,
    /// The first day.
    pub from: Date,
    /// The last day; the as-of day may lie before it.
    pub to: Date,
    /// The tasks that pass the filter, counted as they stood on the day before the first.
    pub before: Totals,
    /// The same tasks, counted as they stand.
    pub now: Totals,
    /// Tasks with a report dated in these days, or with a row of their checklist closed in them.
    pub progressed: Vec<Progressed<'s>>,
    /// Tasks that were finished in these days and still are.
    pub finished: Vec<&'s str>,
    /// Approved changes of the plan, dated in these days.
    pub amended: Vec<Amended<'s>>,
    /// Alerts that a task is overdue or behind, worst first.
    pub late: Vec<AlertLine<'s>>,
    /// Problems reported in these days of tasks that are still open.
    pub issues: Vec<Issue<'s>>,
    /// Open tasks due from the as-of day to `upcoming_to`, the nearest first.
    pub upcoming: Vec<UpcomingDeadline<'s>>,
    /// Units with open tasks that reported nothing in these days, most tasks first.
    pub silent_units: Vec<SilentUnit<'s>>,
    /// The ISO name of the week, `2020-W48`; `null` where the days are no week.
    pub week: Option<String>,
    /// The day of `before`.
    pub before_on: Date,
    /// How passed time is reckoned.
    pub pace: PaceBasis,
    /// The share of the plan's period that has passed.
    pub passed: Share,
    /// The last day of `upcoming` and `upcoming_checkpoints`: seven days after `to`, or the end of the next month or quarter where
    /// these days are one.
    pub upcoming_to: Date,
    /// Checkpoints of open tasks due from the as-of day to `upcoming_to` and not reached, the nearest first.
    pub upcoming_checkpoints: Vec<UpcomingCheckpoint<'s>>,
    /// The tasks of `finished`, with the unit and the day.
    pub finished_tasks: Vec<Finished<'s>>,
    /// Open tasks whose last report, before these days, names a problem that nobody has said to be solved.
    pub open_issues: Vec<&'s str>,
    /// Tasks that were carried over from the plan before, finished ones too.
    pub carried: Vec<CarriedTask<'s>>,
    /// Whether the plan's first day is among these days.
    #[serde(skip)]
    pub begins_plan: bool,
    /// Recurring reports due from the as-of day to `upcoming_to` that have not come, the nearest first.
    pub upcoming_reports: Vec<UpcomingReport<'s>>,
    /// Alerts that a recurring report was due and has not come, worst first.
    pub missed_reports: Vec<AlertLine<'s>>,
    /// What the days are.
    pub span: Span,
    /// Their place among their like in the plan's period, from 1; `null` outside it, and of days that are no week, month or quarter.
    pub place_in_period: Option<u32>,
    /// Which report of its like it is; `null` where it has no number.
    pub issue_number: Option<IssueNumber>,
    /// The tasks with a critical alert or a warning, but for those of which merely nothing was heard or that are merely due soon.
    pub attention: Attention<'s>,
    /// The tasks whose light is another one than on the day of `before`, in the plan's order.
    pub changed: Vec<LightChange<'s>>,
    /// The sections with any of the tasks.
    pub sections: Vec<SectionTotals<'s>>,
    /// Units that were heard of in these days, and answer for open tasks of which nothing was ever heard, or nothing in the last
    /// whole reporting period; most tasks first.
    pub partly_silent_units: Vec<SilentUnit<'s>>,
    /// The notices about these tasks: all counted, and those on which somebody still has to act, worst first.
    pub notices: Notices<'s>,
    /// The units that answer for any of the tasks, in the plan's order.
    #[serde(skip)]
    pub leads: Vec<&'s str>,
    /// What is due next, day by day, likewise.
    #[serde(skip)]
    pub ahead: Ahead<'s>,
    /// The plan's own words.
    #[serde(skip)]
    pub head: &'s Head,
}

/// Which week is wanted, and of which tasks.
#[derive(Debug, Clone)]
pub struct WeekQuery {
    /// The days, both included.
    pub span: Period,
    /// Which tasks it is about, as they stand at the as-of day.
    pub filter: Filter,
    /// How many tasks that need attention, and how many things due next, are told one by one; `None` means all.
    pub top: Option<usize>,
    /// The number that somebody gives the report; without it, it is counted from the plan's period.
    pub issue: Option<u32>,
}

/// What a week is reported from.
#[derive(Debug, Clone, Copy)]
pub struct WeekFacts<'s> {
    /// The plan.
    pub plan: &'s Plan,
    /// The journal.
    pub journal: &'s Journal,
    /// The working days.
    pub calendar: &'s Calendar,
    /// The plan as it stood on the day before the first.
    pub before: &'s Assessment<'s>,
    /// The plan as it stands on the as-of day: the earlier of the last day and today.
    pub now: &'s Assessment<'s>,
}

/// The name of the document.
pub const SCHEMA: &str = "workplan.week/1";

/// Reports a week. `before` counts the tasks that pass the filter *now*, so that the two can be compared.
pub fn week<'s>(facts: WeekFacts<'s>, header: Header<'s>, query: &WeekQuery, language: Language) -> Week<'s> {
    let (head, now) = (&facts.plan.head, facts.now);
    let tasks: Vec<&'s Standing<'s>> = query.filter.chosen(head, &now.standings).collect();
    // Both days have the plan's tasks in the plan's order.
    let both = facts.before.standings.iter().zip(&now.standings);
    let both: Vec<Then<'s>> = both.filter(|(_, now)| query.filter.passes(head, now)).collect();
    // The last day reported on: nothing is known of those after it.
    let span = Period { start: query.span.start, end: now.as_of };
    let kind = Span::of(query.span);
    let (place, upcoming_to) = (kind.place(query.span, head.period), kind.next_end(query.span));
    let given = query.issue.map(|number| IssueNumber { number, counted: false });
    let next = Period { start: now.as_of, end: upcoming_to };
    let upcoming = ahead::deadlines(head, &tasks, next);
    let upcoming_checkpoints = ahead::checkpoints(head, &tasks, next, facts.calendar);
    let upcoming_reports = ahead::reports(head, &tasks, next, (facts.calendar, language));
    let finished_tasks = progress::finished(head, &tasks, span);
    let (silent_units, partly_silent_units) = silent_units(head, &tasks, &now.standings, span);
    Week {
        header,
        from: query.span.start,
        to: query.span.end,
        before: Totals::of(both.iter().map(|(before, _)| *before)),
        now: Totals::of(tasks.iter().copied()),
        progressed: progress::progressed(head, &tasks, facts.journal, span),
        finished: finished_tasks.iter().map(|finished| finished.task).collect(),
        amended: progress::amended(head, &tasks, span),
        late: late::alerts(head, &tasks, language),
        issues: progress::issues(head, &tasks, span),
        ahead: Ahead::new(&upcoming, &upcoming_checkpoints, &upcoming_reports, query.top),
        upcoming,
        silent_units,
        week: week_name(query.span),
        before_on: facts.before.as_of,
        pace: head.pace,
        passed: now.passed,
        upcoming_to,
        upcoming_checkpoints,
        upcoming_reports,
        missed_reports: late::missed_reports(head, &tasks, language),
        finished_tasks,
        open_issues: progress::open_issues(&tasks, span),
        carried: carried::carried(head, &tasks),
        span: kind,
        place_in_period: place,
        issue_number: given.or_else(|| place.map(|number| IssueNumber { number, counted: true })),
        attention: Attention::new(head, &tasks, query.top, language),
        changed: changed::changed(head, &both),
        sections: changed::sections(head, &both),
        partly_silent_units,
        leads: leads(head, &tasks),
        notices: Notices::alive(head, now, |task| tasks.iter().any(|own| own.task.id.as_str() == task)),
        begins_plan: query.span.contains(head.period.start),
        head,
    }
}

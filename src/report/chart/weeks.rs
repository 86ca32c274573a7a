//! The plan as it stood at each week's end.

use std::collections::HashSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, LightCounts, Share, Standing, Totals, assess};
use crate::plan::calendar::{Calendar, week_of};
use crate::plan::{Date, Head, Journal, Kind, Period, Plan, TaskId};
use crate::report::filter::Filter;
use crate::report::since::week_before;

/// What a chart over weeks is computed from.
#[derive(Debug, Clone, Copy)]
pub struct ChartFacts<'s> {
    /// The plan.
    pub plan: &'s Plan,
    /// Its journal.
    pub journal: &'s Journal,
    /// Its calendar.
    pub calendar: &'s Calendar,
}

/// The counts at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WeekCounts {
    /// The day: a Sunday, the period's last day, or the as-of day.
    pub date: Date,
    /// The tasks by light.
    pub lights: LightCounts,
    /// The tasks that have a finish.
    pub finishing: usize,
    /// Those of them that are finished.
    pub done: usize,
    /// The mean of the progress that is known, of all tasks.
    pub progress: Option<Share>,
    /// How many tasks' progress is known.
    pub progress_known: usize,
}

/// More weeks than two years have are told by every second, third, … of them.
const MOST_POINTS: usize = 106;

/// The last day of each week of the period, and its own last day.
pub fn week_ends(period: Period) -> Vec<Date> {
    let weeks = usize::try_from(period.end.days_since(period.start) / 7).unwrap_or(0) + 2;
    let step = i64::try_from(weeks.div_ceil(MOST_POINTS - 2)).unwrap_or(1) * 7;
    let first = week_of(period.start).map_or(period.end, |week| week.end);
    let ends = std::iter::successors(Some(first), |day| day.plus_days(step));
    let mut ends: Vec<Date> = ends.take_while(|day| *day < period.end).collect();
    ends.push(period.end);
    ends
}

/// The days of a chart over weeks: each week's end up to the as-of day, and that day; none before the period begins.
pub fn told_days(period: Period, as_of: Date) -> Vec<Date> {
    let mut days: Vec<Date> = week_ends(period).into_iter().filter(|day| *day < as_of).collect();
    if as_of >= period.start {
        days.push(as_of);
    }
    days
}

/// The plan at each week's end up to the as-of day, and on that day: of the tasks that pass the filter then.
/// What happened after the period's end is told by its last day and the as-of day. Linear in tasks and weeks.
pub fn weeks(facts: ChartFacts<'_>, now: &Assessment<'_>, filter: &Filter) -> Vec<WeekCounts> {
    let head = &facts.plan.head;
    let chosen: HashSet<&TaskId> = passing(head, now, filter).collect();
    told_days(head.period, now.as_of)
        .into_iter()
        .map(|day| {
            let assessment = assess(facts.plan, facts.journal, facts.calendar, day);
            let standings = assessment.standings.iter().filter(|standing| chosen.contains(&standing.task.id));
            WeekCounts::new(day, standings)
        })
        .collect()
}

/// The tasks by light a week before the day that is judged: of those that pass the filter now. `None` where the plan's period
/// had not begun.
pub fn week_ago(facts: ChartFacts<'_>, now: &Assessment<'_>, filter: &Filter) -> Option<LightCounts> {
    let head = &facts.plan.head;
    let chosen: HashSet<&TaskId> = passing(head, now, filter).collect();
    let then = assess(facts.plan, facts.journal, facts.calendar, week_before(head.period, now.as_of)?);
    let standings = then.standings.iter().filter(|standing| chosen.contains(&standing.task.id));
    Some(LightCounts::of(standings.map(|standing| standing.light)))
}

fn passing<'n>(head: &'n Head, now: &'n Assessment<'_>, filter: &'n Filter) -> impl Iterator<Item = &'n TaskId> {
    filter.chosen(head, &now.standings).map(|standing| &standing.task.id)
}

impl WeekCounts {
    fn new<'s, 'a: 's>(date: Date, standings: impl Iterator<Item = &'s Standing<'a>> + Clone) -> WeekCounts {
        let has_finish = |standing: &&Standing<'_>| standing.task.kind != Kind::Continuous && standing.light.is_some();
        let totals = Totals::of(standings.clone());
        WeekCounts {
            date,
            lights: LightCounts::of(standings.clone().map(|standing| standing.light)),
            finishing: standings.clone().filter(has_finish).count(),
            done: standings.filter(has_finish).filter(|standing| standing.finished_on.is_some()).count(),
            progress: totals.progress,
            progress_known: totals.progress_known,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_end_on_sundays_and_with_the_period() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        for (start, end, count, first, last_sunday) in [
            ("2020-07-01", "2020-12-31", 27, "2020-07-05", "2020-12-27"),
            ("2020-07-06", "2020-07-12", 1, "2020-07-12", "2020-07-12"),
            ("2020-07-06", "2020-07-13", 2, "2020-07-12", "2020-07-12"),
            ("2020-07-06", "2020-07-06", 1, "2020-07-06", "2020-07-06"),
        ] {
            let ends = week_ends(Period { start: day(start), end: day(end) });
            assert_eq!((ends.len(), ends[0]), (count, day(first)), "{start}..{end}");
            assert_eq!(*ends.last().unwrap(), day(end));
            assert_eq!(ends[count.saturating_sub(2)], day(last_sunday));
        }
        let long = week_ends(Period { start: day("0001-01-01"), end: day("9999-12-31") });
        assert!(long.len() <= MOST_POINTS, "{}", long.len());
    }
}

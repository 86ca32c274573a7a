//! The days along which a chart is drawn.

use chrono::Weekday;
use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::calendar::Calendar;
use crate::plan::{Date, Period};

/// The days along which a chart is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TimeAxis {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// The days on which the office does not work, run by run; none in a span of more than three years.
    pub days_off: Vec<DaysOff>,
    /// The Saturdays and Sundays that are worked.
    pub made_up: Vec<Date>,
    /// The years whose days off are unknown: nothing is said of them.
    pub unknown_years: Vec<i32>,
}

/// Some days off in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DaysOff {
    /// The first of them.
    pub start: Date,
    /// The last of them.
    pub end: Date,
    /// Whether they are more than a Saturday and a Sunday.
    pub holiday: bool,
}

/// So far beyond the plan's period an axis goes for the sake of a task that begins or ends there.
const BEYOND_DAYS: i64 = 92;
/// In a longer span single days cannot be told apart.
const MOST_DAYS: i64 = 3 * 366;

impl TimeAxis {
    /// An axis over the plan's period, and a little further where one of the given days lies beyond it.
    pub fn new(period: Period, days: impl Iterator<Item = Date>, calendar: &Calendar) -> TimeAxis {
        let earliest = period.start.plus_days(-BEYOND_DAYS).unwrap_or(period.start);
        let latest = period.end.plus_days(BEYOND_DAYS).unwrap_or(period.end);
        let within = days.filter(|day| earliest <= *day && *day <= latest);
        let (first, last) =
            within.fold((period.start, period.end), |(first, last), day| (first.min(day), last.max(day)));
        let first = if first < period.start { first.month_start().max(earliest) } else { first };
        let last = if last > period.end { last.month_end().min(latest) } else { last };
        let mut axis = TimeAxis {
            first,
            last,
            days_off: Vec::new(),
            made_up: Vec::new(),
            unknown_years: unknown_years(first, last, calendar),
        };
        if last.days_since(first) <= MOST_DAYS {
            axis.read(calendar);
        }
        axis
    }

    /// How many days there are.
    pub fn days(&self) -> i64 {
        self.last.days_since(self.first) + 1
    }

    /// Whether a day is one of them.
    pub fn contains(&self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    fn read(&mut self, calendar: &Calendar) {
        let days = (0..self.days()).filter_map(|at| self.first.plus_days(at));
        for day in days.collect::<Vec<_>>() {
            if !calendar.knows(day.year()) {
                continue;
            }
            let works = calendar.is_working_day(day);
            let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
            match (works, weekend) {
                (true, true) => self.made_up.push(day),
                (true, false) => {}
                (false, weekend) => self.add_day_off(day, !weekend),
            }
        }
    }

    fn add_day_off(&mut self, day: Date, holiday: bool) {
        match self.days_off.last_mut().filter(|run| run.end.plus_days(1) == Some(day)) {
            Some(run) => {
                run.end = day;
                run.holiday |= holiday;
            }
            None => self.days_off.push(DaysOff { start: day, end: day, holiday }),
        }
    }
}

fn unknown_years(first: Date, last: Date, calendar: &Calendar) -> Vec<i32> {
    (first.year()..=last.year()).filter(|year| !calendar.knows(*year)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn period(start: &str, end: &str) -> Period {
        Period { start: day(start), end: day(end) }
    }

    #[test]
    fn the_second_half_of_2020_has_one_holiday_and_two_days_made_up() {
        let axis =
            TimeAxis::new(period("2020-07-01", "2020-12-31"), [day("2020-12-15")].into_iter(), &Calendar::china());
        assert_eq!((axis.first, axis.last), (day("2020-07-01"), day("2020-12-31")));
        let holidays: Vec<_> = axis.days_off.iter().filter(|run| run.holiday).collect();
        assert_eq!(holidays, [&DaysOff { start: day("2020-10-01"), end: day("2020-10-08"), holiday: true }]);
        assert_eq!(axis.made_up, [day("2020-09-27"), day("2020-10-10")]);
        assert_eq!(axis.unknown_years, [0; 0]);
        let off: i64 = axis.days_off.iter().map(|run| run.end.days_since(run.start) + 1).sum();
        assert_eq!(axis.days() - off, 128);
    }

    #[test]
    fn an_axis_goes_a_little_beyond_the_period_and_an_unknown_year_is_said() {
        let china = Calendar::china();
        for (days, first, last) in [
            (vec!["2026-07-01", "2026-12-31"], "2026-07-01", "2026-12-31"),
            (vec!["2027-01-15"], "2026-07-01", "2027-01-31"),
            (vec!["2026-06-20"], "2026-06-01", "2026-12-31"),
            (vec!["9999-12-31", "0001-01-01"], "2026-07-01", "2026-12-31"),
            (vec!["2027-04-02"], "2026-07-01", "2027-04-02"),
        ] {
            let axis = TimeAxis::new(period("2026-07-01", "2026-12-31"), days.iter().map(|text| day(text)), &china);
            assert_eq!((axis.first, axis.last), (day(first), day(last)), "{days:?}");
            let unknown: &[i32] = if axis.last > day("2026-12-31") { &[2027] } else { &[] };
            assert_eq!(axis.unknown_years, unknown, "{days:?}");
        }
    }
}

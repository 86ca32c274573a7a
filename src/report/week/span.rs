//! What the days are: a week, a month, a quarter or any others; and which of its like in the plan's period.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::calendar::{week_name, week_of};
use crate::plan::{Date, Period};

/// How many days after the last one still belong to what comes next, where the days are a week or no whole month or quarter.
pub const DAYS_AHEAD: i64 = 7;

/// What the days are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Span {
    /// A week, from Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar quarter.
    Quarter,
    /// Any other days.
    Days,
}

/// Which report of its like it is (第几期).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct IssueNumber {
    /// The number, from 1.
    pub number: u32,
    /// Whether it is counted from the plan's period, whose first day lies in the first week, month or quarter; otherwise
    /// somebody has given it.
    pub counted: bool,
}

impl Span {
    /// What some days are.
    pub fn of(days: Period) -> Span {
        let ends = days.end == days.end.month_end();
        let months = days.end.month_number() - days.start.month_number();
        match (days.start == days.start.month_start() && ends, months) {
            _ if week_name(days).is_some() => Span::Week,
            (true, 0) => Span::Month,
            (true, 2) if days.start.month_number() % 3 == 0 => Span::Quarter,
            _ => Span::Days,
        }
    }

    /// The place of these days among their like in the plan's period, from 1: that of its first day is the first. None outside
    /// the period, nor of days that are no week, month or quarter.
    pub(super) fn place(self, days: Period, period: Period) -> Option<u32> {
        let months = days.start.month_number() - period.start.month_number();
        let quarter = |day: Date| day.month_number().div_euclid(3);
        let passed = match self {
            Span::Week => days.start.days_since(week_of(period.start)?.start) / 7,
            Span::Month => months,
            Span::Quarter => quarter(days.start) - quarter(period.start),
            Span::Days => return None,
        };
        let touches = days.start <= period.end && period.start <= days.end;
        touches.then_some(u32::try_from(passed).ok()?.checked_add(1)?)
    }

    /// The last day of what comes next: of the next week, month or quarter; a week after any other days.
    pub(super) fn next_end(self, days: Period) -> Date {
        let months = |count: u32| days.end.months_later(count).map(Date::month_end);
        let end = match self {
            Span::Week | Span::Days => days.end.plus_days(DAYS_AHEAD),
            Span::Month => months(1),
            Span::Quarter => months(3),
        };
        end.unwrap_or(days.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Period {
        let (start, end) = text.split_once(' ').unwrap();
        Period { start: start.parse().unwrap(), end: end.parse().unwrap() }
    }

    #[test]
    fn days_are_what_they_are_called_and_counted_from_the_first() {
        let period = days("2020-07-01 2020-12-31");
        for (text, span, place, next) in [
            ("2020-06-22 2020-06-28", Span::Week, None, "2020-07-05"),
            ("2020-06-29 2020-07-05", Span::Week, Some(1), "2020-07-12"),
            ("2020-11-23 2020-11-29", Span::Week, Some(22), "2020-12-06"),
            ("2020-12-28 2021-01-03", Span::Week, Some(27), "2021-01-10"),
            ("2021-01-04 2021-01-10", Span::Week, None, "2021-01-17"),
            ("2020-07-01 2020-07-31", Span::Month, Some(1), "2020-08-31"),
            ("2020-11-01 2020-11-30", Span::Month, Some(5), "2020-12-31"),
            ("2021-01-01 2021-01-31", Span::Month, None, "2021-02-28"),
            ("2020-07-01 2020-09-30", Span::Quarter, Some(1), "2020-12-31"),
            ("2020-10-01 2020-12-31", Span::Quarter, Some(2), "2021-03-31"),
            ("2020-11-01 2021-01-31", Span::Days, None, "2021-02-07"),
            ("2020-11-01 2020-11-29", Span::Days, None, "2020-12-06"),
            ("2020-11-24 2020-11-30", Span::Days, None, "2020-12-07"),
        ] {
            let found = Span::of(days(text));
            assert_eq!(found, span, "{text}");
            assert_eq!(found.place(days(text), period), place, "{text}");
            assert_eq!(found.next_end(days(text)).to_string(), next, "{text}");
        }
    }
}

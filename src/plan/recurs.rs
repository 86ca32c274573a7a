//! Duties to report again and again: each week, month or quarter, by a day of it.

use std::fmt;

use chrono::{Datelike, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::{Date, Period};
use super::head::Reporting;
use crate::say;
use crate::words::{Language, Term, Worded, terms};

/// How often a report on a task is due, and by which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recurrence {
    /// How long each period is for which a report is due.
    pub every: Every,
    /// The last day in time: of a week from 1 (Monday) to 7, of a month from 1 to 31, of a quarter a day of its last
    /// month. A day that a month does not have is its last one.
    pub by: u16,
}

/// The periods for which reports are due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Every {
    /// From Monday to Sunday.
    Week,
    /// Every calendar month.
    Month,
    /// Every three calendar months.
    Quarter,
}

impl From<Reporting> for Every {
    fn from(reporting: Reporting) -> Every {
        match reporting {
            Reporting::Weekly => Every::Week,
            Reporting::Monthly => Every::Month,
            Reporting::Quarterly => Every::Quarter,
        }
    }
}

impl Every {
    /// The highest number that a day of the period has.
    pub fn last_day(self) -> u16 {
        match self {
            Every::Week => 7,
            Every::Month | Every::Quarter => 31,
        }
    }

    /// So many days before its day one is reminded of a report: a small part of the time that there is for it.
    pub fn reminded_before(self) -> i64 {
        match self {
            Every::Week => 1,
            Every::Month => 3,
            Every::Quarter => 5,
        }
    }

    /// The period in which a day lies.
    pub fn period_of(self, day: Date) -> Option<Period> {
        match self {
            Every::Week => {
                let start = day.plus_days(-i64::from(day.weekday().num_days_from_monday()))?;
                Some(Period { start, end: start.plus_days(6)? })
            }
            Every::Month => Some(Period { start: day.month_start(), end: day.month_end() }),
            Every::Quarter => {
                let first_month = day.0.month0() / 3 * 3;
                let start = day.0.with_day(1)?.with_month0(first_month).map(Date)?;
                let last = start.0.with_month0(first_month + 2).map(Date)?;
                Some(Period { start, end: last.month_end() })
            }
        }
    }

    /// What a period is called: `第48周`, `11月`, `四季度`.
    pub fn name(self, period: Period, lang: Language) -> String {
        let start = period.start.0;
        match self {
            Every::Week => {
                let week = start.iso_week().week();
                say!(lang, "第{week}周", "week {week}")
            }
            Every::Month => start.format(lang.pick("%-m月", "%B")).to_string(),
            Every::Quarter => {
                let number = start.month0() / 3 + 1;
                let word = crate::words::ordinal(lang, usize::try_from(number).unwrap_or_default());
                say!(lang, "{word}季度", "Q{word}")
            }
        }
    }
}

impl Worded for Every {
    const TERMS: &'static [Term] = terms::EVERIES;

    fn all() -> &'static [Every] {
        &[Every::Week, Every::Month, Every::Quarter]
    }

    fn key(self) -> &'static str {
        match self {
            Every::Week => "week",
            Every::Month => "month",
            Every::Quarter => "quarter",
        }
    }
}

impl Recurrence {
    /// Whether a period can have such a day.
    pub fn is_sound(self) -> bool {
        (1..=self.every.last_day()).contains(&self.by)
    }

    /// The last day in time for the report of a period.
    pub fn due_in(self, period: Period) -> Date {
        let first = match self.every {
            Every::Week => period.start,
            Every::Month | Every::Quarter => period.end.month_start(),
        };
        first.plus_days(i64::from(self.by.max(1)) - 1).map_or(period.end, |day| day.min(period.end))
    }

    /// The duty in words: `每周五前`, `每月25日前`, `每季度末月25日前`.
    pub fn said(self, lang: Language) -> String {
        let by = self.by;
        let is_last = by == Every::Month.last_day();
        match self.every {
            Every::Week => {
                let day = weekday(by);
                let (zh, en) = (day_word(day), day_name(day));
                say!(lang, "每周{zh}前", "every week by {en}")
            }
            Every::Month if is_last => say!(lang, "每月底前", "every month by its last day"),
            Every::Month => say!(lang, "每月{by}日前", "every month by day {by}"),
            Every::Quarter if is_last => say!(lang, "每季度末前", "every quarter by its last day"),
            Every::Quarter => say!(lang, "每季度末月{by}日前", "every quarter by day {by} of its last month"),
        }
    }
}

/// As it is typed on the command line: `month:25`.
impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.every.key(), self.by)
    }
}

fn weekday(number: u16) -> Weekday {
    Weekday::try_from(u8::try_from(number.saturating_sub(1)).unwrap_or_default()).unwrap_or(Weekday::Sun)
}

fn day_word(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "一",
        Weekday::Tue => "二",
        Weekday::Wed => "三",
        Weekday::Thu => "四",
        Weekday::Fri => "五",
        Weekday::Sat => "六",
        Weekday::Sun => "日",
    }
}

fn day_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_a_period() {
        for (every, by, within, due) in [
            (Every::Week, 1, "2020-11-24", "2020-11-23"),
            (Every::Week, 7, "2020-12-31", "2021-01-03"),
            (Every::Month, 25, "2020-11-01", "2020-11-25"),
            (Every::Month, 31, "2020-11-30", "2020-11-30"),
            (Every::Month, 30, "2021-02-01", "2021-02-28"),
            (Every::Month, 31, "2020-02-10", "2020-02-29"),
            (Every::Quarter, 25, "2020-10-01", "2020-12-25"),
            (Every::Quarter, 31, "2020-07-15", "2020-09-30"),
        ] {
            let period = every.period_of(within.parse().unwrap()).unwrap();
            assert_eq!(Recurrence { every, by }.due_in(period).to_string(), due, "{every:?} {by} {within}");
        }
    }

    #[test]
    fn periods_have_their_names() {
        for (every, day, zh, en) in [
            (Every::Week, "2020-11-24", "第48周", "week 48"),
            (Every::Week, "2021-01-01", "第53周", "week 53"),
            (Every::Month, "2020-11-30", "11月", "November"),
            (Every::Quarter, "2020-12-31", "四季度", "Q4"),
        ] {
            let period = every.period_of(day.parse().unwrap()).unwrap();
            assert_eq!(
                (every.name(period, Language::Chinese), every.name(period, Language::English)),
                (zh.into(), en.into())
            );
        }
    }
}

//! Working days: which days an office works, by the calendars that the state publishes.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::plan::{Date, OnDayOff};

/// The working days of the years that are known; of the others, Mondays to Fridays.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    years: BTreeMap<i32, Year>,
}

/// For every day of a year, how many working days the year has had by its end.
#[derive(Debug, Clone)]
struct Year {
    passed: Vec<u16>,
}

/// A year whose calendar has not been published, or is not known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the calendar of {0} is unknown")]
pub struct UnknownYear(pub i32);

/// A calendar as a file writes it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarFile {
    /// The years, each whole: a year given here takes the place of the embedded one.
    pub years: BTreeMap<String, YearFile>,
}

/// One year of a calendar file.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct YearFile {
    /// Days off beside Saturdays and Sundays, `MM-DD` or `MM-DD..MM-DD`.
    #[serde(default)]
    pub off: Vec<String>,
    /// Saturdays and Sundays that are worked, `MM-DD` or `MM-DD..MM-DD`.
    #[serde(default)]
    pub work: Vec<String>,
}

/// A year or a day of a calendar file that cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{year}: {text}")]
pub struct CalendarFault {
    /// The year's key.
    pub year: String,
    /// `off` or `work`; `None` when the key itself is wrong.
    pub list: Option<&'static str>,
    /// The place in the list.
    pub item: usize,
    /// The text.
    pub text: String,
}

const EMBEDDED: &str = include_str!("cn.yaml");

impl Calendar {
    /// China's calendar, 2019 to 2026, as the State Council published it.
    pub fn china() -> Calendar {
        let mut calendar = Calendar::default();
        if let Ok(file) = serde_yaml::from_str::<CalendarFile>(EMBEDDED) {
            calendar.extend(&file);
        }
        calendar
    }

    /// Takes over the years of a file; what cannot be understood is left out and returned.
    pub fn extend(&mut self, file: &CalendarFile) -> Vec<CalendarFault> {
        let mut faults = Vec::new();
        for (key, year_file) in &file.years {
            let year = if key.len() == 4 { key.parse::<i32>().ok() } else { None };
            match year.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1)) {
                Some(first) => {
                    self.years.insert(first.year(), Year::new(key, first, year_file, &mut faults));
                }
                None => faults.push(CalendarFault { year: key.clone(), list: None, item: 0, text: key.clone() }),
            }
        }
        faults
    }

    /// Working days from `first` to `last`, both included; 0 when `last` lies before `first`. In a year without a
    /// calendar Mondays to Fridays count: whoever reports them says so.
    pub fn working_days(&self, first: Date, last: Date) -> i64 {
        if last < first {
            return 0;
        }
        (first.year()..=last.year()).map(|year| self.within_year(year, first, last)).sum()
    }

    /// Working days after `day` up to `due`; once that has passed, those since, as a negative number.
    pub fn working_days_left(&self, day: Date, due: Date) -> i64 {
        let after = |day: Date| day.plus_days(1).unwrap_or(day);
        if due >= day { self.working_days(after(day), due) } else { -self.working_days(after(due), day) }
    }

    /// The day that one means by which something is due: itself, or a working day beside it where it is a day off.
    pub fn meant(&self, day: Date, on_day_off: OnDayOff) -> Date {
        let step = match on_day_off {
            OnDayOff::AsIs => return day,
            OnDayOff::NextWorkingDay => 1,
            OnDayOff::PreviousWorkingDay => -1,
        };
        let mut days = std::iter::successors(Some(day), |day| day.plus_days(step));
        days.find(|day| self.is_working_day(*day)).unwrap_or(day)
    }

    /// Whether the year's days off are known.
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains_key(&year)
    }

    /// The day on which so many working days have passed since `day`, which does not count. It is told to others, so it
    /// is not reckoned through a year whose days off are unknown.
    ///
    /// # Errors
    /// When the calendar of a year on the way is unknown.
    pub fn after_working_days(&self, day: Date, working_days: u16) -> Result<Date, UnknownYear> {
        let (mut day, mut left) = (day, working_days);
        while left > 0 {
            day = day.plus_days(1).filter(|next| self.knows(next.year())).ok_or(UnknownYear(day.year() + 1))?;
            left -= u16::from(self.is_working_day(day));
        }
        Ok(day)
    }

    /// The working days from `first` to `last` that lie in one of the years they span.
    fn within_year(&self, year: i32, first: Date, last: Date) -> i64 {
        let bound = |month, day| NaiveDate::from_ymd_opt(year, month, day).map(Date);
        let (Some(begin), Some(end)) = (bound(1, 1), bound(12, 31)) else { return 0 };
        let (first, last) = (first.max(begin), last.min(end));
        self.years.get(&year).map_or_else(|| weekdays(first, last), |known| known.through(last) - known.before(first))
    }

    /// Whether the office works on that day; of a year without a calendar, whether it is no Saturday or Sunday.
    pub fn is_working_day(&self, day: Date) -> bool {
        self.working_days(day, day) == 1
    }
}

/// Mondays to Fridays from `first` to `last`, both included.
fn weekdays(first: Date, last: Date) -> i64 {
    const WEEK: i64 = 7;
    const WORKED: i64 = 5;
    // From Mondays on, so that the days of a week that is not whole are its first ones.
    let before = |day: Date| {
        let days = i64::from(day.0.num_days_from_ce()) - 1;
        days.div_euclid(WEEK) * WORKED + days.rem_euclid(WEEK).min(WORKED)
    };
    before(last.plus_days(1).unwrap_or(last)) - before(first)
}

impl Year {
    fn new(key: &str, first: NaiveDate, file: &YearFile, faults: &mut Vec<CalendarFault>) -> Year {
        let mut works: Vec<bool> = first
            .iter_days()
            .take_while(|day| day.year() == first.year())
            .map(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
            .collect();
        for (list, days, works_then) in [("off", &file.off, false), ("work", &file.work, true)] {
            for (item, text) in days.iter().enumerate() {
                let span = span_of(first.year(), text).and_then(|(start, end)| works.get_mut(start..=end));
                match span {
                    Some(span) => span.fill(works_then),
                    None => {
                        faults.push(CalendarFault { year: key.to_owned(), list: Some(list), item, text: text.clone() })
                    }
                }
            }
        }
        let passed = works.iter().scan(0, |passed, works| {
            *passed += u16::from(*works);
            Some(*passed)
        });
        Year { passed: passed.collect() }
    }

    fn through(&self, day: Date) -> i64 {
        let index = usize::try_from(day.0.ordinal0()).unwrap_or(0);
        self.passed.get(index).map_or(0, |passed| i64::from(*passed))
    }

    fn before(&self, day: Date) -> i64 {
        let index = usize::try_from(day.0.ordinal0()).unwrap_or(0);
        index.checked_sub(1).and_then(|index| self.passed.get(index)).map_or(0, |passed| i64::from(*passed))
    }
}

/// The places in the year, from 0, of the first and the last day of `MM-DD` or `MM-DD..MM-DD`.
fn span_of(year: i32, text: &str) -> Option<(usize, usize)> {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let place = |day: &str| {
        let day: Date = format!("{year:04}-{day}").parse().ok()?;
        usize::try_from(day.0.ordinal0()).ok()
    };
    let (first, last) = (place(first)?, place(last)?);
    (first <= last).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_second_half_of_2020_has_128_working_days() {
        let china = Calendar::china();
        for (first, last, days) in [
            ("2020-07-01", "2020-07-31", 23),
            ("2020-08-01", "2020-08-31", 21),
            ("2020-09-01", "2020-09-30", 23),
            ("2020-10-01", "2020-10-31", 17),
            ("2020-11-01", "2020-11-30", 21),
            ("2020-12-01", "2020-12-31", 23),
            ("2020-07-01", "2020-12-31", 128),
            ("2020-07-01", "2020-11-24", 101),
            ("2020-11-25", "2020-12-31", 27),
            ("2020-12-31", "2021-01-04", 2),
            ("2020-11-24", "2020-11-23", 0),
        ] {
            assert_eq!(china.working_days(day(first), day(last)), days, "{first}..{last}");
        }
    }

    /// Every year's working days, counted by hand from the notices: weekdays, less those off, plus make-up days.
    #[test]
    fn every_embedded_year_is_whole() {
        let china = Calendar::china();
        for (year, days) in
            [(2019, 250), (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)]
        {
            let span = (day(&format!("{year}-01-01")), day(&format!("{year}-12-31")));
            assert_eq!(china.working_days(span.0, span.1), days, "{year}");
        }
    }

    #[test]
    fn every_make_up_day_is_a_weekend_day_and_every_listed_day_exists() {
        let file: CalendarFile = serde_yaml::from_str(EMBEDDED).unwrap();
        assert_eq!(Calendar::default().extend(&file), []);
        for (year, lists) in &file.years {
            for text in &lists.work {
                let weekday = day(&format!("{year}-{text}")).weekday();
                assert!(matches!(weekday, Weekday::Sat | Weekday::Sun), "{year}-{text} is a {weekday}");
            }
        }
    }

    #[test]
    fn weekdays_are_counted_of_an_unpublished_year_and_a_file_may_add_it() {
        let mut calendar = Calendar::china();
        let (first, last) = (day("2026-12-31"), day("2027-01-04"));
        assert!(calendar.knows(2026) && !calendar.knows(2027));
        // Thursday; Friday 1, which is sure to be off and is not known to be; Monday 4.
        assert_eq!(calendar.working_days(first, last), 3);
        assert_eq!(calendar.working_days(last, first), 0);
        assert_eq!(calendar.after_working_days(first, 0), Ok(first));
        assert_eq!(calendar.after_working_days(first, 1), Err(UnknownYear(2027)), "a day for an answer is not guessed");
        let file = serde_yaml::from_str("years: { 2027: { off: [01-01, 13-01], work: [01-02] }, 20x7: {} }").unwrap();
        let faults = calendar.extend(&file);
        assert_eq!(faults.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2027: 13-01", "20x7: 20x7"]);
        assert_eq!(calendar.working_days(first, last), 3, "Thursday, a Saturday that is worked, Monday");
        assert!(calendar.knows(2027) && !calendar.is_working_day(day("2027-01-01")));
    }

    #[test]
    fn a_day_off_may_mean_a_working_day_beside_it() {
        let china = Calendar::china();
        for (stated, next, previous, why) in [
            ("2020-11-27", "2020-11-27", "2020-11-27", "a Friday"),
            ("2020-11-28", "2020-11-30", "2020-11-27", "a Saturday"),
            ("2020-11-29", "2020-11-30", "2020-11-27", "a Sunday"),
            ("2020-10-01", "2020-10-09", "2020-09-30", "National Day, all of it"),
            ("2020-10-11", "2020-10-12", "2020-10-10", "the day before is a Saturday that is worked"),
            ("2020-09-27", "2020-09-27", "2020-09-27", "a Sunday that is worked"),
            ("2027-01-02", "2027-01-04", "2027-01-01", "a year without a calendar has weekends alone"),
        ] {
            let meant = |rule| china.meant(day(stated), rule);
            assert_eq!(meant(OnDayOff::AsIs), day(stated), "{why}");
            assert_eq!(meant(OnDayOff::NextWorkingDay), day(next), "{why}");
            assert_eq!(meant(OnDayOff::PreviousWorkingDay), day(previous), "{why}");
        }
    }

    proptest::proptest! {
        #[test]
        fn weekdays_are_counted_as_by_hand(start in -9_000..90_000_i64, days in 0..900_i64) {
            let first = day("2000-01-01").plus_days(start).unwrap();
            let each = (0..=days).filter_map(|at| first.plus_days(at));
            let by_hand = each.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)).count();
            let last = first.plus_days(days).unwrap();
            let none = Calendar::default();
            proptest::prop_assert_eq!(none.working_days(first, last), i64::try_from(by_hand).unwrap());
        }
    }
}

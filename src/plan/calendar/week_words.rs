//! Weeks, from Monday to Sunday: `2020-W48`, `2020年第48周`, `上周`. A text that could mean two is refused.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::plan::meant::day::DayWords;
use crate::plan::{Date, Period};
use crate::words::half_width;

/// Why a text means no single week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WeekFault {
    /// The year has no such week; its last one.
    #[error("the last week of {year} is {last}")]
    NoSuchWeek {
        /// The year.
        year: i32,
        /// The number of its last week: 52 or 53.
        last: u32,
    },
    /// The year is not said, and the plan's period has that week in no year, or in several.
    #[error("which year?")]
    WhichYear,
    /// It is no week.
    #[error("not understood")]
    Unknown,
}

/// The week in which a day lies.
pub fn week_of(day: Date) -> Option<Period> {
    let start = day.plus_days(-i64::from(day.weekday().num_days_from_monday()))?;
    Some(Period { start, end: start.plus_days(6)? })
}

/// The ISO name of a span that is one week, `2020-W48`; `None` of any other span.
pub fn week_name(span: Period) -> Option<String> {
    let week = span.start.0.iso_week();
    (week_of(span.start) == Some(span)).then(|| format!("{}-W{:02}", week.year(), week.week()))
}

/// The one week that a text means.
///
/// # Errors
/// When the text means no week, or could mean several.
pub fn read_week(text: &str, words: DayWords) -> Result<Period, WeekFault> {
    let text = half_width(text);
    let weeks_away = match text.to_lowercase().as_str() {
        "本周" | "这周" | "this" => Some(0),
        "上周" | "last" => Some(-1),
        "下周" | "next" => Some(1),
        _ => None,
    };
    if let Some(weeks) = weeks_away {
        return words.today.and_then(|today| today.plus_days(weeks * 7)).and_then(week_of).ok_or(WeekFault::Unknown);
    }
    let (year, number) = parts(&text).ok_or(WeekFault::Unknown)?;
    match year {
        Some(year) => numbered(year, number).ok_or(WeekFault::NoSuchWeek { year, last: last_week(year) }),
        None => {
            let period = words.period.ok_or(WeekFault::WhichYear)?;
            let touches = |week: &Period| week.start <= period.end && period.start <= week.end;
            // The first days of January may belong to the year before.
            let years = period.start.year() - 1..=period.end.year() + 1;
            let meant: Vec<Period> = years.filter_map(|year| numbered(year, number)).filter(touches).collect();
            match meant.as_slice() {
                [only] => Ok(*only),
                _ => Err(WeekFault::WhichYear),
            }
        }
    }
}

/// The year, if it is said, and the number of `2020-W48`, `2020W48`, `2020年第48周`, `W48`, `第48周`.
fn parts(text: &str) -> Option<(Option<i32>, u32)> {
    let (year, week) = match text.split_once(['W', 'w']) {
        Some((year, week)) => (year.strip_suffix('-').unwrap_or(year), week),
        None => {
            let rest = text.strip_suffix('周')?;
            let (year, week) = rest.split_once('年').unwrap_or(("", rest));
            (year, week.strip_prefix('第').unwrap_or(week))
        }
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let year = match year {
        "" => None,
        year if year.len() == 4 && digits(year) => Some(year.parse().ok()?),
        _ => return None,
    };
    let number = if matches!(week.len(), 1 | 2) && digits(week) { week.parse().ok()? } else { return None };
    Some((year, number))
}

fn numbered(year: i32, number: u32) -> Option<Period> {
    week_of(Date(NaiveDate::from_isoywd_opt(year, number, Weekday::Mon)?))
}

/// December 28 always lies in the last week of its year.
fn last_week(year: i32) -> u32 {
    NaiveDate::from_ymd_opt(year, 12, 28).map_or(52, |day| day.iso_week().week())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> DayWords {
        let day = |text: &str| text.parse().unwrap();
        let period = Period { start: day("2020-07-01"), end: day("2020-12-31") };
        DayWords { today: Some(day("2020-11-24")), period: Some(period) }
    }

    #[test]
    fn weeks_that_can_be_read_in_one_way() {
        for (text, span) in [
            ("2020-W48", "2020-11-23 2020-11-29"),
            ("2020-w48", "2020-11-23 2020-11-29"),
            ("2020W48", "2020-11-23 2020-11-29"),
            ("2020年第48周", "2020-11-23 2020-11-29"),
            ("２０２０年第４８周", "2020-11-23 2020-11-29"),
            ("第48周", "2020-11-23 2020-11-29"),
            ("W48", "2020-11-23 2020-11-29"),
            ("2020-W53", "2020-12-28 2021-01-03"),
            ("W53", "2020-12-28 2021-01-03"),
            ("2021-W01", "2021-01-04 2021-01-10"),
            ("2021-W1", "2021-01-04 2021-01-10"),
            ("2020-W01", "2019-12-30 2020-01-05"),
            ("本周", "2020-11-23 2020-11-29"),
            ("上周", "2020-11-16 2020-11-22"),
            ("next", "2020-11-30 2020-12-06"),
        ] {
            let week = read_week(text, words()).map(|week| format!("{} {}", week.start, week.end));
            assert_eq!(week, Ok(span.to_owned()), "{text}");
        }
    }

    #[test]
    fn other_texts_are_never_guessed() {
        for (text, fault) in [
            ("2021-W53", WeekFault::NoSuchWeek { year: 2021, last: 52 }),
            ("2020-W54", WeekFault::NoSuchWeek { year: 2020, last: 53 }),
            ("2020-W00", WeekFault::NoSuchWeek { year: 2020, last: 53 }),
            ("W10", WeekFault::WhichYear),
            ("2020-48", WeekFault::Unknown),
            ("48", WeekFault::Unknown),
            ("20-W48", WeekFault::Unknown),
            ("2020-W480", WeekFault::Unknown),
            ("2020-W", WeekFault::Unknown),
            ("2020-11-24", WeekFault::Unknown),
            ("", WeekFault::Unknown),
        ] {
            assert_eq!(read_week(text, words()), Err(fault), "{text}");
        }
        let yearless = DayWords { period: None, ..words() };
        assert_eq!(read_week("W48", yearless), Err(WeekFault::WhichYear));
    }

    #[test]
    fn a_span_that_is_no_week_has_no_name() {
        let span = |start: &str, end: &str| Period { start: start.parse().unwrap(), end: end.parse().unwrap() };
        assert_eq!(week_name(span("2020-12-28", "2021-01-03")), Some("2020-W53".to_owned()));
        assert_eq!(week_name(span("2020-12-29", "2021-01-04")), None);
        assert_eq!(week_name(span("2020-12-28", "2021-01-02")), None);
    }
}

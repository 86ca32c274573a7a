//! Days in figures and in English: 2020/11/30, 20201130, 13/01/26, 01-Nov-2026.

use chrono::{NaiveDate, Weekday};

use super::meaning::{DayFault, Named, ReadDay, Reading};
use super::words::{with_day, year_of_month};
use crate::plan::{Date, Period};

/// Years in two digits are no earlier: the calendar of working days begins with it.
const FIRST_YEAR: i32 = 2019;

/// The day that figures mean. The day of the week may settle which of them is the day.
pub(super) fn read(text: &str, weekday: Option<Weekday>, period: Option<Period>) -> Reading {
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(digits) {
        return in_english(text, period);
    }
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => Some(year_first(year, month, day)?),
        [one, other, last] => among(three(one, other, last, period)?, weekday),
        [year, month] if year.len() == 4 => in_month(year, month, text.contains('.')),
        [month, year] if year.len() == 4 => in_month(year, month, false),
        [one, other] if !text.contains('.') => without_year(one, other, period),
        [run] => run_together(run),
        _ => None,
    }
}

fn year_first(year: &str, month: &str, day: &str) -> Reading {
    if month.len() > 2 || day.len() > 2 {
        return None;
    }
    Some(with_day(Some(year.parse().ok()?), month.parse().ok()?, day.parse().ok()?, None))
}

/// The days that three numbers may mean, whichever of them is the year, the month and the day; with the fault that there is
/// no such day where there is none.
fn three(one: &str, other: &str, last: &str, period: Option<Period>) -> Option<Vec<Result<Date, DayFault>>> {
    if one.len() > 2 || other.len() > 2 || !matches!(last.len(), 2 | 4) {
        return (last.len() == 1).then(|| three_by_year(one, other, last, period))?;
    }
    let (first, second): (u32, u32) = (one.parse().ok()?, other.parse().ok()?);
    let year = full_year(last).filter(|year| last.len() == 4 || *year >= FIRST_YEAR);
    let behind = year.into_iter().flat_map(|year| [dated(year, second, first), dated(year, first, second)]);
    let before = three_by_year(one, other, last, period).into_iter().flatten();
    Some(behind.chain(before).collect())
}

/// `20/11/30`: the year in two digits stands first only where the period has that year.
fn three_by_year(one: &str, month: &str, day: &str, period: Option<Period>) -> Option<Vec<Result<Date, DayFault>>> {
    let (period, year) = (period?, full_year(one).filter(|_| one.len() == 2)?);
    let in_period = (period.start.year()..=period.end.year()).contains(&year);
    (in_period && day.len() <= 2).then(|| Some(vec![dated(year, month.parse().ok()?, day.parse().ok()?)]))?
}

fn full_year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    Some(if text.len() == 2 { 2000 + year } else { year })
}

fn dated(year: i32, month: u32, day: u32) -> Result<Date, DayFault> {
    NaiveDate::from_ymd_opt(year, month, day).map(Date).ok_or(DayFault::NoSuchDay { year, month })
}

/// The only one of several days, or of those on that day of the week.
fn among(days: Vec<Result<Date, DayFault>>, weekday: Option<Weekday>) -> Reading {
    let mut real: Vec<Date> = days.iter().copied().filter_map(Result::ok).collect();
    real.sort_unstable();
    real.dedup();
    let on_weekday = |date: &&Date| weekday.is_none_or(|weekday| date.weekday() == weekday);
    let settled: Vec<&Date> = real.iter().filter(on_weekday).collect();
    match (settled.as_slice(), real.as_slice()) {
        ([only], _) => Some(Ok(ReadDay { date: **only, named: Named::Day })),
        ([], [first, ..]) => Some(Err(DayFault::Weekday(*first))),
        ([_, ..], _) => Some(Err(DayFault::Order)),
        // A month that there is makes it a day that there is not.
        ([], []) => days.into_iter().filter_map(Result::err).find(has_month).map(Err),
    }
}

fn has_month(fault: &DayFault) -> bool {
    matches!(fault, DayFault::NoSuchDay { month: 1..=12, .. })
}

/// `2026.10`, `2026/10`. Out of 2026.10 a spreadsheet makes 2026.1.
fn in_month(year: &str, month: &str, point: bool) -> Reading {
    if point && month == "1" {
        return Some(Err(DayFault::Ambiguous));
    }
    let month: u32 = month.parse().ok().filter(|number| month.len() <= 2 && (1..=12).contains(number))?;
    month_of(year.parse().ok()?, month)
}

fn month_of(year: i32, month: u32) -> Reading {
    let first = dated(year, month, 1);
    Some(first.map(|first| ReadDay { date: first.month_end(), named: Named::Month }))
}

/// `11/24`: the only day of the period that it can be, whichever number is the month.
fn without_year(one: &str, other: &str, period: Option<Period>) -> Reading {
    if one.len() > 2 || other.len() > 2 {
        return None;
    }
    let (first, second): (u32, u32) = (one.parse().ok()?, other.parse().ok()?);
    let is_day = |month: u32, day: u32| (1..=12).contains(&month) && (1..=31).contains(&day);
    if !is_day(first, second) && !is_day(second, first) {
        return None;
    }
    let Some(period) = period else { return Some(Err(DayFault::Ambiguous)) };
    let days = [(first, second), (second, first)].into_iter().filter(|(month, day)| is_day(*month, *day));
    let days: Vec<Result<Date, DayFault>> =
        days.filter_map(|(month, day)| Some(dated(year_of_month(month, period)?, month, day))).collect();
    if days.is_empty() { Some(Err(DayFault::Ambiguous)) } else { among(days, None) }
}

/// `20201130`, `202011`, and the numbers by which spreadsheets count days.
fn run_together(digits: &str) -> Reading {
    match digits.len() {
        8 => year_first(digits.get(..4)?, digits.get(4..6)?, digits.get(6..)?),
        // 201112 may be a day of 2020 as well as a month of 2011.
        6 => in_month(digits.get(..4)?, digits.get(4..)?, false)
            .filter(|found| found.is_ok_and(|found| found.date.year() >= FIRST_YEAR)),
        5 => {
            // Spreadsheets count the days from 1899-12-30; these are the years 1990 to 2064.
            let serial: i64 = digits.parse().ok().filter(|serial| (32_874..60_000).contains(serial))?;
            Date(NaiveDate::from_ymd_opt(1899, 12, 30)?).plus_days(serial).map(|day| Err(DayFault::Serial(day)))
        }
        _ => None,
    }
}

/// `1 nov 2026`, `nov 1, 2026`, `01-nov-26`, `nov 2026`, `nov 24`.
fn in_english(text: &str, period: Option<Period>) -> Reading {
    let words: Vec<&str> = text.split([' ', ',', '-', '/', '.']).filter(|word| !word.is_empty()).collect();
    let at = words.iter().position(|word| month_named(word).is_some())?;
    let month = month_named(words.get(at)?)?;
    let others: Vec<&str> = words.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, word)| *word).collect();
    match others.as_slice() {
        [year] if year.len() == 4 => month_of(year.parse().ok()?, month),
        // A spreadsheet's mmm-yy, or a day.
        [_] if at == 0 && text.contains('-') => Some(Err(DayFault::Ambiguous)),
        [day] => Some(with_day(None, month, ordinal(day)?, period)),
        [year, day] if year.len() == 4 => Some(with_day(Some(year.parse().ok()?), month, ordinal(day)?, None)),
        [day, year] if matches!(year.len(), 2 | 4) => {
            Some(with_day(Some(full_year(year)?), month, ordinal(day)?, None))
        }
        _ => None,
    }
}

/// The month of an English name of three letters or more.
fn month_named(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let named = MONTHS
        .iter()
        .position(|name| word.len() >= 3 && name.starts_with(word) || (word == "sept" && *name == "september"))?;
    u32::try_from(named + 1).ok()
}

/// `1`, `01`, `1st`.
fn ordinal(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    digits.parse().ok().filter(|_| digits.len() <= 2)
}

//! Days, months, quarters and halves in Chinese words: 11月24日, 11月底, 12月中旬, 第四季度, 2026Q4, 上半年, 年底.

use chrono::{Datelike, NaiveDate};

use super::meaning::{DayFault, Named, ReadDay, Reading};
use crate::plan::meant::{is_numeral, numeral};
use crate::plan::{Date, Period};

/// The day that words of the calendar mean. The text has no spaces.
pub(super) fn read(text: &str, period: Option<Period>) -> Reading {
    let text = in_digits(text);
    let (year, rest) = year_of(&text);
    of_quarter(year, rest, period).or_else(|| of_year(year, rest, period)).or_else(|| of_month(year, rest, period))
}

/// The text with 二〇二〇年 as 2020年, 第三季度 as 第3季度.
fn in_digits(text: &str) -> String {
    // 万 and 百 write no days; 两会 and the like are names.
    let writes_days = |c: char| is_numeral(c) && !"百佰千仟万萬亿億两兩".contains(c);
    let (mut plain, mut rest) = (String::new(), text);
    while let Some(start) = rest.find(writes_days) {
        let (before, from) = rest.split_at(start);
        let (numerals, after) = from.split_at(from.find(|c| !writes_days(c)).unwrap_or(from.len()));
        plain.push_str(before);
        match numeral(numerals) {
            Ok(number) => plain.push_str(&number.to_string()),
            Err(_) => plain.push_str(numerals),
        }
        rest = after;
    }
    plain + rest
}

/// The year before the rest, where four digits say one.
fn year_of(text: &str) -> (Option<i32>, &str) {
    let Some((digits, rest)) = text.split_at_checked(4) else { return (None, text) };
    let year = digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let parted = rest.strip_prefix(['年', '-', '/', '.']).or(Some(rest).filter(|rest| rest.starts_with(['q', 'h'])));
    match (year, parted) {
        (Some(year), Some(rest)) => (Some(year), rest),
        (Some(_) | None, Some(_) | None) => (None, text),
    }
}

/// `第四季度`, `q4`, `q42026`, `四季度末`.
fn of_quarter(year: Option<i32>, rest: &str, period: Option<Period>) -> Reading {
    let numbered = rest.strip_prefix('q').or_else(|| rest.strip_prefix('第')).unwrap_or(rest);
    let (number, behind) = numbered.split_at_checked(1)?;
    let number: u32 = number.parse().ok().filter(|number| (1..=4).contains(number))?;
    let (year, named) = match (rest.starts_with('q'), behind) {
        (true, "") | (false, "季度" | "季") => (year, Named::Span),
        (false, "季度末" | "季度底" | "季末" | "季度内") => (year, Named::End),
        (true, behind) if year.is_none() && behind.len() == 4 => (Some(behind.parse().ok()?), Named::Span),
        (true | false, _) => return None,
    };
    Some(last_of(year, number * 3, named, period))
}

/// `上半年`, `h2`, `年底`, `年内`, `全年`.
fn of_year(year: Option<i32>, rest: &str, period: Option<Period>) -> Reading {
    let (month, named) = match (rest, year) {
        ("上半年" | "h1", _) => (6, Named::Span),
        ("下半年" | "h2", _) => (12, Named::Span),
        ("年中", _) => (6, Named::End),
        ("年底" | "年末" | "年内" | "年年底" | "全年" | "年全年", _) => (12, Named::End),
        ("底" | "末" | "内", Some(_)) => (12, Named::End),
        (_, Some(_) | None) => return None,
    };
    Some(last_of(year, month, named, period))
}

/// `11月`, `11月底`, `11月中旬`, `11月24日`.
fn of_month(year: Option<i32>, rest: &str, period: Option<Period>) -> Reading {
    if year.is_none() && rest.strip_suffix(['日', '号']).is_some_and(|day| number_to(day, 31).is_some()) {
        return Some(Err(DayFault::Ambiguous));
    }
    let (month, behind) = rest.split_once('月')?;
    let month = number_to(month, 12)?;
    let span = |last: u32, named| with_day(year, month, last, period).map(|found| ReadDay { named, ..found });
    Some(match behind {
        "" | "份" => month_end_in(year, month, Named::Month, period),
        "底" | "末" | "份底" | "内" => month_end_in(year, month, Named::End, period),
        "上旬" => span(10, Named::Span),
        "中旬" => span(20, Named::Span),
        "下旬" => month_end_in(year, month, Named::Span, period),
        "初" | "中" => Err(DayFault::Ambiguous),
        day => {
            let day = number_to(day.strip_suffix(['日', '号']).unwrap_or(day), 99)?;
            with_day(year, month, day, period)
        }
    })
}

/// A number of one or two digits from 1 on.
fn number_to(text: &str, most: u32) -> Option<u32> {
    let digits = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| digits && (1..=most).contains(number))
}

/// The last day of what ends with a month; without a year, of the only year of the period.
fn last_of(year: Option<i32>, month: u32, named: Named, period: Option<Period>) -> Result<ReadDay, DayFault> {
    let only = |period: Period| (period.start.year() == period.end.year()).then(|| period.start.year());
    let year = year.or_else(|| period.and_then(only)).ok_or(DayFault::Ambiguous)?;
    month_end_in(Some(year), month, named, period)
}

fn month_end_in(year: Option<i32>, month: u32, named: Named, period: Option<Period>) -> Result<ReadDay, DayFault> {
    let found = with_day(year, month, 1, period)?;
    Ok(ReadDay { date: found.date.month_end(), named })
}

/// A day of a month; without a year, of the only year in which the period has that month.
pub(super) fn with_day(year: Option<i32>, month: u32, day: u32, period: Option<Period>) -> Result<ReadDay, DayFault> {
    let year = year.or_else(|| year_of_month(month, period?)).ok_or(DayFault::Ambiguous)?;
    let date = NaiveDate::from_ymd_opt(year, month, day).map(Date);
    date.map(|date| ReadDay { date, named: Named::Day }).ok_or(DayFault::NoSuchDay { year, month })
}

/// The only year in which the period has that month.
pub(super) fn year_of_month(month: u32, period: Period) -> Option<i32> {
    let has_month = |year: &i32| {
        let number = i64::from(*year) * 12 + i64::from(month) - 1;
        (period.start.month_number()..=period.end.month_number()).contains(&number)
    };
    let mut years = (period.start.0.year()..=period.end.0.year()).filter(has_month);
    let year = years.next()?;
    years.next().is_none().then_some(year)
}

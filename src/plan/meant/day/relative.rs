//! Words that reckon from today: 昨天, 月底, 上周五, 下月15日, 明年底.

use chrono::Datelike;

use super::meaning::{DayFault, DayWords, Named, ReadDay, Reading};
use super::parts::weekday;
use super::words;
use crate::plan::Date;

/// The day that words mean, seen from today.
pub(super) fn read(text: &str, words: DayWords) -> Reading {
    by_days(text, words)
        .or_else(|| of_week(text, words))
        .or_else(|| of_month(text, words))
        .or_else(|| of_quarter(text, words))
        .or_else(|| of_year(text, words))
}

fn by_days(text: &str, words: DayWords) -> Reading {
    let days = match text {
        "今天" | "今日" | "today" => 0,
        "昨天" | "昨日" | "yesterday" => -1,
        "前天" => -2,
        "明天" | "明日" | "tomorrow" => 1,
        "后天" => 2,
        _ => return None,
    };
    Some(from_today(words, |today| day(today.plus_days(days))))
}

/// `上周五`, `本周五`, `下周五`: weeks run from Monday to Sunday. A bare `周五` could be either side of today.
fn of_week(text: &str, words: DayWords) -> Reading {
    let weeks = [("上", -1), ("本", 0), ("这", 0), ("下", 1)];
    let (weeks, rest) =
        weeks.iter().find_map(|(word, weeks)| Some((Some(*weeks), text.strip_prefix(word)?))).unwrap_or((None, text));
    if !rest.starts_with(['周', '星', '礼']) {
        return None;
    }
    let weekday = weekday(rest)?;
    Some(from_today(words, |today| {
        let weeks: i64 = weeks.ok_or(DayFault::Ambiguous)?;
        let (from, to) = (today.weekday().num_days_from_monday(), weekday.num_days_from_monday());
        day(today.plus_days(weeks * 7 - i64::from(from) + i64::from(to)))
    }))
}

/// `月底`, `本月15日`, `下个月底`.
fn of_month(text: &str, words: DayWords) -> Reading {
    const MONTHS: [(&str, i64); 7] =
        [("本月", 0), ("这个月", 0), ("当月", 0), ("上个月", -1), ("上月", -1), ("下个月", 1), ("下月", 1)];
    let (months, rest) = match text {
        "月底" | "月末" | "月内" => (0, "底"),
        text => MONTHS.iter().find_map(|(word, months)| Some((*months, text.strip_prefix(word)?)))?,
    };
    Some(from_today(words, |today| {
        let number = today.month_number() + months;
        in_words(&format!("{}年{}月{rest}", number.div_euclid(12), number.rem_euclid(12) + 1), words)
    }))
}

/// `本季度末`, `下季度`.
fn of_quarter(text: &str, words: DayWords) -> Reading {
    const QUARTERS: [(&str, i64); 3] = [("本季度", 0), ("上季度", -1), ("下季度", 1)];
    let (quarters, rest) = QUARTERS.iter().find_map(|(word, quarters)| Some((*quarters, text.strip_prefix(word)?)))?;
    Some(from_today(words, |today| {
        let number = i64::from(today.year()) * 4 + i64::from(today.0.month0() / 3) + quarters;
        in_words(&format!("{}年{}季度{rest}", number.div_euclid(4), number.rem_euclid(4) + 1), words)
    }))
}

/// `今年底`, `去年12月5日`. Which year 今年 is, the period says as well.
fn of_year(text: &str, words: DayWords) -> Reading {
    const YEARS: [(&str, i32); 7] =
        [("今年", 0), ("本年", 0), ("当年", 0), ("去年", -1), ("上年", -1), ("明年", 1), ("来年", 1)];
    let (years, rest) = YEARS.iter().find_map(|(word, years)| Some((*years, text.strip_prefix(word)?)))?;
    if years == 0 && words.today.is_none() {
        let rest = if matches!(rest, "底" | "末" | "内") { format!("年{rest}") } else { rest.to_owned() };
        return Some(in_words(&rest, words));
    }
    Some(from_today(words, |today| in_words(&format!("{}年{rest}", today.year() + years), words)))
}

fn in_words(text: &str, words: DayWords) -> Result<ReadDay, DayFault> {
    words::read(text, words.period).unwrap_or(Err(DayFault::Unknown))
}

fn from_today(words: DayWords, of: impl Fn(Date) -> Result<ReadDay, DayFault>) -> Result<ReadDay, DayFault> {
    words.today.ok_or(DayFault::FromToday).and_then(of)
}

fn day(date: Option<Date>) -> Result<ReadDay, DayFault> {
    date.map(|date| ReadDay { date, named: Named::Day }).ok_or(DayFault::Unknown)
}

//! `2020年11月`, `11月底`, `年底`, `2020.11.30`, `44165`: days that are not written `2020-11-30`.

use chrono::{Datelike, Duration, NaiveDate};

use crate::plan::{Date, Language, Period};
use crate::say;

use super::{chinese_numeral, half_width};

/// What a text may mean as a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meant {
    /// One day and no other.
    Day(Date),
    /// A month or a year; perhaps its last day.
    EndOf(Date),
    /// A day as a spreadsheet counts it.
    Serial(Date),
    /// A year, a month, and a day that the month does not have.
    NoSuchDay(i32, u32, u32),
}

/// What to type in the place of a text that is not a day.
pub(crate) fn hint(text: &str, lang: Language, period: Option<Period>) -> String {
    match meant(text, period) {
        Some(Meant::Day(day)) => say!(lang, "改为 {day}", "type {day}"),
        Some(Meant::EndOf(day)) => {
            say!(lang, "写明到日；若指月底，写 {day}", "give the day; if the month's end is meant, type {day}")
        }
        Some(Meant::Serial(day)) => say!(
            lang,
            "这像是 Excel 的日期序号；若是，写 {day}",
            "this looks like a spreadsheet's day number; if so, type {day}"
        ),
        Some(Meant::NoSuchDay(year, month, _)) => hint_of_month(year, month, lang),
        None => say!(lang, "按“年-月-日”写，如 2020-11-30", "type the date as year-month-day, like 2020-11-30"),
    }
}

/// What to type in the place of a day that its month does not have.
pub(crate) fn hint_of_month(year: i32, month: u32, lang: Language) -> String {
    match month_end(year, month) {
        Some(end) => say!(
            lang,
            "{month}月只有{last}天，若指月底，写 {end}",
            "month {month} has {last} days; if its end is meant, type {end}",
            last = end.0.day()
        ),
        None => say!(lang, "月份写 01 至 12", "a month is 01 to 12"),
    }
}

/// What a text means as a day, in a plan over that period.
pub(crate) fn meant(text: &str, period: Option<Period>) -> Option<Meant> {
    let text = plain_digits(&half_width(text));
    let parts = parts(&text)?;
    let (numbers, signs): (Vec<&str>, Vec<&str>) =
        parts.iter().map(|(digits, sign)| (digits.as_str(), sign.as_str())).unzip();
    match (numbers.as_slice(), signs.as_slice()) {
        ([year, month, day], ["-" | "/" | "." | "年", "-" | "/" | "." | "月", "" | "日" | "号"]) => {
            ymd(year, month, day)
        }
        // A spreadsheet's day with its midnight: spaces are gone, so the hour clings to the day.
        ([year, month, day, ..], ["-" | "/", "-" | "/", sign, ..]) if *sign == ":" || *sign == "T" => {
            ymd(year, month, day.get(..2)?)
        }
        ([year, month], ["-" | "/" | "." | "年", end]) if year.len() == 4 => in_month(year.parse().ok()?, month, end),
        ([month, day], ["月" | "/" | "-", "" | "日" | "号"]) => {
            let number = month.parse().ok()?;
            ymd(&year_of_month(number, period)?.to_string(), month, day)
        }
        ([year, quarter], ["年第" | "年", "季度" | "季度末"]) => quarter_end(year.parse().ok()?, quarter),
        ([quarter], ["季度" | "季度末"]) => quarter_end(only_year(period?)?, quarter),
        ([year], ["年底" | "年末" | "年内" | "年年底" | "年年末" | "底"]) if year.len() == 4 => {
            month_end(year.parse().ok()?, 12).map(Meant::Day)
        }
        ([month], [end]) if end.starts_with('月') => in_month(year_of_month(month.parse().ok()?, period)?, month, end),
        ([digits], [""]) => in_one_number(digits),
        ([], []) => in_words(&text, period),
        _ => None,
    }
}

/// A month with what stands behind it: 月底, 月上旬.
fn in_month(year: i32, month: &str, end: &str) -> Option<Meant> {
    let month: u32 = month.parse().ok()?;
    let last = month_end(year, month)?;
    let day = |day| NaiveDate::from_ymd_opt(year, month, day).map(|day| Meant::Day(Date(day)));
    match end.trim_start_matches('月') {
        "" | "份" => Some(Meant::EndOf(last)),
        "底" | "末" | "下旬" | "份底" => Some(Meant::Day(last)),
        "上旬" => day(10),
        "中旬" => day(20),
        "初" => day(1),
        _ => None,
    }
}

fn in_one_number(digits: &str) -> Option<Meant> {
    match digits.len() {
        8 => ymd(digits.get(..4)?, digits.get(4..6)?, digits.get(6..)?),
        6 => in_month(digits.get(..4)?.parse().ok()?, digits.get(4..)?, ""),
        5 => {
            // Spreadsheets count the days from 1899-12-30; these are the years 1990 to 2064.
            let serial: i64 = digits.parse().ok().filter(|serial| (32_874..60_000).contains(serial))?;
            NaiveDate::from_ymd_opt(1899, 12, 30)?
                .checked_add_signed(Duration::try_days(serial)?)
                .map(Date)
                .map(Meant::Serial)
        }
        _ => None,
    }
}

fn in_words(text: &str, period: Option<Period>) -> Option<Meant> {
    match text {
        "年底" | "年末" | "年内" | "今年底" | "今年年底" | "全年" => {
            month_end(only_year(period?)?, 12).map(Meant::Day)
        }
        "年中" | "上半年" => month_end(only_year(period?)?, 6).map(Meant::Day),
        "下半年" => month_end(only_year(period?)?, 12).map(Meant::Day),
        _ => None,
    }
}

fn ymd(year: &str, month: &str, day: &str) -> Option<Meant> {
    if year.len() != 4 {
        return None;
    }
    let (year, month, day): (i32, u32, u32) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => Some(Meant::Day(Date(date))),
        None if (1..=12).contains(&month) => Some(Meant::NoSuchDay(year, month, day)),
        None => None,
    }
}

fn quarter_end(year: i32, quarter: &str) -> Option<Meant> {
    let quarter: u32 = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
    month_end(year, quarter * 3).map(Meant::Day)
}

fn month_end(year: i32, month: u32) -> Option<Date> {
    NaiveDate::from_ymd_opt(year, month, 1).map(|first| Date(first).month_end())
}

/// The only year of the period.
fn only_year(period: Period) -> Option<i32> {
    (period.start.year() == period.end.year()).then(|| period.start.year())
}

/// The only year in which the period has that month.
fn year_of_month(month: u32, period: Option<Period>) -> Option<i32> {
    let period = period?;
    let has_month =
        |year: &i32| month_end(*year, month).is_some_and(|end| period.start <= end && end.month_start() <= period.end);
    let mut years = (period.start.year()..=period.end.year()).filter(has_month);
    let year = years.next()?;
    years.next().is_none().then_some(year)
}

/// The text with 二〇二〇年 as 2020年, 第三季度 as 3季度.
fn plain_digits(text: &str) -> String {
    let is_numeral = |c: char| "零〇○一二三四五六七八九十".contains(c);
    let mut plain = String::new();
    let mut rest = text.trim_start_matches('第');
    while let Some(start) = rest.find(is_numeral) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c| !is_numeral(c)).unwrap_or(from.len());
        let (numerals, after) = from.split_at(end);
        plain.push_str(before);
        match chinese_numeral(numerals) {
            Some(number) => plain.push_str(&number.to_string()),
            None => plain.push_str(numerals),
        }
        rest = after;
    }
    plain + rest
}

/// The numbers of a text, each with what stands behind it; `None` when something stands before the first.
fn parts(text: &str) -> Option<Vec<(String, String)>> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for c in text.chars() {
        match parts.last_mut() {
            Some((digits, sign)) if c.is_ascii_digit() && sign.is_empty() => digits.push(c),
            _ if c.is_ascii_digit() => parts.push((c.to_string(), String::new())),
            Some((_, sign)) => sign.push(c),
            None if text.contains(|c: char| c.is_ascii_digit()) => return None,
            None => {}
        }
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_read_as_they_are_meant() {
        let period = Some(Period { start: day("2020-07-01"), end: day("2020-12-31") });
        for (text, end) in [
            ("2020年11月", "2020-11-30"),
            ("2020-11", "2020-11-30"),
            ("202011", "2020-11-30"),
            ("11月份", "2020-11-30"),
        ] {
            assert_eq!(meant(text, period), Some(Meant::EndOf(day(end))), "{text}");
        }
        for (text, date) in [
            ("2020.11.30", "2020-11-30"),
            ("2020/11/30", "2020-11-30"),
            ("2020/8/5", "2020-08-05"),
            ("20201130", "2020-11-30"),
            ("２０２０-11-30", "2020-11-30"),
            ("2020年11月30日", "2020-11-30"),
            ("二〇二〇年十一月三十日", "2020-11-30"),
            ("11月30日", "2020-11-30"),
            ("11月底", "2020-11-30"),
            ("2020年11月底", "2020-11-30"),
            ("11月上旬", "2020-11-10"),
            ("年底", "2020-12-31"),
            ("2020年底", "2020-12-31"),
            ("第三季度", "2020-09-30"),
            ("2020-11-30 00:00:00", "2020-11-30"),
            ("2020-11-30T08:00", "2020-11-30"),
        ] {
            assert_eq!(meant(text, period), Some(Meant::Day(day(date))), "{text}");
        }
        assert_eq!(meant("44165", period), Some(Meant::Serial(day("2020-11-30"))));
        assert_eq!(meant("2020/11/31", period), Some(Meant::NoSuchDay(2020, 11, 31)));
        for text in ["", "月底", "尽快", "20.11.30", "3月底", "第五季度", "2020-13-01", "99999999999999999999"]
        {
            assert_eq!(meant(text, period), None, "{text}");
        }
        let two_years = Some(Period { start: day("2020-07-01"), end: day("2021-12-31") });
        assert_eq!(meant("11月底", two_years), None);
        assert_eq!(meant("3月底", two_years), Some(Meant::Day(day("2021-03-31"))));
        assert_eq!(meant("年底", None), None);
    }
}

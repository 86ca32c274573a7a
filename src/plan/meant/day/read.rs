//! A text as one day, or why it is none.

use chrono::{Datelike, Months, Weekday};

use super::meaning::{DayFault, DayWords, Named, ReadDay};
use super::parts::{plain, without_time, without_weekday};
use super::{figures, relative, words};
use crate::plan::{Date, DateFault};

/// The one day that a text means: a month means its last day, and `9月30日前` that day itself.
///
/// # Errors
/// When the text means no day, or could mean several.
pub fn read_day(text: &str, words: DayWords) -> Result<ReadDay, DayFault> {
    let text = plain(text);
    match text.parse::<Date>() {
        Ok(date) => return Ok(ReadDay { date, named: Named::Day }),
        Err(DateFault::NoSuchDay) => return Err(no_such_day(&text)),
        Err(DateFault::Form) => {}
    }
    if is_recurring(&text) {
        return Err(DayFault::Recurring);
    }
    let (text, weekday) = without_weekday(without_time(&text).trim_end_matches(','));
    match before(text) {
        // 12月31日24时前.
        Some(text) => end_of(read_plainly(without_time(text), weekday, words)?),
        None => read_plainly(text, weekday, words),
    }
}

/// The day on which something begins: of a month, a quarter, half a year or ten days, the first.
///
/// # Errors
/// When the text means no day, or could mean several.
pub(crate) fn read_first_day(text: &str, words: DayWords) -> Result<Date, DayFault> {
    let ReadDay { date, named } = read_day(text, words)?;
    let months = match named {
        Named::Day | Named::End if !text.contains("全年") => return Ok(date),
        Named::Month => 0,
        Named::Span if text.contains('旬') => {
            let first = (date.0.day() - 1).min(20) / 10 * 10 + 1;
            return Ok(date.0.with_day(first).map_or(date, Date));
        }
        Named::Span if text.contains(['季', 'Q', 'q']) => 2,
        Named::Span if text.contains(['半', 'H', 'h']) => 5,
        Named::Span | Named::Day | Named::End => date.0.month0(),
    };
    Ok(date.month_start().0.checked_sub_months(Months::new(months)).map_or(date, Date))
}

fn read_plainly(text: &str, weekday: Option<Weekday>, words: DayWords) -> Result<ReadDay, DayFault> {
    let tight: String = text.split(' ').collect();
    let found = relative::read(&tight, words)
        .or_else(|| figures::read(text, weekday, words.period))
        .or_else(|| words::read(&tight, words.period))
        .unwrap_or(Err(DayFault::Unknown))?;
    let fits = weekday.is_none_or(|weekday| found.named == Named::Day && found.date.weekday() == weekday);
    if fits { Ok(found) } else { Err(DayFault::Weekday(found.date)) }
}

/// What stands before a 前 at the end.
fn before(text: &str) -> Option<&str> {
    ["之前", "以前", "前"].iter().find_map(|word| text.strip_suffix(word)).map(str::trim_end)
}

/// The last day in time for what is due 前: the day or the end that is named; nobody knows which end of a span.
fn end_of(found: ReadDay) -> Result<ReadDay, DayFault> {
    match found.named {
        Named::Day | Named::End => Ok(ReadDay { named: Named::End, ..found }),
        Named::Month | Named::Span => Err(DayFault::BeforeSpan),
    }
}

fn is_recurring(text: &str) -> bool {
    const WORDS: [&str; 18] = [
        "每",
        "逐日",
        "逐周",
        "逐月",
        "逐季",
        "逐年",
        "按日",
        "按周",
        "按月",
        "按季",
        "按年",
        "daily",
        "weekly",
        "monthly",
        "quarterly",
        "yearly",
        "every ",
        "each ",
    ];
    WORDS.iter().any(|word| text.starts_with(word))
}

/// The fault of `2020-11-31`, whose form is right.
fn no_such_day(text: &str) -> DayFault {
    let mut numbers = text.split('-').map(str::parse::<u32>);
    let year = numbers.next().and_then(Result::ok).and_then(|year| i32::try_from(year).ok()).unwrap_or(0);
    DayFault::NoSuchDay { year, month: numbers.next().and_then(Result::ok).unwrap_or(0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Period;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// On the command line, in a plan over half a year.
    fn here() -> DayWords {
        let period = Period { start: day("2020-07-01"), end: day("2020-12-31") };
        DayWords { today: Some(day("2020-11-24")), period: Some(period) }
    }

    /// In a file of the same plan.
    fn in_file() -> DayWords {
        DayWords { today: None, ..here() }
    }

    fn read(text: &str, words: DayWords) -> Result<String, DayFault> {
        read_day(text, words).map(|found| found.date.to_string())
    }

    #[test]
    fn what_begins_in_a_span_begins_on_its_first_day() {
        for (text, first) in [
            ("9月", "2020-09-01"),
            ("2020.9", "2020-09-01"),
            ("8月中旬", "2020-08-11"),
            ("8月下旬", "2020-08-21"),
            ("第四季度", "2020-10-01"),
            ("下半年", "2020-07-01"),
            ("9月15日", "2020-09-15"),
            ("全年", "2020-01-01"),
            ("9月底", "2020-09-30"),
        ] {
            assert_eq!(read_first_day(text, in_file()).map(|day| day.to_string()), Ok(first.to_owned()), "{text}");
        }
    }

    #[test]
    fn days_are_read_however_they_are_written() {
        for (text, date) in [
            ("2020-11-24", "2020-11-24"),
            ("2020/11/24", "2020-11-24"),
            ("2020.11.4", "2020-11-04"),
            ("2020-1-4", "2020-01-04"),
            ("20201124", "2020-11-24"),
            ("２０２０-11-24", "2020-11-24"),
            ("２０２０－１１－２４", "2020-11-24"),
            ("2020 年 11 月 24 日", "2020-11-24"),
            ("2020年11月3日", "2020-11-03"),
            ("二〇二〇年十一月三十日", "2020-11-30"),
            ("二零二零年十一月廿五日", "2020-11-25"),
            ("11月3日", "2020-11-03"),
            ("11月24号", "2020-11-24"),
            ("11/24", "2020-11-24"),
            ("11/06", "2020-11-06"),
            ("2020-11-30 00:00:00", "2020-11-30"),
            ("2020-11-30T08:00", "2020-11-30"),
            ("2026-11-01T08:30:00", "2026-11-01"),
            ("2026/11/1 8:30", "2026-11-01"),
            ("2026/11/1 下午5:00", "2026-11-01"),
            ("2026年11月1日8时30分", "2026-11-01"),
            ("Nov 1, 2026 8:30 AM", "2026-11-01"),
            ("01-Nov-2026", "2026-11-01"),
            ("1-Nov-26", "2026-11-01"),
            ("1 Nov 2026", "2026-11-01"),
            ("1st November 2026", "2026-11-01"),
            ("Nov 1, 2026", "2026-11-01"),
            ("2026 Nov 1", "2026-11-01"),
            ("Nov 24", "2020-11-24"),
            ("13/01/26", "2026-01-13"),
            ("01/13/26", "2026-01-13"),
            ("13/01/2026", "2026-01-13"),
            ("02/02/2026", "2026-02-02"),
            ("Thu 01/01/26", "2026-01-01"),
            ("Fri 02/01/26", "2026-01-02"),
            ("Sun 02/01/26", "2026-02-01"),
            ("2020年11月20日（周五）", "2020-11-20"),
            ("2020-11-22 星期日", "2020-11-22"),
        ] {
            assert_eq!(read(text, in_file()), Ok(date.to_owned()), "{text}");
            assert_eq!(read_day(text, in_file()).map(|found| found.named), Ok(Named::Day), "{text}");
        }
    }

    #[test]
    fn the_last_day_is_taken_of_what_is_longer() {
        for (text, date, named) in [
            ("2020-11", "2020-11-30", Named::Month),
            ("2020年11月", "2020-11-30", Named::Month),
            ("2026.10", "2026-10-31", Named::Month),
            ("2026/10", "2026-10-31", Named::Month),
            ("2026.2", "2026-02-28", Named::Month),
            ("10/2026", "2026-10-31", Named::Month),
            ("202011", "2020-11-30", Named::Month),
            ("11月份", "2020-11-30", Named::Month),
            ("十一月", "2020-11-30", Named::Month),
            ("Nov 2026", "2026-11-30", Named::Month),
            ("11月底", "2020-11-30", Named::End),
            ("11月份底", "2020-11-30", Named::End),
            ("2020年11月底", "2020-11-30", Named::End),
            ("2021年3月底前", "2021-03-31", Named::End),
            ("11月底前", "2020-11-30", Named::End),
            ("9月30日前", "2020-09-30", Named::End),
            ("9月30日之前", "2020-09-30", Named::End),
            ("2020-09-30 前", "2020-09-30", Named::End),
            ("12月31日24时前", "2020-12-31", Named::End),
            ("12月上旬", "2020-12-10", Named::Span),
            ("12月中旬", "2020-12-20", Named::Span),
            ("12月下旬", "2020-12-31", Named::Span),
            ("年底", "2020-12-31", Named::End),
            ("年底前", "2020-12-31", Named::End),
            ("今年年底", "2020-12-31", Named::End),
            ("2021年底", "2021-12-31", Named::End),
            ("2021年年底前", "2021-12-31", Named::End),
            ("年内", "2020-12-31", Named::End),
            ("第三季度", "2020-09-30", Named::Span),
            ("三季度", "2020-09-30", Named::Span),
            ("四季度末", "2020-12-31", Named::End),
            ("第四季度末前", "2020-12-31", Named::End),
            ("Q4", "2020-12-31", Named::Span),
            ("2026Q4", "2026-12-31", Named::Span),
            ("2026-Q1", "2026-03-31", Named::Span),
            ("2026年Q2", "2026-06-30", Named::Span),
            ("Q4 2026", "2026-12-31", Named::Span),
            ("2026年第一季度", "2026-03-31", Named::Span),
            ("上半年", "2020-06-30", Named::Span),
            ("下半年", "2020-12-31", Named::Span),
            ("2026年上半年", "2026-06-30", Named::Span),
            ("2026H2", "2026-12-31", Named::Span),
        ] {
            let found = read_day(text, in_file()).map(|found| (found.date.to_string(), found.named));
            assert_eq!(found, Ok((date.to_owned(), named)), "{text}");
        }
    }

    #[test]
    fn words_that_reckon_from_today_want_a_today() {
        for (text, date) in [
            ("今天", "2020-11-24"),
            ("today", "2020-11-24"),
            ("昨天", "2020-11-23"),
            ("前天", "2020-11-22"),
            ("明天", "2020-11-25"),
            ("上周五", "2020-11-20"),
            ("本周日", "2020-11-29"),
            ("本周五前", "2020-11-27"),
            ("下星期一", "2020-11-30"),
            ("月底", "2020-11-30"),
            ("月底前", "2020-11-30"),
            ("本月底", "2020-11-30"),
            ("上月底", "2020-10-31"),
            ("下月15日", "2020-12-15"),
            ("本季度末", "2020-12-31"),
            ("明年底", "2021-12-31"),
            ("去年12月5日", "2019-12-05"),
        ] {
            assert_eq!(read(text, here()), Ok(date.to_owned()), "{text}");
            assert_eq!(read(text, in_file()), Err(DayFault::FromToday), "{text} in a file");
        }
        assert_eq!(read("周五", here()), Err(DayFault::Ambiguous));
        assert_eq!(read("周五", in_file()), Err(DayFault::FromToday));
    }

    #[test]
    fn nothing_is_guessed() {
        for (text, fault) in [
            ("3月底", DayFault::Ambiguous),
            ("3月31日前", DayFault::Ambiguous),
            ("25日", DayFault::Ambiguous),
            ("12月初", DayFault::Ambiguous),
            ("2026.1", DayFault::Ambiguous),
            ("Nov-26", DayFault::Ambiguous),
            ("01/02/26", DayFault::Order),
            ("01/02/2026", DayFault::Order),
            ("20.11.30", DayFault::Order),
            ("11/12", DayFault::Order),
            ("2026年3月前", DayFault::BeforeSpan),
            ("12月中旬前", DayFault::BeforeSpan),
            ("第三季度前", DayFault::BeforeSpan),
            ("每季度", DayFault::Recurring),
            ("每月25日前", DayFault::Recurring),
            ("逐月", DayFault::Recurring),
            ("monthly", DayFault::Recurring),
            ("2020-11-31", DayFault::NoSuchDay { year: 2020, month: 11 }),
            ("2020/11/31", DayFault::NoSuchDay { year: 2020, month: 11 }),
            ("11月31日", DayFault::NoSuchDay { year: 2020, month: 11 }),
            ("31/11/2020", DayFault::NoSuchDay { year: 2020, month: 11 }),
            ("30 Feb 2020", DayFault::NoSuchDay { year: 2020, month: 2 }),
            ("Mon 01/01/26", DayFault::Weekday(day("2026-01-01"))),
            ("2020年11月20日（周四）", DayFault::Weekday(day("2020-11-20"))),
            ("44165", DayFault::Serial(day("2020-11-30"))),
        ] {
            assert_eq!(read(text, here()), Err(fault), "{text}");
        }
        for text in [
            "",
            "尽快",
            "近期",
            "上旬",
            "11",
            "13月底",
            "第五季度",
            "2026Q5",
            "2026H3",
            "前",
            "年",
            "2020年",
            "约11月底",
            "10月至12月",
            "7-12月",
            "11月20日-25日",
            "2020-11-01T16:00:00.000Z",
            "32/13/2026",
            "99999999999999999999",
            "七八月",
            "Novel 2026",
        ] {
            assert_eq!(read(text, here()), Err(DayFault::Unknown), "{text}");
        }
    }

    #[test]
    fn the_period_says_which_year() {
        let two_years = Period { start: day("2020-07-01"), end: day("2021-12-31") };
        let words = DayWords { today: None, period: Some(two_years) };
        assert_eq!(read("3月底", words), Ok("2021-03-31".to_owned()));
        for text in ["11月底", "11月3日", "年底", "第四季度", "Q4", "11/24", "Nov 24"] {
            assert_eq!(read(text, words), Err(DayFault::Ambiguous), "{text}");
            let nowhere = DayWords { today: None, period: None };
            assert_eq!(read(text, nowhere), Err(DayFault::Ambiguous), "{text} without a plan");
        }
    }
}

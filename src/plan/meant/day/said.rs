//! What is said of days: what to type in the place of one in a file, and why a text is none.

use chrono::{Datelike, NaiveDate};

use super::meaning::{DayFault, DayWords, Named, ReadDay};
use super::read::read_day;
use crate::plan::{Date, Head, Language, Period};
use crate::say;

/// The day that a text means in the plan's period, and as of today where it is known; why it means none.
pub(crate) fn day(head: &Head, text: &str, today: impl Into<Option<Date>>, lang: Language) -> Result<Date, String> {
    let words = DayWords { today: today.into(), period: Some(head.period) };
    read_day(text, words).map(|found| found.date).map_err(|fault| refusal(text, fault, lang))
}

/// What to type in the place of a text that is not a day as files write it.
pub(crate) fn hint(text: &str, lang: Language, period: Option<Period>) -> String {
    match read_day(text, DayWords { today: None, period }) {
        Ok(ReadDay { date, named: Named::Month }) => {
            say!(lang, "写明到日；若指月底，写 {date}", "give the day; if the month's end is meant, type {date}")
        }
        Ok(ReadDay { date, named: Named::Day | Named::End | Named::Span }) => say!(lang, "改为 {date}", "type {date}"),
        Err(DayFault::Serial(day)) => say!(
            lang,
            "这像是 Excel 的日期序号；若是，写 {day}",
            "this looks like a spreadsheet's day number; if so, type {day}"
        ),
        Err(DayFault::NoSuchDay { year, month }) => hint_of_month(year, month, lang),
        Err(DayFault::Unknown) => {
            say!(lang, "按“年-月-日”写，如 2020-11-30", "type the date as year-month-day, like 2020-11-30")
        }
        Err(
            fault @ (DayFault::Ambiguous
            | DayFault::Order
            | DayFault::BeforeSpan
            | DayFault::Recurring
            | DayFault::FromToday
            | DayFault::Weekday(_)),
        ) => refusal(text, fault, lang),
    }
}

/// What to type in the place of a day that its month does not have.
pub(crate) fn hint_of_month(year: i32, month: u32, lang: Language) -> String {
    match NaiveDate::from_ymd_opt(year, month, 1).map(|first| Date(first).month_end()) {
        Some(end) => say!(
            lang,
            "{month}月只有{last}天，若指月底，写 {end}",
            "month {month} has {last} days; if its end is meant, type {end}",
            last = end.0.day()
        ),
        None => say!(lang, "月份写 01 至 12", "a month is 01 to 12"),
    }
}

/// Why a text is no day, and how to write one.
fn refusal(text: &str, fault: DayFault, lang: Language) -> String {
    match fault {
        DayFault::Ambiguous => say!(
            lang,
            "“{text}”所指的日期不止一个，请写全，如 2020-11-30",
            "`{text}` could mean several days: write it out, as 2020-11-30"
        ),
        DayFault::Order => say!(
            lang,
            "“{text}”分不清年、月、日的先后，请按“年-月-日”写，如 2020-11-30",
            "`{text}` does not tell the day from the month or the year: write it as year-month-day, like 2020-11-30"
        ),
        DayFault::BeforeSpan => say!(
            lang,
            "“{text}”可理解为期初之前，也可理解为期末之前；请写明最后一天，如 2020-11-30",
            "`{text}` could mean before it begins, or before it ends: write the last day, like 2020-11-30"
        ),
        DayFault::Recurring => say!(
            lang,
            "“{text}”是周期性要求，不是具体日期；请写明某一天，如 2020-11-30",
            "`{text}` comes round again and again: write a single day, like 2020-11-30"
        ),
        DayFault::FromToday => say!(
            lang,
            "“{text}”要以填写当天推算，文件和表格里无法确定；请写明日期，如 2020-11-30",
            "`{text}` is reckoned from the day of writing, which no file or table tells: write the date, like 2020-11-30"
        ),
        DayFault::NoSuchDay { .. } => say!(lang, "没有“{text}”这一天", "there is no such day as `{text}`"),
        DayFault::Weekday(day) => say!(
            lang,
            "“{text}”的日期与星期对不上（{day}），请核对",
            "in `{text}` the date ({day}) falls on another day of the week: check it"
        ),
        DayFault::Serial(day) => say!(
            lang,
            "“{text}”不是日期：这像是 Excel 的日期序号；若是，写 {day}",
            "`{text}` is no day: this looks like a spreadsheet's day number; if so, type {day}"
        ),
        DayFault::Unknown => say!(
            lang,
            "无法识别日期“{text}”，请按 2020-11-30 的形式写",
            "`{text}` is not understood as a day: write it as 2020-11-30"
        ),
    }
}

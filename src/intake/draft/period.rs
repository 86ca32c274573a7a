//! The days over which a plan runs, as titles and headings name them.

use chrono::NaiveDate;

use crate::plan::meant::numeral;
use crate::plan::{Date, Period};

use super::listed::{holds, words};
use super::numbers::{half_width, is_digit};

/// The days that a text means: 2021年上半年, or the first and the last one, 2021-01-01 至 2021-06-30.
pub(crate) fn period_said(text: &str) -> Option<Period> {
    let both = ["至", " to ", "~", "～", "—"].into_iter().find_map(|joint| text.split_once(joint));
    let both = both.and_then(|(start, end)| Some((start.trim().parse().ok()?, end.trim().parse().ok()?)));
    match both {
        Some((start, end)) => Some(Period { start, end }).filter(|period| period.start <= period.end),
        None => period_of(text),
    }
}

/// 2020年下半年, 2023年, 2021年第一季度, 2021年3月, 2021-2023年: the days that a title names.
pub(super) fn period_of(title: &str) -> Option<Period> {
    let text: String = title.chars().map(half_width).collect();
    let (at, year, digits) = years(&text).next()?;
    let after = text.get(at + digits..)?;
    if let Some(to) = years(&text).nth(1).filter(|(next, ..)| spans(text.get(at + digits..*next).unwrap_or(""))) {
        return (to.1 > year && to.1 - year <= 10).then(|| Period { start: day(year, 1, 1), end: day(to.1, 12, 31) });
    }
    // 2025年工作总结和2026年工作安排: of what is to be done.
    if let Some((next, ..)) = years(&text).nth(1)
        && holds(text.get(at + digits..next).unwrap_or(""), words!("总结 回顾 完成情况 工作情况 执行情况"))
    {
        return text.get(next..).and_then(period_of);
    }
    let after = after.trim_start_matches(['年', '度']);
    let months = |from: u32, to: u32| {
        Some(Period { start: day(year, from, 1), end: Date(NaiveDate::from_ymd_opt(year, to, 1)?).month_end() })
    };
    if after.starts_with("上半年") && !after.contains("下半年") {
        return months(1, 6);
    }
    if after.contains("下半年") {
        return months(7, 12);
    }
    let quartered = after.trim_start_matches('第');
    if let Some((quarter, _)) = quartered.split_once("季度") {
        let quarter =
            quarter.parse().ok().or_else(|| numeral(quarter).ok().and_then(|quarter| u32::try_from(quarter).ok()));
        return quarter
            .filter(|quarter| (1..=4).contains(quarter))
            .and_then(|quarter| months(quarter * 3 - 2, quarter * 3));
    }
    if let Some((month, _)) = after.split_once('月') {
        let month = month.parse().ok().or_else(|| numeral(month).ok().and_then(|month| u32::try_from(month).ok()));
        if let Some(month) = month.filter(|month| (1..=12).contains(month)) {
            return months(month, month);
        }
    }
    months(1, 12)
}

fn spans(between: &str) -> bool {
    matches!(between.trim_matches(['年', ' ']), "-" | "—" | "至" | "－" | "～" | "~" | "–" | "——")
}

/// The years of a text: where they stand, what they are, how long they are written.
pub(super) fn years(text: &str) -> impl Iterator<Item = (usize, i32, usize)> + '_ {
    text.match_indices("20").filter_map(move |(at, _)| {
        let digits = text.get(at..at + 4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        let alone = !text.get(..at)?.ends_with(is_digit) && !text.get(at + 4..)?.starts_with(is_digit);
        let year = digits.parse().ok().filter(|_| alone)?;
        Some((at, year, 4))
    })
}

/// A day of that month, as it always exists.
pub(super) fn day(year: i32, month: u32, day: u32) -> Date {
    Date(NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_the_period() {
        for (title, start, end) in [
            ("金泽镇人民政府2020年下半年工作安排", "2020-07-01", "2020-12-31"),
            ("2021年上半年工作计划", "2021-01-01", "2021-06-30"),
            ("２０２３年工作要点", "2023-01-01", "2023-12-31"),
            ("2023年度重点工作", "2023-01-01", "2023-12-31"),
            ("2021年第一季度工作安排", "2021-01-01", "2021-03-31"),
            ("2021年四季度重点任务", "2021-10-01", "2021-12-31"),
            ("2022年2月份工作安排", "2022-02-01", "2022-02-28"),
            ("三年行动计划（2021-2023年）", "2021-01-01", "2023-12-31"),
            ("2020年上半年工作总结和下半年工作安排", "2020-07-01", "2020-12-31"),
            ("2025年工作总结和2026年工作安排", "2026-01-01", "2026-12-31"),
        ] {
            let period = period_of(title).map(|period| (period.start.to_string(), period.end.to_string()));
            assert_eq!(period, Some((start.to_owned(), end.to_owned())), "{title}");
        }
        assert_eq!(period_of("政府工作报告"), None);
    }
}

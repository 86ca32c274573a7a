//! The days over which a plan runs, as titles and headings name them.

use chrono::NaiveDate;

use crate::plan::meant::day::{DayWords, read_day};
use crate::plan::meant::numeral;
use crate::plan::{Date, Period};

use super::figures::in_figures;
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
    let text = in_digits(&title.chars().map(half_width).collect::<String>());
    let (at, year, digits) = years(&text).next()?;
    let after = text.get(at + digits..)?;
    // Which days a school year has is a guess.
    if text.contains("学年") {
        return None;
    }
    if let Some(to) = years(&text).nth(1).filter(|(next, ..)| spans(text.get(at + digits..*next).unwrap_or(""))) {
        // 2022—2023年秋冬季: from October to March, as the offices of the environment have it.
        if to.1 == year + 1 && text.contains("秋冬季") {
            return Some(Period { start: day(year, 10, 1), end: day(to.1, 3, 31) });
        }
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

/// 2025—2026学年度第二学期: the days that a term likely has.
pub(super) fn school_term(title: &str) -> Option<Period> {
    let text = in_digits(&title.chars().map(half_width).collect::<String>());
    let (named, term) = text.split_once("学年")?;
    let (_, first, _) = years(named).next()?;
    let second = years(named).nth(1).map_or(first + 1, |(_, year, _)| year);
    (second == first + 1).then(|| {
        if holds(term, words!("第二学期 下学期 春季")) {
            Period { start: day(second, 2, 1), end: day(second, 7, 31) }
        } else if holds(term, words!("第一学期 上学期 秋季")) {
            Period { start: day(first, 9, 1), end: day(second, 1, 31) }
        } else {
            Period { start: day(first, 9, 1), end: day(second, 8, 31) }
        }
    })
}

/// 自即日起至2026年12月底: from the day of issue to that day.
pub(super) fn from_issue(text: &str, issued: Date) -> Option<Period> {
    let lasts = ["自即日起至", "自印发之日起至", "自发布之日起至", "从即日起至", "即日起至", "即日起到"];
    let last = lasts.iter().find_map(|word| text.split_once(word)).map(|(_, last)| last)?;
    let end = last.find('月').and_then(|month| {
        let behind = last.get(month..)?;
        let more = behind
            .find(['日', '底', '末'])
            .filter(|at| behind.get(..*at).is_some_and(|day| day.chars().count() <= 3))?;
        last.get(..month + more + '日'.len_utf8())
    })?;
    let known = DayWords { today: None, period: Some(Period { start: issued, end: day(issued.year(), 12, 31) }) };
    let end = read_day(end, known).ok()?.date;
    (issued < end && end.year() - issued.year() <= MOST_YEARS).then_some(Period { start: issued, end })
}

/// 自2026年3月15日起至12月底开展行动: the days over which a document says that its work goes on.
pub(super) fn declared(text: &str) -> Option<Period> {
    let begun = text.match_indices(['自', '从']).map(|(at, word)| (at, at + word.len()));
    // 责任期限：2026年1月1日至12月31日
    let named = text.match_indices("期限：").map(|(at, word)| (at + word.len(), at + word.len()));
    begun.chain(named).find_map(|(before, behind)| span_of_work(text.get(..before)?, text.get(behind..)?))
}

/// 2022年起5年内, 从2022年起，用三年时间: whole years from one on.
pub(super) fn so_many_years(text: &str) -> Option<Period> {
    years(text).find_map(|(at, year, digits)| {
        let behind = text.get(at + digits..)?.strip_prefix("年起")?;
        let behind = behind.trim_start_matches(['，', ',', '用', '力', '争', '利']);
        let count = years_within(behind)?.0;
        Some(Period { start: day(year, 1, 1), end: day(year + count - 1, 12, 31) })
    })
}

/// 5年内, 三年时间: how many years, and how long the words are.
pub(super) fn years_within(text: &str) -> Option<(i32, usize)> {
    let (digits, behind) = super::figures::figures(text)?;
    let rest = ["年内", "年时间", "年之内"].iter().find_map(|word| behind.strip_prefix(word))?;
    let plain: String = digits.chars().map(half_width).collect();
    let count = plain.parse().ok().or_else(|| numeral(&plain).ok().and_then(|count| i32::try_from(count).ok()))?;
    (2..=MOST_YEARS).contains(&count).then_some((count, text.len() - rest.len()))
}

fn span_of_work(before: &str, text: &str) -> Option<Period> {
    let first = text.get(..in_figures(text)?).filter(|first| first.contains('年') && first.contains('月'))?;
    let behind = text.get(first.len()..)?;
    let last = ["起至", "开始至", "起到", "至", "到"].iter().find_map(|joint| behind.strip_prefix(joint))?;
    let says = last.get(..in_figures(last)?)?;
    // What is paid or holds for a time is no plan's.
    let sentence = last.get(says.len()..)?.split(['。', '\n']).next()?;
    // 责任期自…起至…止; 一、责任期限 may stand over it.
    let line = before.trim_end().rsplit('\n').next().unwrap_or(before);
    let above = before.trim_end().rsplit(['。', '，']).next().unwrap_or(before);
    let term = sentence.trim_start_matches('止').is_empty()
        && (before.is_empty()
            || holds(above, words!("责任期 责任期限 任期 期限 起止时间 时间："))
                && line.chars().count() <= LONGEST_TERM);
    let works = (holds(sentence, words!("行动 整治 活动 开展 工作 推进 阶段")) || term)
        && !holds(sentence, words!("施行 有效 补贴 给予 免征 减收"));
    let known = DayWords { today: None, period: None };
    let start = read_day(first, known).ok()?.date;
    let start = if first.contains(['日', '号']) { start } else { start.month_start() };
    let year = Period { start, end: day(start.year(), 12, 31) };
    let end = read_day(says, DayWords { today: None, period: Some(year) }).ok()?.date;
    let fits = start < end && end.year() - start.year() <= MOST_YEARS;
    (works && fits).then_some(Period { start, end })
}

/// 本责任书的责任期限为, in characters.
const LONGEST_TERM: usize = 16;

/// So many years may what begins now go on.
const MOST_YEARS: i32 = 5;

/// The text with 二〇二六 as 2026.
pub(super) fn in_digits(text: &str) -> String {
    const DIGITS: &str = "〇一二三四五六七八九";
    let digit = |c: char| match c {
        '○' | '零' | '０' => Some('0'),
        c => DIGITS.chars().zip('0'..='9').find(|(numeral, _)| *numeral == c).map(|(_, digit)| digit),
    };
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let four: Option<String> = rest.chars().take(4).map(digit).collect();
        let length: usize = rest.chars().take(4).map(char::len_utf8).sum();
        match four.filter(|year| year.starts_with("20") && year.len() == 4) {
            Some(year) => {
                plain.push_str(&year);
                rest = rest.get(length..).unwrap_or("");
            }
            None => {
                plain.push(c);
                rest = rest.get(c.len_utf8()..).unwrap_or("");
            }
        }
    }
    plain
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
            ("2022—2023年秋冬季大气污染防治方案", "2022-10-01", "2023-03-31"),
            ("三年行动计划（2021-2023年）", "2021-01-01", "2023-12-31"),
            ("2020年上半年工作总结和下半年工作安排", "2020-07-01", "2020-12-31"),
            ("2025年工作总结和2026年工作安排", "2026-01-01", "2026-12-31"),
            ("某局二〇二六年度重点工作安排", "2026-01-01", "2026-12-31"),
        ] {
            let period = period_of(title).map(|period| (period.start.to_string(), period.end.to_string()));
            assert_eq!(period, Some((start.to_owned(), end.to_owned())), "{title}");
        }
        assert_eq!(period_of("政府工作报告"), None);
        assert_eq!(period_of("某校2025—2026学年度第二学期工作计划"), None, "which days it has is a guess");
    }

    #[test]
    fn a_term_and_what_begins_now_have_their_days() {
        let said = |period: Option<Period>| period.map(|period| format!("{} {}", period.start, period.end));
        for (title, days) in [
            ("某校2025—2026学年度第二学期工作计划", Some("2026-02-01 2026-07-31")),
            ("某校2025学年第一学期工作计划", Some("2025-09-01 2026-01-31")),
            ("某校2026年工作计划", None),
        ] {
            assert_eq!(said(school_term(title)).as_deref(), days, "{title}");
        }
        let issued = "2026-03-02".parse().unwrap();
        assert_eq!(
            said(declared("乙方：某院\n责任期限：2026年1月1日至2026年12月31日\n正文")).as_deref(),
            Some("2026-01-01 2026-12-31")
        );
        assert_eq!(
            said(declared("一、责任期限\n自2026年3月1日起至2026年12月31日止。")).as_deref(),
            Some("2026-03-01 2026-12-31")
        );
        for (text, days) in [
            ("决定自即日起至2026年12月底开展整治。", Some("2026-03-02 2026-12-31")),
            ("决定自即日起至11月15日开展整治。", Some("2026-03-02 2026-11-15")),
            ("自即日起施行。", None),
        ] {
            assert_eq!(said(from_issue(text, issued)).as_deref(), days, "{text}");
        }
    }
}

//! Lines and brackets that say nothing but when, for what stands below: `3月：`, 第一阶段（3月—5月）.

use crate::plan::Date;

use super::days::spoken;
use super::figures::{JOINTS, in_figures};
use super::listed::{without_end, words};
use super::numbers::is_digit;
use super::period::day;
use super::within::Within;
use crate::plan::meant::is_numeral;

/// The days of a line or a bracket that says nothing but when: `3月：`, 8月-11月, 2026年3月至5月.
pub(super) fn frame(text: &str, period: Within) -> Option<(Option<Date>, Date)> {
    let words = text.trim().trim_end_matches(['：', ':', '。', '，']).trim();
    let words = set_out(words).unwrap_or(words);
    let months = months(words);
    let words = months.as_deref().unwrap_or(words);
    // 方案印发之日起至4月20日
    let words = words.split_once("日起至").map_or(words, |(_, last)| last);
    // 第二阶段（2025年）
    if let Some(year) = words.strip_suffix('年').filter(|year| year.len() == 4) {
        let year = year.parse().ok()?;
        return Some((Some(day(year, 1, 1)), day(year, 12, 31)))
            .filter(|(_, end)| period.contains(*end) && period.has_years());
    }
    let dated = words.chars().count() <= 24 && words.contains(['月', '季', '年', '日']);
    spoken(words, period).filter(|(_, end)| dated && period.contains(*end))
}

/// The words of a heading that say when all below it is to be done: （3月—5月）, 一季度工作, 时间为3月1日至5日.
pub(super) fn heading_days(title: &str, period: Within) -> Option<(&str, (Option<Date>, Date))> {
    let bare = title.trim_end_matches("安排").trim_end_matches("重点").trim_end_matches("任务");
    let bare = without_end(bare, words!("工作 重点工作 主要工作 重点")).unwrap_or(bare);
    let named = Some(bare).filter(|bare| names_days(bare) && *bare != "全年");
    let timed =
        || words!("时间为 时间： 时间: 时限为").iter().find_map(|word| title.split_once(word)).map(|(_, words)| words);
    let found = inside(title).into_iter().chain(named).chain(timed());
    found.map(str::trim).find_map(|words| Some((words, frame(words, period)?)))
}

/// Whether a line says nothing but when, whatever year it means: a day, a month or a quarter, and a colon; or 四月份.
pub(super) fn is_frame(text: &str) -> bool {
    let words = text.trim();
    if stage(words).is_some_and(|(_, rest)| !rest.chars().any(char::is_alphanumeric)) {
        return true;
    }
    // 四月份 and 【四月】 need no colon; 4月 may be the cell of a table.
    let named = words.strip_suffix(['：', ':']).map(str::trim).or_else(|| set_out(words));
    named.or_else(|| Some(words).filter(|words| words.ends_with("月份"))).is_some_and(names_days)
}

/// 七、八月 as 七月至八月: the first month is named by its number alone.
fn months(words: &str) -> Option<String> {
    let (first, last) = words.split_once(['、', '-', '—', '－', '～', '~', '和', '至'])?;
    let month = last.trim_end_matches('份').strip_suffix('月')?;
    let plain =
        |text: &str| (1..=2).contains(&text.chars().count()) && text.chars().all(|c| is_digit(c) || is_numeral(c));
    (plain(first) && plain(month)).then(|| format!("{first}月至{month}月"))
}

/// 【三月】 as 三月.
pub(super) fn set_out(line: &str) -> Option<&str> {
    let inside = line.strip_prefix(['【', '〖', '〔', '[', '［'])?;
    inside.strip_suffix(['】', '〗', '〕', ']', '］']).map(str::trim)
}

/// Whether words are nothing but a day, a month or a quarter, or a span of them.
pub(super) fn names_days(words: &str) -> bool {
    if months(words).is_some() {
        return true;
    }
    let spans = words.split_inclusive(|c| JOINTS.iter().any(|joint| joint.starts_with(c)));
    let mut parts = spans.map(|part| JOINTS.iter().fold(part, |part, joint| part.trim_end_matches(joint))).peekable();
    let is_day = |part: &str| {
        let year = words.chars().take(4).all(is_digit);
        let named = part.ends_with(['月', '日', '底'])
            || part.ends_with("季度")
            || part.ends_with("半年")
            || part.ends_with("月份");
        (named || year) && in_figures(part) == Some(part.len())
            || matches!(part, "上半年" | "下半年" | "全年" | "年底" | "年末")
    };
    parts.peek().is_some() && parts.filter(|part| !part.is_empty()).all(is_day)
}

/// The days with which a line begins, and what is to be done by then: 一季度：完成招标.
pub(super) fn lead(text: &str) -> Option<(&str, &str)> {
    let (words, rest) = text.trim().split_once(['：', ':'])?;
    let words = words.trim();
    let timed =
        words.chars().count() <= LONGEST_LEAD && (names_days(words) || names_days(words.trim_end_matches('前')));
    (timed && rest.contains(char::is_alphanumeric) && !rest.starts_with(is_digit)).then_some((words, rest.trim_start()))
}

/// The words of such a lead are not longer, in characters.
const LONGEST_LEAD: usize = 24;

/// The days that a stage names at its beginning, and what stands behind them: 第一阶段（3月—5月）完成….
pub(super) fn stage(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.split_once(['（', '('])?;
    let named = name.trim().ends_with("阶段") && name.chars().count() <= LONGEST_STAGE;
    rest.split_once(['）', ')']).filter(|_| named)
}

/// Whether words only name a stage: 动员部署阶段。
pub(super) fn names_stage(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(['。', '：', ':']);
    let short = bare.chars().count() <= LONGEST_STAGE && !bare.contains(['，', ',', '、', '；', '：', ':']);
    short && bare.chars().count() > "阶段".chars().count() && bare.ends_with("阶段")
}

/// Whether a heading says when all below it is: 总结评估（12月）.
pub(super) fn is_timed(title: &str) -> bool {
    stage(title).is_some() || inside(title).is_some_and(|words| names_days(words.trim_end_matches('前')))
}

/// What the last bracket of a heading says.
fn inside(title: &str) -> Option<&str> {
    let (_, rest) = title.rsplit_once(['（', '('])?;
    rest.split_once(['）', ')']).map(|(words, _)| words)
}

/// The name of a stage has at most so many characters.
const LONGEST_STAGE: usize = 16;

#[cfg(test)]
mod tests {
    use crate::plan::Period;

    use super::*;

    #[test]
    fn a_line_may_say_nothing_but_when() {
        let period = Period { start: "2020-07-01".parse().unwrap(), end: "2020-12-31".parse().unwrap() };
        let period = Within::from(period);
        for (text, end) in [
            ("8月：", Some("2020-08-31")),
            ("8月-11月:", Some("2020-11-30")),
            ("2020年9月至10月", Some("2020-10-31")),
            ("三季度", Some("2020-09-30")),
            ("九月份", Some("2020-09-30")),
            ("【九月】", Some("2020-09-30")),
            ("【七、八月】", Some("2020-08-31")),
            ("7-8月：", Some("2020-08-31")),
            ("方案印发之日起至8月20日", Some("2020-08-20")),
            ("2月：", None),
            ("任务：", None),
        ] {
            let found = frame(text, period).map(|(_, end)| end.to_string());
            assert_eq!(found.as_deref(), end, "{text}");
        }
        assert!(
            is_frame("2月：")
                && is_frame("8月-11月：")
                && !is_frame("8月")
                && is_frame("九月份")
                && is_frame("【九月】")
                && !is_frame("完成9月份")
                && !is_frame("任务：")
        );
    }
}

//! Numbers in a text: where they stand, and what they are, where that is sure.

use std::ops::Range;

use crate::plan::Quantity;
use crate::plan::meant::number::in_figures;
use crate::plan::meant::{is_numeral, numeral};

use super::brackets::Depth;
use super::listed::{begins, words};
use super::words::UNITS;

/// A number of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// Its bytes.
    pub(super) span: Range<usize>,
    /// What it is.
    pub(super) value: Quantity,
    /// Whether it is a percentage in words: 百分之九十.
    pub(super) percent: bool,
}

/// The numbers that stand outside quotes and brackets, in digits or in words that count things.
pub(super) fn numbers(text: &str) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut depth = Depth::default();
    let mut past = 0;
    for (at, c) in text.char_indices() {
        depth.pass(c);
        if at < past || depth.is_open() {
            continue;
        }
        let rest = text.get(at..).unwrap_or("");
        let within = text.get(..at).is_some_and(|before| before.ends_with(is_numeral));
        let found = match (is_digit(c), within) {
            (true, _) => in_digits(rest),
            (false, false) => in_words(rest),
            (false, true) => None,
        };
        let Some((length, value, percent)) = found else { continue };
        past = at + length;
        let number = |start: usize, value| Number { span: start..past, value, percent };
        let last = || text.get(at..past).and_then(last_of_range).map(|(start, value)| number(at + start, value));
        numbers.extend(value.map(|value| number(at, value)).or_else(last));
    }
    numbers
}

/// How long the number is that a text begins with, and its value. What is written in digits, but is no number,
/// has none: 1+5+8, 2019-2021, 3.5.1.
fn in_digits(text: &str) -> Option<(usize, Option<Quantity>, bool)> {
    let joins = |c: char| {
        is_digit(c)
            || matches!(c, '.' | '．' | ',' | '+' | '-' | '—' | '－' | '～' | '~' | '–' | '/' | ':' | '∶' | '：' | '×')
    };
    let end = text.char_indices().find(|(at, c)| {
        !(joins(*c) || *c == '，' && begins_with_thousands(text.get(at + c.len_utf8()..).unwrap_or("")))
    });
    let whole = text.get(..end.map_or(text.len(), |(at, _)| at))?;
    // A mark at the end joins nothing; a comma or colon there parts clauses.
    let trimmed = whole.trim_end_matches(['.', '．', ',', ':', '：', '—', '-']);
    let plain: String = trimmed.chars().map(half_width).collect();
    Some((trimmed.len(), in_figures(&plain), false))
}

/// 3-5: where the last number of a range begins, and what it is. Years make none: 2019-2021.
fn last_of_range(text: &str) -> Option<(usize, Quantity)> {
    let (first, last) = text.split_once(JOINTS)?;
    let last = last.trim_start_matches(JOINTS);
    let of = |text: &str| in_figures(&text.chars().map(half_width).collect::<String>());
    let (from, to) = (of(first)?, of(last)?);
    let years = first.chars().count() == YEAR && last.chars().count() == YEAR;
    (from < to && !years).then(|| (text.len() - last.len(), to))
}

/// What stands between the numbers of a range.
pub(super) const JOINTS: [char; 6] = ['-', '—', '～', '~', '－', '–'];
/// A year has so many digits.
const YEAR: usize = 4;

/// 两个 is a number, 一体化 is none: only numerals with a counter behind them, and 百分之….
fn in_words(text: &str) -> Option<(usize, Option<Quantity>, bool)> {
    let (numerals, percent) = match text.strip_prefix("百分之") {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let end = numerals.find(|c| !is_numeral(c)).unwrap_or(numerals.len());
    let (words, after) = numerals.split_at_checked(end)?;
    if let Some(tenths) = tenths(words, after).filter(|_| !percent) {
        return Some((words.len() + '成'.len_utf8(), Some(tenths), true));
    }
    // 一百二十场: a whole number in words, and what it counts.
    let whole = words.chars().count() >= 2 && words.contains(['十', '百']) && begins(after, &UNITS);
    let counted = percent
        || COUNTERS.iter().any(|counter| {
            after.strip_prefix(counter).is_some_and(|rest| THINGS.iter().any(|thing| rest.starts_with(thing)))
        });
    if words.is_empty() || !(counted || whole) || words == "一" {
        return None;
    }
    // 百分之百 is all of it.
    let words = if percent && words == "百" { "一百" } else { words };
    let value = numeral(words).ok()?.to_string().parse().ok()?;
    Some((text.len() - after.len(), Some(value), percent))
}

/// 九成 is 90 %; 三成立 and 四成都 are none.
fn tenths(words: &str, after: &str) -> Option<Quantity> {
    let behind = after.strip_prefix('成')?;
    let ends = behind.is_empty()
        || begins(behind, words!("以上 以下 以内 左右"))
        || behind.starts_with(|c: char| "，。；、,;".contains(c));
    let one = words.chars().count() == 1 && ends;
    let tenths: u32 = numeral(words).ok().and_then(|value| value.to_string().parse().ok()).filter(|_| one)?;
    (1..=9).contains(&tenths).then(|| (tenths * 10).to_string().parse().ok())?
}

/// Words that stand between a number and what it counts.
const COUNTERS: &[&str] = &["个", "处", "座", "所", "条", "家", "项"];
/// Things that a number in words counts in earnest, rather than in a saying like 三个代表.
const THINGS: &[&str] = &[
    "项目",
    "村",
    "社区",
    "小区",
    "点位",
    "园区",
    "安置",
    "停车场",
    "学校",
    "幼儿园",
    "重点项目",
    "工程",
    "道路",
    "河道",
    "示范",
    "工作室",
    "企业",
    "标段",
    "地块",
    "泵站",
    "公园",
    "居委",
    "居民区",
    "村居",
    "实事",
];

/// Whether what stands behind a comma goes on with the number before it: 447户 behind 1,.
pub(super) fn begins_with_thousands(text: &str) -> bool {
    let digits = text.chars().take_while(|c| is_digit(*c)).count();
    digits == 3
}

pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// A full-width digit or sign as a plain one.
pub(super) fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        '．' => '.',
        '，' => ',',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_names_and_spans() {
        for (text, found) in [
            ("92户", &["92"][..]),
            ("１４４７个点位", &["1447"]),
            ("1,447户", &["1447"]),
            ("２，０００间", &["2000"]),
            ("完成3，5月底前", &["3", "5"]),
            ("增长6.5%以上", &["6.5"]),
            ("“12345”热线", &[]),
            ("“1+5+8”方案", &[]),
            ("5+2之家", &[]),
            ("2019-2021年", &[]),
            ("3-5个", &["5"]),
            ("１０—１５家", &["15"]),
            ("5-3个", &[]),
            ("3-5-7", &[]),
            ("(2018年)3家", &["3"]),
            ("两个项目", &["2"]),
            ("十二个村", &["12"]),
            ("三个方面", &[]),
            ("一个项目", &[]),
            ("一体化", &[]),
            ("百分之九十五", &["95"]),
            ("完成3,启动5个", &["3", "5"]),
            ("99999999999999999999户", &[]),
        ] {
            let values: Vec<String> = numbers(text).iter().map(|number| number.value.to_string()).collect();
            assert_eq!(values, found, "{text}");
        }
    }
}

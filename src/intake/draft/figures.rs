//! Expressions of time in figures and words, where they begin and end: 2020年11月30日, 11月底, 三季度末, Q2, 2020.06.30, 年底.

use crate::plan::Date;
use crate::plan::meant::day::{DayFault, DayWords, read_day};
use crate::plan::meant::is_numeral;

use super::numbers::is_digit;

/// The words that may end an expression of time, the longer first.
pub(super) const WORDS: &[&str] = &["年年底", "年底", "年末", "年内", "全年", "上半年", "下半年", "季度末", "季度"];
/// What stands between the first and the last day of a span.
pub(super) const JOINTS: &[&str] = &["至", "到", "——", "—", "-", "－", "–", "～", "~"];

/// What says that the words of time before it are a last day.
pub(super) const BEFORE: [&str; 3] = ["前", "之前", "以前"];

/// What stands behind a day, without the word that makes it the last: 前完成.
pub(super) fn without_before(rest: &str) -> &str {
    BEFORE.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest)
}

/// What stands behind a last day at the beginning of a clause: 4月底前全部搬入新址.
pub(super) fn behind_last_day(clause: &str) -> Option<&str> {
    let behind = clause.get(in_figures(clause).or_else(|| in_words("", clause))?..)?;
    BEFORE.iter().find_map(|word| behind.strip_prefix(word))
}

/// The latest day, its year written out, by which a text wants something done.
pub(super) fn latest_written(text: &str) -> Option<Date> {
    let words = DayWords { today: None, period: None };
    let years = text
        .match_indices('年')
        .filter_map(|(at, _)| text.get(at.checked_sub(4)?..))
        .filter(|rest| rest.starts_with("20"));
    let days = years.filter_map(|rest| {
        let says = rest.get(..in_figures(rest)?)?;
        let behind = rest.get(says.len()..)?;
        let due = says.ends_with(['底', '末']) || BEFORE.iter().any(|word| behind.starts_with(word));
        let read: Result<_, DayFault> = read_day(says, words);
        read.ok().filter(|_| due).map(|read| read.date)
    });
    days.max()
}

/// The expression of time that a text begins with.
pub(super) fn expression<'t>(before: &str, rest: &'t str) -> Option<&'t str> {
    // 于5月启动、7月20日前完成 are two matters; of 5月、7月 the first tells of both.
    let listed = before
        .strip_suffix(['、', '和'])
        .is_some_and(|day| day.ends_with(|c: char| is_digit(c) || "年月日号度底末前旬".contains(c)));
    let spanned = listed
        || before.ends_with(['-', '—', '至', '～', '~', '到', '每', '第', '/'])
            && !before.ends_with("力争到")
            && !before.ends_with("日起至");
    if before.ends_with(is_digit) || before.ends_with(is_numeral) || spanned && !before.ends_with('到') {
        return None;
    }
    if before.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let end = in_figures(rest).or_else(|| in_words(before, rest))?;
    let says = rest.get(..end)?;
    let after = rest.get(end..)?;
    // A span or a beginning is no end: 3月至5月, 10月起, 9月初.
    // 6月“安全生产月”期间 is when something else is.
    let other = ["至", "-", "—", "～", "~", "起", "初", "开始", "以来", "、", "和", "旬", "召开的", "“", "期间"];
    (!other.iter().any(|word| after.starts_with(word))).then_some(says)
}

/// 2020年11月30日, 11月底, 三季度末: digits or numerals with a unit of time.
pub(super) fn in_figures(rest: &str) -> Option<usize> {
    let rest_of = |text: &str| rest.len() - text.len();
    if let Some(end) = with_points(rest).or_else(|| quarter_in_letters(rest)) {
        return Some(end);
    }
    let mut at = rest;
    if let Some(after_year) =
        figures(at).and_then(|(year, after)| after.strip_prefix('年').filter(|_| year.chars().count() == 4))
    {
        match ["底", "末", "内", "年底", "年末", "上半年", "下半年"]
            .iter()
            .find_map(|word| after_year.strip_prefix(word))
        {
            Some(after) => return Some(rest_of(after)),
            None => at = after_year.strip_prefix("第").unwrap_or(after_year),
        }
    }
    let quartered = at.strip_prefix('第').unwrap_or(at);
    let quarter = figures(quartered).filter(|(number, _)| number.chars().count() == 1);
    let after = quarter.and_then(|(_, after)| ["季度末", "季度"].iter().find_map(|word| after.strip_prefix(word)));
    if let Some(after) = after {
        return Some(rest_of(after));
    }
    let (month, after) = figures(at)?;
    let after = after.strip_prefix('月').filter(|_| month.chars().count() <= 2)?;
    if let Some((_, after_day)) = figures(after).filter(|(day, _)| day.chars().count() <= 3) {
        return ["日", "号"].iter().find_map(|word| after_day.strip_prefix(word)).map(rest_of);
    }
    let after = ["份底", "底", "末", "份", "上旬", "中旬", "下旬"]
        .iter()
        .find_map(|word| after.strip_prefix(word))
        .unwrap_or(after);
    Some(rest_of(after))
}

/// 2026.06.30, 2026-6-30, 2026/6/30.
fn with_points(rest: &str) -> Option<usize> {
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mark = rest.get(4..)?.chars().next().filter(|mark| digits(rest) == 4 && "./-".contains(*mark))?;
    let month = rest.get(5..)?;
    let day = month.get(digits(month)..)?.strip_prefix(mark)?;
    let behind = day.get(digits(day)..)?;
    let short = (1..=2).contains(&digits(month)) && (1..=2).contains(&digits(day));
    (short && rest.starts_with("20") && !behind.starts_with(mark)).then_some(rest.len() - behind.len())
}

/// Q2.
fn quarter_in_letters(rest: &str) -> Option<usize> {
    let behind = rest.strip_prefix(['Q', 'q'])?.strip_prefix(['1', '2', '3', '4'])?;
    (!behind.starts_with(|c: char| c.is_ascii_alphanumeric())).then_some(rest.len() - behind.len())
}

pub(super) fn in_words(before: &str, rest: &str) -> Option<usize> {
    let word = WORDS.iter().find(|word| rest.starts_with(**word))?;
    let other_year = ["去", "上", "明", "每", "前", "次", "近", "历", "半", "常"];
    let after = rest.get(word.len()..).unwrap_or("");
    // 下半年，… only says when all of it is.
    let frames =
        word.starts_with(['上', '下']) && (after.starts_with(['，', ',', '我', '、']) || before.ends_with('年'));
    let says_so = !word.ends_with("季度") && !word.ends_with("季度末") && !frames;
    (says_so && !other_year.iter().any(|word| before.ends_with(word))).then_some(word.len())
}

/// The figures of a day are not longer, in characters: 二〇二〇, 三十一.
const LONGEST: usize = 8;

pub(super) fn figures(text: &str) -> Option<(&str, &str)> {
    let mut behind = text.char_indices().take(LONGEST + 1).skip_while(|(_, c)| is_digit(*c) || is_numeral(*c));
    let end = match behind.next() {
        Some((end, _)) => end,
        None => Some(text.len()).filter(|_| text.chars().nth(LONGEST).is_none())?,
    };
    text.split_at_checked(end).filter(|(figures, _)| !figures.is_empty())
}

/// 15日: a day without its month.
pub(super) fn only_day(text: &str) -> Option<usize> {
    let (day, after) = figures(text)?;
    let after = after.strip_prefix('日').filter(|_| day.chars().count() <= 2)?;
    Some(text.len() - after.len())
}

/// 6月25日、26日; 6月和12月: several days in a row.
pub(super) fn several(rest: &str) -> Option<&str> {
    let first = in_figures(rest)?;
    let mut end = first;
    let joined = |end: usize| {
        let rest = rest.get(end..)?;
        without_before(rest).strip_prefix(['、', '和', '及', '与'])
    };
    while let Some(next) = joined(end)
        && let Some(length) = in_figures(next).or_else(|| only_day(next))
    {
        end = rest.len() - next.len() + length;
    }
    rest.get(..end).filter(|_| end > first)
}

/// Words of time that set no day: 4月初, 10月起, 第3周; none of what is told of the past.
pub(super) fn untaken<'t>(before: &str, rest: &'t str) -> Option<&'t str> {
    let within = before.ends_with(is_digit) || before.ends_with(is_numeral) || before.ends_with("截至");
    if within || before.ends_with("截止") || before.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let week = || {
        let (_, behind) = figures(rest.strip_prefix('第')?)?;
        Some(rest.len() - behind.strip_prefix('周')?.len())
    };
    let end = in_figures(rest).or_else(week)?;
    let behind = rest.get(end..)?;
    let more = ["初", "中", "起", "期间"].iter().find(|word| behind.starts_with(**word)).map_or(0, |word| word.len());
    rest.get(..end + more)
}

//! Words of a quote that set a deadline, where they can be read in one way.

use crate::plan::meant::day::{DayWords, read_day};
use crate::plan::meant::is_numeral;
use crate::plan::{Date, Period};

use super::brackets::Depth;
use super::numbers::is_digit;
use super::plan::DraftDeadline;

/// The words that may end an expression of time, the longer first.
const WORDS: &[&str] = &["年年底", "年底", "年末", "年内", "全年", "上半年", "下半年", "季度末", "季度"];

/// What the words of a quote say of time.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Times {
    /// The only day that they set, in the period.
    pub(super) deadline: Option<DraftDeadline>,
    /// The words, where they set several days, or one outside the period.
    pub(super) unsettled: Vec<String>,
}

/// The deadline that a quote's words set: there must be one, and it must lie in the period.
pub(super) fn times(quote: &str, period: Period) -> Times {
    let mut found: Vec<(&str, Option<Date>)> = Vec::new();
    let mut depth = Depth::default();
    let mut past = 0;
    for (at, c) in quote.char_indices() {
        depth.pass(c);
        if at < past || depth.is_open() {
            continue;
        }
        let Some(says) = quote.split_at_checked(at).and_then(|(before, rest)| expression(before, rest)) else {
            continue;
        };
        past = at + says.len();
        let before = quote.get(past..).is_some_and(|rest| BEFORE.iter().any(|word| rest.starts_with(word)));
        found.push((says, deadline(says, before, period)));
    }
    match found.first() {
        Some((says, Some(date))) if found.iter().all(|(_, other)| *other == Some(*date)) => {
            Times { deadline: Some(DraftDeadline { date: *date, says: (*says).to_owned() }), unsettled: Vec::new() }
        }
        Some(_) | None => {
            Times { deadline: None, unsettled: found.iter().map(|(says, _)| (*says).to_owned()).collect() }
        }
    }
}

/// What says that the words of time before it are a last day.
const BEFORE: [&str; 3] = ["前", "之前", "以前"];

/// The day of the period that words of time set; none where they do not tell which: 三季度前 is before it begins, or ends.
fn deadline(says: &str, before: bool, period: Period) -> Option<Date> {
    let words = DayWords { today: None, period: Some(period) };
    let read = if before { read_day(&format!("{says}前"), words) } else { read_day(says, words) };
    read.ok().map(|read| read.date).filter(|date| period.contains(*date))
}

/// The expression of time that a text begins with.
fn expression<'t>(before: &str, rest: &'t str) -> Option<&'t str> {
    let spanned =
        before.ends_with(['-', '—', '至', '～', '~', '到', '每', '第', '、', '和', '/']) && !before.ends_with("力争到");
    if before.ends_with(is_digit) || before.ends_with(is_numeral) || spanned && !before.ends_with('到') {
        return None;
    }
    let end = in_figures(rest).or_else(|| in_words(before, rest))?;
    let says = rest.get(..end)?;
    let after = rest.get(end..)?;
    // A span or a beginning is no end: 3月至5月, 10月起, 9月初.
    let other = ["至", "-", "—", "～", "~", "起", "初", "开始", "以来", "、", "和", "旬", "召开的"];
    (!other.iter().any(|word| after.starts_with(word))).then_some(says)
}

/// 2020年11月30日, 11月底, 三季度末: digits or numerals with a unit of time.
fn in_figures(rest: &str) -> Option<usize> {
    let rest_of = |text: &str| rest.len() - text.len();
    let mut at = rest;
    if let Some(after_year) =
        figures(at).and_then(|(year, after)| after.strip_prefix('年').filter(|_| year.chars().count() == 4))
    {
        match ["底", "末", "内", "年底", "年末"].iter().find_map(|word| after_year.strip_prefix(word)) {
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

fn in_words(before: &str, rest: &str) -> Option<usize> {
    let word = WORDS.iter().find(|word| rest.starts_with(**word))?;
    let other_year = ["去", "上", "明", "每", "前", "次", "近", "历", "半", "常"];
    let after = rest.get(word.len()..).unwrap_or("");
    // 下半年，… only says when all of it is.
    let frames =
        word.starts_with(['上', '下']) && (after.starts_with(['，', ',', '我', '、']) || before.ends_with('年'));
    let says_so = !word.ends_with("季度") && !word.ends_with("季度末") && !frames;
    (says_so && !other_year.iter().any(|word| before.ends_with(word))).then_some(word.len())
}

fn figures(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c| !is_digit(c) && !is_numeral(c)).unwrap_or(text.len());
    text.split_at_checked(end).filter(|(figures, _)| !figures.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_is_read_where_it_is_one_day() {
        let period = Period { start: "2020-07-01".parse().unwrap(), end: "2020-12-31".parse().unwrap() };
        for (quote, found) in [
            ("迎接11月份市级创建评审", Some(("2020-11-30", "11月份"))),
            ("西岑安置基地年底实现结构封顶", Some(("2020-12-31", "年底"))),
            ("9月底前完成验收", Some(("2020-09-30", "9月底"))),
            ("２０２０年１０月底前完成", Some(("2020-10-31", "２０２０年１０月底"))),
            ("十月底前完成", Some(("2020-10-31", "十月底"))),
            ("11月15日前完成", Some(("2020-11-15", "11月15日"))),
            ("第三季度完成", Some(("2020-09-30", "第三季度"))),
            ("争取年内形成初步成果", Some(("2020-12-31", "年内"))),
            ("确保全年目标任务完成", Some(("2020-12-31", "全年"))),
            ("到2020年底建成", Some(("2020-12-31", "2020年底"))),
            ("9月底完成招标,11月底开工", None),
            ("到2025年底建成", None),
            ("10月至12月开展", None),
            ("10月初开工", None),
            ("创建2021年区级美丽乡村", None),
            ("三月底前完成", None),
            ("每月底通报", None),
            ("11月31日前完成", None),
            ("“12月行动”", None),
            ("第三季度前完成", None),
            ("11月前完成", None),
            ("11月中旬前完成", None),
            ("尽快开工", None),
        ] {
            let deadline = times(quote, period).deadline;
            let shown = deadline.as_ref().map(|one| (one.date.to_string(), one.says.as_str()));
            assert_eq!(shown, found.map(|(date, says)| (date.to_owned(), says)), "{quote}");
        }
    }
}

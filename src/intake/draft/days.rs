//! Words of a quote that set a day, where they can be read in one way.

use crate::plan::meant::day::{DayFault, DayWords, read_day};
use crate::plan::meant::endless::is_endless;
use crate::plan::meant::is_numeral;
use crate::plan::meant::recurs::recurrence;
use crate::plan::{Date, Period, Recurrence};

use super::brackets::Depth;
use super::listed::{without_end, words};
use super::numbers::is_digit;
use super::plan::DraftDeadline;

/// The words that may end an expression of time, the longer first.
const WORDS: &[&str] = &["年年底", "年底", "年末", "年内", "全年", "上半年", "下半年", "季度末", "季度"];
/// What stands between the first and the last day of a span.
pub(super) const JOINTS: &[&str] = &["至", "到", "——", "—", "-", "－", "–", "～", "~"];

/// What the words of a quote say of time.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Times {
    /// The only day that they set, in the period.
    pub(super) deadline: Option<DraftDeadline>,
    /// The first day, where they name a span.
    pub(super) start: Option<Date>,
    /// The duty that comes round again.
    pub(super) recurs: Option<Recurrence>,
    /// Whether they say that the work has no finish.
    pub(super) endless: bool,
    /// The words, where they set several days, or one outside the period.
    pub(super) unsettled: Vec<String>,
}

/// An expression of time, and what it means in the period.
struct Found<'t> {
    says: &'t str,
    end: Option<Date>,
    start: Option<Date>,
    /// Whether no other day can be meant.
    sure: bool,
}

/// The deadline that a quote's words set: there must be one, and it must lie in the period.
pub(super) fn times(quote: &str, period: Period) -> Times {
    let mut found: Vec<Found<'_>> = Vec::new();
    let mut recurs = None;
    let mut depth = Depth::default();
    let mut past = 0;
    for (at, c) in quote.char_indices() {
        depth.pass(c);
        if at < past || depth.is_open() {
            continue;
        }
        let Some((before, rest)) = quote.split_at_checked(at) else { continue };
        if c == '每' {
            let (says, duty) = again(rest);
            past = at + says.len();
            match duty {
                Some(_) if recurs.is_none() => recurs = duty,
                _ if says.len() > c.len_utf8() => found.push(yearly(says, period)),
                _ => {}
            }
        } else if let Some(one) = span(before, rest, period)
            .or_else(|| by_year(before, rest, period))
            .or_else(|| expression(before, rest).map(|says| day_of(says, rest, period)))
        {
            past = at + one.says.len();
            found.push(one);
        }
    }
    Times { recurs, ..settled(&found, period) }
}

/// One day, or what was said of several.
fn settled(found: &[Found<'_>], period: Period) -> Times {
    match found.first() {
        Some(Found { says, end: Some(date), start, sure }) if found.iter().all(|one| one.end == Some(*date)) => Times {
            deadline: Some(DraftDeadline { date: *date, says: Some((*says).to_owned()), sure: *sure }),
            start: start.filter(|start| period.contains(*start)),
            ..Times::default()
        },
        Some(_) | None => {
            Times { unsettled: found.iter().map(|one| one.says.to_owned()).collect(), ..Times::default() }
        }
    }
}

/// Whether words say nothing but when: 9月底前完成, 全年实施, 每月25日前.
pub(super) fn says_when(words: &str) -> bool {
    let mut bare = words.trim().trim_start_matches('于');
    while let Some(rest) = without_end(bare, words!("完成 办结 实施 落实 到位 建成 投用 见效 前 之前 以前"))
    {
        bare = rest.trim_end();
    }
    let spoken = is_endless(words.trim()) || is_endless(bare) || WORDS.contains(&bare) || recurrence(bare).is_some();
    let mut days = bare.split(|c| JOINTS.iter().any(|joint| joint.contains(c)));
    spoken || days.all(|day| in_figures(day) == Some(day.len()) || only_day(day) == Some(day.len()))
}

/// What stands behind a last day at the beginning of a clause: 4月底前全部搬入新址.
pub(super) fn behind_last_day(clause: &str) -> Option<&str> {
    let behind = clause.get(in_figures(clause).or_else(|| in_words("", clause))?..)?;
    ["之前", "以前", "前"].iter().find_map(|word| behind.strip_prefix(word))
}

/// What the words of a field of the task say of time: 完成时限：3月底前.
pub(super) fn of_field(words: &str, period: Period) -> Times {
    if is_endless(words) {
        return Times { endless: true, ..Times::default() };
    }
    if let Some(recurs) = recurrence(words) {
        return Times { recurs: Some(recurs), ..Times::default() };
    }
    let says = || words.to_owned();
    match spoken(words, period) {
        Some((start, date)) if period.contains(date) => Times {
            deadline: Some(DraftDeadline { date, says: Some(says()), sure: true }),
            start: start.filter(|start| period.contains(*start)),
            ..Times::default()
        },
        Some(_) | None => {
            let within = times(words, period);
            if within.deadline.is_some() { within } else { Times { unsettled: vec![says()], ..Times::default() } }
        }
    }
}

/// The first and the last day of a text that is wholly an expression of time.
pub(super) fn spoken(words: &str, period: Period) -> Option<(Option<Date>, Date)> {
    if let Some(found) = span("", words, period).filter(|found| found.says.len() == words.len()) {
        return found.end.map(|end| (found.start, end));
    }
    let known = DayWords { today: None, period: Some(period) };
    read_day(words, known).ok().map(|read| (None, read.date))
}

/// 2019年1月1日至2020年12月31日, 3月—5月, 3月1日至15日.
fn span<'t>(before: &str, rest: &'t str, period: Period) -> Option<Found<'t>> {
    if before.ends_with(is_digit) || before.ends_with(is_numeral) || before.ends_with('第') {
        return None;
    }
    let first = rest.get(..in_figures(rest)?)?;
    let behind = rest.get(first.len()..)?;
    let (joint, last) = JOINTS.iter().find_map(|joint| Some((joint.len(), behind.strip_prefix(joint)?)))?;
    let last = last.get(..in_figures(last).or_else(|| only_day(last))?)?;
    let says = rest.get(..first.len() + joint + last.len())?;
    let known = DayWords { today: None, period: Some(period) };
    let year = first.split_once('年').map_or("", |(year, _)| year);
    let month = first.rsplit_once('月').map_or("", |(month, _)| month);
    let whole = match (last.contains('年'), last.contains('月')) {
        (true, _) => last.to_owned(),
        (false, true) if !year.is_empty() => format!("{year}年{last}"),
        (false, true) => last.to_owned(),
        (false, false) if last.contains('日') && !month.is_empty() => format!("{month}月{last}"),
        (false, false) => last.to_owned(),
    };
    let end = read_day(&whole, known).ok().map(|read| read.date).filter(|end| period.contains(*end));
    let start =
        read_day(first, known).ok().map(|read| if first.contains('日') { read.date } else { read.date.month_start() });
    Some(Found { says, end, start: start.filter(|start| end.is_none_or(|end| *start <= end)), sure: true })
}

/// 15日: a day without its month.
fn only_day(text: &str) -> Option<usize> {
    let (day, after) = figures(text)?;
    let after = after.strip_prefix('日').filter(|_| day.chars().count() <= 2)?;
    Some(text.len() - after.len())
}

/// 到2030年: the end of that year is likely meant.
fn by_year<'t>(before: &str, rest: &'t str, period: Period) -> Option<Found<'t>> {
    let (year, after) = if before.ends_with(['到', '至']) { figures(rest) } else { None }?;
    let after = after.strip_prefix('年').filter(|_| year.chars().count() == 4)?;
    if after.starts_with(|c: char| is_digit(c) || is_numeral(c) || "底末内前初上下第度".contains(c)) {
        return None;
    }
    let says = rest.get(..rest.len() - after.len())?;
    let known = DayWords { today: None, period: Some(period) };
    let end = read_day(&format!("{says}底"), known).ok().map(|read| read.date);
    Some(Found { says, end: end.filter(|end| period.contains(*end)), start: None, sure: false })
}

/// 每月25日前, 每年6月底前: words of time that come round again, and the duty where it is one.
fn again(rest: &str) -> (&str, Option<Recurrence>) {
    const LONGEST: usize = 12;
    let within = rest.char_indices().take_while(|(_, c)| !"，。；,;".contains(*c));
    let ends: Vec<usize> = within.map(|(at, c)| at + c.len_utf8()).take(LONGEST).collect();
    let prefix = |end: &usize| rest.get(..*end).unwrap_or("");
    let duty = |end: &usize| {
        let says = prefix(end);
        let counted =
            rest.get(*end..).is_some_and(|rest| rest.starts_with(['次', '回', '期', '场', '个', '例', '轮', '批']));
        let named = says.ends_with(['日', '号', '底', '末', '前', '天'])
            || says.starts_with("每周") && says.ends_with(is_numeral);
        recurrence(says).filter(|duty| named && !counted && duty.is_sound()).map(|duty| (says, Some(duty)))
    };
    if let Some(found) = ends.iter().rev().find_map(duty) {
        return found;
    }
    let yearly = ["每年", "每半年", "每季", "每月", "每周"].iter().any(|word| rest.starts_with(word));
    let end = ends.iter().find(|end| yearly && prefix(end).ends_with('前'));
    (end.map_or_else(|| rest.get(..'每'.len_utf8()).unwrap_or(""), prefix), None)
}

/// What stands behind the words of a duty that comes round again, at the beginning of a clause: 每月25日前报送.
pub(super) fn behind_recurring(clause: &str) -> Option<&str> {
    let (says, duty) = again(clause.strip_prefix('每').map(|_| clause)?);
    clause.get(says.len()..).filter(|_| duty.is_some() || says.ends_with('前'))
}

/// 每年10月底前: in a period of a year at most it comes once, and is likely that day.
fn yearly(says: &str, period: Period) -> Found<'_> {
    let once = period.end.days_since(period.start) < DAYS_OF_A_YEAR;
    let day = says.strip_prefix("每年").and_then(|day| day.strip_suffix('前')).filter(|_| once);
    let end = day.and_then(|day| day_of(day, says.get("每年".len()..).unwrap_or(""), period).end);
    let says = if end.is_some() { day.unwrap_or(says) } else { says };
    Found { says, end, start: None, sure: false }
}

const DAYS_OF_A_YEAR: i64 = 366;

/// What says that the words of time before it are a last day.
const BEFORE: [&str; 3] = ["前", "之前", "以前"];

/// The day of the period that words of time set; none where they do not tell which: 三季度前 is before it begins, or ends.
fn day_of<'t>(says: &'t str, rest: &str, period: Period) -> Found<'t> {
    let before = rest.get(says.len()..).is_some_and(|rest| BEFORE.iter().any(|word| rest.starts_with(word)));
    let words = DayWords { today: None, period: Some(period) };
    let read = if before { read_day(&format!("{says}前"), words) } else { read_day(says, words) };
    let end = read.ok().map(|read| read.date).filter(|date| period.contains(*date));
    Found { says, end, start: None, sure: true }
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
pub(super) fn in_figures(rest: &str) -> Option<usize> {
    let rest_of = |text: &str| rest.len() - text.len();
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
            ("10月至12月开展", Some(("2020-12-31", "10月至12月"))),
            ("8月1日—15日开展", Some(("2020-08-15", "8月1日—15日"))),
            ("2020年7月1日至2020年9月30日给予补贴", Some(("2020-09-30", "2020年7月1日至2020年9月30日"))),
            ("2019年1月1日至2021年12月31日给予补贴", None),
            ("到2020年全面建成", Some(("2020-12-31", "2020年"))),
            ("到2030年全面建成", None),
            ("每月25日前报送，11月底前完成", Some(("2020-11-30", "11月底"))),
            ("每年10月底前报送", Some(("2020-10-31", "10月底"))),
            ("每月2375元，每月1次，每周一次", None),
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
            let shown = deadline.as_ref().map(|one| (one.date.to_string(), one.says.as_deref().unwrap_or("")));
            assert_eq!(shown, found.map(|(date, says)| (date.to_owned(), says)), "{quote}");
        }
    }

    #[test]
    fn other_words_of_time_are_read_too() {
        let period = Period { start: "2020-07-01".parse().unwrap(), end: "2020-12-31".parse().unwrap() };
        assert_eq!(times("每月25日前报送", period).recurs.map(|one| one.to_string()).as_deref(), Some("month:25"));
        let once = times("每年10月底前报送", period).deadline.unwrap();
        assert_eq!((once.date.to_string().as_str(), once.sure), ("2020-10-31", false), "it comes once in the period");
        let years = Period { end: "2022-12-31".parse().unwrap(), ..period };
        assert_eq!(times("每年10月底前报送", years).unsettled, ["每年10月底前"]);
        for (words, when) in [
            ("9月底前完成", true),
            ("全年实施", true),
            ("2026年3月1日至5月31日", true),
            ("每月25日前", true),
            ("县发展局", false),
            ("尽快完成", false),
        ] {
            assert_eq!(says_when(words), when, "{words}");
        }
        assert_eq!(behind_last_day("4月底前全部搬入新址"), Some("全部搬入新址"));
        assert_eq!(behind_last_day("4月底搬入新址"), None);
        assert!(of_field("长期坚持", period).endless);
        assert_eq!(of_field("9月底前", period).deadline.map(|one| one.date.to_string()).as_deref(), Some("2020-09-30"));
        assert_eq!(of_field("尽快", period).unsettled, ["尽快"]);
        assert!(!times("到2020年建成", period).deadline.unwrap().sure);
        assert_eq!(latest_written("到2030年，2021年3月底前完成，2020年印发").unwrap().to_string(), "2021-03-31");
    }
}

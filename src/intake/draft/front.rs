//! What the head and the foot of a document say of it: title, issuer, day of issue, period.

use crate::plan::meant::column::Field;
use crate::plan::{Date, Period};

use super::figures::latest_written;
use super::head::{DraftHead, Given, Known};
use super::headings::number;
use super::issue::{self, HEAD_LINES};
use super::issuer::{issuer, names_issuer};
use super::listed::{begins, holds, words};
use super::masthead::{self, Masthead, plain};
use super::period::{day, from_issue, period_of, school_term, years};
use super::sentences::Paragraph;

/// The longest line that may be a title, in characters.
const LONGEST_TITLE: usize = 60;
/// A shorter line is the head of a column, in characters.
const SHORTEST_TITLE: usize = 4;
/// So many years beyond its issue may a plan set days.
const MOST_YEARS: i32 = 5;

/// Words of the titles of plans, the surest first.
const TITLES: &[&str] = &[
    "工作安排",
    "工作要点",
    "工作计划",
    "工作报告",
    "工作方案",
    "实施方案",
    "行动方案",
    "行动计划",
    "重点工作",
    "任务分解",
    "工作任务",
    "工作思路",
    "工作打算",
    "工作规划",
    "任务清单",
    "责任分解",
    "安排意见",
    "实施意见",
    "责任清单",
    "分工方案",
    "若干措施",
    "若干意见",
    "若干政策",
    "计划",
    "要点",
    "方案",
    "规划",
    "意见",
    "措施",
    "通知",
    "清单",
    "分解表",
    "一览表",
    "台账",
    "纪要",
];
/// What the document says of itself, what was given going first.
pub(super) fn head(text: &str, paragraphs: &[Paragraph<'_>], given: &Given, today: Date) -> DraftHead {
    let lines = lines(paragraphs);
    let masthead = Masthead::of(&lines);
    let read_title = title(&masthead);
    let title = Known::settle(given.title.clone(), read_title, || "（标题待填）工作安排".to_owned());
    let issuer = Known::settle(given.issuer.clone(), issuer(&title.value, &masthead), || "（发文单位待填）".to_owned());
    let dated = masthead.issued.or_else(|| issue::day(&masthead.lines));
    let declared = || from_issue(text, given.issued.or(dated)?);
    let named = period_of(&title.value).or_else(|| period_of_parts(&lines)).or_else(declared);
    let year = |year: i32| Period { start: day(year, 1, 1), end: day(year, 12, 31) };
    let around = given.issued.or(dated).map(|day| day.year());
    // The year of issue, or that which the document names most often, is a guess; with the years of the days that it sets.
    let guessed = || {
        if let Some(term) = school_term(&title.value) {
            return term;
        }
        let first = around.or_else(|| most_named(text)).unwrap_or(today.year());
        let last =
            latest_written(text).map(|day| day.year()).filter(|last| (first..=first + MOST_YEARS).contains(last));
        Period { end: day(last.unwrap_or(first), 12, 31), ..year(first) }
    };
    let period = Known::settle(given.period, named, guessed);
    let issued = Known::settle(given.issued, dated, || if text.trim().is_empty() { today } else { period.value.start });
    let disclosure = lines.iter().take(HEAD_LINES).find_map(|line| disclosure(line));
    let (units, sections) = (given.units.clone(), given.sections.clone());
    let number = masthead
        .number
        .clone()
        .or_else(|| masthead.lines.iter().take(HEAD_LINES).find_map(|line| masthead::number(line)));
    DraftHead { id: given.id.clone(), title, issuer, number, issued, period, disclosure, units, sections }
}

/// The document's own title, whatever the plan is called.
pub(super) fn own_title(paragraphs: &[Paragraph<'_>]) -> Option<String> {
    title(&Masthead::of(&lines(paragraphs)))
}

fn lines<'t>(paragraphs: &[Paragraph<'t>]) -> Vec<&'t str> {
    paragraphs.iter().flatten().map(|sentence| sentence.text).collect()
}

fn most_named(text: &str) -> Option<i32> {
    let mut counts: std::collections::BTreeMap<i32, usize> = std::collections::BTreeMap::new();
    for (at, year, length) in years(text) {
        if text.get(at + length..).is_some_and(|after| after.starts_with('年')) {
            *counts.entry(year).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(year, _)| year)
}

/// The period that a heading over what is to be done names: 三、2026年工作安排.
fn period_of_parts(lines: &[&str]) -> Option<Period> {
    let heads = lines.iter().filter(|line| line.chars().count() <= LONGEST_PART && number(line).is_some());
    let ahead = |line: &&&str| {
        holds(line, words!("安排 重点工作 主要任务 工作任务 工作目标 工作打算"))
            && !holds(line, words!("回顾 总结 时期"))
    };
    heads.filter(ahead).find_map(|line| period_of(line))
}

/// The longest heading that names a period, in characters.
const LONGEST_PART: usize = 30;

fn title(masthead: &Masthead<'_>) -> Option<String> {
    if let Some(title) = &masthead.title {
        return Some(inner(title));
    }
    let lines = &masthead.lines;
    let head = || lines.iter().take(HEAD_LINES).enumerate().filter(|(_, line)| fits(line));
    let plan = TITLES.iter().find_map(|word| {
        let named =
            |line: &str| own_words(line).rsplit_once(word).is_some_and(|(_, rest)| rest.chars().count() <= MOST_BEHIND);
        head().find(|(_, line)| named(line)).map(|(at, _)| at)
    });
    let first = || head().next().map(|(at, _)| at).filter(|at| *at == 0);
    let at = plan.or_else(first)?;
    // 会议纪要 above 某县政府第8次常务会议纪要 is the kind of paper.
    let kind = lines.get(at).map(|line| plain(line)).filter(|line| TITLES.contains(&line.trim_start_matches("会议")));
    let fuller = |kind: &String| {
        let named = |line: &str| line.chars().count() > kind.chars().count() && line.ends_with(kind.as_str());
        head().filter(|(below, _)| *below > at).find(|(_, line)| named(&plain(line))).map(|(at, _)| at)
    };
    Some(inner(&whole(lines, kind.as_ref().and_then(fuller).unwrap_or(at))))
}

/// A line without the papers that it names, unless it passes them on: 《工作报告》 in 分解《工作报告》的通知.
fn own_words(line: &str) -> String {
    let mut words = plain(line);
    while let Some((start, end)) = words.find('《').zip(words.find('》')).filter(|(start, end)| start < end) {
        if words.contains("印发") || end + '》'.len_utf8() == words.len() {
            break;
        }
        words.replace_range(start..end + '》'.len_utf8(), "");
    }
    words
}

/// What may stand behind the word of a title: 工作要点的通知, （2026年）.
const MOST_BEHIND: usize = 16;

/// Whether a line may be a title: no heading of a part, of a column, or a sentence.
fn fits(line: &str) -> bool {
    let length = line.chars().count();
    (SHORTEST_TITLE..=LONGEST_TITLE).contains(&length)
        && !line.ends_with(['。', '：', ':', '；', '，'])
        && !line.contains(['。', '\t', '/', '|'])
        && !ends_in_number(line)
        && number(line).is_none()
        && Field::named(line).is_none()
        && !begins(line, words!("附件 考核 各"))
        && line.chars().any(char::is_alphabetic)
}

/// A title with the lines above it that it goes on from, and who issued it.
fn whole(lines: &[&str], at: usize) -> String {
    let line = |at: usize| lines.get(at).map_or_else(String::new, |line| plain(line));
    let mut title = line(at);
    let above = at.checked_sub(1).map(line).unwrap_or_default();
    let open = |text: &str| text.matches('《').count() > text.matches('》').count();
    let goes_on = open(&above) || (above.contains("关于") && !title.contains("关于") && title.ends_with("通知"));
    if goes_on && above.chars().count() <= LONGEST_TITLE {
        title = above.clone() + &title;
    }
    // A title of two lines of which the first names the kind of paper.
    if open(&title) {
        title += &line(at + 1);
    }
    let signed = names_issuer(&above) && above.chars().count() <= 30;
    if signed && !title.contains(&above) && !title.contains("人民政府") { above + &title } else { title }
}

/// 关于印发《2023年工作要点》的通知 passes on a plan of that title; 关于印发《政府工作报告》分工方案的通知 one of another.
fn inner(words: &str) -> String {
    let parts = words.split_once('《').and_then(|(before, rest)| Some((before, rest.split_once('》')?)));
    match parts {
        Some((before, (inner, behind)))
            if before.ends_with("印发")
                && begins_as_letter(behind)
                && TITLES.iter().any(|word| inner.contains(word)) =>
        {
            inner.to_owned()
        }
        Some(_) | None => words.to_owned(),
    }
}

/// What stands behind the title of a paper that a letter passes on: nothing, or 的通知.
fn begins_as_letter(behind: &str) -> bool {
    behind.is_empty() || begins(behind, words!("的 通知 （ ("))
}

/// A line at whose end the number of a document stands is no title.
fn ends_in_number(line: &str) -> bool {
    line.contains(['〔', '﹝', '[']) && line.trim_end().ends_with('号')
}

fn disclosure(line: &str) -> Option<String> {
    let words = plain(line);
    let words = words.rsplit(['：', ':']).next().unwrap_or("").trim();
    ["主动公开", "依申请公开", "不予公开"].into_iter().find(|known| *known == words).map(str::to_owned)
}

//! What the head and the foot of a document say of it: title, issuer, day of issue, period.

use crate::plan::meant::column::Field;
use crate::plan::{Date, Period};

use super::days::latest_written;
use super::head::{DraftHead, Given, Known};
use super::headings::number;
use super::issue::{self, FOOT_LINES, HEAD_LINES};
use super::listed::{begins, holds, words};
use super::masthead::{self, Masthead, plain};
use super::period::{day, period_of, years};
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
/// The ends of issuers' names.
const ISSUERS: &[&str] = &[
    "人民政府办公厅",
    "人民政府办公室",
    "人民政府",
    "街道办事处",
    "办事处",
    "管理委员会",
    "管委会",
    "委员会办公室",
    "委员会",
    "办公厅",
    "办公室",
    "管理局",
    "国务院",
    "指挥部",
    "领导小组",
];

/// What the document says of itself, what was given going first.
pub(super) fn head(text: &str, paragraphs: &[Paragraph<'_>], given: &Given, today: Date) -> DraftHead {
    let lines = lines(paragraphs);
    let masthead = Masthead::of(&lines);
    let read_title = title(&masthead);
    let title = Known::settle(given.title.clone(), read_title, || "（标题待填）工作安排".to_owned());
    let issuer = Known::settle(given.issuer.clone(), issuer(&title.value, &masthead), || "（发文单位待填）".to_owned());
    let named = period_of(&title.value).or_else(|| period_of_parts(&lines));
    let dated = masthead.issued.or_else(|| issue::day(&masthead.lines));
    let year = |year: i32| Period { start: day(year, 1, 1), end: day(year, 12, 31) };
    let around = given.issued.or(dated).map(|day| day.year());
    // The year of issue, or that which the document names most often, is a guess; with the years of the days that it sets.
    let guessed = || {
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
    Some(inner(&whole(lines, at)))
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
    let signed = ISSUERS.iter().any(|end| above.ends_with(end)) && above.chars().count() <= 30;
    if signed && !title.contains(&above) && !title.contains("人民政府") { above + &title } else { title }
}

/// 关于印发《2023年工作要点》的通知 passes on a plan of that title.
fn inner(words: &str) -> String {
    let inner = words.split_once('《').and_then(|(_, rest)| rest.split_once('》')).map(|(inner, _)| inner.to_owned());
    match inner {
        Some(inner) if words.contains("印发") && TITLES.iter().any(|word| inner.contains(word)) => inner,
        _ => words.to_owned(),
    }
}

/// A line at whose end the number of a document stands is no title.
fn ends_in_number(line: &str) -> bool {
    line.contains(['〔', '﹝', '[']) && line.trim_end().ends_with('号')
}

fn issuer(title: &str, masthead: &Masthead<'_>) -> Option<String> {
    let lines = &masthead.lines;
    let until_end = |text: &str| {
        ISSUERS
            .iter()
            .filter_map(|end| text.find(end).map(|at| at + end.len()))
            .min()
            .and_then(|end| text.get(..end))
            .map(|name| without_year(name).to_owned())
    };
    let short =
        |name: &String| (3..=30).contains(&name.chars().count()) && !name.contains(['，', ',', '。', '《', '：', '在']);
    let named = |line: &String| ISSUERS.iter().any(|end| line.ends_with(end)) && short(line) && !line.starts_with('各');
    let foot = lines.len().saturating_sub(FOOT_LINES);
    let signed = || lines.iter().skip(foot).map(|line| plain(line)).find(named);
    // Whoever stands right above the day at the foot has signed.
    let above_day = || {
        let dated = |pair: &&[&str]| pair.last().is_some_and(|day| issue::day_in(day).is_some());
        let pair = lines.windows(2).skip(foot).find(dated)?;
        pair.first().map(|line| plain(line)).filter(short).filter(|line| !title.contains(line.as_str()))
    };
    let headed = || lines.iter().take(HEAD_LINES).map(|line| plain(line)).find(named);
    let speaks = || {
        let line = lines.iter().take(HEAD_LINES * 2).find(|line| line.contains("我代表"))?;
        until_end(line.split_once("我代表")?.1)
    };
    let found = masthead
        .issuer
        .clone()
        .or_else(|| until_end(title).filter(short).filter(|name| !name.starts_with("关于")))
        .or_else(signed)
        .or_else(above_day)
        .or_else(|| speaks().filter(short))
        .or_else(headed)?;
    Some(with_place(found, title, lines))
}

/// The levels at which governments stand.
const LEVELS: &[&str] = &["自治区", "自治州", "省", "市", "州", "县", "区", "旗", "镇", "乡"];

/// 省人民政府 as 某某省人民政府, where the head of the document says which.
fn with_place(name: String, title: &str, lines: &[&str]) -> String {
    let Some(level) = LEVELS.iter().find(|level| name.starts_with(**level)) else { return name };
    let place = |text: &str| {
        let end = text.find(level)? + level.len();
        text.get(..end)
            .filter(|place| (2..=8).contains(&(place.chars().count() - level.chars().count())))
            .map(str::to_owned)
    };
    // ——2026年1月26日在某某省第十四届人民代表大会第五次会议上
    let meeting = lines.iter().take(HEAD_LINES).find_map(|line| {
        let (_, rest) = line.split_once('在')?;
        let (named, _) = rest.split_once('第')?;
        place(named).filter(|place| place.len() == named.len())
    });
    let found = meeting.or_else(|| place(without_year(title).trim_start_matches("关于")));
    found.map_or_else(|| name.clone(), |place| place + name.strip_prefix(level).unwrap_or(&name))
}

/// 2021年某某镇人民政府 as 某某镇人民政府.
fn without_year(name: &str) -> &str {
    let year = years(name).next().filter(|(at, ..)| *at == 0);
    year.and_then(|(_, _, length)| name.get(length..)).map_or(name, |rest| rest.trim_start_matches(['年', '度']))
}

fn disclosure(line: &str) -> Option<String> {
    let words = plain(line);
    let words = words.rsplit(['：', ':']).next().unwrap_or("").trim();
    ["主动公开", "依申请公开", "不予公开"].into_iter().find(|known| *known == words).map(str::to_owned)
}

//! What the head and the foot of a document say of it: title, issuer, day of issue, period.

use chrono::NaiveDate;

use crate::plan::meant::day::{DayWords, Named, ReadDay, read_day};
use crate::plan::meant::numeral;
use crate::plan::{Date, Period};

use super::head::{DraftHead, Given, Known};
use super::numbers::{half_width, is_digit};
use super::sentences::Paragraph;

/// The title stands among so many lines.
const HEAD_LINES: usize = 12;
/// The signature and the day stand among so many last lines.
const FOOT_LINES: usize = 8;
/// The longest line that may be a title, in characters.
const LONGEST_TITLE: usize = 60;

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
    "计划",
    "要点",
    "方案",
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
];

/// What the document says of itself, what was given going first.
pub(super) fn head(text: &str, paragraphs: &[Paragraph<'_>], given: &Given, today: Date) -> DraftHead {
    let lines = lines(paragraphs);
    let title = Known::settle(given.title.clone(), title(&lines), || "（标题待填）工作安排".to_owned());
    let issuer = Known::settle(given.issuer.clone(), issuer(&title.value, &lines), || "（发文单位待填）".to_owned());
    let named = period_of(&title.value);
    let dated = issued(&lines);
    let year = |year: i32| Period { start: day(year, 1, 1), end: day(year, 12, 31) };
    let around = given.issued.or(dated).map(|day| day.year());
    // The year of issue, or that which the document names most often, is a guess.
    let guessed = || year(around.or_else(|| most_named(text)).unwrap_or(today.year()));
    let period = Known::settle(given.period, named, guessed);
    let issued = Known::settle(given.issued, dated, || if text.trim().is_empty() { today } else { period.value.start });
    let disclosure = lines.iter().take(HEAD_LINES).find_map(|line| disclosure(line));
    let (units, sections) = (given.units.clone(), given.sections.clone());
    DraftHead { id: given.id.clone(), title, issuer, issued, period, disclosure, units, sections }
}

/// The document's own title, whatever the plan is called.
pub(super) fn own_title(paragraphs: &[Paragraph<'_>]) -> Option<String> {
    title(&lines(paragraphs))
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

fn title(lines: &[&str]) -> Option<String> {
    let fits = |line: &&&str| {
        let length = line.chars().count();
        (4..=LONGEST_TITLE).contains(&length)
            && !line.ends_with(['。', '：', ':', '；', '，'])
            && !is_number_of_document(line)
    };
    let head = lines.iter().take(HEAD_LINES);
    let plan = TITLES.iter().find_map(|word| {
        let named = |line: &&&str| plain(line).contains(word) && super::headings::number(line).is_none();
        head.clone().filter(fits).enumerate().find(|(_, line)| named(line)).map(|(at, line)| (at, *line))
    });
    let (_, line) = plan.or_else(|| {
        head.clone().filter(fits).find(|line| line.chars().any(|c| c.is_alphabetic())).map(|line| (0, *line))
    })?;
    let words = plain(line);
    // 关于印发《2023年工作要点》的通知 passes on a plan of that title.
    let inner = words.split_once('《').and_then(|(_, rest)| rest.split_once('》')).map(|(inner, _)| inner.to_owned());
    let title = match inner {
        Some(inner) if words.contains("印发") && TITLES.iter().any(|word| inner.contains(word)) => inner,
        _ => words,
    };
    let above = lines.iter().take_while(|above| **above != line).last().map(|above| plain(above));
    let signed = above.filter(|above| ISSUERS.iter().any(|end| above.ends_with(end)) && above.chars().count() <= 30);
    match signed {
        Some(signed) if !title.contains(&signed) && !title.contains("人民政府") => Some(signed + &title),
        _ => Some(title),
    }
}

/// A line without the spaces and marks that set it out.
fn plain(line: &str) -> String {
    let words = line.trim_matches(|c: char| c.is_whitespace() || "#*—".contains(c));
    let chinese = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
    let mut plain = String::new();
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        // 工 作 报 告 is set out with spaces.
        if c.is_whitespace() && (chinese(plain.chars().last()) || chinese(chars.peek().copied())) {
            continue;
        }
        plain.push(if c.is_control() || c.is_whitespace() { ' ' } else { c });
    }
    plain
}

fn is_number_of_document(line: &str) -> bool {
    line.contains(['〔', '﹝', '[']) && line.trim_end().ends_with('号')
}

fn issuer(title: &str, lines: &[&str]) -> Option<String> {
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
    let foot = lines.len().saturating_sub(FOOT_LINES);
    let signed = lines
        .iter()
        .skip(foot)
        .map(|line| plain(line))
        .find(|line| ISSUERS.iter().any(|end| line.ends_with(end)) && short(line));
    let headed = || {
        lines
            .iter()
            .take(HEAD_LINES)
            .map(|line| plain(line))
            .find(|line| ISSUERS.iter().any(|end| line.ends_with(end)) && short(line))
    };
    let speaks = || {
        let line = lines.iter().take(HEAD_LINES * 2).find(|line| line.contains("我代表"))?;
        until_end(line.split_once("我代表")?.1)
    };
    until_end(title)
        .filter(short)
        .filter(|name| !name.starts_with("关于"))
        .or(signed)
        .or_else(|| speaks().filter(short))
        .or_else(headed)
}

/// 2021年某某镇人民政府 as 某某镇人民政府.
fn without_year(name: &str) -> &str {
    let year = years(name).next().filter(|(at, ..)| *at == 0);
    year.and_then(|(_, _, length)| name.get(length..)).map_or(name, |rest| rest.trim_start_matches(['年', '度']))
}

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
fn period_of(title: &str) -> Option<Period> {
    let text: String = title.chars().map(half_width).collect();
    let (at, year, digits) = years(&text).next()?;
    let after = text.get(at + digits..)?;
    if let Some(to) = years(&text).nth(1).filter(|(next, ..)| spans(text.get(at + digits..*next).unwrap_or(""))) {
        return (to.1 > year && to.1 - year <= 10).then(|| Period { start: day(year, 1, 1), end: day(to.1, 12, 31) });
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
fn years(text: &str) -> impl Iterator<Item = (usize, i32, usize)> + '_ {
    text.match_indices("20").filter_map(move |(at, _)| {
        let digits = text.get(at..at + 4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        let alone = !text.get(..at)?.ends_with(is_digit) && !text.get(at + 4..)?.starts_with(is_digit);
        let year = digits.parse().ok().filter(|_| alone)?;
        Some((at, year, 4))
    })
}

/// The day of issue: a line that is a day, or holds one in brackets, at the head or the foot.
fn issued(lines: &[&str]) -> Option<Date> {
    let foot = lines.len().saturating_sub(FOOT_LINES).max(HEAD_LINES);
    let edges = lines.iter().take(HEAD_LINES).chain(lines.iter().skip(foot).rev());
    edges.filter(|line| line.chars().count() <= 60).find_map(|line| day_in(line))
}

fn day_in(line: &str) -> Option<Date> {
    let words: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let words = words.trim_matches(['(', '（', ')', '）', '—', '。']);
    let named = ["印发日期", "发布日期", "发文日期", "成文日期", "时间", "日期"];
    let words = named.iter().find_map(|name| words.strip_prefix(name)?.strip_prefix(['：', ':'])).unwrap_or(words);
    let whole = whole_day(words).filter(|_| words.chars().count() >= 8);
    // ——2023年1月5日在某某大会上; 2016年5月28日印发
    let spoken = || {
        let end = words.find('日')? + '日'.len_utf8();
        let (day, rest) = words.split_at_checked(end)?;
        let said =
            rest.starts_with('在') || rest.starts_with("印发") || rest.starts_with("发布") || rest.starts_with("于");
        whole_day(day).filter(|_| said)
    };
    whole.or_else(spoken).filter(|day| (1990..=2099).contains(&day.year()))
}

/// The day that a text names by its year, its month and its number.
fn whole_day(text: &str) -> Option<Date> {
    match read_day(text, DayWords { today: None, period: None }) {
        Ok(ReadDay { date, named: Named::Day }) => Some(date),
        Ok(ReadDay { named: Named::End | Named::Month | Named::Span, .. }) | Err(_) => None,
    }
}

fn disclosure(line: &str) -> Option<String> {
    let words = plain(line);
    let words = words.rsplit(['：', ':']).next().unwrap_or("").trim();
    ["主动公开", "依申请公开", "不予公开"].into_iter().find(|known| *known == words).map(str::to_owned)
}

/// A day of that month, as it always exists.
fn day(year: i32, month: u32, day: u32) -> Date {
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
        ] {
            let period = period_of(title).map(|period| (period.start.to_string(), period.end.to_string()));
            assert_eq!(period, Some((start.to_owned(), end.to_owned())), "{title}");
        }
        assert_eq!(period_of("政府工作报告"), None);
    }

    #[test]
    fn a_day_of_issue_is_a_line_of_its_own_or_said_to_be_one() {
        for (line, day) in [
            ("2020.07.17", Some("2020-07-17")),
            ("二〇二一年三月五日", Some("2021-03-05")),
            ("（2023年1月5日）", Some("2023-01-05")),
            ("——2026年1月27日在江西省第十四届人民代表大会第四次会议上", Some("2026-01-27")),
            ("发布日期：2021-09-30", Some("2021-09-30")),
            ("2020年", None),
            ("完成2020年7月17日的任务", None),
        ] {
            assert_eq!(day_in(line).map(|day| day.to_string()).as_deref(), day, "{line}");
        }
    }
}

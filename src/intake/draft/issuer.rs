//! Who issued a document: whoever its title begins with, or signs it above its day.

use super::headings::number;
use super::issue::{self, FOOT_LINES, HEAD_LINES, MOST_SIGNED};
use super::listed::{Words, begins, ends, words};
use super::masthead::{Masthead, plain};
use super::parts::is_row;
use super::period::{in_digits, years};

/// The ends of the names of those who issue plans.
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
/// The ends of other names of offices, firms, schools and branches of the party.
static OFFICES: Words = Words::of(
    "局 厅 委 公司 集团 学校 小学 中学 大学 学院 幼儿园 医院 党支部 党总支 党委 党组 工委 村委会 居委会 委员会 中心 管理处 支队 大队 合作社 协会 \
    联合会 研究院 教导处 政教处 总务处 办公室 督查室 政研室 研究室",
);
/// Names have so many characters.
const NAME: std::ops::RangeInclusive<usize> = 3..=30;
/// So many names may stand above one day.
const MOST_SIGNERS: usize = 6;

/// Who issued the document, as far as it says.
pub(super) fn issuer(title: &str, masthead: &Masthead<'_>) -> Option<String> {
    let lines = &masthead.lines;
    let headed = || lines.iter().take(HEAD_LINES).map(|line| plain(line)).find(|line| is_issuer(line));
    let papers = || lines.iter().take(HEAD_LINES).find_map(|line| plain(line).strip_suffix("文件").map(str::to_owned));
    let letters = || lines.iter().take(HEAD_LINES).find_map(|line| before_about(&plain(line)));
    let own = before_about(title);
    // 中共某县医院委员会 signs what the title says is 某县医院's.
    let fuller =
        |own: &String| signed(title, lines).filter(|name| name.len() > own.len() && name.contains(own.as_str()));
    let found = masthead
        .issuer
        .clone()
        .or_else(|| own.as_ref().and_then(fuller))
        .or(own)
        .or_else(|| until_end(title).filter(|name| is_short(name)).filter(|name| !name.starts_with("关于")))
        .or_else(|| signed(title, lines))
        .or_else(letters)
        .or_else(|| papers().filter(|name| is_office(name)))
        .or_else(|| speaks(lines).filter(|name| is_short(name)))
        .or_else(|| before_year(title))
        .or_else(headed)?;
    Some(with_place(found, title, lines))
}

/// Whether a line ends as the names of those do who issue plans.
pub(super) fn names_issuer(line: &str) -> bool {
    ISSUERS.iter().any(|end| line.ends_with(end))
}

fn is_short(name: &str) -> bool {
    NAME.contains(&name.chars().count())
        && !name.contains(['，', ',', '。', '；', '、', '《', '：', ':', '在'])
        && number(name).is_none()
        && !name.starts_with(|c: char| c.is_ascii_digit())
}

fn is_issuer(line: &str) -> bool {
    names_issuer(line) && is_short(line) && !line.starts_with('各')
}

/// Whether a line is the name of an office, a firm, a school.
fn is_office(line: &str) -> bool {
    (names_issuer(line) || ends(line, &OFFICES)) && is_short(line) && !begins(line, words!("各 关于 附件 抄送"))
}

/// 某局关于印发…的通知.
fn before_about(title: &str) -> Option<String> {
    let (name, _) = title.split_once("关于")?;
    is_signed(name).then(|| name.to_owned())
}

/// 某局　某局: the names of several offices that stand in one line.
pub(super) fn offices(line: &str) -> Option<String> {
    let names: Vec<&str> = line.split_whitespace().collect();
    (names.len() > 1 && names.iter().all(|name| is_office(name))).then(|| names.join("、"))
}

/// Whether a text is the name of an office, or those of several.
pub(super) fn is_signed(names: &str) -> bool {
    names.split('、').all(is_office)
}

/// 某公司2026年度计划, 某局二〇二六年要点.
fn before_year(title: &str) -> Option<String> {
    let plain = in_digits(title);
    let (at, ..) = years(&plain).next()?;
    plain.get(..at).filter(|name| is_office(name)).map(str::to_owned)
}

/// The name at the beginning of a title, however it goes on.
fn until_end(text: &str) -> Option<String> {
    let end = ISSUERS.iter().filter_map(|end| text.find(end).map(|at| at + end.len())).min()?;
    text.get(..end).map(|name| without_year(name).to_owned())
}

/// Whoever stands right above the day, or beside it, at the foot, or below the letter at the head; else the last lines that name one.
fn signed(title: &str, lines: &[&str]) -> Option<String> {
    let foot = lines.len().saturating_sub(FOOT_LINES);
    // Who has it printed (…2026年2月11日印发) is another.
    let own = |line: &&&str| !line.trim_end().ends_with("印发");
    let beside = |line: &&str| {
        let (name, _) = Some(line).filter(own).and_then(|line| issue::signature(line))?;
        Some(offices(name).unwrap_or_else(|| plain(name))).filter(|name| is_signed(name))
    };
    let at_foot = || (foot..lines.len()).rev();
    let below_letter = || 0..lines.len().min(MOST_SIGNED);
    let by_line = |at: usize| lines.get(at).and_then(beside);
    let last = || lines.iter().skip(foot).map(|line| plain(line)).find(|line| is_issuer(line));
    at_foot()
        .find_map(|at| above_day(title, lines, at, false).or_else(|| by_line(at)))
        .or_else(last)
        .or_else(|| below_letter().find_map(|at| above_day(title, lines, at, true)))
        .or_else(|| lines.iter().take(HEAD_LINES).find_map(beside))
}

/// The names that stand right above a line that is a day. At the head they must be names of offices.
fn above_day(title: &str, lines: &[&str], at: usize, at_head: bool) -> Option<String> {
    lines.get(at).filter(|line| issue::alone(line).or_else(|| issue::day_in(line).filter(|_| !at_head)).is_some())?;
    let own =
        |line: &String| (is_short(line) || is_signed(line)) && !title.ends_with(line.as_str()) && !line.contains(title);
    let above = lines.iter().take(at).rev().filter(|line| !is_row(line));
    let above = above.map(|line| offices(line).unwrap_or_else(|| plain(line)));
    let mut above = above.take(MOST_SIGNERS).take_while(own);
    let first = above.next().filter(|line| !at_head || is_signed(line))?;
    let others = if is_signed(&first) { above.take_while(|line| is_signed(line)).collect() } else { Vec::new() };
    let names: Vec<String> = others.into_iter().rev().chain([first]).collect();
    Some(names.join("、"))
}

/// 我代表某县人民政府….
fn speaks(lines: &[&str]) -> Option<String> {
    let line = lines.iter().take(HEAD_LINES * 2).find(|line| line.contains("我代表"))?;
    until_end(line.split_once("我代表")?.1)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_issued_a_document_signs_it_or_begins_its_title() {
        let body = "一、推进甲工作。";
        for (title, foot, name) in [
            ("某市水利局2026年工作要点", "某市水利局\n2026年2月1日", Some("某市水利局")),
            ("某县2026年行动方案", "某县公安局　　2026年5月22日", Some("某县公安局")),
            (
                "某市水利局2026年工作要点",
                "某市水利局\n2026年2月1日\n某市水利局办公室　　2026年2月2日印发",
                Some("某市水利局"),
            ),
            ("某县2026年行动方案", "中共某县委员会\n某县公安局\n2026年5月22日", Some("中共某县委员会、某县公安局")),
            ("某村党支部2026年工作计划", "中共某村支部委员会\n2026.1.18", Some("中共某村支部委员会")),
            (
                "某某水泥（集团）有限责任公司2026年度计划",
                "二〇二五年十二月二十日",
                Some("某某水泥（集团）有限责任公司"),
            ),
            ("某中学二〇二六年工作安排", "特此通知。", Some("某中学")),
            ("某县中医医院关于2026年工作的安排", "特此通知。", Some("某县中医医院")),
            ("某县人民政府办公室关于印发某县2026年工作要点的通知", "特此通知。", Some("某县人民政府办公室")),
            ("某街道2026年工作方案", "2.1街道防汛指挥部\n特此通知。", None),
            ("某县2026年工作方案", "推进甲工作，落实乙工作。\n2026年5月22日", None),
        ] {
            let text = format!("{title}\n{body}\n{foot}");
            let masthead = Masthead::of(&text.lines().collect::<Vec<_>>());
            assert_eq!(issuer(title, &masthead).as_deref(), name, "{text}");
        }
        let letter = "某县水利局文件\n某县水利局关于印发《2026年工作要点》的通知\n各单位：\n现印发给你们。";
        let masthead = Masthead::of(&letter.lines().collect::<Vec<_>>());
        assert_eq!(issuer("2026年工作要点", &masthead).as_deref(), Some("某县水利局"));
    }
}

//! A clause made as short as a title, and still whole: remarks in brackets, members of lists and words of how go first.

use super::brackets::{Depth, may_cut};
use super::duties::behind_appointed;
use super::listed::{begins, ends, words};
use super::numbers::is_digit;
use super::verbs::{contains_order, without_adverbs, without_subject};
use super::words::{ACTS, ORDERS, PURPOSES, UNITS};

/// A title fits a column of a table: at most so many characters.
pub(super) const LONGEST: usize = 30;
/// Rather than without its words of how, a title may be so long.
const LONGEST_BARE: usize = 36;
/// Rather than without members of a list that nothing closes, a title may be so long.
pub(super) const LONGEST_WHOLE: usize = 40;
/// Rather than broken off, a title may be so long.
pub(super) const LONGEST_UNBROKEN: usize = 60;
/// A title is made out of so many characters at most.
const MOST_READ: usize = 200;
/// A title of fewer characters says little.
pub(super) const SHORTEST: usize = 8;
/// A bracket of so few characters may belong to a word: 南沙（中）.
const SHORTEST_REMARK: usize = 3;
/// Marks at whose side a title may be cut.
const BORDERS: [char; 8] = ['、', '，', ',', '；', ';', '：', ':', ' '];

/// A title out of a clause, or out of what a table calls the task.
pub(super) fn shortened(words: &str) -> String {
    let words = behind_colon(words);
    // 并于6月底前报送 goes on with what stood before it.
    let words = words.strip_prefix('并').filter(|rest| rest.starts_with('于')).unwrap_or(words);
    let words = behind_appointed(words).filter(|rest| rest.chars().count() >= SHORTEST).unwrap_or(words);
    // 有关单位应在一周内办结 is no title without who is to do it.
    let words = Some(without_subject(words)).filter(|rest| !begins(rest, words!("在 于"))).unwrap_or(words);
    let words = beginning(words);
    let bare = without_remarks(words);
    let listed = without_members(&bare);
    let brief = without_how(&listed).to_owned();
    let whole = without_how(&bare).to_owned();
    let plain = without_terms(&whole);
    let briefest = without_terms(&brief);
    let ways = [
        (words, LONGEST),
        (&bare, LONGEST),
        (&listed, LONGEST),
        (&brief, LONGEST_BARE),
        (&whole, LONGEST_WHOLE),
        (&plain, LONGEST_WHOLE),
        (&briefest, LONGEST_WHOLE),
        (&whole, LONGEST_UNBROKEN),
        (&plain, LONGEST_UNBROKEN),
        (&briefest, LONGEST_UNBROKEN),
    ];
    let fit = ways.iter().find(|(title, most)| title.chars().count() <= *most);
    finished(
        &fit.map_or_else(|| closed_list(&briefest).unwrap_or_else(|| cut(&briefest)), |(title, _)| (*title).into()),
    )
}

/// As much of the words as a title could be made of.
fn beginning(words: &str) -> &str {
    let end = words.char_indices().nth(MOST_READ).map_or(words.len(), |(at, _)| at);
    words.get(..end).unwrap_or(words)
}

/// 主要目标是：增长5% as 增长5%.
fn behind_colon(words: &str) -> &str {
    let parted = words.split_once(['：', ':']).filter(|(before, _)| before.ends_with('是') || before.ends_with("目标"));
    parted.map_or(words, |(_, rest)| rest)
}

/// 进一步完善 as 完善; 集中供养 is no 供养, and 加快高铁建设 no 高铁建设.
fn without_how(words: &str) -> &str {
    let bare = without_adverbs(words);
    if begins(bare, words!("把 向 对")) || begins(bare, &ORDERS) || begins(bare, &ACTS) || begins(bare, &PURPOSES) {
        bare
    } else {
        words
    }
}

/// 甲（含乙）丙 as 甲丙; 省（区、市）and 办公厅（室） are words.
pub(super) fn without_remarks(words: &str) -> String {
    let mut kept = String::new();
    let mut rest = words;
    while let Some((front, behind)) = rest.split_once(['（', '(']) {
        let Some(end) = end_of_bracket(behind) else { break };
        let Some((inside, after)) = behind.split_at_checked(end) else { break };
        kept.push_str(front);
        if belongs(front, inside) {
            let bracket = rest.get(front.len()..rest.len() - after.len()).unwrap_or("");
            kept.push_str(bracket);
            kept.extend(after.chars().next());
        }
        rest = after.get(after.chars().next().map_or(0, char::len_utf8)..).unwrap_or("");
    }
    kept.push_str(rest);
    if kept.trim().is_empty() { words.to_owned() } else { kept }
}

/// Where the bracket closes that was opened before a text.
fn end_of_bracket(text: &str) -> Option<usize> {
    let mut depth = 1_usize;
    let mut marks = text.char_indices().filter(|(_, c)| "（(）)".contains(*c));
    marks
        .find(|(_, c)| {
            depth = if "（(".contains(*c) { depth + 1 } else { depth - 1 };
            depth == 0
        })
        .map(|(at, _)| at)
}

/// Whether what stands in a bracket is part of the word around it: 省（市）, 广珠（澳）高铁.
fn belongs(front: &str, inside: &str) -> bool {
    let places = inside.split(['、', '，', ',']).all(|part| {
        words!("市 区 县 州 盟 旗 省 镇 乡 街道 村 社区 场 园区 开发区 功能区 县级市 自治区 自治县 自治州 直辖市 地区 地 局 委 办 厅 室 部 院 站 所").names(part)
    });
    let short = inside.chars().count() < SHORTEST_REMARK
        && !words!("草案 试行 暂行 修订 一 二 三 四 五 六 七 八 九 十").names(inside)
        && inside.chars().all(char::is_alphabetic);
    front.ends_with(char::is_alphabetic) && (places || short)
}

/// 提升甲、乙、丙等群体能力 as 提升甲等群体能力, in every such list.
fn without_members(words: &str) -> String {
    let mut kept = String::new();
    let mut rest = words;
    while let Some((list, behind)) = etc(rest) {
        kept.push_str(&first_of(list, behind));
        kept.push('等');
        rest = behind;
    }
    kept.push_str(rest);
    kept
}

/// What stands before and behind the first 等 that closes a list.
fn etc(words: &str) -> Option<(&str, &str)> {
    let mut places = words.match_indices('等').map(|(at, _)| at).filter(|at| may_cut(words, *at));
    let closes = |at: &usize| {
        let (list, rest) = words.split_at_checked(*at).unwrap_or((words, ""));
        let word = ends(list, words!("高 中 初 平 同 对 不 均 相 一 二 三 优 上 下 劣 何"))
            && !ends(list, words!("关中 华中"));
        list.contains('、') && !word && !begins(rest, words!("等级 等额 等待 等同 等效 等候 等离子 等于 等次 等保"))
    };
    let at = places.find(closes)?;
    Some((words.get(..at)?, words.get(at + '等'.len_utf8()..)?))
}

/// A list up to its first member, where something stands behind 等 and no member has a number of its own.
fn first_of(list: &str, behind: &str) -> String {
    let goes_on = behind.chars().take(2).filter(|c| c.is_alphanumeric() || *c == '“').count() == 2;
    let marks: Vec<usize> = list.match_indices('、').map(|(at, _)| at).filter(|at| may_cut(list, *at)).collect();
    // 推动甲、乙在丙、丁等方面: the list begins at 丙.
    let ends = marks.iter().copied().skip(1).chain([list.len()]);
    let led = marks.iter().zip(ends).filter(|(from, to)| {
        let member = list.get(**from..*to).unwrap_or("");
        member.chars().skip(2).any(|c| "在对向从为按于将把".contains(c)) || member.contains("前提下")
    });
    let first = led.map(|(_, to)| to).last().or_else(|| marks.first().copied());
    let Some((head, members)) = first.and_then(|at| list.split_at_checked(at)).filter(|_| goes_on) else {
        return list.to_owned();
    };
    // Of 20个甲、30个乙等项目 each number says something of its own.
    let counted = |member: &str| {
        let bare = member.trim_start_matches(|c: char| is_digit(c) || c == '.');
        bare.len() < member.len() && begins(bare, &UNITS)
    };
    if members.split('、').any(counted) { list.to_owned() } else { head.to_owned() }
}

/// Without what says under which conditions: 在风险可控的前提下.
fn without_terms(words: &str) -> String {
    let ends = ["的前提下", "前提下", "的基础上", "基础上", "的情况下"];
    let Some((end, last)) = ends.iter().find_map(|end| Some((words.find(end)?, end.len()))) else {
        return words.to_owned();
    };
    let front = words.get(..end).unwrap_or("");
    let begun = front
        .rfind('在')
        .filter(|at| may_cut(words, *at) && !front.get(*at..).is_some_and(|terms| terms.contains('，')));
    let (Some(begun), Some(rest)) = (begun, words.get(end + last..)) else { return words.to_owned() };
    format!("{}{}", front.get(..begun).unwrap_or(""), rest.trim_start_matches(['，', ',']))
}

/// 组织甲、乙、丙进一步修改方案 as 组织甲等进一步修改方案: what the members of a list are to do stands behind the last.
fn closed_list(words: &str) -> Option<String> {
    let marks: Vec<usize> = words.match_indices('、').map(|(at, _)| at).filter(|at| may_cut(words, *at)).collect();
    let (first, last) = (*marks.first()?, *marks.last()?);
    let member = words.get(last..)?;
    let tail = member.char_indices().skip(3).map(|(at, _)| at).find(|at| {
        member
            .get(*at..)
            .is_some_and(|rest| begins(rest, words!("进一步 开展 进行 实现 的 全面 共同 参加 承担 按照 同步 担任")))
    })?;
    let head = words.get(..first)?;
    let short = format!("{head}等{}", member.get(tail..)?);
    (short.chars().count() <= LONGEST_UNBROKEN && marks.len() > 1 && contains_order(&short)).then_some(short)
}

/// Cut at the last border that leaves enough, else behind the last character that fits, which is then said.
fn cut(words: &str) -> String {
    let fits = |end: usize, most: usize| {
        words.get(..end).is_some_and(|kept| kept.chars().count() <= most) && may_cut(words, end)
    };
    let enough = |at: usize| words.get(..at).is_some_and(|kept| kept.chars().count() >= SHORTEST);
    let border = words
        .char_indices()
        .rev()
        .map(|(at, c)| (at, BORDERS.contains(&c)))
        .find(|(at, border)| *border && fits(*at, LONGEST - 1) && enough(*at))
        .map(|(at, _)| at);
    if let Some(kept) = border.and_then(|at| words.get(..at)) {
        let listed = words.get(kept.len()..).is_some_and(|rest| rest.starts_with('、'));
        return if listed { format!("{kept}等") } else { kept.to_owned() };
    }
    let ends = |most: usize| words.char_indices().rev().map(|(at, _)| at).find(|at| *at > 0 && fits(*at, most));
    match ends(LONGEST - 1).and_then(|end| words.get(..end)).filter(|kept| kept.chars().count() >= SHORTEST) {
        Some(kept) => format!("{}…", kept.trim_end()),
        // Nearly everything stands within one pair of marks: it is cut there, and closed.
        None => {
            let kept: String = words.chars().take(LONGEST - 3).collect();
            let mut depth = Depth::default();
            kept.chars().for_each(|c| depth.pass(c));
            format!("{}…{}", kept.trim_end(), depth.closing())
        }
    }
}

/// Without the marks at its ends; never empty.
pub(super) fn finished(words: &str) -> String {
    let marks = |c: char| c.is_whitespace() || "，,；;。：:、！？!?".contains(c);
    let title = words.trim_matches(marks).trim_end_matches('.');
    if title.chars().any(char::is_alphanumeric) { title.to_owned() } else { "（标题待拟）".to_owned() }
}

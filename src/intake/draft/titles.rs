//! A short title out of a quote, in the quote's own words.

use super::brackets::{Depth, may_cut};
use super::clauses::clauses;
use super::days::says_when;
use super::duties::behind_appointed;
use super::headings::number;
use super::listed::{begins, words};
use super::metrics::targets;
use super::sentences::one_line;
use super::verbs::{Opening, contains_order, opening, without_adverbs, without_subject};

/// A title fits a column of a table: at most so many characters.
const LONGEST: usize = 30;
/// Rather than broken off, a title may be so long.
const LONGEST_WHOLE: usize = 36;
/// A title is made out of so many characters at most.
const MOST_READ: usize = 200;
/// A title of fewer characters says little; the next clause may help.
const SHORTEST: usize = 8;
/// Marks at whose side a title may be cut.
const BORDERS: [char; 8] = ['、', '，', ',', '；', ';', '：', ':', ' '];

/// The title of the task that a quote orders.
pub(super) fn title(quote: &str) -> String {
    let quote = &one_line(quote);
    let clauses = clauses(quote);
    let words: Vec<&str> = clauses.iter().map(|clause| clause.words(quote)).collect();
    // 6月底前完成 says when, and leads to what is to be done.
    let open = |words: &&str| if says_when(words) { Opening::LeadIn } else { opening(words) };
    let openings: Vec<Opening> = words.iter().map(open).collect();
    let place = |fits: &dyn Fn(Opening, &str) -> bool| {
        openings.iter().zip(&words).position(|(opening, words)| fits(*opening, words))
    };
    let main = place(&|opening, _| opening == Opening::Order)
        .or_else(|| place(&|opening, _| opening == Opening::Purpose))
        .or_else(|| place(&|opening, words| opening == Opening::Other && contains_order(words)))
        .or_else(|| place(&|opening, _| opening != Opening::LeadIn))
        .unwrap_or(0);
    // A number says more than a verb does.
    let counts = |words: &str| targets(words).count();
    let told = place(&|opening, words| opening == Opening::Other && counts(words) > 0).filter(|told| *told < main);
    let main = told.filter(|_| words.get(main).is_some_and(|words| counts(words) == 0)).unwrap_or(main);
    let Some(first) = words.get(main) else { return shortened(quote) };
    let next = clauses.get(main + 1).and_then(|next| Some((next, words.get(main + 1)?)));
    if let (Some((clause, next_words)), Some(begin)) = (next, clauses.get(main)) {
        let both = quote.get(begin.span.start..clause.span.end).unwrap_or("");
        let both = number(both).map_or(both, |(_, rest)| rest);
        let fits = both.chars().count() <= LONGEST && opening(next_words) != Opening::LeadIn;
        if fits && (first.chars().count() < SHORTEST || counts(first) < counts(next_words)) {
            return finished(both);
        }
    }
    shortened(first)
}

/// A title out of a clause, or out of what a table calls the task.
pub(super) fn shortened(words: &str) -> String {
    let ways: [fn(&str) -> String; 4] = [
        str::to_owned,
        without_brackets,
        |words| without_list(&without_brackets(words)),
        |words| without_adverbs(&without_list(&without_brackets(words))).to_owned(),
    ];
    let fits = |title: &String| title.chars().count() <= LONGEST;
    let whole = |title: &String| title.chars().count() <= LONGEST_WHOLE;
    let words = behind_colon(words);
    let words = behind_appointed(words).filter(|rest| rest.chars().count() >= SHORTEST).unwrap_or(words);
    // 有关单位应在一周内办结 is no title without who is to do it.
    let words = Some(without_subject(words)).filter(|rest| !begins(rest, words!("在 于"))).unwrap_or(words);
    let words = beginning(words);
    let last = || ways.last().map(|way| way(words)).filter(whole);
    let shorter = ways.iter().map(|way| way(words)).find(fits).or_else(last);
    finished(&shorter.unwrap_or_else(|| cut(without_adverbs(&without_list(&without_brackets(words))))))
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

/// 甲（乙）丙 as 甲丙.
fn without_brackets(words: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0_usize;
    for c in words.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' if depth > 0 => depth -= 1,
            c if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    // A bracket that is never closed is no reason to lose the rest.
    if depth > 0 || kept.trim().is_empty() { words.to_owned() } else { kept }
}

/// 提升甲、乙、丙等群体能力 as 提升甲等群体能力.
fn without_list(words: &str) -> String {
    let Some(etc) = words.find('等').filter(|etc| may_cut(words, *etc)) else { return words.to_owned() };
    let Some((list, rest)) = words.split_at_checked(etc) else { return words.to_owned() };
    let Some(first) = list.match_indices('、').map(|(at, _)| at).find(|at| may_cut(words, *at)) else {
        return words.to_owned();
    };
    let head = list.get(..first).unwrap_or(list);
    if rest.chars().count() > 3 { format!("{head}{rest}") } else { words.to_owned() }
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
fn finished(words: &str) -> String {
    let marks = |c: char| c.is_whitespace() || "，,；;。：:、！？!?".contains(c);
    let title = words.trim_matches(marks).trim_end_matches('.');
    if title.chars().any(char::is_alphanumeric) { title.to_owned() } else { "（标题待拟）".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_short_and_whole() {
        for (quote, expected) in [
            ("完成龚都村92户农(渔)民相对集中居住项目", "完成龚都村92户农(渔)民相对集中居住项目"),
            ("依据我镇2035总体规划,完善西岑社区控制性详细规划", "完善西岑社区控制性详细规划"),
            ("一是用好“户长制”", "用好“户长制”"),
            ("加强劳动技能培训,提升高校毕业生、退役士兵、农民工等重点群体就业创业能力", "加强劳动技能培训"),
            (
                "提升高校毕业生、退役士兵、农民工等重点群体就业创业能力和创新能力水平",
                "提升高校毕业生等重点群体就业创业能力和创新能力水平",
            ),
            (
                "全面提升村居、小区、街面、单位等社区要素的全域管理、分类管理和智能管理",
                "全面提升村居等社区要素的全域管理、分类管理和智能管理",
            ),
            ("加快\r\n推进道路建设", "加快推进道路建设"),
            (
                "落实落细《青浦区基层医疗卫生服务机构标准化建设三年行动计划(2019-2021)》",
                "落实落细《青浦区基层医疗卫生服务机构标准化建设三年行动计划》",
            ),
        ] {
            assert_eq!(title(quote), expected);
        }
    }
}

//! How Chinese official documents mark what is to be done, what has been done and what is merely said.

use crate::plan::Kind;

use super::clauses::clauses;
use super::numbers::is_digit;
use super::words::{
    ADVERBS, AHEAD, BACK, DONE, ENDING, FRAMES, LEAD_INS, ONGOING, ORDERS, PREPOSITIONS, PURPOSES, SINCE, SPEAKS,
    STATES, WILL, begins, ends, holds, without,
};

/// What a clause begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// A verb that orders work: 推进, 完成.
    Order,
    /// A verb that mostly says what the work before it is for: 提升, 实现.
    Purpose,
    /// Words that lead to the work after them: 结合…, 按照….
    LeadIn,
    /// Anything else.
    Other,
}

/// So long is a matter that 确保 makes work of its own, in characters.
const OWN_MATTER: usize = 9;

/// What a clause begins with, words of how passed over.
pub(super) fn opening(clause: &str) -> Opening {
    let clause = without_subject(clause.trim_start());
    let verb = without_adverbs(clause);
    // 把甲纳入乙: the object stands first.
    if begins(clause, "把 对 将 由") && !begins(clause, "对接 对标 对口 对照 对于") && contains_order(clause)
    {
        return Opening::Order;
    }
    let leads = begins(clause, LEAD_INS) || begins(verb, PREPOSITIONS);
    if (leads && !begins(verb, "从严 从快 从实 从细 在建 到位 以工代赈")) || ends(clause, FRAMES) {
        return Opening::LeadIn;
    }
    let ordered = begins(verb, ORDERS);
    if begins(verb, PURPOSES) {
        // 确保 with a matter of its own is work: 确保进博会安保工作万无一失.
        let own = without(clause, "确保 力争 争取").is_some_and(|matter| matter.chars().count() >= OWN_MATTER);
        return if own { Opening::Order } else { Opening::Purpose };
    }
    if begins(clause, PURPOSES) {
        // 不断提升 is for something; 不断完善 is work.
        return if ordered && verb.len() < clause.len() { Opening::Order } else { Opening::Purpose };
    }
    if ordered || begins(clause, ORDERS) { Opening::Order } else { Opening::Other }
}

/// A clause without whoever is to do it: 我们要….
pub(super) fn without_subject(clause: &str) -> &str {
    let enough = |rest: &&str| rest.chars().count() >= 4;
    // 全镇上下要…
    let everyone = ["上下要", "上下将"]
        .iter()
        .find_map(|word| clause.split_once(word))
        .filter(|(who, _)| who.chars().count() <= 6);
    if let Some((_, rest)) = everyone.filter(|(_, rest)| enough(rest)) {
        return rest;
    }
    // 并做好…, but not 并网….
    if let Some(rest) = clause.strip_prefix('并').filter(|rest| begins(rest, ORDERS)) {
        return rest;
    }
    let subjects =
        "一方面 另一方面 我们 全镇 全街道 全区 全县 各村居 各部门 各单位 各级各部门 要 将 我镇 我街道 我乡 我区";
    let rest = without(clause, subjects).map(|rest| rest.trim_start_matches(['，', ',', '要', '将', '须', '应']));
    rest.filter(enough).unwrap_or(clause)
}

/// A clause without the words of how and when in front of it; what would be left must still be words.
pub(super) fn without_adverbs(clause: &str) -> &str {
    let mut words = without_day(clause.trim_start());
    while let Some(rest) = without(words, ADVERBS).filter(|rest| rest.chars().count() >= 4) {
        words = rest;
    }
    words
}

/// 2022年10月底前编制 as 编制.
fn without_day(clause: &str) -> &str {
    if !clause.starts_with(is_digit) {
        return clause;
    }
    let rest = clause.trim_start_matches(|c: char| is_digit(c) || "年月日号".contains(c));
    let day = clause.get(..clause.len() - rest.len()).is_some_and(|day| day.contains(['年', '月', '日']));
    let rest = rest.trim_start_matches(['底', '末', '份', '前', '内']);
    if day && rest.chars().count() >= 4 { rest } else { clause }
}

/// Whether a heading is over what has been done.
pub(super) fn looks_back(title: &str) -> bool {
    holds(title, BACK)
}

/// Whether a heading is over what is to be done.
pub(super) fn looks_ahead(title: &str) -> bool {
    holds(title, AHEAD)
}

/// Whether a text begins as one that tells what has been done.
pub(super) fn begins_in_the_past(text: &str) -> bool {
    let words = text.trim_start_matches(|c: char| c.is_whitespace() || c == '—' || c.is_ascii_digit() || c == '年');
    begins(words, SINCE)
}

/// Whether a paragraph that begins so only speaks to its hearers.
pub(super) fn speaks_to_hearers(text: &str) -> bool {
    begins(text.trim_start(), "各位代表 同志们 各位委员 各位领导")
}

/// Whether a sentence orders work.
pub(super) fn orders_work(sentence: &str) -> bool {
    let words = sentence.trim();
    if begins(words, SPEAKS) || holds(words, STATES) || begins_in_the_past(words) || announces(words) {
        return false;
    }
    if (holds(words, DONE) || has_done(words)) && !holds(words, WILL) {
        return false;
    }
    let ordered = clauses(words).iter().any(|clause| match opening(clause.words(words)) {
        Opening::Order | Opening::Purpose => true,
        Opening::LeadIn | Opening::Other => false,
    });
    ordered || contains_order(words)
}

/// 启动了, 完成了: a verb of work that is over.
fn has_done(words: &str) -> bool {
    words.match_indices('了').filter_map(|(at, _)| words.get(..at)).any(|before| ends(before, ORDERS))
}

/// 重点做好八方面工作。
fn announces(words: &str) -> bool {
    let words = words.trim_end_matches(['。', '：', ':']);
    let many = holds(words, "方面 以下 几项 几点 如下");
    many && words.chars().count() <= 24 && ends(words, "工作 任务 方面 几点 如下")
}

/// Whether a verb of work stands somewhere in the words.
pub(super) fn contains_order(words: &str) -> bool {
    holds(words, ORDERS) || holds(words, "实现 提升 提高 确保 促进 力争 达到 增长 封顶 通车")
}

/// Whether a sentence begins with a verb of work that ends.
pub(super) fn names_an_end(text: &str) -> bool {
    begins(without_adverbs(text), ENDING) || begins(text, "争取 力争 确保") || begins(text, ENDING)
}

/// How a task with these words is likely judged.
pub(super) fn kind(title: &str, counts: bool, dated: bool) -> Kind {
    let verb = without_adverbs(title);
    if counts && !begins(title, "持续 继续 常态 保持 坚持") {
        return Kind::Measured;
    }
    let ending = begins(title, ENDING) || begins(verb, ENDING);
    let ongoing = begins(title, ONGOING) || begins(verb, ONGOING);
    if dated || ending || (holds(title, ENDING) && !ongoing) { Kind::Milestone } else { Kind::Continuous }
}

//! How Chinese official documents mark what is to be done, what has been done and what is merely said.

use crate::plan::Kind;

use super::duties::{is_duty, joined, subject};
use super::frequent::behind_recurring;
use super::listed::{Words, begins, ends, holds, without, words};
use super::numbers::is_digit;
use super::reckoned::behind_reckoned;
use super::words::{
    ACTS, ADVERBS, AHEAD, BACK, ENDING, FRAMES, LEAD_INS, ONGOING, ONLY_SAYS, ORDERS, PREPOSITIONS, PURPOSES, SINCE,
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

/// Words that end in 时 or 后 and say how, not when.
static NO_TIME: Words = Words::of(
    "及时 按时 小时 同时 准时 适时 实时 随时 平时 工时 临时 定时 暂时 限时 学时 课时 今后 前后 背后 落后 售后 幕后 善后 产后",
);
/// Words of a title that may stand behind a verb of work: 总结经验 orders, 工作总结 looks back.
static MAYBE_BACK: Words = Words::of("总结 经验 体会");

/// So long is a matter that 确保 makes work of its own, in characters.
const OWN_MATTER: usize = 9;

/// 提交 alone is a button of the page, in characters.
const SHORTEST_ACT: usize = 4;

/// What a clause begins with, words of how passed over.
pub(super) fn opening(clause: &str) -> Opening {
    let whole = clause.trim_start();
    let clause = without_year(without_subject(whole));
    // 有关单位应在一周内办结
    let within = begins(clause, words!("在 于")) && subject(whole).is_some();
    if within && contains_order(clause) && !ends(clause, &FRAMES) {
        return Opening::Order;
    }
    let verb = without_adverbs(clause);
    // 股室12月20日前形成报告: who is to do it, and by when.
    let dated = whole.contains(is_digit) && whole.contains('前');
    let named = if dated { subject(whole) } else { None };
    let named = named.filter(|found| !found.names.is_empty() && begins_with_day(found.does));
    if named.is_some_and(|found| found.does.chars().count() >= LEAST_BY_A_DAY) && !is_due(clause, verb) {
        return Opening::Order;
    }
    if is_duty(clause) || joined(whole.trim_end_matches(['，', ','])).is_some() {
        return Opening::LeadIn;
    }
    // 把甲纳入乙: the object stands first. 对符合条件的家庭 alone leads to what is done for it.
    if begins(clause, words!("把 对 将 由")) && !begins(clause, words!("对接 对标 对口 对照")) {
        let behind = if clause.starts_with('对') { clause.rsplit('的').next().unwrap_or(clause) } else { clause };
        // 对于为本地服务的投资企业，… only says for whom, whatever verbs describe them.
        let whom = clause.starts_with("对于");
        if (contains_order(behind) && !whom) || holds(behind, words!("给予 予以 实行 进行 采取 做到")) {
            return Opening::Order;
        }
        if clause.starts_with('对') {
            return Opening::LeadIn;
        }
    }
    let leads = (begins(clause, &LEAD_INS)
        && !begins(clause, words!("结合实际 结合本地实际 结合自身实际 结合工作实际")))
        || begins(verb, &PREPOSITIONS);
    // 赶在8月底前把土地平整完: what is done to it stands behind it.
    let aims = begins(clause, &PURPOSES);
    if verb.starts_with('把') && !aims && (contains_order(verb) || ends(clause, words!("完 好 到位 下来 起来")))
    {
        return Opening::Order;
    }
    let when = clause.ends_with(['时', '后']) && !ends(clause, &NO_TIME);
    let by = clause.starts_with('按')
        && !begins(clause, words!("按期 按时 按需 按质 按量 按计划 按季 按月 按周 按旬 按年 按日"));
    let frames = when || by || ends(clause, &FRAMES) || is_time(clause) || is_due(clause, verb);
    if (leads && !begins(verb, words!("从严 从快 从实 从细 在建 到位 以工代赈"))) || frames {
        return Opening::LeadIn;
    }
    let acts = |words: &str| begins(words, &ACTS) && words.chars().count() >= SHORTEST_ACT;
    let ordered = begins(verb, &ORDERS) || acts(verb);
    if begins(verb, &PURPOSES) {
        // 确保 with a matter of its own is work: 确保进博会安保工作万无一失.
        let own = without(clause, words!("确保 力争 争取")).is_some_and(|matter| matter.chars().count() >= OWN_MATTER);
        return if own { Opening::Order } else { Opening::Purpose };
    }
    if aims {
        // 不断提升 is for something; 不断完善 is work.
        return if ordered && verb.len() < clause.len() { Opening::Order } else { Opening::Purpose };
    }
    if ordered || begins(clause, &ORDERS) || acts(clause) || passes(verb) { Opening::Order } else { Opening::Other }
}

/// 通过省级评审: but 通过政府采购 says how.
fn passes(verb: &str) -> bool {
    verb.starts_with("通过")
        && ends(verb, words!("评审 初评 验收 认定 复审 评估 审核 复核 认证 审查 检查 考核 论证 终评"))
}

/// A day and what is to be done by it, in characters.
const LEAST_BY_A_DAY: usize = 8;

/// 各试点地区要于2019年12月底前，…: who, and until when.
fn is_due(clause: &str, verb: &str) -> bool {
    let dated = ends(clause, words!("月底前 日前 年底前 月末前")) && clause.contains(is_digit);
    let by = clause.rsplit_once('于').is_some_and(|(_, day)| day.starts_with(is_digit));
    dated && clause.chars().count() <= LONGEST_DUE && (by || !begins(verb, &ORDERS))
}

/// More words than that also say what is to be done, in characters.
const LONGEST_DUE: usize = 24;

/// 2019年1月1日至12月31日, 年底前: nothing but a time.
fn is_time(clause: &str) -> bool {
    let words = clause.trim_end_matches(['前', '内', '起']);
    let timed =
        words.chars().all(|c| is_digit(c) || "年月日号至到底末初上下半中旬第季度一二三四、—-～以之从".contains(c));
    timed && words.contains(['年', '月', '日', '季']) && words.chars().count() >= 2
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
    if let Some(rest) = clause.strip_prefix('并').filter(|rest| begins(rest, &ORDERS)) {
        return rest;
    }
    if let Some(rest) = subject(clause).map(|found| found.does).filter(enough) {
        return rest;
    }
    if let Some(rest) = clause.strip_prefix("负责").filter(|rest| begins(rest, &ORDERS)) {
        return rest;
    }
    let subjects = words!(
        "甲方 乙方 丙方 一方面 另一方面 我们 全镇 全街道 全区 全县 各村居 各部门 各单位 各级各部门 要 将 我镇 我街道 我乡 我区"
    );
    let rest = without(clause, subjects).map(|rest| rest.trim_start_matches(['，', ',', '要', '将', '须', '应']));
    rest.filter(enough).unwrap_or(clause)
}

/// A clause without the words of how and when in front of it; what would be left must still be words.
pub(super) fn without_adverbs(clause: &str) -> &str {
    let mut words = without_day(clause.trim_start());
    // 应收账款 does not say that anything should be.
    if begins(
        words,
        words!(
            "应收 应急 应届 应用 应对 要素 要件 要点 将军 再生 还款 并网 并轨 重点人群 重点部位 重点领域 重点工程 重点项目 重点企业 高效节水 和美"
        ),
    ) {
        return words;
    }
    while let Some(rest) = without(words, &ADVERBS).filter(|rest| rest.chars().count() >= 4) {
        words = rest;
    }
    words
}

/// Whether words begin with a day, or by which year something is to be.
pub(super) fn begins_with_day(words: &str) -> bool {
    without_day(words.trim_start_matches(['到', '至'])).len() < words.len() && words.contains(['年', '月'])
}

/// 到2030年培育企业 as 培育企业.
fn without_year(clause: &str) -> &str {
    let dated = clause.strip_prefix(['到', '至']).map(|rest| (rest, without_day(rest)));
    dated.filter(|(rest, bare)| bare.len() < rest.len()).map_or(clause, |(_, bare)| bare)
}

/// 2022年10月底前编制 as 编制.
pub(super) fn without_day(clause: &str) -> &str {
    if !clause.starts_with(is_digit) {
        let behind = behind_reckoned(clause).or_else(|| behind_recurring(clause));
        return behind.filter(|rest| rest.chars().count() >= 4).unwrap_or(clause);
    }
    // 2026年3月1日至5月31日开展: both days of a span.
    let part =
        |text: &'_ str| text.len() - text.trim_start_matches(|c: char| is_digit(c) || "年月日号".contains(c)).len();
    let first = clause.get(part(clause)..).unwrap_or("");
    let last = first.trim_start_matches(['至', '到', '—', '-', '－', '~', '～']);
    let rest = last.get(part(last)..).filter(|_| part(last) > 0).unwrap_or(first);
    let day = clause.get(..clause.len() - rest.len()).is_some_and(|day| day.contains(['年', '月', '日']));
    let rest = rest.trim_start_matches(['底', '末', '份', '前', '内']);
    if day && rest.chars().count() >= 4 { rest } else { clause }
}

/// Whether a heading is over what has been done. 总结经验 orders it, 工作总结 is over it.
pub(super) fn looks_back(title: &str) -> bool {
    let sums_up = title.chars().count() > LONGEST_NAME && title.starts_with("总结");
    let orders = sums_up || opening(title) == Opening::Order;
    holds(title, &BACK) || (holds(title, &MAYBE_BACK) && !orders)
}

/// Whether a heading is over what only says in which spirit work is done, or for whom.
pub(super) fn only_says(title: &str) -> bool {
    ends(title, &ONLY_SAYS) && title.chars().count() <= LONGEST_SAYING
}

/// A heading of so few characters is a name: 总结. 总结经验 is work.
const LONGEST_NAME: usize = 3;
/// A longer heading says more than 指导思想, in characters.
const LONGEST_SAYING: usize = 10;

/// Whether a heading is over what is to be done.
pub(super) fn looks_ahead(title: &str) -> bool {
    holds(title, &AHEAD)
}

/// Whether a text begins as one that tells what has been done.
pub(super) fn begins_in_the_past(text: &str) -> bool {
    let words = text.trim_start_matches(|c: char| c.is_whitespace() || c == '—' || c.is_ascii_digit() || c == '年');
    let other_year = words.len() < text.trim_start().len() && begins(words, words!("上半年"));
    (begins(words, &SINCE) && !other_year) || begins_in_a_past_time(words)
}

/// “十四五”时期，…; 党的十八大以来，…: a time that is over, unless the sentence says what is to be done.
fn begins_in_a_past_time(words: &str) -> bool {
    let Some((time, rest)) = words.split_once(['，', ',']).filter(|(time, _)| time.chars().count() <= 16) else {
        return false;
    };
    let ahead = holds(rest.split('。').next().unwrap_or(rest), words!("要 将 力争 必须 确保 目标"));
    ends(time, words!("时期 以来 期间")) && !ahead
}

/// Whether a paragraph that begins so only speaks to its hearers.
pub(super) fn speaks_to_hearers(text: &str) -> bool {
    begins(text.trim_start(), words!("各位代表 同志们 各位委员 各位领导 请各 请结合 请认真"))
}

/// Whether a verb of work stands somewhere in the words.
pub(super) fn contains_order(words: &str) -> bool {
    holds(words, &ORDERS)
        || words.contains("通过")
            && words.split(['，', ',', '。', '；']).any(|clause| passes(without_day(clause.trim())))
        || holds(words, words!("实现 提升 提高 确保 促进 力争 达到 超过 增长 封顶 通车"))
}

/// Whether a sentence begins with a verb of work that ends.
pub(super) fn names_an_end(text: &str) -> bool {
    begins(without_adverbs(text), &ENDING) || begins(text, words!("争取 力争 确保")) || begins(text, &ENDING)
}

/// How a task with these words is likely judged.
pub(super) fn kind(title: &str, counts: bool, dated: bool) -> Kind {
    let verb = without_adverbs(title);
    if counts && !begins(title, words!("持续 继续 常态 保持 坚持")) {
        return Kind::Measured;
    }
    let ending = begins(title, &ENDING) || begins(verb, &ENDING);
    let ongoing = begins(title, &ONGOING) || begins(verb, &ONGOING);
    if dated || ending || (holds(title, &ENDING) && !ongoing) { Kind::Milestone } else { Kind::Continuous }
}

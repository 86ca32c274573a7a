//! Items whose number stands behind a word: 实事项目1：, 任务三、, 第3项：, 第二步：, 第一阶段（3月—5月）：.

use super::listed::{Words, begins, without, words};
use super::numbers::is_digit;
use super::words::{ORDERS, UNITS};

/// What such items are.
static ITEMS: Words = Words::of(
    "项目 任务 实事 事项 工程 行动 措施 举措 问题 工作 目标 专项 改革 课题 步骤 阶段 整改任务 整改事项 反馈问题 突出问题 具体问题 典型问题",
);
/// What may stand before such a word.
static KINDS: Words =
    Words::of("重点 民生 主要 重大 年度 具体 专项 实事 为民 惠民 便民 办实事 攻坚 提升 建设 工作 中心 共性 个性");

/// What stands behind the name and the number of an item.
pub(super) fn named(text: &str) -> Option<&str> {
    let text = text.strip_prefix('【').unwrap_or(text);
    if let Some(rest) = text.strip_prefix('第') {
        return in_a_row(rest);
    }
    let name = name(text)?;
    let behind = text.get(name.len()..)?;
    let (_, behind) = counted(behind.trim_start_matches(['（', '(']))?;
    let marked = behind.trim_start_matches(['）', ')', '】']);
    let rest = marked.strip_prefix(['：', ':', '、', '．', '.', '。', '，', ' ', '\u{3000}', '\t']);
    let rest = rest.or((marked.len() < behind.len()).then_some(marked))?.trim_start();
    // 项目一、项目二 and 任务1、2 are lists, 项目 3 个 is an amount.
    let listed = rest.starts_with(name) || counted(rest).is_some_and(|(_, after)| after.starts_with('、'));
    let amount = begins(rest, &UNITS) && !rest.contains(['，', '。', '：']) && rest.chars().count() <= 3;
    (!listed && !amount).then_some(rest)
}

/// The name of an item: 重点项目, 民生实事.
fn name(text: &str) -> Option<&str> {
    let mut rest = text;
    let behind = loop {
        let behind = without(rest, &ITEMS).filter(|behind| counted(behind.trim_start_matches(['（', '('])).is_some());
        match (behind, without(rest, &KINDS)) {
            (Some(behind), _) => break behind,
            (None, Some(shorter)) => rest = shorter,
            (None, None) => return None,
        }
    };
    text.get(..text.len() - behind.len())
}

/// 1, 一: the number of an item.
fn counted(text: &str) -> Option<(&str, &str)> {
    digits(text).filter(|(number, _)| number.chars().count() <= 2).or_else(|| numerals(text))
}

/// What stands behind 第: 3项：, 二步：, 一阶段（3月—5月）：. 第三项改革 is none, 第三项推进改革 is one.
fn in_a_row(text: &str) -> Option<&str> {
    let (_, behind) = counted(text)?;
    if let Some(behind) = without(behind, words!("步 阶段")) {
        return stage(behind);
    }
    let behind = without(behind, words!("项 件 项任务 项工作 件实事"))?;
    let rest = behind.strip_prefix(['：', ':', '、', '．', ' ', '\u{3000}', '\t']);
    rest.map(str::trim_start)
        .or_else(|| Some(behind).filter(|behind| begins(behind, &ORDERS) && !begins(behind, &NOUNS)))
}

/// Verbs of work that are mostly nouns behind a number: 第三项改革.
static NOUNS: Words = Words::of("改革 创新 服务 管理 试点 投资 计划 规划 重点 工作 统计 培训");

/// What stands behind the name of a stage, and the bracket that says when it is.
fn stage(behind: &str) -> Option<&str> {
    let bare = behind.trim_start();
    let timed = bare.strip_prefix(['（', '(']).and_then(|inside| inside.split_once(['）', ')'])).map(|(_, rest)| rest);
    let rest = timed.unwrap_or(bare).strip_prefix(['：', ':', '，', ',', '、']);
    let apart = || (bare.len() < behind.len() && timed.is_none()).then_some(bare);
    rest.map(str::trim_start).or_else(apart).filter(|rest| rest.contains(char::is_alphanumeric))
}

/// The numerals that a text begins with.
pub(super) fn numerals(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c| !"零〇一二三四五六七八九十百".contains(c)).unwrap_or(text.len());
    text.split_at_checked(end).filter(|(numerals, _)| !numerals.is_empty() && numerals.chars().count() <= 3)
}

/// The digits that a text begins with.
pub(super) fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c| !is_digit(c)).unwrap_or(text.len());
    text.split_at_checked(end).filter(|(digits, _)| !digits.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_and_a_number_name_an_item() {
        for (text, rest) in [
            ("实事项目1：改造小区8个", Some("改造小区8个")),
            ("项目一：供水管网", Some("供水管网")),
            ("任务3 推进建设", Some("推进建设")),
            ("实事一、新建学校2所", Some("新建学校2所")),
            ("重点任务（二）：完成选址", Some("完成选址")),
            ("民生实事项目十：就业帮扶", Some("就业帮扶")),
            ("问题1：巡查不到位", Some("巡查不到位")),
            ("第3项：发放补贴", Some("发放补贴")),
            ("第三项推进改革", Some("推进改革")),
            ("第一步：动员部署", Some("动员部署")),
            ("第二阶段（4月—9月）：集中整治。", Some("集中整治。")),
            ("第一阶段（3月—5月）", None),
            ("第一阶段完成选址", None),
            ("第三项改革", None),
            ("项目一、项目二同步推进", None),
            ("任务1、2、3由甲局负责", None),
            ("项目3个", None),
            ("项目 3 个", None),
            ("完成项目1：甲", None),
            ("工程一期", None),
        ] {
            assert_eq!(named(text), rest, "{text}");
        }
    }
}

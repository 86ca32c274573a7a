//! Several days of one matter: it begins by one and ends by another, is done in part, or step by step.

use crate::plan::Date;
use crate::plan::meant::day::read_day;

use super::figures::{BEFORE, without_before};
use super::listed::{begins, holds, words};
use super::numbers::is_digit;
use super::within::Within;

/// An expression of time, and what it means in the period.
pub(super) struct Found<'t> {
    pub(super) says: &'t str,
    /// The last day.
    pub(super) end: Option<Date>,
    /// The first day.
    pub(super) start: Option<Date>,
    /// Whether no other day can be meant.
    pub(super) sure: bool,
}

impl<'t> Found<'t> {
    /// The day of the period that words of time set; none where they do not tell which: 三季度前 is before it begins, or ends.
    pub(super) fn of(says: &'t str, rest: &str, period: Within) -> Found<'t> {
        let before = rest.get(says.len()..).is_some_and(|rest| BEFORE.iter().any(|word| rest.starts_with(word)));
        let words = period.words();
        let read = if before { read_day(&format!("{says}前"), words) } else { read_day(says, words) };
        let end = read.ok().map(|read| read.date).filter(|date| period.contains(*date));
        Found { says, end, start: None, sure: true }
    }
}

/// What stands between the days of a sentence, and behind them.
fn behind<'q>(quote: &'q str, found: &[Found<'_>]) -> Option<Vec<&'q str>> {
    let mut rest = quote;
    let mut parts = Vec::new();
    for one in found {
        let (_, after) = rest.split_once(one.says)?;
        rest = without_before(after);
        parts.push(rest);
    }
    Some(parts)
}

/// 二季度启动，年底前完成; 4月底前完成招标，6月开工，11月底前竣工: the last day, where one matter ends with it.
pub(super) fn last_of<'f, 't>(found: &'f [Found<'t>], quote: &str) -> Option<&'f Found<'t>> {
    let (last, others) = found.split_last().filter(|(_, others)| !others.is_empty())?;
    let days: Vec<_> = found.iter().filter_map(|one| one.end).collect();
    let rising = days.len() == found.len() && days.windows(2).all(|pair| pair.first() < pair.last());
    let parts = behind(quote, found)?;
    let end = parts.last()?.split(['，', ',', '；', '。']).next()?;
    let first = parts.first()?;
    let between = first.get(..first.len() - parts.last()?.len())?;
    let ends = holds(
        end,
        words!(
            "完成 建成 竣工 完工 投用 交付 办结 结束 投入使用 投入运营 封顶 通车 达到 不低于 不少于 到位 开放 启用 上线 清零 验收 销号 建好"
        ),
    );
    let years = found.iter().all(|one| one.says.ends_with('年'));
    let named = others.iter().all(|one| one.says != "全年");
    (rising && (ends || years) && named && !between.contains(['；', '。'])).then_some(last)
}

/// 其中上半年完成100家; 新增电梯90部，上半年开工50部: when a part of it is done, or begun.
pub(super) fn is_partial(one: &Found<'_>, alone: bool, quote: &str) -> bool {
    let Some((before, after)) = quote.split_once(one.says) else { return false };
    let clause = before.rsplit(['，', ',', '；', '。', '（', '(']).next().unwrap_or(before);
    let after = without_before(after);
    let counted = || after.split(['，', ',', '；', '。']).next().unwrap_or(after).contains(is_digit);
    // Of many days each would look through all that is behind it.
    let begun = alone && clause.len() < before.len() && begins(after, words!("开工 动工 启动 开建")) && counted();
    begun || clause.trim_start().starts_with("其中")
}

//! Which clauses of a sentence are one task.

use std::ops::Range;

use super::clauses::clauses;
use super::duties::is_duty;
use super::figures::behind_last_day;
use super::headings::number;
use super::listed::{begins, holds, without, words};
use super::metrics::targets;
use super::numbers::is_digit;
use super::reckoned::behind_reckoned;
use super::verbs::{Opening, contains_order, opening};

/// A clause of fewer characters is no task by itself.
const SHORTEST: usize = 5;
/// A clause without a verb at its beginning is no matter of its own if it is shorter.
const LEAST_MATTER: usize = 9;

/// The clauses of a sentence that are one task each: a semicolon parts tasks, and a comma does where a verb
/// that orders work follows and work was ordered before it. What leads to the work, and what it is for, stay with it.
pub(super) fn groups(sentence: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut ordered = false;
    // Whether the last group only names whose work it is: 各地落实有关政策的情况，要及时报送.
    let mut subject = false;
    // Whether the last group names a last day.
    let mut due = false;
    for clause in clauses(sentence) {
        let words = clause.words(sentence);
        // Behind the work, 为… says what it is for.
        let opening = if ordered && words.starts_with('为') { Opening::Purpose } else { opening(words) };
        let numbered = number(sentence.get(clause.span.clone()).unwrap_or("")).is_some();
        let begins = (clause.begins && (contains_order(words) || opening == Opening::Order)) || numbered;
        // Words that lead to nothing before a semicolon belong to what stands before them.
        if begins && !ordered && groups.len() > 1 {
            fold(&mut groups);
            ordered = true;
        }
        let works = words.chars().count() >= SHORTEST
            && matches!(opening, Opening::Order | Opening::LeadIn)
            && !says_how_often(words);
        let goes_on = subject && !clause.begins && begins_with_must(words);
        // Whose work it is goes with the work; another last day is another piece of it.
        let duty = is_duty(words);
        let behind = || behind_last_day(words).or_else(|| behind_reckoned(words));
        let due_again = due && behind().is_some_and(|rest| rest.chars().count() >= SHORTEST - 1);
        let part = words.starts_with("其中");
        // 改造户厕300户，12月底前完成验收 is one matter with its last day.
        let ends = !due && !clause.begins && !numbered && behind().is_some_and(only_ends);
        let goes_with = part || goes_on || duty || ends;
        let parted = ordered && !goes_with && (begins || works || due_again || is_matter(words, opening));
        let orders = match opening {
            _ if duty => false,
            Opening::Order | Opening::Purpose => true,
            Opening::Other => contains_order(words),
            Opening::LeadIn => false,
        };
        subject = (opening == Opening::Other && (groups.is_empty() || parted || subject)) || goes_on;
        match groups.last_mut() {
            Some(group) if !parted => {
                group.end = clause.span.end;
                ordered |= orders;
                due |= is_due(words);
            }
            _ => {
                groups.push(clause.span.clone());
                ordered = orders || due_again;
                due = is_due(words);
            }
        }
    }
    if !ordered {
        fold(&mut groups);
    }
    groups
}

/// 每月评选1次: how often the work before it is to be done.
fn says_how_often(words: &str) -> bool {
    words.starts_with('每') && words.contains('次') && words.chars().count() <= LEAST_MATTER
}

/// 全面完成验收: that what stands before it comes to its end, and nothing of its own.
fn only_ends(words: &str) -> bool {
    let mut bare = words.trim();
    while let Some(rest) = without(bare, words!("前 底 要 须 应 力争 确保 全面 全部 基本 整体 一次性"))
    {
        bare = rest;
    }
    words!(
        "完成 完工 竣工 建成 投用 验收 交付 通车 销号 清零 完成验收 通过验收 竣工验收 完成竣工验收 完成建设 完成改造 完成整改 完成施工 完成销号 完成交付 完成任务 \
        完成建设任务 完成改造任务 完成整改任务 建成投用 建成投入使用 建成使用 投入使用 投入运营 交付使用 竣工投用 完工并投入使用 建成并投入使用"
    )
    .names(bare)
}

/// Whether the words name a last day.
fn is_due(words: &str) -> bool {
    let at_hour = |(at, _)| words.get(..at).is_some_and(|before: &str| before.ends_with(is_digit));
    holds(words, words!("日前 月底前 月前 年底前 月末前 季度前 时前 点前"))
        || words.match_indices('前').any(at_hour)
        || behind_reckoned(words).is_some()
}

/// 要及时报送: what must be done about the clause before.
fn begins_with_must(words: &str) -> bool {
    begins(words, words!("要 应 须 必须 不得 可 均 也 且 并于"))
}

/// Adds the last group to the one before it.
fn fold(groups: &mut Vec<Range<usize>>) {
    if groups.len() > 1 {
        let end = groups.pop().map(|group| group.end);
        if let (Some(last), Some(end)) = (groups.last_mut(), end) {
            last.end = end;
        }
    }
}

/// Whether a clause without a verb at its beginning is a matter of its own: one with a number or a day.
/// 商榻集镇区停车场等9项实事项目全面完成建设.
fn is_matter(words: &str, opening: Opening) -> bool {
    let told = opening == Opening::Other && words.chars().count() >= LEAST_MATTER && contains_order(words);
    told && (words.contains("年底")
        || words.contains("月底")
        || words.contains("严格控制")
        || targets(words).count() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(sentence: &str) -> Vec<&str> {
        groups(sentence).into_iter().map(|span| &sentence[span]).collect()
    }

    #[test]
    fn work_is_parted_from_work_and_not_from_what_it_is_for() {
        for (sentence, tasks) in [
            (
                "完成龚都村92户农(渔)民相对集中居住项目,继续推进农民建房试点工作,鼓励成片建设。",
                &["完成龚都村92户农(渔)民相对集中居住项目", "继续推进农民建房试点工作", "鼓励成片建设"][..],
            ),
            (
                "加强农业招商,积极引进龙头企业,提升农业发展能级。",
                &["加强农业招商", "积极引进龙头企业,提升农业发展能级"],
            ),
            ("依据我镇2035总体规划,完善西岑社区控制性详细规划。", &["依据我镇2035总体规划,完善西岑社区控制性详细规划"]),
            ("改造农村户厕300户，12月底前完成验收。", &["改造农村户厕300户，12月底前完成验收"]),
            (
                "建设停车场2处，6月底前全部建成投用，新增泊位80个。",
                &["建设停车场2处，6月底前全部建成投用", "新增泊位80个"],
            ),
            ("修编规划；12月底前完成验收。", &["修编规划", "12月底前完成验收"]),
            ("6月底前完成招标，12月底前完成验收。", &["6月底前完成招标", "12月底前完成验收"]),
            ("构建“一屏观天下,一网治全镇”新体系。", &["构建“一屏观天下,一网治全镇”新体系"]),
            (
                "一是加快建设；二是完成甲，确保质量；三是抓好乙。",
                &["一是加快建设", "二是完成甲，确保质量", "三是抓好乙"],
            ),
            ("安置1,447户群众。", &["安置1,447户群众"]),
            ("完善（甲，乙。", &["完善（甲，乙"]),
        ] {
            assert_eq!(parted(sentence), tasks, "{sentence}");
        }
    }
}

//! Sentences that say how much there is to be, without a verb of work.

use super::clauses::clauses;
use super::headings::number;
use super::listed::{begins, ends, holds, words};
use super::metrics::targets;
use super::numbers::is_digit;
use super::problems::states_problem;
use super::sentences::one_line;
use super::tells::{is_announcement, only_tells};

/// Whether a sentence orders by its numbers: 全年粮食播种面积不低于3万亩; 生猪出栏1.2万头，免疫密度达100%.
pub(super) fn sets_target(sentence: &str) -> bool {
    let words = sentence.trim();
    !only_tells(words) && !is_announcement(words) && (sets_bound(words) || indicates(words))
}

/// Whether a sentence below a heading over targets says how much there is to be, and tells nothing of the past: 利润总额1.2亿元.
pub(super) fn counts(sentence: &str) -> bool {
    let words = one_line(sentence);
    let told = only_tells(&words) || states_problem(&words);
    !told && (targets(&words).count() > 0 || names_amount(&words))
}

/// 营业收入：31亿元; 安全生产：重大责任事故为零.
fn names_amount(words: &str) -> bool {
    let words = number(words).map_or(words, |(_, rest)| rest);
    let amount = words.split_once(['：', ':']).map(|(_, rest)| rest.trim_start());
    amount.is_some_and(|amount| {
        amount.starts_with(is_digit) || ends(amount.trim_end_matches(['。', '；']), words!("为零 为0"))
    })
}

fn sets_bound(sentence: &str) -> bool {
    let bound = words!("不低于 不少于 不高于 不超过 控制在 保持在 稳定在 降至 降到 达到 完成率 保有量");
    holds(sentence, bound) && targets(sentence).count() > 0
}

/// Whether a sentence is nothing but what is measured, and how much it is to be.
fn indicates(sentence: &str) -> bool {
    let clauses = clauses(sentence);
    let counted = |words: &str| {
        let named = targets(words).metrics.first().is_some_and(|metric| !words.starts_with(&metric.says));
        named && !begins(words, words!("全镇 全县 全区 全市 全省 共 现"))
    };
    !clauses.is_empty() && clauses.iter().all(|clause| counted(clause.words(sentence)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_measured_is_work_and_what_there_is_is_none() {
        for (sentence, ordered) in [
            ("全年粮食播种面积不低于3万亩。", true),
            ("生猪出栏1.2万头、肉牛出栏800头，免疫密度达100%。", true),
            ("设备完好率≥96%。", true),
            ("全镇辖12个村，耕地4万亩。", false),
            ("生猪出栏1.2万头，同比增长5%。", false),
            ("干部轮流值班。", false),
        ] {
            assert_eq!(sets_target(sentence), ordered, "{sentence}");
        }
    }

    #[test]
    fn below_a_heading_over_targets_a_name_and_an_amount_are_enough() {
        for (sentence, counted) in [
            ("1、营业收入：31亿元；", true),
            ("6、安全生产：重大责任事故为零。", true),
            ("利润总额1.2亿元", true),
            ("联系电话：见附件", false),
        ] {
            assert_eq!(counts(sentence), counted, "{sentence}");
        }
    }
}

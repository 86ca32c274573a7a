//! Sentences that say what is wrong, rather than what is to be done: 落实不到位；存在资金拨付不及时等问题。

use super::clauses::clauses;
use super::listed::{Words, begins, ends, words};
use super::verbs::{Opening, opening, without_adverbs};

/// The ends of clauses that find fault.
static FAULTS: Words = Words::of(
    "不到位 不够 不足 不力 不严 不高 不强 不实 不深 不细 不准 不全 不清 不优 不紧 不畅 不多 不快 不好 不平衡 不充分 不规范 不及时 不完善 不健全 \
    不配套 不经常 不系统 不明显 不紧密 不达标 不合理 不稳定 不协调 不彻底 不扎实 不深入 不明确 不主动 不精准 不匹配 不一致 不均衡 不均 不正常 滞后 薄弱 缓慢 \
    欠缺 缺失 缺位 偏低 偏慢 偏少 偏小 偏高 较少 较低 较慢 较弱 较差 较大差距 有差距 有短板 粗放 迟缓 松懈 混乱 短缺 脱节 时有发生 屡禁不止 仍有发生 \
    闲置 流于形式 有漏洞 有盲区 有死角 有不足 突出问题 不容乐观 未落实 突出矛盾 不了解 不熟悉 不重视 不愿 不敢 不善",
);
/// Verbs of work that is done about a fault.
static REMEDIES: Words = Words::of(
    "解决 整治 整改 破解 化解 纠治 纠正 克服 防止 防范 杜绝 治理 查找 查摆 查处 针对 聚焦 围绕 避免 改变 扭转 消除 补齐 排查 严防 严查 严肃 坚决 \
    盯紧 紧盯 梳理 研究 处置 处理 通报 约谈 问责 对 把 将 加快 加大 督促 清理 改进 回应 着重 重点 着力 收集 反馈 建立 制定 完善 健全 完成 办理 确保 力争 严禁 不得 守住 不准",
);
/// What a fault may be of, so that it begins like an order: 推进落实不到位.
const LONGEST: usize = 40;

/// Whether a sentence says nothing but what is wrong.
pub(super) fn states_problem(sentence: &str) -> bool {
    let clauses = clauses(sentence);
    let words = || clauses.iter().map(|clause| clause.words(sentence));
    let found = words().any(|clause| finds_fault(clause) || names_problem(clause));
    found
        && words().all(|clause| {
            finds_fault(clause)
                || names_problem(clause)
                || opening(clause) == Opening::Other && !begins(clause, words!("要 应 须 将 必须 确保 力争"))
        })
}

/// 推进落实不到位: but 整治作风不实 is done about it.
fn finds_fault(clause: &str) -> bool {
    let bare = bare(clause);
    ends(bare, &FAULTS) && !is_remedy(bare) && bare.chars().count() <= LONGEST
}

/// 存在…的问题, …等问题, …现象.
fn names_problem(clause: &str) -> bool {
    let bare = bare(clause);
    let named = ends(
        bare,
        words!(
            "等问题 的问题 等现象 的现象 等情况 问题依然存在 问题仍然存在 问题仍较突出 问题突出 问题较多 问题亟待解决 问题仍需解决"
        ),
    );
    let fault = || ENDS.iter().any(|end| bare.strip_suffix(end).is_some_and(finds_fault));
    named && !is_remedy(bare) && (opening(bare) == Opening::Other || fault())
}

/// How clauses end that name what is wrong: what stands before it finds fault.
const ENDS: [&str; 3] = ["等问题", "的问题", "等现象"];

fn is_remedy(clause: &str) -> bool {
    begins(without_adverbs(clause), &REMEDIES) || begins(clause, &REMEDIES)
}

fn bare(clause: &str) -> &str {
    clause.trim_matches(|c: char| !c.is_alphanumeric() && !"“”（）《》".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_told_from_what_is_done_about_it() {
        for (sentence, wrong) in [
            ("存在理论学习不经常、不系统的问题。", true),
            ("部分项目进度缓慢，资金拨付不及时等问题。", true),
            ("加强统筹不够，推进落实不到位。", true),
            ("规模养殖场设施配套不完善，部分养殖户直排沟渠。", true),
            ("学科发展不均衡、成本管控不精细等问题依然存在", true),
            ("着力解决办事排队时间长的问题。", false),
            ("整治作风不实、执行不力。", false),
            ("推进落实不到位的，要加强督查。", false),
            ("针对服务不规范等问题，开展窗口整治。", false),
            ("重点解决管网老化等问题", false),
            ("完成管网改造5公里。", false),
            ("推进项目建设。", false),
            ("及时跟踪并协助解决整改中遇到的问题", false),
            ("加强监管不够等问题", true),
        ] {
            assert_eq!(states_problem(sentence), wrong, "{sentence}");
        }
    }
}

//! Numbers that count what stands there already: of what work that goes on is about, of whom others are listed, or that are part of a name.

use crate::plan::document::is_mark;

use super::figures::in_figures;
use super::headings::number;
use super::listed::{Words, begins, ends, holds, without, without_end, words};
use super::numbers::is_digit;
use super::phrases::without_manner;
use super::words::{ADVERBS, ORDERS, is_amount};

/// Verbs that make what they count.
static MAKING: Words = Words::of(
    "新建 建成 建设 再建 续建 改建 扩建 引进 招引 培育 打造 编制 新增 新设 创建 争创 完成 开工 出台 制定 修订 举办 承办 开展 组织 实施 创办 发展 认定 落地 建立 设立 成立 推出 发布 申报 布局 增设 开通 签约 淘汰 \
    打通 废止 取消 下放 修缮 修复 加固 维修 铺设 迁建 更新 取缔 关闭 消除 处置 清退 硬化 疏浚 攻克 遴选 命名 关停 改造 整治 治理 拆除 清理 化解 解决 盘活 发放 选派 选树 评选 配备 采购 购置 安装 开发 上线 培训 培养",
);
/// Verbs of work that goes on about what is there.
static ABOUT: Words = Words::of("强化 加强 加快 深化 加大 抓好 听取 审议");
/// Places that are listed by their names.
static PLACES: Words = Words::of("个省 个市 个县 个区 个镇 个乡 个村 个街道 个社区 省 市 县 区 镇 乡 村 街道 社区");

/// Whether a number counts what stands there already.
pub(super) fn stands(before: &str, behind: &str, unit: &str) -> bool {
    let counts = !is_amount(unit) && unit != "%" && unit != "个百分点";
    is_part_of_name(behind, unit)
        || counts
            && (is_of_named(before, behind)
                || is_of_places(before, behind, unit)
                || is_kept_going(before, behind)
                || goes_to(behind, unit)
                || is_rated(before, behind)
                || is_part_by_a_day(before, behind))
}

/// 创新青年50人论坛, 15分钟生活圈功能.
fn is_part_of_name(behind: &str, unit: &str) -> bool {
    let named = unit == "人" && begins(behind, words!("论坛 峰会 沙龙 大会 讲坛 计划 工程 小组 团队"));
    let circle =
        || behind.split_once('圈').is_some_and(|(_, rest)| begins(rest, words!("功能 品质 水平 体系 能级 配套 内")));
    named || unit == "分钟" && circle()
}

/// 推动甲厂、乙厂等5家企业完成改造: a list of those who are there, unless a verb makes them, or they arise: 甲校等6所学校建成招生.
fn is_of_named(before: &str, behind: &str) -> bool {
    let clause = behind.split(['，', ',', '；', ';', '。']).next().unwrap_or(behind);
    let arises = holds(clause, words!("建成 竣工 开工 投产 投用 达产 落地 通车 挂牌 封顶 交付 新建"));
    let words = before.rsplit(['，', ',', '；', ';']).next().unwrap_or(before);
    let head = words.split('、').next().unwrap_or(words);
    // Of 甲隧道等5处7月底前完成 nothing is named.
    let named = !behind.is_empty() && in_figures(behind).is_none();
    words.ends_with('等') && named && !holds(head, &MAKING) && !arises
}

/// 确定甲、乙、丙10个省: places that are listed by name.
fn is_of_places(before: &str, behind: &str, unit: &str) -> bool {
    let words = before.rsplit(['，', ',', '；', ';']).next().unwrap_or(before);
    let last = words.rsplit('、').next().unwrap_or("");
    let named =
        (2..=5).contains(&last.chars().count()) && last.chars().all(char::is_alphabetic) && !begins(last, &ORDERS);
    let place = if unit == "个" { begins(behind, &PLACES) } else { begins(unit, &PLACES) };
    words.matches('、').count() >= 2 && named && place
}

/// 强化12所院校的帮扶, 加快甲、乙3座电站建设: no more than who and how stands in front of the verb.
fn is_kept_going(before: &str, behind: &str) -> bool {
    let words = before.rsplit(['，', ',', '；', ';']).next().unwrap_or(before).trim();
    let words = number(words).map_or(words, |(_, rest)| rest);
    let bare = without_end(words, &ABOUT);
    if bare.is_some_and(|front| front.is_empty() || ADVERBS.names(front) || front.ends_with(is_mark)) {
        return true;
    }
    let listed = without(words, &ABOUT).or_else(|| without(without_manner(words), &ABOUT));
    let clause = behind.split(is_mark).next().unwrap_or(behind);
    let named = listed.is_some_and(|names| names.contains('、') && !holds(names, &MAKING) && !names.contains(is_digit));
    named && ends(clause, words!("建设 帮扶 改造 治理 整治"))
}

/// 6家企业压减至3家: the first of two numbers.
fn goes_to(behind: &str, unit: &str) -> bool {
    let clause = behind.split(['，', ',', '；', ';', '。', '、']).next().unwrap_or(behind);
    let changed = [
        "压减至",
        "压减到",
        "减至",
        "减少到",
        "减少至",
        "缩减至",
        "压缩至",
        "压降至",
        "整合为",
        "合并为",
        "增加到",
        "增至",
        "扩大到",
        "提高到",
        "提升到",
        "扩展到",
    ];
    let number = |rest: &str| {
        let bare = rest.trim_start_matches(|c: char| is_digit(c) || c == '.');
        bare.len() < rest.len() && bare.starts_with(unit)
    };
    changed.iter().filter_map(|verb| clause.split_once(verb)).any(|(_, rest)| number(rest))
}

/// 14个问题整改完成率达到100%: the rate is to be reached, of what is there.
fn is_rated(before: &str, behind: &str) -> bool {
    let clause = behind.split(is_mark).next().unwrap_or(behind);
    let rate = clause.split_once('率').is_some_and(|(name, rest)| !name.contains(is_digit) && rest.contains('%'));
    rate && !holds(before, &ORDERS)
}

/// 其中9个问题于6月30日前整改到位: a part of what is there, by a day.
fn is_part_by_a_day(before: &str, behind: &str) -> bool {
    let clause = behind.split(['，', ',', '；', ';', '。']).next().unwrap_or(behind);
    let by = clause.split_once(['于', '在']).is_some_and(|(_, day)| day.starts_with(is_digit) && day.contains('前'));
    before.ends_with("其中") && by
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_there_is_told_from_what_is_to_be_made() {
        for (before, behind, unit, there) in [
            ("强化", "师范院校对县域教育的帮扶", "所", true),
            ("加快", "抽水蓄能电站建设", "个", true),
            ("加快甲镇、乙镇", "光热电站建设", "座", true),
            ("加快甲镇、乙镇等", "冷链基地建设", "个", true),
            ("加快建设", "冷链基地", "个", false),
            ("推动甲厂、乙厂等", "企业完成超低排放改造", "家", true),
            ("引进甲公司、乙公司等", "研发机构", "家", false),
            ("甲校、乙校等", "学校建成招生", "所", false),
            ("确定甲州、乙州、丙州", "省（区、市）作为试点", "个", true),
            ("办好创新青年", "论坛", "人", true),
            ("培训骨干", "以上", "人", false),
            ("提升", "社区生活圈功能", "分钟", true),
            ("打造", "社区生活圈", "分钟", false),
            ("", "一级企业压减至3家", "家", true),
            ("", "问题整改完成率达到100%", "个", true),
            ("新建", "中心", "个", false),
            ("其中", "问题于6月30日前整改到位", "个", true),
            ("听取", "滞后项目责任单位汇报", "宗", true),
        ] {
            assert_eq!(stands(before, behind, unit), there, "{before}|{behind}");
        }
    }
}

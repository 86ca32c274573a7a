//! What a number counts, as far as the words around it tell.

use crate::plan::document::is_mark;

use super::headings::number;
use super::numbers::is_digit;
use super::verbs::without_adverbs;
use super::words::{UNITS, ends, is_amount, without, without_end};

/// The longest name of a metric, in characters.
const LONGEST: usize = 16;
/// Words between a name and its number.
const LINKS: &str = "年底 到年底 年内 分别 力争 达到 达 为 至 到 超过 超 突破 不低于 不少于 不超过 控制在 提高到 提升到 提升至 提高至 稳定在 保持在 \
    实现 完成 新增 在 约 共 共计 累计 计划 年均 同比 均 低于 高于 不高于 打造 创建 建成 建设 新建 培育 以上";
/// Verbs in front of what is counted.
const DOING: &str = "打造 创建 建成 建设 新建 再建 改建 扩建 改造 和 及 并 培育 完成 实现 确保 推进 力争 开展 使 新增 实施 认定 发放 引进 举办 组织 \
    争创 申报 创办 筹集 开发 新培育 到 在 年内 计划 全年 年度 年底前 月底前 年底";
/// What is done to the thing counted.
const DONE_TO: &str = "建设 创建 改造 完成 整治 销项 销号 实现 工作 覆盖 制度 达到 开工 竣工 验收 提升 全面 落地 圆满 投入 列入 获批 建成 培训 收入";
/// The ends of words for people and households.
const PEOPLE: &str = "员 者 民 人 分子 师 干部 手 书记 家庭 户 学生 工 才 生 兵 童";
/// About a number: 3个以上, 15个左右.
const ABOUT: &str = "以上 左右 及以上 以下 余 多 的 国家级以上 省级以上 市级以上 区级以上 县级以上";

/// The words before a share or an amount, the thing behind a count.
pub(super) fn name(before: &str, behind: &str, unit: &str) -> String {
    let subject = subject(before);
    let thing = thing(behind);
    // 户 and 人 say by themselves what is counted, 个村 and 个项目 too.
    let people = matches!(unit, "人" | "万人" | "名" | "万名");
    let counted = match unit.trim_start_matches(['万', '个']) {
        "名" => "人数".to_owned(),
        "人次" => "人次".to_owned(),
        unit => format!("{unit}数"),
    };
    let of = |words: String| if words.ends_with('数') { words } else { format!("{words}数") };
    match unit {
        "%" | "个百分点" if subject.is_empty() => "比例".to_owned(),
        "%" | "个百分点" => subject,
        "分钟" if thing.is_empty() => "到达时间".to_owned(),
        "分钟" => format!("{thing}到达时间"),
        unit if is_amount(unit) && subject.is_empty() => format!("完成量（{unit}）"),
        unit if is_amount(unit) => subject,
        _ if people && ends(&thing, PEOPLE) => of(thing),
        "户" | "万户" | "人" | "万人" | "名" | "万名" | "人次" | "万人次" => {
            format!("{subject}{counted}")
        }
        unit if unit.starts_with('个') && unit != "个" => counted,
        _ if !thing.is_empty() => of(thing),
        _ if !subject.is_empty() => of(subject),
        "个" | "万个" => "数量".to_owned(),
        _ => counted,
    }
}

/// The words right before a number that name what it measures.
fn subject(before: &str) -> String {
    // 甲、乙分别增长4%、5%: the words are one name for all the numbers.
    let shared = ["分别", "均"].iter().find_map(|word| before.split_once(word));
    if let Some((names, rest)) =
        shared.filter(|(_, rest)| without(rest, "增长 提高 达到 达 下降 降低 增加 超过 提升").is_some())
    {
        let verb: String = rest.chars().take_while(|c| !is_digit(*c) && !is_mark(*c)).collect();
        let names = number(names).map_or(names, |(_, rest)| rest);
        let names = without_adverbs(names);
        return if names.chars().count() <= 2 * LONGEST { format!("{names}{verb}") } else { String::new() };
    }
    let mut words = before.trim_end().trim_end_matches('的');
    // 甲达到乙的70%: 甲 is measured.
    let measured = words
        .split_once("达到")
        .or_else(|| words.split_once('占').filter(|(_, rest)| !rest.starts_with('比')))
        .map(|(name, _)| name);
    if let Some(name) = measured.filter(|name| name.chars().count() >= 2) {
        words = name;
    }
    while let Some(rest) = without_end(words, LINKS) {
        words = rest;
    }
    let words = words.rsplit(|c: char| is_mark(c) && !matches!(c, ')' | '）')).next().unwrap_or("");
    let words = number(words).map_or(words, |(_, rest)| rest);
    // 新增3个村集体收入: what stands before another number names that one.
    let words = match words.rsplit_once(is_digit) {
        Some((_, rest)) => without(rest, UNITS)
            .or_else(|| rest.strip_prefix("千伏"))
            .unwrap_or(rest)
            .trim_start_matches(['年', '月', '底', '前']),
        None => words,
    };
    let mut words = without_adverbs(words);
    while let Some(rest) = without(words, DOING).filter(|rest| rest.chars().count() >= 2) {
        words = rest;
    }
    if words.chars().count() > LONGEST {
        words = words.rsplit('的').next().unwrap_or(words);
    }
    // A sentence is no name.
    if (2..=LONGEST).contains(&words.chars().count()) { words.to_owned() } else { String::new() }
}

/// The thing behind a count: at most a few characters, up to the next mark or verb.
fn thing(behind: &str) -> String {
    let mut behind = behind;
    while let Some(rest) = without(behind, ABOUT) {
        behind = rest;
    }
    // 3座35万千瓦光热电站
    let further = behind.trim_start_matches(|c: char| is_digit(c) || c == '.');
    if further.len() < behind.len() {
        behind = without(further, UNITS).or_else(|| further.strip_prefix("千伏")).unwrap_or(behind);
    }
    // “六星级”党建示范村
    if let Some((_, rest)) = behind.strip_prefix('“').and_then(|rest| rest.split_once('”')) {
        behind = rest;
    }
    let stop = |c: char| is_mark(c) || is_digit(c) || "的和与及或为在到至等以相逐全".contains(c);
    // 和美乡村 is no 和.
    let whole = if behind.starts_with("和美") { "和美".len() } else { 0 };
    let end = behind.get(whole..).and_then(|rest| rest.find(stop)).map_or(behind.len(), |end| whole + end);
    let words = behind.get(..end).unwrap_or("");
    let place = |verb: &str| {
        let at = words.find(verb)?;
        let place = verb == "工作"
            && words.get(at + verb.len()..).is_some_and(|rest| rest.starts_with(['室', '站', '者', '队', '点']));
        (!place).then_some(at)
    };
    let cut = DONE_TO.split(' ').filter_map(place).min().unwrap_or(words.len());
    let words = words.get(..cut).unwrap_or("");
    if (2..=12).contains(&words.chars().count()) { words.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_metric_is_named_by_the_words_around_its_number() {
        for (before, behind, unit, expected) in [
            ("完成龚都村", "农(渔)民相对集中居住项目", "户", "龚都村户数"),
            ("集中公推", "入党积极分子", "名", "入党积极分子数"),
            ("城镇新增就业", "", "万人", "城镇新增就业人数"),
            ("力争游客人次、旅游花费均增长", "以上", "%", "游客人次、旅游花费增长"),
            ("新能源装机规模占比突破", "", "%", "新能源装机规模占比"),
            ("“一镇一清单”涉及", "逐一销项", "个点位", "点位数"),
            ("创建三级卫生室", "", "家", "三级卫生室数"),
            ("完善", "中医家庭医生工作室制度建设", "家", "中医家庭医生工作室数"),
            ("培育", "以上省级先进制造业集群", "个", "省级先进制造业集群数"),
            ("计划申报并打造", "以上的“六星级”党建示范村", "个", "党建示范村数"),
            ("实施省大中型项目", "", "个", "省大中型项目数"),
            ("新建和改造高标准农田", "", "万亩", "高标准农田"),
            ("地区生产总值增长", "以上", "%", "地区生产总值增长"),
            ("城镇、农村居民收入分别增长", "、5.5%", "%", "城镇、农村居民收入增长"),
            ("年底前实现随机抽查事项达到本部门执法事项的", "以上", "%", "随机抽查事项"),
            ("新增3个村集体收入超过", "", "万元", "村集体收入"),
            ("打造", "养老服务圈", "分钟", "养老服务圈到达时间"),
            ("完成", "", "个", "数量"),
            ("打造", "和美乡村", "个", "和美乡村数"),
            ("加快格尔木、德令哈", "35万千瓦光热电站建设", "座", "光热电站数"),
        ] {
            assert_eq!(name(before, behind, unit), expected, "{before}|{behind}");
        }
    }
}

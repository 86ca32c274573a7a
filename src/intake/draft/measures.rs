//! Units of numbers: 个, 亿条, 吨/平方公里, 个点位; and what only begins as one does.

use super::listed::{Words, begins, without, words};
use super::words::UNITS;

/// Things that follow 个 and belong to the unit.
static THINGS: Words = Words::of(
    "县（市、区） 县（市） 县区 市县 点位 村居 行政村 自然村 村 社区 居委 小区 项目 镇 街道 床位 车位 停车位 泊位",
);
/// Words that begin as units do: 3种植 is no 3种.
static NO_UNITS: Words = Words::of(
    "种植 种养 种子 种业 种质 位于 位居 位列 道路 道德 组织 组建 组成 节能 节水 节约 节点 节庆 门槛 门户 门类 类别 轮训 轮换 起草 起步 路网 路面 路段 路灯 路长 \
    分别 分类 分批 分期 分步 分级 分之 分公司 分局 天然 天气 级 克服 度假 度汛 度夏 首席 首位 首问 集中 集团 集体 集镇 集约 架构 款项 则要 升级 升规 斤斤",
);
/// Units of time: how long something may take is a bound.
static TIMES: Words = Words::of("秒 分钟 小时 个小时 个工作日 工作日 天");
/// What stands before a unit and makes it a larger one: 亿条.
static POWERS: Words = Words::of("万 亿 千 百 百万 千万");

/// What stands behind a unit, and behind the thing that belongs to it: 个点位.
pub(super) fn unit_and_thing(after: &str) -> Option<&str> {
    let behind = behind_unit(after)?;
    let counted = after.strip_suffix(behind).is_some_and(|unit| unit.ends_with('个'));
    if counted { without(behind, &THINGS).or(Some(behind)) } else { Some(behind) }
}

/// What stands behind a unit.
pub(super) fn behind_unit(after: &str) -> Option<&str> {
    let small = || without(after, &POWERS).and_then(plain);
    let behind = plain(after).or_else(small)?;
    // 吨/平方公里, 万元/亩: of what or how long one is meant.
    let per = behind
        .strip_prefix('/')
        .and_then(|rest| without(rest, &UNITS).or_else(|| without(rest, words!("日 年 月 天 人"))));
    let behind = per.unwrap_or(behind);
    // 台（套）
    let other = behind.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']));
    Some(other.filter(|(inside, _)| UNITS.names(inside)).map_or(behind, |(_, rest)| rest))
}

fn plain(after: &str) -> Option<&str> {
    without(after, &UNITS).filter(|_| !begins(after, &NO_UNITS))
}

/// Whether a unit tells how long something takes.
pub(super) fn is_time(unit: &str) -> bool {
    TIMES.names(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_told_from_words_that_begin_as_they_do() {
        for (after, behind) in [
            ("亿条以上", Some("以上")),
            ("万路设备", Some("设备")),
            ("吨/平方公里，", Some("，")),
            ("个点位逐一", Some("逐一")),
            ("天以内", Some("以内")),
            ("台套，", Some("，")),
            ("辆次", Some("")),
            ("台（套）设备", Some("设备")),
            ("个（含改建）", Some("（含改建）")),
            ("种植基地", None),
            ("分别达到", None),
            ("节能灯", None),
            ("级景区", None),
        ] {
            assert_eq!(unit_and_thing(after), behind, "{after}");
        }
    }
}

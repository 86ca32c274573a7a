//! The keys of the plan's files in words.

use super::{field_name, pick};
use crate::plan::{EntryState, Kind, Language};

/// Every key with its Chinese and English words, in the order in which a reader wants them.
const KEYS: &[(&str, &str, &str)] = &[
    ("format", "格式", "format"),
    ("id", "编号", "id"),
    ("date", "日期", "date"),
    ("task", "任务", "task"),
    ("tasks", "任务", "tasks"),
    ("title", "标题", "title"),
    ("name", "名称", "name"),
    ("short", "简称", "short name"),
    ("issuer", "发文单位", "issuer"),
    ("disclosure", "公开属性", "disclosure"),
    ("issued", "印发日期", "issued"),
    ("period", "计划期", "period"),
    ("utc_offset", "时区", "UTC offset"),
    ("language", "语言", "language"),
    ("calendar", "日历", "calendar"),
    ("source", "原文", "source"),
    ("pace", "序时口径", "pace"),
    ("closing", "销号方式", "closing"),
    ("coverage", "原文覆盖", "coverage"),
    ("reporting", "报送频次", "reporting"),
    ("alerts", "预警规则", "alert limits"),
    ("lights", "亮灯用语", "lights"),
    ("kind", "类型", "kind"),
    ("lead", "牵头单位", "lead"),
    ("support", "配合单位", "support"),
    ("person", "责任人", "person"),
    ("leader", "分管领导", "leader"),
    ("places", "地点", "places"),
    ("metrics", "量化指标", "metric"),
    ("unit", "单位", "unit"),
    ("direction", "方向", "direction"),
    ("baseline", "基数", "baseline"),
    ("target", "目标值", "target"),
    ("grades", "等级", "grades"),
    ("says", "原文说", "says"),
    ("checklist", "清单", "checklist"),
    ("start", "开始", "start"),
    ("end", "结束", "end"),
    ("deadline", "完成时限", "deadline"),
    ("deadline_says", "时限原文", "deadline says"),
    ("due", "期限", "due"),
    ("by", "报送单位", "by"),
    ("values", "当前值", "values"),
    ("state", "状态", "state"),
    ("checkpoints", "节点", "checkpoint"),
    ("depends", "前置任务", "depends on"),
    ("weight", "权重", "weight"),
    ("tags", "标签", "tags"),
    ("note", "备注", "note"),
    ("issue", "存在问题", "issue"),
    ("next", "下一步措施", "next"),
    ("evidence", "佐证材料", "evidence"),
    ("reply_to", "回复文号", "reply to"),
    ("amendment", "调整", "amendment"),
    ("field", "调整事项", "field"),
    ("from", "原为", "from"),
    ("to", "改为", "to"),
    ("reason", "原因", "reason"),
    ("approved_by", "批准", "approved by"),
    ("assumed", "推定", "assumed"),
    ("units", "单位", "unit"),
    ("sections", "板块", "section"),
    ("themes", "专题", "theme"),
    ("context", "不分解的原文", "context"),
    ("assumptions", "推定说明", "assumptions"),
    ("sample", "示例数据", "sample"),
    ("publish_lights", "公开亮灯", "lights published"),
    ("number", "文号", "number"),
    ("level", "类别", "level"),
    ("reply_by", "反馈期限", "reply by"),
    ("signed_by", "签发人", "signed by"),
    ("notices", "督办编号", "notices"),
    ("series", "文号字头", "series"),
    ("reply_within", "反馈期限（工作日）", "reply within"),
    ("office", "受理反馈的单位", "office"),
    ("due_soon", "临期（工作日）", "due soon"),
    ("urge_after", "催办（逾期工作日）", "urge after"),
    ("supervise_after", "督办（逾期工作日）", "supervise after"),
    ("circulate_after", "通报（逾期工作日）", "circulate after"),
    ("behind", "滞后", "behind"),
    ("far_behind", "严重滞后", "far behind"),
];

/// Values that are one of a few, with their keys and Chinese and English words.
const VALUES: &[(&str, &str, &str, &str)] = &[
    ("pace", "working_days", "工作日", "working days"),
    ("pace", "months", "月", "months"),
    ("pace", "days", "自然日", "days"),
    ("closing", "direct", "办结即销号", "direct"),
    ("closing", "reviewed", "审核后销号", "reviewed"),
    ("coverage", "full", "逐句分解", "full"),
    ("coverage", "partial", "部分分解", "partial"),
    ("reporting", "weekly", "每周", "weekly"),
    ("reporting", "monthly", "每月", "monthly"),
    ("reporting", "quarterly", "每季度", "quarterly"),
    ("level", "remind", "提醒函", "remind"),
    ("level", "urge", "催办通知", "urge"),
    ("level", "supervise", "督办单", "supervise"),
    ("level", "circulate", "通报", "circulate"),
    ("direction", "at_least", "不低于", "at least"),
    ("direction", "at_most", "不高于", "at most"),
    ("sample", "true", "是", "yes"),
    ("sample", "false", "否", "no"),
    ("publish_lights", "true", "是", "yes"),
    ("publish_lights", "false", "否", "no"),
];

/// What an entry's note is called: it says how the work went.
pub fn progress_note(lang: Language) -> &'static str {
    pick(lang, "进展情况", "note")
}

/// A key in words; one that no file has, as it is.
pub fn key_name(lang: Language, key: &str) -> &str {
    KEYS.iter().find(|(known, _, _)| *known == key).map_or(key, |(_, zh, en)| pick(lang, zh, en))
}

/// Where a key stands among all of them; one that no file has, behind them.
pub fn key_rank(key: &str) -> usize {
    KEYS.iter().position(|(known, _, _)| *known == key).unwrap_or(KEYS.len())
}

/// A key's value in words, where it is one of a few.
pub fn key_value(lang: Language, key: &str, value: &str) -> String {
    let kind = || Kind::named(value).map(|kind| super::kind(lang, kind).to_owned());
    let state = || EntryState::named(value).map(|state| super::entry_state(lang, state).to_owned());
    let known = match key {
        "kind" => kind(),
        "state" => state(),
        "from" | "to" => kind().or_else(state),
        "field" | "assumed" => Some(field_name(lang, value)),
        _ => None,
    };
    let listed = || {
        let found = VALUES.iter().find(|(of, known, _, _)| *of == key && *known == value);
        found.map(|(_, _, zh, en)| pick(lang, zh, en).to_owned())
    };
    let known = known.or_else(listed);
    known.unwrap_or_else(|| value.to_owned())
}

//! The names of fields and what they hold, in a reader's words.

use crate::lang::{self, pick};
use crate::plan::{EntryState, Kind, Language};
use crate::say;

/// Whether a field holds prose, of which only the words that differ are told.
pub(super) fn is_prose(field: &str) -> bool {
    const PROSE: [&str; 10] =
        ["title", "source", "note", "deadline_says", "says", "issue", "next", "assumptions", "reason", "word"];
    // plan.yaml's `source` is a path.
    let last = field.rsplit('.').next().unwrap_or(field);
    PROSE.contains(&last)
}

/// A task's field: `完成时限`, `“户数”目标值`, `节点“封顶”时限`.
pub(super) fn task_field(lang: Language, field: &str) -> String {
    if let Some((metric, part)) = field.strip_prefix("metrics.").and_then(|rest| rest.rsplit_once('.')) {
        let part = metric_part(lang, part);
        return say!(lang, "“{metric}”{part}", "{part} of {metric}");
    }
    if let Some((step, part)) = field.strip_prefix("checkpoints.").and_then(|rest| rest.rsplit_once('.')) {
        let part = match part {
            "due" => pick(lang, "时限", "deadline"),
            _ => pick(lang, "名称", "title"),
        };
        return say!(lang, "节点“{step}”{part}", "{part} of checkpoint {step}");
    }
    match field {
        "deadline_says" => pick(lang, "时限所依原文", "words that set the deadline").to_owned(),
        "note" => pick(lang, "备注", "remark").to_owned(),
        "assumed" => pick(lang, "推定事项", "what is assumed").to_owned(),
        field => lang::field_name(lang, field),
    }
}

fn metric_part(lang: Language, part: &str) -> String {
    let word = match part {
        "target" => pick(lang, "目标值", "target"),
        "baseline" => pick(lang, "基数", "baseline"),
        "unit" => pick(lang, "计量单位", "unit"),
        "direction" => pick(lang, "考核方向", "direction"),
        "grades" => pick(lang, "等级", "grades"),
        "says" => pick(lang, "所依原文", "words of the document"),
        "weight" => pick(lang, "权重", "weight"),
        "checklist" => pick(lang, "清单", "checklist"),
        other => other,
    };
    word.to_owned()
}

/// A field of an entry: `进展情况`, `“户数”数值`.
pub(super) fn entry_field(lang: Language, field: &str) -> String {
    if let Some(metric) = field.strip_prefix("values.") {
        return say!(lang, "“{metric}”数值", "value of {metric}");
    }
    let word = match field {
        "date" => pick(lang, "日期", "date"),
        "task" => pick(lang, "任务编号", "task"),
        "by" => pick(lang, "报送单位", "reporter"),
        "state" => pick(lang, "状态", "state"),
        "checkpoints" => pick(lang, "完成节点", "checkpoints"),
        "note" => pick(lang, "进展情况", "what was done"),
        "issue" => pick(lang, "存在问题", "issue"),
        "next" => pick(lang, "下一步措施", "next"),
        "evidence" => pick(lang, "佐证材料", "evidence"),
        "reply_to" => pick(lang, "回复文号", "reply to"),
        "amendment.field" => pick(lang, "调整事项", "amended field"),
        "amendment.from" => pick(lang, "调整前", "amended from"),
        "amendment.to" => pick(lang, "调整后", "amended to"),
        "amendment.reason" => pick(lang, "调整理由", "reason"),
        "amendment.approved_by" => pick(lang, "批准人", "approved by"),
        other => other,
    };
    word.to_owned()
}

/// A field of `plan.yaml`.
pub(super) fn plan_field(lang: Language, field: &str) -> String {
    let parts = |prefix: &str| field.strip_prefix(prefix).and_then(|rest| rest.rsplit_once('.'));
    if let Some((unit, part)) = parts("units.") {
        let part = if part == "short" { pick(lang, "简称", "short name") } else { pick(lang, "备注", "remark") };
        return say!(lang, "单位“{unit}”{part}", "{part} of {unit}");
    }
    if let Some((id, part)) = parts("sections.") {
        let part = if part == "title" { pick(lang, "标题", "title") } else { pick(lang, "所含专题", "themes") };
        return say!(lang, "板块 {id} {part}", "{part} of section {id}");
    }
    if let Some((id, _)) = parts("themes.") {
        return say!(lang, "专题 {id} 标题", "title of theme {id}");
    }
    if let Some((light, part)) = parts("lights.") {
        let part = if part == "word" { pick(lang, "用语", "word") } else { pick(lang, "颜色", "colour") };
        return say!(lang, "亮灯 {light} {part}", "{part} of the {light} light");
    }
    plan_word(lang, field).to_owned()
}

fn plan_word(lang: Language, field: &str) -> &str {
    match field {
        "format" => pick(lang, "文件格式", "format"),
        "id" => pick(lang, "计划代号", "id"),
        "title" => pick(lang, "文件标题", "title"),
        "issuer" => pick(lang, "发文机关", "issuer"),
        "disclosure" => pick(lang, "公开属性", "disclosure"),
        "issued" => pick(lang, "发文日期", "day of issue"),
        "period.start" => pick(lang, "计划期起始", "first day of the period"),
        "period.end" => pick(lang, "计划期末", "last day of the period"),
        "utc_offset" => pick(lang, "时区", "UTC offset"),
        "language" => pick(lang, "语言", "language"),
        "calendar" => pick(lang, "工作日历", "calendar"),
        "source" => pick(lang, "原文文件", "source document"),
        "pace" => pick(lang, "序时进度算法", "pace"),
        "closing" => pick(lang, "销号方式", "closing"),
        "coverage" => pick(lang, "原文覆盖要求", "coverage"),
        "reporting" => pick(lang, "报送周期", "reporting"),
        "alerts.due_soon" => pick(lang, "临期预警（剩余工作日）", "due soon (working days left)"),
        "alerts.urge_after" => pick(lang, "催办（逾期工作日）", "urge after (working days late)"),
        "alerts.supervise_after" => pick(lang, "督办（逾期工作日）", "supervise after (working days late)"),
        "alerts.circulate_after" => pick(lang, "通报（逾期工作日）", "circulate after (working days late)"),
        "alerts.behind" => pick(lang, "滞后界限", "behind"),
        "alerts.far_behind" => pick(lang, "严重滞后界限", "far behind"),
        "units" => pick(lang, "单位", "units"),
        "places" => pick(lang, "地点", "places"),
        "sections" => pick(lang, "板块", "sections"),
        "context" => pick(lang, "不部署任务的句子", "context"),
        "assumptions" => pick(lang, "推定说明", "assumptions"),
        "sample" => pick(lang, "示例数据", "sample"),
        other => other,
    }
}

/// A thing in a list: a field's name where the list is of fields.
pub(super) fn thing(lang: Language, field: &str, thing: &str) -> String {
    match field {
        "assumed" => match thing.strip_prefix("metrics.") {
            Some(metric) => say!(lang, "“{metric}”目标值", "target of {metric}"),
            None => task_field(lang, thing),
        },
        _ => thing.to_owned(),
    }
}

/// A word that a field holds: a name of the format's own in a reader's language.
pub(super) fn word<'t>(lang: Language, field: &str, text: &'t str) -> &'t str {
    let (zh, en) = match (field, text) {
        ("kind", name) => return Kind::named(name).map_or(text, |kind| lang::kind(lang, kind)),
        ("state", name) => {
            let named = crate::assess::State::ALL.into_iter().find(|state| state.name() == name);
            let said = EntryState::named(name).map(|state| lang::entry_state(lang, state));
            return named.map(|state| lang::state(lang, state)).or(said).unwrap_or(text);
        }
        (_, "at_least") => ("至少达到", "at least"),
        (_, "at_most") => ("不得超过", "at most"),
        ("pace", "working_days") => ("按工作日", "working days"),
        ("pace", "months") => ("按月", "months"),
        ("pace", "days") => ("按日历天", "calendar days"),
        ("closing", "direct") => ("单位自报即可", "direct"),
        ("closing", "reviewed") => ("须经审核销号", "reviewed"),
        ("coverage", "full") => ("逐句覆盖", "full"),
        ("coverage", "partial") => ("部分覆盖", "partial"),
        ("reporting", "weekly") => ("每周", "weekly"),
        ("reporting", "monthly") => ("每月", "monthly"),
        ("reporting", "quarterly") => ("每季", "quarterly"),
        _ => return text,
    };
    pick(lang, zh, en)
}

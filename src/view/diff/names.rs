//! The names of fields and what they hold, in a reader's words.

use crate::plan::{EntryState, Kind, Language};
use crate::say;
use crate::words;
use crate::words::Worded;

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
            "due" => lang.pick("时限", "deadline"),
            _ => lang.pick("名称", "title"),
        };
        return say!(lang, "节点“{step}”{part}", "{part} of checkpoint {step}");
    }
    match field {
        "deadline_says" => lang.pick("时限所依原文", "words that set the deadline").to_owned(),
        "note" => lang.pick("备注", "remark").to_owned(),
        "assumed" => lang.pick("推定事项", "what is assumed").to_owned(),
        field => words::field_name(lang, field),
    }
}

fn metric_part(lang: Language, part: &str) -> String {
    let word = match part {
        "target" => lang.pick("目标值", "target"),
        "baseline" => lang.pick("基数", "baseline"),
        "unit" => lang.pick("计量单位", "unit"),
        "direction" => lang.pick("考核方向", "direction"),
        "grades" => lang.pick("等级", "grades"),
        "says" => lang.pick("所依原文", "words of the document"),
        "weight" => lang.pick("权重", "weight"),
        "checklist" => lang.pick("清单", "checklist"),
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
        "date" => lang.pick("日期", "date"),
        "task" => lang.pick("任务编号", "task"),
        "by" => lang.pick("报送单位", "reporter"),
        "state" => lang.pick("状态", "state"),
        "checkpoints" => lang.pick("完成节点", "checkpoints"),
        "note" => lang.pick("进展情况", "what was done"),
        "issue" => lang.pick("存在问题", "issue"),
        "next" => lang.pick("下一步措施", "next"),
        "evidence" => lang.pick("佐证材料", "evidence"),
        "reply_to" => lang.pick("回复文号", "reply to"),
        "amendment.field" => lang.pick("调整事项", "amended field"),
        "amendment.from" => lang.pick("调整前", "amended from"),
        "amendment.to" => lang.pick("调整后", "amended to"),
        "amendment.reason" => lang.pick("调整理由", "reason"),
        "amendment.approved_by" => lang.pick("批准人", "approved by"),
        other => other,
    };
    word.to_owned()
}

/// A field of `plan.yaml`.
pub(super) fn plan_field(lang: Language, field: &str) -> String {
    let parts = |prefix: &str| field.strip_prefix(prefix).and_then(|rest| rest.rsplit_once('.'));
    if let Some((unit, part)) = parts("units.") {
        let part = if part == "short" { lang.pick("简称", "short name") } else { lang.pick("备注", "remark") };
        return say!(lang, "单位“{unit}”{part}", "{part} of {unit}");
    }
    if let Some((id, part)) = parts("sections.") {
        let part = if part == "title" { lang.pick("标题", "title") } else { lang.pick("所含专题", "themes") };
        return say!(lang, "板块 {id} {part}", "{part} of section {id}");
    }
    if let Some((id, _)) = parts("themes.") {
        return say!(lang, "专题 {id} 标题", "title of theme {id}");
    }
    if let Some((light, part)) = parts("lights.") {
        let part = if part == "word" { lang.pick("用语", "word") } else { lang.pick("颜色", "colour") };
        return say!(lang, "亮灯 {light} {part}", "{part} of the {light} light");
    }
    plan_word(lang, field).to_owned()
}

fn plan_word(lang: Language, field: &str) -> &str {
    match field {
        "format" => lang.pick("文件格式", "format"),
        "id" => lang.pick("计划代号", "id"),
        "title" => lang.pick("文件标题", "title"),
        "issuer" => lang.pick("发文机关", "issuer"),
        "disclosure" => lang.pick("公开属性", "disclosure"),
        "issued" => lang.pick("发文日期", "day of issue"),
        "period.start" => lang.pick("计划期起始", "first day of the period"),
        "period.end" => lang.pick("计划期末", "last day of the period"),
        "utc_offset" => lang.pick("时区", "UTC offset"),
        "language" => lang.pick("语言", "language"),
        "calendar" => lang.pick("工作日历", "calendar"),
        "source" => lang.pick("原文文件", "source document"),
        "pace" => lang.pick("序时进度算法", "pace"),
        "closing" => lang.pick("销号方式", "closing"),
        "coverage" => lang.pick("原文覆盖要求", "coverage"),
        "reporting" => lang.pick("报送周期", "reporting"),
        "alerts.due_soon" => lang.pick("临期预警（剩余工作日）", "due soon (working days left)"),
        "alerts.urge_after" => lang.pick("催办（逾期工作日）", "urge after (working days late)"),
        "alerts.supervise_after" => lang.pick("督办（逾期工作日）", "supervise after (working days late)"),
        "alerts.circulate_after" => lang.pick("通报（逾期工作日）", "circulate after (working days late)"),
        "alerts.behind" => lang.pick("滞后界限", "behind"),
        "alerts.far_behind" => lang.pick("严重滞后界限", "far behind"),
        "units" => lang.pick("单位", "units"),
        "places" => lang.pick("地点", "places"),
        "sections" => lang.pick("板块", "sections"),
        "context" => lang.pick("不部署任务的句子", "context"),
        "assumptions" => lang.pick("推定说明", "assumptions"),
        "sample" => lang.pick("示例数据", "sample"),
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
        ("kind", name) => return Kind::named(name).map_or(text, |kind| kind.word(lang)),
        ("state", name) => {
            let named = crate::assess::State::ALL.into_iter().find(|state| state.name() == name);
            let said = EntryState::named(name).map(|state| state.word(lang));
            return named.map(|state| state.word(lang)).or(said).unwrap_or(text);
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
    lang.pick(zh, en)
}

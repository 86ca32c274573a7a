//! An assumed field that the task does not have.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::Task;
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E115",
    name: "assumed-field",
    zh: "assumed 列了任务没有的字段",
    en: "an assumed field that the task does not have",
    wrong: "lead: 党政办公室\nassumed: [牵头单位]",
    right: "lead: 党政办公室\nassumed: [lead]",
    finds: Finds::Plan(look),
};

/// A field of a task that may be assumed.
struct Field {
    name: &'static str,
    /// What a clerk would call it.
    names: &'static [&'static str],
    /// Whether the task has it.
    has: fn(&Task) -> bool,
}

const fn field(name: &'static str, names: &'static [&'static str], has: fn(&Task) -> bool) -> Field {
    Field { name, names, has }
}

const FIELDS: &[Field] = &[
    field("title", &["标题", "工作任务"], |_| true),
    field("source", &["原文"], |task| task.source.is_some()),
    field("kind", &["类型"], |_| true),
    field("lead", &["牵头", "牵头单位", "责任单位"], |task| task.lead.is_some()),
    field("support", &["配合", "配合单位"], |task| !task.support.is_empty()),
    field("person", &["责任人"], |task| task.person.is_some()),
    field("leader", &["分管领导"], |task| task.leader.is_some()),
    field("places", &["地点", "村居"], |task| !task.places.is_empty()),
    field("metrics", &["指标", "量化指标"], |task| !task.metrics.is_empty()),
    field("start", &["开始时间"], |task| task.start.is_some()),
    field("deadline", &["时限", "完成时限"], |task| task.deadline.is_some()),
    field("checkpoints", &["节点"], |task| !task.checkpoints.is_empty()),
    field("depends", &["前置", "依赖"], |task| !task.depends.is_empty()),
    field("weight", &["权重"], |_| true),
    field("tags", &["标签"], |task| !task.tags.is_empty()),
    field("note", &["备注"], |task| task.note.is_some()),
];

fn look(inspection: &mut Inspection<'_, '_>) {
    for (index, task) in inspection.whole_tasks() {
        for (place, field) in task.assumed.iter().enumerate() {
            let Some((message, hint)) = fault(inspection, (index, task), field) else { continue };
            inspection.find(inspection.at_task(index).key("assumed").item(place), message, hint);
        }
    }
}

fn fault<'o>(
    inspection: &mut Inspection<'o, '_>,
    (index, task): (usize, &'o Task),
    field: &str,
) -> Option<(String, String)> {
    let lang = inspection.lang;
    if let Some(metric) = field.strip_prefix("metrics.") {
        return inspection.metric((index, task), metric).is_none().then(|| {
            let meant = inspection.nearest(metric, task.metrics.iter().map(|known| known.name.as_str()));
            let hint = match meant {
                Some(meant) => say!(lang, "是否应为“metrics.{meant}”？", "did you mean `metrics.{meant}`?"),
                None => say!(lang, "写“metrics.指标名称”，或删去这一项", "write `metrics.NAME`, or delete this item"),
            };
            (say!(lang, "任务没有名为“{metric}”的指标", "the task has no metric `{metric}`"), hint)
        });
    }
    match FIELDS.iter().find(|known| known.name == field) {
        Some(known) => (!(known.has)(task)).then(|| {
            (
                say!(lang, "任务没有写“{field}”，无从推定", "the task has no `{field}` that could be assumed"),
                say!(lang, "写上“{field}: …”，或从 assumed 中删去", "write `{field}: …`, or delete it from `assumed`"),
            )
        }),
        None => Some((
            say!(lang, "没有“{field}”这个字段", "there is no field `{field}`"),
            unknown_hint(inspection, (index, task), field),
        )),
    }
}

fn unknown_hint<'o>(inspection: &mut Inspection<'o, '_>, task: (usize, &'o Task), field: &str) -> String {
    let lang = inspection.lang;
    if inspection.metric(task, field).is_some() {
        return say!(lang, "指标写成“metrics.{field}”", "a metric is written `metrics.{field}`");
    }
    let by_name = FIELDS.iter().find(|known| known.names.contains(&field)).map(|known| known.name);
    if let Some(meant) = by_name {
        return say!(lang, "改为“{meant}”", "type `{meant}`");
    }
    match inspection.nearest(field, FIELDS.iter().map(|known| known.name)) {
        Some(near) => say!(lang, "是否应为“{near}”？", "did you mean `{near}`?"),
        None => say!(
            lang,
            "写字段名，如 lead、support、deadline、metrics.指标名称",
            "write a field's name, like lead, support, deadline, metrics.NAME"
        ),
    }
}

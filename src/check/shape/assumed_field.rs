//! An assumed field that the task does not have.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::Task;
use crate::say;
use crate::words::fields::{self, Place};

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
    /// Whether the task has it.
    has: fn(&Task) -> bool,
}

const fn field(name: &'static str, has: fn(&Task) -> bool) -> Field {
    Field { name, has }
}

const FIELDS: &[Field] = &[
    field("title", |_| true),
    field("source", |task| task.source.is_some()),
    field("kind", |_| true),
    field("lead", |task| task.lead.is_some()),
    field("support", |task| !task.support.is_empty()),
    field("origin", |task| task.origin.is_some()),
    field("person", |task| task.person.is_some()),
    field("leader", |task| task.leader.is_some()),
    field("places", |task| !task.places.is_empty()),
    field("metrics", |task| !task.metrics.is_empty()),
    field("start", |task| task.start.is_some()),
    field("deadline", |task| task.deadline.is_some()),
    field("recurs", |task| task.recurs.is_some()),
    field("checkpoints", |task| !task.checkpoints.is_empty()),
    field("depends", |task| !task.depends.is_empty()),
    field("weight", |_| true),
    field("tags", |task| !task.tags.is_empty()),
    field("note", |task| task.note.is_some()),
];

fn look(inspection: &mut Inspection<'_, '_>) {
    for (index, task) in inspection.whole_tasks() {
        look_at_confirmed(inspection, (index, task));
        for (place, field) in task.assumed.iter().enumerate() {
            let at = |i: &Inspection<'_, '_>| i.at_task(index).key("assumed").item(place);
            if inspection.nothing_at(field, at).is_some() {
                continue;
            }
            let Some((message, hint)) = fault(inspection, (index, task), field) else { continue };
            inspection.find(inspection.at_task(index).key("assumed").item(place), message, hint);
        }
    }
}

/// What is confirmed may have been taken out since, but must be a field.
fn look_at_confirmed<'o>(inspection: &mut Inspection<'o, '_>, (index, task): (usize, &'o Task)) {
    let lang = inspection.lang;
    for (at, confirmation) in task.confirmed.iter().enumerate() {
        for (place, field) in confirmation.fields.iter().enumerate() {
            let is_known = field.starts_with("metrics.") || FIELDS.iter().any(|known| known.name == field);
            if is_known {
                continue;
            }
            let message = say!(lang, "没有“{field}”这个字段", "there is no field `{field}`");
            let hint = unknown_hint(inspection, (index, task), field);
            let span = inspection.at_task(index).key("confirmed").item(at).key("fields").item(place);
            inspection.find(span, message, hint);
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
        return task.metric_part(field).is_none().then(|| {
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
    let called = fields::called(Place::Task, field).map(|known| known.key);
    if let Some(meant) = called.filter(|key| FIELDS.iter().any(|known| known.name == *key)) {
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

//! A field of a task that `plan.yaml` does not declare.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;
use crate::words::fields;

pub(super) const CHECK: Check = Check {
    code: "E215",
    name: "unknown-own-field",
    zh: "任务的自定义字段没有在 plan.yaml 中登记",
    en: "a field of the plan's own that plan.yaml does not declare",
    wrong: "fields: { 资金额: 120 }",
    right: "fields: { 资金: 120 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let head = &inspection.plan.head;
    if inspection.head_lost("fields") {
        return;
    }
    let lang = inspection.lang;
    for (index, task) in inspection.tasks().filter(|(_, task)| !task.fields.0.is_empty()) {
        for (key, _) in &task.fields.0 {
            if head.fields.iter().any(|field| field.key == *key) {
                continue;
            }
            let meant = head.own_field(key).map(|field| field.key.as_str());
            let near = meant.or_else(|| inspection.nearest(key, head.fields.iter().map(|field| field.key.as_str())));
            let every = fields::taken(key).map(|field| field.key);
            let hint = match (near, every) {
                (Some(near), _) => say!(lang, "是否应为“{near}”？", "did you mean `{near}`?"),
                (None, Some(every)) => say!(
                    lang,
                    "“{every}”是每个计划都有的字段，不写在 fields 之下",
                    "`{every}` is a field of every plan: it does not stand under `fields`"
                ),
                (None, None) => say!(
                    lang,
                    "先登记：workplan field add {key}，或在 plan.yaml 的 fields 中写上",
                    "declare it first: workplan field add {key}, or under `fields` in plan.yaml"
                ),
            };
            let message = say!(lang, "未登记的自定义字段“{key}”", "unknown field `{key}`");
            inspection.find(inspection.at_task(index).key("fields").key_itself(key), message, hint);
        }
    }
}

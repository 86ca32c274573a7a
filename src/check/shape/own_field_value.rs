//! A value that a field of the plan's own cannot hold.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::meant::day::day;
use crate::plan::meant::number::number_in;
use crate::plan::{Head, Language, OwnField, OwnKind};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E119",
    name: "own-field-value",
    zh: "自定义字段的内容不合其类型",
    en: "a value that a field of the plan's own cannot hold",
    wrong: "fields: { 资金: 120万元 }",
    right: "fields: { 资金: 120 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let head = &inspection.plan.head;
    for (index, task) in inspection.tasks().filter(|(_, task)| !task.fields.0.is_empty()) {
        for (key, value) in &task.fields.0 {
            let field = head.fields.iter().find(|field| field.key == *key);
            let Some(field) = field.filter(|field| !field.can_hold(value)) else { continue };
            let (message, hint) = fault(field, value, head, inspection.lang);
            inspection.find(inspection.at_task(index).key("fields").key(key), message, hint);
        }
    }
}

fn fault(field: &OwnField, value: &str, head: &Head, lang: Language) -> (String, String) {
    let name = field.name();
    let empty = || {
        let hint = say!(
            lang,
            "写上内容；还不知道的，删去这一项",
            "write what it holds; while that is not known, delete the key"
        );
        (say!(lang, "“{name}”是空的", "{name} is empty"), hint)
    };
    match field.kind {
        // Of a text, nothing but that can be wrong.
        OwnKind::Text => empty(),
        OwnKind::Number | OwnKind::Date if value.trim().is_empty() => empty(),
        OwnKind::Number => {
            let hint = match number_in(value, field.unit()) {
                Ok(number) => say!(lang, "改为 {number}", "type {number}"),
                Err(_) => say!(
                    lang,
                    "只写数字，如 120 或 66.5；不写单位和逗号",
                    "type digits only, like 120 or 66.5: no unit, no commas"
                ),
            };
            (say!(lang, "{name}应为数字，“{value}”不是", "{name} holds a number, and `{value}` is none"), hint)
        }
        OwnKind::Date => {
            let hint = match day(head, value, None, lang) {
                Ok(day) => say!(lang, "改为 {day}", "type {day}"),
                Err(_) => say!(lang, "写成 年-月-日，如 2020-11-30", "write it as YYYY-MM-DD, like 2020-11-30"),
            };
            (say!(lang, "{name}应为日期，“{value}”不是", "{name} holds a day, and `{value}` is none"), hint)
        }
    }
}

//! A field of the plan's own that cannot be declared so.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::{OwnField, OwnKind};
use crate::say;
use crate::words::fields;

pub(super) const CHECK: Check = Check {
    code: "E216",
    name: "own-field",
    zh: "plan.yaml 中不能这样登记的自定义字段",
    en: "a field of the plan's own that cannot be declared so",
    wrong: "fields:\n  - { key: 备注 }\n  - { key: 资金, unit: 万元 }",
    right: "fields:\n  - { key: 补充说明 }\n  - { key: 资金, unit: 万元, kind: number }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    for (place, field) in inspection.plan.head.fields.iter().enumerate() {
        look_at_names(inspection, place, field);
        if field.unit.is_some() && field.kind != OwnKind::Number {
            let lang = inspection.lang;
            inspection.find(
                inspection.at_head().key("fields").item(place).key("unit"),
                say!(lang, "只有数字才有计量单位", "only numbers have a unit"),
                say!(lang, "加上“kind: number”，或删去 unit", "add `kind: number`, or delete `unit`"),
            );
        }
    }
}

fn look_at_names(inspection: &mut Inspection<'_, '_>, place: usize, field: &OwnField) {
    let lang = inspection.lang;
    let title = field.title.as_deref().map(|title| ("title", title));
    for (key, name) in [Some(("key", field.key.as_str())), title].into_iter().flatten() {
        let fault = if let Some(taken) = fields::taken(name) {
            let known = taken.name(lang);
            Some((
                say!(
                    lang,
                    "“{name}”与已有字段“{known}”重名",
                    "`{name}` means the field `{known}`, which every plan has"
                ),
                say!(lang, "换一个名称", "take another name"),
            ))
        } else if key == "key" && !OwnField::is_key(name) {
            let hint = match OwnField::key_of(name) {
                Some(meant) => say!(
                    lang,
                    "代号写“{meant}”，原来的写法可放在 title 中",
                    "write the key `{meant}`; what it was can stand under `title`"
                ),
                None => say!(lang, "用文字、字母、数字和 _ - 组成", "make it of letters, digits, _ and -"),
            };
            Some((say!(lang, "“{name}”不能作字段代号", "`{name}` cannot be a key"), hint))
        } else if name.trim().is_empty() {
            Some((
                say!(lang, "“{key}”是空的", "`{key}` is empty"),
                say!(lang, "在“{key}: ”后写上文字", "write some words after `{key}: `"),
            ))
        } else {
            None
        };
        if let Some((message, hint)) = fault {
            inspection.find(inspection.at_head().key("fields").item(place).key(key), message, hint);
        }
    }
}

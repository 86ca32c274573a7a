//! A task id that does not follow the form of ids.

use crate::check::{Check, Finds, Reader, Words};
use crate::plan::TaskId;
use crate::plan::meant::half_width;
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E107",
    name: "id-form",
    zh: "任务编号写法不对",
    en: "a task id that does not follow the form of ids",
    wrong: "- id: 22－07",
    right: "- id: 22-07",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::IdForm(text) = fault else { return None };
    let lang = reader.lang;
    let plain = half_width(text).replace(['_', '/'], "-");
    let hint = match TaskId::new(&plain) {
        Some(meant) => say!(lang, "改为 {meant}", "type {meant}"),
        None => say!(
            lang,
            "编号写成“专题编号-序号”，只用半角字母和数字，如 22-07",
            "an id is the theme's id, a hyphen and a number, like 22-07: plain letters and digits only"
        ),
    };
    Some(Words { message: say!(lang, "“{text}”不是任务编号", "`{text}` is not a task id"), hint })
}

//! A character that no text has.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E008",
    name: "control-character",
    zh: "有不可见的控制字符",
    en: "a control character",
    wrong: "- title: 龚都村",
    right: "- title: 龚都村",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::ControlCharacter(control) = fault else { return None };
    let code = u32::from(*control);
    Some(Words {
        message: say!(reader.lang, "有不可见的控制字符 U+{code:04X}", "control character U+{code:04X}"),
        hint: say!(
            reader.lang,
            "删去这个字符；多半是从别处粘贴带来的",
            "delete it: it probably came along with a paste"
        ),
    })
}

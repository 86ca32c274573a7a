//! A line that is indented further than the one that it continues.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E016",
    name: "misaligned",
    zh: "一行比上一行缩进多",
    en: "a line that is indented further than the one that it continues",
    wrong: "- id: 22-07\n    title: 龚都村",
    right: "- id: 22-07\n  title: 龚都村",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::Misaligned = fault else { return None };
    Some(Words {
        message: say!(reader.lang, "这一行的缩进比上一行多", "this line is indented further than the one above"),
        hint: say!(
            reader.lang,
            "删去多余的空格，与上一行的键对齐",
            "delete spaces until it stands in line with the key above"
        ),
    })
}

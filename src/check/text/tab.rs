//! A tab where YAML wants spaces.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E009",
    name: "tab",
    zh: "缩进用了制表符（Tab）",
    en: "a tab in the indentation",
    wrong: "- id: 22-07\n\ttitle: 龚都村",
    right: "- id: 22-07\n  title: 龚都村",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::Tab = fault else { return None };
    Some(Words {
        message: say!(reader.lang, "行首用了制表符（Tab）", "the line begins with a tab"),
        hint: say!(
            reader.lang,
            "删去 Tab，改用空格，与上下行对齐",
            "delete the tab and type spaces, in line with the lines around"
        ),
    })
}

//! An item that a checklist lists twice, and would count twice.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "W412",
    name: "repeated-item",
    zh: "清单中编号重复",
    en: "an item that a checklist lists twice",
    wrong: "编号,销号日期\n金泽-001,2020-08-05\n金泽-001,",
    right: "编号,销号日期\n金泽-001,2020-08-05\n金泽-002,",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::RepeatedItem { item, line } = fault else { return None };
    let lang = reader.lang;
    Some(Words {
        message: say!(lang, "“{item}”重复，已见于第 {line} 行", "`{item}` is listed twice: see line {line}"),
        hint: say!(
            lang,
            "删去一行，或改正编号；重复的会算两次",
            "delete one of the rows or correct its number: both are counted"
        ),
    })
}

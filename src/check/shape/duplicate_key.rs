//! A key that is there twice.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E104",
    name: "duplicate-key",
    zh: "同一个键写了两遍",
    en: "a key that is there twice",
    wrong: "values: { 户数: 61, 户数: 62 }",
    right: "values: { 户数: 62 }",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::DuplicateKey(key) = fault else { return None };
    Some(Words {
        message: say!(reader.lang, "“{key}”写了两遍", "`{key}` is there twice"),
        hint: say!(reader.lang, "留一处，删去另一处", "keep one of them and delete the other"),
    })
}

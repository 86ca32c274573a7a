//! No space after the colon of a key.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::{FaultKind, key_meant_by};

pub(super) const CHECK: Check = Check {
    code: "E012",
    name: "no-space",
    zh: "键的冒号后没有空格",
    en: "no space after the colon of a key",
    wrong: "- id: 22-07\n  title:龚都村",
    right: "- id: 22-07\n  title: 龚都村",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::NoSpace { key } = fault else { return None };
    let (lang, meant) = (reader.lang, key_meant_by(key).unwrap_or(key));
    Some(Words {
        message: say!(lang, "“{key}:”后没有空格", "no space stands after `{key}:`"),
        hint: say!(lang, "冒号后加一个空格：“{meant}: …”", "type a space after the colon: `{meant}: …`"),
    })
}

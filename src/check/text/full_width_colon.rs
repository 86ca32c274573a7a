//! `：` where YAML wants `: `.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::{FaultKind, key_meant_by};

pub(super) const CHECK: Check = Check {
    code: "E011",
    name: "full-width-colon",
    zh: "键后用了全角冒号",
    en: "a full-width colon after a key",
    wrong: "- id: 22-07\n  title：龚都村92户相对集中居住",
    right: "- id: 22-07\n  title: 龚都村92户相对集中居住",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::WideColon { key } = fault else { return None };
    let (lang, meant) = (reader.lang, key_meant_by(key).unwrap_or(key));
    Some(Words {
        message: say!(lang, "“{key}”后是全角冒号“：”", "a full-width colon `：` stands after `{key}`"),
        hint: say!(lang, "改用半角冒号加一个空格：“{meant}: …”", "type a plain colon and a space: `{meant}: …`"),
    })
}

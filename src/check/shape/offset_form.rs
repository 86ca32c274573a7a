//! An offset from UTC that is not written `+08:00`.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E108",
    name: "offset-form",
    zh: "时区写法不对",
    en: "an offset from UTC that is not written +08:00",
    wrong: "utc_offset: 东八区",
    right: "utc_offset: \"+08:00\"",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::OffsetForm(text) = fault else { return None };
    Some(Words {
        message: say!(reader.lang, "“{text}”不是时区", "`{text}` is not an offset from UTC"),
        hint: say!(reader.lang, "北京时间写 \"+08:00\"", "write it as sign, hours and minutes: \"+08:00\" is China"),
    })
}

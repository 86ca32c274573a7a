//! A date that is not written `2020-11-30`.

use crate::check::{Check, Finds, Reader, Words};
use crate::plan::meant::day;
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E301",
    name: "date-form",
    zh: "日期写法不对",
    en: "a date that is not written year-month-day",
    wrong: "deadline: 2020年11月",
    right: "deadline: 2020-11-30",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::DateForm(text) = fault else { return None };
    let lang = reader.lang;
    let message = if text.trim().is_empty() {
        say!(lang, "这里要写日期", "a date is wanted here")
    } else {
        say!(lang, "“{text}”不是日期的写法", "`{text}` is not how a date is written")
    };
    Some(Words { message, hint: day::hint(text, lang, reader.period) })
}

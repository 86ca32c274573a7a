//! A day of a calendar file that is not written as one.

use crate::check::{Check, Finds, Reader, Words};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E310",
    name: "calendar-day",
    zh: "日历文件中的日期写法不对，或没有这一天",
    en: "a day of a calendar file that is not written as one, or does not exist",
    wrong: "years: { 2027: { off: [2027-01-01, 02-05~02-11] } }",
    right: "years: { 2027: { off: [01-01, 02-05..02-11] } }",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::CalendarDay(text) = fault else { return None };
    let lang = reader.lang;
    Some(Words {
        message: say!(lang, "日历中不能写“{text}”", "`{text}` is no day or year of a calendar"),
        hint: say!(
            lang,
            "年写四位数字；日按“月-日”写，如 06-09；一段写首日..末日，如 02-05..02-11",
            "write a year as 2027, a day as 06-09, a span as 02-05..02-11"
        ),
    })
}

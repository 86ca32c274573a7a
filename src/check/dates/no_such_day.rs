//! 11月31日: a date that no calendar has.

use crate::check::{Check, Finds, Reader, Words};
use crate::plan::meant::day;
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E302",
    name: "no-such-day",
    zh: "没有这一天",
    en: "a day that no calendar has",
    wrong: "deadline: 2020-11-31",
    right: "deadline: 2020-11-30",
    finds: Finds::Fault(explain),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let FaultKind::NoSuchDay(text) = fault else { return None };
    let mut numbers = text.split('-');
    let year = numbers.next().and_then(|year| year.parse().ok()).unwrap_or(0);
    let month = numbers.next().and_then(|month| month.parse().ok()).unwrap_or(0);
    Some(Words {
        message: say!(reader.lang, "没有 {text} 这一天", "there is no day {text}"),
        hint: day::hint_of_month(year, month, reader.lang),
    })
}

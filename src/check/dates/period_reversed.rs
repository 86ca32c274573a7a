//! A period that ends before it begins.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

use super::span::is_reversed;

pub(super) const CHECK: Check = Check {
    code: "E304",
    name: "period-reversed",
    zh: "本期的末日早于首日",
    en: "a period that ends before it begins",
    wrong: "period: { start: 2020-12-31, end: 2020-07-01 }",
    right: "period: { start: 2020-07-01, end: 2020-12-31 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let period = inspection.plan.head.period;
    if !is_reversed(period) {
        return;
    }
    let lang = inspection.lang;
    inspection.find(
        inspection.at_head().key("period").key("end"),
        say!(lang, "本期末日 {} 早于首日 {}", "the period ends {} before it begins {}", period.end, period.start),
        say!(lang, "start 写首日，end 写末日，核对年份", "`start` is the first day, `end` the last: check the years"),
    );
}

//! A start outside the plan's period.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

use super::span::{sound_period, span_of};

pub(super) const CHECK: Check = Check {
    code: "W306",
    name: "start-outside-period",
    zh: "开始日期不在本期之内",
    en: "a start outside the plan's period",
    wrong: "start: 2019-08-01",
    right: "start: 2020-08-01",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let Some(period) = sound_period(inspection) else { return };
    let lang = inspection.lang;
    for (index, task) in inspection.tasks() {
        let Some(start) = task.start.filter(|start| !period.contains(*start)) else { continue };
        // After the deadline it is an error of its own.
        if start > span_of(task, period).1 {
            continue;
        }
        inspection.find(
            inspection.at_task(index).key("start"),
            say!(
                lang,
                "开始日期 {start} 不在本期（{} 至 {}）之内",
                "the start {start} lies outside the period {} to {}",
                period.start,
                period.end
            ),
            say!(
                lang,
                "核对年份；期前已开始的，可不写 start",
                "check the year; work that began earlier needs no `start`"
            ),
        );
    }
}

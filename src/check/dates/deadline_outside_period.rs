//! A deadline outside the plan's period that no amendment has set.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::AmendedField;
use crate::say;

use super::span::{sound_period, span_of};

pub(super) const CHECK: Check = Check {
    code: "W305",
    name: "deadline-outside-period",
    zh: "完成时限不在本期之内",
    en: "a deadline outside the plan's period",
    wrong: "deadline: 2021-11-30",
    right: "deadline: 2020-11-30",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let Some(period) = sound_period(inspection) else { return };
    if !inspection.journal_is_whole() {
        return;
    }
    let lang = inspection.lang;
    for (index, task) in inspection.tasks() {
        let Some(deadline) = task.deadline.filter(|deadline| !period.contains(*deadline)) else { continue };
        let (start, _) = span_of(task, period);
        // Before the start it is an error of its own.
        if deadline < start || inspection.is_amended(index, &AmendedField::Deadline) {
            continue;
        }
        inspection.find(
            inspection.at_task(index).key("deadline"),
            say!(
                lang,
                "完成时限 {deadline} 不在本期（{} 至 {}）之内",
                "the deadline {deadline} lies outside the period {} to {}",
                period.start,
                period.end
            ),
            say!(
                lang,
                "核对年份；经批准延期的，在台账中记一笔 amendment",
                "check the year; an approved extension is an entry with an `amendment`"
            ),
        );
    }
}

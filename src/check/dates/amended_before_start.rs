//! An amendment that says that the deadline once lay before the task's start.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::{AmendedField, Amendment, Date, FieldValue};
use crate::say;

use super::span::sound_period;

pub(super) const CHECK: Check = Check {
    code: "W312",
    name: "amended-before-start",
    zh: "调整前的完成时限早于开始日期",
    en: "an amendment whose old deadline lies before the start",
    wrong: "# tasks: start: 2020-10-01\namendment: { field: deadline, from: 2020-09-30, to: 2020-12-20, reason: 改期, approved_by: 镇长办公会 }",
    right: "# tasks: start: 2020-10-01\namendment: { field: deadline, from: 2020-11-30, to: 2020-12-20, reason: 改期, approved_by: 镇长办公会 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let Some(period) = sound_period(inspection) else { return };
    for index in inspection.amended_tasks() {
        let Some(task) = inspection.plan.tasks.get(index).filter(|task| !inspection.is_maimed(&task.id)) else {
            continue;
        };
        let amendments: Vec<_> = inspection.amendments(index).collect();
        for (at, (entry, _, amendment)) in amendments.iter().enumerate() {
            let Some(deadline) = day(&amendment.from).filter(|_| amendment.field == AmendedField::Deadline) else {
                continue;
            };
            let later = amendments.iter().skip(at + 1).find(|(_, _, later)| later.field == AmendedField::Start);
            let start = later.map_or(task.start, |(_, _, later)| day(&later.from)).unwrap_or(period.start);
            // What was carried over came with a day that had passed.
            if deadline < start && task.carried_from.is_none() {
                said(inspection, *entry, amendment, start);
            }
        }
    }
}

fn day(value: &FieldValue) -> Option<Date> {
    match value {
        FieldValue::One(text) => text.parse().ok(),
        FieldValue::Nothing | FieldValue::Many(_) => None,
    }
}

fn said(inspection: &mut Inspection<'_, '_>, entry: usize, amendment: &Amendment, start: Date) {
    let (lang, from) = (inspection.lang, &amendment.from);
    inspection.find(
        inspection.at_entry(entry).key("amendment").key("from"),
        say!(
            lang,
            "调整前的完成时限 {from} 早于开始日期 {start}",
            "the deadline before the amendment, {from}, lies before the start {start}"
        ),
        say!(
            lang,
            "核对年份和月份；开始日期也调整过的，补记一笔 start 的调整",
            "check the year and the month; where the start was amended too, add that amendment"
        ),
    );
}

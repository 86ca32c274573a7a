//! A task that would end before it begins.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

use super::carried_late::came_late;
use super::span::{sound_period, span_of};

pub(super) const CHECK: Check = Check {
    code: "E303",
    name: "start-after-deadline",
    zh: "完成时限早于开始日期",
    en: "a deadline before its start",
    wrong: "start: 2020-10-01\ndeadline: 2020-09-30",
    right: "start: 2020-09-01\ndeadline: 2020-09-30",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let Some(period) = sound_period(inspection) else { return };
    let lang = inspection.lang;
    for (index, task) in inspection.whole_tasks().filter(|(_, task)| !came_late(task, period)) {
        let (start, deadline) = span_of(task, period);
        if deadline >= start {
            continue;
        }
        let at = inspection.at_task(index);
        if task.deadline.is_some() {
            let unsaid = if task.start.is_none() {
                say!(lang, "（本期首日）", " (the period's first day)")
            } else {
                String::new()
            };
            inspection.find(
                at.key("deadline"),
                say!(
                    lang,
                    "完成时限 {deadline} 早于开始日期 {start}{unsaid}",
                    "the deadline {deadline} lies before the start {start}{unsaid}"
                ),
                say!(
                    lang,
                    "核对年份和月份；时限写 {start} 或以后",
                    "check the year and the month: a deadline is {start} or later"
                ),
            );
        } else {
            inspection.find(
                at.key("start"),
                say!(
                    lang,
                    "开始日期 {start} 晚于完成时限 {deadline}（本期末日）",
                    "the start {start} lies after the deadline {deadline} (the period's last day)"
                ),
                say!(
                    lang,
                    "核对年份和月份；跨期的任务写明 deadline",
                    "check the year and the month; a task that goes on past the period needs a `deadline`"
                ),
            );
        }
    }
}

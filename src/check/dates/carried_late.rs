//! A task that was carried over with a deadline that had passed before the plan began.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::{Period, Task};
use crate::say;

use super::span::{sound_period, span_of};

pub(super) const CHECK: Check = Check {
    code: "W313",
    name: "carried-late",
    zh: "结转任务的完成时限早于本期首日",
    en: "a carried task whose deadline lies before the plan's first day",
    wrong: "deadline: 2020-06-30\ncarried_from: { plan: jinze-2020h1, task: 22-02 }",
    right: "deadline: 2020-09-30\ncarried_from: { plan: jinze-2020h1, task: 22-02 }",
    finds: Finds::Plan(look),
};

/// Whether the task came with a deadline that had passed: that is true of it, and no slip.
pub(super) fn came_late(task: &Task, period: Period) -> bool {
    let is_before = task.deadline.is_some_and(|deadline| deadline < period.start);
    task.carried_from.is_some() && task.start.is_none() && is_before
}

fn look(inspection: &mut Inspection<'_, '_>) {
    let Some(period) = sound_period(inspection) else { return };
    let lang = inspection.lang;
    for (index, task) in inspection.whole_tasks().filter(|(_, task)| came_late(task, period)) {
        let ((start, deadline), id) = (span_of(task, period), &task.id);
        inspection.find(
            inspection.at_task(index).key("deadline"),
            say!(
                lang,
                "结转任务的完成时限 {deadline} 早于本期首日 {start}，已逾期",
                "the deadline {deadline} of a carried task lies before the period's first day {start}: it is overdue"
            ),
            say!(
                lang,
                "经批准改期的，键入：workplan amend {id} 完成时限 日期 --reason 原因 --approved-by 批准人",
                "where another day is approved, type: workplan amend {id} deadline DATE --reason WHY --approved-by WHO"
            ),
        );
    }
}

//! A checkpoint that is due before its task begins or after it ends.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

use super::span::{sound_period, span_of};

pub(super) const CHECK: Check = Check {
    code: "W307",
    name: "checkpoint-outside-task",
    zh: "节点期限不在任务起止之内",
    en: "a checkpoint due before its task begins or after it ends",
    wrong: "deadline: 2020-11-30\ncheckpoints: [{ id: 封顶, title: 结构封顶, due: 2020-12-31 }]",
    right: "deadline: 2020-12-31\ncheckpoints: [{ id: 封顶, title: 结构封顶, due: 2020-12-31 }]",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let Some(period) = sound_period(inspection) else { return };
    let lang = inspection.lang;
    for (index, task) in inspection.whole_tasks() {
        let (start, deadline) = span_of(task, period);
        if deadline < start {
            continue;
        }
        for (place, checkpoint) in task.checkpoints.iter().enumerate() {
            let due = checkpoint.due;
            let message = if due > deadline {
                say!(
                    lang,
                    "节点期限 {due} 晚于任务的完成时限 {deadline}",
                    "the checkpoint is due {due}, after the task's deadline {deadline}"
                )
            } else if due < start && task.carried_from.is_some() {
                // An open step that came along is late, which is true of it.
                continue;
            } else if due < start {
                say!(
                    lang,
                    "节点期限 {due} 早于任务的开始日期 {start}",
                    "the checkpoint is due {due}, before the task's start {start}"
                )
            } else {
                continue;
            };
            inspection.find(
                inspection.at_task(index).key("checkpoints").item(place).key("due"),
                message,
                say!(
                    lang,
                    "写 {start} 至 {deadline} 之间的一天，或调整任务的时限",
                    "type a day from {start} to {deadline}, or change the task's deadline"
                ),
            );
        }
    }
}

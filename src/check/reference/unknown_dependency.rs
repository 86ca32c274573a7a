//! A task that waits for one that does not exist.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};

pub(super) const CHECK: Check = Check {
    code: "E207",
    name: "unknown-dependency",
    zh: "depends 所列的任务不存在",
    en: "a task that waits for one that does not exist",
    wrong: "depends: [22-77]",
    right: "depends: [22-07]",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    if inspection.opened.tasks_lost {
        return;
    }
    for (index, task) in inspection.tasks() {
        for (item, id) in task.depends.iter().enumerate() {
            if inspection.task_of(id).is_none() {
                let (message, hint) = super::unknown_task::words(inspection, id);
                inspection.find(inspection.at_task(index).key("depends").item(item), message, hint);
            }
        }
    }
}

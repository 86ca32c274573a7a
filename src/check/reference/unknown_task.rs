//! An entry or a notice about a task that does not exist.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::TaskId;
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E209",
    name: "unknown-task",
    zh: "记录或督办单所写的任务不存在",
    en: "an entry or a notice about a task that does not exist",
    wrong: "- date: 2020-11-20\n  task: 22-70",
    right: "- date: 2020-11-20\n  task: 22-07",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    if inspection.opened.tasks_lost {
        return;
    }
    for (index, entry) in inspection.entries_of_no_task() {
        let (message, hint) = words(inspection, &entry.task);
        inspection.find(inspection.at_entry(index).key("task"), message, hint);
    }
    for (index, entry) in inspection.opened.journal.entries.iter().enumerate() {
        let same = entry.amendment.as_deref().and_then(|amendment| amendment.duplicate_of.as_ref());
        if let Some(id) = same.filter(|id| inspection.task_of(id).is_none()) {
            let (message, hint) = words(inspection, id);
            inspection.find(inspection.at_entry(index).key("amendment").key("duplicate_of"), message, hint);
        }
    }
    for (index, notice) in inspection.opened.journal.notices.iter().enumerate() {
        for (item, task) in notice.tasks.iter().enumerate() {
            if inspection.task_of(task).is_none() {
                let (message, hint) = words(inspection, task);
                inspection.find(inspection.at_notice(index).key("tasks").item(item), message, hint);
            }
        }
    }
}

/// That there is no such task, and which one may be meant.
pub(super) fn words(inspection: &mut Inspection<'_, '_>, id: &TaskId) -> (String, String) {
    let lang = inspection.lang;
    let tasks = &inspection.plan.tasks;
    let near = inspection.nearest(id.as_str(), tasks.iter().map(|task| task.id.as_str()));
    let near = near.and_then(|near| tasks.iter().find(|task| task.id.as_str() == near));
    let hint = match near {
        Some(task) => say!(lang, "是否应为 {}（{}）？", "did you mean {} ({})?", task.id, task.title),
        None => say!(lang, "核对编号；任务都在 tasks 文件夹中", "check the id: the tasks stand in the folder tasks"),
    };
    (say!(lang, "没有任务 {id}", "there is no task {id}"), hint)
}

//! A task that is gone, and was not called off.

use crate::check::{Check, Finds, Words};
use crate::plan::{AmendedField, EntryState, FieldValue};
use crate::say;

use super::Comparison;

pub(super) const CHECK: Check = Check {
    code: "E604",
    name: "task-removed",
    zh: "任务未经撤销即被删除（check --staged）",
    en: "a task that is removed and was not called off (check --staged)",
    wrong: "# HEAD: { id: 22-07, title: 龚都村集中居住, kind: milestone }",
    right: "- { id: 22-07, title: 龚都村集中居住, kind: milestone }\n# progress: amendment: { field: state, to: cancelled, reason: 项目取消, approved_by: 镇长办公会 }",
    finds: Finds::Commit(look),
};

fn look(comparison: &mut Comparison<'_>) {
    let lang = comparison.lang;
    let cancelled = |amendment: &crate::plan::Amendment| {
        amendment.field == AmendedField::State
            && amendment.to == FieldValue::One(EntryState::Cancelled.name().to_owned())
    };
    for (at, task) in comparison.gone_tasks() {
        let mut about = comparison.entries().iter().filter(|entry| entry.task == task.id);
        let called_off = about.any(|entry| entry.amendment.as_deref().is_some_and(cancelled));
        if called_off || comparison.renumbered(task).is_some() {
            continue;
        }
        let (id, title) = (&task.id, &task.title);
        let words = Words {
            message: say!(
                lang,
                "任务 {id}“{title}”被删除，没有撤销的依据",
                "the task {id} ({title}) is removed, and was not called off"
            ),
            hint: say!(
                lang,
                "请恢复该任务，再撤销：workplan amend {id} cancel --reason … --approved-by …",
                "put it back, and call it off: workplan amend {id} cancel --reason … --approved-by …"
            ),
        };
        comparison.find_before(comparison.old_task(at), words);
    }
}

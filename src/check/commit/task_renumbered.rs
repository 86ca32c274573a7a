//! A task that has another id.

use crate::check::{Check, Finds, Words};
use crate::say;

use super::Comparison;

pub(super) const CHECK: Check = Check {
    code: "E603",
    name: "task-renumbered",
    zh: "任务编号被改动（check --staged）",
    en: "a task that is given another id (check --staged)",
    wrong: "# HEAD: { id: 22-07, title: 龚都村集中居住, kind: milestone }\n- { id: 22-08, title: 龚都村集中居住, kind: milestone }",
    right: "- { id: 22-07, title: 龚都村集中居住, kind: milestone }",
    finds: Finds::Commit(look),
};

fn look(comparison: &mut Comparison<'_>) {
    let lang = comparison.lang;
    for (_, task) in comparison.gone_tasks() {
        let Some((at, new)) = comparison.renumbered(task) else { continue };
        let (old, new) = (&task.id, &new.id);
        let words = Words {
            message: say!(lang, "任务 {old} 改编为 {new}", "the task {old} is renumbered {new}"),
            hint: say!(
                lang,
                "编号一经使用不再变动，否则台账对不上：请改回 {old}",
                "an id is permanent, and the journal goes by it: write {old} again"
            ),
        };
        comparison.find_after(comparison.new_task(at), "id", words);
    }
}

//! A checkpoint reached that the task does not have.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

use super::unknown_metric::listed;

pub(super) const CHECK: Check = Check {
    code: "E211",
    name: "unknown-checkpoint",
    zh: "填报的节点任务中没有",
    en: "a checkpoint that the task does not have",
    wrong: "checkpoints: [结构封顶]",
    right: "checkpoints: [封顶]",
    finds: Finds::Plan(look),
};

/// By so many titles a checkpoint is looked for; a task has a few.
const MOST_TITLES: usize = 100;

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for report in inspection.reports() {
        let (_, task) = report.task;
        if inspection.is_maimed(&task.id) {
            continue;
        }
        for (item, id) in report.entry.checkpoints.iter().enumerate() {
            let at = |i: &Inspection<'_, '_>| i.at_entry(report.at).key("checkpoints").item(item);
            if inspection.has_checkpoint(report.task, id) || inspection.nothing_at(id, at).is_some() {
                continue;
            }
            let known = || task.checkpoints.iter().map(|checkpoint| checkpoint.id.as_str());
            let by_title = task
                .checkpoints
                .iter()
                .take(MOST_TITLES)
                .find(|known| known.title == *id)
                .map(|known| known.id.as_str());
            let hint = match by_title.or_else(|| inspection.nearest(id, known())) {
                Some(meant) => say!(lang, "是否应为“{meant}”？", "did you mean `{meant}`?"),
                None if task.checkpoints.is_empty() => {
                    say!(lang, "该任务没有节点；进展写在 note 里", "the task has no checkpoints: write it under `note`")
                }
                None => say!(lang, "该任务的节点有：{}", "its checkpoints are: {}", listed(lang, known())),
            };
            inspection.find(
                inspection.at_entry(report.at).key("checkpoints").item(item),
                say!(lang, "任务 {} 没有节点“{id}”", "task {} has no checkpoint `{id}`", task.id),
                hint,
            );
        }
    }
}

//! Two metrics, or two checkpoints, of one task under one name.

use std::collections::HashSet;

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E204",
    name: "duplicate-part",
    zh: "同一任务的指标或节点重名",
    en: "two metrics or checkpoints of a task under one name",
    wrong: "checkpoints:\n  - { id: 封顶, title: 主体封顶, due: 2020-10-31 }\n  - { id: 封顶, title: 附楼封顶, due: 2020-11-30 }",
    right: "checkpoints:\n  - { id: 主体封顶, title: 主体封顶, due: 2020-10-31 }\n  - { id: 附楼封顶, title: 附楼封顶, due: 2020-11-30 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for (index, task) in inspection.tasks() {
        for place in repeated(task.metrics.iter().map(|metric| metric.name.as_str())) {
            let name = task.metrics.get(place).map_or("", |metric| metric.name.as_str());
            inspection.find(
                inspection.at_task(index).key("metrics").item(place).key("name"),
                say!(lang, "指标“{name}”重名", "the task has two metrics `{name}`"),
                say!(lang, "换一个名称；填报按名称对应", "rename one: values are reported by name"),
            );
        }
        for place in repeated(task.checkpoints.iter().map(|checkpoint| checkpoint.id.as_str())) {
            let id = task.checkpoints.get(place).map_or("", |checkpoint| checkpoint.id.as_str());
            inspection.find(
                inspection.at_task(index).key("checkpoints").item(place).key("id"),
                say!(lang, "节点“{id}”重名", "the task has two checkpoints `{id}`"),
                say!(lang, "换一个名称；填报按名称对应", "rename one: checkpoints are reported by name"),
            );
        }
    }
}

/// The places of the names that stand before them too.
fn repeated<'o>(names: impl ExactSizeIterator<Item = &'o str>) -> Vec<usize> {
    if names.len() < 2 {
        return Vec::new();
    }
    let mut seen = HashSet::new();
    names.enumerate().filter(|(_, name)| !seen.insert(*name)).map(|(place, _)| place).collect()
}

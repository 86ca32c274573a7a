//! A value for a metric that the task does not have.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E210",
    name: "unknown-metric",
    zh: "填报的指标任务中没有",
    en: "a value for a metric that the task does not have",
    wrong: "values: { 集中居住户数: 61 }",
    right: "values: { 完成集中居住户数: 61 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for report in inspection.reports() {
        let (_, task) = report.task;
        if inspection.is_maimed(&task.id) {
            continue;
        }
        for (name, _) in &report.entry.values.0 {
            if inspection.metric(report.task, name).is_some() {
                continue;
            }
            let known = || task.metrics.iter().map(|metric| metric.name.as_str());
            let hint = match inspection.nearest(name, known()) {
                Some(meant) => say!(lang, "是否应为“{meant}”？", "did you mean `{meant}`?"),
                None if task.metrics.is_empty() => {
                    say!(lang, "该任务没有指标；进展写在 note 里", "the task has no metrics: write it under `note`")
                }
                None => say!(lang, "该任务的指标有：{}", "its metrics are: {}", listed(lang, known())),
            };
            inspection.find(
                inspection.at_entry(report.at).key("values").key_itself(name),
                say!(lang, "任务 {} 没有指标“{name}”", "task {} has no metric `{name}`", task.id),
                hint,
            );
        }
    }
}

/// A few names in a row.
pub(super) fn listed<'k>(lang: crate::plan::Language, names: impl Iterator<Item = &'k str>) -> String {
    const MOST: usize = 8;
    let mut names: Vec<&str> = names.take(MOST + 1).collect();
    if names.len() > MOST {
        names.truncate(MOST);
        names.push("…");
    }
    names.join(lang.pick("、", ", "))
}

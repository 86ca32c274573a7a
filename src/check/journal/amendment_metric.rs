//! An amendment of a metric that the task does not have.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::AmendedField;
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E408",
    name: "amendment-metric",
    zh: "调整的指标任务中没有",
    en: "an amendment of a metric that the task does not have",
    wrong: "amendment: { field: metrics.户数.target, from: 92, to: 90, reason: 核减, approved_by: 镇长办公会 }",
    right: "amendment: { field: metrics.完成户数.target, from: 92, to: 90, reason: 核减, approved_by: 镇长办公会 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for report in inspection.reports() {
        let Some(amendment) = &report.entry.amendment else { continue };
        let AmendedField::Target(metric) = &amendment.field else { continue };
        let (_, task) = report.task;
        if inspection.metric(report.task, metric).is_some() || inspection.is_maimed(&task.id) {
            continue;
        }
        let hint = match inspection.nearest(metric, task.metrics.iter().map(|known| known.name.as_str())) {
            Some(meant) => say!(lang, "是否应为“metrics.{meant}.target”？", "did you mean `metrics.{meant}.target`?"),
            None => say!(lang, "核对任务编号和指标名称", "check the task's id and the metric's name"),
        };
        inspection.find(
            inspection.at_entry(report.at).key("amendment").key("field"),
            say!(lang, "任务 {} 没有指标“{metric}”", "task {} has no metric `{metric}`", task.id),
            hint,
        );
    }
}

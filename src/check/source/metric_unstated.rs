//! A target that nobody has set: neither the document, nor an amendment, nor an avowed assumption.

use std::collections::HashSet;

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::AmendedField;
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E506",
    name: "metric-unstated",
    zh: "指标的目标值没有出处",
    en: "a metric neither stated nor assumed",
    wrong: "metrics: [{ name: 户数, unit: 户, target: 92 }]",
    right: "metrics: [{ name: 户数, unit: 户, target: 92, says: 92户 }]",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let has_document = inspection.opened.plan.as_ref().is_some_and(|plan| plan.head.source.is_some());
    if !has_document || !inspection.journal_is_whole() {
        return;
    }
    let lang = inspection.lang;
    for (index, task) in inspection.whole_tasks().filter(|(_, task)| task.carried_from.is_none()) {
        if task.metrics.iter().all(|metric| metric.says.is_some()) {
            continue;
        }
        let confirmed = task.confirmed.iter().flat_map(|confirmation| &confirmation.fields);
        let assumed: HashSet<&str> = task.assumed.iter().chain(confirmed).map(String::as_str).collect();
        for (place, metric) in task.metrics.iter().enumerate().filter(|(_, metric)| metric.says.is_none()) {
            let name = &metric.name;
            let target = AmendedField::Target(name.clone());
            if assumed.contains(target.assumed_name().as_str()) || inspection.is_amended(index, &target) {
                continue;
            }
            inspection.find(
                inspection.at_task(index).key("metrics").item(place).key("name"),
                say!(lang, "指标“{name}”没有出处", "nothing says where the metric `{name}` comes from"),
                say!(
                    lang,
                    "原文写明的，加“says: 原文词语”；推定的，把“metrics.{name}”列入 assumed",
                    "add `says: …`, the document's words, or list `metrics.{name}` under `assumed`"
                ),
            );
        }
    }
}

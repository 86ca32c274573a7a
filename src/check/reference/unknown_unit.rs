//! A unit that `plan.yaml` does not declare.

use crate::check::inspection::{At, Inspection, nearest};
use crate::check::{Check, Finds};
use crate::plan::UnitName;
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E202",
    name: "unknown-unit",
    zh: "单位不在 plan.yaml 的 units 中",
    en: "a unit that plan.yaml does not declare",
    wrong: "lead: 规划建设办公室",
    right: "lead: 规划建设和生态环境办公室",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_>) {
    for (index, task) in inspection.plan.tasks.iter().enumerate() {
        if let Some(lead) = &task.lead {
            check_unit(inspection, lead, inspection.at_task(index).key("lead"));
        }
        for (place, unit) in task.support.iter().enumerate() {
            check_unit(inspection, unit, inspection.at_task(index).key("support").item(place));
        }
    }
}

fn check_unit(inspection: &mut Inspection<'_>, unit: &UnitName, at: At) {
    let head = &inspection.plan.head;
    if head.unit(unit).is_some() {
        return;
    }
    let lang = inspection.lang;
    let by_short =
        head.units.iter().find(|known| known.short.as_deref() == Some(unit.as_str())).map(|known| known.name.as_str());
    let meant = by_short.or_else(|| nearest(unit.as_str(), head.units.iter().map(|known| known.name.as_str())));
    let hint = match meant {
        Some(meant) => say!(lang, "是否应为“{meant}”?", "did you mean `{meant}`?"),
        None => say!(lang, "先在 plan.yaml 的 units 中登记该单位", "declare it under `units` in plan.yaml first"),
    };
    inspection.find(at, say!(lang, "未登记的单位“{unit}”", "unknown unit `{unit}`"), hint);
}

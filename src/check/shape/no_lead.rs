//! A task that no unit answers for.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "W114",
    name: "no-lead",
    zh: "任务没有牵头单位",
    en: "a task that no unit answers for",
    wrong: "- id: 22-07\n  title: 龚都村92户相对集中居住\n  kind: milestone",
    right: "- id: 22-07\n  title: 龚都村92户相对集中居住\n  kind: milestone\n  lead: 规划建设和生态环境办公室",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    let missing = inspection.whole_tasks().filter(|(_, task)| task.lead.is_none()).count();
    if inspection.plan.head.units.is_empty() && missing > 1 {
        look_at_units(inspection, missing);
        return;
    }
    for (index, task) in inspection.whole_tasks() {
        if task.lead.is_some() {
            continue;
        }
        inspection.find(
            inspection.at_task(index).key("id"),
            say!(lang, "任务 {} 没有牵头单位", "task {} has no lead", task.id),
            say!(
                lang,
                "加一行“lead: 单位全称”；原文没写、自行推定的，同时列入 assumed",
                "add `lead: UNIT`; if the document does not say it, list `lead` under `assumed` too"
            ),
        );
    }
}

/// Where no unit is known at all, that is said once: the units come first.
fn look_at_units(inspection: &mut Inspection<'_, '_>, missing: usize) {
    let lang = inspection.lang;
    inspection.find(
        inspection.at_head().key("units"),
        say!(lang, "{missing} 项任务都没有牵头单位", "{missing} tasks have no lead"),
        say!(
            lang,
            "先在 units 中登记单位，再给各项任务加“lead: 单位全称”；自行推定的，同时列入 assumed",
            "list the units under `units`, then add `lead: UNIT` to each task; if the document does not say it, list `lead` under `assumed` too"
        ),
    );
}

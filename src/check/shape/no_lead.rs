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
                "workplan set {0} 牵头单位=单位（已有报送或已提交的，用 workplan amend {0} lead 单位）",
                "workplan set {0} lead=UNIT (workplan amend {0} lead UNIT once something is reported or committed)",
                task.id
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
            "先登记单位：workplan unit add 单位全称；再写明各项任务由谁牵头：workplan set 编号 牵头单位=单位",
            "declare the units first: workplan unit add UNIT; then say who leads each task: workplan set ID lead=UNIT"
        ),
    );
}

//! A unit that `plan.yaml` does not declare.

use std::collections::HashSet;

use crate::check::finding::At;
use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::UnitName;
use crate::say;
use crate::words;

pub(super) const CHECK: Check = Check {
    code: "E202",
    name: "unknown-unit",
    zh: "单位不在 plan.yaml 的 units 中",
    en: "a unit that plan.yaml does not declare",
    wrong: "lead: 规划建设办公室",
    right: "lead: 规划建设和生态环境办公室",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    if inspection.head_lost("units") {
        return;
    }
    let known: HashSet<&UnitName> = inspection.plan.head.units.iter().map(|unit| &unit.name).collect();
    for (index, task) in inspection.tasks() {
        if let Some(lead) = task.lead.as_ref().filter(|lead| !known.contains(lead)) {
            find(inspection, lead, inspection.at_task(index).key("lead"));
        }
        for (place, unit) in task.support.iter().enumerate().filter(|(_, unit)| !known.contains(unit)) {
            let at = |i: &Inspection<'_, '_>| i.at_task(index).key("support").item(place);
            // Where nothing stands, that is told already.
            if inspection.nothing_at(unit.as_str(), at).is_none() {
                find(inspection, unit, at(inspection));
            }
        }
    }
    for (index, notice) in inspection.opened.journal.notices.iter().enumerate() {
        // A notice that was sent keeps the words of its day.
        if inspection.plan.head.unit(&notice.unit).is_none() {
            find(inspection, &notice.unit, inspection.at_notice(index).key("unit"));
        }
    }
    let office = inspection.plan.head.notices.as_ref().and_then(|rules| rules.office.as_ref());
    if let Some(office) = office.filter(|office| !known.contains(office)) {
        find(inspection, office, inspection.at_head().key("notices").key("office"));
    }
}

fn find(inspection: &mut Inspection<'_, '_>, unit: &UnitName, at: At) {
    let units = &inspection.plan.head.units;
    let lang = inspection.lang;
    let by_short =
        units.iter().find(|known| known.short.as_deref() == Some(unit.as_str())).map(|known| known.name.as_str());
    let meant = by_short.or_else(|| inspection.nearest(unit.as_str(), units.iter().map(|known| known.name.as_str())));
    let now = inspection.plan.head.unit(unit).map(|now| &now.name);
    let hint = match (now, meant) {
        (Some(now), _) => say!(lang, "已改名为“{now}”", "it is called `{now}` now"),
        (None, Some(meant)) => say!(lang, "是否应为“{meant}”？", "did you mean `{meant}`?"),
        (None, None) => {
            let unit = words::shell_word(unit.as_str());
            say!(lang, "先登记该单位：workplan unit add {unit}", "declare it first: workplan unit add {unit}")
        }
    };
    inspection.find(at, say!(lang, "未登记的单位“{unit}”", "unknown unit `{unit}`"), hint);
}

//! A place that `plan.yaml` does not declare, where it declares places.

use std::collections::HashSet;

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E206",
    name: "unknown-place",
    zh: "地点不在 plan.yaml 的 places 中",
    en: "a place that plan.yaml does not declare",
    wrong: "places: [陈东]",
    right: "places: [陈东村]",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let places = &inspection.plan.head.places;
    if places.is_empty() || inspection.head_lost("places") {
        return;
    }
    let names = || places.iter().map(|place| place.name.as_str());
    let known: HashSet<&str> = names().collect();
    let lang = inspection.lang;
    for (index, task) in inspection.tasks() {
        for (item, place) in task.places.iter().enumerate().filter(|(_, place)| !known.contains(place.as_str())) {
            let at = |i: &Inspection<'_, '_>| i.at_task(index).key("places").item(item);
            // Where nothing stands, that is told already.
            if inspection.nothing_at(place, at).is_some() {
                continue;
            }
            let now = Some(inspection.plan.head.place_now(place)).filter(|now| now != place);
            let hint = match now.or_else(|| inspection.nearest(place, names())) {
                Some(meant) if now.is_some() => say!(lang, "已改名为“{meant}”", "it is called `{meant}` now"),
                Some(meant) => {
                    say!(lang, "是否应为“{meant}”？地点写全称", "did you mean `{meant}`? places go by their full names")
                }
                None => say!(lang, "先在 plan.yaml 的 places 中登记", "declare it under `places` in plan.yaml first"),
            };
            inspection.find(at(inspection), say!(lang, "未登记的地点“{place}”", "unknown place `{place}`"), hint);
        }
    }
}

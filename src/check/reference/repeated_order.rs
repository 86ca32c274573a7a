//! One order named twice on a task.

use std::collections::HashSet;

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::Serves;
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "W217",
    name: "repeated-order",
    zh: "任务的 serves 重复列出同一项，只计一次",
    en: "a task that names one order twice in `serves`; it counts once",
    wrong: "serves: [{ plan: qingpu-2020h2, task: 3-05 }, { plan: qingpu-2020h2, task: 3-05 }]",
    right: "serves: [{ plan: qingpu-2020h2, task: 3-05 }]",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for (index, task) in inspection.tasks().filter(|(_, task)| task.serves.len() > 1) {
        let mut met = HashSet::new();
        for (place, Serves { plan, task }) in task.serves.iter().enumerate() {
            if !met.insert((plan, task.as_str())) {
                inspection.find(
                    inspection.at_task(index).key("serves").item(place).key("task"),
                    say!(lang, "重复列出“{plan} {task}”", "`{plan} {task}` is named twice"),
                    say!(lang, "删去重复的一项", "delete one of them"),
                );
            }
        }
    }
}

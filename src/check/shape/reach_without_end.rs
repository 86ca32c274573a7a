//! A target to reach on a task that is not judged by reaching one.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::{Direction, Kind};
use crate::say;
use crate::words::Worded;

pub(super) const CHECK: Check = Check {
    code: "W122",
    name: "reach-without-end",
    zh: "只有量化类任务才有要达到的目标",
    en: "a target to reach on a task that is not measured",
    wrong: "kind: continuous\nmetrics: [{ name: 养护村数, unit: 个村, target: 26 }]",
    right: "kind: continuous\nmetrics: [{ name: 养护村数, unit: 个村, target: 26, direction: hold }]",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for (index, task) in inspection.whole_tasks().filter(|(_, task)| task.kind != Kind::Measured) {
        for (place, metric) in task.metrics.iter().enumerate() {
            if metric.direction() != Direction::AtLeast {
                continue;
            }
            let (name, kind) = (&metric.name, task.kind.word(lang));
            inspection.find(
                inspection.at_task(index).key("metrics").item(place).key("name"),
                say!(
                    lang,
                    "“{name}”要达到目标，而{kind}任务不按目标考核",
                    "`{name}` is to be reached, but a {kind} task is not judged by reaching anything"
                ),
                say!(
                    lang,
                    "要达到的，kind 写 measured；已经达到、不得降低的，写 direction: hold；不得超过的，写 direction: at_most",
                    "with something to reach, `kind` is measured; what is there and must not fall is `direction: hold`, what must not be passed `direction: at_most`"
                ),
            );
        }
    }
}

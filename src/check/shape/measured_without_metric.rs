//! A measured task that nothing measures.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::{Direction, Kind};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E113",
    name: "measured-without-metric",
    zh: "量化类任务没有可累计的指标",
    en: "a measured task without a metric that counts up",
    wrong: "- id: 22-07\n  title: 龚都村92户相对集中居住\n  kind: measured",
    right: "- id: 22-07\n  title: 龚都村92户相对集中居住\n  kind: measured\n  metrics: [{ name: 完成户数, unit: 户, target: 92 }]",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for (index, task) in inspection.whole_tasks() {
        let counts_up = task.metrics.iter().any(|metric| metric.direction() == Direction::AtLeast);
        if task.kind != Kind::Measured || counts_up {
            continue;
        }
        inspection.find(
            inspection.at_task(index).key("kind"),
            say!(lang, "量化类任务没有可累计的指标", "a measured task has no metric that counts up"),
            say!(
                lang,
                "加一行“metrics: [{{ name: 完成户数, unit: 户, target: 92 }}]”；没有数量的，kind 改为 milestone 或 continuous",
                "add `metrics: [{{ name: 完成户数, unit: 户, target: 92 }}]`; without a number, `kind` is milestone or continuous"
            ),
        );
    }
}

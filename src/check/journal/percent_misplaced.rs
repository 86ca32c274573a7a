//! A share reported by hand where it cannot be one, or where metrics or checkpoints say how far the work is.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E415",
    name: "percent-misplaced",
    zh: "自报进度超过 100，或任务另有指标、节点",
    en: "a percentage above 100, or one of a task that has metrics or checkpoints",
    wrong: "# 22-07 有量化指标\n- date: 2020-11-20\n  task: 22-07\n  percent: 60",
    right: "- date: 2020-11-20\n  task: 22-07\n  values: { 完成集中居住户数: 61 }",
    finds: Finds::Plan(look),
};

/// The most that can be done.
const ALL: u8 = 100;

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    let reports: Vec<_> = inspection.reports().filter(|report| report.entry.percent.is_some()).collect();
    for report in reports {
        let (percent, (_, task)) = (report.entry.percent.unwrap_or_default(), report.task);
        let at = inspection.at_entry(report.at).key("percent");
        if percent > ALL {
            inspection.find(
                at,
                say!(lang, "自报进度 {percent} 超过 100", "{percent} percent is more than all"),
                say!(lang, "写 0 至 100 的整数", "write a whole number from 0 to 100"),
            );
        } else if !task.metrics.is_empty() || !task.checkpoints.is_empty() {
            let id = &task.id;
            inspection.find(
                at,
                say!(
                    lang,
                    "任务 {id} 的完成率由指标、节点算出，不能自报",
                    "how far {id} is follows from its metrics or checkpoints"
                ),
                say!(
                    lang,
                    "删去 percent，改报指标的当前值或到达的节点",
                    "delete `percent`, and report the metrics' values or the checkpoints reached"
                ),
            );
        }
    }
}

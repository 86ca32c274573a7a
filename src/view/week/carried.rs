//! What was carried over: always how many, and in the plan's first days which.

use super::lines::items;
use crate::paper::{Line, Page};
use crate::plan::Language;
use crate::report::task_name::UnitRef;
use crate::report::week::Week;
use crate::say;
use crate::view::common::unit_of;
use crate::words;

pub(super) fn carried(page: &mut Page, report: &Week<'_>, lang: Language) {
    let (count, open) = (report.carried.len(), report.carried.iter().filter(|task| task.open).count());
    if count == 0 {
        return;
    }
    let end = if report.begins_plan { lang.pick("：", ":") } else { lang.pick("。", ".") };
    page.say(say!(
        lang,
        "结转事项 {count} 项，尚未完成 {open} 项{end}",
        "Carried over from the plan before: {count}, of which not finished: {open}{end}"
    ));
    if report.begins_plan {
        let mut units: Vec<UnitRef<'_>> = Vec::new();
        for task in &report.carried {
            match units.iter_mut().find(|unit| unit.lead == task.name.unit.lead) {
                Some(unit) => unit.assumed |= task.name.unit.assumed,
                None => units.push(task.name.unit),
            }
        }
        page.add(items(&units, |unit| of_unit(report, *unit, lang)));
    }
}

/// `规建办*（13 项）：12-10、22-01`.
fn of_unit(report: &Week<'_>, unit: UnitRef<'_>, lang: Language) -> Line {
    let ids: Vec<&str> =
        report.carried.iter().filter(|task| task.name.unit.lead == unit.lead).map(|task| task.task).collect();
    let (name, count, ids) = (unit_of(lang, unit), ids.len(), words::list(lang, ids));
    Line::plain(say!(lang, "{name}（{count} 项）：{ids}", "{name} ({count}): {ids}"))
}

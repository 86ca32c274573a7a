//! A unit that is no more, and still answers for something.

use crate::assess::assess;
use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::{Date, Unit};
use crate::say;
use crate::words;

pub(super) const CHECK: Check = Check {
    code: "W214",
    name: "retired-unit",
    zh: "已停用的单位仍牵头未完成的任务，或仍有其停用后的填报",
    en: "a unit that is no more leads an open task, or reports",
    wrong: "# plan.yaml: { name: 社区建设办公室, retired: 2020-10-01 }\n# tasks, not finished:\nlead: 社区建设办公室",
    right: "# plan.yaml: { name: 社区建设办公室, retired: 2020-10-01 }\n# tasks, amended:\nlead: 党政办公室",
    finds: Finds::Plan(look),
};

/// So many ids are listed.
const LISTED: usize = 8;

fn look(inspection: &mut Inspection<'_, '_>) {
    let units = inspection.plan.head.units.iter().enumerate();
    let retired: Vec<(usize, &Unit, Date)> = units.filter_map(|(at, unit)| Some((at, unit, unit.retired?))).collect();
    if retired.is_empty() {
        return;
    }
    for (at, unit, since) in &retired {
        leads(inspection, *at, unit, *since);
    }
    let lang = inspection.lang;
    for report in inspection.reports() {
        let Some(by) = report.entry.by.as_deref() else { continue };
        let Some(unit) = inspection.plan.head.unit_called(by) else { continue };
        let Some(since) = unit.retired.filter(|since| *since <= report.entry.date) else { continue };
        inspection.find(
            inspection.at_entry(report.at).key("by"),
            say!(lang, "“{by}”自 {since} 起已停用", "`{by}` is no more since {since}"),
            say!(lang, "改为现在负责的单位，或核对日期", "name the unit that has taken over, or check the date"),
        );
    }
}

/// The tasks that are still open on the last day of which anything is known.
fn leads(inspection: &mut Inspection<'_, '_>, at: usize, unit: &Unit, since: Date) {
    let is_led = |lead: &crate::plan::UnitName| *lead == unit.name;
    if !inspection.tasks().any(|(_, task)| task.lead.as_ref().is_some_and(is_led)) {
        return;
    }
    let opened = inspection.opened;
    let last = opened.journal.entries.last().map_or(since, |entry| entry.date.max(since));
    let assessment = assess(inspection.plan, &opened.journal, &opened.calendar, last);
    let led = assessment.standings.iter().filter(|standing| standing.task.lead.as_ref().is_some_and(is_led));
    let open: Vec<String> = led.filter(|one| one.is_open()).map(|one| one.task.id.to_string()).collect();
    let Some(first) = open.first() else { return };
    let (lang, name, count) = (inspection.lang, &unit.name, open.len());
    let mut ids = words::list(lang, open.iter().take(LISTED));
    if count > LISTED {
        ids += &say!(lang, "等 {count} 项", ", … {count} in all");
    }
    inspection.find(
        inspection.at_head().key("units").item(at).key("retired"),
        say!(
            lang,
            "“{name}”自 {since} 起停用，仍牵头未完成的任务：{ids}",
            "`{name}` is no more since {since}, and still leads open tasks: {ids}"
        ),
        say!(
            lang,
            "逐项换牵头单位：workplan amend {first} lead 单位 --reason … --approved-by …",
            "give each another lead: workplan amend {first} lead UNIT --reason … --approved-by …"
        ),
    );
}

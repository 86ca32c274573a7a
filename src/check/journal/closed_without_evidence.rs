//! A task closed by its reviewer without any evidence.

use std::collections::HashSet;

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::{Closing, EntryState};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "W409",
    name: "closed-without-evidence",
    zh: "销号没有佐证材料",
    en: "a task closed without evidence",
    wrong: "# closing: reviewed\n- { date: 2020-11-23, task: 22-07, state: closed }",
    right: "# closing: reviewed\n- { date: 2020-11-23, task: 22-07, state: closed, evidence: [evidence/22-07.pdf] }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    // The evidence may stand in an entry that could not be read.
    if inspection.plan.head.closing != Closing::Reviewed || !inspection.journal_is_whole() {
        return;
    }
    let lang = inspection.lang;
    let mut proven = HashSet::new();
    for report in inspection.reports() {
        let (task, _) = report.task;
        // The unit hands evidence in with its report; the reviewer's own entry need not repeat it.
        if !report.entry.evidence.is_empty() {
            proven.insert(task);
        }
        if report.entry.state == Some(EntryState::Closed) && !proven.contains(&task) {
            inspection.find(
                inspection.at_entry(report.at).key("state"),
                say!(lang, "任务 {} 已销号，但没有佐证材料", "task {} is closed without evidence", report.entry.task),
                say!(lang, "加上“evidence: [evidence/文件名.pdf]”", "add `evidence: [evidence/FILE.pdf]`"),
            );
        }
    }
}

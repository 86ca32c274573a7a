//! A deadline that nobody has set: neither the document, nor an amendment, nor an avowed assumption.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::AmendedField;
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E505",
    name: "deadline-unstated",
    zh: "完成时限没有出处",
    en: "a deadline neither stated nor assumed",
    wrong: "deadline: 2020-11-30",
    right: "deadline: 2020-11-30\nassumed: [deadline]",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let has_document = inspection.opened.plan.as_ref().is_some_and(|plan| plan.head.source.is_some());
    if !has_document || !inspection.journal_is_whole() {
        return;
    }
    let lang = inspection.lang;
    for (index, task) in inspection.whole_tasks().filter(|(_, task)| task.carried_from.is_none()) {
        let stated =
            task.deadline_says.is_some() || task.assumes("deadline") || task.confirmation("deadline").is_some();
        if task.deadline.is_none() || stated || inspection.is_amended(index, &AmendedField::Deadline) {
            continue;
        }
        inspection.find(
            inspection.at_task(index).key("deadline"),
            say!(lang, "完成时限没有出处", "nothing says where this deadline comes from"),
            say!(
                lang,
                "原文写明的，加“deadline_says: 原文词语”；推定的，把 deadline 列入 assumed",
                "add `deadline_says: …`, the document's words, or list `deadline` under `assumed`"
            ),
        );
    }
}

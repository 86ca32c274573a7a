//! A sentence of the document that no task quotes, in a plan that promises to cover all of it.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::Coverage;
use crate::plan::document::{Covered, cover};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E507",
    name: "uncovered-sentence",
    zh: "原文有句子没有分解成任务",
    en: "a sentence of the document that no task covers",
    wrong: "# 原文:完成商榻“美丽街区”项目建设。",
    right: "- id: 31-12\n  source: 完成商榻“美丽街区”项目建设",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let (Some(document), Some(file)) = (inspection.opened.source_text(), inspection.opened.source) else { return };
    let whole = !inspection.opened.tasks_lost && inspection.opened.maimed.is_empty();
    if inspection.plan.head.coverage != Coverage::Full || !whole {
        return;
    }
    if inspection.head_lost("context") && !inspection.plan.head.context.is_empty() || inspection.head_lost("sections") {
        return;
    }
    let lang = inspection.lang;
    for covered in cover(inspection.plan, document).into_iter().filter(Covered::is_uncovered) {
        inspection.find(
            inspection.at_bytes(file, covered.sentence.span),
            say!(lang, "这句话没有任务引用", "no task quotes this sentence"),
            say!(
                lang,
                "分解成任务，在 source 中照录；不部署工作的，列入 plan.yaml 的 context",
                "make it a task and quote it under `source`; if it orders no work, list it under `context` in plan.yaml"
            ),
        );
    }
}

//! A sentence of `context` that the document does not contain.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::document::Places;
use crate::say;

use super::passages::Passages;
use super::source_missing::is_in;

pub(super) const CHECK: Check = Check {
    code: "E508",
    name: "context-missing",
    zh: "context 的句子不在原文中",
    en: "a sentence of `context` that the document does not contain",
    wrong: "context: [当前,形势总体向好。]",
    right: "context: [当前,形势总体平稳。]",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let Some(document) = inspection.opened.source_text() else { return };
    let lang = inspection.lang;
    let places = Places::new(document);
    let mut passages = None;
    for (item, sentence) in inspection.plan.head.context.iter().enumerate() {
        if is_in(sentence, &places) {
            continue;
        }
        let hint = passages.get_or_insert_with(|| Passages::new(document)).hint(sentence.trim(), lang);
        inspection.find(
            inspection.at_head().key("context").item(item),
            say!(lang, "原文中没有这句话", "the document does not contain this sentence"),
            hint,
        );
    }
}

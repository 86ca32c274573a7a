//! A task's quote that the document does not contain.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::document::Places;
use crate::say;

use super::passages::Passages;

pub(super) const CHECK: Check = Check {
    code: "E501",
    name: "source-missing",
    zh: "引文不在原文中",
    en: "a quote that the document does not contain",
    wrong: "source: 完成龚都村92户农民集中居住项目",
    right: "source: 完成龚都村92户农(渔)民相对集中居住项目",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let Some(document) = inspection.opened.source_text() else { return };
    let lang = inspection.lang;
    let places = Places::new(document);
    let mut passages = None;
    // What was carried over quotes the document of the plan before.
    for (index, task) in inspection.tasks().filter(|(_, task)| task.carried_from.is_none()) {
        let Some(source) = task.source.as_deref().filter(|source| !is_in(source, &places)) else { continue };
        let hint = passages.get_or_insert_with(|| Passages::new(document)).hint(source.trim(), lang);
        inspection.find(
            inspection.at_task(index).key("source"),
            say!(lang, "原文中没有这段引文", "the document does not contain this quote"),
            hint,
        );
    }
}

/// White space around a quote is the YAML block's, not the document's.
pub(super) fn is_in(quote: &str, document: &Places<'_>) -> bool {
    document.of(quote.trim()).next().is_some()
}

//! A task's quote that stands in the document more than once.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::document::Places;
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "W502",
    name: "source-repeated",
    zh: "引文在原文中不止一处",
    en: "a quote that stands in the document more than once",
    wrong: "source: 一网通办",
    right: "source: 全面开展长三角“一网通办”试点工作",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let (Some(document), Some(file)) = (inspection.opened.source_text(), inspection.opened.source) else { return };
    let lang = inspection.lang;
    let known = Places::new(document);
    for (index, task) in inspection.tasks() {
        let Some(source) = task.source.as_deref().map(str::trim).filter(|source| !source.is_empty()) else { continue };
        let mut places = known.of(source);
        let (Some(first), Some(second)) = (places.next(), places.next()) else { continue };
        let (one, other) =
            (inspection.places.position(file, first).line, inspection.places.position(file, second).line);
        let message = if one == other {
            say!(lang, "这段引文在原文第 {one} 行不止一处", "line {one} of the document has this quote more than once")
        } else {
            say!(
                lang,
                "这段引文在原文中不止一处（第 {one} 行、第 {other} 行）",
                "the document has this quote more than once (lines {one} and {other})"
            )
        };
        inspection.find(
            inspection.at_task(index).key("source"),
            message,
            say!(lang, "多引几个字，使之只合一处", "quote more of the words around it, so that one place is meant"),
        );
    }
}

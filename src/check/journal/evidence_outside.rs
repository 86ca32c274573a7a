//! Evidence outside the repository, which nobody else who has the plan would have.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;
use crate::store::{Opened, Whereabouts};

pub(super) const CHECK: Check = Check {
    code: "E411",
    name: "evidence-outside",
    zh: "佐证材料在仓库之外",
    en: "evidence outside the repository",
    wrong: "evidence: [/home/wang/22-07.pdf]",
    right: "evidence: [evidence/22-07.pdf]",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for (index, entry) in inspection.opened.journal.entries.iter().enumerate() {
        for (item, path) in entry.evidence.iter().enumerate() {
            let Whereabouts::Outside = evidence(inspection.opened, path) else { continue };
            inspection.find(
                inspection.at_entry(index).key("evidence").item(item),
                say!(lang, "佐证材料“{path}”在仓库之外", "the evidence `{path}` lies outside the repository"),
                say!(
                    lang,
                    "把文件复制到 evidence 文件夹，写“evidence/文件名”",
                    "copy the file into the folder evidence and write `evidence/FILE`"
                ),
            );
        }
    }
}

/// Finds a piece of evidence: what is on the web is taken to be there.
pub(super) fn evidence(opened: &Opened, path: &str) -> Whereabouts {
    let on_the_web = path.starts_with("https://") || path.starts_with("http://");
    if on_the_web { Whereabouts::There } else { opened.shelf.whereabouts(path) }
}

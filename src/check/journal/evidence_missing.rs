//! A file of evidence that is not there.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;
use crate::store::Whereabouts;

use super::evidence_outside::evidence;

pub(super) const CHECK: Check = Check {
    code: "W410",
    name: "evidence-missing",
    zh: "找不到佐证材料",
    en: "a file of evidence that is not there",
    wrong: "evidence: [evidence/22-07-20201120]",
    right: "evidence: [evidence/22-07-20201120.pdf]",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for (index, entry) in inspection.opened.journal.entries.iter().enumerate() {
        for (item, path) in entry.evidence.iter().enumerate() {
            let at = |i: &Inspection<'_, '_>| i.at_entry(index).key("evidence").item(item);
            if inspection.nothing_at(path, at).is_some() {
                continue;
            }
            let Whereabouts::Missing = evidence(inspection.opened, path) else { continue };
            let hint = if path.contains('\\') {
                say!(lang, "路径里的“\\”改为“/”", "type `/` for `\\` in the path")
            } else {
                say!(
                    lang,
                    "核对文件名和扩展名；路径从 plan.yaml 所在文件夹写起",
                    "check the name and its ending; the path starts from the folder of plan.yaml"
                )
            };
            inspection.find(
                inspection.at_entry(index).key("evidence").item(item),
                say!(lang, "找不到佐证材料“{path}”", "there is no evidence `{path}`"),
                hint,
            );
        }
    }
}

//! A plan that must cover its source, and names none.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::Coverage;
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E509",
    name: "coverage-without-source",
    zh: "要求全文覆盖，却没有写 source",
    en: "full coverage of a source that is not named",
    wrong: "coverage: full",
    right: "source: ../../seeds/jinze-2020h2.txt\ncoverage: full",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let head = &inspection.plan.head;
    if head.coverage != Coverage::Full || head.source.is_some() {
        return;
    }
    let lang = inspection.lang;
    inspection.find(
        inspection.at_head().key("coverage"),
        say!(lang, "要求全文覆盖，但没有指明原文", "full coverage is asked for, but no source is named"),
        say!(
            lang,
            "加一行“source: 原文路径”，或改为“coverage: partial”",
            "add `source: PATH`, or write `coverage: partial`"
        ),
    );
}

//! A metric that is counted by a checklist and reported in the journal too.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

use super::values::values;

pub(super) const CHECK: Check = Check {
    code: "W405",
    name: "checklist-and-values",
    zh: "指标既有清单又在台账中填值",
    en: "a metric that has a checklist and gets values in the journal",
    wrong: "# checklist: checklists/点位.csv\nvalues: { 销项点位数: 300 }",
    right: "# checklist: checklists/点位.csv\nnote: 已销项 300 个点位",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    let lang = inspection.lang;
    for value in values(inspection) {
        let Some(checklist) = &value.metric.checklist else { continue };
        inspection.find(
            inspection.at_entry(value.report.at).key("values").key_itself(&value.metric.name),
            say!(lang, "“{}”已由清单计数，不必再填", "`{}` is counted by its checklist", value.metric.name),
            say!(
                lang,
                "删去此值，在 {checklist} 中填销号日期",
                "delete the value, and write the closing dates into {checklist}"
            ),
        );
    }
}

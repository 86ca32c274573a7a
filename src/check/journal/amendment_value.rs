//! An amendment to a value that its field cannot hold.

use crate::check::inspection::{Inspection, Report};
use crate::check::{Check, Finds};
use crate::plan::meant::{day, number, word};
use crate::plan::{AmendedField, FieldValue, Kind};
use crate::say;

use super::held::held;

pub(super) const CHECK: Check = Check {
    code: "E407",
    name: "amendment-value",
    zh: "调整的值与字段不符",
    en: "an amendment to a value that its field cannot hold",
    wrong: "amendment: { field: deadline, from: 2020-11-30, to: 年底, reason: 改期, approved_by: 镇长办公会 }",
    right: "amendment: { field: deadline, from: 2020-11-30, to: 2020-12-31, reason: 改期, approved_by: 镇长办公会 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    for report in inspection.reports() {
        let Some(amendment) = &report.entry.amendment else { continue };
        if inspection.is_maimed(&report.task.1.id) {
            continue;
        }
        for (key, value) in [("from", &amendment.from), ("to", &amendment.to)] {
            if fits(inspection, report, key, value) {
                continue;
            }
            let lang = inspection.lang;
            let field = &amendment.field;
            let hint = hint(inspection, field, value);
            inspection.find(
                inspection.at_entry(report.at).key("amendment").key(key),
                say!(lang, "“{value}”不能作“{field}”的值", "`{field}` cannot be `{value}`"),
                hint,
            );
        }
    }
}

/// Whether the task's field can hold the value. A metric that does not exist is another check's finding.
fn fits<'o>(inspection: &Inspection<'o, '_>, report: Report<'o>, key: &str, value: &FieldValue) -> bool {
    let Some(amendment) = &report.entry.amendment else { return true };
    match &amendment.field {
        AmendedField::Target(metric) if inspection.metric(report.task, metric).is_none() => true,
        // Other states are entries of their own; what held before is the journal's.
        AmendedField::State => key == "from" || *value == FieldValue::One("cancelled".to_owned()),
        field => held(inspection, field, report.task, value).is_ok(),
    }
}

fn hint(inspection: &Inspection<'_, '_>, field: &AmendedField, value: &FieldValue) -> String {
    let lang = inspection.lang;
    let text = value.to_string();
    match field {
        AmendedField::Deadline | AmendedField::Start => date_hint(inspection, &text),
        AmendedField::Lead | AmendedField::Title => say!(lang, "只写一个", "write one value"),
        AmendedField::Support | AmendedField::Places => say!(lang, "写成“[甲, 乙]”", "write `[one, two]`"),
        AmendedField::Kind => {
            let kinds = Kind::ALL.map(|kind| kind.name().to_owned());
            match word::word(&text, &kinds) {
                Some(meant) => say!(lang, "改为“{meant}”", "type `{meant}`"),
                None => {
                    say!(lang, "可写的词：{}", "the words are: {}", kinds.join(lang.pick("、", ", ")))
                }
            }
        }
        AmendedField::Target(_) if text.parse::<crate::plan::Quantity>().is_ok() => {
            say!(lang, "目标值须大于基数", "a target lies above its baseline")
        }
        AmendedField::Target(_) => number::hint(&text, lang),
        AmendedField::State => say!(
            lang,
            "调整状态只能写“cancelled”（撤销）；其余状态另写一条记录的 state",
            "an amendment of the state is `cancelled` only; any other state goes under an entry's `state`"
        ),
    }
}

/// A day of the right form that does not exist, or another form.
fn date_hint(inspection: &Inspection<'_, '_>, text: &str) -> String {
    day::hint(text, inspection.lang, Some(inspection.plan.head.period))
}

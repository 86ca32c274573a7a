//! A reported value that its metric cannot read.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::meant::{number, word};
use crate::plan::{Metric, ReadingFault, Scalar};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E401",
    name: "unfit-value",
    zh: "填报的值不是数字，或不在等级中",
    en: "a value that is no number, or none of the grades",
    wrong: "values: { 完成户数: 61户 }",
    right: "values: { 完成户数: 61 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    for report in inspection.reports() {
        // Its grades, or its whole metric, may be among what was not read.
        if inspection.is_maimed(&report.task.1.id) {
            continue;
        }
        for (name, value) in &report.entry.values.0 {
            let Some(metric) = inspection.metric(report.task, name) else { continue };
            let Err(fault) = metric.read(value) else { continue };
            let (message, hint) = words(inspection, metric, value, fault);
            inspection.find(inspection.at_entry(report.at).key("values").key(name), message, hint);
        }
    }
}

fn words(inspection: &Inspection<'_, '_>, metric: &Metric, value: &Scalar, fault: ReadingFault) -> (String, String) {
    let lang = inspection.lang;
    let written = value.to_string();
    match fault {
        ReadingFault::NotANumber if written.trim().is_empty() => (
            say!(lang, "指标“{}”没有填值", "`{}` has no value", metric.name),
            say!(lang, "填数字；没有新数的，删去这一项", "type a number, or delete the metric here"),
        ),
        ReadingFault::NotANumber => {
            (say!(lang, "“{written}”不是数字", "`{written}` is not a number"), number::hint(&written, lang))
        }
        ReadingFault::NotAGrade => {
            let grades: Vec<String> = metric.grades().iter().map(|grade| grade.name.clone()).collect();
            let (zh, en) = (grades.join("、"), grades.join(", "));
            let slip = || word::nearest(&written, grades.iter().map(String::as_str));
            let hint = match word::grade(&written, &grades).or_else(slip) {
                Some(meant) => say!(
                    lang,
                    "是否应为“{meant}”？等级由差到好：{zh}",
                    "did you mean `{meant}`? the grades, from worst to best: {en}"
                ),
                None => say!(lang, "等级由差到好：{zh}", "the grades, from worst to best: {en}"),
            };
            (say!(lang, "“{written}”不是该指标的等级", "`{written}` is none of the metric's grades"), hint)
        }
    }
}

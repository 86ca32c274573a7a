//! Words that set a metric's target and do not stand in the task's quote.

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E503",
    name: "says-missing",
    zh: "says 的词语不在引文中",
    en: "words of `says` that the task's quote does not contain",
    wrong: "source: 完成龚都村92户农(渔)民相对集中居住项目\nmetrics: [{ name: 户数, unit: 户, target: 92, says: 九十二户 }]",
    right: "source: 完成龚都村92户农(渔)民相对集中居住项目\nmetrics: [{ name: 户数, unit: 户, target: 92, says: 92户 }]",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    for (index, task) in inspection.whole_tasks() {
        for (place, metric) in task.metrics.iter().enumerate() {
            let Some(says) = &metric.says else { continue };
            if let Some((message, hint)) = words(inspection, task.source.as_deref(), says) {
                let at = inspection.at_task(index).key("metrics").item(place).key("says");
                inspection.find(at, message, hint);
            }
        }
    }
}

/// What is wrong with words that should stand in a quote; nothing when they do.
pub(super) fn words(inspection: &Inspection<'_, '_>, source: Option<&str>, says: &str) -> Option<(String, String)> {
    let lang = inspection.lang;
    match source {
        Some(source) if source.contains(says) && !says.trim().is_empty() => None,
        Some(_) => Some((
            say!(lang, "引文（source）中没有“{says}”", "the quote under `source` does not contain `{says}`"),
            say!(
                lang,
                "照抄引文里的词语；引文没写的，删去此项，列入 assumed",
                "copy the quote's own words; what it does not say is `assumed`"
            ),
        )),
        None => Some((
            say!(lang, "任务没有引文（source），无从核对“{says}”", "the task has no `source` that could say `{says}`"),
            say!(lang, "补上“source: 原文词句”", "add `source: …`, the document's own words"),
        )),
    }
}

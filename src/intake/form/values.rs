//! Values of metrics, as a person writes them.

use crate::plan::meant::number::{NumberFault, number_in};
use crate::plan::meant::word::grade;
use crate::plan::{Language, Metric, Scalar, Task};
use crate::report::names::{Named, pick};
use crate::say;
use crate::words;

/// `NAME=VALUE` in its parts; the name is empty where there is none.
pub(super) fn split_value(text: &str) -> (&str, &str) {
    match text.rsplit_once(['=', '＝']) {
        Some((name, value)) => (name.trim(), value.trim()),
        None => ("", text.trim()),
    }
}

/// The metric and the value that a text means; `None` where it gives no value.
pub(crate) fn value_of(task: &Task, text: &str, lang: Language) -> Result<Option<(String, Scalar)>, String> {
    let (name, value) = split_value(text);
    if value.is_empty() {
        return Ok(None);
    }
    let metric = metric_named(task, name, lang)?;
    Ok(Some((metric.name.clone(), value_in(metric, value, lang)?)))
}

/// Whether how far the task is can be said by hand: nothing else says it.
pub(crate) fn is_by_hand(task: &Task) -> bool {
    task.metrics.is_empty() && task.checkpoints.is_empty()
}

/// How far a task has come by the unit's own estimate, where it has nothing to be counted by.
pub(crate) fn percent_in(task: &Task, text: &str, lang: Language) -> Result<u8, String> {
    if !is_by_hand(task) {
        let (id, what) = (&task.id, if task.metrics.is_empty() { "--checkpoint" } else { "--value" });
        return Err(say!(
            lang,
            "任务 {id} 的完成率由指标、节点算出，不能自报；请用 {what}",
            "how far {id} is follows from its metrics or checkpoints: use {what}"
        ));
    }
    let number =
        number_in(text.trim_end_matches(['%', '％']), "").ok().and_then(|number| number.to_string().parse().ok());
    number.filter(|percent| *percent <= 100).ok_or_else(|| {
        say!(
            lang,
            "“{text}”不能作为自报进度；请写 0 至 100 的整数",
            "`{text}` is no percentage; write a whole number from 0 to 100"
        )
    })
}

/// The value of a metric that a text means.
pub(crate) fn value_in(metric: &Metric, value: &str, lang: Language) -> Result<Scalar, String> {
    let scalar = Scalar::new(value);
    if metric.read(&scalar).is_ok() {
        return Ok(scalar);
    }
    if metric.grades().is_empty() {
        return number_in(value, &metric.unit)
            .map(Scalar::Number)
            .map_err(|fault| no_number(metric, value, fault, lang));
    }
    grade_named(metric, value).ok_or_else(|| {
        let grades = words::list(lang, metric.grades().iter().map(|grade| &grade.name));
        say!(lang, "“{}”的等级“{value}”不在 {grades} 之中", "`{value}` is no grade of {}: {grades}", metric.name)
    })
}

/// Why a text is no value of a metric that counts.
fn no_number(metric: &Metric, text: &str, fault: NumberFault, lang: Language) -> String {
    let Metric { name, unit, .. } = metric;
    match fault {
        NumberFault::Approximate => say!(
            lang,
            "“{text}”是约数或范围，不能作为“{name}”的数值；请核实后填写准确数字（单位 {unit}），约数可写在进展情况里",
            "`{text}` is an approximation or a range, and {name} takes an exact number: find it and write it in digits (in {unit}); what is known only roughly can be said in the note"
        ),
        NumberFault::OtherUnit => say!(
            lang,
            "“{name}”以“{unit}”计，“{text}”的单位不符；请核对后只写数字",
            "{name} counts in {unit}, and `{text}` is in something else; check it, and write digits only"
        ),
        NumberFault::NotANumber => say!(
            lang,
            "“{name}”的值“{text}”不是数字，请只写数字（单位 {unit}）",
            "the value `{text}` of {name} is not a number; write digits only (in {unit})"
        ),
    }
}

fn grade_named(metric: &Metric, text: &str) -> Option<Scalar> {
    let names: Vec<String> = metric.grades().iter().map(|grade| grade.name.clone()).collect();
    let meant = grade(text, &names)?;
    // A bare number may be a count.
    let counts = text.contains(|c: char| c.is_ascii_digit());
    (!counts).then(|| Scalar::Word(meant.to_owned()))
}

/// The metric that a name means; without one, the only metric that no checklist counts.
fn metric_named<'t>(task: &'t Task, name: &str, lang: Language) -> Result<&'t Metric, String> {
    let by_hand: Vec<&Metric> = task.metrics.iter().filter(|metric| metric.checklist.is_none()).collect();
    let names = || words::list(lang, by_hand.iter().map(|metric| &metric.name));
    if task.metrics.is_empty() {
        return Err(say!(lang, "任务 {} 没有量化指标，不能填数值", "task {} has no metric, so no value", task.id));
    }
    let metric = match (by_hand.as_slice(), name) {
        ([only], "") => *only,
        ([], "") => task.metrics.first().ok_or_else(names)?,
        (_, "") => {
            return Err(say!(
                lang,
                "任务 {} 有多个指标，请写“指标=数值”：{}",
                "task {} has several metrics; write NAME=VALUE: {}",
                task.id,
                names()
            ));
        }
        (_, name) => {
            let named = task.metrics.iter().map(|metric| Named { name: &metric.name, also: None });
            let found = pick(name, named).map_err(|_| {
                let all = words::list(lang, task.metrics.iter().map(|metric| &metric.name));
                say!(lang, "没有指标“{name}”，该任务的指标是：{all}", "no metric is named `{name}`; there are: {all}")
            })?;
            task.metric(&found).ok_or_else(names)?
        }
    };
    match metric.checklist {
        None => Ok(metric),
        Some(_) => Err(say!(
            lang,
            "“{}”由清单计数，请用 workplan checklist {} close 销项",
            "{} is counted by its checklist: use `workplan checklist {} close`",
            metric.name,
            task.id
        )),
    }
}

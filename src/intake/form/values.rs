//! Values of metrics, as a person writes them.

use crate::plan::meant::number::number;
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
pub(super) fn value_of(task: &Task, text: &str, lang: Language) -> Result<Option<(String, Scalar)>, String> {
    let (name, value) = split_value(text);
    if value.is_empty() {
        return Ok(None);
    }
    let metric = metric_named(task, name, lang)?;
    Ok(Some((metric.name.clone(), value_in(metric, value, lang)?)))
}

/// The value of a metric that a text means.
pub(crate) fn value_in(metric: &Metric, value: &str, lang: Language) -> Result<Scalar, String> {
    let scalar = Scalar::new(value);
    if metric.read(&scalar).is_ok() {
        return Ok(scalar);
    }
    let meant = if metric.grades().is_empty() { number_with_unit(metric, value) } else { grade_named(metric, value) };
    match meant {
        Some(scalar) => Ok(scalar),
        None if metric.grades().is_empty() && number(value).is_some_and(|number| !number.unit.is_empty()) => Err(say!(
            lang,
            "“{}”以“{}”计，“{value}”的单位不符；请核对后只写数字",
            "{} counts in {}, and `{value}` is in something else; check it, and write digits only",
            metric.name,
            metric.unit
        )),
        None if metric.grades().is_empty() => Err(say!(
            lang,
            "“{}”的值“{value}”不是数字，请只写数字（单位 {}）",
            "the value `{value}` of {} is not a number; write digits only (in {})",
            metric.name,
            metric.unit
        )),
        None => {
            let grades = words::list(lang, metric.grades().iter().map(|grade| &grade.name));
            Err(say!(
                lang,
                "“{}”的等级“{value}”不在 {grades} 之中",
                "`{value}` is no grade of {}: {grades}",
                metric.name
            ))
        }
    }
}

/// `61户`, `６１`, `1,447`: a number that can only be that one, in the metric's own unit or none.
fn number_with_unit(metric: &Metric, text: &str) -> Option<Scalar> {
    let number = number(text).filter(|number| number.unit.is_empty() || number.unit == metric.unit)?;
    Some(Scalar::Number(number.value))
}

fn grade_named(metric: &Metric, text: &str) -> Option<Scalar> {
    let names: Vec<String> = metric.grades().iter().map(|grade| grade.name.clone()).collect();
    let meant = grade(text, &names)?;
    // A near miss of a grade's name is another grade as likely as not; a bare number may be a count.
    let is_spelling = text.chars().count() <= 3 && !text.contains(|c: char| c.is_numeric() && c.is_ascii());
    is_spelling.then(|| Scalar::Word(meant.to_owned()))
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

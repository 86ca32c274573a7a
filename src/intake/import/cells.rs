//! What a cell says: the units in it, a target, a deadline without an end, and of a task's metrics one thing, or one a
//! line in the order of the metrics.

use crate::intake::form::value_in;
use crate::intake::ledger::{listed, parts, same_name, says_nothing};
use crate::intake::sheet::{Cell, Value};
use crate::plan::{Language, Metric, Scalar, Task};
use crate::say;
use crate::store::is_forbidden;
use crate::words;

/// What a cell says of each metric, given what the ledger itself names as the row's metrics.
pub(super) fn by_metric<'t>(
    task: &'t Task,
    names: Option<&str>,
    cell: &str,
    lang: Language,
) -> Result<Vec<(&'t Metric, String)>, String> {
    let said = parts(cell);
    let named = said.iter().map(|part| split_named(task, part));
    if let Some(named) = named.collect::<Option<Vec<_>>>() {
        return Ok(spoken(named));
    }
    if let Some(named) = by_names(task, names, &said) {
        return Ok(spoken(named));
    }
    let text = |part: &&str| (*part).to_owned();
    let by_hand: Vec<&Metric> = task.metrics.iter().filter(|metric| metric.checklist.is_none()).collect();
    let all: Vec<&Metric> = task.metrics.iter().collect();
    for metrics in [all, by_hand] {
        if !metrics.is_empty() && metrics.len() == said.len() {
            return Ok(spoken(metrics.into_iter().zip(said.iter().map(text)).collect()));
        }
    }
    let (id, count) = (&task.id, said.len());
    if task.metrics.is_empty() {
        return Err(say!(
            lang,
            "任务 {id} 没有量化指标，不能填数值；请写在“进展情况”里",
            "task {id} has no metric, so no value; write it under Report"
        ));
    }
    let all = words::list(lang, task.metrics.iter().map(|metric| &metric.name));
    Err(say!(
        lang,
        "写了 {count} 个数，任务 {id} 的指标是：{all}；请一行写一个，写成“指标=数值”",
        "{count} values, and the metrics of task {id} are: {all}; write NAME=VALUE, one a line"
    ))
}

/// The value that a text means to a metric, in digits, with its unit, or by a grade's name.
pub(super) fn value(metric: &Metric, text: &str, lang: Language) -> Result<Scalar, String> {
    value_in(metric, text, lang).or_else(|why| {
        let bare = text.strip_suffix(metric.unit.as_str()).filter(|_| !metric.unit.is_empty());
        bare.and_then(|bare| value_in(metric, bare.trim(), lang).ok()).ok_or(why)
    })
}

fn spoken(said: Vec<(&Metric, String)>) -> Vec<(&Metric, String)> {
    let plain = said.into_iter().map(|(metric, text)| (metric, text.trim_end_matches('*').trim().to_owned()));
    plain.filter(|(_, text)| !says_nothing(text)).collect()
}

/// `集中居住户数=61`, `集中居住户数：61户`.
fn split_named<'t>(task: &'t Task, part: &str) -> Option<(&'t Metric, String)> {
    let (name, value) = part.split_once(['=', '＝', '：', ':'])?;
    Some((metric_of(task, name)?, value.trim().to_owned()))
}

/// The parts, each said of the metric that the ledger names in the same place.
fn by_names<'t>(task: &'t Task, names: Option<&str>, said: &[&str]) -> Option<Vec<(&'t Metric, String)>> {
    let names = parts(names?);
    (names.len() == said.len()).then_some(())?;
    names.iter().zip(said).map(|(name, part)| Some((metric_of(task, name)?, (*part).to_owned()))).collect()
}

fn metric_of<'t>(task: &'t Task, name: &str) -> Option<&'t Metric> {
    task.metrics.iter().find(|metric| same_name(&metric.name, name.trim_end_matches('*')))
}

/// The names in a cell in one line: those that stand in lines of their own stay apart.
pub(super) fn names_in(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The people in a cell, without what a program adds of their share: `Works Office[50%]`.
pub(super) fn people_in(text: &str) -> String {
    let text = names_in(listed(text));
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, from)) = rest.split_once('[') {
        plain.push_str(before);
        match from.split_once(']') {
            Some((share, after)) if share.ends_with('%') => rest = after,
            Some(_) | None => {
                plain.push('[');
                rest = from;
            }
        }
    }
    plain + rest
}

/// What of a cell goes into the remark because it cannot be read, with its mark.
pub(super) fn unread(name: &str, text: &str, lang: Language) -> String {
    say!(lang, "【待核】{name}：{text}", "[to be checked] {name}: {text}")
}

/// The parts of a remark without those that an exported ledger adds.
pub(super) fn own_remark(text: &str) -> Vec<&str> {
    let added = |part: &&str| {
        let languages = [Language::Chinese, Language::English];
        let is_tag = |part: &str| languages.iter().any(|lang| words::sample_word(*lang) == part);
        is_tag(part) || part.starts_with("推定：") || part.starts_with("assumed: ") || is_said_of_task(part)
    };
    let parts = text.split(['；', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts.filter(|part| !added(part)).collect()
}

/// Whether a part of a remark is what an exported ledger says there of where the task comes from, or of its recurring report.
fn is_said_of_task(part: &str) -> bool {
    ["交办来源：", "origin: ", "结转来源：", "carried from ", "定期报送：", "reports: "]
        .into_iter()
        .any(|word| part.starts_with(word))
}

/// Why nothing can be made of a cell.
pub(super) fn unfit(cell: &Cell, lang: Language) -> Option<String> {
    if let Value::Error(error) = &cell.value {
        return Some(say!(
            lang,
            "公式出错（{error}），请改为实际内容",
            "a formula's error ({error}): write what it should say"
        ));
    }
    if let Value::Formula(formula) = &cell.value {
        return Some(say!(
            lang,
            "公式“{formula}”没有保存计算结果；请用 WPS 或 Excel 打开这份文件，保存后再导入，或直接填写数值",
            "the formula `{formula}` has no stored result: open the file in a spreadsheet and save it, or write the value itself"
        ));
    }
    if let Value::TooFine(number) = &cell.value {
        return Some(say!(
            lang,
            "“{number}”的小数超过 6 位，记入时会被舍入；请改为不超过 6 位小数",
            "`{number}` has more than 6 decimals and would be rounded: write it with 6 at most"
        ));
    }
    let forbidden = cell.value.text().chars().find(|c| is_forbidden(*c))?;
    let code = u32::from(forbidden);
    Some(say!(
        lang,
        "含有不可见的控制字符 U+{code:04X}，请删除后重新填写",
        "holds a control character, U+{code:04X}: take it out, and type the text again"
    ))
}

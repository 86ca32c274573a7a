//! What was assumed of a task, and is settled by a person.

use crate::plan::{Confirmation, Date, Language, Plan, Task};
use crate::say;
use crate::words;
use crate::words::fields::{self, Place};
use crate::words::folded;

/// Whether a word names a field that may be assumed, rather than a task.
pub(crate) fn is_field(plan: &Plan, word: &str) -> bool {
    let metric = |task: &Task| task.metrics.iter().any(|metric| is_metric(&metric.name, word));
    fields::called(Place::Task, word).is_some() || is_any_target(word) || plan.tasks.iter().any(metric)
}

/// `目标值`: the targets of all metrics.
fn is_any_target(word: &str) -> bool {
    fields::field(Place::Metric, "target").is_some_and(|field| field.is_called(word))
}

/// `户数`, `metrics.户数`, `“户数”目标值`, `target of 户数`.
fn is_metric(name: &str, word: &str) -> bool {
    let word = word.strip_prefix("metrics.").or_else(|| word.strip_prefix("target of ")).unwrap_or(word);
    let word = word.strip_suffix("目标值").or_else(|| word.strip_suffix(".target")).unwrap_or(word);
    folded(word.trim_matches(['“', '”', '"'])) == folded(name)
}

/// Whether a word means a field that stands under `assumed`.
fn means(word: &str, assumed: &str) -> bool {
    let called = fields::called(Place::Task, word).map(|field| field.key);
    match assumed.strip_prefix("metrics.") {
        Some(metric) => {
            let is_printed = |lang| folded(&words::field_name(lang, assumed)) == folded(word);
            called == Some("metrics")
                || is_any_target(word)
                || is_metric(metric, word)
                || [Language::Chinese, Language::English].into_iter().any(is_printed)
        }
        None => called == Some(assumed),
    }
}

/// Settles those of the task's assumptions that the words mean; all, where there are none. Says which these were.
pub(crate) fn settle(task: &mut Task, words: &[String], by: &str, date: Date) -> Vec<String> {
    let is_meant = |assumed: &String| words.is_empty() || words.iter().any(|word| means(word, assumed));
    let (fields, assumed): (Vec<String>, Vec<String>) =
        std::mem::take(&mut task.assumed).into_iter().partition(is_meant);
    task.assumed = assumed;
    if !fields.is_empty() {
        task.confirmed.push(Confirmation { fields: fields.clone(), by: by.to_owned(), date });
    }
    fields
}

/// Why nothing of a task was settled.
pub(crate) fn nothing_to_settle(task: &Task, lang: Language) -> String {
    let id = &task.id;
    let assumed = words::list(lang, task.assumed.iter().map(|field| words::field_name(lang, field)));
    match assumed.as_str() {
        "" => say!(lang, "任务 {id} 没有推定的内容", "nothing of {id} is assumed"),
        assumed => say!(
            lang,
            "任务 {id} 的这一项不是推定的；推定的有：{assumed}",
            "{id}: that is not assumed; what is assumed: {assumed}"
        ),
    }
}

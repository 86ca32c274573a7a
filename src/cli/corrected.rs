//! Correcting what nobody has relied on yet: a plan that is still being drawn up, and what was assumed.

use super::amended::{field_named, value_of};
use crate::desk::Desk;
use crate::desk::reading::{Place, said};
use crate::desk::writing::Draft;
use crate::intake::assign::{Around, Assignment, Turn};
use crate::intake::new_task::{assumed, metric_again, prune_assumed};
use crate::plan::meant::day::day;
use crate::plan::meant::number::number_in;
use crate::plan::{AmendedField, FieldValue, Kind, Language, Metric, MetricFault, Plan, Scalar, Task};
use crate::say;
use crate::words;
use crate::words::fields::{self, Changes, Place as Holder};
use crate::words::folded;

/// Whether the plan is still being drawn up: nothing was reported, no notice was written, and no commit of any branch holds it.
pub(super) fn is_fresh(desk: &Desk, draft: &Draft) -> anyhow::Result<bool> {
    let journal = &draft.rewrite.opened().journal;
    if !journal.entries.is_empty() || !journal.notices.is_empty() {
        return Ok(false);
    }
    let Ok(place) = Place::of(desk) else { return Ok(true) };
    let held = place.repository.ever_held_file("plan.yaml", &place.folder);
    Ok(!held.map_err(|error| said(draft.lang, error))?)
}

/// The field that is meant, where it is one that changes with an approval once the plan is issued.
pub(super) fn approved_field(plan: &Plan, task: &Task, assignment: &Assignment) -> Option<AmendedField> {
    let name = assignment.name();
    let is_free = fields::called(Holder::Task, name).is_some_and(|field| field.changes == Changes::Freely);
    if is_free || assignment.own_field(plan).is_some() {
        return None;
    }
    field_named(plan, task, name, plan.head.language).ok().filter(|field| *field != AmendedField::State)
}

/// Puts a value into such a field, and says in a few words what that was. What the document does not say is marked as assumed.
pub(super) fn correct(
    task: &mut Task,
    field: &AmendedField,
    assignment: &Assignment,
    around: Around<'_>,
) -> anyhow::Result<String> {
    let Around { plan, today, lang, .. } = around;
    let text = assignment.value();
    let name = words::field_name(lang, &field.to_string());
    let unfit = || anyhow::anyhow!(say!(lang, "{name}不能为空", "there must be a {name}"));
    let plain = match field {
        AmendedField::Target(metric) => task.metric(metric).is_none_or(|metric| !metric.grades().is_empty()),
        _ => true,
    };
    if plain {
        let value = match (text, assignment.turn()) {
            ("", _) => FieldValue::Nothing,
            (text, Turn::Put) => value_of(plan, task, field, Some(text), today, lang)?,
            (text, _) => turned(assignment, field, task, &value_of(plan, task, field, Some(text), today, lang)?)
                .ok_or_else(|| {
                    anyhow::anyhow!(say!(
                        lang,
                        "{name}只有一项内容，请写 {}=…",
                        "the {name} holds one thing: write {}=…",
                        assignment.name()
                    ))
                })?,
        };
        field.set(task, &value).map_err(|_| unfit())?;
    } else if let AmendedField::Target(metric) = field {
        let at = task.metrics.iter_mut().find(|held| held.name == *metric);
        let at = at.filter(|_| !text.is_empty()).ok_or_else(unfit)?;
        let new = metric_again(at, text, task.source.as_deref(), lang).map_err(anyhow::Error::msg)?;
        *at = if task.kind == Kind::Continuous { new.held() } else { new };
    }
    if *field == AmendedField::Kind && task.kind == Kind::Continuous {
        task.metrics = std::mem::take(&mut task.metrics).into_iter().map(Metric::held).collect();
    }
    if *field == AmendedField::Deadline {
        keep_words_of_that_day(task, around);
    }
    mark(task, &field.assumed_name(), plan);
    Ok(match shown(task, field, lang) {
        None => say!(lang, "删去{name}", "{name} removed"),
        Some(value) => say!(lang, "{name}改为 {value}", "{name} set to {value}"),
    })
}

/// What such a field of a task holds, in words; `None` where it holds nothing.
pub(super) fn shown(task: &Task, field: &AmendedField, lang: Language) -> Option<String> {
    let value = field.of(task);
    Some(match (&value, field) {
        (FieldValue::Nothing, _) => return None,
        (value, AmendedField::Target(name)) => {
            let said = |metric: &Metric| {
                metric.direction().said(lang, !metric.grades().is_empty(), &metric.target(), &metric.unit)
            };
            task.metric(name).map_or_else(|| value.to_string(), said)
        }
        (value, field) => fields::held(lang, Holder::Task, &field.to_string(), &value.to_string()),
    })
}

/// The name under which a field stands among what is assumed; `metrics` is split into its metrics, so that one can be settled
/// without the others.
pub(super) fn assumed_name(task: &mut Task, field: &AmendedField) -> Option<String> {
    let name = field.assumed_name();
    if matches!(field, AmendedField::Target(_)) && task.assumes("metrics") {
        task.assumed.retain(|field| field != "metrics");
        let each: Vec<String> = task.metrics.iter().map(|metric| format!("metrics.{}", metric.name)).collect();
        let new = each.into_iter().filter(|name| !task.assumed.contains(name)).collect::<Vec<String>>();
        task.assumed.extend(new);
    }
    task.assumes(&name).then_some(name)
}

/// What a list holds when some are added or taken out.
fn turned(assignment: &Assignment, field: &AmendedField, task: &Task, given: &FieldValue) -> Option<FieldValue> {
    let FieldValue::Many(given) = given else { return None };
    let held = match field.of(task) {
        FieldValue::Many(held) => held,
        FieldValue::Nothing => Vec::new(),
        FieldValue::One(_) => return None,
    };
    let new = assignment.turned(&held, given.clone());
    Some(if new.is_empty() { FieldValue::Nothing } else { FieldValue::Many(new) })
}

/// The document's words that set another day set this one no more.
fn keep_words_of_that_day(task: &mut Task, Around { plan, today, lang, .. }: Around<'_>) {
    let of_words = task.deadline_says.as_deref().map(|says| day(&plan.head, says, today, lang).ok());
    if of_words.is_some_and(|of_words| of_words.is_none() || of_words != task.deadline) {
        task.deadline_says = None;
    }
}

fn mark(task: &mut Task, name: &str, plan: &Plan) {
    let is_unsaid = assumed(plan, task).iter().any(|field| field == name);
    task.confirmed.iter_mut().for_each(|confirmation| confirmation.fields.retain(|field| field != name));
    task.confirmed.retain(|confirmation| !confirmation.fields.is_empty());
    if is_unsaid && !task.assumes(name) {
        task.assumed.push(name.to_owned());
    }
    prune_assumed(task);
}

/// Where a metric starts, if that is what is put: `户数基数=61`, `户数.baseline=61`, `基数=61` of the only metric. No approval
/// is needed for it; where the document does not say it, it is assumed.
pub(super) fn begin(task: &mut Task, assignment: &Assignment, around: Around<'_>) -> Option<anyhow::Result<String>> {
    let at =
        task.metrics.iter().position(|metric| is_baseline_of(metric, assignment.name(), task.metrics.len() == 1))?;
    let Around { plan, lang, .. } = around;
    let metric = task.metrics.get_mut(at)?;
    let (name, value) = (metric.name.clone(), assignment.value());
    let begun = number_in(value, &metric.unit).map(Scalar::Number);
    let begun = if metric.grades().is_empty() { begun.ok() } else { Some(Scalar::Word(value.to_owned())) };
    let begun = begun.ok_or(MetricFault::BaselineNotANumber).and_then(|baseline| metric.with_baseline(&baseline));
    let assumed = format!("metrics.{name}.baseline");
    let what = words::field_name(lang, &assumed);
    Some(match begun {
        Ok(begun) => {
            *metric = begun;
            if plan.has_document() && !task.assumes(&assumed) {
                task.assumed.push(assumed);
            }
            Ok(say!(lang, "{what}改为 {value}", "{what} set to {value}"))
        }
        Err(fault) => Err(anyhow::anyhow!(no_baseline(&what, value, fault, around))),
    })
}

fn is_baseline_of(metric: &Metric, given: &str, is_only: bool) -> bool {
    let Some(field) = fields::field(Holder::Metric, "baseline") else { return false };
    let (given, name) = (folded(given), folded(&metric.name));
    let rest = given.strip_prefix("metrics.").unwrap_or(&given);
    let part = rest.strip_prefix(&name).map(|part| part.trim_start_matches('.'));
    part.is_some_and(|part| field.is_called(part)) || (is_only && field.is_called(rest))
}

fn no_baseline(what: &str, value: &str, fault: MetricFault, Around { lang, .. }: Around<'_>) -> String {
    match fault {
        MetricFault::TargetNotAbove => {
            say!(lang, "{what} {value} 应低于目标值", "{what}: {value} must lie below the target")
        }
        MetricFault::BoundWithBaseline => {
            say!(lang, "上限、保持类的指标没有基数", "a bound has no baseline")
        }
        MetricFault::BaselineNotAGrade | MetricFault::TargetNotAGrade => {
            say!(lang, "{what}“{value}”不在等级之中", "{what}: `{value}` is none of the grades")
        }
        MetricFault::BaselineNotANumber | MetricFault::TargetNotANumber => {
            say!(lang, "{what}“{value}”应为数字", "{what}: `{value}` must be a number")
        }
    }
}

//! A field of an issued plan's task that holds something else, without an amendment beside it.

use crate::check::{Check, Finds, Words};
use crate::plan::{AmendedField, FieldValue, Task};
use crate::say;
use crate::words;

use super::Comparison;

pub(super) const CHECK: Check = Check {
    code: "E605",
    name: "unapproved-change",
    zh: "时限、目标等被改动，没有调整记录（check --staged）",
    en: "a deadline, target or the like that changes without an amendment (check --staged)",
    wrong: "# HEAD: deadline: 2020-11-30\ndeadline: 2020-12-15",
    right: "deadline: 2020-12-15\n# progress, in the same commit:\namendment: { field: deadline, from: 2020-11-30, to: 2020-12-15, reason: 改期, approved_by: 镇长办公会 }",
    finds: Finds::Commit(look),
};

fn look(comparison: &mut Comparison<'_>) {
    for (at, old, new) in comparison.kept_tasks() {
        let old = &*comparison.new.in_names_of_now(old);
        for field in fields(old) {
            let (from, to) = (field.of(old), field.of(new));
            let is_approved = comparison.added_amendments(&new.id).any(|amendment| amendment.field == field);
            if from != to && !is_approved && !is_settled(&field, old, new) {
                let words = words(comparison, new, &field, &from, &to);
                comparison.find_after(comparison.new_task(at), &place(&field, new), words);
            }
        }
    }
}

/// What was assumed was approved by nobody: a person has settled it now, or the metric is gone.
fn is_settled(field: &AmendedField, old: &Task, new: &Task) -> bool {
    let name = field.assumed_name();
    let is_gone = matches!(field, AmendedField::Target(metric) if new.metric(metric).is_none());
    let of_all = matches!(field, AmendedField::Target(_)) && old.assumes("metrics");
    (of_all || old.assumes(&name)) && (is_gone || new.confirmation(&name).is_some_and(|by| !old.confirmed.contains(by)))
}

/// The fields that amendments change; a metric that is no longer there counts as one whose target has changed. One more
/// needs no approval.
fn fields(old: &Task) -> Vec<AmendedField> {
    let plain = AmendedField::PLAIN.into_iter().map(|(_, field)| field);
    let metrics = old.metrics.iter().map(|metric| AmendedField::Target(metric.name.clone()));
    plain.chain(metrics).collect()
}

/// The way from the task to the field.
fn place(field: &AmendedField, task: &Task) -> String {
    match field {
        AmendedField::Target(name) => {
            let at = task.metrics.iter().position(|metric| metric.name == *name);
            at.map_or_else(|| "metrics".to_owned(), |at| format!("metrics/{at}/target"))
        }
        plain => plain.to_string(),
    }
}

fn words(comparison: &Comparison<'_>, task: &Task, field: &AmendedField, from: &FieldValue, to: &FieldValue) -> Words {
    let (lang, id) = (comparison.lang, &task.id);
    let name = words::field_name(lang, &field.to_string());
    let what = argument(field, to).unwrap_or_else(|| "…".to_owned());
    Words {
        message: say!(
            lang,
            "任务 {id} 的{name}由 {from} 改为 {to}，本次提交中没有调整记录",
            "{id}: {name} changes from {from} to {to}, and no amendment is committed with it"
        ),
        hint: say!(
            lang,
            "请改回原值，再用 workplan amend {id} {what} --reason … --approved-by … 调整，一并提交",
            "put the old value back, then workplan amend {id} {what} --reason … --approved-by …, and commit both together"
        ),
    }
}

/// What `amend` is told: the field and its value; none where a shell would read the words differently.
fn argument(field: &AmendedField, to: &FieldValue) -> Option<String> {
    let field = match field {
        AmendedField::Target(name) => format!("{name}.target"),
        plain => plain.to_string(),
    };
    let value = match to {
        FieldValue::Nothing => return None,
        FieldValue::One(_) | FieldValue::Many(_) => to.to_string(),
    };
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | '、');
    (field.chars().chain(value.chars()).all(is_plain)).then(|| format!("{field} {value}"))
}

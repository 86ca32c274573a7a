//! An amendment that does not join what held before it to what holds after it.

use std::collections::HashMap;

use crate::check::inspection::Inspection;
use crate::check::{Check, Finds};
use crate::plan::{AmendedField, Amendment, Date, FieldValue, Task};
use crate::say;

use super::held::held;

pub(super) const CHECK: Check = Check {
    code: "E406",
    name: "amendment-from",
    zh: "调整前后的值接不上",
    en: "an amendment that does not fit what held",
    wrong: "# tasks: deadline: 2020-12-15\namendment: { field: deadline, from: 2020-11-30, to: 2020-12-20, reason: 改期, approved_by: 镇长办公会 }",
    right: "# tasks: deadline: 2020-12-20\namendment: { field: deadline, from: 2020-11-30, to: 2020-12-20, reason: 改期, approved_by: 镇长办公会 }",
    finds: Finds::Plan(look),
};

fn look(inspection: &mut Inspection<'_, '_>) {
    if !inspection.journal_is_whole() {
        return;
    }
    for index in inspection.amended_tasks() {
        if let Some(task) = inspection.plan.tasks.get(index).filter(|task| !inspection.is_maimed(&task.id)) {
            check_task(inspection, index, task);
        }
    }
}

/// What the next amendment of a field must start from.
struct Held {
    value: FieldValue,
    entry: usize,
    since: Date,
}

fn check_task<'o>(inspection: &mut Inspection<'o, '_>, index: usize, task: &'o Task) {
    let mut last: HashMap<&AmendedField, Held> = HashMap::new();
    let amendments: Vec<_> = inspection.amendments(index).collect();
    for (entry, since, amendment) in &amendments {
        let Some((from, to)) = both_values(inspection, (index, task), amendment) else { continue };
        if let Some(before) = last.get(&amendment.field).filter(|before| before.value != from) {
            broken_chain(inspection, *entry, amendment, before);
        }
        last.insert(&amendment.field, Held { value: to, entry: *entry, since: *since });
    }
    let mut last: Vec<_> = last.into_iter().collect();
    last.sort_by_key(|(_, held)| held.entry);
    for (field, held) in last {
        let now = in_full(inspection, field, (index, task), &field.of(task));
        if now.as_ref() != Some(&held.value) {
            not_in_file(inspection, index, field, &held, now);
        }
    }
}

/// An amendment's two values, in full; `None` where the field cannot hold one of them, or the journal keeps it.
fn both_values<'o>(
    inspection: &Inspection<'o, '_>,
    task: (usize, &'o Task),
    amendment: &Amendment,
) -> Option<(FieldValue, FieldValue)> {
    let field = &amendment.field;
    if *field == AmendedField::State {
        return None;
    }
    Some((in_full(inspection, field, task, &amendment.from)?, in_full(inspection, field, task, &amendment.to)?))
}

/// A value in the one way in which it can be compared: a list of one as a list, an unset day as the period's.
fn in_full<'o>(
    inspection: &Inspection<'o, '_>,
    field: &AmendedField,
    task: (usize, &'o Task),
    value: &FieldValue,
) -> Option<FieldValue> {
    let period = inspection.plan.head.period;
    let unset = |day: Date| FieldValue::One(day.to_string());
    Some(match (field, held(inspection, field, task, value).ok()?) {
        (AmendedField::Deadline, FieldValue::Nothing) => unset(period.end),
        (AmendedField::Start, FieldValue::Nothing) => unset(period.start),
        (_, value) => value,
    })
}

fn broken_chain(inspection: &mut Inspection<'_, '_>, entry: usize, amendment: &Amendment, before: &Held) {
    let lang = inspection.lang;
    let there = inspection.name_place(&inspection.at_entry(before.entry).key("amendment").key("to"));
    let (from, value, since) = (&amendment.from, &before.value, before.since);
    inspection.find(
        inspection.at_entry(entry).key("amendment").key("from"),
        say!(
            lang,
            "调整前写“{from}”，但 {since} 已调整为“{value}”（{there}）",
            "`from` is `{from}`, but since {since} it was `{value}` ({there})"
        ),
        say!(lang, "from 改为“{value}”，或核对上一次调整", "type `{value}`, or check the amendment before this one"),
    );
}

fn not_in_file(
    inspection: &mut Inspection<'_, '_>,
    index: usize,
    field: &AmendedField,
    held: &Held,
    now: Option<FieldValue>,
) {
    let lang = inspection.lang;
    let there = inspection.name_place(&inspection.at_task(index).key(key_of(field)));
    let (now, value) = (now.unwrap_or_default(), &held.value);
    inspection.find(
        inspection.at_entry(held.entry).key("amendment").key("to"),
        say!(
            lang,
            "已调整为“{value}”，任务文件中仍是“{now}”（{there}）",
            "amended to `{value}`, but the task's file has `{now}` ({there})"
        ),
        say!(
            lang,
            "任务文件中改为“{value}”；若又有新的调整，补记一笔 amendment",
            "type `{value}` in the task's file; if it was amended again, add that amendment"
        ),
    );
}

/// The key of the task under which the field stands.
fn key_of(field: &AmendedField) -> &'static str {
    match field {
        AmendedField::Deadline => "deadline",
        AmendedField::Start => "start",
        AmendedField::Lead => "lead",
        AmendedField::Support => "support",
        AmendedField::Title => "title",
        AmendedField::Kind => "kind",
        AmendedField::Places => "places",
        AmendedField::Target(_) => "metrics",
        AmendedField::State => "id",
    }
}

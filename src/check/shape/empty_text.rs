//! Nothing where words are wanted: a title, a name, a reason, an item of a list.

use crate::check::finding::At;
use crate::check::inspection::Inspection;
use crate::check::{Check, Finds, Reader, Words};
use crate::plan::{Language, UnitName};
use crate::say;
use crate::store::FaultKind;

pub(super) const CHECK: Check = Check {
    code: "E112",
    name: "empty-text",
    zh: "应写文字处是空的",
    en: "nothing where words are wanted",
    wrong: "- id: 22-07\n  title: \"\"",
    right: "- id: 22-07\n  title: 龚都村92户相对集中居住",
    finds: Finds::Both(explain, look),
};

fn explain(fault: &FaultKind, reader: &Reader) -> Option<Words> {
    let lang = reader.lang;
    (*fault == FaultKind::EmptyItem).then(|| Words {
        message: say!(lang, "列表中有一项是空的", "an item of the list is empty"),
        hint: empty_item_hint(lang),
    })
}

fn empty_item_hint(lang: Language) -> String {
    say!(
        lang,
        "写上文字，或删去这一项和多余的逗号",
        "write some words, or delete the item and the comma that is too much"
    )
}

fn look(inspection: &mut Inspection<'_, '_>) {
    look_at_head(inspection);
    for (index, task) in inspection.tasks() {
        let at = |inspection: &Inspection<'_, '_>| inspection.at_task(index);
        check_text(inspection, &task.title, "title", at);
        for (items, key) in [(&task.places, "places"), (&task.tags, "tags"), (&task.assumed, "assumed")] {
            check_items(inspection, items.iter().map(String::as_str), key, at);
        }
        check_items(inspection, task.support.iter().map(UnitName::as_str), "support", at);
        for (place, metric) in task.metrics.iter().enumerate() {
            check_text(inspection, &metric.name, "name", |i| i.at_task(index).key("metrics").item(place));
        }
        for (place, checkpoint) in task.checkpoints.iter().enumerate() {
            let at = |i: &Inspection<'_, '_>| i.at_task(index).key("checkpoints").item(place);
            check_text(inspection, &checkpoint.id, "id", at);
            check_text(inspection, &checkpoint.title, "title", at);
        }
    }
    for (index, entry) in inspection.opened.journal.entries.iter().enumerate() {
        for (items, key) in [(&entry.checkpoints, "checkpoints"), (&entry.evidence, "evidence")] {
            check_items(inspection, items.iter().map(String::as_str), key, |i| i.at_entry(index));
        }
        if let Some(amendment) = &entry.amendment {
            let at = |i: &Inspection<'_, '_>| i.at_entry(index).key("amendment");
            check_text(inspection, &amendment.reason, "reason", at);
            check_text(inspection, &amendment.approved_by, "approved_by", at);
        }
    }
}

fn look_at_head(inspection: &mut Inspection<'_, '_>) {
    let head = &inspection.plan.head;
    for (text, key) in [(&head.id, "id"), (&head.title, "title"), (&head.issuer, "issuer")] {
        check_text(inspection, text, key, Inspection::at_head);
    }
    check_items(inspection, head.places.iter().map(|place| place.name.as_str()), "places", Inspection::at_head);
    check_items(inspection, head.columns.iter().map(String::as_str), "columns", Inspection::at_head);
    check_items(inspection, head.context.iter().map(String::as_str), "context", Inspection::at_head);
    for (place, unit) in head.units.iter().enumerate() {
        check_text(inspection, unit.name.as_str(), "name", |i| i.at_head().key("units").item(place));
    }
    for (place, section) in head.sections.iter().enumerate() {
        let at = |i: &Inspection<'_, '_>| i.at_head().key("sections").item(place);
        check_text(inspection, &section.id, "id", at);
        check_text(inspection, &section.title, "title", at);
        for (inner, theme) in section.themes.iter().enumerate() {
            let at = |i: &Inspection<'_, '_>| i.at_head().key("sections").item(place).key("themes").item(inner);
            check_text(inspection, &theme.id, "id", at);
            check_text(inspection, &theme.title, "title", at);
        }
    }
}

fn check_text<'o, 'r>(
    inspection: &mut Inspection<'o, 'r>,
    text: &str,
    key: &str,
    at: impl Fn(&Inspection<'o, 'r>) -> At,
) {
    let Some(at) = inspection.nothing_at(text, |i| at(i).key(key)) else { return };
    let lang = inspection.lang;
    inspection.find(
        at,
        say!(lang, "“{key}”是空的", "`{key}` is empty"),
        say!(lang, "在“{key}: ”后写上文字", "write some words after `{key}: `"),
    );
}

fn check_items<'o, 'r, 't>(
    inspection: &mut Inspection<'o, 'r>,
    items: impl Iterator<Item = &'t str>,
    key: &str,
    at: impl Fn(&Inspection<'o, 'r>) -> At,
) {
    let lang = inspection.lang;
    for (place, text) in items.enumerate() {
        if let Some(at) = inspection.nothing_at(text, |i| at(i).key(key).item(place)) {
            let message = say!(lang, "“{key}”中有一项是空的", "an item of `{key}` is empty");
            inspection.find(at, message, empty_item_hint(lang));
        }
    }
}

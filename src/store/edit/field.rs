//! Another value in a field of a task, where it stands.

use crate::plan::{AmendedField, FieldValue};
use crate::store::node::{Node, NodeData};

use super::keys::{New, push_item, remove_item, set_key, splice};
use super::written::{field_value, task_keys};

/// The text with the value in the field of the item. `None` where its place is not certain.
pub(super) fn set(text: &str, item: usize, field: &AmendedField, value: &FieldValue) -> Option<String> {
    let root = Node::parse(text).ok()??;
    let task = root.items().get(item)?;
    match field {
        AmendedField::Target(name) => {
            let metrics = task.get("metrics")?.items();
            let metric = metrics.iter().find(|metric| metric.get("name").and_then(Node::text) == Some(name))?;
            set_key(text, metric, "target", &[], &written(field, value))
        }
        AmendedField::Support | AmendedField::Places => match task.get(&field.to_string()) {
            Some(list) if matches!(&list.data, NodeData::List(_)) => set_list(text, item, field, value),
            Some(_) | None => set_key(text, task, &field.to_string(), &task_keys(), &written(field, value)),
        },
        AmendedField::Deadline
        | AmendedField::Start
        | AmendedField::Lead
        | AmendedField::Title
        | AmendedField::Kind => set_key(text, task, &field.to_string(), &task_keys(), &written(field, value)),
        // The state is the journal's.
        AmendedField::State => None,
    }
}

fn written(field: &AmendedField, value: &FieldValue) -> New {
    match (value, field) {
        (FieldValue::One(text), AmendedField::Title | AmendedField::Lead) => New::text(text),
        (FieldValue::One(text), _) => New::yaml(&field_value(field, value), Some(text)),
        (FieldValue::Nothing | FieldValue::Many(_), _) => New::yaml(&field_value(field, value), None),
    }
}

/// Takes out what is no longer in the list and puts what is new behind the rest, so that remarks at what stays stay.
fn set_list(text: &str, item: usize, field: &AmendedField, value: &FieldValue) -> Option<String> {
    let wanted: &[String] = match value {
        FieldValue::Nothing => &[],
        FieldValue::One(one) => std::slice::from_ref(one),
        FieldValue::Many(many) => many,
    };
    let list =
        |text: &str| -> Option<Node> { Node::parse(text).ok()??.items().get(item)?.get(&field.to_string()).cloned() };
    let old = list(text)?;
    let kept: Vec<&str> =
        old.items().iter().filter_map(Node::text).filter(|old| wanted.iter().any(|w| w == old)).collect();
    let in_order = wanted.iter().zip(&kept).all(|(wanted, kept)| wanted == kept);
    if kept.is_empty() || !in_order || wanted.len() < kept.len() {
        return replace_list(text, &old, &field_value(field, value));
    }
    let mut text = text.to_owned();
    loop {
        let now = list(&text)?;
        let gone = now.items().iter().position(|old| !old.text().is_some_and(|old| wanted.iter().any(|w| w == old)));
        match gone {
            Some(gone) => text = remove_item(&text, &now, gone)?,
            None => break,
        }
    }
    for new in wanted.iter().skip(kept.len()) {
        text = push_item(&text, &list(&text)?, new)?;
    }
    Some(text)
}

/// The whole list anew, in brackets; not where a remark in it would be lost.
fn replace_list(text: &str, list: &Node, new: &str) -> Option<String> {
    let written = text.get(list.span.clone())?;
    if written.contains('#') {
        return None;
    }
    if written.starts_with('[') {
        return splice(text, list.span.clone(), new);
    }
    // A block list begins on a line of its own, behind its key's colon.
    let colon = text.get(..list.span.start)?.rfind(':')? + 1;
    let between = text.get(colon..list.span.start)?;
    (!between.contains('#')).then(|| splice(text, colon..list.span.end, &format!(" {new}")))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn many(items: &[&str]) -> FieldValue {
        FieldValue::Many(items.iter().map(|item| (*item).to_owned()).collect())
    }

    fn one(text: &str) -> FieldValue {
        FieldValue::One(text.to_owned())
    }

    /// The text and the field with its new value; then what the text becomes.
    #[test]
    fn a_field_is_changed_where_it_stands_and_nothing_else() {
        let field = |name: &str| AmendedField::new(name).unwrap();
        let cases = [
            (
                "- id: x\n  deadline: 2020-11-30 # 原文\n",
                "deadline",
                one("2020-12-15"),
                "- id: x\n  deadline: 2020-12-15 # 原文\n",
            ),
            ("- id: x\n  title: \"甲\"\n", "title", one("乙"), "- id: x\n  title: \"乙\"\n"),
            ("- id: x\n  title: '甲'\n", "title", one("it's"), "- id: x\n  title: 'it''s'\n"),
            ("- id: x\n  title: 甲\n", "title", one("- 乙"), "- id: x\n  title: '- 乙'\n"),
            ("- {id: x, title: 甲}\n", "title", one("乙, 丙"), "- {id: x, title: '乙, 丙'}\n"),
            (
                "- id: x\n  title: |-\n    甲\n    乙\n  kind: milestone\n",
                "title",
                one("丙"),
                "- id: x\n  title: 丙\n  kind: milestone\n",
            ),
            (
                "- id: x\n  title: >- # 注\n    甲\n  kind: milestone\n",
                "title",
                one("丙"),
                "- id: x\n  title: 丙 # 注\n  kind: milestone\n",
            ),
            (
                "- id: x\n  support: [甲, # 一\n    乙, # 二\n    丙] # 三\n",
                "support",
                many(&["甲", "乙"]),
                "- id: x\n  support: [甲, # 一\n    乙, # 二\n    ] # 三\n",
            ),
            ("- id: x\n  lead:\n  note: n\n", "lead", one("乙办"), "- id: x\n  lead: 乙办\n  note: n\n"),
            (
                "- id: x\n  kind: milestone # 注\n  note: n\n",
                "deadline",
                one("2020-12-15"),
                "- id: x\n  kind: milestone # 注\n  deadline: 2020-12-15\n  note: n\n",
            ),
            (
                "- id: x\r\n  kind: milestone\r\n",
                "start",
                one("2020-08-01"),
                "- id: x\r\n  kind: milestone\r\n  start: 2020-08-01\r\n",
            ),
            ("- id: x\n  kind: milestone", "lead", one("甲办"), "- id: x\n  kind: milestone\n  lead: 甲办"),
            (
                "- { id: x, kind: milestone }\n",
                "deadline",
                one("2020-12-15"),
                "- { id: x, kind: milestone, deadline: 2020-12-15 }\n",
            ),
            (
                "- id: x\n  metrics:\n    - name: 户数\n      target: 92 # 户\n",
                "metrics.户数.target",
                one("90"),
                "- id: x\n  metrics:\n    - name: 户数\n      target: 90 # 户\n",
            ),
            (
                "- id: x\n  metrics: [{ name: 甲, target: 1 }, { name: 乙, target: 2 }]\n",
                "metrics.乙.target",
                one("3"),
                "- id: x\n  metrics: [{ name: 甲, target: 1 }, { name: 乙, target: 3 }]\n",
            ),
            ("- id: x\n  support: [甲, 乙]\n", "support", many(&["乙", "丙"]), "- id: x\n  support: [乙, 丙]\n"),
            ("- id: x\n  support: [甲, \"乙\"]\n", "support", many(&["乙"]), "- id: x\n  support: [\"乙\"]\n"),
            ("- id: x\n  support: [甲]\n", "support", FieldValue::Nothing, "- id: x\n  support: []\n"),
            ("- id: x\n  support: []\n", "support", many(&["甲"]), "- id: x\n  support: [甲]\n"),
            (
                "- id: x\n  support:\n    - 甲 # 一\n    - 乙 # 二\n  note: n\n",
                "support",
                many(&["乙", "丙"]),
                "- id: x\n  support:\n    - 乙 # 二\n    - 丙\n  note: n\n",
            ),
            (
                "- id: x\n  support:\n    - 甲\n    - 乙\n  note: n\n",
                "support",
                many(&["丙"]),
                "- id: x\n  support: [丙]\n  note: n\n",
            ),
            (
                "- id: x\n  kind: milestone\n  note: n\n",
                "places",
                many(&["甲村"]),
                "- id: x\n  kind: milestone\n  places: [甲村]\n  note: n\n",
            ),
        ];
        for (before, name, value, after) in cases {
            assert_eq!(set(before, 0, &field(name), &value).as_deref(), Some(after), "{before}");
        }
        // A remark would be lost.
        let remark = "- id: x\n  support:\n    - 甲 # 一\n    - 乙\n";
        assert_eq!(set(remark, 0, &field("support"), &many(&["丙"])), None);
    }
}

//! Another value in a field of a task that amendments change, where it stands.

use crate::plan::{AmendedField, FieldValue};
use crate::store::node::{Node, NodeData};
use crate::store::scalar::block_scalar;

use super::keys::{Put, set_key};
use super::members::set_texts;
use super::written::{field_value, task_keys};

/// The text with the value in the field of the item. `None` where its place is not certain.
pub(super) fn set(text: &str, item: usize, field: &AmendedField, value: &FieldValue) -> Option<String> {
    let root = Node::parse(text).ok()??;
    let task = root.items().get(item)?;
    match field {
        AmendedField::Target(name) => {
            let metrics = task.get("metrics")?.items();
            let metric = metrics.iter().find(|metric| metric.get("name").and_then(Node::text) == Some(name))?;
            set_key(text, metric, "target", &[], &put(field, value))
        }
        AmendedField::Support | AmendedField::Places => match task.get(&field.to_string()) {
            Some(list) if matches!(&list.data, NodeData::List(_)) => {
                let key = field.to_string();
                set_texts(text, (item, &key), wanted(value), &field_value(field, value), Put::text)
            }
            Some(_) | None => set_key(text, task, &field.to_string(), &task_keys(), &put(field, value)),
        },
        AmendedField::Deadline
        | AmendedField::Start
        | AmendedField::Lead
        | AmendedField::Title
        | AmendedField::Kind => set_key(text, task, &field.to_string(), &task_keys(), &put(field, value)),
        // The state is the journal's.
        AmendedField::State => None,
    }
}

fn wanted(value: &FieldValue) -> &[String] {
    match value {
        FieldValue::Nothing => &[],
        FieldValue::One(one) => std::slice::from_ref(one),
        FieldValue::Many(many) => many,
    }
}

fn put(field: &AmendedField, value: &FieldValue) -> Put {
    let flow = field_value(field, value);
    let text = match value {
        FieldValue::One(text) => Some(text.clone()),
        FieldValue::Nothing | FieldValue::Many(_) => None,
    };
    let block = match (&text, field) {
        (Some(text), AmendedField::Title | AmendedField::Lead) => block_scalar(text),
        _ => flow.clone(),
    };
    Put { text, block: vec![block], flow }
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

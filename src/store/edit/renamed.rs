//! What `plan.yaml` declares under another name, and the tasks that name it.

use crate::store::node::{Node, NodeData};
use crate::store::scalar::flow_scalar;
use crate::words::fields::{self, Place};

use super::keys::{Put, Step, push_item, put, reached, remove_item, replace};

/// The keys of a place's fields, in the order in which they are written.
pub(super) fn keys_of(place: Place) -> Vec<&'static str> {
    fields::of(place).iter().map(|field| field.key).collect()
}

/// The text with another name under the key of what stands at the end of a way; the names that it had go to `formerly`,
/// and one that it takes again leaves there.
pub(super) fn rename(
    text: &str,
    way: &[Step<'_>],
    (key, place): (&str, Place),
    new: &str,
    old: &[String],
) -> Option<String> {
    let order = keys_of(place);
    let text = put(text, way, key, &order, &Put::text(new))?;
    let text = forget(&text, way, new)?;
    old.iter().try_fold(text, |text, old| remember(&text, way, &order, old))
}

/// The text with a place under another name: a bare name becomes one with those that it had.
pub(super) fn rename_place(text: &str, at: usize, new: &str, old: &str) -> Option<String> {
    let way = [Step::Key("places"), Step::Item(at)];
    let root = Node::parse(text).ok()??;
    let item = reached(&root, &way)?;
    match &item.data {
        NodeData::Scalar { .. } => {
            let new = format!("{{ name: {}, formerly: [{}] }}", flow_scalar(new), flow_scalar(old));
            replace(text, item, &Put::yaml(&new), true)
        }
        NodeData::Map(_) | NodeData::List(_) => rename(text, &way, ("name", Place::NamedPlace), new, &[old.to_owned()]),
    }
}

/// Puts a name of before behind the others.
fn remember(text: &str, way: &[Step<'_>], order: &[&str], old: &str) -> Option<String> {
    let root = Node::parse(text).ok()??;
    match reached(&root, way)?.get("formerly") {
        Some(list) if list.items().iter().any(|item| item.text() == Some(old)) => Some(text.to_owned()),
        Some(list) if !list.items().is_empty() => push_item(text, list, &Put::text(old)),
        Some(_) | None => put(text, way, "formerly", order, &Put::yaml(&format!("[{}]", flow_scalar(old)))),
    }
}

fn forget(text: &str, way: &[Step<'_>], name: &str) -> Option<String> {
    let root = Node::parse(text).ok()??;
    let Some(list) = reached(&root, way)?.get("formerly") else { return Some(text.to_owned()) };
    match list.items().iter().position(|item| item.text() == Some(name)) {
        Some(at) => remove_item(text, list, at),
        None => Some(text.to_owned()),
    }
}

/// The text of a task file in which those keys name something else: every single value and every item that is the old name.
pub(super) fn in_tasks(text: &str, keys: &[&str], old: &str, new: &str) -> Option<String> {
    let root = Node::parse(text).ok()??;
    let mut found = Vec::new();
    for task in root.items() {
        let is_flow = text.get(task.span.start..)?.starts_with('{');
        for value in keys.iter().filter_map(|key| task.get(key)) {
            let brackets = text.get(value.span.start..)?.starts_with('[');
            let items = match &value.data {
                NodeData::List(items) => items.as_slice(),
                NodeData::Scalar { .. } | NodeData::Map(_) => std::slice::from_ref(value),
            };
            found.extend(items.iter().filter(|item| item.text() == Some(old)).map(|item| (item, is_flow || brackets)));
        }
    }
    // From the end on, so that what is still to be changed stays in its place.
    found.sort_by_key(|(item, _)| std::cmp::Reverse(item.span.start));
    let new = Put::text(new);
    found.into_iter().try_fold(text.to_owned(), |text, (item, is_flow)| replace(&text, item, &new, is_flow))
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: [Step<'_>; 2] = [Step::Key("units"), Step::Item(0)];

    #[test]
    fn a_unit_takes_another_name_and_keeps_the_old_one() {
        let rename = |text: &str, old: &[&str]| {
            let old: Vec<String> = old.iter().map(|old| (*old).to_owned()).collect();
            rename(text, &UNIT, ("name", Place::Unit), "乙处", &old)
        };
        for (before, after) in [
            (
                "units: # 头\n  - { name: 甲处, short: 甲 } # 尾\nb: 1\n",
                "units: # 头\n  - { name: 乙处, short: 甲, formerly: [甲处] } # 尾\nb: 1\n",
            ),
            (
                "units:\n  - name: \"甲处\" # 一\n    note: 注\n# 二\nb: 1\n",
                "units:\n  - name: \"乙处\" # 一\n    note: 注\n    formerly: [甲处]\n# 二\nb: 1\n",
            ),
            ("units: [{ name: 甲处, formerly: [丙处] }]\n", "units: [{ name: 乙处, formerly: [丙处, 甲处] }]\n"),
            (
                "units:\n- name: 甲处\n  formerly:\n  - 乙处\n  - 丙处\n",
                "units:\n- name: 乙处\n  formerly:\n  - 丙处\n  - 甲处\n",
            ),
            ("units: [{ name: 甲处, formerly: [乙处] }]\n", "units: [{ name: 乙处, formerly: [甲处] }]\n"),
        ] {
            assert_eq!(rename(before, &["甲处"]).as_deref(), Some(after), "{before}");
        }
    }

    #[test]
    fn a_place_takes_another_name() {
        for (before, after) in [
            (
                "places: [甲村, 乙村] # 注\n",
                "places: [丙村, 乙村] # 注\n".replace("丙村", "{ name: 丙村, formerly: [甲村] }"),
            ),
            ("places:\n  - 甲村 # 注\n", "places:\n  - { name: 丙村, formerly: [甲村] } # 注\n".to_owned()),
            (
                "places: [{ name: 甲村, formerly: [丁村] }]\n",
                "places: [{ name: 丙村, formerly: [丁村, 甲村] }]\n".to_owned(),
            ),
        ] {
            assert_eq!(rename_place(before, 0, "丙村", "甲村"), Some(after), "{before}");
        }
    }

    #[test]
    fn tasks_name_it_wherever_it_stands_alone() {
        let before = "- id: x\n  lead: 甲处 # 甲处\n  title: 甲处\n  support: [乙处, '甲处'] # 注\n- {id: y, lead: 甲处, support: [甲处室]}\n- id: z\n  lead: |-\n    甲处\n  support:\n    - 甲处 # 注\n";
        let after = "- id: x\n  lead: 丙处 # 甲处\n  title: 甲处\n  support: [乙处, '丙处'] # 注\n- {id: y, lead: 丙处, support: [甲处室]}\n- id: z\n  lead: 丙处\n  support:\n    - 丙处 # 注\n";
        assert_eq!(in_tasks(before, &["lead", "support"], "甲处", "丙处").as_deref(), Some(after));
    }
}

//! A task that becomes another one, key by key, where each stands.

use crate::plan::Task;
use crate::store::node::{Node, NodeData};

use super::keys::{Put, remove_key, set_key};
use super::members::{set_parts, set_texts};
use super::written::{self, Value, task_keys};

/// The text in which the item, which is `old`, is `new`. `None` where a place is not certain.
pub(super) fn alter(text: &str, item: usize, old: &Task, new: &Task) -> Option<String> {
    let (old, new) = (written::task(old), written::task(new));
    let changed = task_keys().into_iter().filter(|key| old.value(key) != new.value(key));
    changed.into_iter().try_fold(text.to_owned(), |text, key| {
        let root = Node::parse(&text).ok()??;
        let task = root.items().get(item)?;
        match new.value(key) {
            None => remove(&text, (item, task), key, old.value(key)?),
            Some(value) => put(&text, (item, task), key, old.value(key), value),
        }
    })
}

fn put(
    text: &str,
    (item, task): (usize, &Node),
    key: &'static str,
    old: Option<&Value>,
    new: &Value,
) -> Option<String> {
    let in_a_list = task.get(key).is_some_and(|node| matches!(node.data, NodeData::List(_)));
    match (old, new) {
        (Some(Value::List(_)), Value::List(wanted)) if in_a_list => {
            set_texts(text, (item, key), wanted, &new.flow(), Put::text)
        }
        (Some(Value::Ids(_)), Value::Ids(wanted)) if in_a_list => {
            set_texts(text, (item, key), wanted, &new.flow(), Put::yaml)
        }
        (Some(Value::Lines(old)), Value::Lines(wanted)) if in_a_list => set_parts(text, item, key, old, wanted),
        (_, new) => set_key(text, task, key, &task_keys(), &as_put(new)),
    }
}

fn as_put(value: &Value) -> Put {
    match value {
        Value::Text(text) => Put::text(text),
        Value::Yaml(_) | Value::List(_) | Value::Ids(_) => Put::yaml(&value.flow()),
        Value::Lines(lines) => {
            let lines = lines.iter().map(|line| format!("  - {line}"));
            Put { text: None, block: std::iter::once(String::new()).chain(lines).collect(), flow: value.flow() }
        }
    }
}

/// Where remarks stand among the members of a list, the list stays, without members.
fn remove(text: &str, (item, task): (usize, &Node), key: &'static str, old: &Value) -> Option<String> {
    let empty = match (key, old) {
        ("weight", _) => "1",
        (_, Value::List(_) | Value::Ids(_) | Value::Lines(_)) => "[]",
        (_, Value::Text(_) | Value::Yaml(_)) => "null",
    };
    let lines = match old {
        Value::List(items) | Value::Ids(items) | Value::Lines(items) => items,
        Value::Text(_) | Value::Yaml(_) => return remove_key(text, task, key, empty),
    };
    remove_key(text, task, key, empty).or_else(|| set_parts(text, item, key, lines, &[]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Checkpoint, Scalar, TaskId};

    fn read(text: &str) -> Task {
        serde_yaml::from_str::<Vec<Task>>(text).unwrap().remove(0)
    }

    /// The text, what becomes of its task, and what the text becomes.
    #[test]
    fn what_differs_is_changed_where_it_stands_and_nothing_else() {
        let step = |id: &str| Checkpoint { id: id.into(), title: id.into(), due: "2020-11-30".parse().unwrap() };
        type Change<'c> = &'c dyn Fn(&mut Task);
        let more: Change = &|task| task.checkpoints.push(step("封顶"));
        let fewer: Change = &|task| task.checkpoints.retain(|step| step.id != "甲");
        let none: Change = &|task| task.checkpoints.clear();
        let person: Change = &|task| task.person = Some("张三".to_owned());
        let nobody: Change = &|task| task.person = None;
        let tags: Change = &|task| task.tags = vec!["重点".to_owned(), "1-02".to_owned()];
        let waits: Change = &|task| task.depends = vec![TaskId::new("1-02").unwrap()];
        let weight: Change = &|task| task.weight = "1".parse().unwrap();
        let begun: Change = &|task| {
            for metric in &mut task.metrics {
                *metric = metric.with_baseline(&Scalar::new("61")).unwrap();
            }
        };
        let unsaid: Change = &|task| task.metrics.iter_mut().for_each(|metric| metric.says = None);
        let head = "- id: 1-01\n  title: 甲\n  kind: milestone\n";
        let step_of = |id: &str| format!("{{ id: {id}, title: {id}, due: 2020-11-30 }}");
        let (first, top) = (step_of("甲"), step_of("封顶"));
        for (before, change, after) in [
            ("", more, format!("  checkpoints:\n    - {top}\n")),
            ("  note: 乙 # 注\n", more, format!("  checkpoints:\n    - {top}\n  note: 乙 # 注\n")),
            ("  checkpoints: [] # 无\n", more, format!("  checkpoints: [{top}] # 无\n")),
            ("  checkpoints:\n  note: 乙\n", more, format!("  checkpoints: [{top}]\n  note: 乙\n")),
            (&format!("  checkpoints: [ {first} ]\n"), more, format!("  checkpoints: [ {first}, {top} ]\n")),
            (
                "  checkpoints:\n  - id: 甲 # 一\n    title: 甲\n    due: 2020-11-30\n  # 尾\n",
                more,
                format!("  checkpoints:\n  - id: 甲 # 一\n    title: 甲\n    due: 2020-11-30\n  - {top}\n  # 尾\n"),
            ),
            (
                &format!("  checkpoints:\n    - {first} # 一\n    - {top} # 二\n"),
                fewer,
                format!("  checkpoints:\n    - {top} # 二\n"),
            ),
            (&format!("  checkpoints:\n    - {first}\n  note: 乙\n"), none, "  note: 乙\n".to_owned()),
            (&format!("  checkpoints: # 注\n    - {first}\n"), none, "  checkpoints: # 注\n    []\n".to_owned()),
            ("  lead: 甲办\n", person, "  lead: 甲办\n  person: 张三\n".to_owned()),
            ("  person: \"李四\" # 注\n", person, "  person: \"张三\" # 注\n".to_owned()),
            ("  person: 李四\n  note: 乙\n", nobody, "  note: 乙\n".to_owned()),
            ("  person: 李四 # 注\n", nobody, "  person: null # 注\n".to_owned()),
            ("  tags: [重点]\n", tags, "  tags: [重点, '1-02']\n".to_owned()),
            (
                "  metrics:\n    - { name: 甲, target: 92, says: 92户 } # 一\n    - { name: 乙, target: 93 } # 二\n",
                begun,
                "  metrics:\n    - { name: 甲, target: 92, baseline: 61, says: 92户 } # 一\n    - { name: 乙, target: 93, baseline: 61 } # 二\n"
                    .to_owned(),
            ),
            (
                "  metrics:\n    - name: 甲\n      # 注\n      target: 92 # 一\n      baseline: 5\n",
                begun,
                "  metrics:\n    - name: 甲\n      # 注\n      target: 92 # 一\n      baseline: 61\n".to_owned(),
            ),
            (
                "  metrics: [{ says: 92户, name: 甲, target: 92 }]\n",
                unsaid,
                "  metrics: [{ name: 甲, target: 92 }]\n".to_owned(),
            ),
            ("", waits, "  depends: [1-02]\n".to_owned()),
            ("  depends:\n    - 1-03\n", waits, "  depends: [1-02]\n".to_owned()),
            ("  weight: 2 # 双倍\n", weight, "  weight: 1 # 双倍\n".to_owned()),
            ("  weight: 2\n", weight, String::new()),
        ] {
            let (before, after) = (format!("{head}{before}"), format!("{head}{after}"));
            let old = read(&before);
            let mut new = old.clone();
            change(&mut new);
            let text = alter(&before, 0, &old, &new);
            assert_eq!(text.as_deref(), Some(after.as_str()), "{before}");
            assert_eq!(read(&after), new);
        }
        let flow = "- { id: 1-01, title: 甲, kind: milestone, person: 李四 }\n";
        let mut new = read(flow);
        new.person = None;
        new.checkpoints.push(step("封顶"));
        let after = format!("- {{ id: 1-01, title: 甲, kind: milestone, person: null, checkpoints: [{top}] }}\n");
        assert_eq!(alter(flow, 0, &read(flow), &new), Some(after));
    }
}

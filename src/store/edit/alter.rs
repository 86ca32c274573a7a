//! A task that becomes another one, key by key, where each stands.

use crate::plan::Task;
use crate::store::node::{Node, NodeData};

use super::items::line_after;
use super::keys::{Put, Step, is_flow, put as put_key, reached, remove_key, set_key, taken_out};
use super::members::{set_parts, set_texts};
use super::written::{self, Value, single, task_keys};

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
        (Some(Value::Pairs(old)), Value::Pairs(wanted)) if task.get(key).is_some_and(|map| !map.pairs().is_empty()) => {
            set_pairs(text, (item, key), old, wanted)
        }
        (_, new) => set_key(text, task, key, &task_keys(), &as_put(new)),
    }
}

fn as_put(value: &Value) -> Put {
    match value {
        Value::Text(text) => Put::text(text),
        Value::Yaml(_) | Value::List(_) | Value::Ids(_) | Value::Pairs(_) => Put::yaml(&value.flow()),
        Value::Lines(lines) => {
            let lines = lines.iter().map(|line| format!("  - {line}"));
            Put { text: None, block: std::iter::once(String::new()).chain(lines).collect(), flow: value.flow() }
        }
    }
}

/// The pairs of a map: what is new stands behind the others, and what is gone is taken out, last, for a map in which nothing
/// stands has no place for anything.
fn set_pairs(
    text: &str,
    (item, key): (usize, &str),
    old: &[(String, String)],
    wanted: &[(String, String)],
) -> Option<String> {
    let way = [Step::Item(item), Step::Key(key)];
    let new = wanted.iter().filter(|pair| !old.contains(pair));
    let text = new.into_iter().try_fold(text.to_owned(), |text, (name, value)| {
        put_key(&text, &way, name, &[name], &Put::single(&single(value), value))
    })?;
    let gone = old.iter().filter(|(name, _)| !wanted.iter().any(|(wanted, _)| wanted == name));
    gone.into_iter().try_fold(text, |text, (name, _)| {
        let root = Node::parse(&text).ok()??;
        let map = reached(&root, &way)?;
        if is_flow(&text, map)? { taken_out(&text, map, name) } else { remove_key(&text, map, name, "null") }
    })
}

/// Where remarks stand among the members of a list, the list stays, without members.
fn remove(text: &str, (item, task): (usize, &Node), key: &'static str, old: &Value) -> Option<String> {
    let empty = match (key, old) {
        ("weight", _) => "1",
        (_, Value::List(_) | Value::Ids(_) | Value::Lines(_)) => "[]",
        (_, Value::Pairs(_)) => "{}",
        (_, Value::Text(_) | Value::Yaml(_)) => "null",
    };
    let lines = match old {
        Value::List(items) | Value::Ids(items) | Value::Lines(items) => items,
        Value::Pairs(pairs) => {
            let map = task.get(key)?;
            let lines = text.get(map.span.start..line_after(text, map.span.end)?)?;
            return match lines.contains('#') && !is_flow(text, map)? {
                true => set_pairs(text, (item, key), pairs, &[]),
                false => remove_key(text, task, key, empty),
            };
        }
        Value::Text(_) | Value::Yaml(_) => return remove_key(text, task, key, empty),
    };
    remove_key(text, task, key, empty).or_else(|| set_parts(text, item, key, lines, &[]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Checkpoint, Scalar, TaskId};
    use proptest::prelude::*;

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
        let money: Change = &|task| task.fields.put("资金", Some("120".to_owned()));
        let poor: Change = &|task| task.fields.put("资金", None);
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
            ("", money, "  fields: { 资金: 120 }\n".to_owned()),
            ("  note: 乙 # 注\n", money, "  fields: { 资金: 120 }\n  note: 乙 # 注\n".to_owned()),
            ("  fields: {}\n", money, "  fields: { 资金: 120 }\n".to_owned()),
            ("  fields:\n  note: 乙\n", money, "  fields: { 资金: 120 }\n  note: 乙\n".to_owned()),
            (
                "  fields: { 文号: '007', 资金: 1 } # 注\n",
                money,
                "  fields: { 文号: '007', 资金: 120 } # 注\n".to_owned(),
            ),
            ("  fields: { 文号: 甲 }\n", money, "  fields: { 文号: 甲, 资金: 120 }\n".to_owned()),
            (
                "  fields:\n    资金: \"1\" # 概算\n    文号: 甲\n",
                money,
                "  fields:\n    资金: \"120\" # 概算\n    文号: 甲\n".to_owned(),
            ),
            (
                "  fields:\n    文号: 甲 # 注\n  note: 乙\n",
                money,
                "  fields:\n    文号: 甲 # 注\n    资金: 120\n  note: 乙\n".to_owned(),
            ),
            ("  fields: { 文号: 甲, 资金: 1 }\n", poor, "  fields: { 文号: 甲 }\n".to_owned()),
            ("  fields: { 资金: 1, 文号: 甲 }\n", poor, "  fields: { 文号: 甲 }\n".to_owned()),
            ("  fields: { 资金: 1 }\n  note: 乙\n", poor, "  note: 乙\n".to_owned()),
            ("  fields:\n    文号: 甲\n    资金: 1\n", poor, "  fields:\n    文号: 甲\n".to_owned()),
            ("  fields:\n    资金: 1 # 概算\n", poor, "  fields:\n    资金: null # 概算\n".to_owned()),
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

    proptest! {
        /// Whatever is put in and taken out, in whichever way the map is written: what is read again is what was meant, and
        /// every line that is about something else stays.
        #[test]
        fn own_fields_are_put_where_they_stand(
            held in held(),
            block in any::<bool>(),
            changes in prop::collection::vec((prop::sample::select(KEYS.to_vec()), prop::option::of(value())), 1..4),
        ) {
            let pairs: Vec<String> = held.iter().map(|(key, value)| format!("{key}: {}", single(value))).collect();
            let fields = match (pairs.is_empty(), block) {
                (true, _) => String::new(),
                (false, true) => format!("  fields:\n    {} # 注\n", pairs.join("\n    ")),
                (false, false) => format!("  fields: {{ {} }} # 注\n", pairs.join(", ")),
            };
            let text = format!("# 头\n- id: 1-01\n  title: 甲 # 一\n  kind: milestone\n{fields}  note: 乙 # 尾\n");
            let old = read(&text);
            let mut new = old.clone();
            changes.iter().for_each(|(key, value)| new.fields.put(key, value.clone()));
            let after = alter(&text, 0, &old, &new).expect("it is written plainly");
            prop_assert_eq!(read(&after), new, "{}", after);
            for line in ["# 头\n", "  title: 甲 # 一\n", "  note: 乙 # 尾\n"] {
                prop_assert!(after.contains(line), "{}", after);
            }
            prop_assert!(fields.is_empty() || after.contains("# 注\n"), "{}", after);
        }
    }

    const KEYS: [&str; 4] = ["资金", "文号", "a-b", "2020"];

    fn value() -> impl Strategy<Value = String> {
        prop_oneof![
            "-?[0-9]{1,4}(\\.[0-9]{1,2})?",
            "[甲乙: #'\",{}\\[\\]=&*!|>~-]{1,5}甲",
            Just("null".to_owned()),
            Just("2020-11-30".to_owned())
        ]
    }

    fn held() -> impl Strategy<Value = Vec<(&'static str, String)>> {
        let keys = prop::sample::subsequence(KEYS.to_vec(), 0..=4);
        keys.prop_flat_map(|keys| {
            let values = prop::collection::vec(value(), keys.len());
            values.prop_map(move |values| keys.iter().copied().zip(values).collect())
        })
    }
}

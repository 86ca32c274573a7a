//! Random plans, changed at random on two sides: what the merge makes of the files is what the model makes of the
//! changes.

use std::collections::BTreeMap;

use proptest::prelude::*;
use workplan::git::{Merged, merge};
use workplan::plan::{Entry, Task};

/// The fields that are changed; each holds one of a few values, or nothing.
const FIELDS: [&str; 6] = ["title", "lead", "deadline", "person", "note", "weight"];

/// A task as its fields' values.
type Fields = BTreeMap<&'static str, u8>;
/// The tasks by number.
type Model = BTreeMap<u8, Fields>;

fn written_value(field: &str, value: u8) -> String {
    match field {
        "title" => format!("任务之{value}"),
        "lead" => format!("{value}号办公室"),
        "deadline" => format!("2020-11-{:02}", value + 1),
        "person" => format!("\"张{value}\""),
        "note" => format!("|\n    第{value}行\n    # 不是注释"),
        _ => format!("{}", value + 1),
    }
}

/// How a side likes to write: nothing of it is a change.
#[derive(Debug, Clone, Copy)]
struct Hand {
    remarks: bool,
    spaced: bool,
}

fn written(model: &Model, hand: Hand) -> String {
    let mut text = "# 任务\n".to_owned();
    for (number, fields) in model {
        if hand.spaced {
            text.push('\n');
        }
        text.push_str(&format!("- id: 1-{number:02}\n  kind: milestone\n"));
        for field in FIELDS {
            let Some(value) = fields.get(field) else { continue };
            let remark = if hand.remarks && field == "lead" { "   # 推定" } else { "" };
            text.push_str(&format!("  {field}: {}{remark}\n", written_value(field, *value)));
        }
    }
    text
}

/// One side's change.
#[derive(Debug, Clone)]
enum Edit {
    Set(u8, usize, u8),
    Unset(u8, usize),
    Add(u8, u8),
    Remove(u8),
}

fn apply(model: &Model, edits: &[Edit]) -> Model {
    let mut model = model.clone();
    for edit in edits {
        match edit {
            Edit::Set(task, field, value) => {
                model.entry(*task).and_modify(|fields| _ = fields.insert(FIELDS[*field], *value));
            }
            // A task has a title.
            Edit::Unset(task, field) => {
                model.entry(*task).and_modify(|fields| _ = fields.remove(FIELDS[(*field).max(1)]));
            }
            Edit::Add(task, value) => {
                model.entry(*task).or_insert_with(|| BTreeMap::from([("title", *value)]));
            }
            Edit::Remove(task) => drop(model.remove(task)),
        }
    }
    model
}

/// The model's own merge, where nothing is in conflict.
fn expected(base: &Model, ours: &Model, theirs: &Model) -> Option<Model> {
    let mut merged = Model::new();
    for number in base.keys().chain(ours.keys()).chain(theirs.keys()) {
        let task = match (base.get(number), ours.get(number), theirs.get(number)) {
            (_, one, other) if one == other => one.cloned(),
            (base, one, other) if base == one => other.cloned(),
            (base, one, other) if base == other => one.cloned(),
            (Some(base), Some(one), Some(other)) => Some(fields(base, one, other)?),
            _ => return None,
        };
        merged.extend(task.map(|task| (*number, task)));
    }
    Some(merged)
}

fn fields(base: &Fields, ours: &Fields, theirs: &Fields) -> Option<Fields> {
    let mut merged = Fields::new();
    for field in FIELDS {
        let value = match (base.get(field), ours.get(field), theirs.get(field)) {
            (_, one, other) if one == other => one,
            (base, one, other) if base == one => other,
            (base, one, other) if base == other => one,
            _ => return None,
        };
        merged.extend(value.map(|value| (field, *value)));
    }
    Some(merged)
}

fn merged(base: &str, ours: &str, theirs: &str, path: &str) -> Option<Merged> {
    merge(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), path, 7)
}

/// The text with each conflict settled for one side.
fn settled(text: &str, for_ours: bool) -> String {
    let (mut out, mut in_conflict) = (String::new(), None);
    for line in text.split_inclusive('\n') {
        match line.get(..7) {
            Some("<<<<<<<") => in_conflict = Some(true),
            Some("=======") => in_conflict = Some(false),
            Some(">>>>>>>") => in_conflict = None,
            _ if in_conflict.is_none_or(|ours| ours == for_ours) => out.push_str(line),
            _ => {}
        }
    }
    out
}

fn tasks(text: &str) -> Vec<Task> {
    let mut tasks: Vec<Task> = serde_yaml::from_str::<Option<_>>(text).unwrap().unwrap_or_default();
    tasks.sort_by(|one, other| one.id.cmp(&other.id));
    tasks
}

fn entries(text: &str) -> Vec<String> {
    let entries: Vec<Entry> = serde_yaml::from_str::<Option<_>>(text).unwrap().unwrap_or_default();
    entries.iter().map(|entry| format!("{entry:?}")).collect()
}

fn model() -> impl Strategy<Value = Model> {
    let fields = proptest::collection::btree_map(proptest::sample::select(&FIELDS[1..]), 0..3_u8, 0..5);
    let task = (0..3_u8, fields).prop_map(|(title, mut fields)| {
        fields.insert("title", title);
        fields
    });
    proptest::collection::btree_map(0..8_u8, task, 0..6)
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        4 => (0..8_u8, 0..6_usize, 0..3_u8).prop_map(|(task, field, value)| Edit::Set(task, field, value)),
        1 => (0..8_u8, 0..6_usize).prop_map(|(task, field)| Edit::Unset(task, field)),
        1 => (0..12_u8, 0..3_u8).prop_map(|(task, value)| Edit::Add(task, value)),
        1 => (0..8_u8).prop_map(Edit::Remove),
    ];
    proptest::collection::vec(edit, 0..5)
}

fn hand() -> impl Strategy<Value = Hand> {
    (any::<bool>(), any::<bool>()).prop_map(|(remarks, spaced)| Hand { remarks, spaced })
}

/// An entry's day, task and words.
type Told = (u8, u8, u8);

fn journal(entries: &[Told]) -> String {
    entries.iter().fold("# 台账\n".to_owned(), |text, (day, task, note)| {
        text + &format!("\n- date: 2020-11-{:02}\n  task: 1-{task:02}\n  note: 第{note}件\n", day + 1)
    })
}

fn told() -> impl Strategy<Value = Vec<Told>> {
    proptest::collection::vec((0..4_u8, 0..3_u8, 0..6_u8), 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn tasks_are_merged_as_the_model_merges_them(
        base in model(), one in edits(), other in edits(), hands in [hand(), hand(), hand()],
    ) {
        let (ours, theirs) = (apply(&base, &one), apply(&base, &other));
        let expected = expected(&base, &ours, &theirs);
        let texts = [written(&base, hands[0]), written(&ours, hands[1]), written(&theirs, hands[2])];
        let [base, ours, theirs] = &texts;
        let found = merged(base, ours, theirs, "tasks/1.yaml").expect("plainly written");
        let swapped = merged(base, theirs, ours, "tasks/1.yaml").expect("plainly written");
        match (&found, &swapped, expected) {
            (Merged::Clean(text), Merged::Clean(swapped), Some(model)) => {
                let meant = tasks(&written(&model, hands[0]));
                prop_assert_eq!(tasks(text), meant.clone(), "{}", text);
                prop_assert_eq!(tasks(swapped), meant);
                let order = |text: &str| -> Vec<String> {
                    text.lines().filter(|line| line.starts_with("- id")).map(str::to_owned).collect()
                };
                prop_assert_eq!(order(text), order(swapped));
            }
            (Merged::Conflicted(text), Merged::Conflicted(swapped), None) => {
                for ours in [true, false] {
                    prop_assert_eq!(tasks(&settled(text, ours)), tasks(&settled(swapped, !ours)));
                }
            }
            (found, _, expected) => prop_assert!(false, "{found:?}\n{expected:?}"),
        }
    }

    #[test]
    fn what_one_side_alone_has_changed_is_its_text(
        base in model(), edits in edits(), hands in [hand(), hand()],
    ) {
        let (before, after) = (written(&base, hands[0]), written(&apply(&base, &edits), hands[1]));
        // Git would not even ask; spaces between tasks are each side's own.
        if hands[0].spaced == hands[1].spaced {
            let found = merged(&before, &before, &after, "tasks/1.yaml");
            let Some(Merged::Clean(text)) = found else { return Err(TestCaseError::fail("no answer")) };
            prop_assert_eq!(tasks(&text), tasks(&after));
            prop_assert_eq!(merged(&before, &after, &before, "tasks/1.yaml"), Some(Merged::Clean(text)));
            prop_assert_eq!(merged(&before, &after, &after, "tasks/1.yaml"), Some(Merged::Clean(after)));
        }
    }

    #[test]
    fn entries_are_merged_as_sets_are(base in told(), ours in told(), theirs in told(), cuts in [0..4_usize, 0..4_usize]) {
        let kept = |cut: usize| base.get(cut.min(base.len())..).unwrap();
        let texts = [
            journal(&base),
            journal(&[kept(cuts[0]), &ours].concat()),
            journal(&[kept(cuts[1]), &theirs].concat()),
        ];
        let [before, one, other] = &texts;
        let found = merged(before, one, other, "progress/2020-11.yaml").expect("plainly written");
        let swapped = merged(before, other, one, "progress/2020-11.yaml").expect("plainly written");
        let versions = match (&found, &swapped) {
            (Merged::Clean(text), Merged::Clean(swapped)) => {
                prop_assert_eq!(text, swapped);
                vec![text.clone()]
            }
            (Merged::Conflicted(text), Merged::Conflicted(_)) => vec![settled(text, true), settled(text, false)],
            (one, other) => return Err(TestCaseError::fail(format!("{one:?}\n{other:?}"))),
        };
        let [all_before, all_one, all_other] = [before, one, other].map(|text| entries(text));
        let either: Vec<String> = versions.iter().flat_map(|text| entries(text)).collect();
        for entry in all_one.iter().chain(&all_other) {
            // What was there before may have been removed or rewritten; what is new stays, if only for a person.
            prop_assert!(either.contains(entry) || all_before.contains(entry), "lost: {}", entry);
        }
        for text in versions {
            let all = entries(&text);
            for entry in &all {
                prop_assert!(all_one.contains(entry) || all_other.contains(entry), "made up: {}", entry);
                let count = |list: &[String]| list.iter().filter(|other| *other == entry).count();
                let [before, one, other] = [&all_before, &all_one, &all_other].map(|list| count(list));
                let came_back = one.max(other) <= before && count(&all) > one.min(other);
                prop_assert!(!came_back || matches!(found, Merged::Conflicted(_)), "came back: {}", entry);
            }
            for entry in all_before.iter().filter(|entry| all_one.contains(entry) && all_other.contains(entry)) {
                prop_assert!(all.contains(entry), "lost: {}", entry);
            }
        }
    }

    #[test]
    fn any_text_at_all_is_merged_or_left_to_git(
        base in "[-a: \n#'\\[\\]{}|>&*!é]{0,60}", ours in "[-a: \n#'\\[\\]{}|>&*!é]{0,60}", theirs in "[-a: \n#'\\[\\],{}|]{0,60}",
    ) {
        for path in ["tasks/1.yaml", "checklists/1.csv"] {
            let _ = merged(&base, &ours, &theirs, path);
            let _ = merged(&format!("- id: 1\n{base}"), &format!("- id: 1\n{ours}"), &format!("- id: 1\n{theirs}"), path);
        }
    }
}

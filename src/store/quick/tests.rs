//! What the quick way understands, it understands as the parser does; and it understands what plans are written in.

use std::fmt::{self, Debug};
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde::de::{self, DeserializeOwned, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::quick;
use crate::plan::{Entry, Head, Notice, Task};

/// Whatever a text says.
#[derive(Debug, PartialEq)]
enum Tree {
    Nothing,
    Truth(bool),
    Count(u64),
    Number(String),
    Text(String),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
        struct TreeVisitor;

        impl<'de> Visitor<'de> for TreeVisitor {
            type Value = Tree;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("anything")
            }

            fn visit_unit<E: de::Error>(self) -> Result<Tree, E> {
                Ok(Tree::Nothing)
            }

            fn visit_bool<E: de::Error>(self, truth: bool) -> Result<Tree, E> {
                Ok(Tree::Truth(truth))
            }

            fn visit_u64<E: de::Error>(self, count: u64) -> Result<Tree, E> {
                Ok(Tree::Count(count))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Tree, E> {
                Ok(Tree::Number(number.to_string()))
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Tree, E> {
                Ok(Tree::Number(number.to_string()))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Tree, E> {
                Ok(Tree::Text(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Tree::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Tree, A::Error> {
                let mut map = Vec::new();
                while let Some(pair) = pairs.next_entry()? {
                    map.push(pair);
                }
                Ok(Tree::Map(map))
            }
        }

        deserializer.deserialize_any(TreeVisitor)
    }
}

/// Holds what the quick way makes of a text against what the parser makes of it; says whether it made anything.
fn compare<T: DeserializeOwned + PartialEq + Debug>(text: &str) -> bool {
    let Some(quick) = quick::<T>(text) else { return false };
    match serde_yaml::from_str::<T>(text) {
        Ok(parsed) => assert_eq!(quick, parsed, "{text}"),
        Err(error) => panic!("{error}\n{text}"),
    }
    true
}

/// What YAML is made of.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "\n", "\n", "\n", "\n  ", "\n  ", "\n    ", "\n- ", "\n- ", "\n  - ", "\n-", "\r\n", "\n\n", "\n# 注\n", " # 注", "#", "#注", " ", "  ",
    "a: ", "b: ", "c:", "甲: ", "甲：", ": ", ":", "title: ", "id: 11-01", "kind: milestone", "support: ", "date: 2020-07-01", "task: 11-01",
    "values: ", "[", "]", "{", "}", ", ", ",", "[a, 乙]", "{ a: 1, b: [c] }", "[]", "{}", "甲乙", "x y", "1", "0", "007", "12.50", "-3", "0x1f",
    "2020-07-01", "2020-07-01x", "1e3", ".5", "true", "True", "no", "~", "null", "NULL", "Nan", "\"甲 # 乙\"", "\"", "'", "''", "'a: b'",
    "\"a\\n\"", "|", ">", "|-\n    甲\n", "&x ", "*x", "!", "!!str ", "?", "? ", "-", "--", "---", "---\n", "...", "...\n", "%", "%YAML 1.1\n", "@", "`", "=",
    "<<: ", "\t", "\u{85}", "\u{2028}", "\u{a0}", "\u{3000}", "\u{feff}", "“甲”", "·", "\\", "90%", "a[b]", "a{b}", "a,b", "a\"b", "8:30", "://",
];

fn pieces(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 1..most).prop_map(|pieces| pieces.concat())
}

const TASKS: &str = "\
# 板块1
- id: 11-01
  title: \"完成集中居住61户 # 含续签\"
  source: 完成61户：集中居住
  kind: measured
  lead: 规建办
  support: [党政办, '社建办']
  metrics:
    - { name: 户数, unit: 户, target: 61, baseline: -2, says: 完成90%以上 }
    - name: 水质
      target: Ⅲ
      grades: [劣Ⅴ, { name: Ⅴ, aliases: [V] }, Ⅳ, Ⅲ]
  deadline: 2020-11-30
  checkpoints:
  - id: a
    title: 开工
    due: 2020-08-01
  weight: 2
  fields: { 资金: 480, 文号: '007' }
  tags: []
  assumed: [lead]

- id: 11-02
  title: 其二
  kind: continuous
  note:
  person: ~
";

const ENTRIES: &str = "\
- date: 2020-07-20
  task: 11-01
  by: 规建办
  values: { 户数: 12, 水质: Ⅳ }
  state: in_progress
  note: 按序时进度推进
  issue: 无
  percent: 40
- date: 2020-08-20
  task: 11-02
  amendment: { field: deadline, from: 2020-11-30, to: 2020-12-31, reason: 汛期, approved_by: 镇长办公会 }
- { date: 2020-08-21, task: 11-01, values: { 户数: 14.5 }, checkpoints: [a] }
";

/// A text with a few pieces put into it, or with a few of its bytes taken out.
fn spoiled(text: &'static str) -> impl Strategy<Value = String> {
    let place = 0..text.len();
    prop::collection::vec((place, prop::option::of(pieces(3)), 0_usize..4), 1..4).prop_map(move |changes| {
        let mut changed = text.to_owned();
        for (at, put, taken) in changes {
            let (at, end) = (floor(&changed, at), floor(&changed, at + taken));
            changed.replace_range(at..end, put.as_deref().unwrap_or(""));
        }
        changed
    })
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn any_text_means_what_it_means_to_the_parser(text in pieces(24)) {
        compare::<Tree>(&text);
        compare::<Tree>(text.trim_start_matches('\n'));
        compare::<Option<Vec<Task>>>(&text);
        compare::<Option<Vec<Entry>>>(&text);
    }

    #[test]
    fn spoiled_tasks_mean_what_they_mean_to_the_parser(text in spoiled(TASKS)) {
        compare::<Tree>(&text);
        compare::<Option<Vec<Task>>>(&text);
    }

    #[test]
    fn spoiled_entries_mean_what_they_mean_to_the_parser(text in spoiled(ENTRIES)) {
        compare::<Tree>(&text);
        compare::<Option<Vec<Entry>>>(&text);
    }
}

#[test]
fn plans_are_understood() {
    assert!(compare::<Option<Vec<Task>>>(TASKS));
    assert!(compare::<Option<Vec<Task>>>(&TASKS.replace('\n', "\r\n")));
    assert!(compare::<Option<Vec<Entry>>>(ENTRIES));
    let plans = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
    for plan in fs::read_dir(plans).unwrap().map(|plan| plan.unwrap().path()).filter(|plan| plan.is_dir()) {
        let read = |path: &Path| fs::read_to_string(path).unwrap();
        let files =
            |folder: &str| fs::read_dir(plan.join(folder)).into_iter().flatten().map(|file| file.unwrap().path());
        compare::<Head>(&read(&plan.join("plan.yaml")));
        for file in files("tasks").filter(|file| file.extension().is_some_and(|end| end == "yaml")) {
            assert!(compare::<Option<Vec<Task>>>(&read(&file)), "{}", file.display());
        }
        for file in files("progress").filter(|file| file.extension().is_some_and(|end| end == "yaml")) {
            assert!(compare::<Option<Vec<Entry>>>(&read(&file)), "{}", file.display());
        }
        for file in files("notices") {
            compare::<Option<Vec<Notice>>>(&read(&file));
        }
    }
}

#[test]
fn what_goes_beyond_lines_is_left_to_the_parser() {
    for text in [
        "",
        "- a: |\n    甲\n",
        "- a: 甲\n  乙\n",
        "- a: 甲\n   乙: 丙\n",
        "- a: [甲,\n    乙]\n",
        "- a: \"甲\\t\"\n",
        "- a: &x 甲\n",
        "- ? a\n",
        "- a: 甲: 乙\n",
        "- a : 甲\n",
        "- a: {b:1}\n",
        "- a: [b, ]\n",
        "- a: [b: c]\n",
        "- a: [b] c\n",
        "---\n- a: 甲\n",
        "- a: 甲\n---\n- b\n",
        "- a: 'it''s'\n",
        "-\n",
        "- a: 甲\n-\n",
        "- - a\n",
        "- a: 甲\n b: 乙\n",
        " - a\n",
        "- a: - b\n",
        "- a: 1\nb: 2\n",
        "- a: \"甲\"乙\n",
        "- a: [#b]\n",
        "- a:\n    甲\n",
    ] {
        assert_eq!(quick::<Tree>(text), None, "{text}");
    }
}

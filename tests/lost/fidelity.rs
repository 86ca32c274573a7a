//! Files written in every way that YAML allows are changed where they are meant to be, and nowhere else.

use std::collections::BTreeMap;
use std::fs;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use workplan::plan::{AmendedField, ChecklistRow, Date, Entry, FieldValue, Task, TaskId};
use workplan::store::{Change, EditError, NewRow, Opened, Rewrite, open};

use crate::program;

const JOURNAL: &str = "progress/2020-11.yaml";
const TASKS: &str = "tasks/1.yaml";
const LIST: &str = "checklists/点位.csv";
const CASES: u32 = 200;

/// How a file is written as a whole.
#[derive(Debug, Clone)]
struct Layout {
    mark: bool,
    head: &'static str,
    indent: usize,
    gap: usize,
    spaced: bool,
    crlf: bool,
    tail: &'static str,
}

fn layout() -> impl Strategy<Value = Layout> {
    let head = prop::sample::select(vec!["", "# 头\n", "---\n", "# 头\n\n---\n# 又一行\n", "\n\n"]);
    let tail = prop::sample::select(vec!["\n", "", "\n\n\n", "\n# 尾 #注0\n", "\n...\n", "\n  \n"]);
    let numbers = (prop::sample::select(vec![0_usize, 0, 2, 4]), 1..4_usize);
    (any::<bool>(), head, numbers, any::<bool>(), any::<bool>(), tail).prop_map(
        |(mark, head, (indent, gap), spaced, crlf, tail)| Layout { mark, head, indent, gap, spaced, crlf, tail },
    )
}

impl Layout {
    /// The items, each given as its keys' lines, as a file.
    fn file(&self, items: &[Vec<String>]) -> String {
        let mut text = self.head.to_owned();
        for (at, lines) in items.iter().enumerate() {
            if at > 0 {
                text.push_str(if self.spaced { "\n\n" } else { "\n" });
            }
            let lines = lines.iter().flat_map(|line| line.split('\n')).enumerate();
            let lines = lines.map(|(at, line)| match (at, line) {
                (0, line) => format!("{}-{}{line}", " ".repeat(self.indent), " ".repeat(self.gap)),
                (_, "") => String::new(),
                (_, line) => format!("{}{line}", " ".repeat(self.indent + 1 + self.gap)),
            });
            text.push_str(&lines.collect::<Vec<_>>().join("\n"));
        }
        text.push_str(if items.is_empty() { "" } else { self.tail });
        let text = if self.crlf { text.replace('\n', "\r\n") } else { text };
        if self.mark { format!("\u{feff}{text}") } else { text }
    }
}

/// A text as the value of a key, in one of YAML's ways; some with a remark, which must stay.
fn value(texts: &'static [&'static str]) -> impl Strategy<Value = String> {
    (prop::sample::select(texts.to_vec()), 0..9_u8).prop_map(|(text, way)| match way {
        0 | 1 => text.to_owned(),
        2 => format!("{text} # 值的 #注1"),
        3 => format!("'{}'", text.replace('\'', "''")),
        4 => format!("\"{text}\"   # 值的 #注1"),
        5 => format!("|-\n  {text}"),
        6 => format!("|- # 块的 #注1\n  {text}"),
        7 => format!(">-\n  {text}\n"),
        _ => format!("\n  {text}"),
    })
}

/// A list of texts as the value of a key.
fn list(texts: &'static [&'static str]) -> impl Strategy<Value = String> {
    (prop::sample::subsequence(texts.to_vec(), 0..=texts.len()), 0..8_u8).prop_map(|(items, way)| {
        let lines = |lead: &str| items.iter().map(|item| format!("\n{lead}{item}")).collect::<String>();
        let remarked = |lead: &str, end: &str| {
            items.iter().map(|item| format!("{lead}{item}{end} # 项的 @{item}\n")).collect::<String>()
        };
        match way {
            _ if items.is_empty() => "[]".to_owned(),
            0 => format!("[{}]", items.join(", ")),
            1 => format!("[ '{}' ] # 列表的 #注1", items.join("','")),
            2 => lines("- "),
            3 => lines("  -   "),
            4 => format!(" # 列表的 #注1{}", lines("  - ")),
            5 => format!("[ # 列表的 #注1\n  {},\n  ]", items.join(",\n  ")),
            6 => format!("[\n{} ]", remarked("  ", ",")),
            _ => format!("\n{}", remarked("  - ", "").trim_end()),
        }
    })
}

const TITLES: &[&str] = &["完成集中居住", "it's 一件事", "甲 乙 丙"];
const UNITS: &[&str] = &["党建工作办公室", "党群工作办公室"];
const PLACES: &[&str] = &["龚都村", "陈东村", "淀西村"];

const PEOPLE: &[&str] = &["张三", "李四、王五"];
const TAGS: &[&str] = &["重点", "11:30"];

/// Checkpoints as the value of a key.
fn checkpoints() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "[]",
        "\n  - { id: 封顶, title: 封顶, due: 2020-10-31 } # 项的 @封顶\n  - { id: 竣工, title: 竣工, due: 2020-11-30 } # 项的 @竣工",
        "[{ id: 封顶, title: 封顶, due: 2020-10-31 }, {id: 竣工, title: '竣工', due: 2020-11-30}] # 列表的 #注1",
        "[ # 列表的 #注1\n  { id: 封顶, title: 封顶, due: 2020-10-31 },\n  { id: 竣工, title: 竣工, due: 2020-11-30 } ]",
        "\n- id: 封顶\n  title: >-\n    封顶\n  due: 2020-10-31\n# 其间的 #注1\n- due: 2020-11-30\n  id: 竣工\n  title: 竣工",
        " # 列表的 #注1\n  -   id: 封顶\n\n      title: 封顶\n      due: 2020-10-31",
    ])
    .prop_map(str::to_owned)
}

/// The lines of a task's keys, its id first or among the others.
fn task(at: usize) -> impl Strategy<Value = Vec<String>> {
    let key = |name: &'static str, value: BoxedStrategy<String>| {
        value.prop_map(
            move |value| if value.starts_with('\n') { format!("{name}:{value}") } else { format!("{name}: {value}") },
        )
    };
    let maybe = |name: &'static str, value: BoxedStrategy<String>| prop::option::of(key(name, value));
    let metric = prop::sample::select(vec![
        "\n  - { name: 户数, unit: 户, target: 92 }",
        "\n  - name: 户数 # 指标的 #注1\n    target: '92'\n  - { target: 5, name: 村数 }",
        "[{ name: 户数, target: 92 }, { name: 村数, target: 5 }] # 指标的 #注1",
        "\n- unit: 户\n\n  target: 92 # 目标的 #注1\n  name: \"户数\"",
    ]);
    let day = || {
        prop::sample::select(vec!["2020-11-20", "2020-11-20 # 日期的 #注1", "\"2020-11-20\"", "~", ""])
            .prop_map(str::to_owned)
            .boxed()
    };
    let parts = (
        key("title", value(TITLES).boxed()),
        maybe("lead", value(UNITS).boxed()),
        maybe("support", list(UNITS).boxed()),
        maybe("places", list(PLACES).boxed()),
        maybe("deadline", day()),
        maybe("start", day()),
        key("metrics", metric.prop_map(str::to_owned).boxed()),
        maybe("note", value(TITLES).boxed()),
        maybe("person", value(PEOPLE).boxed()),
        maybe("tags", list(TAGS).boxed()),
        maybe("checkpoints", checkpoints().boxed()),
    );
    let shuffled = parts.prop_flat_map(move |parts| {
        let (title, lead, support, places, deadline, start, metrics, note, person, tags, steps) = parts;
        let keys = [
            Some(title),
            Some("kind: measured # 类型的 #注1".to_owned()),
            lead,
            support,
            places,
            deadline,
            start,
            Some(metrics),
            note,
            person,
            tags,
            steps,
        ];
        Just(keys.into_iter().flatten().collect::<Vec<_>>()).prop_shuffle()
    });
    (shuffled, any::<bool>()).prop_map(move |(mut keys, first)| {
        keys.insert(if first { 0 } else { 1 }, format!("id: 1-0{at}"));
        keys
    })
}

fn tasks() -> impl Strategy<Value = String> {
    (layout(), task(1), task(2), task(3)).prop_map(|(layout, one, two, three)| layout.file(&[one, two, three]))
}

/// The lines of an entry's keys.
fn report() -> impl Strategy<Value = Vec<String>> {
    let note = value(TITLES)
        .prop_map(|value| if value.starts_with('\n') { format!("note:{value}") } else { format!("note: {value}") });
    let rest = prop::sample::select(vec![
        "issue:",
        "issue: ~ # 无 #注1",
        "values: { 户数: 61 }",
        "values:\n  户数: 61 # 数的 #注1",
        "evidence: [a.pdf,\n  'b.pdf' ]",
        "next: |+\n  甲\n\n",
        "next: >\n  甲\n\n  乙\n",
        "issue: \"甲\n\n  乙\"",
        "state: in_progress",
    ]);
    (note, prop::sample::subsequence(vec![0_u8, 1], 0..=2), rest, 1..28_u8).prop_map(|(note, _, rest, day)| {
        vec![format!("date: 2020-11-{day:02}"), "task: 1-01".to_owned(), note, rest.to_owned()]
    })
}

fn journal() -> impl Strategy<Value = String> {
    let block = (layout(), prop::collection::vec(report(), 0..5)).prop_map(|(layout, items)| layout.file(&items));
    let flow = (any::<bool>(), prop::sample::select(vec!["", "# 头\n", "--- "])).prop_map(|(crlf, head)| {
        let text = format!("{head}[ {{ date: 2020-11-02, task: 1-01, note: 甲 }}, # 一 #注1\n  {{ task: 1-02, date: '2020-11-03', values: {{ 户数: 3 }} }} # 二 #注2\n]\n");
        if crlf { text.replace('\n', "\r\n") } else { text }
    });
    prop_oneof![8 => block, 1 => flow]
}

/// A plan with those files, and its folder.
fn plan(files: &[(&str, &str)]) -> (tempfile::TempDir, Opened) {
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
    let head = program::HEAD.replace("sections:", "places: [龚都村, 陈东村, 淀西村]\nsections:");
    let known = [("plan.yaml", head.as_str()), (TASKS, "- { id: 1-01, title: 甲, kind: milestone }\n")];
    for (path, text) in known.iter().chain(files) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let opened = open(folder.path());
    (folder, opened)
}

/// The changes, written; the plan as it is read then.
fn written(folder: &tempfile::TempDir, changes: &[Change]) -> Opened {
    for change in changes {
        let path = folder.path().join(&change.path);
        assert_eq!(fs::read_to_string(&path).ok(), change.before);
        fs::write(path, change.after.as_deref().unwrap()).unwrap();
    }
    open(folder.path())
}

/// What both texts begin with, and what of the rest both end with.
fn common<'t>(before: &'t str, after: &'t str) -> (&'t str, &'t str, &'t str) {
    let start: usize =
        before.chars().zip(after.chars()).take_while(|(one, other)| one == other).map(|(c, _)| c.len_utf8()).sum();
    let (rest, new) = (&before[start..], &after[start..]);
    let end: usize = rest
        .chars()
        .rev()
        .zip(new.chars().rev())
        .take_while(|(one, other)| one == other)
        .map(|(c, _)| c.len_utf8())
        .sum();
    (&before[..start], &rest[..rest.len() - end], &new[..new.len() - end])
}

/// Runs a property on many cases; what it refuses is counted, and must not be the rule.
fn hold<T: std::fmt::Debug>(strategy: impl Strategy<Value = T>, property: impl Fn(T) -> Result<bool, TestCaseError>) {
    let counts = std::cell::Cell::new((0, 0));
    let mut runner = TestRunner::new(Config { cases: CASES, failure_persistence: None, ..Config::default() });
    let ran = runner.run(&strategy, |case| {
        let (done, refused) = counts.get();
        counts.set(if property(case)? { (done + 1, refused) } else { (done, refused + 1) });
        Ok(())
    });
    let (done, refused) = counts.get();
    eprintln!("{done} done, {refused} refused");
    if let Err(error) = ran {
        panic!("{error}");
    }
    assert!(done > refused * 3, "{done} done, {refused} refused");
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let text = prop_oneof!["[ -~甲乙\n\t#:'\"|>\\[\\]{}&*-]{1,12}", Just("签约\n\n- 完成".to_owned()), any::<String>()];
    let text = text.prop_map(|text| if text.is_empty() { "甲".to_owned() } else { text });
    let entry = (text.clone(), prop::option::of(text), 1..28_u8, any::<bool>()).prop_map(|(note, issue, day, value)| {
        let values = if value { serde_json::json!({ "户数": "61" }) } else { serde_json::json!({}) };
        let entry = serde_json::json!({ "date": format!("2020-11-{day:02}"), "task": "1-01", "note": note, "issue": issue, "values": values });
        serde_json::from_value(entry).unwrap()
    });
    prop::collection::vec(entry, 1..4)
}

#[test]
fn entries_are_appended_and_not_a_byte_is_changed() {
    hold((journal(), entries()), |(text, entries)| {
        let (folder, opened) = plan(&[(JOURNAL, &text)]);
        prop_assert!(opened.plan.is_some());
        let old = opened.journal.entries.clone();
        let mut rewrite = Rewrite::new(opened);
        match rewrite.append(&entries) {
            Ok(_) => {}
            Err(EditError::Unplaced(_) | EditError::Misread(_)) => return Ok(false),
            Err(error @ EditError::Nothing(_)) => return Err(TestCaseError::fail(error.to_string())),
        }
        let changes = rewrite.changes();
        prop_assert_eq!(changes.len(), 1);
        let (_, gone, _) = common(&text, changes[0].after.as_deref().unwrap());
        prop_assert_eq!(gone, "", "{:?}", changes[0].after);
        let mut expected = [old, entries].concat();
        expected.sort_by_key(|entry| entry.date);
        prop_assert_eq!(&rewrite.opened().journal.entries, &expected);
        prop_assert_eq!(written(&folder, &changes).journal.entries, expected);
        Ok(true)
    });
}

fn amendments() -> impl Strategy<Value = (AmendedField, FieldValue)> {
    let one = |field: &'static str, values: Vec<&'static str>| {
        let field = AmendedField::new(field).unwrap();
        prop::sample::select(values).prop_map(move |value| (field.clone(), FieldValue::One(value.to_owned()))).boxed()
    };
    let many = |field: &'static str, values: &'static [&'static str]| {
        let field = AmendedField::new(field).unwrap();
        let values = prop::sample::subsequence(values.to_vec(), 0..=values.len()).prop_shuffle();
        let values = values.prop_map(move |values| {
            let values: Vec<String> = values.into_iter().map(str::to_owned).collect();
            (field.clone(), if values.is_empty() { FieldValue::Nothing } else { FieldValue::Many(values) })
        });
        values.boxed()
    };
    prop_oneof![
        one("deadline", vec!["2020-12-15", "2020-08-01"]),
        one("start", vec!["2020-08-01"]),
        one("lead", vec!["规划建设和生态环境办公室", "党群工作办公室"]),
        one("title", vec!["另一件事", "- 乙", "丙: 丁 # 戊", "否", "11:30", "it's \"x\"", "一\n二", "*", "甲, 乙]"]),
        one("kind", vec!["continuous", "measured"]),
        one("metrics.户数.target", vec!["90", "91.5"]),
        many("support", &["规划建设和生态环境办公室", "党建工作办公室", "党群工作办公室"]),
        many("places", PLACES),
    ]
}

#[test]
fn a_field_is_amended_and_no_other_line_is_changed() {
    hold((tasks(), 1..4_usize, amendments()), |(text, at, (field, value))| {
        let (folder, opened) = plan(&[(TASKS, &text)]);
        let old: Vec<Task> = opened.plan.as_ref().unwrap().tasks.clone();
        prop_assert_eq!(old.len(), 3, "{}", text);
        let id = TaskId::new(&format!("1-0{at}")).unwrap();
        let mut meant = old.clone();
        let fits = field.set(&mut meant[at - 1], &value).is_ok();
        let mut rewrite = Rewrite::new(opened);
        match rewrite.set(&id, &field, &value) {
            Ok(()) => prop_assert!(fits),
            Err(EditError::Unplaced(_) | EditError::Misread(_)) => {
                prop_assert!(rewrite.changes().is_empty());
                return Ok(false);
            }
            Err(error @ EditError::Nothing(_)) => return Err(TestCaseError::fail(error.to_string())),
        }
        let changes = rewrite.changes();
        let after = changes.first().map_or(text.as_str(), |change| change.after.as_deref().unwrap());
        prop_assert!(changes.len() <= 1);
        // Every remark stays, but for that of an item that is taken out.
        prop_assert_eq!(remarks(after), remarks(&text), "{}\n=>\n{}", text, after);
        for item in UNITS.iter().chain(PLACES) {
            let count = |text: &str| text.matches(&format!("@{item}")).count();
            let is_out =
                matches!(&field, AmendedField::Support | AmendedField::Places) && !value.to_string().contains(item);
            prop_assert!(count(after) + usize::from(is_out) >= count(&text), "{}\n=>\n{}", text, after);
        }
        // What is changed lies within the lines of one key of that task.
        let (start, gone, new) = common(&text, after);
        let keys = |text: &str| text.lines().filter(|line| is_key(line)).count();
        prop_assert!(keys(gone) <= 2 && keys(new) <= 2, "{:?} => {:?}", gone, new);
        prop_assert!(!gone.contains("id: 1-") && start.len() + gone.len() <= text.len());
        prop_assert_eq!(&rewrite.opened().plan.as_ref().unwrap().tasks, &meant);
        prop_assert_eq!(&written(&folder, &changes).plan.unwrap().tasks, &meant, "{}", after);
        Ok(true)
    });
}

/// The remarks that must stay, by what is said in them.
fn remarks(text: &str) -> BTreeMap<&str, usize> {
    let mut remarks = BTreeMap::new();
    for remark in text
        .lines()
        .filter_map(|line| line.rsplit_once(" # "))
        .map(|(_, remark)| remark)
        .filter(|remark| remark.contains("#注"))
    {
        *remarks.entry(remark).or_insert(0) += 1;
    }
    remarks
}

fn is_key(line: &str) -> bool {
    let known = ["title:", "kind:", "lead:", "support:", "places:", "deadline:", "start:", "metrics:", "note:", "id:"];
    known.iter().any(|key| line.trim_start_matches(['-', ' ']).starts_with(key))
}

#[test]
fn a_task_is_added_and_not_a_byte_is_changed() {
    hold(tasks(), |text| {
        let (folder, opened) = plan(&[(TASKS, &text)]);
        let task: Task = serde_json::from_value(serde_json::json!({
            "id": "1-09", "title": "新: 任务 # 一", "kind": "measured", "lead": "党建工作办公室", "places": ["龚都村"],
            "metrics": [{ "name": "户数, 或", "unit": "户", "target": "30" }], "note": "甲\n乙", "assumed": ["lead"],
        }))
        .unwrap();
        prop_assert_eq!(opened.plan.as_ref().unwrap().tasks.len(), 3);
        let meant = [opened.plan.as_ref().unwrap().tasks.clone(), vec![task.clone()]].concat();
        let mut rewrite = Rewrite::new(opened);
        if rewrite.add(vec![task]).is_err() {
            return Ok(false);
        }
        let changes = rewrite.changes();
        let (_, gone, _) = common(&text, changes[0].after.as_deref().unwrap());
        prop_assert_eq!(gone, "", "{:?}", changes[0].after);
        prop_assert_eq!(&written(&folder, &changes).plan.unwrap().tasks, &meant, "{:?}", changes[0].after);
        Ok(true)
    });
}

fn checklist() -> impl Strategy<Value = (String, Vec<ChecklistRow>)> {
    let row = (
        prop::sample::select(vec!["", "甲村", "\"甲, 乙\"", "\"引\"\"号\"", "\"两\n行\"", " 甲 "]),
        prop::sample::select(vec!["", "2020-08-05", "\"2020-08-06\"", " ", "\"\""]),
        any::<bool>(),
    );
    let head = prop::sample::select(vec!["编号,村居,销项日期", "村居,销项日期,\"编号\"", "销号日期, 编号 ,村居"]);
    (
        head,
        prop::collection::vec(row, 0..8),
        any::<bool>(),
        any::<bool>(),
        prop::sample::select(vec!["", "\n", "\n,,\n"]),
    )
        .prop_map(|(head, rows, mark, crlf, tail)| {
            let mut text = head.to_owned();
            let mut read = Vec::new();
            for (at, (place, day, quoted)) in rows.iter().enumerate() {
                let item = if *quoted { format!("\"点-{at}\"") } else { format!("点-{at}") };
                let cells = match head.starts_with('编') {
                    true => format!("{item},{place},{day}"),
                    false if head.starts_with('村') => format!("{place},{day},{item}"),
                    false => format!("{day},{item},{place}"),
                };
                text.push_str(&format!("\n{cells}"));
                let closed_on = day.trim().trim_matches('"').parse::<Date>().ok();
                read.push(ChecklistRow { item: format!("点-{at}"), closed_on });
            }
            text.push_str(tail);
            let text = if crlf { text.replace('\n', "\r\n") } else { text };
            (if mark { format!("\u{feff}{text}") } else { text }, read)
        })
}

#[test]
fn rows_are_closed_in_their_cells_and_rows_are_added_behind_the_others() {
    hold((checklist(), any::<u8>(), any::<bool>()), |((text, rows), chosen, more)| {
        let tasks = format!(
            "- {{ id: 1-01, title: 甲, kind: measured, metrics: [{{ name: 数, target: 9, checklist: {LIST} }}] }}\n"
        );
        let (folder, opened) = plan(&[(TASKS, &tasks), (LIST, &text)]);
        prop_assert_eq!(&opened.journal.checklists[0].rows, &rows, "{}", text);
        let day: Date = "2020-11-20".parse().unwrap();
        let open = rows.iter().enumerate().filter(|(at, row)| row.closed_on.is_none() && chosen >> at & 1 == 1);
        let closed: Vec<(String, Date)> = open.map(|(_, row)| (row.item.clone(), day)).collect();
        let row = ChecklistRow { item: "新, 点".to_owned(), closed_on: None };
        let new: Vec<NewRow> = if more { vec![NewRow { row, cells: vec![] }] } else { vec![] };
        let header = workplan::store::header_of(text.trim_start_matches('\u{feff}')).unwrap();
        let new: Vec<NewRow> = new
            .into_iter()
            .map(|mut row| {
                row.cells = vec![String::new(); 3];
                row.cells[header.item] = row.row.item.clone();
                row
            })
            .collect();
        let mut rewrite = Rewrite::new(opened);
        if rewrite.fill_checklist(LIST, &closed, &new).is_err() {
            return Ok(false);
        }
        let changes = rewrite.changes();
        let after = changes.first().map_or(text.as_str(), |change| change.after.as_deref().unwrap());
        let mut meant = rows.clone();
        meant
            .iter_mut()
            .filter(|row| closed.iter().any(|(item, _)| *item == row.item))
            .for_each(|row| row.closed_on = Some(day));
        meant.extend(new.iter().map(|row| row.row.clone()));
        prop_assert_eq!(&written(&folder, &changes).journal.checklists[0].rows, &meant, "{}", after);
        // Without the days, the old text is there, and the new rows.
        let without = |text: &str| text.replace("2020-11-20", "").replace("\"\"", "").replace(' ', "");
        prop_assert!(
            without(after).starts_with(without(&text).trim_end_matches(['\r', '\n'])),
            "{}\n=>\n{}",
            text,
            after
        );
        Ok(true)
    });
}

/// What may become of a task without an approval.
fn alterations() -> impl Strategy<Value = fn(&mut Task)> {
    fn step(id: &str) -> workplan::plan::Checkpoint {
        workplan::plan::Checkpoint { id: id.to_owned(), title: id.to_owned(), due: "2020-12-01".parse().unwrap() }
    }
    prop::sample::select(vec![
        (|task| task.person = Some("赵六: #1".to_owned())) as fn(&mut Task),
        |task| task.person = None,
        |task| task.origin = Some("镇长办公会 2020-08-03".to_owned()),
        |task| task.recurs = Some(workplan::plan::Recurrence { every: workplan::plan::Every::Month, by: 25 }),
        |task| task.recurs = None,
        |task| task.note = Some("一\n二".to_owned()),
        |task| task.note = None,
        |task| task.leader = Some("it's".to_owned()),
        |task| task.tags.push("新".to_owned()),
        |task| task.tags.retain(|tag| tag != "重点"),
        |task| task.tags.clear(),
        |task| task.weight = "2".parse().unwrap(),
        |task| task.depends.push(TaskId::new("1-09").unwrap()),
        |task| task.checkpoints.push(step("终评")),
        |task| task.checkpoints.retain(|step| step.id != "封顶"),
        |task| {
            task.checkpoints.retain(|step| step.id != "竣工");
            task.checkpoints.push(step("竣工"));
        },
        |task| task.checkpoints.clear(),
        |task| task.assumed.push("lead".to_owned()),
        |task| {
            let fields = vec!["lead".to_owned(), "metrics.户数".to_owned()];
            let date = "2020-08-05".parse().unwrap();
            task.confirmed.push(workplan::plan::Confirmation { fields, by: "李主任".to_owned(), date });
        },
        |task| {
            let order = TaskId::new("3-05").unwrap();
            task.serves.push(workplan::plan::Serves { plan: "区: 2020h2, #1".to_owned(), task: order });
        },
        |task| {
            task.carried_from = Some(Box::new(workplan::plan::CarriedFrom {
                plan: "small-2020h1".to_owned(),
                task: TaskId::new("1-07").unwrap(),
                on: Some("2020-06-30".parse().unwrap()),
                state: Some(workplan::plan::EntryState::Blocked),
                values: workplan::plan::Values(vec![("户数: 1".to_owned(), workplan::plan::Scalar::new("61"))]),
                issue: Some("3户: 未达成, #1".to_owned()),
            }));
        },
    ])
}

#[test]
fn a_task_is_altered_and_what_is_not_meant_keeps_its_bytes() {
    hold((tasks(), 1..4_usize, alterations()), |(text, at, alter)| {
        let (folder, opened) = plan(&[(TASKS, &text)]);
        let old: Vec<Task> = opened.plan.as_ref().unwrap().tasks.clone();
        let mut meant = old.clone();
        alter(&mut meant[at - 1]);
        let mut rewrite = Rewrite::new(opened);
        match rewrite.alter(meant[at - 1].clone()) {
            Ok(()) => {}
            Err(EditError::Unplaced(_) | EditError::Misread(_)) => {
                prop_assert!(rewrite.changes().is_empty());
                return Ok(false);
            }
            Err(error @ EditError::Nothing(_)) => return Err(TestCaseError::fail(error.to_string())),
        }
        let changes = rewrite.changes();
        let after = changes.first().map_or(text.as_str(), |change| change.after.as_deref().unwrap());
        prop_assert_eq!(after == text, old == meant);
        prop_assert_eq!(remarks(after), remarks(&text), "{}\n=>\n{}", text, after);
        // The other tasks' lines are all there, as they were.
        let lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).count();
        let (_, gone, new) = common(&text, after);
        prop_assert!(lines(gone) <= 8 && lines(new) <= 8, "{}\n=>\n{}", text, after);
        prop_assert_eq!(&rewrite.opened().plan.as_ref().unwrap().tasks, &meant);
        prop_assert_eq!(written(&folder, &changes).plan.unwrap().tasks, meant);
        Ok(true)
    });
}

/// Whatever is left of a file whose end is missing, reading it is no crash.
#[test]
fn a_file_that_ends_in_the_middle_is_read_all_the_same() {
    let strategy = (prop_oneof![tasks(), journal()], 0.0..1.0_f64);
    hold(strategy, |(text, share)| {
        let end = (text.len() as f64 * share) as usize;
        let end = (0..=end).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        let (_folder, opened) = plan(&[(TASKS, &text[..end]), (JOURNAL, &text[..end])]);
        workplan::check::run(&opened, workplan::plan::Language::Chinese);
        Ok(true)
    });
}

/// The real plan's own files, amended field by field.
#[test]
fn the_real_plan_is_amended_task_by_task_and_field_by_field() {
    let top = program::top().join("plans/jinze-2020h2");
    let opened = || open(&top);
    let tasks = opened().plan.unwrap().tasks;
    let (mut done, mut refused) = (0, 0);
    for (at, task) in tasks.iter().enumerate() {
        let target = task
            .metrics
            .first()
            .filter(|metric| metric.grades().is_empty())
            .map(|metric| format!("metrics.{}.target", metric.name));
        let fields = ["deadline", "start", "lead", "support", "title", "kind", "places"]
            .into_iter()
            .map(str::to_owned)
            .chain(target);
        // A sixth of the fields of each task, another one each time.
        for (name, _) in fields.zip(at..).filter(|(_, turn)| turn % 6 == 0) {
            let field = AmendedField::new(&name).unwrap();
            let value = match name.as_str() {
                "deadline" | "start" => FieldValue::One("2020-12-12".to_owned()),
                "support" | "places" => FieldValue::Many(vec!["城市运行综合管理中心".to_owned(), "甲".to_owned()]),
                "kind" => FieldValue::One("continuous".to_owned()),
                "lead" => FieldValue::One("城市运行综合管理中心".to_owned()),
                "title" => FieldValue::One("另一件事: 甲 # 乙".to_owned()),
                _ => FieldValue::One("12345".to_owned()),
            };
            if field.of(task) == value {
                continue;
            }
            let mut rewrite = Rewrite::new(opened());
            match rewrite.set(&task.id, &field, &value) {
                Ok(()) => {}
                Err(error) => {
                    eprintln!("{} {name}: {error}", task.id);
                    refused += 1;
                    continue;
                }
            }
            done += 1;
            let changes = rewrite.changes();
            assert_eq!(changes.len(), 1);
            let (before, after) = (changes[0].before.as_deref().unwrap(), changes[0].after.as_deref().unwrap());
            let (_, gone, new) = common(before, after);
            assert!(
                gone.lines().count() <= 2 && new.lines().count() <= 2 && !gone.contains('#'),
                "{gone:?} => {new:?}"
            );
            let mut meant = tasks.clone();
            field.set(&mut meant[at], &value).unwrap();
            assert!(rewrite.opened().plan.as_ref().unwrap().tasks == meant);
        }
    }
    eprintln!("{done} done, {refused} refused");
    assert!(done > 150 && refused == 0, "{done} done, {refused} refused");
}

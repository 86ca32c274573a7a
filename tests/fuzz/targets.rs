//! What reads: each takes a spoiled file, keeps it where it can be shown, and asks what must hold of every file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use workplan::git::{Merged, merge};
use workplan::intake::document::{self, DocumentKind};
use workplan::intake::draft::{Given, draft, files};
use workplan::intake::sheet::{decoded, from_bytes};
use workplan::plan::{Language, Plan};
use workplan::store::{Node, NodeData, is_plain_yaml, open, read_entries, read_head, read_node, read_tasks};
use workplan::view::readable;

use crate::books;
use crate::hands::Hand;

/// Spoils something, keeps what it made, and reads it.
pub(crate) type Target = fn(&mut Hand, &mut Vec<u8>);

pub(crate) const TARGETS: &[(&str, Target)] = &[
    ("yaml", yaml),
    ("snippets", snippets),
    ("folder", folder),
    ("merge", merged),
    ("lists", lists),
    ("documents", documents),
    ("handed-in", handed_in),
    ("workbooks", workbooks),
    ("forms", forms),
];

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files of the plans that come with the program, by their paths from the plan's folder.
static FILES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let mut files = BTreeMap::new();
    for plan in ["plans/sample", "plans/jinze-2020h2"] {
        take(&top().join(plan), "", &mut files);
    }
    files
});

static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    // A long file takes long to read, and has nothing that a short one has not.
    FILES.values().map(|text| text.chars().take(4_000).collect()).collect()
});

fn take(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        match entry.file_type().unwrap().is_dir() {
            true if name.starts_with('.') => {}
            true => take(&entry.path(), &format!("{prefix}{name}/"), files),
            false => drop(files.insert(format!("{prefix}{name}"), fs::read_to_string(entry.path()).unwrap())),
        }
    }
}

/// Small texts in which much of YAML stands close together.
const SNIPPETS: &[&str] = &[
    "[重点, !, 民生]",
    "{!, b: c}",
    "[!!str, b]",
    "[&a b, *a, ? c : d]",
    "- |2-\n   a\n\n  b\n- >+\n c\n\n",
    "{ a: [b, {c: d}], \"e\\u4e2d\": 'f''g' }",
    "? a\n: b\n? [c]\n: {d: e}\n",
    "%YAML 1.1\n---\na: !x b\n...\n",
    "- - - a\n  - b\n- {}\n- []\n- ~\n",
    "a: 'b\n\n  c'\nd: \"e\\\n  f\"\n",
    "[a, [b, !c!d e], !<tag:x,y> f]",
    "# x\n\u{feff}a: b # c\n",
];

/// Every part lies within the text, and within the whole that it is a part of.
fn places_hold(node: &Node, text: &str) {
    assert!(text.get(node.span.clone()).is_some(), "{:?} is no place in the text", node.span);
    match &node.data {
        NodeData::Scalar { .. } => {}
        NodeData::List(items) => items.iter().for_each(|item| places_hold(item, text)),
        NodeData::Map(pairs) => pairs.iter().for_each(|(key, value)| {
            places_hold(key, text);
            places_hold(value, text);
        }),
    }
}

fn read_all(text: &str) {
    let node = read_node(text);
    // What one parser reads the other reads: of one document without aliases, which each limits in its own way.
    let typed = serde_yaml::from_str::<serde::de::IgnoredAny>(text).is_ok();
    if !text.contains(['*', '<']) && !text.starts_with('\u{feff}') {
        assert!(!typed || node.is_ok(), "the typed parser reads what the other does not: {node:?}");
    }
    if let Ok(Some(node)) = &node {
        places_hold(node, text);
    }
    is_plain_yaml(text);
    read_head(text);
    read_tasks(text);
    read_entries(text);
    readable(text, Language::Chinese);
}

fn yaml(hand: &mut Hand, case: &mut Vec<u8>) {
    let text = hand.one_of(&TEXTS).clone();
    let text = hand.spoil(&text, &TEXTS, 6);
    *case = text.clone().into_bytes();
    read_all(&text);
}

fn snippets(hand: &mut Hand, case: &mut Vec<u8>) {
    let others: Vec<String> = SNIPPETS.iter().map(|text| (*text).to_owned()).collect();
    let text = hand.one_of(&others).clone();
    let text = hand.spoil(&text, &others, 8);
    *case = text.clone().into_bytes();
    read_all(&text);
}

/// A plan's folder in memory, where the system has such a place.
static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let dir = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
    for folder in ["plans/sample", "seeds"] {
        let mut files = BTreeMap::new();
        take(&top().join(folder), "", &mut files);
        for (path, text) in files {
            let path = dir.path().join(folder).join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }
    fs::create_dir_all(dir.path().join(".git")).unwrap();
    dir
});

/// Every file of a plan, one at a time: what is found has a place, and words in both languages.
fn folder(hand: &mut Hand, case: &mut Vec<u8>) {
    let plan = FOLDER.path().join("plans/sample");
    let mut files = BTreeMap::new();
    take(&plan, "", &mut files);
    let paths: Vec<&String> = files.keys().collect();
    let path = (*hand.one_of(&paths)).clone();
    let (good, file) = (&files[&path], plan.join(&path));
    let spoiled =
        if hand.below(8) == 0 { hand.spoil_bytes(good.as_bytes()) } else { hand.spoil(good, &TEXTS, 4).into_bytes() };
    case.clone_from(&spoiled);
    fs::write(&file, &spoiled).unwrap();
    let outcome = std::panic::catch_unwind(|| {
        for lang in [Language::Chinese, Language::English] {
            let opened = open(&plan);
            for one in workplan::check::run(&opened, lang) {
                let text = &opened.files[one.file_index].text;
                assert!(text.get(one.span.clone()).is_some(), "{one:?} has no place");
                assert!(!one.message.is_empty() && !one.hint.is_empty());
            }
            assess(opened.plan.as_ref(), &opened);
        }
    });
    fs::write(&file, good).unwrap();
    outcome.unwrap_or_else(|cause| std::panic::resume_unwind(cause));
}

fn assess(plan: Option<&Plan>, opened: &workplan::Opened) {
    let Some(plan) = plan else { return };
    let day = "2020-11-24".parse().unwrap();
    let assessment = workplan::assess(plan, &opened.journal, &opened.calendar, day);
    assert_eq!(assessment.standings.len(), plan.tasks.len());
}

/// Three versions of a file. What is merged is the same whoever is ours, and unchanged sides give the other.
fn merged(hand: &mut Hand, case: &mut Vec<u8>) {
    let paths: Vec<&String> = FILES.keys().filter(|path| !path.ends_with(".txt")).collect();
    let path = (*hand.one_of(&paths)).clone();
    let base: String = FILES[&path].chars().take(3_000).collect();
    let (ours, theirs) = (hand.spoil(&base, &TEXTS, 3), hand.spoil(&base, &TEXTS, 3));
    *case =
        format!("{path}\n<<<<<<<<<< base\n{base}\n========== ours\n{ours}\n========== theirs\n{theirs}").into_bytes();
    let merge = |ours: &str, theirs: &str| merge(base.as_bytes(), ours.as_bytes(), theirs.as_bytes(), &path, 7);
    let clean = |merged: Option<Merged>| match merged {
        Some(Merged::Clean(text)) => Some(text),
        Some(Merged::Conflicted(_)) | None => None,
    };
    let (one, other) = (merge(&ours, &theirs), merge(&theirs, &ours));
    assert_eq!(one.is_some(), other.is_some(), "one order can be merged, the other not");
    assert_eq!(clean(one), clean(other), "the order of the sides decides");
}

fn lists(hand: &mut Hand, case: &mut Vec<u8>) {
    let texts: Vec<&String> = FILES.iter().filter(|(path, _)| path.ends_with(".csv")).map(|(_, text)| text).collect();
    let text: String = hand.one_of(&texts).chars().take(3_000).collect();
    let text = hand.spoil(&text, &TEXTS, 5);
    *case = text.clone().into_bytes();
    let _ = from_bytes(text.into_bytes());
    let bytes = hand.spoil_bytes(case);
    case.clone_from(&bytes);
    decoded(&bytes);
    let _ = from_bytes(bytes);
}

/// What is drafted from any document is a plan that can be read.
fn documents(hand: &mut Hand, case: &mut Vec<u8>) {
    static SEEDS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut files = BTreeMap::new();
        take(&top().join("seeds"), "", &mut files);
        take(&top().join("tests/documents"), "", &mut files);
        files.into_values().map(|text| text.chars().take(3_000).collect()).collect()
    });
    let text = hand.one_of(&SEEDS).clone();
    let text = hand.spoil(&text, &SEEDS, 8);
    *case = text.clone().into_bytes();
    let drafted = draft(&text, &Given::default(), "2020-07-17".parse().unwrap());
    for (path, text) in files(&drafted, "source/x.txt", workplan::plan::Language::Chinese) {
        assert!(read_node(&text).is_ok(), "{path} cannot be read:\n{text}");
    }
}

/// Documents of every kind: Word part by part, PDF and pages byte by byte and word by word.
fn handed_in(hand: &mut Hand, case: &mut Vec<u8>) {
    static FILES: LazyLock<Vec<(DocumentKind, Vec<u8>)>> = LazyLock::new(|| {
        let names = ["方案.docx", "方案.pdf", "部首.pdf", "方案.html", "方案.md", "方案.docx", "部首.pdf"];
        let read = |name: &str| {
            let path = top().join("tests/office/handed_in").join(name);
            (DocumentKind::of_name(&path).unwrap(), fs::read(path).unwrap())
        };
        names.into_iter().map(read).collect()
    });
    let (kind, bytes) = hand.one_of(&FILES).clone();
    let spoiled = match (kind, String::from_utf8(bytes)) {
        (DocumentKind::Docx, bytes) => books::spoiled(hand, &bytes.unwrap_err().into_bytes()),
        (_, Ok(text)) => {
            let others = [text.clone()];
            hand.spoil(&text, &others, 6).into_bytes()
        }
        (_, Err(bytes)) => hand.spoil_bytes(bytes.as_bytes()),
    };
    case.clone_from(&spoiled);
    let _ = document::from_bytes(spoiled, Some(kind));
}

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_workplan"));
    command.current_dir(FOLDER.path().join("plans/sample"));
    command
}

fn workbooks(hand: &mut Hand, case: &mut Vec<u8>) {
    static BOOK: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let path = FOLDER.path().join("台账.xlsx");
        let args = ["export", "--format", "xlsx", "--as-of", "2020-11-24", "--out"];
        assert!(program().args(args).arg(&path).output().unwrap().status.success());
        fs::read(path).unwrap()
    });
    static OLDER: LazyLock<Vec<u8>> =
        LazyLock::new(|| fs::read(top().join("tests/cli/writing/ledgers/责任分解.xls")).unwrap());
    let book = if hand.below(4) == 0 { hand.spoil_bytes(&OLDER) } else { books::spoiled(hand, &BOOK) };
    case.clone_from(&book);
    let _ = from_bytes(book);
}

/// What comes back from the units, given to the program itself: it says what is wrong, and is never ended by a signal.
fn forms(hand: &mut Hand, case: &mut Vec<u8>) {
    const FORMS: &[(&str, &str)] = &[
        (
            "form.csv",
            "任务编号,日期,当前值,状态,进展情况,佐证材料\n22-07,2020-11-20,61,推进中,\"第一行\n第二行\",evidence/1.pdf\n21-12,11月20日,,已完成,甲,\n",
        ),
        (
            "form.yaml",
            "- task: 22-07\n  date: 2020-11-20\n  values: { 完成集中居住户数: 61 }\n  state: 推进中\n  note: 甲\n- { task: 21-12, date: 2020-11-20, evidence: [a, b] }\n",
        ),
        (
            "form.jsonl",
            "{\"task\":\"22-07\",\"date\":\"2020-11-20\",\"values\":{\"完成集中居住户数\":61}}\n{\"task\":\"21-12\",\"date\":\"2020-11-20\",\"note\":\"甲\"}\n",
        ),
    ];
    let (name, text) = hand.one_of(FORMS);
    let text = hand.spoil(text, &TEXTS, 5);
    *case = text.clone().into_bytes();
    let path = FOLDER.path().join(name);
    fs::write(&path, &text).unwrap();
    let ran = program().args(["record", "--dry-run", "--from"]).arg(&path).output().unwrap();
    assert!(matches!(ran.status.code(), Some(0..=2)), "{:?}: {}", ran.status, String::from_utf8_lossy(&ran.stderr));
    let said = String::from_utf8_lossy(&ran.stderr).into_owned() + &String::from_utf8_lossy(&ran.stdout);
    assert!(!said.contains("panicked"), "{said}");
    assert!(!said.contains(['\u{1b}', '\u{0}', '\u{202e}']), "{said:?}");
}

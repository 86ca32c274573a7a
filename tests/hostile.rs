//! Whatever stands in a plan's folder, reading it ends, and what cannot be read is said.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[allow(dead_code)]
mod folder;

use std::fs;
use std::process::Command;

use folder::{Folder, HEAD, JOURNAL, TASKS};
use workplan::check::Gravity;
use workplan::plan::{Entry, Language, Task};

/// A file that holds nothing but trouble, and the code that says so.
#[test]
fn hostile_files_end_in_a_diagnostic() {
    let mut bomb = "- &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        bomb += &format!("- &a{level} [{}]\n", vec![format!("*a{}", level - 1); 9].join(", "));
    }
    let long = "长".repeat((3 << 20) / 3);
    for (what, text, code) in [
        ("an alias bomb", bomb.as_bytes(), "E014"),
        ("a deep block", "- ".repeat(100_000).as_bytes(), "E014"),
        ("a deep flow list", "[".repeat(100_000).as_bytes(), "E014"),
        ("a deep flow map", "{a: ".repeat(100_000).as_bytes(), "E014"),
        ("a long line", format!("- id: 22-09\n  title: {long}\n").as_bytes(), "E103"),
        ("a long key", format!("- id: 22-09\n  ? {long}\n  : x\n").as_bytes(), "E102"),
        ("a long id", format!("- id: {long}\n  title: x\n  kind: milestone\n").as_bytes(), "E107"),
        ("zero bytes", b"- id: 22-09\0\n".as_slice(), "E008"),
        ("only zero bytes", &[0; 5000], "E006"),
        ("lone surrogates", b"- id: \xed\xa0\x80\n".as_slice(), "E006"),
        ("escaped surrogates", b"- id: \"\\uD800\"\n".as_slice(), "E013"),
        ("a lone scalar", "甲".as_bytes(), "E101"),
        ("a tag", b"- !!binary x\n".as_slice(), "E101"),
    ] {
        let folder = Folder::new();
        folder.write("tasks/9.yaml", text);
        assert!(errors_of(&folder, "tasks/9.yaml").contains(&code), "{what}: {:?}", errors_of(&folder, "tasks/9.yaml"));
    }
}

#[test]
fn what_is_no_file_of_the_repository_is_never_read() {
    let folder = Folder::new();
    fs::create_dir(folder.path("tasks/a.yaml")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.path("tasks/b.yaml")).status().unwrap().success());
    fs::File::create(folder.path("tasks/c.yaml")).unwrap().set_len(2 << 30).unwrap();
    folder.write("../../outside.yaml", b"- id: 22-09\n");
    std::os::unix::fs::symlink("../../../outside.yaml", folder.path("tasks/d.yaml")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.path("tasks/e.yaml")).unwrap();
    std::os::unix::fs::symlink("nowhere.yaml", folder.path("tasks/f.yaml")).unwrap();
    for (file, code) in [("a", "E002"), ("b", "E002"), ("c", "E005"), ("d", "E003"), ("e", "E003"), ("f", "E004")] {
        assert_eq!(errors_of(&folder, &format!("tasks/{file}.yaml")), [code], "{file}");
    }
}

#[test]
fn a_folder_in_the_place_of_the_plan_is_said() {
    let folder = Folder::new();
    fs::remove_file(folder.path(HEAD)).unwrap();
    assert_eq!(folder.found(), [("E004", HEAD.to_owned())]);
    fs::create_dir(folder.path(HEAD)).unwrap();
    assert_eq!(folder.found(), [("E002", HEAD.to_owned())]);
    let folder = Folder::new();
    fs::remove_dir_all(folder.path("progress")).unwrap();
    folder.write("progress", b"- date: 2020-11-05\n");
    assert_eq!(errors_of(&folder, "progress"), ["E001"]);
}

#[test]
fn what_may_not_be_read_is_said() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    fs::set_permissions(folder.path(TASKS), fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(folder.path(TASKS)).is_ok() {
        eprintln!("SKIPPED what_may_not_be_read_is_said: this user (root?) may read everything");
        return;
    }
    assert_eq!(errors_of(&folder, TASKS), ["E001"]);
}

#[test]
fn as_many_faults_as_items_are_found_in_time() {
    let folder = Folder::new();
    let wrong = |number: usize| format!("- id: 22-{number}\n  titel: x\n  kind: 节点\n  deadline：年底\n");
    folder.write(TASKS, (0..20_000).map(wrong).collect::<String>().as_bytes());
    let entry = |number: usize| format!("- {{ date: 2020-11-31, task: 99-{number}, values: {{ x: 1 }} }}\n");
    folder.write(JOURNAL, (0..20_000).map(entry).collect::<String>().as_bytes());
    assert!(!errors_of(&folder, TASKS).is_empty() && !errors_of(&folder, JOURNAL).is_empty());
    let folder = Folder::new();
    let entry = |number: usize| format!("- {{ date: 2020-10-31, task: 99-{number}, note: x }}\n");
    folder.write(JOURNAL, (0..20_000).map(entry).collect::<String>().as_bytes());
    assert_eq!(errors_of(&folder, JOURNAL).len(), 20_000);
}

/// Letters that a clerk's keyboard slips into a file.
const SLIPS: &[&str] = &[
    "：", "\u{3000}", "\t", "\"", "'", "[", "]", "{", "}", "&", "*", "#", "- ", ": ", ":", ",", "，", "\n", "\n\n",
    "  ", " ", "|", ">", "!", "%", "@", "`", "~", "?", "\\", "０", "9", "-", "年底", "\u{a0}", "\r", "---\n", "...\n",
    "<<", "null", "\u{feff}", "\u{85}", "\u{2028}",
];

#[test]
fn what_cannot_be_read_is_always_said() {
    let good = Folder::new();
    let (tasks, journal) = (good.read(TASKS), good.read(JOURNAL));
    let mut chance = Chance(2020);
    let rounds = std::env::var("MUTATIONS").map_or(300, |rounds| rounds.parse().unwrap());
    for round in 0..rounds {
        let (path, text) = if round % 2 == 0 { (TASKS, &tasks) } else { (JOURNAL, &journal) };
        let slips = 1 + chance.below(3);
        let spoiled = (0..slips).fold(text.clone(), |text, _| mutated(&text, &mut chance));
        good.write(path, spoiled.as_bytes());
        let readable = match path {
            TASKS => serde_yaml::from_str::<Option<Vec<Task>>>(&spoiled).is_ok(),
            _ => serde_yaml::from_str::<Option<Vec<Entry>>>(&spoiled).is_ok(),
        };
        let (opened, found) = good.check(Language::Chinese);
        for one in &found {
            let text = &opened.files[one.file_index].text;
            assert!(text.get(one.span.clone()).is_some(), "{one:?} has no place in\n{spoiled}");
            assert!(one.line >= 1 && one.column >= 1 && !one.message.is_empty() && !one.hint.is_empty());
        }
        let said = found.iter().any(|one| one.file == path && one.severity == Gravity::Error);
        assert!(readable || said, "round {round}: nothing is said of\n{spoiled}");
        good.write(path, text.as_bytes());
    }
}

fn mutated(text: &str, chance: &mut Chance) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = chance.below(chars.len() + 1);
    let slip = SLIPS[chance.below(SLIPS.len())];
    let (before, after) = chars.split_at(at);
    let before: String = before.iter().collect();
    let skip = |count: usize| after.iter().skip(count).collect::<String>();
    match chance.below(4) {
        0 => before + &skip(1 + chance.below(3)),
        1 => before + slip + &skip(0),
        2 => before + slip + &skip(1),
        // Cut short, as a crash or a full disk would.
        _ if chance.below(8) == 0 => before,
        _ => before + slip + &skip(chance.below(8)),
    }
}

/// The codes of the errors in a file.
fn errors_of(folder: &Folder, path: &str) -> Vec<&'static str> {
    let found = folder.check(Language::English).1;
    found.iter().filter(|one| one.file == path && one.severity == Gravity::Error).map(|one| one.code).collect()
}

/// A stream of numbers that is the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

//! `workplan undo`.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;

use super::{Desk, sessions};

/// Commands that write, of every kind; each may be refused, and changes nothing then.
const WRITES: &[&str] = &[
    "record 11-01 --value 61 --date 2020-11-20 --note 第二批 --force",
    "record 12-03 --state done --date 2020-12-01 --force",
    "amend 12-03 deadline 2020-12-15 --reason 改期 --approved-by 会议 --date 2020-11-23",
    "amend 11-01 target 90 --reason 另行安置 --approved-by 会议 --date 2020-11-23",
    "close 12-03 --by 督查室 --date 2020-12-02 --force",
    "add --section 2 --title 整治庭院 --metric 户数=30户 --lead 社建办",
    "move 12-03 --section 2",
    "move 2-02 --theme 12",
    "drop 2-03",
    "checklist 2-01 close 甲-2 --date 2020-11-20",
    "import ledger.csv --as tasks",
];

const LEDGER: &str =
    "编号,工作任务,板块,牵头单位,目标值\n,开展消防检查,安全生产,安监办,3次\n,修缮道路,城镇管理,社建办,2条\n";

#[test]
fn the_last_change_is_taken_back_and_then_the_one_before() {
    sessions("undo", |desk| {
        assert_eq!(desk.does("undo").status, 2, "nothing yet");
        desk.does("undo --list");
        let before = desk.holds("tasks/1-乡村振兴.yaml");
        desk.does("record 11-01 --value 61 --date 2020-11-20 --note 第二批 --force");
        desk.does("amend 12-03 deadline 2020-12-15 --reason 改期 --approved-by 会议 --date 2020-11-23");
        desk.does("undo --dry-run");
        desk.does("undo");
        assert_eq!(desk.holds("tasks/1-乡村振兴.yaml"), before);
        // Somebody edits the file by hand.
        let path = "progress/2020-11.yaml";
        let text = desk.holds(path);
        desk.puts(path, format!("{text}\n# 待核\n"));
        assert_eq!(desk.does("undo").status, 2);
        desk.puts(path, text);
        assert_eq!(desk.does("undo").status, 0);
        assert!(!desk.path(path).exists(), "the file that the record began is gone again");
    });
}

#[test]
fn what_a_commit_holds_or_a_later_change_rests_on_is_not_taken_back() {
    let mut desk = Desk::new("zh");
    let git = |folder: &Path, line: &str| {
        let identity = ["-c", "user.name=甲", "-c", "user.email=a@b"];
        let done = Command::new("git").current_dir(folder).args(identity).args(line.split(' ')).output().unwrap();
        assert!(done.status.success(), "{done:?}");
    };
    let at = desk.path("");
    git(&at, "init -q");
    desk.does("record 11-01 --value 61 --date 2020-11-20 --force");
    git(&at, "add -A");
    git(&at, "commit -qm 一");
    let ran = desk.does("undo");
    assert!(ran.status == 2 && ran.stderr.contains("withdraw"), "{ran}");
    // A later one, which no commit holds, is.
    desk.does("record 12-03 --note 好 --date 2020-11-21 --force");
    assert_eq!(desk.does("undo").status, 0);
    desk.does("add --section 2 --title 整治庭院 --lead 社建办");
    desk.puts("progress/补记.yaml", "- { date: 2020-11-22, task: 2-02, note: 已进场 }\n");
    let ran = desk.does("undo");
    assert!(ran.status == 0 || ran.stderr.contains("以它为前提"), "{ran}");
    assert_eq!(desk.does("check").status, 0);
}

/// A command that has found nothing to change is no change: the one before it is taken back.
#[test]
fn what_has_changed_nothing_is_not_what_is_taken_back() {
    let mut desk = Desk::new("zh");
    desk.puts("ledger.csv", LEDGER);
    let before = bytes(&desk.path(""));
    desk.does("import ledger.csv --as tasks");
    desk.does("import ledger.csv --as tasks");
    assert_eq!(desk.does("undo").status, 0);
    assert_eq!(bytes(&desk.path("")), before);
}

/// Every file of the plan's folder with its bytes, but for the program's own.
fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(at).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() && !path.ends_with(".workplan") {
                folders.push(path);
            } else if path.is_file() {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                all.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// As many undos as there were changes give the same bytes again, whatever they were.
    #[test]
    fn as_many_undos_as_changes_give_the_same_bytes(lines in prop::collection::vec(prop::sample::select(WRITES), 1..6)) {
        let mut desk = Desk::new("zh");
        desk.puts("ledger.csv", LEDGER);
        let before = bytes(&desk.path(""));
        let mut changes = 0;
        for line in &lines {
            let was = bytes(&desk.path(""));
            desk.does(line);
            changes += usize::from(bytes(&desk.path("")) != was);
        }
        for _ in 0..changes {
            let ran = desk.does("undo");
            prop_assert_eq!(ran.status, 0, "{}", ran);
        }
        prop_assert_eq!(bytes(&desk.path("")), before, "{:?}", lines);
        prop_assert_eq!(desk.does("undo").status, 2);
    }
}

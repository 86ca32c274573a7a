//! `workplan move`, `workplan drop` and tasks that are there twice.

use std::process::Command;

use super::{Desk, sessions};

#[test]
fn a_task_goes_to_another_section_and_comes_back() {
    sessions("move", |desk| {
        desk.does("record 12-03 --note 材料已报 --date 2020-11-10 --by 规建办");
        let before = (desk.holds("tasks/1-乡村振兴.yaml"), desk.holds("tasks/2-城镇管理.yaml"));
        assert_eq!(desk.does("move 12-03 --section 2 --dry-run").status, 0);
        assert_eq!(desk.does("move 12-03 --section 2").status, 0);
        desk.shows("tasks/1-乡村振兴.yaml");
        desk.shows("tasks/2-城镇管理.yaml");
        assert_eq!(desk.does("check").status, 0);
        desk.does("status --by section --as-of 2020-11-24 --section 2");
        desk.does("show 12-03 --as-of 2020-11-24");
        assert_eq!(desk.does("move 12-03 --section 2").status, 2, "there already");
        assert_eq!(desk.does("move 12-03 --section 1").status, 2, "which theme?");
        assert_eq!(desk.does("move 12-03").status, 2, "where to?");
        assert_eq!(desk.does("move 12-03 --theme 12").status, 0);
        assert_eq!((desk.holds("tasks/1-乡村振兴.yaml"), desk.holds("tasks/2-城镇管理.yaml")), before);
    });
}

/// What stands in brackets cannot stand in lines of its own as it is: it is written anew, unless a remark would be lost.
#[test]
fn several_go_at_once_whatever_their_files_look_like() {
    let mut desk = Desk::new("zh");
    assert_eq!(desk.does("move 2-01 2-02 --theme 12").status, 0);
    desk.does("check");
    let held = desk.holds("tasks/1-乡村振兴.yaml");
    assert!(held.contains("  under: '12'") || held.contains("under: '12'"), "{held}");
    assert_eq!(desk.does("move 11-01 --section 2").status, 0);
    let kept = desk.holds("tasks/2-城镇管理.yaml");
    assert!(kept.contains("# 原文第12行") && kept.contains("# 推定"), "{kept}");
    assert_eq!(desk.does("undo").status, 0);
    assert_eq!(desk.does("undo").status, 0);
    let ids = desk.does("status --format json --as-of 2020-11-24").json();
    let section = |id: &str| {
        let tasks = ids["tasks"].as_array().unwrap();
        tasks.iter().find(|task| task["id"] == id).unwrap()["section"].clone()
    };
    assert_eq!((section("2-01"), section("11-01")), ("2".into(), "1".into()));
}

#[test]
fn what_nobody_has_seen_can_be_dropped() {
    sessions("drop", |desk| {
        let before = desk.holds("tasks/2-城镇管理.yaml");
        desk.does("add --section 2 --title 误增的任务 --lead 社建办");
        desk.does("set 2-02 depends=2-03");
        assert_eq!(desk.does("drop 2-03").status, 2, "another waits for it");
        assert_eq!(desk.does("undo").status, 0);
        assert_eq!(desk.does("drop 2-03 --dry-run").status, 0);
        assert_eq!(desk.does("drop 2-03").status, 0);
        assert_eq!(desk.holds("tasks/2-城镇管理.yaml"), before);
        assert_eq!(desk.does("drop 11-01").status, 2, "it was reported on");
        desk.does("check");
    });
}

#[test]
fn what_a_commit_of_any_branch_holds_is_not_dropped() {
    let mut desk = Desk::new("zh");
    let at = desk.path("");
    let git = |line: &str| {
        let identity = ["-c", "user.name=甲", "-c", "user.email=a@b"];
        let done = Command::new("git").current_dir(&at).args(identity).args(line.split(' ')).output().unwrap();
        assert!(done.status.success(), "{done:?}");
    };
    git("init -q -b main");
    git("add -A");
    git("commit -qm 一");
    git("checkout -q -b 分支");
    desk.does("add --section 2 --title 甲事 --lead 社建办");
    git("add -A");
    git("commit -qm 二");
    git("checkout -q main");
    desk.does("add --section 2 --title 乙事 --lead 社建办");
    let ran = desk.does("drop 2-03");
    assert!(ran.status == 2 && ran.stderr.contains("git"), "another branch knows that id: {ran}");
    desk.does("add --section 2 --title 丙事 --lead 社建办");
    assert_eq!(desk.does("drop 2-04").status, 0);
    // An id that another one begins with is another one.
    desk.does("add --section 2 --title 丁事 --lead 社建办");
    assert_eq!(desk.does("drop 2-04").status, 0);
}

#[test]
fn a_task_that_is_there_twice_is_called_off_and_stands_in_no_ledger() {
    sessions("duplicate", |desk| {
        desk.does("amend 2-02 cancel --duplicate-of 2-02 --approved-by 镇长办公会");
        desk.does("amend 2-02 lead 规建办 --duplicate-of 11-01 --approved-by 镇长办公会");
        let ran = desk.does("amend 2-02 cancel --duplicate-of 集中居住 --approved-by 镇长办公会 --date 2020-11-10");
        assert_eq!(ran.status, 0);
        desk.shows("progress/2020-11.yaml");
        desk.does("history 2-02 --as-of 2020-11-24");
        desk.does("export --format csv --as-of 2020-11-24");
        desk.does("export --format csv --as-of 2020-11-24 --state cancelled");
        desk.does("status --as-of 2020-11-24 --columns 编号,任务 --tasks");
        assert_eq!(desk.does("check").status, 0);
    });
}

#[test]
fn comments_behind_a_task_go_with_it_and_a_new_task_stands_behind_them() {
    let mut desk = Desk::new("zh");
    let path = "tasks/2-城镇管理.yaml";
    let held = format!("{}  # 待核：甲\n  # 待核：乙\n", desk.holds(path));
    desk.puts(path, &held);
    assert_eq!(desk.does("add --section 2 --title 新增的任务 --lead 社建办").status, 0);
    assert!(desk.holds(path).starts_with(&held), "{}", desk.holds(path));
    assert_eq!(desk.does("undo").status, 0);
    assert_eq!(desk.does("move 2-02 --theme 12").status, 0);
    let moved = desk.holds("tasks/1-乡村振兴.yaml");
    assert!(!desk.holds(path).contains("待核") || !moved.contains("待核"), "they are in one of the files: {moved}");
}

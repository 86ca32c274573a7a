//! Revisions, with the real git in repositories made for the purpose.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::program::{HEAD, Ran, Run, TASKS, workplan};

/// A repository with a small plan in `计划`, committed once.
struct Repo {
    folder: tempfile::TempDir,
}

impl Repo {
    fn new() -> Repo {
        let repo = Repo::empty();
        repo.write("计划/plan.yaml", HEAD);
        repo.write("计划/tasks/一.yaml", TASKS);
        repo.commit("2020-07-20");
        repo
    }

    fn empty() -> Repo {
        let repo = Repo { folder: tempfile::tempdir().unwrap() };
        repo.git(&["init", "--quiet", "--initial-branch=main"]);
        repo
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        std::fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        std::fs::write(self.path(path), text).unwrap();
    }

    fn edit(&self, path: &str, old: &str, new: &str) {
        let text = std::fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(old), "{path} has no {old}");
        self.write(path, &text.replace(old, new));
    }

    fn git(&self, args: &[&str]) {
        self.git_on(args, "2020-07-01");
    }

    fn git_on(&self, args: &[&str], day: &str) {
        let when = format!("{day}T09:00:00+08:00");
        let mut command = Command::new("git");
        command.args(["-c", "user.name=张三", "-c", "user.email=z@example.org"]).args(args);
        command.current_dir(self.folder.path()).env("GIT_AUTHOR_DATE", &when).env("GIT_COMMITTER_DATE", &when);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn commit(&self, day: &str) {
        self.git(&["add", "--all"]);
        self.git_on(&["commit", "--quiet", "--message=改"], day);
    }

    /// Moves the deadline of 1-01 to another day.
    fn postpone(&self, day: &str) {
        let path = self.path("计划/tasks/一.yaml");
        let text = std::fs::read_to_string(&path).unwrap();
        let (before, after) = text.split_once("  deadline: ").unwrap();
        std::fs::write(path, format!("{before}  deadline: {day}{}", &after[10..])).unwrap();
    }

    fn run(&self, line: &str) -> Run {
        workplan(line).within(self.folder.path())
    }
}

/// The deadlines that changed: the task, from, to.
fn moved(run: Run) -> Vec<(String, String, String)> {
    let ran = run.run();
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let mut moved = Vec::new();
    for task in ran.json()["changed"].as_array().unwrap() {
        for change in task["changes"].as_array().unwrap().iter().filter(|change| change["field"] == "deadline") {
            moved.push((text(&task["id"]), text(&change["from"]), text(&change["to"])));
        }
    }
    moved
}

fn from_to(from: &str, to: &str) -> Vec<(String, String, String)> {
    vec![("1-01".to_owned(), from.to_owned(), to.to_owned())]
}

#[test]
fn the_files_against_the_last_commit() {
    let repo = Repo::new();
    let untouched = repo.run("diff --plan 计划 --exit-code").run();
    assert_eq!(untouched.status, 0, "{untouched}");
    assert!(untouched.text().contains("没有改动"), "{untouched}");
    repo.postpone("2020-12-05");
    assert_eq!(moved(repo.run("diff --plan 计划 --format json")), from_to("2020-11-20", "2020-12-05"));
    assert_eq!(repo.run("diff --plan 计划 --exit-code").run().status, 1);
    let json = repo.run("diff --plan 计划 --format json").run().json();
    assert_eq!((&json["from"]["date"], &json["to"]["revision"]), (&"2020-07-20".into(), &serde_json::Value::Null));
    assert_eq!(json["from"]["revision"].as_str().unwrap().len(), 40);
    // From a folder below, and from the plan's own.
    for below in ["计划/tasks", "计划"] {
        let run = workplan("diff --format json").within(&repo.path(below));
        assert_eq!(moved(run), from_to("2020-11-20", "2020-12-05"), "{below}");
    }
}

#[test]
fn two_revisions_in_every_notation() {
    let repo = Repo::new();
    repo.postpone("2020-12-05");
    repo.commit("2020-09-10");
    repo.git(&["tag", "九月"]);
    repo.git(&["checkout", "--quiet", "-b", "调整", "HEAD~1"]);
    repo.postpone("2020-12-15");
    repo.commit("2020-10-10");
    repo.postpone("2020-12-31");
    for (revisions, from, to) in [
        ("九月", "2020-12-05", "2020-12-31"),
        ("HEAD", "2020-12-15", "2020-12-31"),
        ("HEAD~1 九月", "2020-11-20", "2020-12-05"),
        ("main 调整", "2020-12-05", "2020-12-15"),
        ("main..调整", "2020-12-05", "2020-12-15"),
        ("main...调整", "2020-11-20", "2020-12-15"),
        ("main..", "2020-12-05", "2020-12-15"),
        ("@{2020-08-01} HEAD", "2020-11-20", "2020-12-15"),
        ("main@{2020-08-01} main@{2020-09-30}", "2020-11-20", "2020-12-05"),
        ("调整 main", "2020-12-15", "2020-12-05"),
    ] {
        let run = repo.run(&format!("diff {revisions} --plan 计划 --format json"));
        assert_eq!(moved(run), from_to(from, to), "{revisions}");
    }
    let both = repo.run("diff main 调整 --plan 计划 --format json").run().json();
    assert_eq!(both["revision"], both["to"]["revision"]);
    assert_eq!(both["to"]["date"], "2020-10-10");
}

#[test]
fn chinese_paths_however_git_quotes_them() {
    for quote in ["true", "false"] {
        let repo = Repo::new();
        repo.git(&["config", "core.quotePath", quote]);
        repo.git(&["mv", "计划", "下半年“计划”"]);
        std::fs::rename(repo.path("下半年“计划”/tasks/一.yaml"), repo.path("下半年“计划”/tasks/二 号.yaml")).unwrap();
        let ran = repo.run("diff --plan 下半年“计划” --exit-code").run();
        assert_eq!(ran.status, 0, "a folder and a file by other names are no change: {ran}");
        repo.edit("下半年“计划”/tasks/二 号.yaml", "2020-11-20", "2020-12-05");
        let run = repo.run("diff --plan 下半年“计划” --format json");
        assert_eq!(moved(run), from_to("2020-11-20", "2020-12-05"), "{quote}");
        repo.commit("2020-08-01");
        let run = repo.run("diff HEAD~1 HEAD --plan 下半年“计划” --format json");
        assert_eq!(moved(run), from_to("2020-11-20", "2020-12-05"), "{quote}");
    }
}

#[test]
fn in_a_work_tree_of_its_own() {
    let repo = Repo::new();
    repo.git(&["worktree", "add", "--quiet", "-b", "副本", "worktree"]);
    let path = repo.path("worktree/计划/tasks/一.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(path, text.replace("2020-11-20", "2020-12-05")).unwrap();
    let run = workplan("diff --plan 计划 --format json").within(&repo.path("worktree"));
    assert_eq!(moved(run), from_to("2020-11-20", "2020-12-05"));
    assert_eq!(moved(repo.run("diff --plan 计划 --format json")), [], "the other one is untouched");
}

#[test]
fn in_a_bare_repository() {
    let repo = Repo::new();
    repo.postpone("2020-12-05");
    repo.commit("2020-09-10");
    let bare = tempfile::tempdir().unwrap();
    repo.git(&["clone", "--quiet", "--bare", ".", bare.path().to_str().unwrap()]);
    let within = |line: &str| workplan(line).within(bare.path());
    assert_eq!(moved(within("diff HEAD~1 HEAD --format json")), from_to("2020-11-20", "2020-12-05"));
    assert_eq!(moved(within("diff HEAD~1 HEAD --plan 计划 --format json")), from_to("2020-11-20", "2020-12-05"));
    let refused = within("diff").run();
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("裸仓库"), "{}", refused.stderr);
}

#[test]
fn a_plan_that_was_not_there_yet() {
    let repo = Repo::empty();
    repo.write("README", "x");
    repo.commit("2020-07-01");
    repo.write("计划/plan.yaml", HEAD);
    repo.write("计划/tasks/一.yaml", TASKS);
    for (lang, told) in [("zh", "还没有这个计划"), ("en", "the plan is not in the revision HEAD")] {
        let ran = repo.run(&format!("diff --plan 计划 --lang {lang}")).run();
        assert_eq!(ran.status, 2, "{ran}");
        assert!(ran.stderr.contains(told), "{}", ran.stderr);
    }
}

#[test]
fn a_revision_with_errors_is_told_where() {
    let repo = Repo::new();
    repo.edit("计划/tasks/一.yaml", "kind: milestone", "kind: 节点");
    repo.commit("2020-08-01");
    repo.edit("计划/tasks/一.yaml", "kind: 节点", "kind: milestone");
    let revision = rev(repo.folder.path(), "HEAD");
    let ran: Ran = repo.run("diff --plan 计划").run();
    assert_eq!((ran.status, ran.text()), (2, ""), "{ran}");
    assert!(ran.stderr.contains(&format!("{}:计划/tasks/一.yaml:3:9", &revision[..10])), "{}", ran.stderr);
    assert!(ran.stderr.contains("HEAD 的计划文件有误，无法比对"), "{}", ran.stderr);
    // Both sides at once.
    repo.edit("计划/tasks/一.yaml", "kind: continuous", "kind: 常态");
    let ran = repo.run("diff --plan 计划").run();
    assert!(ran.stderr.contains(&revision[..10]) && ran.stderr.contains("当前文件 的计划文件有误"), "{}", ran.stderr);
}

fn rev(folder: &Path, name: &str) -> String {
    let output = Command::new("git").args(["rev-parse", name]).current_dir(folder).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn what_cannot_be_meant() {
    let repo = Repo::new();
    for (line, told) in [
        ("diff 无此版本 --plan 计划", "没有“无此版本”这个版本"),
        ("diff 计划 --plan 计划", "须写明两个计划目录"),
        ("diff --rev HEAD --plan 计划", "请把版本直接写在 diff 之后"),
        ("diff --plan 计划 --format csv", "此命令没有“csv”格式"),
        ("diff --plan 计划 --lead 无此单位", "没有“无此单位”"),
    ] {
        let ran = repo.run(line).run();
        assert_eq!(ran.status, 2, "{ran}");
        assert!(ran.stderr.contains(told), "{}", ran.stderr);
    }
    let nowhere = crate::program::folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS)]);
    let ran = workplan("diff").within(nowhere.path()).run();
    assert!(ran.status == 2 && ran.stderr.contains("不在 git 仓库中"), "{ran}");
}

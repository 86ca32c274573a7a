//! Reports of revisions, on real repositories: any report as it was known then, what each revision changed, and who set
//! what. Snapshots are whole outputs, in both languages, with commit ids blotted out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[allow(dead_code, unused_macros, unused_imports)]
#[path = "../cli/program.rs"]
mod program;

mod merges;
mod refusals;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use program::{HEAD, Ran, TASKS, workplan};
use tempfile::TempDir;

struct Repository {
    folder: TempDir,
}

impl Repository {
    /// A repository with a small plan, committed on the day of its issue.
    fn new() -> Repository {
        let repository = Repository { folder: tempfile::tempdir().unwrap() };
        repository.git("init --quiet --initial-branch=main .");
        repository.writes("plans/小计划/plan.yaml", HEAD);
        repository.writes("plans/小计划/tasks/1.yaml", TASKS);
        repository.commits("2020-07-01", "计划印发");
        repository
    }

    /// What happened then: a report, an approved extension, an unapproved one, a folder renamed, a file broken and mended.
    fn with_history() -> Repository {
        let repository = Repository::new();
        repository.does("record 1-01 --date 2020-09-01 --note 启动 --by 规建办 --plan plans/小计划");
        repository.commits("2020-09-02", "规建办报送");
        repository.does("amend 1-01 deadline 2020-12-15 --reason 评审组改期 --approved-by 镇长办公会 --date 2020-10-20 --plan plans/小计划");
        repository.commits("2020-10-21", "延期");
        let tasks = repository.reads("plans/小计划/tasks/1.yaml");
        repository.writes("plans/小计划/tasks/1.yaml", &tasks.replace("lead: 规划建设", "lead: 党群工作办公室 #"));
        repository.does("record 1-01 --date 2020-11-02 --note 再推 --plan plans/小计划 --force");
        repository.commits("2020-11-03", "改换牵头单位（未报批）");
        repository.git("mv plans/小计划 plans/半年计划");
        repository.commits("2020-11-10", "目录改名");
        let tasks = repository.reads("plans/半年计划/tasks/1.yaml");
        repository.writes("plans/半年计划/tasks/1.yaml", &format!("{tasks}- id：坏\n"));
        repository.commits("2020-11-11", "手误");
        repository.writes("plans/半年计划/tasks/1.yaml", &format!("# 只加注释\n{tasks}"));
        repository.commits("2020-11-12", "改正");
        repository
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn writes(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn reads(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    fn git(&self, line: &str) {
        git(self.folder.path(), &line.split_whitespace().collect::<Vec<_>>(), "2020-07-01");
    }

    fn commits(&self, day: &str, message: &str) {
        git(self.folder.path(), &["add", "--all"], day);
        git(self.folder.path(), &["commit", "--quiet", "--message", message], day);
    }

    fn does(&self, line: &str) {
        let ran = self.runs(line);
        assert_eq!(ran.status, 0, "{ran}");
    }

    fn runs(&self, line: &str) -> Ran {
        workplan(line).within(self.folder.path()).run()
    }
}

fn git(folder: &Path, words: &[&str], day: &str) {
    let when = format!("{day}T10:00:00+08:00");
    let mut command = Command::new("git");
    command.current_dir(folder).args(words).env("GIT_AUTHOR_DATE", &when).env("GIT_COMMITTER_DATE", &when);
    for (name, value) in [("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")] {
        command.env(name, value);
    }
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "王主任").env(format!("GIT_{who}_EMAIL"), "wang@example.org");
    }
    let ran = command.output().unwrap();
    assert!(ran.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&ran.stderr));
}

fn compare(name: &str, said: &str) {
    insta::with_settings!({
        prepend_module_to_snapshot => false,
        omit_expression => true,
        filters => vec![(r"\b[0-9a-f]{10}(?:[0-9a-f]{30})?\b", "[id]")],
    }, {
        insta::assert_snapshot!(name, said);
    });
}

#[test]
fn what_each_revision_changed_and_who_set_what() {
    let repository = Repository::with_history();
    for lang in ["zh", "en"] {
        let mut said = String::new();
        for line in [
            "history --git",
            "history 1-01 --git",
            "history 1-01 --git --format text --rev HEAD~4",
            "blame 1-01",
            "blame 1-01 --rev @{2020-09-30}",
            "blame 1-01 --format md",
        ] {
            let _ = writeln!(said, "{}", repository.runs(&format!("{line} --lang {lang} --as-of 2020-11-24")));
        }
        compare(&format!("history.{lang}"), &said);
    }
}

#[test]
fn a_report_is_had_as_known_at_any_revision() {
    let repository = Repository::with_history();
    let deadline = |rev: &str| {
        let ran = repository.runs(&format!("show 1-01 --as-of 2020-11-24 --format json {rev}"));
        assert_eq!(ran.status, 0, "{ran}");
        let shown = ran.json();
        let id = shown["revision"].as_str().map(str::len);
        (shown["task"]["deadline"].as_str().unwrap().to_owned(), id)
    };
    let first = TASKS.split("deadline: ").nth(1).map_or("2020-12-31", |rest| &rest[..10]).to_owned();
    for (rev, day, id) in [
        ("", "2020-12-15".to_owned(), None),
        ("--rev HEAD", "2020-12-15".to_owned(), Some(40)),
        ("--rev HEAD~4", "2020-12-15".to_owned(), Some(40)),
        ("--rev HEAD~5", first.clone(), Some(40)),
        ("--rev @{2020-10-21}", "2020-12-15".to_owned(), Some(40)),
        ("--rev main@{2020-10-20}", first.clone(), Some(40)),
        ("--rev-date 2020-10-21", "2020-12-15".to_owned(), Some(40)),
        ("--rev-date 2020-09-02 --rev main", first, Some(40)),
    ] {
        assert_eq!(deadline(rev), (day, id), "{rev}");
    }
}

#[test]
fn what_cannot_be_had_is_said() {
    let repository = Repository::with_history();
    for lang in ["zh", "en"] {
        let mut said = String::new();
        for line in [
            "status --rev nowhere",
            "status --rev-date 2020-06-30",
            "status --rev-date 6月底",
            "status --rev HEAD~1",
            "check --rev HEAD~1",
            "record 1-01 --note x --rev HEAD",
            "history --git --rev HEAD~1",
        ] {
            let ran = repository.runs(&format!("{line} --lang {lang} --as-of 2020-11-24"));
            assert_ne!(ran.status, 0, "{ran}");
            let _ = writeln!(said, "{ran}");
        }
        compare(&format!("refused.{lang}"), &said);
    }
}

#[test]
fn it_works_from_anywhere() {
    let repository = Repository::with_history();
    repository.git("config core.quotePath true");
    let reports = |folder: &Path, line: &str| {
        let ran = workplan(&format!("{line} --as-of 2020-11-24 --lang zh")).within(folder).run();
        assert_eq!(ran.status, 0, "{ran}");
        ran.text().to_owned()
    };
    let line = "status --rev main~5";
    let expected = reports(&repository.path(""), line);
    assert_eq!(reports(&repository.path("plans/半年计划/tasks"), line), expected, "a folder below");
    let tree = tempfile::tempdir().unwrap();
    let tree_path = tree.path().join("tree");
    git(
        repository.folder.path(),
        &["worktree", "add", "--quiet", "--detach", tree_path.to_str().unwrap()],
        "2020-11-24",
    );
    assert_eq!(reports(&tree_path, line), expected, "a work tree");
    let bare = tree.path().join("bare.git");
    git(repository.folder.path(), &["clone", "--quiet", "--bare", ".", bare.to_str().unwrap()], "2020-11-24");
    assert_eq!(reports(&bare, line), expected, "a bare repository");
    assert_eq!(reports(&bare, &format!("{line} --plan plans/小计划")), expected, "named in a bare repository");
}

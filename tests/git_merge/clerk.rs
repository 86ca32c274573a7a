//! A repository with a small plan in it, and what clerks do there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

pub(crate) const HEAD: &str = "\
format: workplan/1
id: small
title: 小镇2020年下半年工作安排
issuer: 小镇人民政府
issued: 2020-07-01
period: { start: 2020-07-01, end: 2020-12-31 }
units: [{ name: 规划建设和生态环境办公室, short: 规建办 }, { name: 社区建设办公室, short: 社建办 }]
sections:
  - { id: '1', title: 乡村振兴, themes: [{ id: '11', title: 农业 }, { id: '12', title: 乡村 }] }
";

pub(crate) const TASKS: &str = "\
# 板块一

- id: 11-01
  title: 完成92户集中居住      # 原文第12行
  source: 完成92户集中居住项目
  kind: measured
  lead: 规划建设和生态环境办公室
  metrics:
    - { name: 户数, unit: 户, target: 92, says: 92户 }
  deadline: 2020-11-30
  assumed: [lead, deadline]

# 专题二
- id: 12-03
  title: \"迎接市级评审\"
  source: 迎接11月份市级评审
  kind: milestone
  lead: 规划建设和生态环境办公室
  deadline: 2020-11-30
  deadline_says: 11月份
  assumed: [lead]
";

pub(crate) const JOURNAL: &str = "\
# 十月

- date: 2020-10-20
  task: 11-01
  values: { 户数: 61 }
";

pub(crate) const TASK_FILE: &str = "plans/小镇/tasks/1-乡村振兴.yaml";
pub(crate) const JOURNAL_FILE: &str = "plans/小镇/progress/2020-10.yaml";

/// A repository.
pub(crate) struct Repository {
    pub(crate) top: PathBuf,
    _folder: TempDir,
}

impl Repository {
    /// One with the plan committed on `main`, and git set up.
    pub(crate) fn new() -> Repository {
        let repository = Repository::without_setup();
        repository.workplan(&["git", "setup", "--plan", "plans/小镇"]);
        repository.commit("设置");
        repository
    }

    /// One in which git knows nothing of plans.
    pub(crate) fn without_setup() -> Repository {
        let folder = tempfile::tempdir().unwrap();
        let top = dunce::canonicalize(folder.path()).unwrap().join("仓库 1");
        fs::create_dir(&top).unwrap();
        let repository = Repository { top, _folder: folder };
        repository.git(&["init", "-q", "-b", "main"]);
        repository.write("plans/小镇/plan.yaml", HEAD);
        repository.write(TASK_FILE, TASKS);
        repository.write(JOURNAL_FILE, JOURNAL);
        repository.commit("计划");
        repository
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.top.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.top.join(path)).unwrap()
    }

    /// Puts words in the place of others, which must be there once.
    pub(crate) fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(old).count(), 1, "{old}");
        self.write(path, &text.replace(old, new));
    }

    pub(crate) fn append(&self, path: &str, more: &str) {
        let text = if self.top.join(path).exists() { self.read(path) } else { String::new() };
        self.write(path, &(text + more));
    }

    pub(crate) fn commit(&self, subject: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", subject]);
    }

    /// Begins a branch at another, does something there, and commits it.
    pub(crate) fn branch(&self, name: &str, from: &str, act: impl FnOnce(&Repository)) {
        self.git(&["checkout", "-q", "-b", name, from]);
        act(self);
        self.commit(name);
    }

    /// Runs git, which must agree.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let (status, said) = self.try_git(arguments);
        assert_eq!(status, 0, "git {arguments:?}\n{said}");
        said
    }

    /// Runs git; its status, and all that it says.
    pub(crate) fn try_git(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = self.program("git");
        command.args(["-c", "core.quotePath=false"]).args(arguments);
        said(command)
    }

    /// Runs this program, which must agree.
    pub(crate) fn workplan(&self, arguments: &[&str]) -> String {
        let (status, said) = self.try_workplan(arguments);
        assert_eq!(status, 0, "workplan {arguments:?}\n{said}");
        said
    }

    pub(crate) fn try_workplan(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = self.program(env!("CARGO_BIN_EXE_workplan"));
        command.args(arguments);
        said(command)
    }

    /// A program in this repository, in an environment in which nothing but the test decides.
    pub(crate) fn program(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command.current_dir(&self.top).env("HOME", self.top.parent().unwrap()).env("GIT_CONFIG_NOSYSTEM", "1");
        for (name, value) in [("NAME", "张三"), ("EMAIL", "zhang@example.org"), ("DATE", "2020-10-20T09:00:00+08:00")]
        {
            command.env(format!("GIT_AUTHOR_{name}"), value).env(format!("GIT_COMMITTER_{name}"), value);
        }
        for variable in ["WORKPLAN_LANG", "WORKPLAN_PLAN", "COLUMNS", "NO_COLOR", "GIT_DIR", "GIT_INDEX_FILE"] {
            command.env_remove(variable);
        }
        command
    }
}

fn said(mut command: Command) -> (i32, String) {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout) + &text(&output.stderr))
}

/// An entry as `record` would write it.
pub(crate) fn entry(date: &str, task: &str, note: &str) -> String {
    format!("\n- date: {date}\n  task: {task}\n  note: {note}\n")
}

/// Runs the driver itself, without git; its status and what it leaves in OURS.
pub(crate) fn drive(base: &[u8], ours: &[u8], theirs: &[u8], path: &str) -> (i32, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let files = [file("O", base), file("A", ours), file("B", theirs)];
    let status = Command::new(env!("CARGO_BIN_EXE_workplan"))
        .args(["git", "merge"])
        .args(&files)
        .arg(path)
        .env_remove("WORKPLAN_LANG")
        .output()
        .unwrap()
        .status;
    (status.code().unwrap(), fs::read(Path::new(&files[1])).unwrap())
}

//! A plan folder of its own, every byte of it, and the program run on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use workplan::plan::{Entry, Language};
use workplan::store::open;

use crate::copied::copy;
use crate::program;

/// How many of so many rounds are run: all where `SOAK` is set, as `scripts/soak` does; else a third, and never so few
/// that luck would decide what is met.
pub(crate) fn often(all: usize) -> usize {
    if std::env::var_os("SOAK").is_some() { all } else { all.min(20).max(all / 3) }
}

/// Files by their path from the top, without the program's own folder.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// A plan within a repository of its own.
pub(crate) struct Plan {
    /// The repository's top.
    pub(crate) top: PathBuf,
    /// The plan's folder.
    pub(crate) folder: PathBuf,
    _dir: Option<tempfile::TempDir>,
}

/// What a command said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Plan {
    /// A copy of the sample plan.
    pub(crate) fn sample() -> Plan {
        let dir = tempfile::tempdir().unwrap();
        let plan = Plan::sample_in(dir.path());
        Plan { _dir: Some(dir), ..plan }
    }

    /// A copy of the sample plan in memory, where the system has such a place: many writings do not wait for the
    /// disk there, so that they meet more often.
    pub(crate) fn sample_in_memory() -> Plan {
        let dir = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let plan = Plan::sample_in(dir.path());
        Plan { _dir: Some(dir), ..plan }
    }

    /// A copy of the sample plan, there.
    pub(crate) fn sample_in(top: &Path) -> Plan {
        for folder in ["plans/sample", "seeds"] {
            copy(&program::top().join(folder), &top.join(folder));
        }
        fs::create_dir_all(top.join(".git")).unwrap();
        Plan { top: top.to_owned(), folder: top.join("plans/sample"), _dir: None }
    }

    /// Two tasks, and nothing reported yet.
    pub(crate) fn small() -> Plan {
        let dir = program::folder(&[("plan/plan.yaml", program::HEAD), ("plan/tasks/1.yaml", program::TASKS)]);
        fs::create_dir_all(dir.path().join(".git")).unwrap();
        let top = dir.path().to_owned();
        Plan { folder: top.join("plan"), top, _dir: Some(dir) }
    }

    /// A plan that somebody else has made and will delete.
    pub(crate) fn at(top: &Path, folder: &Path) -> Plan {
        Plan { top: top.to_owned(), folder: folder.to_owned(), _dir: None }
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// `workplan` with those arguments on this plan, ready to run.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_workplan"));
        command.args(args).current_dir(&self.top).env("WORKPLAN_PLAN", &self.folder).stdin(Stdio::null());
        for variable in ["COLUMNS", "NO_COLOR", "WORKPLAN_LANG", "CLICOLOR_FORCE", "RUST_BACKTRACE"] {
            command.env_remove(variable);
        }
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Said {
        said(self.command(args).output().unwrap())
    }

    /// Runs a command that must go well.
    pub(crate) fn must(&self, args: &[&str]) -> Said {
        let said = self.run(args);
        assert_eq!(said.status, 0, "{args:?}: {said:?}");
        said
    }

    /// Nothing is wrong with the plan, and nothing is left to be finished.
    pub(crate) fn assert_clean(&self) {
        self.must(&["check"]);
        assert!(!self.is_pending());
    }

    pub(crate) fn is_pending(&self) -> bool {
        self.path(".workplan/pending.json").exists()
    }

    /// Every file of the repository but those in `.workplan/`.
    pub(crate) fn files(&self) -> Files {
        let mut files = Files::new();
        take_files(&self.top, "", &mut files);
        files
    }

    /// Puts the files back as they were.
    pub(crate) fn restore(&self, files: &Files) {
        let now = self.files();
        now.keys()
            .filter(|path| !files.contains_key(*path))
            .for_each(|path| fs::remove_file(self.top.join(path)).unwrap());
        for (path, bytes) in files.iter().filter(|(path, bytes)| now.get(*path) != Some(bytes)) {
            fs::write(self.top.join(path), bytes).unwrap();
        }
    }

    pub(crate) fn entries(&self) -> Vec<Entry> {
        let opened = open(&self.folder);
        assert_eq!(workplan::check::run(&opened, Language::English).len(), 0);
        opened.journal.entries
    }

    /// The notes of the journal, each as often as it stands there.
    pub(crate) fn notes(&self) -> BTreeMap<String, usize> {
        let mut notes = BTreeMap::new();
        for note in self.entries().into_iter().filter_map(|entry| entry.note) {
            *notes.entry(note).or_insert(0) += 1;
        }
        notes
    }
}

pub(crate) fn said(output: Output) -> Said {
    Said {
        status: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn take_files(folder: &Path, prefix: &str, files: &mut Files) {
    for file in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = file.file_name().into_string().unwrap();
        match file.file_type().unwrap().is_dir() {
            _ if name == ".workplan" => {}
            true => take_files(&file.path(), &format!("{prefix}{name}/"), files),
            false => drop(files.insert(format!("{prefix}{name}"), fs::read(file.path()).unwrap())),
        }
    }
}

/// Numbers that nobody foresees. What they began with is said when a test fails.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new() -> Dice {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        let seed = u64::from(now.subsec_nanos()) | 1;
        eprintln!("dice: {seed}");
        Dice(seed)
    }

    /// From 0 to 1.
    pub(crate) fn share(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }
}

//! Running the program, from the top of this repository unless said otherwise, in an environment in which
//! nothing but the test decides.

use std::fmt;
use std::path::{Path, PathBuf};

/// A run that is being prepared.
pub(crate) struct Run {
    command: assert_cmd::Command,
    line: String,
}

/// What came of a run.
pub(crate) struct Ran {
    line: String,
    pub(crate) status: i32,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
}

/// `workplan` with the arguments of a line; one argument may be quoted with '…'.
pub(crate) fn workplan(line: &str) -> Run {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_workplan"));
    command.args(words(line)).current_dir(top());
    for variable in ["COLUMNS", "NO_COLOR", "WORKPLAN_PLAN", "WORKPLAN_LANG", "CLICOLOR_FORCE", "RUST_BACKTRACE"] {
        command.env_remove(variable);
    }
    Run { command, line: format!("workplan {line}") }
}

fn words(line: &str) -> Vec<String> {
    let quoted = line.split('\'').enumerate();
    let words = quoted.flat_map(|(place, part)| match place % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    words.collect()
}

/// A terminal on which the arguments of a line were typed, in a folder.
#[cfg(unix)]
pub(crate) fn terminal(line: &str, within: &Path) -> rexpect::session::PtySession {
    const PATIENCE_MS: u64 = 20_000;
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_workplan"));
    command.args(line.split_whitespace()).current_dir(within).env("TERM", "xterm-256color");
    for variable in ["COLUMNS", "WORKPLAN_PLAN", "WORKPLAN_LANG"] {
        command.env_remove(variable);
    }
    rexpect::session::spawn_command(command, Some(PATIENCE_MS)).unwrap()
}

/// The top of this repository.
pub(crate) fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

impl Run {
    /// Sets a variable of the environment.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Run {
        self.command.env(name, value);
        self.line = format!("{name}={value} {}", self.line);
        self
    }

    /// Gives one more argument, whatever is in it.
    pub(crate) fn arg(mut self, arg: &str) -> Run {
        self.command.arg(arg);
        self.line = format!("{} {arg:?}", self.line);
        self
    }

    /// Gives a text on the standard input.
    pub(crate) fn typed(mut self, text: &str) -> Run {
        self.command.write_stdin(text);
        self
    }

    /// Runs in another folder.
    pub(crate) fn within(mut self, folder: &Path) -> Run {
        self.command.current_dir(folder);
        self
    }

    pub(crate) fn run(mut self) -> Ran {
        let output = self.command.output().unwrap();
        Ran {
            line: self.line,
            status: output.status.code().expect("no signal"),
            stdout: output.stdout,
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.stdout).unwrap()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.stdout).unwrap()
    }
}

/// A session as a reader of the documentation would see it.
impl fmt::Display for Ran {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "$ {}", self.line)?;
        f.write_str(self.text())?;
        if !self.stderr.is_empty() {
            write!(f, "── stderr ──\n{}", self.stderr)?;
        }
        writeln!(f, "── exit {} ──", self.status)
    }
}

/// Runs a line and compares the whole of it with its snapshot.
macro_rules! snapshot {
    ($name:expr, $run:expr) => {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $run.run())
        })
    };
}
pub(crate) use snapshot;

/// Compares the whole of what came of a run with its snapshot.
pub(crate) fn compared(name: &str, ran: &Ran) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, ran);
    });
}

/// Runs a line in both languages; the names end in `.zh` and `.en`.
macro_rules! in_both_languages {
    ($name:expr, $line:expr) => {
        for lang in ["zh", "en"] {
            let run = crate::program::workplan(&format!("{} --lang {lang}", $line));
            crate::program::snapshot!(format!("{}.{lang}", $name), run);
        }
    };
}
pub(crate) use in_both_languages;

/// A folder with files in it, for plans that are no part of this repository.
pub(crate) fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// A small plan without fault, as `plan.yaml`.
pub(crate) const HEAD: &str = "\
format: workplan/1
id: small
title: 小计划
issuer: 金泽镇人民政府
issued: 2020-07-01
period: { start: 2020-07-01, end: 2020-12-31 }
units: [{ name: 规划建设和生态环境办公室, short: 规建办 }, { name: 党建工作办公室, short: 党建办 }, { name: 党群工作办公室, short: 党群办 }]
sections: [{ id: '1', title: 第一板块 }]
";
/// Its tasks, as `tasks/1.yaml`.
pub(crate) const TASKS: &str = "\
- id: 1-01
  title: 完成92户集中居住
  kind: milestone
  lead: 规划建设和生态环境办公室
  deadline: 2020-11-20
  assumed: [deadline]
- id: 1-02
  title: 持续推进村容整治
  kind: continuous
  lead: 党建工作办公室
";

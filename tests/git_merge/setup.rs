//! `git setup`, and what git shows afterwards.

use crate::clerk::{JOURNAL_FILE, Repository, TASK_FILE, entry};

macro_rules! snapshot {
    ($name:expr, $repository:expr, $text:expr) => {{
        let top = $repository.top.display().to_string();
        let text = $text.replace(&top, "[top]").replace(env!("CARGO_BIN_EXE_workplan"), "[workplan]");
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, text)
        })
    }};
}

#[test]
fn it_shows_what_it_writes_in_both_languages() {
    for lang in ["zh", "en"] {
        let clerks = Repository::without_setup();
        let session: String = ["--dry-run", "", "", "--undo", "--undo"]
            .map(|option| {
                let mut arguments = vec!["git", "setup", "--plan", "plans/小镇", "--lang", lang];
                arguments.extend(Some(option).filter(|option| !option.is_empty()));
                format!("$ workplan {}\n{}\n", arguments.join(" "), clerks.workplan(&arguments))
            })
            .concat();
        snapshot!(format!("setup.{lang}"), clerks, session);
    }
}

#[test]
fn undoing_leaves_every_other_byte() {
    for (attributes, local) in
        [("*.png binary\n", false), ("*.png binary", false), ("", true), ("*.doc -diff\r\n", true)]
    {
        let clerks = Repository::without_setup();
        if !attributes.is_empty() {
            clerks.write(".gitattributes", attributes);
        }
        clerks.git(&["config", "diff.tool", "x"]);
        let before = (clerks.read(".git/config"), clerks.git(&["status", "--short"]));
        let option = if local { "--local" } else { "--yes" };
        clerks.workplan(&["git", "setup", "--plan", "plans/小镇", option]);
        let set = clerks.read(".git/config");
        assert_ne!(set, before.0);
        assert_eq!(clerks.top.join(".git/info/attributes").exists(), local);
        clerks.workplan(&["git", "setup", "--plan", "plans/小镇", option]);
        assert_eq!(clerks.read(".git/config"), set);
        clerks.workplan(&["git", "setup", "--plan", "plans/小镇", "--undo"]);
        assert_eq!((clerks.read(".git/config"), clerks.git(&["status", "--short"])), before);
        if !attributes.is_empty() {
            assert_eq!(clerks.read(".gitattributes"), attributes);
        }
        assert!(!clerks.top.join(".git/info/attributes").exists());
    }
}

#[test]
fn what_somebody_else_has_set_stays() {
    let clerks = Repository::without_setup();
    clerks.workplan(&["git", "setup", "--plan", "plans/小镇"]);
    clerks.git(&["config", "diff.workplan.textconv", "cat"]);
    clerks.workplan(&["git", "setup", "--plan", "plans/小镇", "--undo"]);
    assert_eq!(clerks.git(&["config", "--get-regexp", "workplan"]), "diff.workplan.textconv cat\n");
}

#[test]
fn git_shows_the_plan_rather_than_the_yaml() {
    let clerks = Repository::new();
    clerks.edit(TASK_FILE, "  deadline: 2020-11-30\n  assumed", "  deadline: 2020-12-15   # 见纪要\n  assumed");
    // No change to a reader: quotes, remarks, the order of keys.
    clerks.edit(TASK_FILE, "\"迎接市级评审\"", "迎接市级评审 # 校对过");
    clerks.append(JOURNAL_FILE, &entry("2020-10-21", "11-01", "规划已批"));
    let diff = clerks.git(&["diff"]);
    clerks.commit("延期");
    clerks.edit(TASK_FILE, "迎接市级评审 # 校对过", "'迎接市级评审' # 又校对过");
    let nothing = clerks.git(&["diff"]);
    let log = clerks.git(&["log", "-p", "-1", "--format=%s"]);
    let headless = |text: &str| -> String {
        text.lines().filter(|line| !line.starts_with("index ")).map(|line| format!("{line}\n")).collect()
    };
    assert_eq!(log.split_once("\n\n").unwrap().1, diff);
    snapshot!("diff", clerks, format!("{}\n── only quotes and remarks ──\n{}", headless(&diff), headless(&nothing)));
}

#[test]
fn every_kind_of_file_is_readable_in_both_languages() {
    let folder = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("plans/sample");
    let clerks = Repository::without_setup();
    for (name, file) in
        [("plan", "plan.yaml"), ("tasks", "tasks/2-乡村振兴.yaml"), ("progress", "progress/2020-08.yaml")]
    {
        for lang in ["zh", "en"] {
            let file = folder.join(file);
            let text = clerks.workplan(&["git", "textconv", file.to_str().unwrap(), "--lang", lang]);
            snapshot!(format!("textconv-{name}.{lang}"), clerks, text);
        }
    }
    clerks.write("x", "- [\n");
    assert_eq!(clerks.workplan(&["git", "textconv", "x"]), "- [\n");
}

/// A graphical program or a hook may not find this one.
#[cfg(unix)]
#[test]
fn without_the_program_git_merges_by_lines_and_shows_text() {
    for broken in ["/nowhere/workplan", "exit 101"] {
        let clerks = Repository::new();
        for key in ["merge.workplan.driver", "diff.workplan.textconv"] {
            let line = clerks.git(&["config", key]);
            let program = env!("CARGO_BIN_EXE_workplan");
            let broken = if broken.starts_with('/') { broken.to_owned() } else { format!("sh -c '{broken}' x") };
            // The path stands quoted where it needs to be.
            let other = line.trim_end().replace(&format!("'{program}'"), program).replace(program, &broken);
            assert!(other.contains(&broken), "{other}");
            clerks.git(&["config", key, &other]);
        }
        clerks.branch("甲", "main", |clerk| clerk.append(JOURNAL_FILE, &entry("2020-10-21", "11-01", "甲记")));
        clerks.branch("乙", "main", |clerk| {
            clerk.append(JOURNAL_FILE, &entry("2020-10-22", "11-01", "乙记"));
            clerk.edit(TASK_FILE, "target: 92", "target: 90");
        });
        assert!(clerks.git(&["diff", "HEAD~1"]).contains("+    - { name: 户数, unit: 户, target: 90, says: 92户 }"));
        let (status, said) = clerks.try_git(&["merge", "-q", "甲"]);
        let text = clerks.read(JOURNAL_FILE);
        assert_eq!(status, 1, "{said}");
        assert!(text.contains("<<<<<<< ours") && text.contains("甲记") && text.contains("乙记"), "{text}");
    }
}

#[test]
fn settings_that_were_once_written_are_known() {
    let clerks = Repository::without_setup();
    clerks.workplan(&["git", "setup", "--plan", "plans/小镇"]);
    let set = clerks.read(".git/config");
    for (driver, textconv) in [
        ("workplan git merge %O %A %B %P %L", "workplan git textconv"),
        ("'/opt/my tools/workplan' git merge %O %A %B %P %L", "'/opt/my tools/workplan' git textconv"),
    ] {
        clerks.git(&["config", "merge.workplan.driver", driver]);
        clerks.git(&["config", "diff.workplan.textconv", textconv]);
        clerks.workplan(&["git", "setup", "--plan", "plans/小镇"]);
        assert_eq!(clerks.read(".git/config"), set);
        clerks.git(&["config", "merge.workplan.driver", driver]);
        clerks.git(&["config", "diff.workplan.textconv", textconv]);
        clerks.workplan(&["git", "setup", "--plan", "plans/小镇", "--undo"]);
        assert_eq!(clerks.try_git(&["config", "--get-regexp", "workplan"]).1, "");
        clerks.workplan(&["git", "setup", "--plan", "plans/小镇"]);
    }
}

#[cfg(unix)]
#[test]
fn on_a_terminal_it_asks_first() {
    for (answer, written) in [("n", false), ("y", true)] {
        let clerks = Repository::without_setup();
        let mut command = clerks.program(env!("CARGO_BIN_EXE_workplan"));
        command.args(["git", "setup", "--plan", "plans/小镇", "--lang", "en"]).env("TERM", "xterm-256color");
        let mut terminal = rexpect::session::spawn_command(command, Some(20_000)).unwrap();
        terminal.exp_string("this is what changes").unwrap();
        terminal.exp_string("Write it?").unwrap();
        assert!(!clerks.top.join(".gitattributes").exists());
        terminal.send_line(answer).unwrap();
        terminal.exp_eof().unwrap();
        assert_eq!(clerks.top.join(".gitattributes").exists(), written);
    }
}

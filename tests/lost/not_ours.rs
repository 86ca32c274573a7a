//! Links, pipes and devices in the place of the program's own files and of the plan's folders, as they may come with a clone.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::plan::{Plan, Said, said};

const RECORD: &[&str] = &["record", "22-07", "--date", "2020-11-24", "--note", "甲"];
const NOTICE: &[&str] = &["notice", "22-07", "--as-of", "2020-11-24", "--level", "urge", "--out", "督办单.docx"];
const READING: [&[&str]; 3] = [&["check"], &["status"], &["show", "22-07"]];

fn pipe(at: &Path) {
    assert!(Command::new("mkfifo").arg(at).status().unwrap().success());
}

/// Runs a command that must end by itself.
fn in_time(plan: &Plan, args: &[&str]) -> Said {
    let mut command = plan.command(args);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let started = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if started.elapsed() > Duration::from_secs(30) {
            child.kill().unwrap();
            panic!("{args:?} hangs");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    said(child.wait_with_output().unwrap())
}

fn assert_refused(plan: &Plan, name: &str) {
    let before = plan.files();
    for (lang, words) in [("zh", "不是本程序建立的"), ("en", "was not made by this program")] {
        let said = in_time(plan, &[RECORD, &["--lang", lang]].concat());
        assert_eq!(said.status, 2, "{name}: {said:?}");
        assert!(said.stderr.contains(words) && said.stderr.contains(name), "{name}: {said:?}");
    }
    for reading in READING {
        assert_eq!(in_time(plan, reading).status, 0, "{name}: {reading:?}");
    }
    assert_eq!(plan.files(), before, "{name}");
}

#[test]
fn what_stands_in_the_place_of_our_folder_is_refused_and_not_touched() {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("new-letter.docx"), "别人的").unwrap();
    let plan = Plan::sample();
    let own = plan.path(".workplan");
    symlink(outside.path(), &own).unwrap();
    assert_refused(&plan, ".workplan");
    let left: Vec<_> = fs::read_dir(outside.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left, ["new-letter.docx"]);
    fs::remove_file(&own).unwrap();
    symlink(outside.path().join("nowhere"), &own).unwrap();
    assert_refused(&plan, ".workplan");
    fs::remove_file(&own).unwrap();
    fs::write(&own, "x").unwrap();
    assert_refused(&plan, ".workplan");
    fs::remove_file(&own).unwrap();
    pipe(&own);
    assert_refused(&plan, ".workplan");
    fs::remove_file(&own).unwrap();
    plan.must(RECORD);
    assert!(!outside.path().join("nowhere").exists());
}

#[test]
fn what_stands_in_the_place_of_our_files_is_refused_and_holds_nobody_up() {
    let outside = tempfile::tempdir().unwrap();
    for name in ["lock", "turn", "pending.json", ".gitignore"] {
        let plan = Plan::sample();
        let own = plan.path(".workplan");
        fs::create_dir(&own).unwrap();
        let (file, shown) = (own.join(name), format!(".workplan/{name}"));
        pipe(&file);
        assert_refused(&plan, &shown);
        fs::remove_file(&file).unwrap();
        for target in [outside.path().join("made"), "/dev/zero".into()] {
            symlink(&target, &file).unwrap();
            if name != ".gitignore" {
                assert_refused(&plan, &shown);
            } else {
                in_time(&plan, RECORD);
            }
            fs::remove_file(&file).unwrap();
        }
        let _socket = std::os::unix::net::UnixListener::bind(&file).unwrap();
        assert_refused(&plan, &shown);
        assert!(!outside.path().join("made").exists());
    }
}

#[test]
fn nothing_is_written_through_a_folder_that_leads_out() {
    for (folder, command) in [
        ("progress", RECORD),
        ("notices", NOTICE),
        ("checklists", &["checklist", "23-11", "close", "新港村-013", "--date", "2020-11-20"]),
        ("tasks", &["add", "--theme", "22", "--title", "导览牌更新"]),
    ] {
        let plan = Plan::sample();
        let outside = tempfile::tempdir().unwrap();
        let place = plan.path(folder);
        let _ = fs::remove_dir_all(&place);
        symlink(outside.path(), &place).unwrap();
        for lang in ["zh", "en"] {
            let said = in_time(&plan, &[command, &["--lang", lang]].concat());
            assert_eq!(said.status, 2, "{folder}: {said:?}");
        }
        assert!(in_time(&plan, &["check", "--lang", "en"]).stdout.contains("leads out of the repository"), "{folder}");
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0, "{folder}");
        assert!(!plan.top.join("督办单.docx").exists());
    }
}

/// A pipe in the place of a file that a change names: the announcement may have come with the folder.
#[test]
fn an_announcement_that_names_a_pipe_holds_nobody_up() {
    let plan = Plan::sample();
    plan.must(RECORD);
    pipe(&plan.path("x.yaml"));
    let pending = serde_json::json!({ "what": "甲", "changes": [{ "path": "x.yaml", "before": null, "after": "乙" }] });
    fs::write(plan.path(".workplan/pending.json"), pending.to_string()).unwrap();
    assert_eq!(in_time(&plan, RECORD).status, 2);
    assert_eq!(in_time(&plan, &["status"]).status, 0);
}

//! What `workplan/1` promises (docs/compatibility.md): plans as an earlier version had them are read, judged, compared and merged as
//! they were then, and nothing of their bytes moves that was not asked for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../folder/copied.rs"]
mod copied;
#[allow(dead_code, unused_imports, unused_macros)]
#[path = "../cli/program.rs"]
mod program;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use copied::copy;
use program::workplan;

const PLANS: [&str; 2] = ["jinze-2020h2", "sample"];
const TASKS: &str = "plans/sample/tasks/2-乡村振兴.yaml";

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compatibility/0.1")
}

/// What a command prints; it must not fail.
fn done(line: &str, at: &Path) -> String {
    let ran = workplan(line).within(at).run();
    assert_eq!(ran.status, 0, "{ran}");
    ran.text().to_owned()
}

fn git(line: &str, at: &Path) {
    let mut command = Command::new("git");
    for role in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{role}_NAME"), "书记员").env(format!("GIT_{role}_EMAIL"), "clerk@example.org");
    }
    let ran = command.args(line.split(' ')).current_dir(at).output().unwrap();
    assert!(ran.status.success(), "git {line}: {}", String::from_utf8_lossy(&ran.stderr));
}

/// The plans of 0.1.0 in a repository of their own.
fn repository() -> tempfile::TempDir {
    let at = tempfile::tempdir().unwrap();
    copy(&kept(), at.path());
    git("init -q -b main", at.path());
    git("config core.quotePath false", at.path());
    git("add .", at.path());
    git("commit -q -m 0.1", at.path());
    at
}

/// A row of what 0.1.0 said of a task: id, light, state, deadline, its basis, progress, values.
fn said_then(plan: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(kept().join(format!("{plan}.tsv"))).unwrap();
    text.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// The same of what is said now.
fn said_now(plan: &str) -> Vec<Vec<String>> {
    let json = done(&format!("status --plan plans/{plan} --as-of 2020-11-24 --format json"), &kept());
    let report: Value = serde_json::from_str(&json).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let row = |task: &Value| {
        let metrics = task["metrics"].as_array().unwrap().iter();
        let values: Vec<String> =
            metrics.map(|metric| format!("{}={}", metric["name"].as_str().unwrap(), metric["value"])).collect();
        let told = ["id", "light", "state", "deadline", "deadline_basis"].map(|key| text(&task[key]));
        told.into_iter().chain([task["progress"].to_string(), values.join(" ")]).collect()
    };
    report["tasks"].as_array().unwrap().iter().map(row).collect()
}

#[test]
fn the_same_tasks_stand_as_they_did() {
    for plan in PLANS {
        let (then, now) = (said_then(plan), said_now(plan));
        assert_eq!(then.len(), now.len(), "{plan}");
        for (mut then, now) in then.into_iter().zip(now) {
            // Two rules have changed since, and the changelog says so: ongoing work has no deadline of its own, and what was never heard of is grey.
            if now[4] == "none" {
                assert_eq!(then[4], "period", "{then:?}");
                then[3..5].clone_from_slice(&now[3..5]);
            }
            if now[1] == "grey" {
                assert!(["yellow", "grey"].contains(&&*then[1]) && then[2] == "not_started", "{then:?}");
                then[1] = "grey".to_owned();
            }
            assert_eq!(then, now, "{plan}");
        }
    }
}

#[test]
fn no_fault_is_found_in_what_was_faultless() {
    for plan in PLANS {
        let said = done(&format!("check --plan plans/{plan} --lang en"), &kept());
        // What would be written otherwise today is a warning, never an error.
        assert!(said.contains("W122") && !said.contains("error["), "{said}");
    }
}

#[test]
fn what_is_asked_for_is_all_that_changes() {
    let at = repository();
    let before = fs::read_to_string(at.path().join(TASKS)).unwrap();
    done("set 22-07 recurs=month:25 --plan plans/sample", at.path());
    let after = fs::read_to_string(at.path().join(TASKS)).unwrap();
    let (gone, come): (Vec<&str>, Vec<&str>) = (
        before.lines().filter(|line| !after.lines().any(|other| other == *line)).collect(),
        after.lines().filter(|line| !before.lines().any(|other| other == *line)).collect(),
    );
    assert!(gone.is_empty(), "{gone:?}");
    assert!(come.len() == 1 && come[0].contains("recurs"), "{come:?}");
    let diff = done("diff --plan plans/sample --format json", at.path());
    let diff: Value = serde_json::from_str(&diff).unwrap();
    let changed: Vec<&str> =
        diff["changed"].as_array().unwrap().iter().map(|task| task["id"].as_str().unwrap()).collect();
    assert_eq!(changed, ["22-07"], "{diff}");
}

#[test]
fn an_older_clerk_and_a_newer_one_merge() {
    let at = repository();
    let (base, ours, theirs) =
        (at.path().join("base.yaml"), at.path().join("ours.yaml"), at.path().join("theirs.yaml"));
    fs::copy(at.path().join(TASKS), &base).unwrap();
    done("set 22-07 recurs=month:25 --plan plans/sample", at.path());
    fs::copy(at.path().join(TASKS), &ours).unwrap();
    git("checkout -q .", at.path());
    done("set 22-07 tags+=重点 --plan plans/sample", at.path());
    fs::copy(at.path().join(TASKS), &theirs).unwrap();
    done(&format!("git merge base.yaml ours.yaml theirs.yaml {TASKS}"), at.path());
    let merged = fs::read_to_string(&ours).unwrap();
    assert!(merged.contains("recurs: { every: month, by: 25 }") && merged.contains("重点"), "{merged}");
}

/// What an older program says of a newer plan is what this one says of one that is newer still.
#[test]
fn a_key_of_a_later_version_is_refused_with_that_reason() {
    let at = repository();
    let file = at.path().join("plans/sample/plan.yaml");
    let text = fs::read_to_string(&file).unwrap() + "ministry: 民政部\n";
    fs::write(&file, &text).unwrap();
    for (lang, reason) in [("zh", "较新版本的程序可能认识它"), ("en", "a newer program may know it")] {
        let ran =
            workplan(&format!("record 22-07 --value 70 --plan plans/sample --lang {lang}")).within(at.path()).run();
        let said = &ran.stderr;
        assert_eq!(ran.status, 2, "{said}");
        assert!(said.contains(reason) && said.contains(env!("CARGO_PKG_VERSION")), "{said}");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn a_format_of_a_later_version_is_refused_without_advice_to_edit_it() {
    let at = repository();
    let file = at.path().join("plans/sample/plan.yaml");
    fs::write(&file, fs::read_to_string(&file).unwrap().replacen("workplan/1", "workplan/2", 1)).unwrap();
    for (lang, reason) in [("zh", "请安装新版，不要改动文件"), ("en", "leave the file as it is")] {
        let ran = workplan(&format!("check --plan plans/sample --lang {lang}")).within(at.path()).run();
        assert!(ran.status == 1 && ran.text().contains(reason), "{ran}");
    }
}

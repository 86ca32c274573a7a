//! `--plans`, stopped with Ctrl-C: what was read is reported.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::plans::head;
use crate::program::{TASKS, folder};

const PLANS: usize = 1500;

/// So many small plans.
fn province() -> tempfile::TempDir {
    let plans: Vec<[(String, String); 2]> = (0..PLANS)
        .map(|at| {
            let (id, issuer) = (format!("p{at}"), format!("第{at}镇"));
            [(format!("{id}/plan.yaml"), head(&id, &issuer, "")), (format!("{id}/tasks/1.yaml"), TASKS.to_owned())]
        })
        .collect();
    let files: Vec<(&str, &str)> = plans.iter().flatten().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    folder(&files)
}

/// A run that is stopped after a while, as Ctrl-C stops it.
fn stopped(at: &Path, args: &[&str], after: Duration) -> Output {
    let child = Command::new(env!("CARGO_BIN_EXE_workplan"))
        .args(args)
        .current_dir(at)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(after);
    let _ = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    child.wait_with_output().unwrap()
}

/// Such a run, longer and longer, until one is stopped in the middle, and says so.
fn stopped_in_the_middle(at: &Path, args: &[&str]) -> Output {
    let waits = (1..60).map(|tenths| Duration::from_millis(50 * tenths));
    let told = |output: &Output| String::from_utf8_lossy(&output.stderr).contains("没有写入");
    waits.map(|after| stopped(at, args, after)).find(told).expect("one that is stopped in the middle")
}

#[test]
fn no_file_that_holds_all_is_replaced_by_a_part() {
    let at = province();
    std::fs::write(at.path().join("all.csv"), "all").unwrap();
    let output = stopped_in_the_middle(at.path(), &["status", "--plans", ".", "--out", "all.csv"]);
    assert_eq!(output.status.code(), Some(130));
    assert_eq!(std::fs::read_to_string(at.path().join("all.csv")).unwrap(), "all");
    let (told, shown) = (String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout));
    assert!(told.contains("all.csv 没有写入"), "{told}");
    assert!(shown.lines().last().unwrap().starts_with("读取中途停止："), "a part says that it is one: {shown}");
    let notify = ["alerts", "--plans", ".", "--as-of", "2020-11-24", "--notify-by", "plan", "--out-dir", "out"];
    let output = stopped_in_the_middle(at.path(), &notify);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("没有写入任何文件") && !at.path().join("out").exists(), "{told}");
}

#[test]
fn a_site_that_was_stopped_has_no_index_until_it_is_written_again() {
    let at = province();
    let site = ["site", "--plans", ".", "--out", "pages", "--as-of", "2020-11-24"];
    let output = stopped_in_the_middle(at.path(), &site);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("没有写入") && told.contains("另有"), "{told}");
    assert!(!at.path().join("pages/index.html").exists());
}

#[test]
fn what_was_read_before_ctrl_c_is_reported_and_so_is_what_was_not() {
    let at = province();
    for command in ["status", "check"] {
        // How long a reading takes depends on the machine: longer and longer, until one is stopped in the middle.
        let waits = (1..60).map(|tenths| Duration::from_millis(50 * tenths));
        let in_the_middle = waits
            .map(|after| stopped(at.path(), &[command, "--plans", ".", "--format", "json"], after))
            .find(|output| {
                let report: Option<Value> = serde_json::from_slice(&output.stdout).ok();
                report.is_some_and(|report| !report["plans"].as_array().unwrap().is_empty())
            });
        let output = in_the_middle.expect("a report on some of them");
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        let read = report["plans"].as_array().unwrap().len();
        let unread = usize::try_from(report["unread"].as_u64().unwrap()).unwrap();
        assert_eq!(read + unread, PLANS, "{command}");
        assert!(read < PLANS, "{command}: too late to stop it");
        assert_eq!(output.status.code(), Some(130), "{command}");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains(&format!("另有 {unread} 个计划未读")), "{command}: {told}");
    }
}

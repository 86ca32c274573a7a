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
fn stopped(at: &Path, command: &str, after: Duration) -> Output {
    let child = Command::new(env!("CARGO_BIN_EXE_workplan"))
        .args([command, "--plans", ".", "--format", "json"])
        .current_dir(at)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(after);
    let _ = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    child.wait_with_output().unwrap()
}

#[test]
fn what_was_read_before_ctrl_c_is_reported_and_so_is_what_was_not() {
    let at = province();
    for command in ["status", "check"] {
        // How long a reading takes depends on the machine: longer and longer, until one is stopped in the middle.
        let waits = (1..60).map(|tenths| Duration::from_millis(50 * tenths));
        let in_the_middle = waits.map(|after| stopped(at.path(), command, after)).find(|output| {
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

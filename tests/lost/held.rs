//! A plan that another process holds.

use std::fs::File;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use workplan::store::Lock;

use crate::plan::Plan;

const RECORD: &[&str] = &["record", "22-07", "--date", "2020-11-24", "--note", "甲"];

#[test]
fn whoever_waits_is_told_after_a_second_and_gives_up_when_said() {
    let plan = Plan::sample();
    let before = plan.files();
    let held = Lock::alone(&plan.folder, Duration::ZERO, &mut || {}).unwrap();
    for (lang, waiting, gave_up) in [
        ("zh", "他人正在写入本计划，等待中", "等待 2 秒后本计划仍被占用，没有写入"),
        ("en", "another process is writing to this plan; waiting", "after 2 seconds the plan is still held"),
    ] {
        let started = Instant::now();
        let said = plan.run(&[RECORD, &["--lock-timeout", "2", "--lang", lang]].concat());
        assert_eq!(said.status, 2);
        assert!(said.stderr.contains(waiting) && said.stderr.contains(gave_up), "{said:?}");
        assert!(started.elapsed() >= Duration::from_secs(2));
    }
    let said = plan.run(&[RECORD, &["--lock-timeout", "1"]].concat());
    assert!(said.status == 2 && said.stderr.contains("等待 1 秒后"), "{said:?}");
    let said = plan.run(&[RECORD, &["--lock-timeout", "0"]].concat());
    assert!(said.status == 2 && !said.stderr.contains("等待中"), "{said:?}");
    assert_eq!(plan.files(), before);
    drop(held);
    assert!(plan.must(RECORD).stderr.is_empty());
    plan.assert_clean();
}

#[test]
fn whoever_waits_goes_on_when_the_plan_is_free() {
    let plan = Plan::sample();
    let held = Lock::alone(&plan.folder, Duration::ZERO, &mut || {}).unwrap();
    let waiting = plan.command(RECORD).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(1500));
    drop(held);
    let said = crate::plan::said(waiting.wait_with_output().unwrap());
    assert!(said.status == 0 && said.stderr.contains("等待中"), "{said:?}");
    assert_eq!(plan.notes()["甲"], 1);
    plan.assert_clean();
}

/// Readers wait for a writer, but not for ever.
#[test]
fn a_reader_waits_for_a_writer_and_then_reads_all_the_same() {
    let plan = Plan::sample();
    let held = Lock::alone(&plan.folder, Duration::ZERO, &mut || {}).unwrap();
    plan.must(&["status"]);
    drop(held);
    plan.assert_clean();
}

#[test]
fn a_lock_left_by_a_killed_process_holds_nobody_up() {
    let plan = Plan::sample();
    plan.must(RECORD);
    let path = plan.path(".workplan/lock");
    // Another process that holds it, as one that hangs would: the lock goes along with the open file.
    let file = File::options().write(true).open(&path).unwrap();
    file.lock().unwrap();
    let mut holder = Command::new("sleep").arg("60").stdin(Stdio::from(file)).spawn().unwrap();
    let held = plan.run(&[RECORD, &["--lock-timeout", "0"]].concat());
    assert_eq!(held.status, 2, "{held:?}");
    holder.kill().unwrap();
    holder.wait().unwrap();
    assert!(path.exists(), "the file stays, and locks nothing");
    let said = plan.must(&["record", "22-07", "--date", "2020-11-24", "--note", "乙", "--lock-timeout", "0"]);
    assert!(said.stderr.is_empty(), "{said:?}");
    plan.assert_clean();
}

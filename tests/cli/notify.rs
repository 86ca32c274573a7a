//! `workplan alerts --notify-by lead`: what is sent to each unit.

use std::collections::BTreeMap;
use std::path::Path;

use crate::program::{HEAD, TASKS, folder, in_both_languages, workplan};

const SAMPLE: &str = "alerts --plan plans/sample --as-of 2020-11-24 --notify-by lead";

/// The files of a folder, by name.
fn files(at: &Path) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(at).unwrap().map(|entry| entry.unwrap());
    let named =
        entries.map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read_to_string(entry.path()).unwrap()));
    named.collect()
}

#[test]
fn the_texts_one_below_the_other() {
    in_both_languages!("notify-sample", SAMPLE);
    in_both_languages!("notify-real", "alerts --as-of 2020-11-24 --notify-by lead --lead 平安办");
    in_both_languages!("notify-nothing", "alerts --as-of 2020-07-02 --notify-by lead");
}

#[test]
fn a_file_for_each_unit_with_something_to_do() {
    let at = folder(&[]);
    let out = at.path().join("a/通知");
    let ran = workplan(&format!("{SAMPLE} --out-dir {}", out.display())).run();
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let written = files(&out);
    let names: Vec<&str> = written.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "党政办公室.txt",
            "农业农村服务中心.txt",
            "社会事业发展办公室.txt",
            "经济发展办公室.txt",
            "规划建设和生态环境办公室.txt"
        ]
    );
    let mut printed: Vec<&str> = ran.text().lines().map(|line| line.rsplit_once('/').unwrap().1).collect();
    assert_eq!(printed.first(), Some(&"经济发展办公室.txt"), "the worst first");
    printed.sort_unstable();
    assert_eq!(printed, names, "a line a file");
    // What is written is what would have been printed.
    let shown = workplan(SAMPLE).run();
    for (name, text) in &written {
        assert!(shown.text().contains(text.as_str()), "{name}");
        assert!(text.contains("【示例数据】以上进展均为虚构"), "{name}: a sample says so");
        assert!(text.contains("\n* 原文未载明，为推定\n"), "{name}: {text}");
        assert!(!text.contains(['\u{feff}', '|', '#']), "{name}: plain text");
    }
    assert!(!shown.text().contains("33-01"), "what waits for its reviewer asks nothing of the unit");
}

#[test]
fn filters_and_the_day_choose_the_notices() {
    let at = folder(&[]);
    let out = at.path().join("out");
    let ran = workplan(&format!("{SAMPLE} --lead 农服中心 --out-dir {}", out.display())).run();
    assert_eq!(ran.text().lines().count(), 1);
    assert_eq!(files(&out).len(), 1);
    let early = workplan(&format!("alerts --as-of 2020-07-02 --notify-by lead --out-dir {}", out.display())).run();
    assert_eq!((early.text(), early.status), ("", 0));
    assert!(early.stderr.contains("没有需要提醒的事项"), "{}", early.stderr);
}

/// A file of an earlier run, or of somebody else, is never deleted; what must not be sent is said.
#[test]
fn files_that_were_there_stay_and_are_told_of() {
    let at = folder(&[("经济发展办公室.txt", "旧"), ("社区建设办公室.txt", "旧"), ("会议通知.txt", "别人的")]);
    let ran = workplan(&format!("{SAMPLE} --out-dir {}", at.path().display())).run();
    let now = files(at.path());
    assert!(now["经济发展办公室.txt"].contains("12-08"), "replaced");
    assert_eq!((&*now["社区建设办公室.txt"], &*now["会议通知.txt"]), ("旧", "别人的"));
    let notes: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("请勿发送")).collect();
    assert_eq!(notes.len(), 1, "{}", ran.stderr);
    assert!(notes[0].contains("社区建设办公室.txt"));
    assert!(!ran.text().contains("社区建设办公室"));
}

#[test]
fn names_that_no_file_may_have() {
    let units = "units: [{ name: ../规建办 }, { name: A/b }, { name: 'a:b' }]\n";
    let lines = HEAD.lines().map(|line| if line.starts_with("units:") { units.trim() } else { line });
    let head = lines.collect::<Vec<_>>().join("\n");
    let tasks = ["../规建办", "A/b", "a:b"].iter().enumerate().map(|(place, unit)| {
        format!("- {{ id: 1-0{place}, title: 甲, kind: milestone, lead: '{unit}', deadline: 2020-11-20, assumed: [deadline] }}\n")
    });
    let at = folder(&[("plan.yaml", &head), ("tasks/1.yaml", &tasks.collect::<String>())]);
    let ran = workplan("alerts --as-of 2020-11-24 --notify-by lead --out-dir out/in").within(at.path()).run();
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let names: Vec<String> = files(&at.path().join("out/in")).into_keys().collect();
    assert_eq!(names, ["A_b.txt", "_.._规建办.txt", "a_b-2.txt"], "on every system, three files");
    assert_eq!(std::fs::read_dir(at.path().join("out")).unwrap().count(), 1, "none outside the folder");
}

#[test]
fn what_cannot_be_written_is_said_and_the_rest_is_told() {
    let at = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS), ("out", "a file")]);
    let line = "alerts --as-of 2020-11-24 --notify-by lead --out-dir out";
    let ran = workplan(line).within(at.path()).run();
    assert_eq!((ran.text(), ran.status), ("", 2), "{}", ran.stderr);
    in_both_languages!("notify-json", "alerts --notify-by lead --format json");
    in_both_languages!("notify-no-lead", "alerts --out-dir out");
    // A folder stands where the second file should.
    let at = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS), ("out/党建工作办公室.txt/x", "")]);
    let ran = workplan(line).within(at.path()).run();
    assert_eq!((ran.text(), ran.status), ("out/规划建设和生态环境办公室.txt\n", 2), "{}", ran.stderr);
}

#[test]
fn a_notice_is_never_written_over_the_plan() {
    let head = HEAD.replace("units: [", "source: ../out/党建工作办公室.txt\nunits: [");
    let at = folder(&[
        ("plan/plan.yaml", &*head),
        ("plan/tasks/1.yaml", TASKS),
        ("out/党建工作办公室.txt", "原文"),
        (".git/HEAD", ""),
    ]);
    let ran = workplan("alerts --plan plan --as-of 2020-11-24 --notify-by lead --out-dir out").within(at.path()).run();
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    assert_eq!(files(&at.path().join("out"))["党建工作办公室.txt"], "原文");
}

#[test]
fn fail_on_still_answers() {
    let at = folder(&[]);
    let line = format!("{SAMPLE} --fail-on critical --out-dir {}", at.path().display());
    assert_eq!(workplan(&line).run().status, 1);
    assert_eq!(workplan(&format!("{line} --lead 农服中心")).run().status, 0);
}

#[test]
fn a_task_that_names_no_unit_is_in_no_text_and_is_told() {
    let nobodys = "- { id: 1-03, title: 无人牵头, kind: milestone, deadline: 2020-11-01 }\n";
    let at = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", &format!("{TASKS}{nobodys}"))]);
    let ran = workplan("alerts --as-of 2020-11-24 --notify-by lead --out-dir 通知").within(at.path()).run();
    assert_eq!(ran.status, 0, "{ran}");
    assert!(ran.stderr.contains("1 项没有写明牵头单位") && ran.stderr.contains("amend"), "{}", ran.stderr);
    let files = files(&at.path().join("通知"));
    assert_eq!(files.len(), 2, "{files:?}");
    assert!(files.values().all(|text| !text.contains("无人牵头")), "{files:?}");
    let counted = workplan("status --as-of 2020-11-24").within(at.path()).run();
    assert!(counted.text().contains("另有 1 项从未报送，涉及 1 个单位"), "{counted}");
}

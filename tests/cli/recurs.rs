//! Recurring duties, wherever they are told.

use crate::program::{HEAD, TASKS, folder, snapshot, workplan};

/// The second task is reported on each month by the 25th, the last time for October; a third each week by Friday.
fn plan() -> tempfile::TempDir {
    let tasks = format!(
        "{TASKS}  recurs: {{ every: month, by: 25 }}\n- id: 1-03\n  title: 汛期值班\n  kind: continuous\n  lead: 党建工作办公室\n  start: 2020-11-02\n  recurs: {{ every: week, by: 5 }}\n"
    );
    let journal = "- { date: 2020-09-20, task: 1-02, by: 党建办, note: 推进 }\n- { date: 2020-11-05, task: 1-03, note: 值班 }\n- { date: 2020-11-12, task: 1-03, note: 值班 }\n- { date: 2020-11-19, task: 1-03, note: 值班 }\n";
    let head = format!("{HEAD}notices: {{ series: 小府督 }}\n");
    folder(&[("plan.yaml", &head), ("tasks/1.yaml", &tasks), ("progress/1.yaml", journal)])
}

#[test]
fn a_duty_is_told_wherever_its_task_is() {
    let plan = plan();
    for lang in ["zh", "en"] {
        for (name, line) in [
            ("show", "show 1-02 --as-of 2020-11-24"),
            ("alerts", "alerts --as-of 2020-11-26 --format text"),
            ("week", "week --as-of 2020-11-26 --format text"),
            ("notice", "notice 1-02 --as-of 2020-11-26 --dry-run --format text"),
            ("ics", "export --format ics --as-of 2020-11-24"),
            ("ledger", "export --format csv --as-of 2020-11-24"),
        ] {
            let run = workplan(&format!("{line} --lang {lang}")).within(plan.path());
            snapshot!(format!("recurs-{name}.{lang}"), run);
        }
    }
}

#[test]
fn json_gives_the_rhythm_and_the_report_that_is_asked_for() {
    let ran = workplan("status --as-of 2020-11-24 --format json").within(plan().path()).run();
    let tasks = &ran.json()["tasks"];
    assert_eq!(tasks[0]["recurs"], serde_json::Value::Null);
    assert_eq!(tasks[1]["recurs"], serde_json::json!({ "every": "month", "by": 25 }));
    assert_eq!(tasks[1]["next_report"]["due"], "2020-10-25", "October's is missing");
    assert_eq!(tasks[2]["next_report"]["due"], "2020-11-27");
}

#[test]
fn a_calendar_repeats_a_report_until_the_last() {
    for (recurs, rule) in [
        ("{ every: week, by: 5 }", "FREQ=WEEKLY;UNTIL=20210101"),
        ("{ every: month, by: 25 }", "FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20201225"),
        ("{ every: month, by: 30 }", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1;UNTIL=20201230"),
        ("{ every: month, by: 31 }", "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20201231"),
        ("{ every: quarter, by: 31 }", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;UNTIL=20201231"),
    ] {
        let tasks = format!("{TASKS}  recurs: {recurs}\n");
        let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", &tasks)]);
        let ran = workplan("export --format ics --as-of 2020-11-24").within(plan.path()).run();
        assert!(ran.text().replace("\r\n ", "").contains(&format!("RRULE:{rule}\r\n")), "{recurs}: {}", ran.text());
        assert!(ran.text().contains("UID:1-02.report@small.workplan"), "the name stays, whatever the rhythm");
    }
}

#[test]
fn a_day_that_there_is_not_is_an_error_in_its_place() {
    for (recurs, lang) in [
        ("{ every: week, by: 8 }", "zh"),
        ("{ every: month, by: 0 }", "zh"),
        ("{ every: quarter, by: 32 }", "en"),
        ("{ every: 每月, by: 25 }", "zh"),
    ] {
        let tasks = format!("{TASKS}  recurs: {recurs}\n");
        let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", &tasks)]);
        let name = format!("recurs-check-{}", recurs.replace(|c: char| !c.is_ascii_alphanumeric(), ""));
        snapshot!(name, workplan(&format!("check --lang {lang}")).within(plan.path()));
    }
}

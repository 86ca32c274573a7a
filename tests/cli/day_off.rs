//! `on_day_off`: where a day means another one, that is said beside it.

use crate::program::{HEAD, TASKS, folder, snapshot, workplan};

/// The first task is due on Saturday 28 November 2020, with a step on the Sunday after.
fn plan(rule: &str) -> tempfile::TempDir {
    let tasks = TASKS.replace(
        "deadline: 2020-11-20",
        "deadline: 2020-11-28\n  checkpoints: [{ id: 初评, title: 初评, due: 2020-11-15 }]",
    );
    let head = format!("{HEAD}on_day_off: {rule}\nnotices: {{ series: 小府督 }}\n");
    folder(&[("plan.yaml", &head), ("tasks/1.yaml", &tasks)])
}

#[test]
fn the_day_that_counts_stands_beside_the_stated_one() {
    let plan = plan("next_working_day");
    for lang in ["zh", "en"] {
        for (name, line) in [
            ("show", "show 1-01 --as-of 2020-11-27"),
            ("alerts", "alerts --as-of 2020-11-29 --format text"),
            ("late", "alerts --as-of 2020-12-02 --format text"),
            ("week", "week --as-of 2020-11-29 --format text"),
            ("notice", "notice 1-01 --as-of 2020-11-27 --dry-run --format text"),
            ("ics", "export --format ics --as-of 2020-11-27"),
        ] {
            let run = workplan(&format!("{line} --lang {lang}")).within(plan.path());
            snapshot!(format!("day-off-{name}.{lang}"), run);
        }
    }
}

#[test]
fn json_gives_the_day_that_is_meant_beside_the_stated_one() {
    for (rule, meant) in
        [("as_is", "2020-11-28"), ("previous_working_day", "2020-11-27"), ("next_working_day", "2020-11-30")]
    {
        let plan = plan(rule);
        let ran = workplan("status --as-of 2020-11-24 --format json").within(plan.path()).run();
        let task = &ran.json()["tasks"][0];
        assert_eq!((&task["deadline"], &task["deadline_meant"]), (&"2020-11-28".into(), &meant.into()));
    }
}

//! What a score goes by: each rule on both sides of its boundaries.

use workplan::assess::{is_unheard_of, judged};

use crate::folder::{Folder, at, date, name, task};

/// What a task is judged by on a day: `finished_in_time+`, `reported_in_time- 2020-09-30`.
fn merits(folder: &Folder, as_of: &str, only: &str) -> Vec<String> {
    let opened = folder.open();
    let assessment = at(&opened, as_of);
    let plan = opened.plan.as_ref().unwrap();
    let judged = judged(plan, &opened.journal, &opened.calendar, task(&assessment, "11-01"));
    let told = judged.iter().map(|one| (name(one.merit), if one.met { "+" } else { "-" }, one.date));
    told.filter(|(merit, ..)| merit == only).map(|(_, met, day)| format!("{met} {day}")).collect()
}

fn milestone(deadline: &str, head: &[&str], entries: &[&str]) -> Folder {
    let folder = head.iter().fold(Folder::new(), |folder, line| folder.head(line));
    let folder =
        folder.task(&format!("id: 11-01, title: 甲, kind: milestone, deadline: {deadline}, assumed: [deadline]"));
    entries.iter().fold(folder, |folder, entry| folder.entry(&format!("task: 11-01, {entry}")))
}

#[test]
fn finished_in_time() {
    const HEARD: &str = "date: 2020-10-01, note: 推进";
    let (direct, reviewed, moved): (&[&str], &[&str], &[&str]) =
        (&[], &["closing: reviewed"], &["on_day_off: next_working_day"]);
    for (head, deadline, entries, as_of, says, why) in [
        (direct, "2020-11-20", vec!["date: 2020-11-20, state: done"], "2020-11-24", "+ 2020-11-20", "the last day"),
        (direct, "2020-11-20", vec!["date: 2020-11-21, state: done"], "2020-11-24", "- 2020-11-21", "a day late"),
        (direct, "2020-11-20", vec![HEARD], "2020-11-20", "", "there is time yet"),
        (direct, "2020-11-20", vec![HEARD], "2020-11-21", "- 2020-11-20", "time is over"),
        (direct, "2020-11-20", vec![], "2020-11-24", "", "nothing is known"),
        (direct, "2020-11-20", vec!["date: 2020-11-20, state: done"], "2020-11-19", "", "not yet reported"),
        (moved, "2020-11-21", vec!["date: 2020-11-23, state: done"], "2020-11-24", "+ 2020-11-23", "Saturday: Monday"),
        (moved, "2020-11-21", vec!["date: 2020-11-24, state: done"], "2020-11-24", "- 2020-11-24", "Tuesday is late"),
        (reviewed, "2020-11-20", vec!["date: 2020-11-20, state: done"], "2020-11-24", "", "waits for its reviewer"),
        (
            reviewed,
            "2020-11-20",
            vec!["date: 2020-11-20, state: done", "date: 2020-11-23, state: closed, evidence: [原文.txt]"],
            "2020-11-24",
            "+ 2020-11-20",
            "a slow reviewer costs nothing",
        ),
        (
            reviewed,
            "2020-11-20",
            vec![
                "date: 2020-11-18, state: done",
                "date: 2020-11-19, state: returned",
                "date: 2020-11-23, state: done",
                "date: 2020-11-24, state: closed, evidence: [原文.txt]",
            ],
            "2020-11-24",
            "- 2020-11-23",
            "sent back: the second time counts",
        ),
        (
            direct,
            "2020-11-20",
            vec!["date: 2020-11-19, state: done", "date: 2020-11-23, state: reopened"],
            "2020-11-24",
            "- 2020-11-20",
            "reopened, and not finished",
        ),
        (
            direct,
            "2020-11-20",
            vec![
                "date: 2020-11-19, state: done",
                "date: 2020-11-22, withdraws: { date: 2020-11-19, reason: 误报 }",
                HEARD,
            ],
            "2020-11-24",
            "- 2020-11-20",
            "withdrawn: it was never so",
        ),
    ] {
        let found = merits(&milestone(deadline, head, &entries), as_of, "finished_in_time").join(", ");
        assert_eq!(found, says, "{why}");
    }
}

#[test]
fn on_pace_while_there_is_time() {
    // 10 of 100 by the middle of the period is behind; 50 is not.
    for (value, as_of, says, why) in [
        ("10", "2020-09-30", "- 2020-09-30", "behind"),
        ("50", "2020-09-30", "+ 2020-09-30", "on pace"),
        ("10", "2020-09-14", "", "nothing is known yet"),
        ("99", "2021-01-01", "", "past the deadline it is finished or not"),
    ] {
        let folder = Folder::new()
            .task("id: 11-01, title: 甲, kind: measured, metrics: [{ name: 户, unit: 户, target: 100 }], assumed: [metrics.户]")
            .entry(&format!("date: 2020-09-15, task: 11-01, values: {{ 户: {value} }}"));
        assert_eq!(merits(&folder, as_of, "on_pace").join(", "), says, "{why}");
    }
    let ongoing =
        Folder::new().task("id: 11-01, title: 甲, kind: continuous").entry("date: 2020-09-15, task: 11-01, note: 推进");
    assert!(merits(&ongoing, "2020-09-30", "on_pace").is_empty(), "ongoing work has no pace");
    assert!(merits(&ongoing, "2021-01-04", "finished_in_time").is_empty(), "nor an end to be late for");
}

#[test]
fn each_period_with_a_report() {
    for (head, start, reports, as_of, says, why) in [
        (
            "reporting: monthly",
            "2020-07-01",
            vec!["2020-07-31", "2020-09-01"],
            "2020-10-31",
            "+ 2020-07-31, - 2020-08-31, + 2020-09-01",
            "October is not over",
        ),
        (
            "reporting: monthly",
            "2020-07-01",
            vec!["2020-07-31", "2020-09-01"],
            "2020-11-01",
            "+ 2020-07-31, - 2020-08-31, + 2020-09-01, - 2020-10-31",
            "October is over",
        ),
        ("reporting: monthly", "2020-10-02", vec!["2020-11-05"], "2020-11-24", "+ 2020-11-05", "October was begun"),
        (
            "reporting: monthly",
            "2020-10-02",
            vec!["2020-10-05", "2020-12-01"],
            "2020-12-24",
            "+ 2020-10-05, - 2020-11-30, + 2020-12-01",
            "what came in a part of a period counts",
        ),
        (
            "period: { start: 2020-06-01, end: 2020-12-31 }",
            "2020-06-01",
            vec!["2020-09-01"],
            "2020-09-30",
            "- 2020-07-31, - 2020-08-31, + 2020-09-01",
            "issued in July: nobody could report for June",
        ),
        ("reporting: quarterly", "2020-07-01", vec!["2020-11-05"], "2020-11-24", "- 2020-09-30, + 2020-11-05", ""),
        (
            "reporting: weekly",
            "2020-11-09",
            vec!["2020-11-15"],
            "2020-11-23",
            "+ 2020-11-15, - 2020-11-22",
            "Sunday is of its week",
        ),
        ("reporting: monthly", "2020-12-01", vec!["2020-12-05"], "2021-03-01", "+ 2020-12-05", "the plan is over"),
        ("reporting: monthly", "2020-07-01", vec![], "2020-11-24", "", "nothing is known"),
    ] {
        let folder = Folder::new().head(head).task(&format!("id: 11-01, title: 甲, kind: continuous, start: {start}"));
        let folder =
            reports.iter().fold(folder, |folder, day| folder.entry(&format!("date: {day}, task: 11-01, note: 推进")));
        assert_eq!(merits(&folder, as_of, "reported_in_time").join(", "), says, "{why}: {head} {start} {as_of}");
    }
}

#[test]
fn reports_are_asked_for_while_the_work_goes_on() {
    let done = milestone("2020-12-20", &[], &["date: 2020-07-10, note: 推进", "date: 2020-09-08, state: done"]);
    let says = ["+ 2020-07-10", "- 2020-08-31", "+ 2020-09-08"];
    assert_eq!(merits(&done, "2020-12-24", "reported_in_time"), says, "none is asked for after the end");
    let called_off = done.clone().entry(
        "date: 2020-10-01, task: 11-01, amendment: { field: state, from: done, to: cancelled, reason: 并入, approved_by: 会 }",
    );
    assert!(merits(&called_off, "2020-12-24", "reported_in_time").is_empty(), "what was called off says nothing");
    let closed = milestone(
        "2020-12-20",
        &["closing: reviewed"],
        &["date: 2020-07-10, note: 推进", "date: 2020-08-03, state: returned, note: 材料不全"],
    );
    let says = ["+ 2020-07-10", "- 2020-08-31"];
    assert_eq!(merits(&closed, "2020-09-01", "reported_in_time"), says, "a reviewer's word is no report");
}

#[test]
fn a_duty_has_days_of_its_own() {
    let duty = |reports: &[&str]| {
        let folder = Folder::new()
            .task("id: 11-01, title: 甲, kind: continuous, start: 2020-09-01, recurs: { every: month, by: 25 }");
        reports.iter().fold(folder, |folder, day| folder.entry(&format!("date: {day}, task: 11-01, note: 推进")))
    };
    for (reports, as_of, says, why) in [
        (vec!["2020-09-25"], "2020-10-25", "+ 2020-09-25", "October's day is not over"),
        (vec!["2020-09-26"], "2020-10-26", "- 2020-09-26, - 2020-10-25", "September came late, October did not come"),
        (vec!["2020-09-20", "2020-10-01"], "2020-10-02", "+ 2020-09-20, + 2020-10-01", "early is in time"),
    ] {
        assert_eq!(merits(&duty(&reports), as_of, "reported_in_time").join(", "), says, "{why}");
    }
}

#[test]
fn an_extension_asked_for_late() {
    let put_off = |day: &str, from: &str, to: &str| {
        format!("date: {day}, amendment: {{ field: deadline, from: {from}, to: {to}, reason: 改期, approved_by: 会 }}")
    };
    for (entry, deadline, as_of, says, why) in [
        (put_off("2020-11-20", "2020-11-20", "2020-12-10"), "2020-12-10", "2020-11-24", "", "on the last day"),
        (put_off("2020-11-21", "2020-11-20", "2020-12-10"), "2020-12-10", "2020-11-24", "+ 2020-11-21", "a day late"),
        (put_off("2020-11-21", "2020-11-20", "2020-12-10"), "2020-12-10", "2020-11-20", "", "the day before"),
        (put_off("2020-11-21", "2020-11-20", "2020-11-10"), "2020-11-10", "2020-11-24", "", "brought forward"),
    ] {
        // It costs whether or not anything was ever reported.
        let found = merits(&milestone(deadline, &[], &[&entry]), as_of, "extended_late").join(", ");
        assert_eq!(found, says, "{why}");
    }
}

#[test]
fn what_was_never_heard_of_is_unknown_once_it_has_begun() {
    let folder = Folder::new()
        .task("id: 11-01, title: 甲, kind: continuous, start: 2020-10-01")
        .entry("date: 2020-11-05, task: 11-01, note: 推进");
    let opened = folder.open();
    for (as_of, unknown) in [("2020-09-30", false), ("2020-10-01", true), ("2020-11-04", true), ("2020-11-05", false)] {
        assert_eq!(is_unheard_of(task(&at(&opened, as_of), "11-01")), unknown, "{as_of}");
    }
    assert_eq!(date("2020-11-05"), task(&at(&opened, "2020-11-24"), "11-01").last_report.unwrap());
}

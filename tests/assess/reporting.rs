//! Who has not been heard of in the last whole reporting period.

use crate::folder::{Folder, alert, at, task};

/// The alert about a task from `start` on that was reported on at the given days.
fn unreported(reporting: &str, kind: &str, start: &str, reports: &[&str], as_of: &str) -> String {
    let mut folder = Folder::new()
        .head(&format!("reporting: {reporting}"))
        .task(&format!("id: 11-01, title: 甲, kind: {kind}, start: {start}"));
    for day in reports {
        folder = folder.entry(&format!("date: {day}, task: 11-01, note: 推进"));
    }
    let opened = folder.open();
    let assessment = at(&opened, as_of);
    alert(task(&assessment, "11-01"), "unreported")
}

#[test]
fn nothing_was_heard_in_the_last_whole_period() {
    for (reporting, start, reports, as_of, says, why) in [
        ("monthly", "2020-07-01", &[][..], "2020-07-31", false, "July is not over"),
        ("monthly", "2020-07-01", &[], "2020-08-01", true, "July is over"),
        ("monthly", "2020-07-02", &[], "2020-08-31", false, "July was partial"),
        ("monthly", "2020-07-02", &[], "2020-09-01", true, "August was whole"),
        ("monthly", "2020-07-01", &["2020-07-01"], "2020-08-31", false, "heard of on July's first day"),
        ("monthly", "2020-07-01", &["2020-07-31"], "2020-08-31", false, "heard of on July's last day"),
        ("monthly", "2020-07-01", &["2020-07-31"], "2020-09-01", true, "but not in August"),
        ("monthly", "2020-07-01", &["2020-08-20"], "2020-08-19", true, "not yet heard of"),
        ("monthly", "2020-07-01", &["2020-08-20"], "2020-08-20", false, "a later report lifts it"),
        ("monthly", "2020-07-01", &["2020-08-20"], "2020-09-30", false, "and counts for its own month"),
        ("weekly", "2020-07-01", &[], "2020-07-12", false, "the first week began on a Wednesday"),
        ("weekly", "2020-07-01", &[], "2020-07-13", true, "the second was whole"),
        ("weekly", "2020-07-06", &[], "2020-07-13", true, "a task from Monday on"),
        ("weekly", "2020-07-07", &[], "2020-07-13", false, "a task from Tuesday on"),
        ("weekly", "2020-07-01", &["2020-07-06"], "2020-07-19", false, "heard of on Monday"),
        ("weekly", "2020-07-01", &["2020-07-05"], "2020-07-13", true, "heard of on the Sunday before"),
        ("quarterly", "2020-07-01", &[], "2020-09-30", false, "the quarter is not over"),
        ("quarterly", "2020-07-01", &[], "2020-10-01", true, "it is"),
        ("quarterly", "2020-07-02", &[], "2020-12-31", false, "it was partial"),
        ("quarterly", "2020-07-01", &["2020-07-01"], "2020-12-31", false, "heard of in it"),
    ] {
        let info = if says { "info remind" } else { "" };
        // A silence after a report is one of the task; before the first it is one of the unit.
        let was_heard_of = reports.iter().any(|day| *day <= as_of);
        let warning = if says && was_heard_of { "warning remind" } else { info };
        for (kind, says) in [("milestone", info), ("measured", info), ("continuous", warning)] {
            let kind_line = if kind == "measured" { "measured, metrics: [{ name: 户数, target: 9 }]" } else { kind };
            assert_eq!(unreported(reporting, kind_line, start, reports, as_of), says, "{why} ({kind})");
        }
    }
}

#[test]
fn when_the_plan_is_over_its_last_period_is_asked_for() {
    for (reports, as_of, says) in [
        (&["2020-11-30"][..], "2020-12-31", ""),
        (&["2020-11-30"], "2021-01-01", "info remind"),
        (&["2020-12-01"], "2021-01-01", ""),
        (&["2020-12-01"], "2021-06-30", ""),
        (&[], "2021-06-30", "info remind"),
        (&["2021-01-15"], "2021-06-30", ""),
    ] {
        assert_eq!(unreported("monthly", "milestone", "2020-07-01", reports, as_of), says, "{reports:?} at {as_of}");
    }
}

#[test]
fn anything_but_an_amendment_alone_is_a_report() {
    for (entry, heard) in [
        ("note: 推进", true),
        ("issue: 用地手续未办结", true),
        ("next: 送审", true),
        ("state: in_progress", true),
        ("values: { 户数: 0 }", true),
        ("checkpoints: [a]", true),
        ("evidence: [evidence/a.txt]", true),
        ("by: 甲办", false),
        ("amendment: { field: title, from: 旧, to: 甲, reason: 改名, approved_by: 镇长办公会 }", false),
        ("note: 一并说明, amendment: { field: title, from: 旧, to: 甲, reason: 改名, approved_by: 镇长办公会 }", true),
    ] {
        let opened = Folder::new()
            .task("id: 11-01, title: 甲, kind: milestone, metrics: [{ name: 户数, target: 9 }], checkpoints: [{ id: a, title: A, due: 2020-12-31 }]")
            .entry(&format!("date: 2020-10-20, task: 11-01, {entry}"))
            .open();
        let assessment = at(&opened, "2020-11-02");
        let standing = task(&assessment, "11-01");
        assert_eq!(alert(standing, "unreported"), if heard { "" } else { "info remind" }, "{entry}");
        assert_eq!(standing.last_report.is_some(), heard, "{entry}");
    }
}

#[test]
fn a_checklist_speaks_for_its_task() {
    let opened = Folder::new()
        .task("id: 11-01, title: 甲, kind: measured, metrics: [{ name: 点位, target: 2, checklist: checklists/a.csv }]")
        .file("checklists/a.csv", "编号,销项日期\n1,2020-10-20\n2,\n")
        .open();
    for (as_of, says) in
        [("2020-10-19", "info remind"), ("2020-10-20", ""), ("2020-11-30", ""), ("2020-12-01", "info remind")]
    {
        let assessment = at(&opened, as_of);
        assert_eq!(alert(task(&assessment, "11-01"), "unreported"), says, "{as_of}");
    }
}

#[test]
fn ended_work_need_not_be_reported() {
    for (closing, state, says) in [
        ("direct", "in_progress", "info remind"),
        ("direct", "done", ""),
        ("direct", "cancelled", ""),
        ("reviewed", "done", ""),
        ("reviewed", "returned", "info remind"),
    ] {
        let opened = Folder::new()
            .head(&format!("closing: {closing}"))
            .task("id: 11-01, title: 甲, kind: milestone")
            .entry(&format!("date: 2020-08-20, task: 11-01, state: {state}"))
            .open();
        let assessment = at(&opened, "2020-11-24");
        assert_eq!(alert(task(&assessment, "11-01"), "unreported"), says, "{closing} {state}");
    }
}

//! Every alert on both sides of its boundary.

use crate::folder::{Folder, alert, alerts, at, task};

const MILESTONE: &str = "id: 11-01, title: 甲, kind: milestone";

#[test]
fn overdue_grows_louder_as_working_days_go_by() {
    for (rules, deadline, as_of, says, why) in [
        ("{}", "2020-11-02", "2020-11-02", "", "the day itself is in time"),
        ("{}", "2020-11-02", "2020-11-03", "critical urge", "1 working day"),
        ("{}", "2020-11-06", "2020-11-07", "critical urge", "a Saturday late: no working day yet"),
        ("{}", "2020-11-02", "2020-11-09", "critical urge", "exactly 5"),
        ("{}", "2020-11-02", "2020-11-10", "critical supervise", "6"),
        ("{}", "2020-11-02", "2020-11-23", "critical supervise", "exactly 15"),
        ("{}", "2020-11-02", "2020-11-24", "critical circulate", "16"),
        ("{ urge_after: 2 }", "2020-11-02", "2020-11-03", "critical remind", "1 of 2"),
        ("{ urge_after: 2 }", "2020-11-02", "2020-11-04", "critical urge", "2 of 2"),
        ("{ supervise_after: 0 }", "2020-11-06", "2020-11-08", "critical urge", "a weekend is exactly 0"),
        ("{ supervise_after: 0 }", "2020-11-06", "2020-11-09", "critical supervise", "1 past 0"),
        ("{ circulate_after: 6 }", "2020-11-02", "2020-11-10", "critical supervise", "exactly 6 of 6"),
        ("{ circulate_after: 6 }", "2020-11-02", "2020-11-11", "critical circulate", "7 past 6"),
        ("{}", "2020-09-30", "2020-10-08", "critical urge", "National Day is no working day"),
        ("{}", "2020-09-25", "2020-10-10", "critical supervise", "27 (make-up), 28, 29, 30, 9, 10 (make-up): 6"),
        ("{}", "2020-09-25", "2020-10-09", "critical urge", "the same without the last: 5"),
    ] {
        let opened =
            Folder::new().head(&format!("alerts: {rules}")).task(&format!("{MILESTONE}, deadline: {deadline}")).open();
        let assessment = at(&opened, as_of);
        assert_eq!(alert(task(&assessment, "11-01"), "overdue"), says, "{why}: {deadline} at {as_of}");
    }
}

#[test]
fn overdue_where_the_calendar_ends() {
    for (deadline, as_of, says, why) in [
        ("2026-12-31", "2027-01-01", "critical urge", "a weekday"),
        ("2026-12-31", "2027-01-07", "critical urge", "exactly 5 weekdays"),
        ("2026-12-31", "2027-01-08", "critical supervise", "6 weekdays"),
        ("2026-12-30", "2027-01-07", "critical supervise", "one of the known year and 5 weekdays"),
    ] {
        let opened = Folder::new()
            .head("period: { start: 2026-07-01, end: 2026-12-31 }")
            .task(&format!("{MILESTONE}, deadline: {deadline}"))
            .open();
        let assessment = at(&opened, as_of);
        assert_eq!(alert(task(&assessment, "11-01"), "overdue"), says, "{why}");
    }
}

#[test]
fn what_is_ended_or_has_no_finish_is_never_overdue_nor_due_soon() {
    for (closing, kind, entry, overdue) in [
        ("direct", "milestone", "state: in_progress", "critical circulate"),
        ("direct", "milestone", "state: blocked", "critical circulate"),
        ("direct", "milestone", "state: done", ""),
        ("direct", "milestone", "state: closed", ""),
        ("direct", "milestone", "state: cancelled", ""),
        ("reviewed", "milestone", "state: done", ""),
        ("reviewed", "milestone", "state: returned", "critical circulate"),
        ("reviewed", "milestone", "state: closed", ""),
        ("direct", "continuous", "state: in_progress", ""),
    ] {
        let opened = Folder::new()
            .head(&format!("closing: {closing}"))
            .task(&format!("id: 11-01, title: 甲, kind: {kind}, deadline: 2020-11-02"))
            .entry(&format!("date: 2020-10-20, task: 11-01, {entry}"))
            .open();
        let late = at(&opened, "2020-12-08");
        assert_eq!(alert(task(&late, "11-01"), "overdue"), overdue, "{closing} {kind} {entry}");
        let near = at(&opened, "2020-11-02");
        let due_soon = if overdue.is_empty() { "" } else { "warning remind" };
        assert_eq!(alert(task(&near, "11-01"), "due_soon"), due_soon, "{closing} {kind} {entry}");
    }
}

#[test]
fn due_soon_within_so_many_working_days() {
    for (rules, deadline, as_of, says, why) in [
        ("{}", "2020-12-08", "2020-11-24", "warning remind", "exactly 10"),
        ("{}", "2020-12-09", "2020-11-24", "", "11"),
        ("{}", "2020-11-24", "2020-11-24", "warning remind", "the day itself"),
        ("{}", "2020-11-23", "2020-11-24", "", "the day after it is overdue instead"),
        (
            "{}",
            "2020-10-19",
            "2020-09-29",
            "warning remind",
            "20 days, of which 8 are National Day: 30, 9, 10, 12–16, 19 are 9",
        ),
        ("{ due_soon: 0 }", "2020-11-29", "2020-11-27", "warning remind", "Friday to Sunday is 0"),
        ("{ due_soon: 0 }", "2020-11-30", "2020-11-27", "", "Friday to Monday is 1"),
        ("{ due_soon: 20 }", "2020-12-22", "2020-11-24", "warning remind", "exactly 20"),
        ("{ due_soon: 20 }", "2020-12-23", "2020-11-24", "", "21"),
    ] {
        let opened =
            Folder::new().head(&format!("alerts: {rules}")).task(&format!("{MILESTONE}, deadline: {deadline}")).open();
        let assessment = at(&opened, as_of);
        assert_eq!(alert(task(&assessment, "11-01"), "due_soon"), says, "{why}: {deadline} at {as_of}");
    }
}

#[test]
fn due_soon_by_weekdays_where_no_calendar_is_known() {
    for (deadline, says) in [("2027-01-14", "warning remind"), ("2027-01-15", "")] {
        let opened = Folder::new()
            .head("period: { start: 2026-07-01, end: 2027-06-30 }")
            .task(&format!("{MILESTONE}, deadline: {deadline}"))
            .open();
        let assessment = at(&opened, "2026-12-31");
        assert_eq!(alert(task(&assessment, "11-01"), "due_soon"), says, "{deadline}");
    }
}

/// A measured task with a target, in a plan whose pace at the day is the given share.
fn behind(pace: &str, period: &str, as_of: &str, target: &str, value: &str) -> String {
    let opened = Folder::new()
        .head(&format!("pace: {pace}"))
        .head(&format!("period: {period}"))
        .task(&format!("id: 11-01, title: 甲, kind: measured, metrics: [{{ name: 户数, target: {target} }}]"))
        .entry(&format!("date: 2020-07-02, task: 11-01, values: {{ 户数: {value} }}"))
        .open();
    let assessment = at(&opened, as_of);
    alert(task(&assessment, "11-01"), "behind")
}

#[test]
fn behind_is_exact_arithmetic() {
    let half = ("days", "{ start: 2020-07-01, end: 2020-07-10 }", "2020-07-05");
    let third = ("months", "{ start: 2020-07-01, end: 2020-09-30 }", "2020-07-31");
    for ((pace, period, as_of), target, value, says, why) in [
        (half, "100", "50", "", "on pace"),
        (half, "100", "99", "", "ahead"),
        (half, "100", "40.000001", "", "1/2 − 0.4 is just less than 0.1"),
        (half, "100", "40", "warning remind", "1/2 − 0.4 is exactly 0.1"),
        (half, "100", "25.000001", "warning remind", "1/2 − 0.25 is just less than 0.25"),
        (half, "100", "25", "critical urge", "1/2 − 0.25 is exactly 0.25"),
        (half, "100", "0", "critical urge", "a reported zero is known"),
        (third, "30", "7", "warning remind", "1/3 − 7/30 is exactly 0.1, and less in floating point"),
        (third, "30", "7.000001", "", "just less"),
        (third, "12", "1", "critical urge", "1/3 − 1/12 is exactly 0.25"),
        (third, "12", "1.000001", "warning remind", "just less"),
        (third, "3", "1", "", "1/3 of 3"),
    ] {
        assert_eq!(behind(pace, period, as_of, target, value), says, "{why}");
    }
}

#[test]
fn behind_takes_the_plans_own_thresholds() {
    for (rules, value, says) in [
        ("{ behind: 0.2, far_behind: 0.3 }", "31", ""),
        ("{ behind: 0.2, far_behind: 0.3 }", "30", "warning remind"),
        ("{ behind: 0.2, far_behind: 0.3 }", "20", "critical urge"),
    ] {
        let opened = Folder::new()
            .head("pace: days")
            .head("period: { start: 2020-07-01, end: 2020-07-10 }")
            .head(&format!("alerts: {rules}"))
            .task("id: 11-01, title: 甲, kind: measured, metrics: [{ name: 户数, target: 100 }]")
            .entry(&format!("date: 2020-07-02, task: 11-01, values: {{ 户数: {value} }}"))
            .open();
        let assessment = at(&opened, "2020-07-05");
        assert_eq!(alert(task(&assessment, "11-01"), "behind"), says, "{value}");
    }
}

#[test]
fn behind_only_of_progress_that_is_known_and_work_that_has_a_finish() {
    let metric = "metrics: [{ name: 户数, target: 100 }]";
    for (task_line, entry, says, why) in [
        (format!("kind: measured, {metric}"), "values: { 户数: 1 }", "critical urge", "known and far behind"),
        (format!("kind: measured, {metric}"), "state: in_progress", "", "silence is not zero"),
        (format!("kind: continuous, {metric}"), "values: { 户数: 1 }", "", "no finish"),
        (format!("kind: measured, {metric}"), "values: { 户数: 1 }, state: done", "", "done is all of it"),
        (format!("kind: measured, {metric}"), "values: { 户数: 1 }, state: blocked", "critical urge", "blocked work too"),
        ("kind: milestone".to_owned(), "state: in_progress", "", "a milestone without checkpoints"),
        (
            "kind: milestone, checkpoints: [{ id: a, title: A, due: 2020-12-31 }, { id: b, title: B, due: 2020-12-31 }]"
                .to_owned(),
            "checkpoints: [a]",
            "critical urge",
            "half of the checkpoints where 78.9 % is due",
        ),
        (
            "kind: measured, metrics: [{ name: 户数, target: 15, direction: at_most }]".to_owned(),
            "values: { 户数: 15 }",
            "",
            "a bound makes no progress",
        ),
    ] {
        let opened = Folder::new()
            .task(&format!("id: 11-01, title: 甲, {task_line}"))
            .entry(&format!("date: 2020-10-20, task: 11-01, {entry}"))
            .open();
        let assessment = at(&opened, "2020-11-24");
        assert_eq!(alert(task(&assessment, "11-01"), "behind"), says, "{why}");
    }
}

#[test]
fn blocked_and_returned_until_something_else_is_said() {
    for (second, as_of, says) in [
        ("state: in_progress", "2020-10-19", ""),
        ("state: in_progress", "2020-10-20", "warning remind"),
        ("state: in_progress", "2020-11-09", "warning remind"),
        ("state: in_progress", "2020-11-10", ""),
        ("state: returned", "2020-11-10", "warning remind"),
        ("state: reopened", "2020-11-10", ""),
        ("state: done", "2020-11-10", ""),
        ("note: 仍在协调", "2020-11-10", "warning remind"),
    ] {
        let opened = Folder::new()
            .task(MILESTONE)
            .entry("date: 2020-10-20, task: 11-01, state: blocked, issue: 用地手续未办结")
            .entry(&format!("date: 2020-11-10, task: 11-01, {second}"))
            .open();
        let assessment = at(&opened, as_of);
        assert_eq!(alert(task(&assessment, "11-01"), "blocked"), says, "{second} at {as_of}");
    }
}

#[test]
fn a_bound_is_kept_up_to_its_target() {
    let minutes = "name: 时间, unit: 分钟, target: 15, direction: at_most";
    let water = "name: 水质, target: Ⅴ, direction: at_most, grades: [{ name: 劣Ⅴ, aliases: [劣V] }, { name: Ⅴ, aliases: [V] }, Ⅳ, Ⅲ]";
    let villages = "name: 村数, unit: 个村, target: 26, direction: hold";
    let held_water = &water.replace("at_most", "hold");
    for (metric, value, says) in [
        (villages, "27", ""),
        (villages, "26", ""),
        (villages, "25.999999", "critical urge"),
        (held_water, "Ⅳ", ""),
        (held_water, "Ⅴ", ""),
        (held_water, "劣V", "critical urge"),
        (minutes, "14", ""),
        (minutes, "15", ""),
        (minutes, "15.0", ""),
        (minutes, "15.000001", "critical urge"),
        (minutes, "18", "critical urge"),
        (water, "Ⅲ", ""),
        (water, "Ⅳ", ""),
        (water, "Ⅴ", ""),
        (water, "V", ""),
        (water, "劣Ⅴ", "critical urge"),
        (water, "劣V", "critical urge"),
    ] {
        for kind in ["continuous", "measured"] {
            let opened = Folder::new()
                .task(&format!("id: 11-01, title: 甲, kind: {kind}, metrics: [{{ {metric} }}]"))
                .entry(&format!(
                    "date: 2020-10-20, task: 11-01, values: {{ {}: {value} }}",
                    &metric[6..metric.find(',').unwrap()]
                ))
                .open();
            let assessment = at(&opened, "2020-10-21");
            let standing = task(&assessment, "11-01");
            assert_eq!(alert(standing, "bound_broken"), says, "{value}");
            assert_eq!(standing.metrics[0].met, says.is_empty(), "{value}");
            assert_eq!(standing.progress, None, "a bound makes no progress");
            let before = at(&opened, "2020-10-19");
            assert_eq!(alert(task(&before, "11-01"), "bound_broken"), "", "nothing reported, nothing broken");
        }
    }
}

#[test]
fn a_checkpoint_is_overdue_from_the_day_after_until_it_is_reached() {
    for (reached, as_of, says, why) in [
        ("[]", "2020-11-13", "", "the day itself"),
        ("[]", "2020-11-14", "warning urge", "the day after"),
        ("[立面]", "2020-11-18", "warning urge", "before it was reached"),
        ("[立面]", "2020-11-19", "", "reached late"),
        ("[别的]", "2020-11-19", "warning urge", "another one was reached"),
    ] {
        let opened = Folder::new()
            .task(&format!(
                "{MILESTONE}, checkpoints: [{{ id: 立面, title: 立面整治, due: 2020-11-13 }}, {{ id: 别的, title: 别的, due: 2020-12-31 }}]"
            ))
            .entry(&format!("date: 2020-11-19, task: 11-01, checkpoints: {reached}, note: 推进"))
            .open();
        let assessment = at(&opened, as_of);
        let standing = task(&assessment, "11-01");
        assert_eq!(alert(standing, "checkpoint_overdue"), says, "{why}");
        let on = standing.reached[0].map(|day| day.to_string());
        assert_eq!(on.as_deref(), (reached == "[立面]" && as_of == "2020-11-19").then_some("2020-11-19"), "{why}");
    }
}

#[test]
fn every_overdue_checkpoint_is_an_alert_and_none_of_ended_work() {
    for (state, closing, count) in
        [("in_progress", "direct", 2), ("done", "direct", 0), ("done", "reviewed", 0), ("returned", "reviewed", 2)]
    {
        let opened = Folder::new()
            .head(&format!("closing: {closing}"))
            .task(&format!(
                "{MILESTONE}, checkpoints: [{{ id: a, title: A, due: 2020-08-31 }}, {{ id: b, title: B, due: 2020-09-30 }}, {{ id: c, title: C, due: 2020-12-31 }}]"
            ))
            .entry(&format!("date: 2020-11-19, task: 11-01, state: {state}"))
            .open();
        let assessment = at(&opened, "2020-11-24");
        let said = alerts(task(&assessment, "11-01"));
        assert_eq!(said.iter().filter(|alert| alert.starts_with("checkpoint_overdue")).count(), count, "{state}");
    }
}

#[test]
fn a_dependency_warns_when_it_is_overdue_or_due_later() {
    for (awaited, entry, as_of, says, why) in [
        ("kind: milestone, deadline: 2020-10-30", "", "2020-10-30", "", "still in time"),
        ("kind: milestone, deadline: 2020-10-30", "", "2020-10-31", "warning remind", "overdue"),
        ("kind: milestone, deadline: 2020-12-15", "", "2020-10-31", "", "due on the same day"),
        ("kind: milestone, deadline: 2020-12-16", "", "2020-10-31", "warning remind", "due a day later"),
        ("kind: milestone, deadline: 2020-10-30", "state: done", "2020-10-31", "", "finished"),
        ("kind: milestone, deadline: 2020-12-16", "state: done", "2020-10-31", "", "finished, due later"),
        ("kind: milestone, deadline: 2020-10-30", "state: cancelled", "2020-10-31", "", "called off"),
        (
            "kind: milestone, deadline: 2020-10-30",
            "state: blocked",
            "2020-10-31",
            "warning remind",
            "blocked and overdue",
        ),
        ("kind: continuous, deadline: 2020-10-30", "", "2020-10-31", "", "what has no finish is never overdue"),
    ] {
        let mut folder = Folder::new()
            .task(&format!("{MILESTONE}, deadline: 2020-12-15, depends: [12-01]"))
            .task(&format!("id: 12-01, title: 乙, {awaited}"));
        if !entry.is_empty() {
            folder = folder.entry(&format!("date: 2020-10-20, task: 12-01, {entry}"));
        }
        let opened = folder.open();
        let assessment = at(&opened, as_of);
        assert_eq!(alert(task(&assessment, "11-01"), "dependency"), says, "{why}");
        assert_eq!(alert(task(&assessment, "12-01"), "dependency"), "", "{why}");
    }
}

#[test]
fn a_dependency_that_only_waits_for_a_reviewer_is_no_hindrance() {
    for (state, says) in [("done", ""), ("closed", ""), ("returned", "warning remind")] {
        let opened = Folder::new()
            .head("closing: reviewed")
            .task(&format!("{MILESTONE}, depends: [12-01]"))
            .task("id: 12-01, title: 乙, kind: milestone, deadline: 2020-10-30")
            .entry(&format!("date: 2020-10-20, task: 12-01, state: {state}"))
            .open();
        let assessment = at(&opened, "2020-11-02");
        assert_eq!(alert(task(&assessment, "11-01"), "dependency"), says, "{state}");
    }
}

#[test]
fn a_task_that_is_done_waits_for_nothing() {
    let opened = Folder::new()
        .head("closing: reviewed")
        .task(&format!("{MILESTONE}, depends: [12-01]"))
        .task("id: 12-01, title: 乙, kind: milestone, deadline: 2020-10-30")
        .entry("date: 2020-10-20, task: 11-01, state: done")
        .open();
    let assessment = at(&opened, "2020-11-02");
    assert_eq!(alerts(task(&assessment, "11-01")), ["awaiting_closure info -"]);
}

#[test]
fn awaiting_closure_where_a_reviewer_closes() {
    let two = "kind: measured, metrics: [{ name: 甲数, target: 2 }, { name: 乙数, target: 4 }]";
    let with_bound =
        "kind: measured, metrics: [{ name: 甲数, target: 2 }, { name: 时间, target: 15, direction: at_most }]";
    let continuous = "kind: continuous, metrics: [{ name: 甲数, target: 2 }]";
    let milestone = "kind: milestone";
    for (closing, task_line, entry, says, why) in [
        ("reviewed", two, "values: { 甲数: 2, 乙数: 4 }", "info -", "every metric is met"),
        ("reviewed", two, "values: { 甲数: 2, 乙数: 3 }", "", "one is not"),
        ("reviewed", two, "values: { 甲数: 2 }", "", "one was never reported"),
        ("reviewed", two, "values: { 甲数: 3, 乙数: 5 }", "info -", "more than met"),
        ("reviewed", two, "values: { 甲数: 2, 乙数: 4 }, state: returned", "", "sent back: the unit's turn"),
        ("reviewed", two, "values: { 甲数: 2, 乙数: 4 }, state: blocked", "info -", "met, whatever stands in the way"),
        ("reviewed", two, "values: { 甲数: 2, 乙数: 4 }, state: closed", "", "closed"),
        ("reviewed", two, "state: done", "info -", "done, whatever the metrics"),
        ("direct", two, "values: { 甲数: 2, 乙数: 4 }", "", "nobody reviews"),
        ("reviewed", with_bound, "values: { 甲数: 2 }", "info -", "a bound is not waited for"),
        ("reviewed", continuous, "values: { 甲数: 2 }", "", "no finish to be reviewed"),
        ("reviewed", milestone, "state: in_progress", "", "not done"),
        ("reviewed", milestone, "state: done", "info -", "done"),
        ("direct", milestone, "state: done", "", "finished for good"),
        ("reviewed", milestone, "state: cancelled", "", "called off"),
    ] {
        let opened = Folder::new()
            .head(&format!("closing: {closing}"))
            .task(&format!("id: 11-01, title: 甲, {task_line}"))
            .entry(&format!("date: 2020-10-20, task: 11-01, {entry}"))
            .open();
        let assessment = at(&opened, "2020-10-21");
        assert_eq!(alert(task(&assessment, "11-01"), "awaiting_closure"), says, "{why}");
    }
}

#[test]
fn ongoing_work_has_a_deadline_only_where_one_is_said() {
    for (task_line, basis) in [
        ("kind: continuous", "none"),
        ("kind: continuous, deadline: 2020-11-30, assumed: [deadline]", "assumed"),
        ("kind: milestone", "period"),
        ("kind: measured, metrics: [{ name: 户数, target: 9 }]", "period"),
    ] {
        let opened = Folder::new().task(&format!("id: 11-01, title: 甲, {task_line}")).open();
        let assessment = at(&opened, "2020-12-31");
        let standing = task(&assessment, "11-01");
        assert_eq!(crate::folder::name(standing.basis()), basis, "{task_line}");
        assert_eq!(standing.deadline.is_none(), basis == "none", "{task_line}");
    }
}

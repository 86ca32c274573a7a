//! Recurring duties: which report is owed, which came, and how loudly a missing one is asked for.

use proptest::prelude::*;

use crate::folder::{Folder, alert, at, date, task};
use crate::properties::config;

/// A task with a duty, and the days on which something was reported on it.
fn duty(recurs: &str, reports: &[&str]) -> Folder {
    let folder = Folder::new().task(&format!("id: 11-01, title: 甲, kind: continuous, recurs: {recurs}"));
    reports.iter().fold(folder, |folder, day| folder.entry(&format!("date: {day}, task: 11-01, note: 推进")))
}

const MONTHLY: &str = "{ every: month, by: 25 }";
/// So that of each period but the one that is looked at something was reported.
const UNTIL_OCTOBER: [&str; 4] = ["2020-07-20", "2020-08-20", "2020-09-20", "2020-10-20"];

#[test]
fn a_monthly_report_on_both_sides_of_its_boundaries() {
    for (november, as_of, says, why) in [
        ("", "2020-11-19", "", "four working days before: 20, 23, 24, 25"),
        ("", "2020-11-20", "info remind", "three working days before"),
        ("", "2020-11-25", "info remind", "the day itself is in time"),
        ("", "2020-11-26", "warning urge", "one working day late"),
        ("", "2020-12-02", "warning urge", "exactly 5"),
        ("", "2020-12-03", "critical supervise", "6"),
        ("", "2020-12-16", "critical supervise", "exactly 15"),
        ("", "2020-12-17", "critical circulate", "16"),
        ("2020-11-01", "2020-11-25", "", "reported on the period's first day"),
        ("2020-10-31", "2020-11-26", "warning urge", "reported for October"),
        ("2020-11-28", "2020-11-27", "warning urge", "not yet reported"),
        ("2020-11-28", "2020-11-28", "", "late, and settled by that"),
        ("2020-11-30", "2020-12-21", "", "the period's last day settles it, and December is not near"),
        ("2020-11-30", "2020-12-22", "info remind", "a late report for November settles nothing of December"),
        ("2020-12-01", "2020-12-02", "warning urge", "a report for December settles nothing of November"),
    ] {
        let reports: Vec<&str> =
            UNTIL_OCTOBER.into_iter().chain([november].into_iter().filter(|day| !day.is_empty())).collect();
        let opened = duty(MONTHLY, &reports).open();
        let assessment = at(&opened, as_of);
        assert_eq!(alert(task(&assessment, "11-01"), "report_due"), says, "{why}: {november} at {as_of}");
    }
}

#[test]
fn weeks_and_quarters_and_the_ends_of_months() {
    for (recurs, reports, as_of, says, why) in [
        ("{ every: week, by: 5 }", vec!["2020-11-20"], "2020-11-25", "", "Wednesday"),
        ("{ every: week, by: 5 }", vec!["2020-11-20"], "2020-11-26", "info remind", "Thursday"),
        ("{ every: week, by: 5 }", vec!["2020-11-20"], "2020-11-28", "warning urge", "Saturday"),
        ("{ every: week, by: 5 }", vec!["2020-11-22"], "2020-11-28", "warning urge", "Sunday before is another week"),
        ("{ every: week, by: 5 }", vec!["2020-11-23"], "2020-11-28", "", "Monday"),
        ("{ every: month, by: 31 }", vec!["2020-10-20"], "2020-11-30", "info remind", "30 November is its last day"),
        ("{ every: month, by: 31 }", vec!["2020-10-20"], "2020-12-01", "warning urge", "the day after"),
        (
            "{ every: quarter, by: 20 }",
            vec!["2020-09-20"],
            "2020-12-10",
            "",
            "six working days before Sunday 20 December",
        ),
        ("{ every: quarter, by: 20 }", vec!["2020-09-20"], "2020-12-11", "info remind", "five"),
        ("{ every: quarter, by: 20 }", vec!["2020-10-01"], "2020-12-21", "", "any day of the quarter settles it"),
    ] {
        let opened = duty(recurs, &reports).open();
        let assessment = at(&opened, as_of);
        let found = alert(task(&assessment, "11-01"), "report_due");
        assert_eq!(found, says, "{why}: {recurs} at {as_of}");
    }
}

#[test]
fn a_silence_of_several_periods_is_as_loud_as_the_first_of_them_is_late() {
    let opened = duty("{ every: week, by: 5 }", &["2020-10-30"]).open();
    for (as_of, says) in
        [("2020-11-07", "warning urge"), ("2020-11-13", "warning urge"), ("2020-11-16", "critical supervise")]
    {
        assert_eq!(alert(task(&at(&opened, as_of), "11-01"), "report_due"), says, "{as_of}");
    }
    // A report ends the silence: what was missed before it is over.
    let opened = duty("{ every: week, by: 5 }", &["2020-10-30", "2020-11-17"]).open();
    assert_eq!(alert(task(&at(&opened, "2020-11-21"), "11-01"), "report_due"), "");
}

#[test]
fn what_counts_as_a_report() {
    for (entry, says, why) in [
        ("note: 推进", "", "a word"),
        ("state: in_progress", "", "a state"),
        ("state: returned, note: 材料不全", "warning urge", "a reviewer's word is no report of the unit"),
        (
            "amendment: { field: title, from: 乙, to: 甲, reason: r, approved_by: a }",
            "warning urge",
            "a change of the plan",
        ),
    ] {
        let opened = duty(MONTHLY, &UNTIL_OCTOBER).entry(&format!("date: 2020-11-20, task: 11-01, {entry}")).open();
        assert_eq!(alert(task(&at(&opened, "2020-11-26"), "11-01"), "report_due"), says, "{why}");
    }
    let opened = duty(MONTHLY, &UNTIL_OCTOBER)
        .entry("date: 2020-11-20, task: 11-01, note: 误")
        .entry("date: 2020-11-24, task: 11-01, withdraws: { date: 2020-11-20, reason: 误报 }")
        .open();
    assert_eq!(alert(task(&at(&opened, "2020-11-26"), "11-01"), "report_due"), "warning urge", "it was withdrawn");
    let opened = Folder::new()
        .task("id: 11-01, title: 甲, kind: measured, recurs: { every: month, by: 25 }, start: 2020-11-01, metrics: [{ name: 点位, target: 2, checklist: a.csv }]")
        .file("a.csv", "编号,销项日期\n1,2020-11-03\n2,2020-12-01\n")
        .open();
    assert_eq!(alert(task(&at(&opened, "2020-11-26"), "11-01"), "report_due"), "", "a closed row is a report");
}

#[test]
fn the_first_report_is_that_of_the_start_and_the_last_that_of_the_deadline() {
    let owed = |span: &str| {
        let opened =
            Folder::new().task(&format!("id: 11-01, title: 甲, kind: milestone, recurs: {MONTHLY}, {span}")).open();
        let assessment = at(&opened, "2020-11-24");
        let reports = &task(&assessment, "11-01").reports;
        let day =
            |at: Option<&workplan::assess::DueReport>| at.map(|report| report.due.to_string()).unwrap_or_default();
        (reports.len(), day(reports.first()), day(reports.last()))
    };
    let days = |count, first: &str, last: &str| (count, first.to_owned(), last.to_owned());
    assert_eq!(owed("tags: []"), days(6, "2020-07-25", "2020-12-25"));
    assert_eq!(owed("start: 2020-08-25, deadline: 2020-10-01"), days(3, "2020-08-25", "2020-10-25"));
    assert_eq!(
        owed("start: 2020-08-26, deadline: 2020-09-30"),
        days(1, "2020-09-25", "2020-09-25"),
        "its day was past"
    );
}

#[test]
fn the_plans_own_rhythm_does_not_ask_about_the_same_silence_again() {
    let opened = duty(MONTHLY, &[]).task("id: 11-02, title: 乙, kind: continuous").open();
    let assessment = at(&opened, "2020-11-26");
    assert_eq!(alert(task(&assessment, "11-01"), "unreported"), "");
    assert_eq!(alert(task(&assessment, "11-01"), "report_due"), "critical circulate");
    assert_eq!(alert(task(&assessment, "11-02"), "unreported"), "info remind");
    assert_eq!(alert(task(&assessment, "11-02"), "report_due"), "");
}

#[test]
fn a_day_off_moves_the_day_of_a_report_too() {
    for (rule, as_of, says) in [
        ("as_is", "2020-10-26", "warning urge"),
        ("next_working_day", "2020-10-26", "info remind"),
        ("next_working_day", "2020-10-27", "warning urge"),
        ("previous_working_day", "2020-10-23", "info remind"),
        ("previous_working_day", "2020-10-24", "warning urge"),
    ] {
        let opened = duty(MONTHLY, &UNTIL_OCTOBER[..3]).head(&format!("on_day_off: {rule}")).open();
        let assessment = at(&opened, as_of);
        assert_eq!(alert(task(&assessment, "11-01"), "report_due"), says, "25 October is a Sunday: {rule} at {as_of}");
    }
}

#[test]
fn of_ended_work_no_report_is_asked() {
    let opened = duty(MONTHLY, &[]).entry("date: 2020-11-02, task: 11-01, state: done").open();
    assert_eq!(alert(task(&at(&opened, "2020-12-26"), "11-01"), "report_due"), "");
}

proptest! {
    #![proptest_config(config(60))]

    /// Whatever the rhythm: a report a period, each due within it, and each settled by its own period's reports alone.
    #[test]
    fn each_period_has_one_report(every in prop::sample::select(vec!["week", "month", "quarter"]), by in 1..=31_u16, start in 0..60_i64, report in 0..180_i64) {
        let by = if every == "week" { by.min(7) } else { by };
        let (start, reported) = (date("2020-07-01").plus_days(start).unwrap(), date("2020-07-01").plus_days(report).unwrap());
        let opened = Folder::new()
            .task(&format!("id: 11-01, title: 甲, kind: continuous, start: {start}, recurs: {{ every: {every}, by: {by} }}"))
            .entry(&format!("date: {reported}, task: 11-01, note: 推进"))
            .open();
        let assessment = at(&opened, "2020-12-31");
        let reports = &task(&assessment, "11-01").reports;
        for pair in reports.windows(2) {
            prop_assert_eq!(pair[0].period.end.plus_days(1), Some(pair[1].period.start));
        }
        for report in reports {
            prop_assert!(report.period.contains(report.due) && report.due >= start);
            prop_assert_eq!(report.reported_on.is_some(), report.period.contains(reported));
        }
    }
}

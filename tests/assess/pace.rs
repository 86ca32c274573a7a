//! 序时进度 of tasks and of the whole plan, by each basis.

use crate::folder::{Folder, at, expected_of, share, task};

#[test]
fn the_passed_share_of_a_tasks_own_span() {
    for (basis, span, as_of, expected) in [
        ("working_days", "start: 2020-11-02, deadline: 2020-11-13", "2020-11-01", "0"),
        ("working_days", "start: 2020-11-02, deadline: 2020-11-13", "2020-11-02", "0.1"),
        ("working_days", "start: 2020-11-02, deadline: 2020-11-13", "2020-11-06", "0.5"),
        ("working_days", "start: 2020-11-02, deadline: 2020-11-13", "2020-11-08", "0.5"),
        ("working_days", "start: 2020-11-02, deadline: 2020-11-13", "2020-11-12", "0.9"),
        ("working_days", "start: 2020-11-02, deadline: 2020-11-13", "2020-11-13", "1"),
        ("working_days", "start: 2020-11-02, deadline: 2020-11-13", "2020-12-13", "1"),
        ("working_days", "start: 2020-09-28, deadline: 2020-10-10", "2020-10-08", "0.6"),
        ("days", "start: 2020-11-02, deadline: 2020-11-11", "2020-11-01", "0"),
        ("days", "start: 2020-11-02, deadline: 2020-11-11", "2020-11-02", "0.1"),
        ("days", "start: 2020-11-02, deadline: 2020-11-11", "2020-11-10", "0.9"),
        ("days", "start: 2020-11-02, deadline: 2020-11-11", "2020-11-11", "1"),
        ("months", "start: 2020-07-01, deadline: 2020-12-31", "2020-07-30", "0"),
        ("months", "start: 2020-07-01, deadline: 2020-12-31", "2020-07-31", "0.166667"),
        ("months", "start: 2020-07-01, deadline: 2020-12-31", "2020-11-29", "0.666667"),
        ("months", "start: 2020-07-01, deadline: 2020-12-31", "2020-11-30", "0.833333"),
        ("months", "start: 2020-07-15, deadline: 2020-09-10", "2020-09-09", "0.666667"),
        ("months", "start: 2020-07-15, deadline: 2020-09-10", "2020-09-10", "1"),
    ] {
        let opened = Folder::new()
            .head(&format!("pace: {basis}"))
            .task(&format!("id: 11-01, title: 甲, kind: milestone, {span}"))
            .open();
        assert_eq!(share(expected_of(task(&at(&opened, as_of), "11-01"))), expected, "{basis} {span} at {as_of}");
    }
}

#[test]
fn the_passed_share_of_the_plan() {
    for (basis, as_of, passed) in [
        ("working_days", "2020-06-30", "0"),
        ("working_days", "2020-07-01", "0.007813"),
        ("working_days", "2020-11-24", "0.789063"),
        ("working_days", "2020-12-31", "1"),
        ("days", "2020-11-24", "0.798913"),
        ("months", "2020-11-24", "0.666667"),
        ("months", "2020-11-30", "0.833333"),
    ] {
        let opened = Folder::new().head(&format!("pace: {basis}")).task("id: 11-01, title: 甲, kind: milestone").open();
        assert_eq!(share(Some(at(&opened, as_of).passed)), passed, "{basis} at {as_of}");
    }
}

#[test]
fn a_pace_by_working_days_counts_weekdays_where_no_calendar_is_known() {
    // 128 working days of the second half of 2026, and 128 and 129 weekdays of 2027; 184 of the task's 364 days, of the
    // plan's 365; 6 of 12 months.
    for (basis, of_task, of_plan) in
        [("working_days", "0.5", "0.498054"), ("days", "0.505495", "0.50411"), ("months", "0.5", "0.5")]
    {
        let opened = Folder::new()
            .head(&format!("pace: {basis}"))
            .head("period: { start: 2026-07-01, end: 2027-06-30 }")
            .task("id: 11-01, title: 甲, kind: milestone, deadline: 2027-06-29")
            .open();
        let assessment = at(&opened, "2026-12-31");
        assert_eq!(share(expected_of(task(&assessment, "11-01"))), of_task, "{basis}");
        assert_eq!(share(Some(assessment.passed)), of_plan, "{basis}");
    }
}

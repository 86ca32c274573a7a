//! Days and working days to a deadline.

use crate::folder::{Folder, at, days_left, task};

#[test]
fn days_left_on_both_sides_of_a_deadline() {
    for (as_of, deadline, days, working_days, why) in [
        ("2020-11-24", "2020-12-31", 37, 27, "the example of the contract"),
        ("2020-11-24", "2020-11-25", 1, 1, "the day before"),
        ("2020-11-24", "2020-11-24", 0, 0, "the day itself"),
        ("2020-11-25", "2020-11-24", -1, -1, "the day after"),
        ("2020-11-27", "2020-11-29", 2, 0, "Friday to Sunday"),
        ("2020-11-28", "2020-11-30", 2, 1, "Saturday to Monday"),
        ("2020-11-29", "2020-11-27", -2, 0, "late by a weekend alone"),
        ("2020-11-30", "2020-11-27", -3, -1, "late by a weekend and a Monday"),
        ("2020-11-30", "2020-11-29", -1, -1, "a deadline on a Sunday"),
        ("2020-09-30", "2020-10-08", 8, 0, "nothing but National Day"),
        ("2020-09-30", "2020-10-09", 9, 1, "National Day and a Friday"),
        ("2020-10-10", "2020-09-30", -10, -2, "late across National Day: Friday and a make-up Saturday"),
        ("2020-10-09", "2020-10-11", 2, 1, "a make-up Saturday counts, the Sunday does not"),
        ("2020-09-26", "2020-09-27", 1, 1, "a make-up Sunday"),
        ("2020-12-31", "2021-01-04", 4, 1, "New Year's Day, a weekend, a Monday"),
        ("2021-01-04", "2020-12-31", -4, -1, "the same, late"),
        ("2026-12-30", "2026-12-31", 1, 1, "the last day of the last known year"),
        ("2026-12-31", "2026-12-31", 0, 0, "no day of the unknown year is needed"),
    ] {
        let opened = Folder::new()
            .head("period: { start: 2019-01-01, end: 2026-12-31 }")
            .task(&format!("id: 11-01, title: 甲, kind: milestone, deadline: {deadline}"))
            .open();
        let assessment = at(&opened, as_of);
        let standing = task(&assessment, "11-01");
        assert_eq!(days_left(standing), (days, working_days), "{why}: {as_of} to {deadline}");
        assert_eq!(standing.due().unwrap().to_string(), deadline);
        assert!(assessment.unknown_years.is_empty(), "{why}");
    }
}

#[test]
fn weekdays_are_counted_of_an_unpublished_year_and_it_is_named() {
    for (as_of, deadline, days, working_days, years) in [
        ("2026-12-31", "2027-01-04", 4, 2, vec![2027]), // Friday 1, though it is New Year's Day, and Monday 4
        ("2027-01-04", "2026-12-31", -4, -2, vec![2027]),
        ("2026-12-31", "2028-01-04", 369, 263, vec![2027, 2028]), // 261 weekdays, Monday and Tuesday
        ("2018-12-28", "2019-01-02", 5, 2, vec![2018]),           // Monday 31, and Wednesday 2 of a known year
        ("2026-11-24", "2026-12-31", 37, 27, vec![]),
    ] {
        // No holiday falls between 2026-11-24, a Tuesday, and the end of the year.
        let opened = Folder::new()
            .head("period: { start: 2019-07-01, end: 2026-12-31 }")
            .task(&format!("id: 11-01, title: 甲, kind: milestone, deadline: {deadline}"))
            .open();
        let assessment = at(&opened, as_of);
        let standing = task(&assessment, "11-01");
        assert_eq!(days_left(standing), (days, working_days), "{as_of} to {deadline}");
        assert_eq!(assessment.unknown_years.iter().copied().collect::<Vec<_>>(), years, "{as_of} to {deadline}");
    }
}

#[test]
fn a_file_of_ones_own_makes_the_year_known() {
    let folder = Folder::new()
        .head("period: { start: 2026-07-01, end: 2027-12-31 }")
        .task("id: 11-01, title: 甲, kind: milestone, deadline: 2027-01-05");
    let unknown = folder.clone().open();
    // Weekdays: Friday 1, Monday 4, Tuesday 5.
    assert_eq!(days_left(task(&at(&unknown, "2026-12-31"), "11-01")).1, 3);
    let known = folder
        .head("calendar: calendar.yaml")
        .file("calendar.yaml", "years: { '2027': { off: [01-01, 01-04], work: [01-02] } }")
        .open();
    let assessment = at(&known, "2026-12-31");
    // Off: Friday 1, Sunday 3, Monday 4. Worked: Saturday 2, Tuesday 5.
    assert_eq!(days_left(task(&assessment, "11-01")).1, 2);
    assert!(assessment.unknown_years.is_empty());
}

#[test]
fn every_year_that_anything_needs_is_named() {
    for (period, task, years, why) in [
        (
            "{ start: 2026-07-01, end: 2027-06-30 }",
            "deadline: 2026-12-31",
            vec![2027],
            "the passed share of the period",
        ),
        ("{ start: 2019-01-01, end: 2026-12-31 }", "start: 2018-12-01", vec![2018], "the pace of a task"),
        ("{ start: 2019-01-01, end: 2026-12-31 }", "deadline: 2027-03-01", vec![2027], "the days left of a task"),
        ("{ start: 2019-01-01, end: 2026-12-31 }", "deadline: 2026-12-31", vec![], "nothing"),
    ] {
        let opened = Folder::new()
            .head(&format!("period: {period}"))
            .task(&format!("id: 11-01, title: 甲, kind: milestone, {task}"))
            .open();
        let assessment = at(&opened, "2026-11-24");
        assert_eq!(assessment.unknown_years.iter().copied().collect::<Vec<_>>(), years, "{why}");
    }
}

//! What a day means by which something is due, where the office does not work on it.

use crate::folder::{Folder, alert, at, days_left, task};

/// A task that is due on Saturday 28 November 2020, in a plan with that rule.
fn due_on_a_saturday(rule: &str) -> Folder {
    let folder = if rule.is_empty() { Folder::new() } else { Folder::new().head(&format!("on_day_off: {rule}")) };
    folder.task(
        "id: 11-01, title: 甲, kind: milestone, deadline: 2020-11-28, checkpoints: [{ id: a, title: A, due: 2020-11-28 }]",
    )
}

#[test]
fn a_deadline_is_judged_by_the_day_that_it_means_and_shown_as_it_is_stated() {
    for (rule, as_of, days, working_days, overdue, checkpoint) in [
        ("", "2020-11-28", 0, 0, "", ""),
        ("", "2020-11-29", -1, 0, "critical urge", "warning urge"),
        ("as_is", "2020-11-29", -1, 0, "critical urge", "warning urge"),
        ("next_working_day", "2020-11-29", 1, 1, "", ""),
        ("next_working_day", "2020-11-30", 0, 0, "", ""),
        ("next_working_day", "2020-12-01", -1, -1, "critical urge", "warning urge"),
        ("previous_working_day", "2020-11-27", 0, 0, "", ""),
        ("previous_working_day", "2020-11-28", -1, 0, "critical urge", "warning urge"),
    ] {
        let opened = due_on_a_saturday(rule).open();
        let assessment = at(&opened, as_of);
        let standing = task(&assessment, "11-01");
        assert_eq!(days_left(standing), (days, working_days), "{rule} at {as_of}");
        assert_eq!(alert(standing, "overdue"), overdue, "{rule} at {as_of}");
        assert_eq!(alert(standing, "checkpoint_overdue"), checkpoint, "{rule} at {as_of}");
        assert_eq!(standing.due().unwrap().to_string(), "2020-11-28");
    }
}

#[test]
fn a_deadline_on_a_working_day_means_itself_whatever_the_rule() {
    for rule in ["as_is", "next_working_day", "previous_working_day"] {
        let opened = Folder::new()
            .head(&format!("on_day_off: {rule}"))
            .task("id: 11-01, title: 甲, kind: milestone, deadline: 2020-10-10")
            .open();
        let assessment = at(&opened, "2020-10-11");
        assert_eq!(days_left(task(&assessment, "11-01")).0, -1, "10 October is a Saturday that is worked: {rule}");
    }
}

#[test]
fn a_wait_is_warned_of_by_the_days_that_are_meant() {
    for (rule, says) in [("as_is", "warning remind"), ("next_working_day", "")] {
        let opened = Folder::new()
            .head(&format!("on_day_off: {rule}"))
            .task("id: 11-01, title: 甲, kind: milestone, deadline: 2020-11-29")
            .task("id: 11-02, title: 乙, kind: milestone, deadline: 2020-11-28, depends: [11-01]")
            .open();
        let assessment = at(&opened, "2020-11-20");
        assert_eq!(alert(task(&assessment, "11-02"), "dependency"), says, "both mean Monday: {rule}");
    }
}

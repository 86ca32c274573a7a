//! The verdict on a task.

use crate::folder::{Folder, at, name, task};

#[test]
fn a_light_says_the_worst_that_is_known() {
    for (closing, task_line, entry, light, why) in [
        ("direct", "kind: milestone", "", "grey", "never heard of: for information only"),
        ("direct", "kind: milestone, deadline: 2020-11-30", "", "yellow", "never heard of, and due soon"),
        ("direct", "kind: milestone, deadline: 2020-11-23", "", "red", "never heard of, and overdue"),
        ("direct", "kind: continuous", "", "grey", "ongoing work that nobody ever reported on, too"),
        ("direct", "kind: milestone", "note: 推进", "green", "heard of, nothing wrong"),
        (
            "direct",
            "kind: milestone",
            "amendment: { field: title, from: 旧, to: 甲, reason: 改名, approved_by: 镇长 }",
            "grey",
            "an amendment is no report",
        ),
        ("direct", "kind: milestone, deadline: 2020-11-30", "note: 推进", "yellow", "due soon"),
        ("direct", "kind: milestone, deadline: 2020-11-23", "note: 推进", "red", "overdue"),
        ("direct", "kind: milestone", "state: blocked", "yellow", "blocked"),
        ("direct", "kind: milestone, deadline: 2020-11-23", "state: blocked", "red", "critical beats a warning"),
        ("direct", "kind: milestone, deadline: 2020-11-23", "state: done", "blue", "done, where nobody reviews"),
        ("direct", "kind: milestone, deadline: 2020-11-23", "state: closed", "blue", "closed"),
        ("reviewed", "kind: milestone, deadline: 2020-11-23", "state: done", "green", "done, not yet closed"),
        ("reviewed", "kind: milestone, deadline: 2020-11-23", "state: closed", "blue", "closed by a reviewer"),
        ("reviewed", "kind: milestone", "state: returned", "yellow", "sent back"),
        ("direct", "kind: milestone, deadline: 2020-11-23", "state: cancelled", "-", "called off"),
    ] {
        let mut folder =
            Folder::new().head(&format!("closing: {closing}")).task(&format!("id: 11-01, title: 甲, {task_line}"));
        if !entry.is_empty() {
            folder = folder.entry(&format!("date: 2020-11-20, task: 11-01, {entry}"));
        }
        let opened = folder.open();
        let assessment = at(&opened, "2020-11-24");
        let standing = task(&assessment, "11-01");
        assert_eq!(name(standing.light), light, "{why}");
        if matches!(light, "blue" | "-") {
            assert_eq!(standing.alerts, [], "{why}");
        }
    }
}

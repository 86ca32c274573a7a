//! What the journal says: derived from its entries up to the day.

use crate::folder::{Folder, at, name, task};

/// The state and since when the task is finished, after entries one day apart from 2020-10-01 on.
fn after(closing: &str, entries: &[&str], as_of: &str) -> (String, Option<String>) {
    let mut folder = Folder::new().head(&format!("closing: {closing}")).task(
        "id: 11-01, title: 甲, kind: milestone, metrics: [{ name: 户数, target: 9 }], checkpoints: [{ id: a, title: A, due: 2020-12-31 }]",
    );
    for (day, entry) in entries.iter().enumerate() {
        folder = folder.entry(&format!("date: 2020-10-{:02}, task: 11-01, {entry}", day + 1));
    }
    let opened = folder.open();
    let assessment = at(&opened, as_of);
    let standing = task(&assessment, "11-01");
    (name(standing.state), standing.finished_on.map(|day| day.to_string()))
}

const CALLED_OFF: &str =
    "amendment: { field: state, from: in_progress, to: cancelled, reason: 疫情, approved_by: 镇长办公会 }";

#[test]
fn the_last_entry_that_names_a_state_wins() {
    for (entries, state, finished, why) in [
        (&[][..], "not_started", None, "no entries"),
        (&["values: { 户数: 0 }"], "in_progress", None, "a value without a state"),
        (&["checkpoints: [a]"], "in_progress", None, "a checkpoint without a state"),
        (&["note: 已对接"], "in_progress", None, "a report of any kind shows that work goes on"),
        (&["issue: 缺人手"], "in_progress", None, "so does a problem"),
        (&["issue: 无"], "not_started", None, "that there is no problem is no report"),
        (&["state: blocked", "values: { 户数: 3 }"], "blocked", None, "a value does not lift a named state"),
        (&["values: { 户数: 3 }", "state: blocked"], "blocked", None, "blocked"),
        (&["state: blocked", "state: in_progress"], "in_progress", None, "work goes on"),
        (&["state: done", "note: 补充材料"], "done", Some("2020-10-01"), "a note changes nothing"),
        (&["state: done", "state: done"], "done", Some("2020-10-01"), "said twice: the first day holds"),
        (&["state: done", "state: reopened"], "in_progress", None, "reopened"),
        (&["state: done", "state: closed"], "closed", Some("2020-10-01"), "closed; it was finished before"),
        (
            &["state: done", "state: returned", "state: done"],
            "done",
            Some("2020-10-03"),
            "finished again after it was sent back",
        ),
        (&["state: closed", "state: reopened", "state: done"], "done", Some("2020-10-03"), "finished again"),
        (&["state: done", "state: returned"], "returned", None, "sent back"),
        (&["state: cancelled"], "cancelled", None, "called off"),
        (&["state: in_progress", CALLED_OFF], "cancelled", None, "called off by an amendment"),
        (&[CALLED_OFF, "state: reopened"], "in_progress", None, "and taken up again"),
        (&[CALLED_OFF, "note: 退还场馆预订款"], "cancelled", None, "a note changes nothing"),
    ] {
        assert_eq!(after("direct", entries, "2020-10-31"), (state.to_owned(), finished.map(str::to_owned)), "{why}");
    }
}

#[test]
fn an_entry_and_its_amendment_say_the_same() {
    let both = format!("state: in_progress, {CALLED_OFF}");
    assert_eq!(after("direct", &[&both], "2020-10-31").0, "cancelled");
}

#[test]
fn what_is_written_later_is_not_known_yet() {
    let entries = ["state: in_progress", "state: blocked", "state: done", CALLED_OFF];
    for (as_of, state) in [
        ("2020-09-30", "not_started"),
        ("2020-10-01", "in_progress"),
        ("2020-10-02", "blocked"),
        ("2020-10-03", "done"),
        ("2020-10-04", "cancelled"),
        ("2021-10-04", "cancelled"),
    ] {
        assert_eq!(after("direct", &entries, as_of).0, state, "{as_of}");
    }
}

#[test]
fn of_one_days_entries_the_last_written_wins() {
    for (first, second, state) in [("done", "returned", "returned"), ("returned", "done", "done")] {
        let opened = Folder::new()
            .task("id: 11-01, title: 甲, kind: milestone")
            .entry(&format!("date: 2020-10-01, task: 11-01, state: {first}"))
            .entry("date: 2020-10-01, task: 11-01, note: 同日")
            .entry(&format!("date: 2020-10-01, task: 11-01, state: {second}"))
            .open();
        assert_eq!(name(task(&at(&opened, "2020-10-01"), "11-01").state), state);
    }
}

#[test]
fn entries_hold_by_date_in_whatever_order_they_were_written() {
    let opened = Folder::new()
        .task("id: 11-01, title: 甲, kind: milestone")
        .entry("date: 2020-10-02, task: 11-01, state: done")
        .entry("date: 2020-10-01, task: 11-01, state: blocked")
        .open();
    assert_eq!(name(task(&at(&opened, "2020-10-01"), "11-01").state), "blocked");
    assert_eq!(name(task(&at(&opened, "2020-10-02"), "11-01").state), "done");
}

#[test]
fn where_a_reviewer_closes_done_is_not_finished() {
    for (entries, state, finished) in [
        (&["state: done"][..], "done", None),
        (&["state: done", "state: closed"], "closed", Some("2020-10-02")),
        (&["state: done", "state: returned"], "returned", None),
        (&["state: done", "state: returned", "state: done"], "done", None),
        (&["state: done", "state: closed", "state: reopened"], "in_progress", None),
    ] {
        assert_eq!(after("reviewed", entries, "2020-10-31"), (state.to_owned(), finished.map(str::to_owned)));
    }
}

//! Single changes, each with its neighbour that must be told otherwise.

use workplan::plan::{Checklist, ChecklistRow, Entry, Head, Journal, Plan, Task};
use workplan::report::diff::{Change, Comparison, Moved, compare};

const HEAD: &str = "{ format: workplan/1, id: x, title: x, issuer: x, issued: 2020-07-01, \
    period: { start: 2020-07-01, end: 2020-12-31 }, sections: [{ id: '1', title: x }] }";

type State = (Plan, Journal);

/// A plan of these tasks, and a journal of these entries.
fn state(tasks: &str, entries: &str) -> State {
    let head: Head = serde_yaml::from_str(HEAD).unwrap();
    let tasks: Vec<Task> = serde_yaml::from_str(&format!("[{tasks}]")).unwrap();
    let entries: Vec<Entry> = serde_yaml::from_str(&format!("[{entries}]")).unwrap();
    (Plan { head, tasks }, Journal { entries, ..Journal::default() })
}

fn compared<'s>(from: &'s State, to: &'s State) -> Comparison<'s> {
    compare((&from.0, &from.1), (&to.0, &to.1))
}

/// One task with a field, as `1-01`.
fn task(field: &str) -> String {
    format!("{{ id: 1-01, title: 甲, kind: milestone, {field} }}")
}

/// The only change of the only task.
fn only<T>(from: &str, to: &str, entries: &str, told: impl Fn(&Change<'_>) -> T) -> T {
    let (from, to) = (state(&task(from), ""), state(&task(to), entries));
    let comparison = compared(&from, &to);
    assert_eq!(comparison.changed.len(), 1, "{comparison:?}");
    assert_eq!(comparison.changed[0].changes.len(), 1, "{comparison:?}");
    told(&comparison.changed[0].changes[0])
}

#[test]
fn a_day_moves_by_days_from_the_end_of_the_period_where_none_is_stated() {
    for (from, to, days, moved) in [
        ("deadline: 2020-11-30", "deadline: 2020-12-15", 15, Some(Moved::Later)),
        ("deadline: 2020-11-30", "deadline: 2020-12-01", 1, Some(Moved::Later)),
        ("deadline: 2020-11-30", "deadline: 2020-11-29", -1, Some(Moved::Earlier)),
        ("deadline: 2020-11-30", "tags: []", 31, Some(Moved::Later)),
        ("tags: []", "deadline: 2020-12-30", -1, Some(Moved::Earlier)),
        ("tags: []", "deadline: 2021-01-01", 1, Some(Moved::Later)),
        ("tags: []", "deadline: 2020-12-31", 0, None),
        ("start: 2020-08-01", "start: 2020-08-03", 2, Some(Moved::Later)),
    ] {
        let told = only(from, to, "", |change| (change.days, change.moved, change.unapproved));
        assert_eq!(told, (Some(days), moved, true), "{from} → {to}");
    }
}

#[test]
fn a_number_is_raised_or_lowered_and_a_grade_by_its_step() {
    let count = |target: &str| format!("metrics: [{{ name: n, target: {target} }}]");
    let grade = |target: &str| format!("metrics: [{{ name: n, grades: [Ⅴ, Ⅳ, Ⅲ], baseline: Ⅴ, target: {target} }}]");
    for (from, to, moved) in [
        (count("92"), count("93"), Moved::Raised),
        (count("92"), count("91.5"), Moved::Lowered),
        (grade("Ⅳ"), grade("Ⅲ"), Moved::Raised),
        (grade("Ⅲ"), grade("Ⅳ"), Moved::Lowered),
    ] {
        assert_eq!(only(&from, &to, "", |change| change.moved), Some(moved), "{from} → {to}");
    }
    let (one, other) = (state(&task(&count("92")), ""), state(&task(&count("92.0")), ""));
    assert!(compared(&one, &other).is_empty(), "92 and 92.0 are one number");
}

#[test]
fn only_the_amendment_that_brought_the_field_to_what_it_holds_approves_it() {
    let amendment = |field: &str, to: &str| {
        format!(
            "{{ date: 2020-10-01, task: 1-01, amendment: {{ field: {field}, to: {to}, reason: r, approved_by: a }} }}"
        )
    };
    let lists = ("support: [甲办]", "support: [甲办, 乙办]");
    let metric = ("metrics: [{ name: n, target: 92 }]", "metrics: [{ name: n, target: 90 }]");
    let deadline = ("deadline: 2020-11-30", "deadline: 2020-12-15");
    for ((from, to), entries, approved) in [
        (deadline, amendment("deadline", "2020-12-15"), true),
        (deadline, amendment("deadline", "2020-12-14"), false),
        (deadline, amendment("start", "2020-12-15"), false),
        (deadline, format!("{}, {}", amendment("deadline", "2020-12-01"), amendment("deadline", "2020-12-15")), true),
        (deadline, amendment("deadline", "2020-12-15").replace("1-01", "1-02"), false),
        (lists, amendment("support", "[乙办, 甲办]"), true),
        (lists, amendment("support", "[乙办]"), false),
        (metric, amendment("metrics.n.target", "90"), true),
        (metric, amendment("metrics.n.target", "90.0"), true),
        (metric, amendment("metrics.n.target", "91"), false),
    ] {
        let told = only(from, to, &entries, |change| (change.amendment.is_some(), change.unapproved));
        assert_eq!(told, (approved, !approved), "{entries}");
    }
    // What both journals hold approved an earlier change.
    let entry = amendment("deadline", "2020-12-15");
    let (from, to) = (state(&task(deadline.0), &entry), state(&task(deadline.1), &entry));
    assert!(compared(&from, &to).changed[0].changes[0].unapproved);
}

#[test]
fn what_no_amendment_can_change_needs_none() {
    for (from, to) in [("person: 张三", "person: 李四"), ("tags: [a]", "tags: [b]"), ("note: a", "note: b")] {
        assert!(!only(from, to, "", |change| change.unapproved), "{from}");
    }
}

#[test]
fn an_id_that_vanished_is_looked_for_by_its_words() {
    let tasks = |tasks: &[(&str, &str, &str)]| {
        let task = |(id, title, source): &(&str, &str, &str)| {
            format!("{{ id: {id}, title: {title}, kind: milestone{source} }}")
        };
        state(&tasks.iter().map(task).collect::<Vec<_>>().join(", "), "")
    };
    let one = ", source: 第一句";
    let old = tasks(&[("1-01", "甲", one), ("1-02", "乙", one), ("1-03", "丙", "")]);
    for (new, renumbered, added, removed) in [
        (vec![("1-11", "甲", one), ("1-02", "乙", one), ("1-03", "丙", "")], vec![("1-01", "1-11")], 0, 0),
        (
            vec![("1-11", "乙", one), ("1-12", "甲", one), ("1-03", "丙", "")],
            vec![("1-02", "1-11"), ("1-01", "1-12")],
            0,
            0,
        ),
        (
            vec![("1-11", "丁", one), ("1-02", "乙", one), ("1-13", "丙", "")],
            vec![("1-01", "1-11"), ("1-03", "1-13")],
            0,
            0,
        ),
        (vec![("1-11", "甲", ", source: 第二句"), ("1-02", "乙", one), ("1-14", "戊", "")], vec![], 2, 2),
        (vec![("1-02", "乙", one), ("1-03", "丙", one)], vec![], 0, 1),
    ] {
        let new = tasks(&new);
        let comparison = compared(&old, &new);
        let found: Vec<_> = comparison.renumbered.iter().map(|task| (task.from, task.to)).collect();
        assert_eq!((found, comparison.added.len(), comparison.removed.len()), (renumbered, added, removed));
    }
}

#[test]
fn an_entry_is_rewritten_when_a_like_one_stands_in_its_place() {
    let old = "{ date: 2020-09-01, task: 1-01, by: 甲办, note: 开工, values: { n: 3 } }";
    for (new, rewritten, removed, added) in [
        (old, 0, 0, 0),
        ("{ values: { n: 3 }, task: 1-01, note: 开工, by: 甲办, date: 2020-09-01 }", 0, 0, 0),
        ("{ date: 2020-09-01, task: 1-01, by: 甲办, note: 完工, values: { n: 3 } }", 1, 0, 0),
        // On that day anything else is in its place.
        ("{ date: 2020-09-01, task: 1-01, by: 乙办, note: 完工, values: { n: 4 } }", 1, 0, 0),
        ("{ date: 2020-09-05, task: 1-01, by: 甲办, note: 开工, values: { n: 3 } }", 1, 0, 0),
        ("{ date: 2020-09-05, task: 1-01, by: 甲办, note: 开工, values: { n: 4 } }", 1, 0, 0),
        ("{ date: 2020-09-05, task: 1-01, by: 甲办, note: 完工, values: { n: 4 } }", 0, 1, 1),
        ("{ date: 2020-09-01, task: 1-02, by: 甲办, note: 开工, values: { n: 3 } }", 1, 0, 0),
        ("{ date: 2020-09-01, task: 1-02, by: 甲办, note: 开工, values: { n: 4 } }", 0, 1, 1),
        ("", 0, 1, 0),
    ] {
        let tasks = "{ id: 1-01, title: 甲, kind: milestone }, { id: 1-02, title: 乙, kind: milestone }";
        let (from, to) = (state(tasks, old), state(tasks, new));
        let totals = compared(&from, &to).totals;
        let found = (totals.entries_rewritten, totals.entries_removed, totals.entries_added);
        assert_eq!(found, (rewritten, removed, added), "{new}");
        // One of two that are the same was taken out.
        let twice = state(tasks, &format!("{old}, {old}"));
        assert_eq!(compared(&twice, &from).totals.entries_removed, 1);
    }
}

#[test]
fn calling_off_is_no_adjustment_and_may_be_undone() {
    let off = "{ date: 2020-10-01, task: 1-01, amendment: { field: state, to: cancelled, reason: r, approved_by: a } }";
    let plain = "{ date: 2020-10-01, task: 1-01, state: cancelled }";
    let on = "{ date: 2020-10-02, task: 1-01, state: reopened }";
    for (old, new, cancelled, changed, unapproved) in [
        ("", off.to_owned(), 1, 0, false),
        ("", plain.to_owned(), 1, 0, true),
        (off, format!("{off}, {on}"), 0, 1, false),
        ("", format!("{off}, {on}"), 0, 0, false),
    ] {
        let (from, to) = (state(&task("tags: []"), old), state(&task("tags: []"), &new));
        let comparison = compared(&from, &to);
        assert_eq!((comparison.totals.cancelled, comparison.totals.changed), (cancelled, changed), "{new}");
        assert_eq!(comparison.changed.iter().any(|task| task.changes[0].unapproved), unapproved, "{new}");
    }
}

#[test]
fn a_checklist_is_compared_row_by_row_wherever_it_lies() {
    let listed = |path: &str, rows: &[(&str, Option<&str>)]| {
        let mut state = state(&task(&format!("metrics: [{{ name: n, target: 9, checklist: {path} }}]")), "");
        let row = |(item, day): &(&str, Option<&str>)| ChecklistRow {
            item: (*item).to_owned(),
            closed_on: day.map(|day| day.parse().unwrap()),
        };
        state.1.checklists.push(Checklist { path: path.to_owned(), rows: rows.iter().map(row).collect() });
        state
    };
    let day = Some("2020-09-01");
    let old = listed("a.csv", &[("甲", day), ("乙", None), ("丙", None)]);
    for (rows, counts) in [
        (vec![("丙", None), ("甲", day), ("乙", None)], [0, 0, 0, 0, 0]),
        (vec![("甲", day), ("乙", day), ("丙", None)], [1, 0, 0, 0, 0]),
        (vec![("甲", None), ("乙", None), ("丙", None)], [0, 1, 0, 0, 0]),
        (vec![("甲", Some("2020-09-02")), ("乙", None), ("丙", None)], [0, 0, 1, 0, 0]),
        (vec![("甲", day), ("乙", None), ("丙", None), ("丁", day)], [0, 0, 0, 1, 0]),
        (vec![("甲", day)], [0, 0, 0, 0, 2]),
    ] {
        for path in ["a.csv", "b.csv"] {
            let new = listed(path, &rows);
            let totals = compared(&old, &new).totals;
            let found =
                [totals.rows_closed, totals.rows_reopened, totals.rows_redated, totals.rows_added, totals.rows_removed];
            assert_eq!(found, counts, "{path} {rows:?}");
        }
    }
}

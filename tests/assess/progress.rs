//! How far a task has come.

use crate::folder::{Folder, at, share, task};

/// The progress of a task after one entry of 2020-10-20.
fn progress(task_line: &str, entry: &str) -> String {
    let opened = Folder::new()
        .task(&format!("id: 11-01, title: 甲, {task_line}"))
        .entry(&format!("date: 2020-10-20, task: 11-01, note: 推进, {entry}"))
        .open();
    share(task(&at(&opened, "2020-10-20"), "11-01").progress)
}

#[test]
fn the_way_from_the_baseline_to_the_target() {
    let households = "kind: measured, metrics: [{ name: 户数, target: 92 }]";
    let villages = "kind: measured, metrics: [{ name: 户数, target: 35, baseline: 20 }]";
    let down = "kind: measured, metrics: [{ name: 户数, target: -5, baseline: -15 }]";
    for (task_line, value, progress_is) in [
        (households, "0", "0"),
        (households, "61", "0.663043"),
        (households, "92", "1"),
        (households, "93", "1"),
        (households, "-1", "0"),
        (households, "91.999999", "0.999999"),
        (households, "0.000001", "0.000001"),
        (villages, "20", "0"),
        (villages, "19", "0"),
        (villages, "33", "0.866667"),
        (villages, "35", "1"),
        (down, "-10", "0.5"),
        (down, "-5", "1"),
    ] {
        assert_eq!(progress(task_line, &format!("values: {{ 户数: {value} }}")), progress_is, "{task_line}: {value}");
    }
}

#[test]
fn a_grade_counts_by_its_step_in_any_of_its_spellings() {
    let from_worst = "kind: measured, metrics: [{ name: 水质, target: Ⅲ, grades: [{ name: 劣Ⅴ, aliases: [劣V] }, { name: Ⅴ, aliases: [V] }, { name: Ⅳ, aliases: [IV] }, { name: Ⅲ, aliases: [III] }, Ⅱ] }]";
    let from_five = "kind: measured, metrics: [{ name: 水质, target: III, baseline: V, grades: [{ name: 劣Ⅴ, aliases: [劣V] }, { name: Ⅴ, aliases: [V] }, { name: Ⅳ, aliases: [IV] }, { name: Ⅲ, aliases: [III] }, Ⅱ] }]";
    for (task_line, value, progress_is) in [
        (from_worst, "劣Ⅴ", "0"),
        (from_worst, "劣V", "0"),
        (from_worst, "Ⅴ", "0.333333"),
        (from_worst, "V", "0.333333"),
        (from_worst, "IV", "0.666667"),
        (from_worst, "Ⅲ", "1"),
        (from_worst, "Ⅱ", "1"),
        (from_five, "劣Ⅴ", "0"),
        (from_five, "Ⅴ", "0"),
        (from_five, "Ⅳ", "0.5"),
        (from_five, "III", "1"),
    ] {
        assert_eq!(progress(task_line, &format!("values: {{ 水质: {value} }}")), progress_is, "{value}");
    }
}

#[test]
fn a_grade_is_shown_by_its_own_name() {
    let opened = Folder::new()
        .task("id: 11-01, title: 甲, kind: measured, metrics: [{ name: 水质, target: III, grades: [{ name: Ⅴ, aliases: [V] }, { name: Ⅲ, aliases: [III] }] }]")
        .entry("date: 2020-10-20, task: 11-01, values: { 水质: V }")
        .open();
    let assessment = at(&opened, "2020-10-20");
    let standing = task(&assessment, "11-01");
    let metric = &standing.task.metrics[0];
    assert_eq!(metric.target().to_string(), "Ⅲ");
    assert_eq!(metric.show(standing.metrics[0].value.unwrap()).to_string(), "Ⅴ");
}

#[test]
fn several_metrics_make_a_weighted_mean() {
    let two = "kind: measured, metrics: [{ name: 甲数, target: 3, weight: 2 }, { name: 乙数, target: 4 }]";
    let with_bound =
        "kind: measured, metrics: [{ name: 甲数, target: 4 }, { name: 时间, target: 15, direction: at_most }]";
    for (task_line, values, progress_is, why) in [
        (two, "甲数: 1, 乙数: 4", "0.555556", "(2 × 1/3 + 1) / 3"),
        (two, "甲数: 3, 乙数: 0", "0.666667", "2/3"),
        (two, "甲数: 6, 乙数: 0", "0.666667", "too much of one does not make up for the other"),
        (two, "甲数: 3, 乙数: 4", "1", "all"),
        (two, "乙数: 1", "0.25", "only what was reported"),
        (with_bound, "甲数: 1, 时间: 30", "0.25", "a bound makes no progress"),
        (with_bound, "时间: 15", "-", "a bound alone"),
    ] {
        assert_eq!(progress(task_line, &format!("values: {{ {values} }}")), progress_is, "{why}");
    }
}

#[test]
fn checkpoints_count_where_no_metric_does() {
    let steps = "checkpoints: [{ id: a, title: A, due: 2020-12-31 }, { id: b, title: B, due: 2020-12-31 }, { id: c, title: C, due: 2020-12-31 }]";
    let milestone = format!("kind: milestone, {steps}");
    let both = format!("kind: measured, metrics: [{{ name: 户数, target: 4 }}], {steps}");
    for (task_line, entry, progress_is, why) in [
        (&milestone, "checkpoints: []", "-", "none reached: unknown, not 0"),
        (&milestone, "checkpoints: [a]", "0.333333", "one"),
        (&milestone, "checkpoints: [a, c]", "0.666667", "two"),
        (&milestone, "checkpoints: [a, b, c]", "1", "all"),
        (&milestone, "checkpoints: [a], state: done", "1", "done is all of it"),
        (&milestone, "checkpoints: [a], state: closed", "1", "closed is all of it"),
        (&milestone, "checkpoints: [a], state: returned", "0.333333", "returned is not"),
        (&both, "checkpoints: [a], values: { 户数: 1 }", "0.25", "a metric comes first"),
        (&both, "checkpoints: [a]", "0.333333", "a metric without a value does not"),
    ] {
        assert_eq!(progress(task_line, entry), progress_is, "{why}");
    }
}

#[test]
fn what_was_never_reported_is_unknown() {
    for (task_line, entry) in [
        ("kind: milestone", "state: in_progress"),
        ("kind: milestone", "state: blocked"),
        ("kind: measured, metrics: [{ name: 户数, target: 4 }]", "state: in_progress"),
        ("kind: continuous", "state: in_progress"),
    ] {
        assert_eq!(progress(task_line, entry), "-", "{task_line}");
    }
}

#[test]
fn the_last_value_up_to_the_day_holds() {
    let opened = Folder::new()
        .task("id: 11-01, title: 甲, kind: measured, metrics: [{ name: 户数, target: 10 }, { name: 人数, target: 10 }]")
        .entry("date: 2020-10-01, task: 11-01, values: { 户数: 2, 人数: 5 }")
        .entry("date: 2020-10-02, task: 11-01, values: { 户数: 4 }")
        .entry("date: 2020-10-03, task: 11-01, values: { 户数: 3 }")
        .open();
    for (as_of, households, since, progress_is) in [
        ("2020-09-30", "-", "-", "-"),
        ("2020-10-01", "2", "2020-10-01", "0.35"),
        ("2020-10-02", "4", "2020-10-02", "0.45"),
        ("2020-10-03", "3", "2020-10-03", "0.4"),
    ] {
        let assessment = at(&opened, as_of);
        let standing = task(&assessment, "11-01");
        let metric = &standing.task.metrics[0];
        let value = standing.metrics[0].value.map(|value| metric.show(value).to_string());
        assert_eq!(value.as_deref().unwrap_or("-"), households, "{as_of}");
        assert_eq!(standing.metrics[0].reported_on.map(|day| day.to_string()).as_deref().unwrap_or("-"), since);
        assert_eq!(share(standing.progress), progress_is, "{as_of}");
        // The other metric keeps the day of its own last value.
        let other = standing.metrics[1].reported_on.map(|day| day.to_string());
        assert_eq!(other.as_deref(), (as_of >= "2020-10-01").then_some("2020-10-01"));
    }
}

#[test]
fn a_checklist_counts_the_rows_closed_by_the_day() {
    let opened = Folder::new()
        .task("id: 11-01, title: 甲, kind: measured, metrics: [{ name: 点位, target: 4, checklist: checklists/a.csv }]")
        .file(
            "checklists/a.csv",
            "编号,村居,销项日期\n1,新港村,2020-10-03\n2,新港村,2020-10-01\n3,莲湖村,\n4,莲湖村,2020-10-03\n",
        )
        .open();
    for (as_of, value, since, progress_is) in [
        ("2020-09-30", "-", "-", "-"),
        ("2020-10-01", "1", "2020-10-01", "0.25"),
        ("2020-10-02", "1", "2020-10-01", "0.25"),
        ("2020-10-03", "3", "2020-10-03", "0.75"),
        ("2020-12-31", "3", "2020-10-03", "0.75"),
    ] {
        let assessment = at(&opened, as_of);
        let standing = task(&assessment, "11-01");
        let metric = &standing.task.metrics[0];
        let counted = standing.metrics[0].value.map(|value| metric.show(value).to_string());
        assert_eq!(counted.as_deref().unwrap_or("-"), value, "{as_of}");
        assert_eq!(standing.metrics[0].reported_on.map(|day| day.to_string()).as_deref().unwrap_or("-"), since);
        assert_eq!(share(standing.progress), progress_is, "{as_of}");
        assert_eq!(standing.last_report, standing.metrics[0].reported_on);
    }
}

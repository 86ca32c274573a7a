//! `workplan history`.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::program::{HEAD, folder, in_both_languages, snapshot, workplan};

const SAMPLE: &str = "--plan plans/sample --as-of 2020-11-24";

#[test]
fn a_task_in_every_format() {
    for format in ["table", "md", "text"] {
        in_both_languages!(format!("history-22-07-{format}"), format!("history 22-07 {SAMPLE} --format {format}"));
    }
    let value = workplan(&format!("history 31-12 {SAMPLE} --format json")).run().json();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("history-31-12-json", serde_json::to_string_pretty(&value).unwrap());
    });
}

#[test]
fn tasks_that_show_something() {
    for (name, task) in [
        ("checklist", "23-11"),
        ("amended-deadline", "22-02"),
        ("amended-lead", "33-01"),
        ("returned", "22-08"),
        ("reopened", "23-05"),
        ("bound", "31-09"),
        ("silent", "21-12"),
    ] {
        in_both_languages!(format!("history-{name}"), format!("history {task} {SAMPLE}"));
    }
    in_both_languages!("history-real", "history 42-07 --as-of 2020-11-24");
    in_both_languages!("history-before-plan", "history 42-07 --as-of 2020-06-01 --format text");
}

#[test]
fn a_history_at_80_and_160_columns() {
    for (columns, lang) in [("80", "zh"), ("80", "en"), ("160", "zh"), ("160", "en")] {
        let run = workplan(&format!("history 31-12 {SAMPLE} --lang {lang}")).env("COLUMNS", columns);
        snapshot!(format!("history-31-12-{columns}.{lang}"), run);
    }
}

/// No line of a chart is wider than a terminal, and what is not a word is ASCII, which every terminal draws alike.
#[test]
fn charts_fit_80_columns() {
    let status = workplan(&format!("status {SAMPLE} --format json")).run().json();
    let mut charts = 0;
    for task in status["tasks"].as_array().unwrap() {
        let id = task["id"].as_str().unwrap();
        let ran = workplan(&format!("history {id} {SAMPLE}")).env("COLUMNS", "80").run();
        for line in ran.text().lines() {
            assert!(line.width() <= 80, "{id}: {line}");
            if let Some((bar, _)) = line.split_once('[').and_then(|(_, rest)| rest.split_once(']')) {
                charts += 1;
                assert!(bar.is_ascii() && bar.len() == 40, "{id}: {line}");
            }
        }
    }
    assert!(charts > 50, "{charts}");
}

/// The last point is what `show` says of the as-of day, and no light changes without a point.
#[test]
fn the_lights_are_those_that_show_gives_on_each_day() {
    for task in ["22-07", "22-02", "12-05", "23-05", "31-12", "23-11"] {
        let told = workplan(&format!("history {task} {SAMPLE} --format json")).run().json();
        let points = told["points"].as_array().unwrap();
        let mut days: Vec<String> = points.iter().map(|point| point["date"].as_str().unwrap().to_owned()).collect();
        assert!(days.is_sorted() && days.windows(2).all(|pair| pair[0] != pair[1]), "{days:?}");
        days.extend(["2020-08-01", "2020-09-01", "2020-10-01", "2020-11-01"].map(str::to_owned));
        for day in days {
            let shown = workplan(&format!("show {task} --plan plans/sample --as-of {day} --format json")).run().json();
            let at = points.iter().rfind(|point| point["date"].as_str().unwrap() <= day.as_str()).unwrap();
            assert_eq!(at["light"], shown["task"]["light"], "{task} {day}");
            if at["date"] == *day {
                for key in ["state", "progress", "expected"] {
                    assert_eq!(at[key], shown["task"][key], "{task} {day} {key}");
                }
            }
        }
    }
}

const TASKS: &str = "\
- { id: 1-01, title: 甲, kind: milestone, lead: 党建工作办公室, deadline: 2020-08-20, assumed: [deadline] }
- { id: 1-02, title: 乙, kind: milestone, lead: 党群工作办公室, deadline: 2020-12-31, depends: [1-01], assumed: [deadline] }
- { id: 1-03, title: 丙, kind: milestone, lead: 党群工作办公室 }
";
const ENTRIES: &str = "\
- { date: 2020-07-20, task: 1-03, note: 开工 }
- { date: 2020-07-20, task: 1-03, issue: 缺人手 }
- { date: 2020-08-03, task: 1-03, amendment: { field: state, from: in_progress, to: cancelled, reason: 叫停, approved_by: 镇长 } }
- { date: 2020-09-01, task: 1-01, state: done }
";

fn points(task: &str, as_of: &str) -> Vec<(String, Value)> {
    let at = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS), ("progress/all.yaml", ENTRIES)]);
    let told = workplan(&format!("history {task} --as-of {as_of} --format json")).within(at.path()).run().json();
    let points = told["points"].as_array().unwrap().iter();
    points.map(|point| (point["date"].as_str().unwrap().to_owned(), json!([point["light"], point["why"]]))).collect()
}

fn told(points: &[(&str, Value)]) -> Vec<(String, Value)> {
    points.iter().map(|(day, point)| ((*day).to_owned(), point.clone())).collect()
}

#[test]
fn the_days_that_are_told() {
    assert_eq!(
        points("1-01", "2020-10-01"),
        told(&[
            ("2020-07-01", json!(["grey", ["start"]])),
            ("2020-08-06", json!(["yellow", ["light"]])),
            ("2020-08-21", json!(["red", ["light"]])),
            ("2020-09-01", json!(["blue", ["report", "light"]])),
            ("2020-10-01", json!(["blue", ["as_of"]])),
        ])
    );
    assert_eq!(
        points("1-02", "2020-10-01"),
        told(&[
            ("2020-07-01", json!(["grey", ["start"]])),
            ("2020-08-21", json!(["yellow", ["light"]])),
            ("2020-09-01", json!(["grey", ["light"]])),
            ("2020-10-01", json!(["grey", ["as_of"]])),
        ]),
        "what another task does to it is told"
    );
    assert_eq!(
        points("1-03", "2020-08-03"),
        told(&[
            ("2020-07-01", json!(["grey", ["start"]])),
            ("2020-07-20", json!(["green", ["report", "light"]])),
            ("2020-08-03", json!([null, ["amendment", "light", "as_of"]])),
        ])
    );
    assert_eq!(points("1-01", "2020-06-01"), told(&[("2020-06-01", json!(["grey", ["start", "as_of"]]))]));
    let late = points("1-02", "2199-01-01");
    assert_eq!(late.last(), told(&[("2199-01-01", json!(["red", ["as_of"]]))]).last());
    assert_eq!(late[late.len() - 2], told(&[("2021-01-01", json!(["red", ["light"]]))])[0]);
}

#[test]
fn a_task_called_off() {
    let at = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS), ("progress/all.yaml", ENTRIES)]);
    for lang in ["zh", "en"] {
        let line = format!("history 1-03 --as-of 2020-08-10 --lang {lang}");
        snapshot!(format!("history-cancelled.{lang}"), workplan(&line).within(at.path()));
    }
}

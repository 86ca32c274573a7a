//! `workplan export --format jsonl`: rows for other engines, of one plan and of many.

use std::path::Path;

use serde_json::{Value, json};
use workplan::report::rows::What;
use workplan::words::{Term, Worded};

use crate::program::{HEAD, Ran, TASKS, folder, in_both_languages, workplan};

const SAMPLE: &str = "export --plan plans/sample --as-of 2020-11-24 --format jsonl";

/// A task with two metrics, and what was said of it.
const COUNTED: &str = "\
- id: 1-01
  title: 完成92户集中居住
  kind: measured
  lead: 规划建设和生态环境办公室
  tags: [民生实事, 重点工程]
  metrics: [{ name: 户数, unit: 户, target: 92 }, { name: 水质, unit: 类, grades: [劣Ⅴ, Ⅴ, Ⅳ], baseline: 劣Ⅴ, target: Ⅳ }]
  deadline: 2020-11-10
  assumed: [deadline, metrics.户数, metrics.水质]
";
const JOURNAL: &str = "\
- { date: 2020-11-02, task: 1-01, by: 规划建设和生态环境办公室, values: { 户数: 60, 水质: Ⅴ } }
- { date: 2020-11-04, task: 1-01, values: { 户数: 70 } }
- { date: 2020-11-05, task: 1-01, withdraws: { date: 2020-11-04, reason: 误报 } }
- { date: 2020-11-18, task: 1-01, note: 已约谈, reply_to: 金府督〔2020〕1号 }
- { date: 2020-11-28, task: 1-01, note: 以后的事 }
";
const NOTICES: &str = "\
- { number: 金府督〔2020〕1号, date: 2020-11-12, level: supervise, unit: 规划建设和生态环境办公室, tasks: [1-01], reply_by: 2020-11-17 }
";

fn counted() -> tempfile::TempDir {
    let head = format!("{HEAD}notices: {{ series: 金府督 }}\n");
    folder(&[
        ("plan.yaml", &head),
        ("tasks/1.yaml", COUNTED),
        ("progress/2020-11.yaml", JOURNAL),
        ("notices/2020.yaml", NOTICES),
    ])
}

/// The rows that a line prints.
fn rows(ran: &Ran) -> Vec<Value> {
    ran.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The rows of a plan on 2020-11-24.
fn of(plan: &Path, options: &str) -> Vec<Value> {
    let ran = workplan(&format!("export --format jsonl --as-of 2020-11-24 {options}")).within(plan).run();
    assert_eq!(ran.status, 0, "{ran}");
    rows(&ran)
}

#[test]
fn a_task_is_one_flat_row_with_what_the_status_says() {
    let plan = counted();
    let found = of(plan.path(), "");
    let row = &found[0];
    for (key, value) in [
        ("plan_id", json!("small")),
        ("plan_path", json!(".")),
        ("as_of", json!("2020-11-24")),
        ("issuer", json!("金泽镇人民政府")),
        ("sample", json!(false)),
        ("id", json!("1-01")),
        ("tags", json!(["民生实事", "重点工程"])),
        ("metrics", json!(2)),
        ("metric", json!("户数")),
        ("target", json!(92)),
        ("value", json!(60)),
        ("alert", json!("overdue")),
        ("alerts", json!(["overdue", "behind"])),
        ("latest_note", json!("已约谈")),
    ] {
        assert_eq!(row[key], value, "{key}: {row}");
    }
    let status = workplan("status --format json --as-of 2020-11-24").within(plan.path()).run().json();
    let task = status["tasks"][0].as_object().unwrap();
    let shared = row.as_object().unwrap().iter().filter(|(key, _)| !matches!(key.as_str(), "metrics" | "alerts"));
    let same = shared.filter(|(key, value)| task.get(*key).is_some_and(|said| said == *value)).count();
    assert!(same > 30, "{same} keys say the same as the status");
}

#[test]
fn an_entry_has_a_row_for_each_value() {
    let plan = counted();
    let told: Vec<Value> = of(plan.path(), "--what entries")
        .iter()
        .map(|row| {
            json!([
                row["entry"],
                row["date"],
                row["metric"],
                row["value"],
                row["grade"],
                row["withdrawn"],
                row["reply_to"]
            ])
        })
        .collect();
    assert_eq!(
        told,
        [
            json!([1, "2020-11-02", "户数", 60, null, false, null]),
            json!([1, "2020-11-02", "水质", null, "Ⅴ", false, null]),
            json!([2, "2020-11-04", "户数", 70, null, true, null]),
            json!([3, "2020-11-05", null, null, null, false, null]),
            json!([4, "2020-11-18", null, null, null, false, "金府督〔2020〕1号"]),
        ]
    );
}

#[test]
fn a_notice_says_how_long_its_answer_took() {
    let plan = counted();
    let found = of(plan.path(), "--what notices");
    let told = json!([found.len(), found[0]["days_to_reply"], found[0]["tasks"], found[0]["status"]]);
    assert_eq!(told, json!([1, 6, ["1-01"], "closed"]));
    let earlier = workplan("export --format jsonl --what notices --as-of 2020-11-17").within(plan.path()).run();
    assert_eq!((&rows(&earlier)[0]["days_to_reply"], &rows(&earlier)[0]["status"]), (&Value::Null, &json!("open")));
}

#[test]
fn alerts_are_those_of_the_report() {
    let found = rows(&workplan(&format!("{SAMPLE} --what alerts")).run());
    let report = workplan("alerts --plan plans/sample --as-of 2020-11-24 --format json").run().json();
    let alerts = report["alerts"].as_array().unwrap();
    assert_eq!(found.len(), alerts.len());
    for (row, alert) in found.iter().zip(alerts) {
        let differs = alert.as_object().unwrap().iter().find(|(key, value)| row[key.as_str()] != **value);
        assert_eq!(differs, None, "{row}");
    }
}

#[test]
fn filters_choose_the_tasks_whatever_the_rows_are() {
    let task = |row: &Value, key: &str| row[key].as_str().unwrap().to_owned();
    for (what, key) in [("tasks", "id"), ("entries", "task"), ("alerts", "task")] {
        let found = rows(&workplan(&format!("{SAMPLE} --what {what} --theme 31")).run());
        assert!(!found.is_empty() && found.iter().all(|row| task(row, key).starts_with("31-")), "{what}");
    }
    let found = rows(&workplan(&format!("{SAMPLE} --what notices --theme 12")).run());
    assert_eq!(found.iter().map(|row| task(row, "number")).collect::<Vec<_>>(), ["金府督〔2020〕1号"]);
}

#[test]
fn what_is_asked_for_may_be_named_in_any_of_its_words() {
    for (term, what) in What::TERMS.iter().zip(What::all()) {
        let wanted = workplan(&format!("{SAMPLE} --what {}", what.key())).run();
        for word in Term::spellings(term) {
            assert_eq!(workplan(&format!("{SAMPLE} --what")).arg(word).run().text(), wanted.text(), "{word}");
        }
    }
}

#[test]
fn what_makes_no_sense_is_refused() {
    for (name, options) in [
        ("public", "--format jsonl --public"),
        ("order", "--format jsonl --sort light"),
        ("what", "--format csv --what alerts"),
        ("word", "--format jsonl --what 会议"),
    ] {
        in_both_languages!(format!("rows-refused-{name}"), format!("export --plan plans/sample {options}"));
    }
}

/// Three towns, the second of which is broken.
fn towns() -> tempfile::TempDir {
    let of = |id: &str| HEAD.replace("id: small", &format!("id: {id}"));
    let twice = format!("{TASKS}{TASKS}");
    folder(&[
        ("qu/a/plan.yaml", &of("a")),
        ("qu/a/tasks/1.yaml", TASKS),
        ("qu/b/plan.yaml", &of("b")),
        ("qu/b/tasks/1.yaml", &twice),
        ("qu/c/plan.yaml", &of("c")),
        ("qu/c/tasks/1.yaml", TASKS),
    ])
}

fn plans_of(ran: &Ran) -> Vec<String> {
    rows(ran).iter().map(|row| format!("{} {}", row["plan_path"], row["id"]).replace('"', "")).collect()
}

#[test]
fn the_rows_of_many_plans_are_in_one_table() {
    let towns = towns();
    let ran = workplan("export --plans qu --as-of 2020-11-24").within(towns.path()).run();
    assert_eq!(plans_of(&ran), ["qu/a 1-01", "qu/a 1-02", "qu/c 1-01", "qu/c 1-02"], "{ran}");
    assert_eq!(ran.status, 1, "one cannot be read");
    assert!(ran.stderr.contains("qu/b") && ran.stderr.contains("E201"), "{ran}");
    let one = workplan("export --plan qu/c --format jsonl --as-of 2020-11-24").within(towns.path()).run();
    assert!(ran.text().ends_with(one.text()), "a plan's rows are the same alone and among others");
}

#[test]
fn a_plan_that_knows_no_such_name_has_no_rows_and_the_others_have_theirs() {
    let towns = towns();
    let other = TASKS.replace("党建工作办公室", "党群工作办公室");
    std::fs::write(towns.path().join("qu/b/tasks/1.yaml"), other).unwrap();
    let head = HEAD.replace("id: small", "id: b").replace(", { name: 党建工作办公室, short: 党建办 }", "");
    std::fs::write(towns.path().join("qu/b/plan.yaml"), head).unwrap();
    let of = |options: &str| workplan(&format!("export --as-of 2020-11-24 {options}")).within(towns.path());
    let ran = of("--plans qu --lead 党建办").run();
    assert_eq!((plans_of(&ran), ran.status), (["qu/a 1-02", "qu/c 1-02"].map(str::to_owned).to_vec(), 0), "{ran}");
    let ran = of("--plans qu --lead 财政所").run();
    assert_eq!((ran.text(), ran.status), ("", 2), "no plan knows it");
    let ran = of("--plans-from - --lead 党建办").typed("qu/b\n").run();
    assert_eq!((ran.text(), ran.status), ("", 0), "an engine's other workers may know it: {ran}");
}

#[test]
fn plans_may_be_named_on_the_standard_input() {
    let towns = towns();
    let named = |paths: &str, options: &str| {
        workplan(&format!("export --plans-from - --as-of 2020-11-24 {options}")).within(towns.path()).typed(paths).run()
    };
    let ran = named("qu/c\r\n\nqu/a\n", "");
    assert_eq!(
        (plans_of(&ran), ran.status),
        (["qu/c 1-01", "qu/c 1-02", "qu/a 1-01", "qu/a 1-02"].map(str::to_owned).to_vec(), 0)
    );
    let ran = named("qu/none\nqu/a\n", "");
    assert_eq!((rows(&ran).len(), ran.status), (2, 1), "{ran}");
    assert!(ran.stderr.contains("qu/none"), "{ran}");
    let ran = named("", "");
    assert_eq!((ran.text(), ran.status), ("", 0), "an engine may have nothing for a worker: {ran}");
    let ran = named("qu/a\n", "--format xlsx");
    assert_eq!((ran.text(), ran.status), ("", 2));
}

#[test]
fn a_file_is_in_its_place_when_all_is_written() {
    let towns = towns();
    let line = "export --plans qu --as-of 2020-11-24 --out rows.jsonl";
    let ran = workplan(line).within(towns.path()).run();
    assert_eq!((ran.text(), ran.status), ("", 1), "{ran}");
    let written = std::fs::read_to_string(towns.path().join("rows.jsonl")).unwrap();
    let printed = workplan("export --plans qu --as-of 2020-11-24").within(towns.path()).run();
    assert_eq!(written, printed.text());
    assert_eq!(written.lines().count(), 4);
}

//! `--plans`: every plan below a folder in one report.

use std::path::Path;

use serde_json::Value;

use crate::program::{HEAD, TASKS, compared, folder, workplan};

/// The head of a town's plan.
pub(crate) fn head(id: &str, issuer: &str, more: &str) -> String {
    HEAD.replace("id: small", &format!("id: {id}")).replace("金泽镇人民政府", issuer) + more
}

const TAGGED: &str = "\
- id: 1-03
  title: 垃圾分类达标
  kind: measured
  lead: 党群工作办公室
  metrics: [{ name: 小区数, unit: 个, target: 10 }]
  tags: [清洁行动]
";

/// Three towns: one in good order, one that is late and has words of its own, one that cannot be read; and a sample.
pub(crate) fn city() -> tempfile::TempDir {
    let own = "lights: { red: { word: 亮红牌 } }\n";
    folder(&[
        ("a/plan.yaml", &head("a", "甲镇人民政府", "")),
        ("a/tasks/1.yaml", &format!("{TASKS}{TAGGED}")),
        (
            "a/progress/2020-11.yaml",
            "- { date: 2020-11-05, task: 1-03, values: { 小区数: 9 } }\n- { date: 2020-11-19, task: 1-01, state: done }\n",
        ),
        ("b/deep/plan.yaml", &head("b", "乙镇人民政府", own)),
        ("b/deep/tasks/1.yaml", &format!("{TASKS}{TAGGED}")),
        ("b/deep/progress/2020-10.yaml", "- { date: 2020-10-20, task: 1-03, values: { 小区数: 2 } }\n"),
        ("c/plan.yaml", &head("c", "丙镇人民政府", "").replace("id: c", "id：c")),
        ("c/tasks/1.yaml", TASKS),
        ("sample/plan.yaml", &head("s", "丁镇人民政府", "sample: true\n")),
        ("sample/tasks/1.yaml", TASKS),
    ])
}

pub(crate) const STATUS: &str = "status --plans . --as-of 2020-11-24";

#[test]
fn the_whole_and_a_row_a_plan() {
    let at = city();
    for lang in ["zh", "en"] {
        for columns in ["80", "160"] {
            let ran = workplan(&format!("{STATUS} --sort light --lang {lang}"));
            let ran = ran.env("COLUMNS", columns).within(at.path()).run();
            assert_eq!(ran.status, 1, "one plan cannot be read");
            compared(&format!("plans-status-{columns}.{lang}"), &ran);
            let wide = |line: &str| unicode_width::UnicodeWidthStr::width(line);
            assert!(ran.text().lines().all(|line| wide(line) <= columns.parse().unwrap()), "{}", ran.text());
        }
        for (name, line) in [
            ("plans-status-pipe", STATUS),
            ("plans-status-text", "status --plans . --as-of 2020-11-24 --format text"),
            ("plans-status-csv", "status --plans . --as-of 2020-11-24 --format csv"),
            ("plans-status-md-by-tag", "status --plans . --as-of 2020-11-24 --format md --by tag --top 1"),
            ("plans-status-by-lead", "status --plans . --as-of 2020-11-24 --by lead --sort pace --top 1"),
            ("plans-alerts", "alerts --plans . --as-of 2020-11-24"),
            ("plans-alerts-text", "alerts --plans . --as-of 2020-11-24 --format text --severity critical"),
            ("plans-alerts-csv", "alerts --plans . --as-of 2020-11-24 --format csv --top 2"),
            ("plans-alerts-notify", "alerts --plans . --as-of 2020-11-24 --notify-by plan"),
            ("plans-check", "check --plans ."),
        ] {
            let ran = workplan(&format!("{line} --lang {lang}")).within(at.path()).run();
            assert_eq!(ran.status, 1, "{line}");
            compared(&format!("{name}.{lang}"), &ran);
        }
    }
}

pub(crate) fn json(at: &Path, line: &str) -> Value {
    workplan(&format!("{line} --format json")).within(at).run().json()
}

#[test]
fn the_figures_of_many_plans_are_those_of_each() {
    let at = city();
    let report = json(at.path(), STATUS);
    let paths = |report: &Value, list: &str| -> Vec<String> {
        report[list].as_array().unwrap().iter().map(|row| row["path"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(
        (paths(&report, "plans"), paths(&report, "unreadable")),
        (vec!["a".into(), "b/deep".into()], vec!["c".into()])
    );
    assert_eq!(report["unreadable"][0]["diagnostics"][0]["code"], "E011");
    let mut tasks = 0;
    for row in report["plans"].as_array().unwrap() {
        let path = row["path"].as_str().unwrap();
        let alone = json(at.path(), &format!("status --plan {path} --as-of 2020-11-24"));
        assert_eq!((&row["totals"], &row["plan"]), (&alone["totals"], &alone["plan"]), "{path}");
        assert_eq!(row["week_ago"]["totals"], alone["week_ago"]["totals"], "{path}");
        tasks += alone["totals"]["tasks"].as_u64().unwrap();
    }
    assert_eq!(report["totals"]["tasks"], tasks);
    // 9 and 2 of 10, and a task that is done.
    assert_eq!(report["totals"]["progress"], 0.7);
    let b = &report["plans"][1];
    assert_eq!(
        (&b["overdue"], &b["last_entry"], &b["name"]),
        (&1.into(), &"2020-10-20".into(), &"乙镇人民政府".into())
    );
    assert_eq!(report["plans"][0]["overdue"], 0);
    // A week before, the done task's deadline was near, and the other's had not passed.
    assert_eq!(b["week_ago"]["change"]["red"], 1);
    assert_eq!(report["worst"][0]["path"], "b/deep");
    assert_eq!(report["worst"][0]["code"], "overdue");
}

#[test]
fn the_rows_stand_in_the_order_asked_for() {
    let at = city();
    let order = |sort: &str| -> Vec<String> {
        let report = json(at.path(), &format!("{STATUS} --sort {sort}"));
        report["plans"].as_array().unwrap().iter().map(|row| row["path"].as_str().unwrap().to_owned()).collect()
    };
    for sort in ["plan", "计划"] {
        assert_eq!(order(sort), ["a", "b/deep"], "{sort}");
    }
    for sort in ["light", "progress", "pace", "overdue", "逾期", "unreported", "last_report", "最近报送", "序时进度"]
    {
        assert_eq!(order(sort), ["b/deep", "a"], "{sort}: the worst first");
    }
    let ran = workplan(&format!("{STATUS} --sort deadline --lang en")).within(at.path()).run();
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("light, progress, pace, last_report, overdue, unreported"), "{}", ran.stderr);
}

#[test]
fn what_several_plans_have_in_common_is_one_row() {
    let at = city();
    let groups = |by: &str| -> Vec<(String, u64, u64)> {
        let report = json(at.path(), &format!("{STATUS} --by {by}"));
        let groups = report["groups"].as_array().unwrap().iter();
        let of = |group: &Value, key: &str| group[key].as_u64().unwrap();
        groups
            .map(|group| {
                (
                    group["key"].as_str().unwrap().to_owned(),
                    of(group, "plans"),
                    group["totals"]["tasks"].as_u64().unwrap(),
                )
            })
            .collect()
    };
    assert_eq!(groups("plan"), []);
    assert_eq!(groups("section"), [("第一板块".into(), 2, 6)]);
    assert_eq!(groups("tag"), [("清洁行动".into(), 2, 2), (String::new(), 2, 4)], "those without a tag come last");
    assert_eq!(groups("issuer"), [("甲镇人民政府".into(), 1, 3), ("乙镇人民政府".into(), 1, 3)]);
    assert_eq!(groups("lead")[0], ("规划建设和生态环境办公室".into(), 2, 2));
    assert_eq!(workplan(&format!("{STATUS} --by theme")).within(at.path()).run().status, 2);
}

#[test]
fn a_name_passes_where_a_plan_knows_it_and_is_refused_where_none_does() {
    let at = city();
    std::fs::write(
        at.path().join("a/tasks/2.yaml"),
        "- { id: 1-09, title: 只此一家, kind: milestone, leader: 张镇长 }\n",
    )
    .unwrap();
    let tasks = |filter: &str| json(at.path(), &format!("{STATUS} {filter}"))["totals"]["tasks"].clone();
    assert_eq!(tasks("--leader 张镇长"), 1, "no task of the plan that has no such leader");
    assert_eq!(tasks("--lead 规建办"), 2);
    assert_eq!(tasks("--lead 党"), 4, "what could mean several units means all of them");
    assert_eq!(tasks("--tag 清洁行动"), 2);
    assert_eq!(tasks("--light 亮红牌"), 2, "one plan's own word, which the other does not know");
    let ran = workplan(&format!("{STATUS} --leader 李镇长")).within(at.path()).run();
    assert_eq!((ran.text(), ran.status), ("", 2));
    assert!(ran.stderr.contains("没有“李镇长”"), "{}", ran.stderr);
}

#[test]
fn texts_to_send_are_files_a_plan() {
    let at = city();
    let ran = workplan("alerts --plans . --as-of 2020-11-24 --notify-by plan --out-dir 通知").within(at.path()).run();
    assert_eq!((ran.text(), ran.status), ("通知/a.txt\n通知/b.txt\n", 1));
    let text = std::fs::read_to_string(at.path().join("通知/b.txt")).unwrap();
    assert!(text.contains("已逾期 4 天") && !text.contains("甲镇"), "{text}");
    let inside =
        workplan("alerts --plans . --as-of 2020-11-24 --notify-by plan --out-dir a/tasks").within(at.path()).run();
    assert_eq!(inside.status, 2, "no plan's own folder takes them");
    assert_eq!(workplan("alerts --plans . --notify-by lead").within(at.path()).run().status, 2);
}

#[test]
fn what_is_wrong_with_the_question_is_said_once() {
    let at = city();
    for (line, said) in [
        ("status --plans nowhere", "nowhere is no folder"),
        ("status --plans a/tasks", "no plan (plan.yaml) below a/tasks"),
        ("status --plans . --plan a", "--plans and --plan exclude each other"),
        ("status --plans . --as-of 32", "32"),
        ("status --plans . --tasks", "--tasks and --columns make no sense"),
        ("status --plans . --rev-date yesterday", "--rev-date"),
        ("check --plans . --staged", "--staged is about one plan"),
    ] {
        let ran = workplan(&format!("{line} --lang en")).within(at.path()).run();
        assert_eq!((ran.text(), ran.status), ("", 2), "{line}");
        assert!(ran.stderr.contains(said) && ran.stderr.lines().count() <= 2, "{line}: {}", ran.stderr);
    }
    let ran = workplan("status --plans sample --as-of 2020-11-24").env("WORKPLAN_PLAN", "a").within(at.path()).run();
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.text().contains("示例数据"), "its own folder is named: {}", ran.text());
}

#[test]
fn the_language_is_that_of_the_first_plan_that_can_be_read() {
    let at = city();
    let path = at.path().join("a/plan.yaml");
    std::fs::write(&path, head("a", "甲镇人民政府", "language: en\n")).unwrap();
    let ran = workplan(STATUS).within(at.path()).run();
    assert!(ran.text().contains("3 plans — summary") && ran.text().contains("overdue"), "{}", ran.text());
}

/// The city, with a district above it, whose task one town serves; that town also names an order that is not there.
pub(crate) fn with_district() -> tempfile::TempDir {
    let at = city();
    std::fs::remove_dir_all(at.path().join("c")).unwrap();
    let write = |path: &str, text: &str| {
        std::fs::create_dir_all(at.path().join(path).parent().unwrap()).unwrap();
        std::fs::write(at.path().join(path), text).unwrap();
    };
    let order =
        |serves: &str| TASKS.replace("assumed: [deadline]", &format!("assumed: [deadline]\n  serves:\n    - {serves}"));
    write("above/plan.yaml", &head("qu-2020h2", "某区人民政府", ""));
    write(
        "above/tasks/1.yaml",
        "- { id: 1-05, title: 各镇集中居住, kind: milestone, lead: 规划建设和生态环境办公室 }\n",
    );
    write("a/tasks/1.yaml", &(order("{ plan: qu-2020h2, task: 1-05 }") + TAGGED));
    write("b/deep/tasks/1.yaml", &(order("{ plan: qu-2020h2, task: 1-05 }") + TAGGED));
    at
}

#[test]
fn what_towns_have_made_of_a_districts_order() {
    let at = with_district();
    let line = "show 1-05 --plan above --plans . --as-of 2020-11-24";
    for lang in ["zh", "en"] {
        compared(&format!("plans-served.{lang}"), &workplan(&format!("{line} --lang {lang}")).within(at.path()).run());
    }
    let served = json(at.path(), line)["served"].clone();
    let tasks: Vec<(&str, &str)> = served["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|task| (task["path"].as_str().unwrap(), task["light"].as_str().unwrap()))
        .collect();
    assert_eq!(tasks, [("a", "blue"), ("b/deep", "red")]);
    assert_eq!((&served["finished"], &served["worst"]), (&1.into(), &"red".into()));
    assert_eq!(
        (&served["totals"]["progress"], &served["totals"]["progress_known"]),
        (&1.into(), &1.into()),
        "unknown stays unknown"
    );
    std::fs::write(at.path().join("b/deep/plan.yaml"), "[").unwrap();
    let ran = workplan(&format!("{line} --format json")).within(at.path()).run();
    assert_eq!(ran.status, 1, "a plan cannot be read");
    let served = ran.json()["served"].clone();
    assert_eq!((&served["totals"]["tasks"], &served["unreadable"]), (&1.into(), &serde_json::json!(["b/deep"])));
    assert_eq!(
        json(at.path(), "show 1-05 --plan above --as-of 2020-11-24")["served"],
        Value::Null,
        "nobody has looked"
    );
}

#[test]
fn orders_from_above_are_counted_in_the_whole() {
    let at = with_district();
    for lang in ["zh", "en"] {
        let ran = workplan(&format!("{STATUS} --lang {lang} --top 1")).within(at.path()).run();
        compared(&format!("plans-orders.{lang}"), &ran);
    }
    let orders = |line: &str| json(at.path(), line)["orders"].clone();
    let order = &orders(STATUS)[0];
    assert_eq!((&order["plan"], &order["task"]), (&"qu-2020h2".into(), &"1-05".into()));
    assert_eq!((&order["own"]["path"], &order["own"]["title"]), (&"above".into(), &"各镇集中居住".into()));
    assert_eq!((&order["plans"], &order["finished"], &order["worst"]), (&2.into(), &1.into(), &"red".into()));
    // One is done, and of the other nothing was ever reported.
    assert_eq!((&order["totals"]["progress"], &order["totals"]["progress_known"]), (&1.into(), &1.into()));
    let of_one = &orders("status --plans a --as-of 2020-11-24")[0];
    assert_eq!((&of_one["own"], &of_one["plans"]), (&Value::Null, &1.into()), "its own plan was not read");
    assert_eq!(orders("status --plans above --as-of 2020-11-24"), serde_json::json!([]), "nobody serves it there");
}

#[test]
fn links_that_lead_nowhere_are_found_where_they_stand() {
    let at = with_district();
    let check = || json(at.path(), "check --plans .");
    assert_eq!(check()["errors"], 0);
    let path = at.path().join("b/deep/tasks/1.yaml");
    let sound = std::fs::read_to_string(&path).unwrap();
    for (wrong, said, column) in
        [("task: 1-06", "没有任务 1-06", 32), ("plan: qu-2021h1, task: 1-05", "没有代号为“qu-2021h1”的", 15)]
    {
        let old = if wrong.starts_with("task") { "task: 1-05" } else { "plan: qu-2020h2, task: 1-05" };
        std::fs::write(&path, sound.replacen(old, wrong, 1)).unwrap();
        let report = check();
        let b = report["plans"].as_array().unwrap().iter().find(|plan| plan["path"] == "b/deep").unwrap();
        let found = &b["diagnostics"][0];
        assert_eq!((&report["errors"], &found["code"]), (&1.into(), &"E701".into()), "{report}");
        assert!(found["message"].as_str().unwrap().contains(said), "{found}");
        assert_eq!(
            (&found["file"], &found["line"], &found["column"]),
            (&"tasks/1.yaml".into(), &8.into(), &column.into())
        );
    }
    let ran = workplan("check --plans . --lang en").within(at.path()).run();
    assert_eq!(ran.status, 1);
    assert!(ran.text().contains("========== b/deep =========="), "{}", ran.text());
    // Of a plan that cannot be read, nothing is known.
    std::fs::write(at.path().join("above/plan.yaml"), "[").unwrap();
    assert!(check()["plans"].as_array().unwrap().iter().all(|plan| plan["path"] == "above" || plan["errors"] == 0));
}

#[test]
fn whose_order_a_task_carries_out_is_set_like_other_fields() {
    let at = with_district();
    let ran = workplan("set 1-02 --plan a").arg("serves+=qu-2020h2 1-05、qu-2020h2/1-06").within(at.path()).run();
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let text = std::fs::read_to_string(at.path().join("a/tasks/1.yaml")).unwrap();
    assert!(text.contains("{ plan: qu-2020h2, task: 1-05 }") && text.contains("task: 1-06"), "{text}");
    let shown = json(at.path(), "show 1-02 --plan a --as-of 2020-11-24");
    assert_eq!(shown["task"]["serves"][1], serde_json::json!({ "plan": "qu-2020h2", "task": "1-06" }));
    let ran = workplan("add --plan a --section 1 --title 河道整治 --serves 'qu-2020h2 1-05'").within(at.path()).run();
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let report = json(at.path(), STATUS);
    assert_eq!((&report["orders"][0]["task"], &report["orders"][0]["totals"]["tasks"]), (&"1-05".into(), &4.into()));
    let ran = workplan("add --plan a --section 1 --title 又一项 --serves 1-05 --lang en").within(at.path()).run();
    assert!(ran.status == 2 && ran.stderr.contains("qingpu-2020h2 3-05"), "{}", ran.stderr);
    let ran = workplan("set 1-02 --plan a serves+=1-05 --lang en").within(at.path()).run();
    assert!(ran.status == 2 && ran.stderr.contains("qingpu-2020h2 3-05"), "{}", ran.stderr);
}

#[test]
fn where_no_plan_can_be_read_nothing_is_said_of_tasks_and_a_file_hides_no_fault() {
    let at = folder(&[("c/plan.yaml", &head("c", "丙镇人民政府", "").replace("id: c", "id：c"))]);
    let ran = workplan(STATUS).within(at.path()).run();
    assert!(ran.status == 1 && ran.text().contains("没有一份计划可以读取"), "{ran}");
    for command in ["status", "week", "alerts"] {
        let ran = workplan(&format!("{command} --plans . --as-of 2020-11-24 --out 简报.md")).within(at.path()).run();
        assert!(ran.status == 1 && ran.stderr.contains("未计入"), "{command}: {ran}");
    }
}

//! `--plans`: plans that are copies, orders that lead round in circles, names that nobody knows, folders without plans.

use std::path::Path;

use serde_json::Value;

use crate::plans::{STATUS, city, head, json, with_district};
use crate::program::{TASKS, folder, workplan};

fn write(at: &Path, path: &str, text: &str) {
    std::fs::create_dir_all(at.join(path).parent().unwrap()).unwrap();
    std::fs::write(at.join(path), text).unwrap();
}

fn paths(report: &Value) -> Vec<&str> {
    report["plans"].as_array().unwrap().iter().map(|row| row["path"].as_str().unwrap()).collect()
}

/// The codes of what is found in each plan that has findings.
fn codes(report: &Value) -> Vec<(String, Vec<String>)> {
    let of = |plan: &Value| {
        let found = plan["diagnostics"].as_array().unwrap().iter();
        (plan["path"].as_str().unwrap().to_owned(), found.map(|found| found["code"].as_str().unwrap().into()).collect())
    };
    let all = report["plans"].as_array().unwrap().iter().map(of);
    all.filter(|(_, codes): &(String, Vec<String>)| !codes.is_empty()).collect()
}

#[test]
fn a_plan_below_another_is_found() {
    let at = folder(&[
        ("plan.yaml", &head("nation", "国家", "")),
        ("tasks/1.yaml", TASKS),
        ("towns/a/plan.yaml", &head("a", "甲镇人民政府", "")),
        ("towns/a/tasks/1.yaml", TASKS),
        ("source/old/plan.yaml", &head("old", "旧", "")),
    ]);
    let report = json(at.path(), STATUS);
    assert_eq!(paths(&report), [".", "towns/a"]);
    let git = |line: &str| {
        let ran = std::process::Command::new("git").args(line.split(' ')).current_dir(at.path()).output().unwrap();
        assert!(ran.status.success(), "{line}");
    };
    ["init -q", "add .", "-c user.name=a -c user.email=a@b commit -qm x", "clone -q --bare . bare/x.git"]
        .into_iter()
        .for_each(git);
    let report = json(&at.path().join("bare"), STATUS);
    assert_eq!(paths(&report), ["x.git", "x.git/towns/a"], "as on the disk");
}

#[test]
fn an_order_that_is_named_twice_counts_once_and_is_told() {
    let at = with_district();
    let tasks = std::fs::read_to_string(at.path().join("a/tasks/1.yaml")).unwrap();
    let link = "    - { plan: qu-2020h2, task: 1-05 }\n";
    write(at.path(), "a/tasks/1.yaml", &tasks.replace(link, &link.repeat(2)));
    let order = json(at.path(), STATUS)["orders"][0].clone();
    assert_eq!((&order["totals"]["tasks"], &order["plans"]), (&2.into(), &2.into()));
    let report = json(at.path(), "check --plans .");
    assert_eq!((codes(&report), &report["errors"]), (vec![("a".into(), vec!["W217".into()])], &0.into()));
}

#[test]
fn orders_that_lead_round_in_a_circle_are_faults() {
    let at = with_district();
    let serves = |plan: &str, task: &str| {
        format!(
            "- id: 1-05\n  title: 各镇集中居住\n  kind: milestone\n  lead: 规划建设和生态环境办公室\n  \
             serves: [{{ plan: {plan}, task: {task} }}]\n"
        )
    };
    write(at.path(), "above/tasks/1.yaml", &serves("qu-2020h2", "1-05"));
    let report = json(at.path(), "check --plans .");
    assert_eq!(codes(&report), [("above".into(), vec!["E702".into()])], "itself; the towns only lead there");
    let own = json(at.path(), "show 1-01 --plan a --as-of 2020-11-24")["task"]["serves"].clone();
    let serving = if own.as_array().is_some_and(|own| !own.is_empty()) { "1-01" } else { "1-02" };
    write(at.path(), "above/tasks/1.yaml", &serves("a", serving));
    let ran = workplan("check --plans . --format json").within(at.path()).run();
    assert_eq!(ran.status, 1);
    assert_eq!(codes(&ran.json()), [("a".into(), vec!["E702".into()]), ("above".into(), vec!["E702".into()])]);
    let text = workplan("check --plans .").within(at.path()).run();
    assert!(text.text().contains("互相落实"), "{}", text.text());
}

#[test]
fn plans_of_one_id_are_told_and_no_order_goes_to_the_first() {
    let at = with_district();
    for file in ["plan.yaml", "tasks/1.yaml"] {
        let text = std::fs::read_to_string(at.path().join("above").join(file)).unwrap();
        write(at.path(), &format!("copy/{file}"), &text);
    }
    let report = json(at.path(), STATUS);
    assert_eq!(report["orders"][0]["own"], Value::Null, "which is meant nobody can tell");
    let notes = report["notes"].to_string();
    assert!(notes.contains("2 个计划的代号同为“qu-2020h2”（above、copy）"), "{notes}");
    let page = workplan(STATUS).within(at.path()).run();
    assert!(page.text().contains("无法判断指的是哪一份"), "{}", page.text());
    let ran = workplan("check --plans . --format json").within(at.path()).run();
    let report = ran.json();
    assert_eq!((ran.status, &report["warnings"]), (0, &2.into()));
    assert_eq!(codes(&report), [("above".into(), vec!["W703".into()]), ("copy".into(), vec!["W703".into()])]);
    let of = report["plans"].as_array().unwrap().iter().find(|plan| plan["path"] == "copy").unwrap();
    let found = &of["diagnostics"][0];
    assert_eq!((&found["file"], &found["column"]), (&"plan.yaml".into(), &5.into()));
    assert!(found["message"].as_str().unwrap().contains("above"), "{found}");
}

#[test]
fn what_is_unknown_stands_among_the_worst() {
    let at = city();
    write(at.path(), "d/plan.yaml", &head("d", "戊镇人民政府", ""));
    write(at.path(), "d/tasks/1.yaml", TASKS);
    for sort in ["progress", "pace", "last_report"] {
        assert_eq!(paths(&json(at.path(), &format!("{STATUS} --sort {sort}"))), ["d", "b/deep", "a"], "{sort}");
    }
}

#[test]
fn annotations_of_many_plans_lead_to_their_files() {
    let at = city();
    let ran = workplan("check --plans . --format github").within(at.path()).run();
    assert!(ran.text().contains("file=c/plan.yaml,"), "{}", ran.text());
}

#[test]
fn a_tag_that_no_plan_knows_is_refused() {
    let at = city();
    let ran = workplan(&format!("{STATUS} --tag 清洁行功")).within(at.path()).run();
    assert_eq!((ran.text(), ran.status), ("", 2));
    assert!(ran.stderr.contains("没有标签“清洁行功”"), "{}", ran.stderr);
    let rows = workplan("export --format jsonl --plans-from - --lead 不存在").within(at.path()).typed("a\n").run();
    assert_eq!((rows.text(), rows.status), ("", 0), "an engine hands over some of its plans at a time");
    assert!(rows.stderr.contains("不存在"), "{}", rows.stderr);
}

#[test]
fn texts_are_named_alike_however_the_folder_is_spelled() {
    let at = city();
    let line = "alerts --as-of 2020-11-24 --notify-by plan --out-dir ../out --plans";
    let inner = at.path().join("b/deep");
    for (within, spelled) in [
        (at.path().join("b"), "deep".to_owned()),
        (inner.clone(), ".".to_owned()),
        (inner.clone(), inner.display().to_string()),
    ] {
        let ran = workplan(&format!("{line} {spelled}")).within(&within).run();
        assert_eq!((ran.text(), ran.status), ("../out/b.txt\n", 0), "{spelled}");
    }
}

#[test]
fn a_folder_without_plans_beside_others_is_told() {
    let at = city();
    std::fs::create_dir_all(at.path().join("empty")).unwrap();
    let ran = workplan("status --plans empty --plans a --as-of 2020-11-24 --format json").within(at.path()).run();
    let report = ran.json();
    assert_eq!((ran.status, paths(&report)), (1, vec!["a"]));
    assert_eq!(report["unreadable"][0]["path"], "empty");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(at.path().join("a"), at.path().join("empty/a")).unwrap();
        let ran = workplan("status --plans empty").within(at.path()).run();
        assert!(ran.status == 2 && ran.stderr.contains("链接已略过"), "{}", ran.stderr);
    }
}

#[test]
fn a_week_begins_with_the_plan_that_has_most_of_it() {
    let at = city();
    let late = |id: &str| {
        format!(
            "- {{ id: {id}, title: 完成{id}, kind: milestone, lead: 规划建设和生态环境办公室, deadline: 2020-11-20 }}\n"
        )
    };
    for (plan, tasks) in [("x", 1), ("y", 3), ("z", 2)] {
        write(at.path(), &format!("{plan}/plan.yaml"), &head(plan, &format!("{plan}镇人民政府"), ""));
        let all: String = (1..=tasks).map(|number| late(&format!("1-0{number}"))).collect();
        write(at.path(), &format!("{plan}/tasks/1.yaml"), &all);
    }
    let report = json(at.path(), "week --plans x --plans y --plans z --as-of 2020-11-24 --week 2020-W47");
    let of = |list: &str| -> Vec<String> {
        let listed = report["week"][list].as_array().unwrap().iter();
        listed.map(|one| one["path"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(of("changed"), ["y", "y", "y", "z", "z", "x"]);
    assert_eq!(of("silent_units"), ["y", "z", "x"]);
}

#[test]
fn narrow_screens_lose_columns_rather_than_lines() {
    let at = with_district();
    let wide = |line: &str| unicode_width::UnicodeWidthStr::width(line);
    for lang in ["zh", "en"] {
        for columns in [60, 40] {
            for line in [STATUS, "alerts --plans . --as-of 2020-11-24", "week --plans . --as-of 2020-11-24"] {
                let ran = workplan(&format!("{line} --lang {lang}")).env("COLUMNS", &columns.to_string());
                let ran = ran.within(at.path()).run();
                let over: Vec<&str> = ran.text().lines().filter(|line| wide(line) > columns).collect();
                assert!(over.is_empty(), "{line} --lang {lang} at {columns}:\n{}", over.join("\n"));
            }
        }
    }
}

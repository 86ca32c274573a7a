//! The site in a real browser: `drive.cjs` opens pages that the program has written and served, and does with them
//! what people do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, PoisonError};

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn workplan() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_workplan"));
    command.current_dir(top());
    for variable in ["WORKPLAN_PLAN", "WORKPLAN_LANG"] {
        command.env_remove(variable);
    }
    command
}

fn assert_success(output: &Output, what: &str) {
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{what}\n{stdout}\n{stderr}");
    println!("{stdout}");
}

fn write_site(plan: &str, out: &Path, options: &[&str]) {
    let output = workplan()
        .args(["site", "--as-of", "2020-11-24", "--plan", plan, "--out", out.to_str().unwrap()])
        .args(options)
        .output()
        .unwrap();
    assert_success(&output, plan);
}

/// One browser at a time: three of them starve each other on two cores.
static BROWSER: Mutex<()> = Mutex::new(());

fn drive(folder: &Path, what: &str) {
    let _alone = BROWSER.lock().unwrap_or_else(PoisonError::into_inner);
    let output = Command::new("node")
        .arg(top().join("tests/browser/drive.cjs"))
        .args([what, folder.to_str().unwrap(), env!("CARGO_BIN_EXE_workplan")])
        .env("NODE_PATH", top().join("target/tools/node_modules"))
        .output()
        .unwrap();
    assert_success(&output, what);
}

#[test]
#[ignore = "needs Chromium: run scripts/test"]
fn the_pages_in_a_browser() {
    let folder = tempfile::tempdir().unwrap();
    for (name, options) in [
        ("zh", &["--lang", "zh"][..]),
        ("en", &["--lang", "en"]),
        ("zh-public", &["--lang", "zh", "--public"]),
        ("en-public", &["--lang", "en", "--public"]),
    ] {
        write_site("plans/sample", &folder.path().join(name), options);
    }
    write_site("plans/jinze-2020h2", &folder.path().join("real"), &[]);
    drive(folder.path(), "pages");
}

#[test]
#[ignore = "needs Chromium: run scripts/test"]
fn a_served_plan_in_a_browser() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("plan");
    std::fs::create_dir_all(plan.join("tasks")).unwrap();
    std::fs::write(
        plan.join("plan.yaml"),
        "format: workplan/1\nid: small\ntitle: 小计划\nissuer: 金泽镇人民政府\nissued: 2020-07-01\n\
         period: { start: 2020-07-01, end: 2020-12-31 }\nsections: [{ id: '1', title: 第一板块 }]\n",
    )
    .unwrap();
    std::fs::write(plan.join("tasks/1.yaml"), "- { id: 1-01, title: 完成92户集中居住, kind: milestone }\n").unwrap();
    drive(&plan, "served");
}

#[test]
#[ignore = "needs Chromium: run scripts/test"]
fn the_index_of_many_plans_in_a_browser() {
    let folder = tempfile::tempdir().unwrap();
    for (town, red) in [("甲镇", ""), ("乙镇", "lights: { red: { word: 亮红牌 } }\n")] {
        let plan = folder.path().join("towns").join(town);
        std::fs::create_dir_all(plan.join("tasks")).unwrap();
        std::fs::write(
            plan.join("plan.yaml"),
            format!(
                "format: workplan/1\nid: {}\ntitle: {town}工作安排\nissuer: {town}人民政府\nissued: 2020-07-01\n\
                 period: {{ start: 2020-07-01, end: 2020-12-31 }}\nsections: [{{ id: '1', title: 第一板块 }}]\n{red}",
                if red.is_empty() { "jia" } else { "yi" }
            ),
        )
        .unwrap();
        std::fs::write(
            plan.join("tasks/1.yaml"),
            "- { id: 1-01, title: 集中居住, kind: milestone, deadline: 2020-11-20 }\n\
             - { id: 1-02, title: 村容整治, kind: continuous, tags: [清洁行动] }\n",
        )
        .unwrap();
    }
    let towns = folder.path().join("towns");
    let output = workplan()
        .args(["site", "--as-of", "2020-11-24", "--lang", "zh", "--plans", towns.to_str().unwrap(), "--out"])
        .arg(folder.path().join("many"))
        .output()
        .unwrap();
    assert_success(&output, "many plans");
    drive(folder.path(), "many");
}

/// How long the table of a very large plan takes to open is told, not asserted: it depends on the machine.
#[test]
#[ignore = "needs Chromium: run scripts/test"]
fn a_very_large_plan_in_a_browser() {
    let folder = tempfile::tempdir().unwrap();
    let tasks = folder.path().join("plan/tasks");
    std::fs::create_dir_all(&tasks).unwrap();
    std::fs::write(
        folder.path().join("plan/plan.yaml"),
        "format: workplan/1\nid: large\ntitle: 大计划\nissuer: 金泽镇人民政府\nissued: 2020-07-01\n\
         period: { start: 2020-07-01, end: 2020-12-31 }\nsections: [{ id: '1', title: 第一板块 }]\n",
    )
    .unwrap();
    let task = |number: usize| {
        format!(
            "- {{ id: 1-{number}, title: 完成第{number}项中小河道整治, kind: milestone, source: 完成第{number}项中小河道整治并通过验收 }}\n"
        )
    };
    std::fs::write(tasks.join("1.yaml"), (1..=10_000).map(task).collect::<String>()).unwrap();
    write_site(folder.path().join("plan").to_str().unwrap(), &folder.path().join("large"), &[]);
    drive(folder.path(), "large");
}

//! Which plan is meant, and plans that cannot be used.

use crate::program::{HEAD, Ran, TASKS, folder, workplan};

/// Compares a run with its snapshot, the folder's name taken out.
fn snapshot_in(name: &str, folder: &std::path::Path, ran: &Ran) {
    let real = dunce::canonicalize(folder).unwrap();
    let shown =
        ran.to_string().replace(&*real.to_string_lossy(), "[folder]").replace(&*folder.to_string_lossy(), "[folder]");
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, shown);
    });
}

const SAMPLE_HEAD: &str = "sample: true\n";

#[test]
fn no_plan_several_plans_and_a_wrong_one() {
    let sample = format!("{HEAD}{SAMPLE_HEAD}");
    let none = folder(&[("notes.txt", "")]);
    let several =
        folder(&[("plans/b/plan.yaml", HEAD), ("plans/a/plan.yaml", HEAD), ("plans/sample/plan.yaml", &sample)]);
    for lang in ["zh", "en"] {
        for (name, at, line) in [
            ("plan-none", &none, "status --as-of 2020-11-24"),
            ("plan-several", &several, "status --as-of 2020-11-24"),
            ("plan-wrong", &several, "status --plan plans/c --as-of 2020-11-24"),
            ("plan-wrong-check", &several, "check --plan plans"),
        ] {
            let ran = workplan(&format!("{line} --lang {lang}")).within(at.path()).run();
            assert_eq!((ran.text(), ran.status), ("", 2), "{name}");
            snapshot_in(&format!("{name}.{lang}"), at.path(), &ran);
        }
    }
}

#[test]
fn the_plan_that_is_meant() {
    let named = |id: &str| HEAD.replace("id: small", &format!("id: {id}"));
    let sample = format!("{}{SAMPLE_HEAD}", named("sample"));
    let at = folder(&[
        ("plans/a/plan.yaml", &named("a")),
        ("plans/a/tasks/1.yaml", TASKS),
        ("plans/sample/plan.yaml", &sample),
        ("plans/sample/tasks/1.yaml", TASKS),
        ("elsewhere/plan.yaml", &named("elsewhere")),
        ("elsewhere/tasks/1.yaml", TASKS),
    ]);
    let id = |here: &str, line: &str, variable: Option<&str>| {
        let run = workplan(&format!("status --as-of 2020-11-24 --format json {line}")).within(&at.path().join(here));
        let run = variable.into_iter().fold(run, |run, value| run.env("WORKPLAN_PLAN", value));
        run.run().json()["plan"]["id"].clone()
    };
    assert_eq!(id("", "", None), "a", "the only one under plans/ that is no sample");
    let lone = folder(&[("plans/sample/plan.yaml", &sample), ("plans/sample/tasks/1.yaml", TASKS)]);
    let ran = workplan("status --format json").within(lone.path()).run();
    assert_eq!(ran.json()["plan"]["id"], "sample", "where there is nothing else");
    assert_eq!(id("plans/sample", "", None), "sample", "the one that holds this folder");
    assert_eq!(id("plans/sample/tasks", "", None), "sample", "however deep");
    assert_eq!(id("plans", "", None), "a", "upwards to plans/");
    assert_eq!(id("", "", Some("elsewhere")), "elsewhere", "the environment");
    assert_eq!(id("plans/sample", "", Some("../a")), "a", "the environment before the folder");
    assert_eq!(id("", "--plan plans/sample", Some("elsewhere")), "sample", "--plan before all");
    assert_eq!(id("", "--plan plans/sample/plan.yaml", None), "sample", "its plan.yaml will do");
}

#[test]
fn a_broken_plan_prints_its_diagnostics_and_nothing_else() {
    let tasks =
        TASKS.replace("lead: 规划建设和生态环境办公室", "lead: 规划建设办公室").replace("title: 持续", "title：持续");
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", &tasks)]);
    for command in ["status", "alerts", "show 1-01", "trace"] {
        for format in ["table", "json"] {
            let ran = workplan(&format!("{command} --as-of 2020-11-24 --format {format}")).within(plan.path()).run();
            assert_eq!((ran.text(), ran.status), ("", 2), "{command}");
            for code in ["E011", "E202"] {
                assert!(ran.stderr.contains(code), "{}", ran.stderr);
            }
        }
    }
    for lang in ["zh", "en"] {
        let ran = workplan(&format!("status --lang {lang}")).within(plan.path()).run();
        snapshot_in(&format!("plan-broken.{lang}"), plan.path(), &ran);
    }
}

#[test]
fn an_unreadable_plan_is_no_panic() {
    for (files, what) in [
        (&[("plan.yaml", "")][..], "empty"),
        (&[("plan.yaml", "[]")], "a list"),
        (&[("plan.yaml", "{")], "no YAML"),
        (&[("plan.yaml", HEAD), ("tasks/1.yaml", "甲")], "tasks that are a word"),
    ] {
        let plan = folder(files);
        let ran = workplan("status --as-of 2020-11-24").within(plan.path()).run();
        assert_eq!((ran.text(), ran.status), ("", 2), "{what}: {}", ran.stderr);
        assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
    }
}

#[test]
fn a_plan_without_tasks_or_journal_is_a_plan() {
    let plan = folder(&[("plan.yaml", HEAD)]);
    for lang in ["zh", "en"] {
        for command in ["status", "alerts"] {
            let ran = workplan(&format!("{command} --as-of 2020-11-24 --lang {lang}")).within(plan.path()).run();
            assert_eq!(ran.status, 0, "{}", ran.stderr);
            snapshot_in(&format!("plan-empty-{command}.{lang}"), plan.path(), &ran);
        }
    }
}

#[test]
fn a_plan_with_warnings_alone_goes_on_and_says_so() {
    // Due after the plan's end: odd, and no reason to stop.
    let tasks = TASKS.replace("deadline: 2020-11-20", "deadline: 2021-01-15");
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", &tasks)]);
    for lang in ["zh", "en"] {
        let ran = workplan(&format!("status --as-of 2020-11-24 --lang {lang}")).within(plan.path()).run();
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        snapshot_in(&format!("plan-warnings.{lang}"), plan.path(), &ran);
    }
    let report = workplan("alerts --as-of 2020-11-24 --format json").within(plan.path()).run();
    assert_eq!(report.json()["notes"].as_array().unwrap().len(), 1, "the report says it too");
    assert_eq!(workplan("check").within(plan.path()).run().status, 0, "warnings are no errors");
}

/// Of several plans, the one that runs on the day that is asked about; and any by its id.
#[test]
fn of_several_plans_the_day_tells_which() {
    let plan = |id: &str, start: &str, end: &str| {
        HEAD.replace("id: small", &format!("id: {id}"))
            .replace("start: 2020-07-01", &format!("start: {start}"))
            .replace("end: 2020-12-31", &format!("end: {end}"))
    };
    let at = folder(&[
        ("plans/one/plan.yaml", &plan("2020下半年", "2020-07-01", "2020-12-31")),
        ("plans/one/tasks/1.yaml", TASKS),
        ("plans/two/plan.yaml", &plan("2021上半年", "2021-01-01", "2021-06-30")),
        ("plans/two/tasks/1.yaml", "- { id: 1-01, title: 修路, kind: milestone }\n"),
    ]);
    let id = |line: &str| {
        workplan(&format!("status --format json {line}")).within(at.path()).run().json()["plan"]["id"].clone()
    };
    assert_eq!(id("--as-of 2020-11-24"), "2020下半年");
    assert_eq!(id("--as-of 2021-02-01"), "2021上半年");
    assert_eq!(id("--as-of=2021-02-01"), "2021上半年");
    assert_eq!(id("--as-of 2021-09-01"), "2021上半年", "the last one before the day");
    assert_eq!(id("--as-of 2020-01-01"), "2020下半年", "the first one to come");
    assert_eq!(id(""), "2021上半年", "today lies after both");
    assert_eq!(id("--as-of 2021-02-01 --plan 2020下半年"), "2020下半年", "by its id");
    assert_eq!(id("--as-of 2021-02-01 --plan one"), "2020下半年", "by its folder's name");
    let ran = workplan("record 1-01 --note 好 --date 2020-11-24 --dry-run").within(at.path()).run();
    assert!(!ran.stderr.contains("有多个计划"), "{ran}");
}

//! `workplan alerts`.

use crate::program::{in_both_languages, workplan};

const SAMPLE: &str = "alerts --plan plans/sample --as-of 2020-11-24";

#[test]
fn the_sample_as_table_text_and_markdown() {
    in_both_languages!("alerts-sample", SAMPLE);
    in_both_languages!("alerts-sample-text", format!("{SAMPLE} --format text"));
    in_both_languages!("alerts-sample-md", format!("{SAMPLE} --format md"));
    in_both_languages!("alerts-sample-csv", format!("{SAMPLE} --format csv"));
}

#[test]
fn the_sample_at_80_columns() {
    for lang in ["zh", "en"] {
        let run = workplan(&format!("{SAMPLE} --lang {lang}")).env("COLUMNS", "80");
        crate::program::snapshot!(format!("alerts-sample-80.{lang}"), run);
    }
}

#[test]
fn the_real_plan() {
    in_both_languages!("alerts-real-section-2", "alerts --as-of 2020-11-24 --section 2 --lead 规建办");
    in_both_languages!("alerts-real-text", "alerts --as-of 2020-11-24 --theme 42 --format text");
    in_both_languages!("alerts-real-silent", "alerts --as-of 2020-07-18");
}

#[test]
fn the_json_of_both_plans() {
    for (name, line) in [("alerts-sample-json", SAMPLE), ("alerts-real-json", "alerts --as-of 2020-11-24 --theme 42")] {
        let value = workplan(&format!("{line} --format json")).run().json();
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, serde_json::to_string_pretty(&value).unwrap());
        });
    }
}

#[test]
fn worst_first() {
    let value = workplan(&format!("{SAMPLE} --format json")).run().json();
    let order = |name: &str, words: &[&str]| words.iter().position(|word| *word == name).unwrap_or(words.len());
    let ranks: Vec<_> = value["alerts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|alert| {
            (
                order(alert["severity"].as_str().unwrap(), &["critical", "warning", "info"]),
                order(alert["escalation"].as_str().unwrap_or(""), &["circulate", "supervise", "urge", "remind"]),
                // What has no deadline comes last.
                alert["deadline"].as_str().unwrap_or("9999").to_owned(),
            )
        })
        .collect();
    assert!(ranks.is_sorted(), "{ranks:#?}");
    assert_eq!(value["totals"], serde_json::json!({ "critical": 6, "warning": 9, "info": 5 }));
    assert_eq!(ranks.len(), 20);
}

#[test]
fn fail_on_answers_with_the_exit_status() {
    for (filters, severity, status) in [
        ("", "critical", 1),
        ("", "warning", 1),
        ("", "info", 1),
        ("--lead 农服中心", "critical", 0),
        ("--lead 农服中心", "warning", 1),
        ("--theme 33", "critical", 0),
        ("--theme 33", "warning", 0),
        ("--theme 33", "info", 1),
        ("--theme 42", "info", 0),
    ] {
        for format in ["table", "json", "csv", "text", "md"] {
            let ran = workplan(&format!("{SAMPLE} {filters} --fail-on {severity} --format {format}")).run();
            assert_eq!(ran.status, status, "{filters} --fail-on {severity}");
            assert!(!ran.stdout.is_empty(), "the alerts are printed whatever the answer");
        }
        assert_eq!(workplan(&format!("{SAMPLE} {filters}")).run().status, 0, "without --fail-on it is fine");
    }
}

/// Those that are wanted, by how bad they are, by rule, and how many; what is counted is what was asked for, listed or not.
#[test]
fn alerts_are_chosen() {
    let day = "--plan plans/sample --as-of 2020-11-24 --format json";
    let of = |options: &str| workplan(&format!("alerts {day} {options}")).run().json();
    let all = of("");
    let worst = of("--severity 严重 --top 2");
    assert_eq!(worst["totals"]["critical"], all["totals"]["critical"]);
    assert_eq!((&worst["totals"]["warning"], worst["alerts"].as_array().unwrap().len()), (&0.into(), 2));
    let late = of("--code 逾期、滞后");
    let codes: Vec<&str> =
        late["alerts"].as_array().unwrap().iter().map(|alert| alert["code"].as_str().unwrap()).collect();
    assert!(!codes.is_empty() && codes.iter().all(|code| ["overdue", "behind"].contains(code)), "{codes:?}");
    // What is not listed still makes a script fail.
    let line = "alerts --plan plans/sample --as-of 2020-11-24 --code awaiting_closure --fail-on critical";
    assert_eq!(workplan(line).run().status, 1);
    for (severity, status) in [("critical", 1), ("严重", 1)] {
        let line = format!("status --plan plans/sample --as-of 2020-11-24 --fail-on {severity}");
        assert_eq!(workplan(&line).run().status, status);
    }
    assert_eq!(workplan("status --plan plans/sample --as-of 2020-11-24 --section 9 --fail-on info").run().status, 2);
    let quiet = "status --plan plans/sample --as-of 2020-07-01 --fail-on critical";
    assert_eq!(workplan(quiet).run().status, 0);
}

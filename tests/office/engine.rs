//! Rows of many plans, read by DuckDB as `examples/engine` does. Spark, which takes minutes, is in `scripts/test-engine`.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::program::top;

/// A tree of made-up plans, one of which is broken.
fn tree(folder: &Path) {
    let made = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--locked", "--example", "make_plan", "--", "--plans", "24", "--tasks", "60"])
        .args(["--broken", "1", "--out"])
        .arg(folder)
        .current_dir(top())
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

/// JSON, one value a line.
fn lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
#[ignore = "needs Python's duckdb: run scripts/test"]
fn duckdb_answers_a_citys_questions_out_of_the_rows() {
    let folder = tempfile::tempdir().unwrap();
    let (plans, out) = (folder.path().join("plans"), folder.path().join("out"));
    tree(&plans);
    let ran = Command::new(top().join("target/tools/bin/python"))
        .arg(top().join("examples/engine/duck.py"))
        .arg(&plans)
        .args(["--as-of", "2020-11-24", "--workplan", env!("CARGO_BIN_EXE_workplan"), "--out"])
        .arg(&out)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(1), "one plan is broken: {said}");
    assert!(said.contains("E201"), "{said}");

    let answers = lines(&out.join("answers.jsonl"));
    let answer = |name: &str| -> Vec<&Value> { answers.iter().filter(|row| row[0] == name).collect() };
    let tasks = lines(&out.join("rows/tasks.jsonl"));
    let plans: BTreeSet<&str> = tasks.iter().map(|row| row["plan_path"].as_str().unwrap()).collect();
    assert_eq!((plans.len(), tasks.len()), (23, 23 * 60));

    let worst = answer("worst_units");
    assert_eq!(worst.len(), 6, "three in each of two districts");
    for unit in worst {
        let own = tasks.iter().filter(|row| row["issuer"] == unit[3] && row["lead"] == unit[4]);
        let red = own.clone().filter(|row| row["light"] == "red").count();
        assert_eq!((json!(own.count()), json!(red)), (unit[5].clone(), unit[6].clone()), "{unit}");
    }
    let campaigns = answer("campaigns");
    assert_eq!(campaigns.len(), 4);
    for campaign in campaigns {
        let own = tasks.iter().filter(|row| row["tags"].as_array().unwrap().contains(&campaign[1]));
        let finished = own.clone().filter(|row| row["light"] == "blue").count();
        let known: Vec<f64> = own.clone().filter_map(|row| row["progress"].as_f64()).collect();
        let mean = known.iter().sum::<f64>() / known.len() as f64;
        assert_eq!((json!(own.count()), json!(finished)), (campaign[3].clone(), campaign[4].clone()), "{campaign}");
        assert!((campaign[7].as_f64().unwrap() - mean).abs() < 1e-4, "{campaign} {mean}");
    }
    let notices = lines(&out.join("rows/notices.jsonl"));
    let replies = answer("replies");
    let sum = |place: usize| replies.iter().map(|row| row[place].as_u64().unwrap()).sum::<u64>();
    let answered = notices.iter().filter(|row| !row["days_to_reply"].is_null()).count();
    assert_eq!((json!(sum(2)), json!(sum(3))), (json!(notices.len()), json!(answered)));
    assert!(answered > 0 && answered < notices.len());
    for office in answer("silent_offices") {
        let own = tasks.iter().filter(|row| row["issuer"] == office[2] && row["lead"] == office[3]);
        let last = own.filter_map(|row| row["last_report"].as_str()).max();
        assert!(last.is_none_or(|day| day < "2020-10-25"), "{office} {last:?}");
        assert_eq!(json!(last), office[5]);
    }
    let weeks = answer("weeks");
    let finished = tasks.iter().filter(|row| !row["finished_on"].is_null()).count();
    let entries = lines(&out.join("rows/entries.jsonl"));
    let once: BTreeSet<String> = entries.iter().map(|row| format!("{} {}", row["plan_path"], row["entry"])).collect();
    assert_eq!(json!(weeks.iter().map(|week| week[2].as_u64().unwrap()).sum::<u64>()), json!(once.len()));
    assert_eq!(weeks.last().unwrap()[5], json!(finished));
}

//! `workplan week --plans`: the paper of whoever answers for several plans.

use std::io::Read;

use serde_json::{Value, json};

use crate::plans::{city, head, json};
use crate::program::{TASKS, compared, workplan};

const WEEK: &str = "week --plans . --as-of 2020-11-24";

/// The city, with a week in which something happens: a town reports a problem, another has its plan changed.
fn busy() -> tempfile::TempDir {
    let at = city();
    let write = |path: &str, text: &str| {
        std::fs::create_dir_all(at.path().join(path).parent().unwrap()).unwrap();
        std::fs::write(at.path().join(path), text).unwrap();
    };
    write(
        "a/progress/2020-11-24.yaml",
        "- { date: 2020-11-23, task: 1-03, values: { 小区数: 10 }, note: 全部达标 }\n\
         - { date: 2020-11-24, task: 1-02, issue: 资金未到位, next: 协调财政 }\n",
    );
    write("e/plan.yaml", &head("e", "戊镇人民政府", ""));
    write("e/tasks/1.yaml", &TASKS.replace("2020-11-20", "2020-12-10"));
    write(
        "e/progress/2020-11.yaml",
        "- date: 2020-11-23\n  task: 1-01\n  amendment: { field: deadline, from: 2020-11-20, to: 2020-12-10, reason: 疫情, approved_by: 镇长办公会 }\n",
    );
    at
}

#[test]
fn the_paper_ranks_and_tells_the_worst_what_changed_and_who_is_silent() {
    let at = busy();
    for lang in ["zh", "en"] {
        for (name, options) in [("table", ""), ("text", "--format text"), ("md", "--format md --issue 7")] {
            let ran = workplan(&format!("{WEEK} {options} --lang {lang}")).within(at.path()).run();
            assert_eq!(ran.status, 1, "one plan cannot be read");
            compared(&format!("plans-week-{name}.{lang}"), &ran);
        }
        let ran = workplan(&format!("{WEEK} --month 2020-11 --lang {lang}")).within(at.path()).run();
        compared(&format!("plans-week-month.{lang}"), &ran);
    }
}

/// What is said of each plan, in its row.
fn of_plans(report: &Value, keys: [&str; 3]) -> Vec<Value> {
    let rows = report["plans"].as_array().unwrap().iter();
    rows.map(|row| json!([row["path"], row["week"][keys[0]], row["week"][keys[1]], row["week"][keys[2]]])).collect()
}

#[test]
fn what_is_told_of_the_whole_is_what_each_plans_own_week_tells() {
    let at = busy();
    let report = json(at.path(), WEEK);
    assert_eq!((&report["schema"], &report["week"]["week"]), (&"workplan.rollup/1".into(), &"2020-W48".into()));
    let sum = |key: &str| -> usize {
        let lengths = ["a", "b/deep", "e"].map(|plan| {
            json(at.path(), &format!("week --plan {plan} --as-of 2020-11-24"))[key].as_array().unwrap().len()
        });
        lengths.iter().sum()
    };
    let told = |key: &str| report["week"][key].as_array().unwrap().len();
    for key in ["changed", "amended", "issues", "silent_units"] {
        assert_eq!(told(key), sum(key), "{key}");
        assert!(told(key) > 0, "{key}: nothing to compare");
    }
    for (count, list) in [("reported_tasks", "progressed"), ("finished_tasks", "finished"), ("amendments", "amended")] {
        assert_eq!(report["week"][count], sum(list), "{count}");
    }
    let alone = json(at.path(), "week --plan a --as-of 2020-11-24");
    let row = report["plans"].as_array().unwrap().iter().find(|row| row["path"] == "a").unwrap();
    assert_eq!((&row["totals"], &row["week_ago"]["totals"]), (&alone["now"], &alone["before"]));
}

#[test]
fn plans_are_ranked_by_what_is_on_track_and_equal_ones_share_a_place() {
    let at = busy();
    // a: 1 done, 1 on track (its target is met: done), 1 with a problem; b: never heard of, overdue; e: never heard of.
    let ranks = of_plans(&json(at.path(), WEEK), ["rank", "on_track", "silent"]);
    assert_eq!(ranks[0], json!(["a", 1, 1, false]));
    assert_eq!(ranks[1], json!(["e", 2, 0, true]), "nothing on track, nothing red");
    assert_eq!(ranks[2], json!(["b/deep", 3, 0, true]), "nothing on track, and red");
    let twin = std::fs::read_to_string(at.path().join("e/plan.yaml")).unwrap().replace("id: e", "id: f");
    std::fs::create_dir_all(at.path().join("f/tasks")).unwrap();
    std::fs::write(at.path().join("f/plan.yaml"), twin).unwrap();
    std::fs::copy(at.path().join("e/tasks/1.yaml"), at.path().join("f/tasks/1.yaml")).unwrap();
    let ranks = of_plans(&json(at.path(), WEEK), ["rank", "on_track", "silent"]);
    let places: Vec<&Value> = ranks.iter().map(|row| &row[1]).collect();
    assert_eq!(places, [1, 2, 2, 4]);
    let filtered = of_plans(&json(at.path(), &format!("{WEEK} --tag 清洁行动")), ["rank", "on_track", "open_tasks"]);
    assert_eq!(filtered.last().unwrap(), &json!(["f", null, null, 0]), "where no task passes there is no place");
}

#[test]
fn it_is_a_paper_to_send_round() {
    let at = busy();
    let ran = workplan(&format!("{WEEK} --out 周报.docx --issue 3")).within(at.path()).run();
    assert_eq!((ran.status, ran.text()), (1, ""), "{ran}");
    let file = std::fs::File::open(at.path().join("周报.docx")).unwrap();
    let mut text = String::new();
    zip::ZipArchive::new(file).unwrap().by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    // A table that asks for more than the sheet squeezes its columns of words to nothing.
    for table in text.split("<w:tbl>").skip(1).map(|rest| rest.split("</w:tbl>").next().unwrap()) {
        let columns = table.split("<w:gridCol w:w=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        let widths: Vec<u32> = columns.map(|width| width.parse().unwrap()).collect();
        assert!(widths.iter().all(|width| *width >= 700), "{widths:?}");
    }
    for said in ["督查周报", "第3期", "甲镇人民政府", "名次", "疫情", "资金未到位"] {
        assert!(text.contains(said), "{said}");
    }
}

#[test]
fn what_the_week_of_many_plans_cannot_be_is_said() {
    let at = busy();
    for (line, said) in [
        ("week --plans . --public", "--public is about one plan"),
        ("week --plans . --format csv", "csv"),
        ("week --plans . --plan a", "exclude each other"),
        ("week --plans . --week 2030-W01 --as-of 2020-11-24", "has not begun"),
        ("week --plans . --lead 财政所", "财政所"),
    ] {
        let ran = workplan(&format!("{line} --lang en")).within(at.path()).run();
        assert_eq!((ran.text(), ran.status), ("", 2), "{line}");
        assert!(ran.stderr.contains(said), "{line}: {}", ran.stderr);
    }
}

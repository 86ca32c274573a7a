//! `workplan diff`.

mod git;
mod story;

use crate::program::{HEAD, TASKS, folder, snapshot, workplan};
use story::story;

#[test]
fn every_kind_of_change_in_every_format() {
    let at = story();
    for lang in ["zh", "en"] {
        for format in ["table", "md", "text"] {
            let line = format!("diff 旧 新 --impact --as-of 2020-11-05 --format {format} --lang {lang}");
            snapshot!(format!("diff-{format}.{lang}"), workplan(&line).within(at.path()));
        }
        snapshot!(format!("diff-stat.{lang}"), workplan(&format!("diff 旧 新 --stat --lang {lang}")).within(at.path()));
    }
    let value = workplan("diff 旧 新 --impact --as-of 2020-11-05 --format json").within(at.path()).run().json();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("diff-json", serde_json::to_string_pretty(&value).unwrap());
    });
}

/// Order, files, comments and quotes say nothing.
#[test]
fn a_plan_written_otherwise_is_the_same() {
    let at = folder(&[
        ("a/plan.yaml", HEAD),
        ("a/tasks/1.yaml", TASKS),
        (
            "a/progress/1.yaml",
            "- { date: 2020-08-01, task: 1-01, note: 甲 }\n- { date: 2020-08-01, task: 1-02, note: 乙 }\n",
        ),
        ("b/plan.yaml", &format!("# 注释\n{}", HEAD.replace("title: 小计划", "title: \"小计划\""))),
        ("b/tasks/x.yaml", "- { id: 1-02, kind: continuous, lead: 党建工作办公室, title: '持续推进村容整治' }\n"),
        (
            "b/tasks/y.yaml",
            "# 另一个文件\n- assumed: [deadline]\n  deadline: 2020-11-20\n  lead: 规划建设和生态环境办公室\n  kind: milestone\n  title: 完成92户集中居住\n  id: 1-01\n",
        ),
        ("b/progress/2.yaml", "- { note: 乙, date: 2020-08-01, task: 1-02 }\n"),
        ("b/progress/3.yaml", "- { date: 2020-08-01, task: 1-01, note: 甲 }\n"),
    ]);
    for (from, to) in [("a", "b"), ("b", "a"), ("a", "a")] {
        let ran =
            workplan(&format!("diff {from} {to} --exit-code --impact --as-of 2020-10-01")).within(at.path()).run();
        assert_eq!(ran.status, 0, "{ran}");
        assert!(ran.text().contains("没有改动") && ran.text().contains("亮灯和预警均无变化"), "{ran}");
    }
}

#[test]
fn a_filter_keeps_what_is_about_its_tasks_on_either_side() {
    let at = story();
    let ids = |filter: &str| {
        let value = workplan(&format!("diff 旧 新 --format json {filter}")).within(at.path()).run().json();
        let of = |list: &serde_json::Value, key: &str| -> Vec<String> {
            list.as_array().unwrap().iter().map(|task| task[key].as_str().unwrap().to_owned()).collect()
        };
        let lists = [of(&value["added"], "id"), of(&value["removed"], "id"), of(&value["changed"], "id")];
        (lists.concat().join(" "), of(&value["journal"]["added"], "task").join(" "))
    };
    assert_eq!(ids("--lead 平安办"), ("2-01 2-03".to_owned(), "2-03".to_owned()));
    assert_eq!(ids("--place 陈东村"), ("1-02".to_owned(), "1-02".to_owned()));
    // Its unit was another one.
    assert_eq!(ids("--lead 规建办 --grep 道路"), ("1-03".to_owned(), String::new()));
    assert_eq!(ids("--section 2 --kind milestone"), ("2-02 2-01".to_owned(), String::new()));
    assert_eq!(ids("--lead 执法队"), ("1-07".to_owned(), String::new()));
}

/// Text from a plan is drawn, never obeyed.
#[test]
fn nothing_in_a_plan_is_obeyed() {
    let evil = TASKS.replace("完成92户集中居住", "\"\\e[31m甲\\x07\\u202e|乙\"");
    let at =
        folder(&[("a/plan.yaml", HEAD), ("a/tasks/1.yaml", TASKS), ("b/plan.yaml", HEAD), ("b/tasks/1.yaml", &evil)]);
    for (from, to) in [("a", "b"), ("b", "a")] {
        for format in ["table", "md", "text"] {
            let ran = workplan(&format!("diff {from} {to} --format {format}")).within(at.path()).run();
            assert!(!ran.text().contains(['\u{1b}', '\u{7}', '\u{202e}']), "{ran}");
        }
    }
}

//! `workplan score`: who has achieved what, and where each point comes from.

use serde_json::{Value, json};

use crate::program::{Ran, folder, snapshot, workplan};

const HEAD: &str = "\
format: workplan/1
id: small
title: 小计划
issuer: 示例镇人民政府
issued: 2020-07-01
period: { start: 2020-07-01, end: 2020-12-31 }
source: 原文.txt
notices: { series: 示府督 }
units:
  - { name: 规划建设和生态环境办公室, short: 规建办 }
  - { name: 社区建设办公室, short: 社建办 }
  - { name: 党建工作办公室, short: 党建办 }
  - { name: 综合行政执法队, short: 执法队 }
  - { name: 经济发展办公室, short: 经发办 }
sections: [{ id: '1', title: 第一板块 }, { id: '2', title: 第二板块 }]
";
const TASKS: &str = "\
- { id: 1-01, title: 集中居住, kind: milestone, lead: 规划建设和生态环境办公室, leader: 王五, deadline: 2020-10-20, assumed: [deadline] }
- { id: 1-02, title: 完成签约, kind: measured, lead: 规划建设和生态环境办公室, leader: 王五, deadline: 2020-12-20, start: 2020-10-01, metrics: [{ name: 户数, unit: 户, target: 92 }], assumed: [lead, deadline, metrics.户数] }
- { id: 1-03, title: 村容整治, kind: continuous, lead: 社区建设办公室, leader: 赵六, start: 2020-09-01 }
- { id: 1-04, title: 迎接评审, kind: milestone, lead: 党建工作办公室, leader: 赵六、王五, start: 2020-10-01, deadline: 2020-11-10, assumed: [deadline] }
- { id: 2-01, title: 专项执法, kind: continuous, lead: 综合行政执法队 }
- { id: 2-02, title: 明年的事, kind: milestone, lead: 经济发展办公室, start: 2020-12-20, deadline: 2020-12-30, assumed: [deadline] }
- { id: 2-03, title: 每月报送, kind: continuous, lead: 党建工作办公室, start: 2020-10-01, recurs: { every: month, by: 25 } }
- { id: 2-04, title: 撤销的事, kind: milestone, lead: 社区建设办公室, leader: 赵六, deadline: 2020-11-01, assumed: [deadline] }
";
const ENTRIES: &str = "\
- { date: 2020-07-20, task: 1-01, note: 启动 }
- { date: 2020-08-20, task: 1-01, note: 推进 }
- { date: 2020-10-15, task: 1-01, state: done }
- { date: 2020-10-20, task: 1-02, values: { 户数: 12 } }
- { date: 2020-10-20, task: 1-03, note: 推进 }
- { date: 2020-09-20, task: 1-03, note: 推进 }
- { date: 2020-10-30, task: 1-04, note: 准备材料 }
- { date: 2020-11-02, task: 1-04, amendment: { field: deadline, from: 2020-10-31, to: 2020-11-10, reason: 评审改期, approved_by: 镇长办公会 } }
- { date: 2020-11-12, task: 1-04, state: done }
- { date: 2020-10-23, task: 2-03, note: 十月 }
- { date: 2020-11-02, task: 2-04, note: 推进 }
- { date: 2020-11-03, task: 2-04, amendment: { field: state, from: null, to: cancelled, reason: 并入, approved_by: 镇长办公会 } }
";
const NOTICES: &str = "\
- { number: 示府督〔2020〕1号, date: 2020-11-03, level: urge, unit: 规划建设和生态环境办公室, tasks: [1-02], reply_by: 2020-11-06 }
- { number: 示府督〔2020〕2号, date: 2020-11-09, level: supervise, unit: 规划建设和生态环境办公室, tasks: [1-02], reply_by: 2020-11-12 }
- { number: 示府督〔2020〕3号, date: 2020-11-10, level: circulate, unit: 社区建设办公室, tasks: [1-03], reply_by: 2020-11-12, voided: 2020-11-11, void_reason: 误发 }
- { number: 示府督〔2020〕4号, date: 2020-11-13, level: remind, unit: 社区建设办公室, tasks: [1-03], reply_by: 2020-11-16 }
- { number: 示府督〔2020〕5号, date: 2020-11-16, level: urge, unit: 综合行政执法队, tasks: [2-01], reply_by: 2020-11-19 }
";

/// A desk with that, and something more in `plan.yaml`.
fn desk(more: &str) -> tempfile::TempDir {
    let head = format!("{HEAD}{more}");
    let files = [
        ("plan.yaml", head.as_str()),
        ("tasks/1.yaml", TASKS),
        ("progress/2020.yaml", ENTRIES),
        ("notices/2020.yaml", NOTICES),
        ("原文.txt", "完成各项工作。\n"),
    ];
    folder(&files)
}

fn ran(more: &str, line: &str) -> Ran {
    let desk = desk(more);
    workplan(&format!("score --as-of 2020-11-24 {line}")).within(desk.path()).run()
}

/// `1 规建办 6/20`, of each who is ranked or not.
fn places(more: &str, line: &str) -> Vec<String> {
    let report = ran(more, &format!("{line} --format json")).json();
    let lines = report["ranking"].as_array().unwrap().iter();
    let told = |line: &Value| {
        let name = line["name"].as_str().unwrap();
        format!("{} {name} {}/{}", line["rank"], line["points"], line["attainable"])
    };
    lines.map(told).collect()
}

#[test]
fn the_ranking_in_every_form() {
    for lang in ["zh", "en"] {
        for (name, line) in [
            ("score", ""),
            ("score-explained", "--explain"),
            ("score-text", "--format text"),
            ("score-text-explained", "--format text --explain --lead 规建办"),
            ("score-md", "--format md --section 1"),
            ("score-leader", "--by leader"),
            ("score-csv", "--format csv"),
            ("score-csv-explained", "--format csv --explain"),
        ] {
            let desk = desk("");
            let run = workplan(&format!("score --as-of 2020-11-24 {line} --lang {lang}")).within(desk.path());
            snapshot!(format!("{name}.{lang}"), run);
        }
    }
}

#[test]
fn each_point_has_its_day_and_what_gave_or_cost_it() {
    let report = ran("", "--format json").json();
    let line = |name: &str| {
        let lines = report["ranking"].as_array().unwrap();
        lines.iter().find(|line| line["name"] == name).unwrap().clone()
    };
    let items = |name: &str| -> Vec<Value> {
        let line = line(name);
        let told = line["items"].as_array().unwrap().iter().map(|item| {
            json!([item["merit"], item["date"], item["tasks"], item["points"], item["of"], item["notice"]])
        });
        told.collect()
    };
    assert_eq!(
        items("规划建设和生态环境办公室"),
        [
            json!(["urged", "2020-11-03", ["1-02"], -1, 0, "示府督〔2020〕1号"]),
            json!(["supervised", "2020-11-09", ["1-02"], -2, 0, "示府督〔2020〕2号"]),
            json!(["reported_in_time", "2020-09-30", ["1-01"], 0, 1, null]),
            json!(["on_pace", "2020-11-24", ["1-02"], 0, 2, null]),
            json!(["reported_in_time", "2020-07-20", ["1-01"], 1, 1, null]),
            json!(["reported_in_time", "2020-08-20", ["1-01"], 1, 1, null]),
            json!(["finished_in_time", "2020-10-15", ["1-01"], 5, 5, null]),
            json!(["reported_in_time", "2020-10-15", ["1-01"], 1, 1, null]),
            json!(["reported_in_time", "2020-10-20", ["1-02"], 1, 1, null]),
        ]
    );
    assert_eq!(
        items("党建工作办公室"),
        [
            json!(["extended_late", "2020-11-02", ["1-04"], -2, 0, null]),
            json!(["finished_in_time", "2020-11-12", ["1-04"], 0, 5, null]),
            json!(["reported_in_time", "2020-10-23", ["2-03"], 1, 1, null]),
            json!(["reported_in_time", "2020-10-30", ["1-04"], 1, 1, null]),
            json!(["reported_in_time", "2020-11-12", ["1-04"], 1, 1, null]),
        ]
    );
    // A void notice and a mere reminder cost nothing, nor does what was called off.
    assert_eq!(line("社区建设办公室")["points"], 2);
    assert_eq!(line("社区建设办公室")["tasks"], 1);
    // Nothing is known of its task, and yet it was urged: behind everybody who could gain.
    let urged = line("综合行政执法队");
    assert_eq!((&urged["rank"], &urged["rate"], &urged["points"]), (&json!(4), &Value::Null, &json!(-1)));
    assert_eq!(urged["unknown"], json!(["2-01"]));
    // What has not begun is neither known nor unknown.
    let later = line("经济发展办公室");
    assert_eq!((&later["rank"], &later["unknown"], &later["tasks"]), (&Value::Null, &json!([]), &json!(1)));
    let entry = &line("党建工作办公室")["items"][1]["entry"];
    assert_eq!(entry.as_str().unwrap().len(), 8, "{entry}");
    assert_eq!(report["rule"]["stated"], false);
}

#[test]
fn the_plan_states_its_rule() {
    let stated = "scoring: { rank_by: points, finished_in_time: 10, on_pace: 0, supervised: 2.5, circulated: 3 }\n";
    assert_eq!(
        places(stated, ""),
        [
            "1 规划建设和生态环境办公室 10.5/15",
            "2 社区建设办公室 2/2",
            "3 党建工作办公室 1/13",
            "4 综合行政执法队 -1/0",
            "null 经济发展办公室 0/0"
        ]
    );
    let said = ran(stated, "");
    assert!(said.text().contains("按计划的规定") && said.text().contains("督办每次 -2.5"), "{said}");
    assert!(!said.text().contains("达序时进度每项"), "what gives nothing is not told: {said}");
}

#[test]
fn who_is_named_keeps_the_place_among_all() {
    assert_eq!(places("", "--lead 党建办"), ["3 党建工作办公室 1/8"]);
    assert_eq!(places("", "--by leader --leader 赵"), ["2 赵六 2/9"]);
    // What is filtered in another way is judged alone.
    assert_eq!(places("", "--section 2 --lead 党建办"), ["1 党建工作办公室 1/1"]);
}

#[test]
fn who_is_equal_shares_a_place() {
    let stated = "scoring: { finished_in_time: 0, on_pace: 0, urged: 0, supervised: 0, extended_late: 0 }\n";
    let places = places(stated, "");
    let ranks: Vec<&str> = places.iter().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(ranks, ["1", "1", "3", "null", "null"], "{places:?}");
}

#[test]
fn the_day_decides() {
    // The day before the notices, and before the extension.
    let desk = desk("");
    let on = |day: &str| {
        let run = workplan(&format!("score --as-of {day} --format json")).within(desk.path()).run();
        let report = run.json();
        let of = |name: &str| report["ranking"].as_array().unwrap().iter().find(|line| line["name"] == name).cloned();
        let points = |name: &str| of(name).map(|line| (line["points"].clone(), line["attainable"].clone()));
        (points("规划建设和生态环境办公室").unwrap(), points("党建工作办公室").unwrap())
    };
    let pair = |points: i64, of: i64| (json!(points), json!(of));
    assert_eq!(on("2020-11-02"), (pair(9, 12), pair(0, 2)));
    assert_eq!(on("2020-11-01").1, pair(2, 7), "overdue, before it was put off");
    assert_eq!(on("2020-11-08").0, pair(8, 12));
    assert_eq!(on("2020-11-24").0, pair(6, 12));
}

#[test]
fn a_rule_is_set_by_a_command_and_refused_where_it_is_nonsense() {
    let desk = desk("");
    let runs = |line: &str| workplan(line).within(desk.path()).run();
    let set = runs("plan set 督办扣分 3分 排名依据 得分");
    assert_eq!(set.status, 0, "{set}");
    let head = std::fs::read_to_string(desk.path().join("plan.yaml")).unwrap();
    assert!(head.contains("scoring: { supervised: 3, rank_by: points }"), "{head}");
    assert_eq!(runs("score --as-of 2020-11-24 --format json").json()["rule"]["supervised"], 3);
    for (line, says) in [
        ("plan set scoring.on_pace 101", "扣分不写负号"),
        ("plan set 按时办结加分 许多", "0 至 100"),
        ("plan set 通报扣分 1", "circulated 小于 supervised"),
    ] {
        let refused = runs(line);
        assert_eq!(refused.status, 2, "{refused}");
        assert!(refused.stderr.contains(says), "{refused}");
    }
    assert_eq!(std::fs::read_to_string(desk.path().join("plan.yaml")).unwrap(), head);
}

#[test]
fn nothing_known_is_said_so() {
    snapshot!("score-unknown.zh", workplan("score --as-of 2020-08-01 --lead 党政办,规建办"));
    snapshot!("score-nobody.en", workplan("score --as-of 2020-08-01 --by leader --lang en"));
    assert_eq!(ran("", "--by 责任人").status, 2);
    assert_eq!(ran("", "--format docx").status, 2);
}

#[test]
fn the_site_has_a_page_of_it_and_the_public_one_has_none() {
    let at = tempfile::tempdir().unwrap();
    for (edition, is_there) in [("", true), ("--public", false)] {
        let out = at.path().join(format!("网页{edition}"));
        let line = format!("site --plan plans/sample --as-of 2020-11-24 {edition} --out");
        assert_eq!(workplan(&line).arg(out.to_str().unwrap()).run().status, 0);
        assert_eq!(out.join("score.html").exists(), is_there, "{edition}");
        let index = std::fs::read_to_string(out.join("index.html")).unwrap();
        assert_eq!(index.contains("score.html"), is_there, "{edition}");
    }
    let page = std::fs::read_to_string(at.path().join("网页/score.html")).unwrap();
    let report = workplan("score --plan plans/sample --as-of 2020-11-24 --format json").run().json();
    for item in report["ranking"][0]["items"].as_array().unwrap() {
        assert!(page.contains(item["message"].as_str().unwrap()), "{item}");
    }
    assert!(page.contains("计分办法"));
}

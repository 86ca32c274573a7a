//! By person: a leader asks for his own tasks, whoever is in charge gets the reminder.

use crate::program::{HEAD, Ran, folder, snapshot, workplan};

const TASKS: &str = "\
- id: 1-01
  title: 集中居住
  kind: milestone
  lead: 规划建设和生态环境办公室
  person: 张三、李四
  leader: 王五
  deadline: 2020-11-10
  assumed: [deadline]
- id: 1-02
  title: 村容整治
  kind: milestone
  lead: 党建工作办公室
  person: 李四
  leader: 赵六
  deadline: 2020-11-20
  assumed: [deadline, person]
- id: 1-03
  title: 党员学习
  kind: milestone
  lead: 党建工作办公室
  deadline: 2020-11-24
  assumed: [deadline]
";

fn ran(line: &str) -> Ran {
    let head = format!("{HEAD}source: 原文.txt\n");
    let plan = folder(&[("plan.yaml", &head), ("tasks/1.yaml", TASKS), ("原文.txt", "完成各项工作。\n")]);
    workplan(&format!("{line} --as-of 2020-11-24")).within(plan.path()).run()
}

fn ids(filters: &str) -> Vec<String> {
    let ran = ran(&format!("status --format csv --columns id {filters}"));
    assert_eq!(ran.status, 0, "{ran}");
    ran.text().lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
}

#[test]
fn tasks_of_a_person_and_of_a_leader() {
    for (filters, chosen) in [
        ("--person 张三", "1-01"),
        ("--person 李四", "1-01 1-02"),
        ("--person 张三，李四", "1-01 1-02"),
        ("--person 李", "1-01 1-02"),
        ("--leader 王五", "1-01"),
        ("--leader 王五 --leader 赵六", "1-01 1-02"),
        ("--person 李四 --leader 赵", "1-02"),
    ] {
        assert_eq!(ids(filters).join(" "), chosen, "{filters}");
    }
}

#[test]
fn nobody_of_that_name() {
    for line in
        ["status --person 孙七", "alerts --leader 张三", "week --person 孙七", "export --format csv --leader 孙七"]
    {
        let ran = ran(line);
        assert_eq!(ran.status, 2, "{ran}");
        assert!(ran.stderr.contains("没有") && ran.stderr.contains("--"), "{ran}");
    }
}

#[test]
fn tasks_by_person_and_by_leader() {
    for (by, groups) in [
        ("person", "张三 1、李四 2、（未写明） 1"),
        ("责任人", "张三 1、李四 2、（未写明） 1"),
        ("leader", "王五 1、赵六 1、（未写明） 1"),
        ("分管领导", "王五 1、赵六 1、（未写明） 1"),
    ] {
        let report = ran(&format!("status --format json --by {by}")).json();
        let group = |group: &serde_json::Value| {
            format!("{} {}", group["title"].as_str().unwrap(), group["tasks"].as_u64().unwrap())
        };
        let told: Vec<String> = report["groups"].as_array().unwrap().iter().map(group).collect();
        assert_eq!(told.join("、"), groups, "{by}");
    }
    let table = ran("status --tasks --by person");
    assert!(table.text().contains("李四*"), "it is assumed of one of his tasks: {table}");
}

#[test]
fn a_text_for_each_person_and_for_each_leader() {
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS)]);
    let line = "alerts --as-of 2020-11-24 --notify-by";
    for (name, whom) in [("person", "person"), ("leader", "分管领导")] {
        for lang in ["zh", "en"] {
            let run = workplan(&format!("{line} {whom} --lang {lang}")).within(plan.path());
            snapshot!(format!("notify-by-{name}.{lang}"), run);
        }
    }
    let out = plan.path().join("out");
    let ran = workplan(&format!("{line} person --out-dir {}", out.display())).within(plan.path()).run();
    let mut names: Vec<&str> = ran.text().lines().map(|line| line.rsplit_once('/').unwrap().1).collect();
    names.sort_unstable();
    assert_eq!(names, ["张三.txt", "李四.txt"], "{ran}");
    assert!(ran.stderr.contains("1 项没有写明责任人"), "{ran}");
}

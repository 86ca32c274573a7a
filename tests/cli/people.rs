//! By person: a leader asks for his own tasks, whoever is in charge gets the reminder.

use crate::program::{HEAD, Ran, folder, workplan};

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
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS)]);
    workplan(&format!("{line} --as-of 2020-11-24")).within(plan.path()).run()
}

fn ids(filters: &str) -> Vec<String> {
    let ran = ran(&format!("status --format csv --columns id {filters}"));
    assert_eq!(ran.status, 0, "{ran}");
    ran.text().lines().skip(1).map(str::to_owned).collect()
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

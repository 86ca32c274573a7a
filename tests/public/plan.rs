//! A plan in which every field that the public may not see holds a word that stands nowhere else.

use std::fs;

use tempfile::TempDir;

/// What must not get out: the word in texts, the one in names, a value, an evidence's path.
pub(crate) const SECRETS: &[&str] = &["机密", "SECRET", "987654", "876543"];

/// Whether the plan publishes its lights.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lights {
    Published,
    Kept,
}

const HEAD: &str = "\
format: workplan/1
id: demo
title: 下半年工作安排
issuer: 金泽镇人民政府
disclosure: 主动公开
issued: 2020-07-17
period: { start: 2020-07-01, end: 2020-12-31 }
source: 原文.txt
coverage: full
closing: reviewed
assumptions: 机密推定说明。
notices: { series: 机密督 }
units:
  - { name: 机密甲办公室, short: 机密甲, note: 机密注 }
  - { name: 机密乙办公室, short: 机密乙 }
places: [机密村]
fields:
  - { key: 机密资金, unit: 机密元, kind: number }
  - { key: secret, title: 机密事项 }
  - { key: 公开事项, public: true }
sections:
  - id: \"2\"
    title: 统筹谋划乡村振兴
    themes:
      - { id: \"22\", title: 有序推进美丽乡村建设 }
context:
  - 机密形势,总体平稳。
";

const SOURCE: &str = "\
下半年工作安排
2020.07.17
机密形势,总体平稳。
(一)统筹谋划乡村振兴
有序推进美丽乡村建设。完成92户农民相对集中居住项目。加强督查督办,确保取得实效。迎接11月份市级创建评审。
";

const TASKS: &str = "\
- id: 22-01
  title: 农民相对集中居住
  source: 完成92户农民相对集中居住项目
  kind: measured
  lead: 机密甲办公室
  support: [机密乙办公室]
  person: 机密人
  leader: 机密领导
  places: [机密村]
  metrics:
    - { name: 集中居住户数, unit: 户, target: 92, says: 92户, checklist: checklists/SECRET.csv }
  checkpoints:
    - { id: 机密节点, title: 机密开工, due: 2020-09-30 }
  depends: [22-02]
  weight: 3
  tags: [机密标签]
  note: 机密备注
  fields: { 机密资金: 987654, secret: SECRET, 公开事项: 开工令 }
  assumed: [lead, support, person, leader, places, checkpoints, depends, weight]
- id: 22-02
  title: 加强督查督办
  source: 加强督查督办,确保取得实效
  kind: measured
  lead: 机密乙办公室
  metrics:
    - { name: 督查次数, unit: 次, target: 12 }
  deadline: 2020-10-31
  assumed: [lead, deadline, metrics.督查次数]
- id: 22-03
  title: 迎接市级创建评审
  source: 迎接11月份市级创建评审
  kind: milestone
  lead: 机密乙办公室
  deadline: 2020-11-30
  deadline_says: 11月份
  assumed: [lead]
";

const JOURNAL: &str = "\
- date: 2020-11-02
  task: 22-01
  by: 机密甲办公室
  checkpoints: [机密节点]
  state: blocked
  note: 机密进展
  issue: 机密问题
  next: 机密措施
  evidence: [evidence/SECRET.pdf]
- date: 2020-11-03
  task: 22-02
  by: 机密乙办公室
  values: { 督查次数: 987654 }
  note: 机密进展
- date: 2020-11-10
  task: 22-02
  amendment: { field: deadline, from: 2020-09-30, to: 2020-10-31, reason: 机密原因, approved_by: 机密会议 }
- date: 2020-11-11
  task: 22-03
  by: 机密乙办公室
  note: 机密进展
  issue: 机密问题876543
";

const CHECKLIST: &str = "item,closed_on\n机密点位一,2020-10-01\n机密点位二,\n";

/// A folder with the plan in `plan` and the document beside it.
pub(crate) fn plan(lights: Lights) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let published = if lights == Lights::Published { "publish_lights: true\n" } else { "" };
    let files: [(&str, &str); 6] = [
        ("plan/plan.yaml", &format!("{HEAD}{published}")),
        ("plan/原文.txt", SOURCE),
        ("plan/tasks/2.yaml", TASKS),
        ("plan/progress/2020-11.yaml", JOURNAL),
        ("plan/checklists/SECRET.csv", CHECKLIST),
        ("plan/evidence/SECRET.pdf", "SECRET"),
    ];
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

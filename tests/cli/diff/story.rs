//! A made-up small plan before and after a busy month, with every kind of change.

use tempfile::TempDir;

use crate::program::folder;

const OLD_PLAN: &str = "\
format: workplan/1
id: story
title: 下半年工作安排（示例）
issuer: 金泽镇人民政府
issued: 2020-07-01
period: { start: 2020-07-01, end: 2020-12-31 }
alerts: { due_soon: 10 }
sample: true
units:
  - { name: 规划建设和生态环境办公室, short: 规建办 }
  - { name: 社区建设办公室, short: 社建办 }
  - { name: 平安建设办公室, short: 平安办 }
sections:
  - { id: '1', title: 乡村振兴 }
  - { id: '2', title: 社会治理 }
";

const OLD_TASKS: &str = "\
- id: 1-01
  title: 迎接市级美丽乡村评审
  source: 迎接11月份市级美丽乡村创建评审
  kind: milestone
  lead: 规划建设和生态环境办公室
  deadline: 2020-11-20
  deadline_says: 11月份
- id: 1-02
  title: 龚都村集中居住
  source: 完成龚都村92户农(渔)民相对集中居住
  kind: measured
  lead: 规划建设和生态环境办公室
  support: [社区建设办公室]
  places: [龚都村]
  metrics: [{ name: 签约户数, unit: 户, target: 92, says: 92户 }]
  assumed: [lead, support]
- id: 1-03
  title: 道路提升
  source: 提升3条农村道路
  kind: milestone
  lead: 规划建设和生态环境办公室
  deadline: 2020-10-31
  assumed: [deadline]
  checkpoints: [{ id: 开工, title: 开工建设, due: 2020-08-31 }]
- id: 1-04
  title: 河道水质
  source: 骨干河道水质稳定达标
  kind: measured
  lead: 规划建设和生态环境办公室
  metrics: [{ name: 水质, grades: [Ⅴ, Ⅳ, Ⅲ], target: Ⅳ, says: 达标 }]
- id: 1-05
  title: 点位销项
  source: 完成“一镇一清单”点位销项
  kind: measured
  lead: 规划建设和生态环境办公室
  metrics: [{ name: 销项数, unit: 个, target: 4, says: 点位, checklist: lists/点位.csv }]
- id: 1-06
  title: 农家书屋更新
  source: 更新农家书屋
  kind: milestone
  lead: 社区建设办公室
";

const OLD_MORE: &str = "\
- id: 2-01
  title: 进博会安保
  source: 确保第三届进博会安保万无一失
  kind: milestone
  lead: 平安建设办公室
  deadline: 2020-11-10
  assumed: [deadline]
- id: 2-02
  title: 夏季晚会
  source: 举办夏季晚会
  kind: milestone
  lead: 社区建设办公室
- id: 2-03
  title: 持续开展平安巡查
  source: 持续开展平安巡查
  kind: continuous
  lead: 平安建设办公室
  tags: [平安]
";

const OLD_ENTRIES: &str = "\
- { date: 2020-09-01, task: 1-02, by: 规建办, values: { 签约户数: 20 }, note: 首批签约 }
- { date: 2020-09-02, task: 1-03, by: 规建办, checkpoints: [开工], note: 已开工 }
- { date: 2020-09-03, task: 2-01, by: 平安办, issue: 人手不足 }
- { date: 2020-09-04, task: 1-04, by: 规建办, values: { 水质: Ⅴ } }
";

const NEW_PLAN: &str = "\
# 规则收紧后的计划
format: workplan/1
id: story
title: 下半年工作安排（示例）
issuer: 金泽镇人民政府
issued: 2020-07-01
period: { start: 2020-07-01, end: 2020-12-31 }
alerts: { due_soon: 15 }
reporting: weekly
sample: true
units:
  - { name: 平安建设办公室, short: 平安办 }
  - { name: 社区建设办公室, short: 社区办 }
  - { name: 规划建设和生态环境办公室, short: 规建办 }
  - { name: 综合行政执法队, short: 执法队 }
sections:
  - { id: '2', title: 社会治理 }
  - { id: '1', title: 全面推进乡村振兴 }
";

/// Another order, another file, other quotes, a comment: no change.
const NEW_TASKS: &str = "\
- id: 1-02
  title: '龚都村集中居住'
  source: 完成龚都村92户农(渔)民相对集中居住
  kind: measured
  lead: 规划建设和生态环境办公室
  support: [社区建设办公室, 综合行政执法队]
  places: [龚都村, 陈东村]
  metrics: [{ name: 签约户数, unit: 户, target: 90, says: 92户 }, { name: 入住户数, unit: 户, target: 60 }]
  assumed: [lead, support, metrics.入住户数]
- id: 1-01 # 评审组改期
  title: 迎接市级美丽乡村评审
  source: 迎接12月份市级美丽乡村创建评审
  kind: milestone
  lead: 规划建设和生态环境办公室
  deadline: 2020-12-15
  deadline_says: 12月份
- id: 1-03
  title: 农村道路提升
  source: 提升3条农村道路
  kind: milestone
  lead: 社区建设办公室
  deadline: 2020-12-10
  assumed: [deadline, lead]
  depends: [1-01]
  checkpoints: [{ id: 开工, title: 开工建设, due: 2020-09-10 }, { id: 竣工, title: 竣工验收, due: 2020-12-01 }]
- id: 1-04
  title: 河道水质
  source: 骨干河道水质稳定达标
  kind: measured
  lead: 规划建设和生态环境办公室
  metrics: [{ name: 水质, grades: [Ⅴ, Ⅳ, Ⅲ], target: Ⅲ, says: 达标 }]
  weight: 2
- id: 1-05
  title: 点位销项
  source: 完成“一镇一清单”点位销项
  kind: measured
  lead: 规划建设和生态环境办公室
  metrics: [{ name: 销项数, unit: 个, target: 4, says: 点位, checklist: lists/点位清单.csv }]
- id: 1-08
  title: 农家书屋更新
  source: 更新农家书屋
  kind: milestone
  lead: 社区建设办公室
- id: 1-07
  title: 导览牌更新
  kind: milestone
  lead: 综合行政执法队
  deadline: 2020-10-30
  assumed: [lead, deadline]
";

const NEW_MORE: &str = "\
- id: 2-01
  title: 进博会安保
  source: 确保第三届进博会安保万无一失
  kind: milestone
  lead: 平安建设办公室
  deadline: 2020-11-03
  assumed: [deadline]
  person: 张三
- id: 2-03
  title: 持续开展平安巡查
  source: 持续开展平安巡查
  kind: continuous
  lead: 平安建设办公室
  tags: [巡查]
  note: 每周一次
";

const NEW_ENTRIES: &str = "\
- { date: 2020-09-02, task: 1-03, by: 规建办, checkpoints: [开工], note: 已于8月开工 }
- { date: 2020-09-04, task: 1-04, by: 规建办, values: { 水质: Ⅴ } }
- { date: 2020-09-01, task: 1-02, note: 首批签约, by: 规建办, values: { 签约户数: 20 } }
- { date: 2020-10-08, task: 1-02, by: 规建办, values: { 签约户数: 41 }, note: 第二批签约 }
- date: 2020-10-10
  task: 1-02
  amendment: { field: metrics.签约户数.target, from: 92, to: 90, reason: 2户另行安置, approved_by: 镇长办公会 }
- date: 2020-10-12
  task: 1-01
  amendment: { field: deadline, from: 2020-11-20, to: 2020-12-15, reason: 评审组改期, approved_by: 镇长办公会 }
- date: 2020-10-12
  task: 2-03
  amendment: { field: state, from: in_progress, to: cancelled, reason: 并入日常工作, approved_by: 镇长办公会 }
";

/// The plan as it was, in `旧`, and as it is, in `新`.
pub(crate) fn story() -> TempDir {
    folder(&[
        ("旧/plan.yaml", OLD_PLAN),
        ("旧/tasks/1.yaml", OLD_TASKS),
        ("旧/tasks/2.yaml", OLD_MORE),
        ("旧/progress/2020-09.yaml", OLD_ENTRIES),
        ("旧/lists/点位.csv", "编号,销号日期\n甲,2020-08-05\n乙,2020-08-06\n丙,\n丁,\n"),
        ("新/plan.yaml", NEW_PLAN),
        ("新/tasks/a.yaml", NEW_MORE),
        ("新/tasks/b.yaml", NEW_TASKS),
        ("新/progress/all.yaml", NEW_ENTRIES),
        ("新/lists/点位清单.csv", "编号,销号日期\n丙,2020-09-30\n甲,2020-08-05\n乙,\n戊,\n"),
    ])
}

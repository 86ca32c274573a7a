//! `workplan init --carry`: the next plan out of the one before.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use proptest::prelude::*;

use crate::program::{Ran, folder, workplan};

/// A plan with a task of every fate, with remarks in its files that must stay.
const OLD: &[(&str, &str)] = &[
    (
        "plans/2020h2/plan.yaml",
        "\
# 小镇2020年下半年工作安排
format: workplan/1
id: small-2020h2
title: 小镇2020年下半年工作安排
issuer: 小镇人民政府
number: 小府发〔2020〕9号
issued: 2020-07-01
period: { start: 2020-07-01, end: 2020-12-31 }
calendar: ../calendar.yaml
# 原文
source: 原文.txt
coverage: full      # 逐句
closing: reviewed
notices: { series: 小府督, reply_within: 3 }
units:
  - { name: 规划建设局, short: 规建局, formerly: [规划建设办公室] }   # 改过名
  - { name: 社区建设办公室, short: 社建办 }
  - { name: 旧办公室, retired: 2020-10-01 }
  - { name: 留用办公室, retired: 2020-10-01 }
places: [龚都村, { name: 岑卜新村, formerly: [岑卜村] }]
sections:
  - { id: '1', title: 乡村振兴, themes: [{ id: '11', title: 农业 }, { id: '12', title: 乡村 }] }
  - { id: '2', title: 城镇管理 }
# 不部署任务的句子
context:
  - 当前,形势总体平稳。
assumptions: 牵头单位均为推定。
",
    ),
    ("plans/calendar.yaml", "years: { 2020: { off: [10-01..10-08], work: [] } }\n"),
    (
        "plans/2020h2/原文.txt",
        "小镇2020年下半年工作安排\n当前,形势总体平稳。\n完成92户集中居住项目。完成规划编制。迎接11月份市级评审。举办乒乓球赛。点位逐一销项。持续做好宣传。\n",
    ),
    (
        "plans/2020h2/tasks/1.yaml",
        "\
# 板块一

# 先抓这一项
- id: 11-01
  title: 完成92户集中居住      # 原文第3行
  source: 完成92户集中居住项目
  kind: measured
  lead: 规划建设局
  start: 2020-08-01
  places: [岑卜新村]
  metrics:
    - { name: 集中居住户数, unit: 户, target: 92, says: 92户 }   # 户数
  assumed: [lead, start]

# 规划已成
- id: 11-02
  title: 完成规划编制
  source: 完成规划编制
  kind: milestone
  lead: 规划建设局
  assumed: [lead]

- id: 12-01
  title: \"迎接市级评审\"
  source: 迎接11月份市级评审
  kind: milestone
  lead: 社区建设办公室
  support: [留用办公室]
  deadline: 2020-12-15
  deadline_says: 11月份
  checkpoints:
    - { id: 自评, title: 完成自评, due: 2020-10-31 }
    - { id: 初评, title: 通过初评, due: 2020-11-15 }   # 市里来人
  depends: [11-01, 11-02, 12-02]
  assumed: [lead, support, checkpoints, depends]
- id: 12-02
  title: 举办乒乓球赛
  source: 举办乒乓球赛
  kind: milestone
  lead: 社区建设办公室
  assumed: [lead]
",
    ),
    (
        "plans/2020h2/tasks/2.yaml",
        "\
- {id: 2-01, title: 点位销项与水质, source: 点位逐一销项, kind: measured, lead: 社区建设办公室, assumed: [lead, metrics.点位, metrics.水质, metrics.时间], metrics: [{name: 点位, unit: 个, target: 3, checklist: checklists/2-01.csv}, {name: 水质, target: Ⅲ, grades: [Ⅴ, Ⅳ, Ⅲ, Ⅱ]}, {name: 时间, unit: 分钟, target: 15, direction: at_most}]}
- {id: 2-02, title: 持续做好宣传, source: 持续做好宣传, kind: continuous, lead: 社区建设办公室, confirmed: [{fields: [lead], by: 李主任, date: 2020-08-05}]}
",
    ),
    ("plans/2020h2/checklists/2-01.csv", "编号,销项日期\r\n甲-1,2020-11-02\r\n甲-2,\r\n甲-3,\r\n"),
    (
        "plans/2020h2/progress/2020.yaml",
        "\
- { date: 2020-10-20, task: 12-01, checkpoints: [自评], by: 社建办 }
- date: 2020-11-18
  task: 12-01
  amendment: { field: deadline, from: 2020-11-30, to: 2020-12-15, reason: 改期, approved_by: 镇长办公会 }
- { date: 2020-11-19, task: 12-02, amendment: { field: state, to: cancelled, reason: 停办, approved_by: 镇长办公会 } }
- { date: 2020-11-20, task: 11-01, by: 规划建设办公室, values: { 集中居住户数: 61 }, issue: 3户未达成协议, next: 逐户上门 }
- { date: 2020-11-20, task: 2-01, values: { 水质: Ⅲ, 时间: 18 }, state: done }
- { date: 2020-11-21, task: 11-02, state: done }
- { date: 2020-11-22, task: 11-02, state: closed }
- { date: 2020-12-22, task: 12-01, note: 已报方案, reply_to: 小府督〔2020〕2号 }
",
    ),
    (
        "plans/2020h2/notices/2020.yaml",
        "\
- { number: 小府督〔2020〕1号, date: 2020-11-10, level: urge, unit: 规划建设局, tasks: [11-01, 11-02], reply_by: 2020-11-13 }
- { number: 小府督〔2020〕2号, date: 2020-12-20, level: supervise, unit: 社区建设办公室, tasks: [12-01], reply_by: 2020-12-23 }
- { number: 小府督〔2020〕3号, date: 2020-12-21, level: remind, unit: 规划建设局, tasks: [11-01], reply_by: 2020-12-24, voided: 2020-12-22, void_reason: 误发 }
",
    ),
];

/// What the new plan is, as an office that knows it says it.
const NEXT: &str =
    "init plans/2021h1 --carry plans/2020h2 --as-of 2020-12-31 --title 小镇2021年上半年工作安排 --issued 2021-01-08";

/// A session with its transcript.
struct Session {
    place: tempfile::TempDir,
    lang: &'static str,
    transcript: String,
}

impl Session {
    fn new(lang: &'static str) -> Session {
        Session { place: folder(OLD), lang, transcript: String::new() }
    }

    fn runs(&self, line: &str) -> Ran {
        workplan(&format!("{line} --lang {}", self.lang)).within(self.place.path()).run()
    }

    fn does(&mut self, line: &str, status: i32) -> Ran {
        let ran = self.runs(line);
        assert_eq!(ran.status, status, "{ran}");
        let _ = writeln!(self.transcript, "{ran}");
        ran
    }

    fn shows(&mut self, file: &str) {
        let text = fs::read_to_string(self.place.path().join(file)).unwrap_or_default();
        let _ = writeln!(self.transcript, "── {file} ──\n{text}");
    }

    fn compare(self, name: &str) {
        let name = format!("{name}.{}", self.lang);
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, self.transcript);
        });
    }
}

#[test]
fn what_is_unfinished_goes_on_and_nothing_else() {
    for lang in ["zh", "en"] {
        let mut desk = Session::new(lang);
        desk.does(NEXT, 2);
        assert!(!desk.place.path().join("plans/2021h1").exists());
        desk.does(&format!("{NEXT} --carry-values baseline --dry-run"), 0);
        assert!(!desk.place.path().join("plans/2021h1").exists());
        desk.does(&format!("{NEXT} --carry-values 作基数"), 0);
        desk.does("check --plan plans/2021h1", 0);
        desk.shows("plans/2021h1/plan.yaml");
        desk.shows("plans/2021h1/tasks/1.yaml");
        desk.shows("plans/2021h1/tasks/2.yaml");
        desk.shows("plans/2021h1/notices/2020.yaml");
        desk.compare("carry");
    }
}

#[test]
fn what_was_reported_before_is_in_reach() {
    for lang in ["zh", "en"] {
        let mut desk = Session::new(lang);
        assert_eq!(desk.runs(&format!("{NEXT} --carry-values baseline")).status, 0);
        // The day chooses the plan.
        desk.does("show 11-01 --as-of 2021-01-15", 0);
        desk.does("show 12-01 --as-of 2021-01-15", 0);
        desk.does("history 11-01 --as-of 2021-01-15", 0);
        desk.does("week --as-of 2021-01-03", 0);
        desk.does("week --as-of 2021-01-15 --format text", 0);
        desk.does("notice --list --open --as-of 2021-01-15", 0);
        desk.does("notice --number 小府督〔2020〕1号 --plan plans/2021h1", 2);
        desk.compare("carry-reach");
    }
}

#[test]
fn the_next_plan_is_worked_with_as_any_other() {
    let mut desk = Session::new("zh");
    assert_eq!(desk.runs(&format!("{NEXT} --carry-values baseline")).status, 0);
    let evidence = desk.place.path().join("plans/2021h1/evidence");
    fs::create_dir(&evidence).unwrap();
    fs::write(evidence.join("2-01.pdf"), "%PDF").unwrap();
    for line in [
        "record 11-01 --date 2021-01-15 --by 规建局 --value 集中居住户数=70 --reply-to 小府督〔2020〕1号",
        "amend 12-01 完成时限 2021-03-31 --reason 市里改期 --approved-by 镇长办公会 --date 2021-01-15",
        "close 2-01 --by 督查室 --evidence evidence/2-01.pdf --date 2021-01-15 --force",
        "unit add 新办公室=新办",
        "section add 安全工作",
        "add --section 3 --title 消防检查 --lead 新办",
        "set 11-01 责任人=张三",
        "notice 11-01 --level remind --as-of 2021-01-20 --out n.docx",
        "unit rename 社建办 社区办公室",
    ] {
        desk.does(&format!("{line} --plan plans/2021h1"), 0);
        let checked = desk.runs("check --plan plans/2021h1");
        assert_eq!(checked.status, 0, "{line}\n{checked}");
    }
    desk.does("status --tasks --as-of 2021-01-20", 0);
    desk.does("show 12-01 --as-of 2021-01-20", 0);
    desk.does("notice --list --as-of 2021-01-20", 0);
    desk.does("show 11-01 --as-of 2021-01-20 --format json", 0);
    desk.does("check --plan plans/2021h1", 0);
    desk.compare("carry-work");
}

#[test]
fn a_third_plan_reaches_back_through_the_second() {
    let mut desk = Session::new("zh");
    assert_eq!(desk.runs(&format!("{NEXT} --carry-values whole")).status, 0);
    let report = "record 11-01 --date 2021-03-05 --by 规建局 --value 集中居住户数=70 --plan plans/2021h1";
    assert_eq!(desk.runs(report).status, 0);
    desk.does("init plans/2021h2 --carry 2021h1 --as-of 2021-06-30 --carry-values 作基数", 0);
    desk.does("check --plan plans/2021h2", 0);
    let shown = desk.does("show 11-01 --as-of 2021-07-15", 0);
    assert!(shown.text().contains("small-2020h2 11-01"), "{shown}");
    desk.does("show 2-01 --as-of 2021-07-15", 0);
    // Without the plans before, what came along is still told.
    fs::remove_dir_all(desk.place.path().join("plans/2020h2")).unwrap();
    let shown = desk.runs("show 11-01 --as-of 2021-07-15");
    assert!(shown.text().contains("2021h1 11-01") && !shown.text().contains("small-2020h2 11-01"), "{shown}");
    fs::remove_dir_all(desk.place.path().join("plans/2021h1")).unwrap();
    desk.does("show 11-01 --as-of 2021-07-15", 0);
    desk.compare("carry-third");
}

/// A plan before that cannot be read is said to be so, and nothing more.
#[test]
fn a_broken_plan_before_is_told() {
    let desk = Session::new("zh");
    assert_eq!(desk.runs(&format!("{NEXT} --carry-values whole")).status, 0);
    fs::write(desk.place.path().join("plans/2020h2/progress/2020.yaml"), "- { date: 2020-11-31, task: 11-01 }\n")
        .unwrap();
    let shown = desk.runs("show 11-01 --as-of 2021-01-15");
    assert_eq!(shown.status, 0, "{shown}");
    assert!(shown.stderr.contains("small-2020h2"), "{shown}");
}

#[test]
fn what_cannot_be_carried_is_refused() {
    for lang in ["zh", "en"] {
        let mut desk = Session::new(lang);
        for line in [
            "init plans/2021h1 --carry plans/nowhere",
            "init small-2020h2 --carry plans/2020h2 --carry-values whole",
            "init plans/2020h2 --carry plans/2020h2 --carry-values whole",
            "init plans/2021h1 --carry plans/2020h2 --carry-values some",
            "init plans/2021h1 --carry plans/2020h2 --from 原文.txt",
            "init plans/2021h1 --carry-values whole",
            "init plans/2021h1 --carry plans/2020h2 --as-of 年底前后",
        ] {
            desk.does(line, 2);
        }
        assert!(!desk.place.path().join("plans/2021h1").exists());
        desk.compare("carry-refused");
    }
}

/// Where no value is known, nothing need be said of values; what is not said of the plan is a stand-in.
#[test]
fn what_is_not_said_is_marked() {
    let desk = Session::new("zh");
    fs::write(desk.place.path().join("plans/2020h2/checklists/2-01.csv"), "编号,销项日期\n甲-1,\n").unwrap();
    let ran = desk.runs("init plans/2021h1 --carry plans/2020h2 --as-of 2020-10-31");
    assert_eq!(ran.status, 0, "{ran}");
    assert!(ran.stderr.contains("标题、印发日期、起止时间没有写明"), "{ran}");
    assert!(ran.stderr.contains("2020-10-31 之后还有 7 笔记录"), "{ran}");
    let head = fs::read_to_string(desk.place.path().join("plans/2021h1/plan.yaml")).unwrap();
    for line in [
        "title: 小镇2021年上半年工作安排 # 待填",
        "issued: 2020-10-31 # 待填",
        "period: { start: 2021-01-01, end: 2021-06-30 } # 待填",
        "after: 小府督〔2020〕3号",
    ] {
        assert!(head.contains(line), "{line}\n{head}");
    }
    // On that day nothing was finished or called off, and the deadline was not amended yet.
    let tasks = fs::read_to_string(desk.place.path().join("plans/2021h1/tasks/1.yaml")).unwrap();
    assert_eq!(ids(&tasks), ["11-01", "11-02", "12-01", "12-02"]);
    assert!(tasks.contains("deadline: 2020-11-30\n  deadline_says: 11月份"), "{tasks}");
    assert!(tasks.contains("depends: [11-01, 11-02, 12-02]"), "{tasks}");
}

/// What was assumed of a plan stays so in one that names no document, and what a person typed into it then is none.
#[test]
fn nothing_assumed_becomes_stated() {
    let desk = Session::new("zh");
    assert_eq!(desk.runs(&format!("{NEXT} --carry-values whole")).status, 0);
    let added = "add --theme 11 --title 新任务 --lead 社建办 --deadline 2021-03-31 --plan plans/2021h1";
    assert_eq!(desk.runs(added).status, 0);
    let status = desk.runs("status --as-of 2021-01-15 --format json").json();
    let found: BTreeMap<String, (String, String)> = status["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|task| {
            let basis = task["deadline_basis"].as_str().unwrap().to_owned();
            (task["id"].as_str().unwrap().to_owned(), (task["assumed"].to_string(), basis))
        })
        .collect();
    let of = |id: &str| found[id].clone();
    let pair = |assumed: &str, basis: &str| (assumed.to_owned(), basis.to_owned());
    assert_eq!(of("11-01"), pair(r#"["lead"]"#, "period"));
    assert_eq!(of("12-01"), pair(r#"["lead","support","checkpoints","depends"]"#, "confirmed"));
    assert_eq!(of("2-02"), pair("[]", "none"));
    assert_eq!(of("11-02"), pair("[]", "stated"));
    let sources: Vec<&serde_json::Value> =
        status["tasks"].as_array().unwrap().iter().map(|task| &task["carried_from"]["plan"]).collect();
    assert_eq!(sources.iter().filter(|plan| plan.as_str() == Some("small-2020h2")).count(), 4);
    assert_eq!(sources.iter().filter(|plan| plan.is_null()).count(), 1);
}

/// A year's numbers go on where the plan before has left off, also when that is the same year.
#[test]
fn no_number_of_a_notice_is_given_twice() {
    let desk = Session::new("zh");
    let ran = desk.runs(
        "init plans/2020q4 --carry plans/2020h2 --as-of 2020-12-31 --title 小镇补充安排 --issued 2020-12-31 --start 2020-12-31 --end 2021-01-31 --carry-values whole",
    );
    assert_eq!(ran.status, 0, "{ran}");
    let ran = desk.runs("notice 11-01 --level urge --as-of 2020-12-31 --plan plans/2020q4 --out n.docx");
    assert_eq!(ran.status, 0, "{ran}");
    let notices = fs::read_to_string(desk.place.path().join("plans/2020q4/notices/2020.yaml")).unwrap();
    let numbers: Vec<&str> = notices.lines().filter_map(|line| line.strip_prefix("- number: ")).collect();
    assert_eq!(numbers, ["小府督〔2020〕1号", "小府督〔2020〕4号"]);
}

fn ids(tasks: &str) -> Vec<&str> {
    tasks.lines().filter_map(|line| line.strip_prefix("- id: ")).collect()
}

/// What may happen to a task, the last word of which ends it where the plan wants no review, and where it does.
const FATES: [(&str, bool, bool); 8] = [
    ("", false, false),
    ("note: 推进", false, false),
    ("state: blocked", false, false),
    ("state: done", true, false),
    ("state: done }\n- { date: 2020-09-02, task: ID, state: closed", true, true),
    ("state: closed }\n- { date: 2020-09-02, task: ID, state: reopened", false, false),
    ("state: cancelled", true, true),
    ("amendment: { field: state, to: cancelled, reason: 停办, approved_by: 镇长 }", true, true),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Every unfinished task that was not called off stands exactly once in the next plan, in its order, and no other.
    #[test]
    fn every_unfinished_task_stands_once_in_the_next_plan(
        fates in prop::collection::vec((0..FATES.len(), any::<bool>()), 1..12),
        is_reviewed in any::<bool>(),
        in_brackets in any::<bool>(),
    ) {
        let closing = if is_reviewed { "reviewed" } else { "direct" };
        let head = format!("format: workplan/1\nid: old\ntitle: t\nissuer: i\nissued: 2020-07-01\nperiod: {{ start: 2020-07-01, end: 2020-12-31 }}\nclosing: {closing}\nsections: [{{ id: '1', title: 甲 }}, {{ id: '2', title: 乙 }}]\n");
        let (mut files, mut journal, mut open) = (["", ""].map(String::from), String::new(), Vec::new());
        for (nth, (fate, in_second)) in fates.iter().enumerate() {
            let (id, section) = (format!("{}-{:02}", 1 + usize::from(*in_second), nth + 1), usize::from(*in_second));
            files[section] += &match in_brackets {
                true => format!("- {{ id: {id}, title: 任务{nth}, kind: milestone }} # {nth}\n"),
                false => format!("# 注{nth}\n- id: {id}\n  title: 任务{nth}\n  kind: milestone   # 尾{nth}\n\n"),
            };
            let (said, ends, ends_reviewed) = FATES[*fate];
            if !said.is_empty() {
                journal += &format!("- {{ date: 2020-09-01, task: {id}, {} }}\n", said.replace("ID", &id));
            }
            if !(if is_reviewed { ends_reviewed } else { ends }) {
                open.push(id);
            }
        }
        open.sort_by_key(|id| id.split('-').next().unwrap_or("").to_owned());
        let place = folder(&[
            ("old/plan.yaml", &head), ("old/tasks/1.yaml", &files[0]), ("old/tasks/2.yaml", &files[1]),
            ("old/progress/2020.yaml", &journal),
        ]);
        let ran = workplan("init new --carry old --as-of 2020-12-31").within(place.path()).run();
        prop_assert_eq!(ran.status, 0, "{}", ran);
        let status = workplan("status --plan new --as-of 2021-01-15 --format json").within(place.path()).run().json();
        let found: Vec<String> = status["tasks"].as_array().unwrap().iter().map(|task| task["id"].as_str().unwrap().to_owned()).collect();
        prop_assert_eq!(&found, &open);
        prop_assert!(remarks_stay(place.path(), &open));
    }
}

/// The remark beside each task that goes on is there, and none of another's.
fn remarks_stay(place: &Path, open: &[String]) -> bool {
    let text: String = ["1", "2"]
        .iter()
        .map(|file| fs::read_to_string(place.join(format!("new/tasks/{file}.yaml"))).unwrap_or_default())
        .collect();
    let number = |id: &String| id.split('-').nth(1).and_then(|number| number.parse::<usize>().ok()).unwrap_or(0);
    open.iter().all(|id| {
        text.contains(&format!("尾{}\n", number(id) - 1)) || text.contains(&format!("# {}\n", number(id) - 1))
    })
}

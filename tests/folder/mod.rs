//! A small plan in a folder of its own, without fault, and ways to spoil it.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;
use workplan::check::{Diagnostic, run};
use workplan::plan::Language;
use workplan::store::{Opened, open};

pub(crate) const HEAD: &str = "plan.yaml";
pub(crate) const TASKS: &str = "tasks/2-乡村振兴.yaml";
pub(crate) const JOURNAL: &str = "progress/2020-11.yaml";
pub(crate) const CHECKLIST: &str = "checklists/点位.csv";
/// Beside the plan's folder, within the repository.
pub(crate) const SOURCE: &str = "../原文.txt";

const FILES: &[(&str, &str)] = &[
    (
        HEAD,
        "\
format: workplan/1
id: demo
title: 下半年工作安排
issuer: 金泽镇人民政府
issued: 2020-07-17
period: { start: 2020-07-01, end: 2020-12-31 }
source: ../原文.txt
closing: reviewed
coverage: full
units:
  - { name: 规划建设和生态环境办公室, short: 规建办 }
  - { name: 社区建设办公室, short: 社建办 }
places: [龚都村, 陈东村]
sections:
  - id: \"2\"
    title: 统筹谋划乡村振兴
    themes:
      - { id: \"22\", title: 有序推进美丽乡村建设 }
      - { id: \"23\", title: 不断筑牢生态环境优势 }
context:
  - 当前,形势总体平稳。
",
    ),
    (
        SOURCE,
        "\
下半年工作安排
2020.07.17
当前,形势总体平稳。
(一)统筹谋划乡村振兴
有序推进美丽乡村建设。迎接11月份市级创建评审。完成龚都村92户农(渔)民相对集中居住项目,继续推进农民建房试点工作。
不断筑牢生态环境优势。“一镇一清单”涉及1447个点位逐一销项。重点入湖河道水质提升至Ⅲ类。
",
    ),
    (
        TASKS,
        "\
- id: 22-01
  title: 迎接市级创建评审
  source: 迎接11月份市级创建评审
  kind: milestone
  lead: 社区建设办公室
  deadline: 2020-11-30
  deadline_says: 11月份
  checkpoints:
    - { id: 自评, title: 完成自评, due: 2020-10-31 }
    - { id: 评审, title: 通过评审, due: 2020-11-30 }
  assumed: [lead]

- id: 22-02
  title: 龚都村92户相对集中居住
  source: 完成龚都村92户农(渔)民相对集中居住项目
  kind: measured
  lead: 规划建设和生态环境办公室
  support: [社区建设办公室]
  places: [龚都村]
  metrics:
    - { name: 完成户数, unit: 户, baseline: 20, target: 92, says: 92户 }
  depends: [22-01]
  assumed: [lead, support]

- id: 22-03
  title: 继续推进农民建房试点
  source: 继续推进农民建房试点工作
  kind: continuous
  lead: 社区建设办公室
  start: 2020-08-01
  assumed: [lead, start]

- id: 23-01
  title: 1447个点位逐一销项
  source: “一镇一清单”涉及1447个点位逐一销项
  kind: measured
  lead: 规划建设和生态环境办公室
  metrics:
    - { name: 销项点位数, unit: 个, target: 1447, says: 1447个点位, checklist: checklists/点位.csv }
  assumed: [lead]

- id: 23-02
  title: 入湖河道水质提升
  source: 重点入湖河道水质提升至Ⅲ类
  kind: measured
  lead: 规划建设和生态环境办公室
  deadline: 2020-12-20
  metrics:
    - { name: 水质, unit: 类, grades: [Ⅴ, Ⅳ, Ⅲ], target: Ⅲ, says: Ⅲ类 }
  assumed: [lead]
",
    ),
    (
        JOURNAL,
        "\
- date: 2020-11-05
  task: 22-02
  values: { 完成户数: 61 }
  state: in_progress

- date: 2020-11-20
  task: 22-01
  state: done
  checkpoints: [自评]
  evidence: [evidence/自评.pdf]

- date: 2020-11-23
  task: 23-02
  values: { 水质: Ⅳ }
  amendment: { field: deadline, from: 2020-12-31, to: 2020-12-20, reason: 提前验收, approved_by: 镇长办公会 }

- date: 2020-11-24
  task: 22-01
  state: closed

- date: 2020-11-25
  task: 22-02
  values: { 完成户数: 70 }
",
    ),
    (CHECKLIST, "编号,销号日期\n金泽-001,2020-08-05\n金泽-002,2020-08-06\n金泽-003,\n"),
    ("evidence/自评.pdf", "%PDF"),
];

/// A plan's folder, deleted when dropped.
pub(crate) struct Folder {
    dir: TempDir,
}

impl Folder {
    /// The plan without fault.
    pub(crate) fn new() -> Folder {
        let folder = Folder { dir: tempfile::tempdir().unwrap() };
        fs::create_dir_all(folder.dir.path().join("repository/.git")).unwrap();
        for (path, text) in FILES {
            folder.write(path, text.as_bytes());
        }
        folder
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join("repository/plan").join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        // The folder is made first: `..` leads nowhere from one that is not there.
        fs::create_dir_all(self.path("")).unwrap();
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), bytes).unwrap();
    }

    /// Puts other words in the place of the first that stand there.
    pub(crate) fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} has no {old:?}");
        self.write(path, text.replacen(old, new, 1).as_bytes());
    }

    pub(crate) fn append(&self, path: &str, more: &str) {
        let text = if self.path(path).exists() { self.read(path) } else { String::new() };
        self.write(path, (text + more).as_bytes());
    }

    pub(crate) fn open(&self) -> Opened {
        open(&self.path(""))
    }

    pub(crate) fn check(&self, lang: Language) -> (Opened, Vec<Diagnostic>) {
        let opened = self.open();
        let found = run(&opened, lang);
        (opened, found)
    }

    /// The codes found, and where.
    pub(crate) fn found(&self) -> Vec<(&'static str, String)> {
        let (_, found) = self.check(Language::English);
        found.into_iter().map(|one| (one.code, one.file)).collect()
    }
}

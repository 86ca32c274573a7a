//! The commands that write: what they say, and what then stands in the files.

mod add;
mod amend;
mod batch;
mod checklist;
mod close;
mod confirm;
mod corrected;
mod declared;
#[cfg(unix)]
mod form;
#[cfg(feature = "xlsx")]
mod import;
#[cfg(feature = "xlsx")]
mod import_files;
#[cfg(feature = "xlsx")]
mod import_round;
#[cfg(feature = "xlsx")]
mod import_xls;
#[cfg(feature = "xlsx")]
mod ledgers;
#[cfg(feature = "xlsx")]
mod ledgers_meant;
#[cfg(feature = "xlsx")]
mod ledgers_settled;
mod moving;
mod notice;
mod notice_loop;
mod own;
mod record;
mod rules;
mod set;
mod undo;
mod withdraw;

use std::fmt::Write as _;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::program::{Ran, folder, workplan};

/// A plan with a task of every kind, with remarks in its files that must stay.
const FILES: &[(&str, &str)] = &[
    (
        "plan.yaml",
        "\
format: workplan/1
id: small
title: 小镇2020年下半年工作安排
issuer: 小镇人民政府
issued: 2020-07-01
period: { start: 2020-07-01, end: 2020-12-31 }
units: [{ name: 规划建设和生态环境办公室, short: 规建办 }, { name: 社区建设办公室, short: 社建办 }, { name: 党政办公室 }, { name: 党群工作办公室 }]
sections:
  - { id: '1', title: 乡村振兴, themes: [{ id: '11', title: 农业 }, { id: '12', title: 乡村 }] }
  - { id: '2', title: 城镇管理 }
places: [龚都村, 陈东村]
",
    ),
    (
        "tasks/1-乡村振兴.yaml",
        "\
# 板块一

- id: 11-01
  title: 完成92户集中居住      # 原文第12行
  source: 完成92户集中居住项目
  kind: measured
  lead: 规划建设和生态环境办公室
  support: [社区建设办公室]    # 推定
  places: [龚都村]
  metrics:
    - { name: 集中居住户数, unit: 户, target: 92, says: 92户 }
  assumed: [lead, support]

# 专题二
- id: 12-03
  title: \"迎接市级评审\"
  source: 迎接11月份市级评审
  kind: milestone
  lead: 规划建设和生态环境办公室
  deadline: 2020-11-30
  deadline_says: 11月份
  checkpoints:
    - { id: 自评, title: 完成自评, due: 2020-10-31 }
    - { id: 初评, title: 通过初评, due: 2020-11-15 }
  assumed: [lead]
",
    ),
    (
        "tasks/2-城镇管理.yaml",
        "\
- {id: 2-01, title: 点位销项与水质, kind: measured, lead: 社区建设办公室, assumed: [lead, metrics.点位, metrics.水质], metrics: [{name: 点位, unit: 个, target: 3, checklist: checklists/2-01.csv}, {name: 水质, target: Ⅲ, grades: [Ⅴ, Ⅳ, Ⅲ, Ⅱ]}]}
- {id: 2-02, title: 持续做好宣传, kind: continuous, lead: 社区建设办公室, assumed: [lead]}
",
    ),
    ("checklists/2-01.csv", "编号,村居,销项日期\r\n甲-1,龚都村,\r\n甲-2,\"陈东村,北\",\r\n甲-3,陈东村,2020-11-02\r\n"),
    ("progress/2020-10.yaml", "# 十月\n- date: 2020-10-20\n  task: 11-01\n  values: { 集中居住户数: 61 }\n"),
    ("evidence/11-01.pdf", "%PDF"),
];

/// A plan of one's own, and everything that was done with it so far.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
    lang: &'static str,
    transcript: String,
}

impl Desk {
    fn new(lang: &'static str) -> Desk {
        Desk { folder: folder(FILES), lang, transcript: String::new() }
    }

    /// Runs a command at the desk. Days are given, so that every run is alike.
    fn does(&mut self, line: &str) -> Ran {
        let ran = workplan(&format!("{line} --lang {}", self.lang)).within(self.folder.path()).run();
        let _ = writeln!(self.transcript, "{ran}");
        ran
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    fn holds(&self, file: &str) -> String {
        std::fs::read_to_string(self.path(file)).unwrap_or_default()
    }

    fn puts(&self, file: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.path(file), text).unwrap();
    }

    /// Shows a file in the transcript.
    fn shows(&mut self, file: &str) {
        let text = self.holds(file);
        let _ = writeln!(self.transcript, "── {file} ──\n{text}");
    }

    /// Compares everything with a snapshot, after a last look at the whole.
    fn compare(mut self, name: &str) {
        let checked = self.does("check");
        assert_eq!(checked.status, 0, "{checked}");
        let name = format!("{name}.{}", self.lang);
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "../snapshots" }, {
            insta::assert_snapshot!(name, self.transcript);
        });
    }
}

/// Plays a session at a desk in each language, and compares it with its snapshots.
fn sessions(name: &str, play: fn(&mut Desk)) {
    for lang in ["zh", "en"] {
        let mut desk = Desk::new(lang);
        play(&mut desk);
        desk.compare(name);
    }
}

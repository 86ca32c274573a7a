//! A plan folder in a few lines, and what a day makes of it.

use std::fs;
use std::path::Path;

use workplan::assess::{Assessment, Share, Standing, assess};
use workplan::plan::Date;
use workplan::store::{Opened, open};

/// A plan folder that is being written. Sections 1 and 2, each with themes, are there already.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folder {
    head: Vec<String>,
    files: Vec<(String, String)>,
    tasks: String,
    entries: String,
}

/// The lines of `plan.yaml` that a test does not speak of.
const HEAD: &str = "\
format: workplan/1
id: test
title: 测试计划
issuer: 金泽镇人民政府
issued: 2020-07-01
sections:
  - { id: '1', title: 第一板块, themes: [{ id: '11', title: 专题一 }, { id: '12', title: 专题二 }] }
  - { id: '2', title: 第二板块 }
";
const PERIOD: &str = "period: { start: 2020-07-01, end: 2020-12-31 }";

impl Folder {
    pub(crate) fn new() -> Folder {
        Folder::default()
    }

    /// Another line of `plan.yaml`.
    pub(crate) fn head(mut self, line: &str) -> Folder {
        self.head.push(line.to_owned());
        self
    }

    /// Another task: the inside of a YAML flow map.
    pub(crate) fn task(mut self, task: &str) -> Folder {
        self.tasks += &item(task);
        self
    }

    /// Another entry of the journal: the inside of a YAML flow map.
    pub(crate) fn entry(mut self, entry: &str) -> Folder {
        self.entries += &item(entry);
        self
    }

    /// Any other file.
    pub(crate) fn file(mut self, path: &str, text: impl Into<String>) -> Folder {
        self.files.push((path.to_owned(), text.into()));
        self
    }

    /// Writes the folder and reads it; nothing in it may be wrong.
    pub(crate) fn open(&self) -> Opened {
        let folder = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        let says_period = self.head.iter().any(|line| line.starts_with("period:"));
        let period = if says_period { "" } else { PERIOD };
        let says_source = self.head.iter().any(|line| line.starts_with("source:"));
        let source = if says_source { "" } else { "\nsource: 原文.txt" };
        write("plan.yaml", &format!("{HEAD}{period}{source}\n{}\n", self.head.join("\n")));
        write("原文.txt", "完成各项工作。\n");
        write("tasks/1.yaml", &self.tasks);
        write("progress/1.yaml", &self.entries);
        self.files.iter().for_each(|(path, text)| write(path, text));
        read(folder.path())
    }
}

fn item(inside: &str) -> String {
    format!("- {{ {inside} }}\n")
}

/// Reads a plan folder in which nothing may be wrong.
pub(crate) fn read(folder: &Path) -> Opened {
    let opened = open(folder);
    assert!(opened.faults.is_empty(), "{:#?}", opened.faults);
    opened
}

/// A plan's standing at a day.
pub(crate) fn at<'o>(opened: &'o Opened, day: &str) -> Assessment<'o> {
    assess(opened.plan.as_ref().unwrap(), &opened.journal, &opened.calendar, date(day))
}

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// The standing of one task.
pub(crate) fn task<'s, 'a>(assessment: &'s Assessment<'a>, id: &str) -> &'s Standing<'a> {
    let found = assessment.standings.iter().find(|standing| standing.task.id.as_str() == id);
    found.unwrap_or_else(|| panic!("no task {id}"))
}

/// The name that the machine-readable output gives a verdict.
pub(crate) fn name(verdict: impl serde::Serialize) -> String {
    match serde_json::to_value(verdict).unwrap() {
        serde_json::Value::String(name) => name,
        serde_json::Value::Null => "-".to_owned(),
        other => panic!("{other} is no name"),
    }
}

/// A task's alerts, each as `code severity escalation`.
pub(crate) fn alerts(standing: &Standing<'_>) -> Vec<String> {
    let line =
        |alert: &workplan::assess::Alert| [name(alert.code), name(alert.severity), name(alert.escalation)].join(" ");
    standing.alerts.iter().map(line).collect()
}

/// Severity and escalation of the only alert of that code; empty when there is none.
pub(crate) fn alert(standing: &Standing<'_>, code: &str) -> String {
    let of_code: Vec<String> = alerts(standing)
        .iter()
        .filter_map(|alert| alert.strip_prefix(code)?.strip_prefix(' '))
        .map(str::to_owned)
        .collect();
    assert!(of_code.len() <= 1, "{of_code:?}");
    of_code.concat()
}

/// A share with six digits, or `-` for the unknown.
pub(crate) fn share(share: Option<workplan::assess::Share>) -> String {
    share.map_or_else(|| "-".to_owned(), |share| share.rounded(6).to_string())
}

/// Calendar and working days to the task's deadline.
pub(crate) fn days_left(standing: &Standing<'_>) -> (i64, i64) {
    let deadline = standing.deadline.unwrap();
    (deadline.days_left, deadline.working_days_left)
}

/// What the passed time calls for.
pub(crate) fn expected_of(standing: &Standing<'_>) -> Option<Share> {
    standing.deadline.map(|deadline| deadline.expected)
}

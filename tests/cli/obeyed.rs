//! Characters that a terminal obeys, wherever a plan holds them: nothing that the program prints has them.

use std::fs;
use std::path::Path;

use crate::program::{folder, workplan};

/// Escape, NUL, a bell of the upper control characters, and one that turns the direction of writing, as YAML escapes them.
const OBEYED: &str = "\\e[31m\\0\\x9B\\u202E";

fn plan() -> tempfile::TempDir {
    let head = "\
format: workplan/1
id: small
title: \"计划@\"
issuer: \"政府@\"
issued: 2020-07-01
disclosure: 主动公开
period: { start: 2020-07-01, end: 2020-12-31 }
units: [{ name: \"规建办@\" }]
notices: { series: 督 }
sections: [{ id: '1', title: \"板块@\" }]
";
    let tasks = "\
- id: 1-01
  title: \"集中居住@\"
  kind: measured
  lead: \"规建办@\"
  deadline: 2020-11-20
  note: \"备注@\"
  tags: [\"标签@\"]
  metrics: [{ name: \"户数@\", unit: \"户@\", target: 92 }, { name: k, target: 3 }]
  checkpoints: [{ id: \"封顶@\", title: \"封顶@\", due: 2020-11-10 }]
  assumed: [lead, deadline, \"metrics.户数@\", metrics.k]
- { id: 1-02, title: x, kind: milestone, lead: \"规建办@\", places: [\"村@\", ~], assumed: [lead] }
";
    let journal = "\
- date: 2020-11-02
  task: 1-01
  by: \"王@\"
  values: { \"户数@\": 61 }
  note: \"进展@\"
  issue: \"问题@\"
  next: \"下一步@\"
  evidence: [\"材料@.pdf\"]
";
    let [head, tasks, journal] = [head, tasks, journal].map(|text| text.replace('@', OBEYED));
    folder(&[("plan.yaml", &head), ("tasks/1.yaml", &tasks), ("progress/2020-11.yaml", &journal)])
}

/// The same without the task that has faults.
fn sound_plan() -> tempfile::TempDir {
    let plan = plan();
    let tasks = plan.path().join("tasks/1.yaml");
    let text = fs::read_to_string(&tasks).unwrap();
    let sound = text.lines().filter(|line| !line.contains("1-02")).map(|line| format!("{line}\n"));
    fs::write(&tasks, sound.collect::<String>()).unwrap();
    plan
}

/// The first character that a terminal would obey; line breaks and tabs apart.
fn obeyed(bytes: &[u8]) -> Option<char> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    text.chars().find(|c| {
        c.is_control() && !matches!(c, '\n' | '\r' | '\t')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
    })
}

fn is_harmless(plan: &Path, line: &str) {
    for lang in ["zh", "en"] {
        let ran = workplan(&format!("{line} --lang {lang}")).within(plan).run();
        assert_eq!(obeyed(&ran.stdout), None, "{line}: {:?}", ran.text());
        assert_eq!(obeyed(ran.stderr.as_bytes()), None, "{line}: {:?}", ran.stderr);
    }
}

#[test]
fn a_plan_with_faults_is_told_of_without_what_is_obeyed() {
    let plan = plan();
    for format in ["table", "github", "json"] {
        is_harmless(plan.path(), &format!("check --format {format}"));
        let ran = workplan(&format!("check --format {format}")).within(plan.path()).run();
        assert_eq!(ran.status, 1, "{ran}");
    }
    is_harmless(plan.path(), "status");
    is_harmless(plan.path(), "record 1-02 --note x");
}

#[test]
fn nothing_that_is_printed_is_obeyed() {
    let plan = sound_plan();
    let check = workplan("check").within(plan.path()).run();
    assert_eq!(check.status, 0, "{check}");
    for line in [
        "record --template",
        "record --template yaml",
        "record --template jsonl",
        "record 1-01 --value k=2 --date 2020-11-03 --dry-run",
        "amend 1-01 deadline 2020-12-01 --reason 改期 --approved-by 会 --date 2020-11-03 --dry-run",
        "status",
        "status --format md",
        "status --format csv",
        "status --format json",
        "status --by lead",
        "alerts",
        "alerts --format csv",
        "alerts --format json",
        "alerts --notify-by lead",
        "show 1-01",
        "show 1-01 --format json",
        "week 2020-11-03",
        "week 2020-11-03 --format text",
        "week 2020-11-03 --format json",
        "history 1-01",
        "diff . .",
        "trace",
        "chart",
        "chart --format svg",
        "notice 1-01 --as-of 2020-11-25 --level urge",
        "export --format csv",
        "export --format md",
        "export --format json",
        "export --format ics",
        "export --format csv --public",
        "git textconv tasks/1.yaml",
        "git textconv progress/2020-11.yaml",
    ] {
        is_harmless(plan.path(), line);
    }
}

/// What was escaped says the same when it is read again.
#[test]
fn a_form_in_json_keeps_what_it_may_not_show() {
    let plan = sound_plan();
    let form = workplan("record --template jsonl").within(plan.path()).run();
    let line: serde_json::Value = serde_json::from_str(form.text().lines().next().unwrap()).unwrap();
    assert_eq!(line["title"], "集中居住\u{1b}[31m\0\u{9b}\u{202e}");
}

//! A plan in English is spoken of in English, and one in Chinese in Chinese, without `--lang`: every command, and what it says
//! when it refuses, asks, tries or fails.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{Ran, workplan};

/// The same plan twice; `{…|…}` parts its Chinese words from its English ones.
const FILES: &[(&str, &str)] = &[
    (
        "plan.yaml",
        "\
format: workplan/1
id: demo
title: {下半年工作安排|Work of the second half-year}
issuer: {某镇人民政府|Town council}
issued: 2020-07-17
period: { start: 2020-07-01, end: 2020-12-31 }
language: {zh-CN|en}
closing: reviewed
notices: { series: {某府督|TC}, reply_within: 3, office: {办公室|Office} }
units:
  - { name: {规划建设办公室|Planning}, short: {规建办|Plan} }
  - { name: {社区建设办公室|Community}, short: {社建办|Comm} }
places: [{龚都村|Gongdu}]
sections:
  - id: \"2\"
    title: {乡村振兴|Countryside}
    themes:
      - { id: \"22\", title: {美丽乡村|Villages} }
",
    ),
    (
        "tasks/2.yaml",
        "\
- id: 22-01
  title: {迎接市级创建评审|City review}
  kind: milestone
  lead: {社区建设办公室|Community}
  deadline: 2020-11-10
  checkpoints:
    - { id: {自评|self}, title: {完成自评|Self-review}, due: 2020-10-31 }
- id: 22-02
  title: {相对集中居住|Moved together}
  kind: measured
  lead: {规划建设办公室|Planning}
  support: [{社区建设办公室|Community}]
  places: [{龚都村|Gongdu}]
  metrics:
    - { name: {完成户数|households}, unit: {户|hh}, target: 92 }
- id: 22-03
  title: {农民建房试点|Trial of building}
  kind: measured
  lead: {规划建设办公室|Planning}
  metrics:
    - { name: {水质|water}, unit: {类|class}, grades: [V, IV, III], target: III }
    - { name: {销项点位数|items}, unit: {个|pcs}, target: 3, checklist: checklists/a.csv }
",
    ),
    (
        "progress/2020-11.yaml",
        "\
- date: 2020-11-05
  task: 22-02
  by: {规划建设办公室|Planning}
  values: { {完成户数|households}: 61 }
  issue: {三户未签约|three are not signed}
- date: 2020-11-12
  task: 22-01
  amendment: { field: deadline, from: 2020-11-01, to: 2020-11-10, reason: {改期|put off}, approved_by: {办公会|board} }
",
    ),
    ("checklists/a.csv", "{编号,销号日期|item,closed}\na-1,2020-08-05\na-2,\na-3,\n"),
];

/// Command lines, run one after another; those that fail among them.
const LINES: &[&str] = &[
    "status --as-of 2020-11-24",
    "status --as-of 2020-11-24 --tasks --by lead",
    "status --as-of 2021-03-01 --format md",
    "status --as-of 2020-11-31",
    "status --as-of sometime",
    "status --lead Nobody",
    "status --section 9",
    "status --by month",
    "status --columns id,titel",
    "status --light redd",
    "status --top many",
    "status --format docx",
    "status --format csv --as-of 2020-11-24",
    "status --rev HEAD",
    "status --rev-date soon",
    "status --as-of 2020-11-24 --out tasks/x.yaml",
    "status --as-of 2020-11-24 --out no/such/folder.txt",
    "statsu",
    "show 22-02 --as-of 2020-11-24",
    "show 9-99",
    "show",
    "alerts --as-of 2020-11-24",
    "alerts --as-of 2020-11-24 --format text",
    "alerts --as-of 2020-11-24 --notify-by lead",
    "alerts --as-of 2020-11-24 --fail-on info",
    "week --as-of 2020-11-24",
    "week --week 2020-W99",
    "week --as-of 2020-11-24 --format text",
    "history 22-02 --as-of 2020-11-24",
    "history 9-99",
    "history --git",
    "blame 22-02",
    "trace",
    "diff",
    "diff HEAD",
    "chart lights --as-of 2020-11-24 --format svg",
    "chart wall --as-of 2020-11-24 --format html",
    "chart wall --as-of 2020-11-24 --page 9",
    "record 22-02 --value 75 --date 2020-11-24 --dry-run",
    "record 22-02 --value 60 --date 2020-11-24",
    "record 22-02 --value many --date 2020-11-24",
    "record 22-02 --value 75 --date 2020-11-24 --by Plan",
    "record 22-02 --value 75 --date 2020-11-24 --by Plan",
    "record 22-03 --value water=II --date 2020-11-24",
    "record 22-03 --state finished",
    "record 22-03 --issue x --evidence ../../etc/x",
    "record 9-99 --value 3",
    "record",
    "record --template",
    "record --from no-such.csv",
    "record --from plan.yaml",
    "close 22-01 --by X --date 2020-11-24 --dry-run",
    "close 9-99 --by X",
    "close 22-01 --return --by X --reason r",
    "amend 22-02 deadline 2020-12-15 --reason r --approved-by b --date 2020-11-24 --dry-run",
    "amend 22-02 deadline soon --reason r --approved-by b",
    "amend 22-02 colour red --reason r --approved-by b",
    "amend 22-02 deadline 2020-12-15 --reason r --approved-by b --date 2020-11-24",
    "add --section 9 --title T",
    "add --theme 22 --title T --kind milestone --lead Plan --dry-run",
    "add --theme 22 --title T --kind nothing",
    "checklist 22-03 --as-of 2020-11-24",
    "checklist 22-03 close a-9 --date 2020-11-24",
    "checklist 22-03 close a-2 --date 2020-11-24 --dry-run",
    "checklist 22-02",
    "notice 22-01 --as-of 2020-11-24 --dry-run",
    "notice 22-01 --as-of 2020-11-24 --level shout",
    "notice 22-01 --as-of 2020-11-24 --format md",
    "notice --list",
    "notice",
    "export --format md --as-of 2020-11-24",
    "export --format ics --as-of 2020-11-24",
    "export --format json --public --as-of 2020-11-24",
    "export --format what",
    "import no-such.xlsx",
    "import plan.yaml",
    "import --as tasks checklists/a.csv",
    "site",
    "site --out tasks",
    "check",
    "check --staged",
    "init .",
    "git setup --dry-run",
    "git textconv no-such.yaml",
    "guide",
    "guide nothing",
    "schema journal",
    "completions cmd",
    "man report",
    "--color sometimes status",
];

fn plan(side: usize) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in FILES {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, of_side(text, side)).unwrap();
    }
    dir
}

/// `{甲|a}` as one of its sides; other brackets are YAML's own.
fn of_side(text: &str, side: usize) -> String {
    let mut rest = text;
    let mut said = String::new();
    while let Some(bar) = rest.find('|') {
        let open = rest[..bar].rfind('{').unwrap();
        let close = bar + rest[bar..].find('}').unwrap();
        said.push_str(&rest[..open]);
        said.push_str(if side == 0 { &rest[open + 1..bar] } else { &rest[bar + 1..close] });
        rest = &rest[close + 1..];
    }
    said + rest
}

/// Each line, and what is wrong with what it printed.
fn faults(side: usize, fault: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    let dir = plan(side);
    let mut found: Vec<String> = LINES.iter().filter_map(|line| in_folder(line, dir.path(), fault)).collect();
    let broken = dir.path().join("tasks/3.yaml");
    for spoilt in ["- id: 31-01\n  title: T\n  kind: done\n  lead: X\n  dedline: 2020-13-01\n", "- id: [\n", "id：x\n"]
    {
        fs::write(&broken, spoilt).unwrap();
        found.extend(
            ["check", "status", "record 22-02 --note x"].iter().filter_map(|line| in_folder(line, dir.path(), fault)),
        );
    }
    found
}

fn in_folder(line: &str, folder: &Path, fault: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let ran: Ran = workplan(line).within(folder).run();
    let said = format!("{}\n{}", String::from_utf8_lossy(&ran.stdout), ran.stderr);
    fault(&said).map(|fault| format!("workplan {line}: {fault}"))
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}')
}

#[test]
fn a_plan_in_english_is_spoken_of_in_english() {
    let fault = |said: &str| {
        // A slip of the keyboard is shown as it was typed.
        let ours = |line: &&str| !line.contains("id：x") && line.replace("`：`", "").contains(is_chinese);
        said.lines().find(ours).map(str::to_owned)
    };
    let found = faults(1, &fault);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_plan_in_chinese_is_spoken_of_in_chinese() {
    // Three English words in a row are a sentence's beginning; commands that are quoted have dashes, dots or paths in them.
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase());
    let fault = |said: &str| {
        let sentence = |line: &&str| {
            let words: Vec<&str> = line.split(' ').collect();
            words.windows(3).any(|three| three.iter().all(is_word))
        };
        said.lines().find(sentence).map(str::to_owned)
    };
    let found = faults(0, &fault);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

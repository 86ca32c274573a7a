//! `workplan notice`.

use super::{Desk, FILES, sessions};
use crate::program::{Ran, folder, workplan};

const RULES: &str = "notices: { series: 镇府督, reply_within: 3, office: 党政办公室 }\n";

pub(super) fn numbered(desk: &Desk) {
    let head = desk.holds("plan.yaml");
    desk.puts("plan.yaml", head.replace("sections:", &format!("{RULES}sections:")));
}

#[test]
fn a_notice_is_numbered_printed_again_answered_and_listed() {
    sessions("notice", |desk| {
        assert_eq!(desk.does("notice 12-03 --as-of 2020-12-01").status, 2, "no series");
        numbered(desk);
        desk.does("notice 12-03 --as-of 2020-12-01 --dry-run");
        assert_eq!(desk.holds("notices/2020.yaml"), "", "a trial takes no number");
        let issued = desk.does("notice 12-03 --as-of 2020-12-01");
        assert_eq!(issued.status, 0);
        desk.does("notice 11-01 12-03 --as-of 2020-12-02 --level 督办 --signed-by 张三 --format md");
        desk.does("record 12-03 --date 2020-12-03 --by 规建办 --note 已完成自评 --reply-to 镇府督[2020]1号");
        let again = desk.does("notice --number 镇府督（2020）第１号");
        assert_eq!(again.text(), issued.text(), "what came later changes nothing in it");
        desk.does("notice --list --as-of 2020-12-09");
        desk.does("notice --list --open --as-of 2020-12-09 --format text");
        desk.does("notice --list --as-of 2020-12-01 --format md");
        desk.does("show 12-03 --as-of 2020-12-09");
        desk.shows("notices/2020.yaml");
        desk.shows("progress/2020-12.yaml");
    });
}

#[test]
fn what_makes_no_notice_is_said() {
    sessions("notice-refused", |desk| {
        numbered(desk);
        for line in [
            "notice",
            "notice 11-01 --lead 规建办",
            "notice 11-01 2-01 --level urge --as-of 2020-11-24",
            "notice 2-02 --as-of 2020-07-02",
            "notice --lead 党群办 --as-of 2020-11-24",
            "notice --lead 规建办 --level circulate --as-of 2020-11-24",
            "notice 99-01 --as-of 2020-11-24",
            "notice 12-03 --as-of 2020-12-01 --format json",
            "notice 12-03 --as-of 2020-12-01 --reply-by 2020-11-30",
            "notice --number 镇府督〔2020〕7号",
            "notice --list --format docx",
            "notice --list --public",
            "notice --all --out-dir 督办 --as-of 2020-07-02",
            "notice 11-01 --public --level urge",
            "notice 11-01 --public",
            "record 12-03 --date 2020-12-03 --note 甲 --reply-to 镇府督〔2020〕7号",
        ] {
            assert_eq!(desk.does(line).status, 2, "{line}");
        }
        assert_eq!(desk.holds("notices/2020.yaml"), "");
    });
}

/// A desk with a series, in Chinese, whose runs are told to nobody.
pub(super) fn quiet(more: &[(&str, &str)]) -> tempfile::TempDir {
    let head = FILES[0].1.replace("sections:", &format!("{RULES}sections:"));
    let mut files: Vec<(&str, &str)> = vec![("plan.yaml", &head)];
    files.extend(&FILES[1..]);
    for (path, text) in more {
        files.retain(|(known, _)| known != path);
        files.push((path, text));
    }
    folder(&files)
}

pub(super) fn runs(at: &tempfile::TempDir, line: &str) -> Ran {
    workplan(line).within(at.path()).run()
}

#[test]
fn the_level_is_the_loudest_and_the_tasks_are_those_that_reach_it() {
    let tasks = "\
- { id: 11-01, title: 甲, kind: milestone, lead: 规划建设和生态环境办公室, deadline: 2020-11-30, assumed: [lead, deadline] }
- { id: 11-02, title: 乙, kind: milestone, lead: 规划建设和生态环境办公室, deadline: 2020-11-10, assumed: [lead, deadline] }
- { id: 11-03, title: 丙, kind: milestone, lead: 社区建设办公室, deadline: 2020-12-31, assumed: [lead, deadline] }
";
    let others =
        [("tasks/2-城镇管理.yaml", ""), ("progress/2020-10.yaml", ""), ("checklists/2-01.csv", "编号,销项日期\n")];
    // The day; what is asked for; the level and the tasks of the notice.
    for (day, line, level, chosen) in [
        // 11-02 is overdue from 11 November on, by 6 working days on the 18th, by 16 on 2 December.
        ("2020-11-10", "--lead 规建办", "remind", "11-02"),
        ("2020-11-11", "--lead 规建办", "urge", "11-02"),
        ("2020-11-17", "--lead 规建办", "urge", "11-02"),
        ("2020-11-18", "--lead 规建办", "supervise", "11-02"),
        ("2020-12-01", "--lead 规建办", "supervise", "11-02"),
        ("2020-12-02", "--lead 规建办", "circulate", "11-02"),
        ("2020-11-18", "--lead 规建办 --level urge", "urge", "11-02"),
        ("2020-11-18", "--lead 规建办 --level remind", "remind", "11-02, 11-01"),
        ("2020-11-18", "11-01", "remind", "11-01"),
        ("2020-11-18", "11-01 11-02 11-01", "supervise", "11-01, 11-02"),
        ("2020-11-18", "11-02 --level circulate", "circulate", "11-02"),
    ] {
        let mut files = vec![("tasks/1-乡村振兴.yaml", tasks)];
        files.extend(others);
        let at = quiet(&files);
        let ran = runs(&at, &format!("notice {line} --as-of {day}"));
        assert_eq!(ran.status, 0, "{day} {line}: {ran}");
        let kept = std::fs::read_to_string(at.path().join("notices/2020.yaml")).unwrap();
        assert!(kept.contains(&format!("level: {level}\n")), "{day} {line}: {kept}");
        assert!(kept.contains(&format!("tasks: [{chosen}]\n")), "{day} {line}: {kept}");
    }
}

#[test]
fn an_answer_is_due_so_many_working_days_later_and_late_from_the_next_day_on() {
    // The notice's day, how many working days, and the day of the answer: over a weekend, and over the holidays of
    // October with the Saturday that was worked.
    for (day, within, reply_by) in [
        ("2020-11-24", 3, "2020-11-27"),
        ("2020-11-27", 1, "2020-11-30"),
        ("2020-11-28", 1, "2020-11-30"),
        ("2020-11-24", 0, "2020-11-24"),
        ("2020-09-30", 2, "2020-10-10"),
        ("2020-12-31", 1, "2021-01-04"),
    ] {
        let head = FILES[0]
            .1
            .replace("sections:", &format!("notices: {{ series: 镇府督, reply_within: {within} }}\nsections:"));
        let at = quiet(&[("plan.yaml", &head)]);
        let ran = runs(&at, &format!("notice 12-03 --level urge --as-of {day}"));
        assert_eq!(ran.status, 0, "{ran}");
        let kept = std::fs::read_to_string(at.path().join("notices/2020.yaml")).unwrap();
        assert!(kept.contains(&format!("reply_by: {reply_by}\n")), "{day} {within}: {kept}");
    }
    let at = quiet(&[]);
    runs(&at, "notice 11-01 12-03 --level urge --as-of 2020-11-24");
    let status = |day: &str| {
        let list = runs(&at, &format!("notice --list --format json --as-of {day}")).json();
        let notice = &list["notices"][0];
        format!("{} {} {}", notice["status"], notice["replied_on"], notice["days_overdue"]).replace('"', "")
    };
    assert_eq!(status("2020-11-23"), "null null null", "it was not issued yet");
    assert_eq!(status("2020-11-27"), "open null null");
    assert_eq!(status("2020-11-28"), "overdue null 1");
    runs(&at, "record 11-01 --date 2020-11-26 --note 甲 --reply-to 镇府督〔2020〕1号");
    assert_eq!(status("2020-11-28"), "overdue null 1", "of one task nothing was answered");
    runs(&at, "record 12-03 --date 2020-11-30 --note 乙 --reply-to 镇府督〔2020〕1号");
    assert_eq!(status("2020-11-28"), "overdue null 1");
    assert_eq!(status("2020-11-30"), "closed 2020-11-30 null");
}

#[test]
fn numbers_run_on_by_year_and_series() {
    let kept = "- { number: 镇府督〔2020〕7号, date: 2020-11-01, level: urge, unit: 社区建设办公室, tasks: [2-01], reply_by: 2020-11-04 }\n- { number: 旧字号〔2020〕9号, date: 2020-11-01, level: urge, unit: 社区建设办公室, tasks: [2-01], reply_by: 2020-11-04 }\n";
    let at = quiet(&[("notices/2020.yaml", kept)]);
    assert_eq!(runs(&at, "notice 12-03 --level urge --as-of 2020-11-24").status, 0);
    assert_eq!(runs(&at, "notice 12-03 --level urge --as-of 2021-01-04").status, 0);
    let read = |year: &str| std::fs::read_to_string(at.path().join(format!("notices/{year}.yaml"))).unwrap();
    assert!(read("2020").starts_with(kept) && read("2020").contains("number: 镇府督〔2020〕8号\n"), "{}", read("2020"));
    assert!(read("2021").contains("number: 镇府督〔2021〕1号\n"));
    assert_eq!(runs(&at, "check").status, 0);
}

#[test]
fn a_notice_to_each_unit_is_a_file_under_its_number() {
    let at = quiet(&[]);
    let ran = runs(&at, "notice --all --as-of 2020-12-10 --format md --out-dir 督办");
    assert_eq!(ran.status, 0, "{ran}");
    assert_eq!(ran.text(), "督办/镇府督〔2020〕1号.md\n督办/镇府督〔2020〕2号.md\n");
    let read =
        |number: u8| std::fs::read_to_string(at.path().join(format!("督办/镇府督〔2020〕{number}号.md"))).unwrap();
    assert!(read(1).contains("规划建设和生态环境办公室") && read(2).contains("社区建设办公室"));
}

#[test]
fn faults_of_the_list_of_notices_are_found_with_their_lines() {
    let notices = "\
- number: 镇府督[2020]1号
  date: 2020-11-24
  level: urge
  unit: 规建办
  tasks: [11-01, 99-01]
  reply_by: 2020-11-20
- number: 镇府督〔2020〕2号
  date: 2021-01-04
  level: 催办
  unit: 规建办
  tasks: [11-01, 99-01]
  reply_by: 2020-11-20
- number: 镇府督〔2020〕2号
  date: 2020-11-25
  level: urge
  unit: 规划建设和生态环境办公室
  tasks: [11-01]
  reply_by: 2020-11-28
- number: 镇府督〔2020〕2号
  date: 2020-11-26
  level: urge
  unit: 社建办
  tasks: [11-01, 99-01]
  reply_by: 2020-11-20
  from: 甲
";
    let journal = "- { date: 2020-11-20, task: 11-01, note: 甲, reply_to: 镇府督〔2020〕2号 }\n- { date: 2020-11-27, task: 12-03, note: 甲, reply_to: 镇府督〔2020〕2号 }\n- { date: 2020-11-27, task: 12-03, note: 甲, reply_to: 镇府督〔2020〕3号 }\n";
    let clean = notices
        .replace("镇府督[2020]1号", "镇府督〔2020〕1号")
        .replace("level: 催办", "level: urge")
        .replace("  from: 甲\n", "");
    for lang in ["zh", "en"] {
        let at = quiet(&[("notices/2020.yaml", notices), ("progress/2020-11.yaml", journal)]);
        let shape = runs(&at, &format!("check --lang {lang}"));
        let at = quiet(&[("notices/2020.yaml", &clean), ("progress/2020-11.yaml", journal)]);
        let sense = runs(&at, &format!("check --lang {lang}"));
        let name = format!("notice-check.{lang}");
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "../snapshots" }, {
            insta::assert_snapshot!(name, format!("{shape}\n{sense}"));
        });
    }
}

/// A part of a Word document, which keeps its parts as they are.
#[cfg(feature = "docx")]
fn part(docx: &[u8], wanted: &str) -> String {
    let number = |at: usize, bytes: usize| {
        docx[at..at + bytes].iter().rev().fold(0, |number, byte| number * 256 + usize::from(*byte))
    };
    let mut at = 0;
    while docx[at..].starts_with(b"PK\x03\x04") {
        assert_eq!(number(at + 8, 2), 0, "stored");
        let (size, name, extra) = (number(at + 18, 4), number(at + 26, 2), number(at + 28, 2));
        let start = at + 30 + name + extra;
        if &docx[at + 30..at + 30 + name] == wanted.as_bytes() {
            return String::from_utf8(docx[start..start + size].to_vec()).unwrap();
        }
        at = start + size;
    }
    panic!("no part {wanted}");
}

/// One paragraph or cell a line, so that a reader sees the order, the styles and the text.
#[cfg(feature = "docx")]
fn lines(xml: &str) -> String {
    ["<w:p>", "<w:tbl>", "<w:sectPr", "<w:style ", "<w:font "]
        .iter()
        .fold(xml.to_owned(), |xml, start| xml.replace(start, &format!("\n{start}")))
}

#[cfg(feature = "docx")]
#[test]
fn the_word_document_holds_what_the_text_says_and_is_always_the_same() {
    let at = quiet(&[]);
    let first = runs(&at, "notice 11-01 12-03 --level supervise --as-of 2020-11-24 --format docx");
    assert_eq!(first.status, 0);
    let again = runs(&at, "notice --number 镇府督〔2020〕1号 --format docx");
    assert_eq!(first.stdout, again.stdout, "same notice, same bytes");
    let week = runs(&at, "week --week 2020-W43 --as-of 2020-10-25 --format docx");
    let shown = |docx: &[u8], name: &str| format!("── {name} ──\n{}\n", lines(&part(docx, name)));
    let notice = ["word/document.xml", "word/styles.xml", "word/fontTable.xml", "docProps/core.xml"]
        .map(|name| shown(&first.stdout, name));
    let week = ["word/document.xml", "docProps/core.xml"].map(|name| shown(&week.stdout, name));
    for (name, text) in [("notice-docx", notice.concat()), ("week-docx", week.concat())] {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "../snapshots" }, {
            insta::assert_snapshot!(name, text);
        });
    }
}

/// Every field that no edition for the public may show holds a secret.
const SECRET: &[(&str, &str)] = &[
    (
        "plan.yaml",
        "\
format: workplan/1
id: open
title: 公开计划
issuer: 小镇人民政府
disclosure: 主动公开
issued: 2020-07-01
period: { start: 2020-07-01, end: 2020-12-31 }
notices: { series: 秘密01, office: 秘密02 }
units: [{ name: 秘密02, short: 秘密03, note: 秘密04 }, { name: 秘密05 }]
sections: [{ id: '1', title: 公开板块 }]
context: [秘密06]
assumptions: 秘密07
lights: { red: { word: 秘密08 } }
",
    ),
    (
        "tasks/1.yaml",
        "\
- id: 1-01
  title: 公开任务
  source: 公开原文
  kind: measured
  lead: 秘密02
  support: [秘密05]
  person: 秘密09
  leader: 秘密10
  metrics: [{ name: 公开指标, unit: 户, target: 92, says: 公开原文 }]
  deadline: 2020-11-27
  deadline_says: 公开原文
  checkpoints: [{ id: 秘密11, title: 秘密12, due: 2020-11-20 }]
  tags: [秘密13]
  note: 秘密14
  assumed: [lead, support]
",
    ),
    (
        "progress/2020-11.yaml",
        "\
- date: 2020-11-23
  task: 1-01
  by: 秘密15
  values: { 公开指标: 61.357 }
  state: blocked
  note: 秘密16
  issue: 秘密17
  next: 秘密18
  evidence: [秘密19.pdf]
  reply_to: 秘密01〔2020〕1号
",
    ),
    (
        "notices/2020.yaml",
        "- { number: 秘密01〔2020〕1号, date: 2020-11-20, level: urge, unit: 秘密02, tasks: [1-01], reply_by: 2020-11-24, signed_by: 秘密20 }\n",
    ),
    ("秘密19.pdf", "%PDF"),
];

#[test]
fn an_edition_for_the_public_says_nothing_that_is_internal() {
    let at = folder(SECRET);
    let kept = std::fs::read_to_string(at.path().join("notices/2020.yaml")).unwrap();
    let mut formats = vec!["md", "text"];
    if cfg!(feature = "docx") {
        formats.push("docx");
    }
    for line in ["notice 1-01 --as-of 2020-11-24", "week --as-of 2020-11-24"] {
        for format in &formats {
            for lang in ["zh", "en"] {
                if line.starts_with("week") {
                    let inside = runs(&at, &format!("{line} --format {format} --lang {lang}"));
                    assert!(String::from_utf8_lossy(&inside.stdout).contains("秘密"), "the office's own shows them");
                }
                let ran = runs(&at, &format!("{line} --public --format {format} --lang {lang}"));
                assert_eq!(ran.status, 0, "{ran}");
                let bytes = String::from_utf8_lossy(&ran.stdout);
                assert!(bytes.contains("公开任务") && bytes.contains("公开计划"), "{line} {format}");
                for secret in ["秘密", "61.357", "blocked", "受阻", "红灯", "黄灯", "逾期", "催办"] {
                    assert!(!bytes.contains(secret), "{line} {format}: {secret}");
                }
            }
        }
    }
    assert_eq!(std::fs::read_to_string(at.path().join("notices/2020.yaml")).unwrap(), kept, "nothing is kept");
    assert_eq!(runs(&at, "week --as-of 2020-11-24 --public --format json").status, 2);
    let open = SECRET[0].1.replace("lights: { red: { word: 秘密08 } }", "publish_lights: true");
    std::fs::write(at.path().join("plan.yaml"), open).unwrap();
    for line in ["notice 1-01", "week"] {
        let ran = runs(&at, &format!("{line} --as-of 2020-11-24 --public --format text"));
        assert!(ran.text().contains("红灯"), "{ran}");
        assert!(!ran.text().contains("秘密"), "{ran}");
    }
}

#[test]
fn a_week_and_tasks_for_the_public_in_both_languages() {
    for lang in ["zh", "en"] {
        let lines = ["notice 22-07 31-14", "week"].map(|line| {
            let line = format!("{line} --public --plan plans/sample --as-of 2020-12-20 --lang {lang} --format text");
            workplan(&line).run().to_string()
        });
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "../snapshots" }, {
            insta::assert_snapshot!(format!("public-letters.{lang}"), lines.join("\n"));
        });
    }
}

/// What a title may bring: marks of XML and Markdown, signs that turn or obey, formulas.
const HOSTILE: &str = "=1+1</w:t></w:r><w:tbl>&amp;\u{202e}\u{2066}|*_`#\u{9b}31m甲";

#[test]
fn hostile_text_is_inert_in_every_format() {
    let title = serde_json::to_string(HOSTILE).unwrap().replace('\u{9b}', "\\u009b");
    let task = format!(
        "- {{ id: 11-01, title: {title}, source: {title}, person: {title}, note: {title}, kind: milestone, lead: 规划建设和生态环境办公室, deadline: 2020-11-30, assumed: [lead, deadline, person] }}\n"
    );
    let journal = format!("- {{ date: 2020-10-20, task: 11-01, note: {title}, issue: {title} }}\n");
    let others = [("tasks/2-城镇管理.yaml", ""), ("checklists/2-01.csv", "编号,销项日期\n")];
    let mut files = vec![("tasks/1-乡村振兴.yaml", task.as_str()), ("progress/2020-10.yaml", journal.as_str())];
    files.extend(others);
    let at = quiet(&files);
    for line in ["notice 11-01 --level urge --as-of 2020-11-24 --dry-run", "week --as-of 2020-12-01"] {
        let drawn = |format: &str| runs(&at, &format!("{line} --format {format}"));
        let texts = [drawn("text").text().to_owned(), drawn("md").text().to_owned()];
        assert!(texts[0].contains("\\u{202e}") && texts[1].contains("\\\\u{202e}") && texts[1].contains("&lt;w:tbl>"));
        #[cfg(not(feature = "docx"))]
        let parts: [String; 0] = [];
        #[cfg(feature = "docx")]
        let parts = {
            let docx = drawn("docx").stdout;
            let document = part(&docx, "word/document.xml");
            assert!(document.contains("=1+1&lt;/w:t&gt;&lt;/w:r&gt;&lt;w:tbl&gt;&amp;amp;"), "{line}");
            assert_eq!(document.matches("<w:document").count(), 1);
            [document, part(&docx, "docProps/core.xml")]
        };
        for text in texts.iter().chain(&parts) {
            for obeyed in ['\u{202e}', '\u{2066}', '\u{9b}', '\u{1b}'] {
                assert!(!text.contains(obeyed), "{line}: {obeyed:?}\n{text}");
            }
        }
    }
    assert_eq!(runs(&at, "check").status, 0);
}

#[test]
fn the_same_matter_gets_no_second_number_on_one_day() {
    let at = quiet(&[]);
    let line = "notice 11-01 --level urge --format text";
    let first = runs(&at, &format!("{line} --as-of 2020-11-24"));
    assert_eq!(first.status, 0, "{}", first.stderr);
    let again = runs(&at, &format!("{line} --as-of 2020-11-24 --lang zh"));
    assert_eq!(again.status, 2);
    assert!(again.stderr.contains("不再编号；再打印请用 workplan notice --number"), "{}", again.stderr);
    let louder = runs(&at, "notice 11-01 --level supervise --format text --as-of 2020-11-24");
    let later = runs(&at, &format!("{line} --as-of 2020-11-25"));
    assert_eq!((louder.status, later.status), (0, 0), "louder, or on another day, is another matter");
}

#[test]
fn the_list_fits_a_terminal_of_80_columns() {
    let at = quiet(&[]);
    runs(&at, "notice 11-01 --level urge --format text --as-of 2020-11-24");
    for lang in ["zh", "en"] {
        let line = format!("notice --list --as-of 2020-12-01 --lang {lang}");
        let ran = workplan(&line).within(at.path()).env("COLUMNS", "80").run();
        assert!(ran.text().contains("〔2020〕1号"), "{ran}");
        for line in ran.text().lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
        }
    }
}

#[test]
fn a_notice_that_was_sent_by_mistake_is_void_and_its_number_stays_used() {
    sessions("notice-void", |desk| {
        numbered(desk);
        desk.does("notice 2-01 --level urge --as-of 2020-11-24");
        desk.does("notice --void 镇府督〔2020〕1号 --reason 误发 --as-of 2020-11-23");
        desk.does("notice --void 镇府督[2020]1号 --reason 误发 --as-of 2020-11-25 --dry-run");
        assert_eq!(desk.does("notice --void 镇府督[2020]1号 --reason 误发 --as-of 2020-11-25").status, 0);
        assert_eq!(desk.does("notice --void 镇府督〔2020〕1号 --reason 误发").status, 2, "it is void already");
        assert_eq!(desk.does("notice --number 镇府督〔2020〕1号").status, 2);
        assert_eq!(desk.does("record 2-01 --reply-to 镇府督〔2020〕1号 --note 已办 --date 2020-11-26").status, 2);
        // The same matter may be written anew, under the next number.
        desk.does("notice 2-01 --level urge --as-of 2020-11-24");
        desk.does("notice --list --as-of 2020-12-31");
        desk.does("notice --list --open --as-of 2020-12-31 --format json");
        desk.shows("notices/2020.yaml");
        assert_eq!(desk.does("check").status, 0);
    });
}

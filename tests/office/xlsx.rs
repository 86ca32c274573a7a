//! Workbooks: `workplan export --format xlsx`.

use std::fmt::Write as _;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader as _, Xlsx};

use crate::program::{folder, top, workplan};
use crate::python::python;

const SAMPLE: &str = "export --plan plans/sample --as-of 2020-11-24";
const REAL: &str = "export --plan plans/jinze-2020h2 --as-of 2020-11-24";

/// A workbook in a folder of its own.
fn made(line: &str) -> (tempfile::TempDir, PathBuf) {
    let at = tempfile::tempdir().unwrap();
    let path = at.path().join("任务分解表.xlsx");
    std::fs::write(&path, bytes(line)).unwrap();
    (at, path)
}

fn bytes(line: &str) -> Vec<u8> {
    let ran = workplan(&format!("{line} --format xlsx")).run();
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran.stdout
}

/// Everything that a reader of workbooks finds in it: a line a row, each cell with its kind.
fn dump(bytes: Vec<u8>) -> String {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut out = String::new();
    for name in book.sheet_names() {
        writeln!(out, "── {name} ──").unwrap();
        for row in book.worksheet_range(&name).unwrap().rows() {
            let cells: Vec<String> = row.iter().map(shown).collect();
            writeln!(out, "{}", cells.join("|").trim_end_matches('|')).unwrap();
        }
    }
    out
}

/// A text as it is, a number after `#`, a day after `@`, a line break as `⏎`.
fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.replace('\n', "⏎"),
        Data::Float(number) => format!("#{number}"),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("@{year}-{month:02}-{day:02}")
        }
        other => panic!("{other:?}"),
    }
}

macro_rules! snapshot {
    ($name:expr, $text:expr) => {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $text)
        })
    };
}

#[test]
fn the_samples_workbook_in_both_languages() {
    for lang in ["zh", "en"] {
        snapshot!(format!("xlsx-sample.{lang}"), dump(bytes(&format!("{SAMPLE} --split-by lead --lang {lang}"))));
    }
}

#[test]
fn the_publics_workbook() {
    snapshot!("xlsx-public", dump(bytes(&format!("{REAL} --public --section 3"))));
    let head = format!("{HEAD}disclosure: 主动公开\npublish_lights: true\n");
    let plan = folder(&[("plan.yaml", &head), ("tasks/1.yaml", TASKS)]);
    let line = format!("export --as-of 2020-11-24 --public --plan {}", plan.path().display());
    snapshot!("xlsx-public-lights", dump(bytes(&line)));
}

#[test]
fn no_tasks_no_rows() {
    snapshot!("xlsx-nothing", dump(bytes(&format!("{SAMPLE} --light red --section 1 --kind continuous"))));
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    for line in [format!("{SAMPLE} --split-by lead"), REAL.to_owned(), format!("{REAL} --public")] {
        assert!(bytes(&line) == bytes(&line), "{line}");
    }
}

/// A plan whose every text is trouble.
const HEAD: &str = "\
format: workplan/1
id: hostile
title: \"=HYPERLINK(\\\"http://x\\\")</t>&amp;\\u202e\\uFFFE\\x01\"
issuer: \"&P&\\\"Arial\\\"&99金泽镇\"
issued: 2020-07-01
period: { start: 2020-07-01, end: 2020-12-31 }
units: [{ name: \"[甲]:*?/\\\\乙\", short: \"[甲]:*?/\\\\乙\" }, { name: \"'甲\" }, { name: history }]
sections: [{ id: '1', title: \"+板块\" }]
";
const TASKS: &str = "\
- { id: 1-01, title: '=1+1', kind: milestone, lead: \"[甲]:*?/\\\\乙\", note: \"-2+3\", assumed: [lead, title] }
- { id: 1-02, title: '@SUM(A1)', kind: milestone, lead: \"'甲\" }
- { id: 1-03, title: \"\\t=1\", kind: milestone, lead: history, person: \"\\r=1\" }
- { id: 1-04, title: '-1', kind: milestone }
- { id: 1-05, title: \"_x0041_ a\\u2066b\\u2069 <b>&lt;\\u0085\\uFFFF\", kind: milestone }
- { id: 1-06, title: 超长, kind: measured, metrics: [{ name: \"=甲\", unit: \"\\\";@户\", target: 92 }, { name: \"|乙\\n丙\", unit: 户, target: 0.5, direction: at_most }], assumed: [\"metrics.=甲\", \"metrics.|乙\\n丙\"] }
- { id: 1-07, title: 单位带引号, kind: measured, metrics: [{ name: 长度, unit: \"英寸\\\"\", target: 12.5 }], assumed: [metrics.长度] }
- { id: 1-08, title: 位数太多, kind: measured, metrics: [{ name: 数, unit: 元, target: 999999999999999.999999 }], assumed: [metrics.数] }
";

/// The hostile plan.
fn hostile() -> tempfile::TempDir {
    folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS)])
}

#[test]
fn hostile_words_are_words() {
    let plan = hostile();
    let line = format!("export --as-of 2020-11-24 --split-by lead --plan {}", plan.path().display());
    snapshot!("xlsx-hostile", dump(bytes(&line)));
}

/// A plan with a secret in every field that is not for everybody.
fn secretive() -> tempfile::TempDir {
    let head = "\
format: workplan/1
id: open
title: 公开的计划
issuer: 金泽镇人民政府
disclosure: 主动公开
issued: 2020-07-01
period: { start: 2020-07-01, end: 2020-12-31 }
closing: reviewed
units: [{ name: SECRET牵头, short: SECRET简称, note: SECRET单位备注 }, { name: SECRET配合 }]
places: [SECRET地点]
sections: [{ id: '1', title: 板块 }]
assumptions: SECRET推定
";
    let tasks = "\
- id: 1-01
  title: 任务
  kind: measured
  lead: SECRET牵头
  support: [SECRET配合]
  places: [SECRET地点]
  person: SECRET责任人
  leader: SECRET分管领导
  tags: [SECRET标签]
  note: SECRET备注
  metrics: [{ name: 户数, unit: 户, target: 92 }]
  assumed: [lead, support, metrics.户数]
- id: 1-02
  title: 节点任务
  kind: milestone
  checkpoints: [{ id: SECRET节点, title: SECRET节点名, due: 2020-10-01 }]
";
    let journal = "\
- { date: 2020-11-02, task: 1-01, by: SECRET牵头, values: { 户数: 61 }, note: SECRET进展, issue: SECRET问题, next: SECRET下一步, evidence: [evidence/SECRET.pdf] }
- { date: 2020-11-03, task: 1-02, amendment: { field: lead, to: SECRET配合, reason: SECRET理由, approved_by: SECRET批准人 } }
";
    let tasks = format!("{tasks}  lead: SECRET配合\n");
    folder(&[
        ("plan.yaml", head),
        ("tasks/1.yaml", &tasks),
        ("progress/2020-11.yaml", journal),
        ("evidence/SECRET.pdf", "%PDF"),
    ])
}

#[test]
fn the_publics_workbook_keeps_every_secret() {
    let plan = secretive();
    let line = format!("export --as-of 2020-11-24 --plan {}", plan.path().display());
    let office = dump(bytes(&line));
    for secret in ["牵头", "配合", "责任人", "分管领导", "备注", "进展", "问题", "下一步", ".pdf"] {
        assert!(office.contains(&format!("SECRET{secret}")), "the office's has {secret}");
    }
    for format in ["csv", "md", "json"] {
        let ran = workplan(&format!("{line} --public --format {format}")).run();
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(!ran.text().contains("SECRET") && !ran.text().contains("61"), "{}", ran.text());
    }
    let public = dump(bytes(&format!("{line} --public")));
    assert!(public.contains("节点任务") && !public.contains("SECRET") && !public.contains("#61"), "{public}");
}

#[test]
#[ignore = "needs openpyxl: run scripts/test"]
fn what_openpyxl_sees() {
    let (_at, path) = made(&format!("{SAMPLE} --split-by lead"));
    snapshot!("xlsx-openpyxl", python("workbook_facts.py", &[&path]));
    let plan = hostile();
    let (_at, path) = made(&format!("export --as-of 2020-11-24 --plan {}", plan.path().display()));
    snapshot!("xlsx-openpyxl-hostile", python("workbook_facts.py", &[&path]));
}

#[test]
#[ignore = "needs openxml-audit: run scripts/test"]
fn every_part_follows_the_standard() {
    let hostile = hostile();
    let secretive = secretive();
    for line in [
        format!("{SAMPLE} --split-by lead"),
        format!("{SAMPLE} --light red --section 1 --kind continuous"),
        format!("{REAL} --lang en"),
        format!("{REAL} --public"),
        format!("export --split-by lead --as-of 2020-11-24 --plan {}", hostile.path().display()),
        format!("export --public --as-of 2020-11-24 --plan {}", secretive.path().display()),
    ] {
        let (_at, path) = made(&line);
        let output = Command::new(top().join("target/tools/bin/openxml-audit"))
            .args(["--validator", "ooxml", "--format", "office2016", "--policy", "strict"])
            .arg(&path)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains("Errors: 0"), "{line}: {said}");
    }
}

#[test]
#[ignore = "needs Python: run scripts/test"]
fn no_secret_in_any_unzipped_part() {
    let plan = secretive();
    let (_at, path) = made(&format!("export --public --as-of 2020-11-24 --plan {}", plan.path().display()));
    let parts = python("unzipped.py", &[&path]);
    assert!(parts.contains("节点任务") && parts.contains("docProps/app.xml"), "{parts}");
    assert!(!parts.contains("SECRET"), "{parts}");
    let (_at, path) = made(&format!("export --as-of 2020-11-24 --plan {}", plan.path().display()));
    assert!(python("unzipped.py", &[&path]).contains("SECRET"), "the office's has them");
}

/// LibreOffice's PDF of a workbook: the text of each page, and each page's size.
fn printed(path: &Path) -> Vec<(String, String)> {
    let at = path.parent().unwrap();
    let office = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}/profile", at.display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(at)
        .arg(path)
        .output()
        .unwrap();
    assert!(office.status.success(), "{}", String::from_utf8_lossy(&office.stderr));
    let pdf = path.with_extension("pdf");
    let told = |program: &str, args: &[&str]| {
        let output = Command::new(program).args(args).arg(&pdf).arg("-").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let info = Command::new("pdfinfo").args(["-l", "999"]).arg(&pdf).output().unwrap();
    let info = String::from_utf8(info.stdout).unwrap();
    let sizes = info.lines().filter(|line| line.starts_with("Page ") && line.contains(" size:"));
    let text = told("pdftotext", &["-layout"]);
    text.split_terminator('\u{c}').map(str::to_owned).zip(sizes.map(str::to_owned)).collect()
}

#[test]
#[ignore = "needs LibreOffice and poppler: run scripts/test"]
fn libreoffice_prints_it_on_a3_one_page_wide_with_the_header_on_every_page() {
    let (_at, path) = made(REAL);
    let pages = printed(&path);
    assert!(pages.len() > 5, "{} pages", pages.len());
    let mut ledger = 0;
    for (number, (text, size)) in pages.iter().enumerate() {
        assert!(size.contains("1190.55 x 841.89") && size.contains("A3"), "{size}");
        let bare: String = text.split_whitespace().collect();
        assert!(bare.contains(&format!("第{}页，共{}页", number + 1, pages.len())), "{text}");
        let has = |words: &[&str]| words.iter().all(|word| bare.contains(word));
        // The first and the last column on one page: it is one page wide.
        let is_ledger = has(&["序号", "量化指标", "牵头单位", "完成时限", "备注"]);
        // Nothing was reported yet, so nothing of that is printed.
        assert!(!has(&["佐证材料"]) && !has(&["填报日期"]), "page {}: {text}", number + 1);
        let is_alerts = has(&["级别", "处置", "情况", "剩余工作日"]);
        let is_summary = has(&["汇总表", "平均完成率", "按牵头单位"]);
        assert!(is_ledger || is_alerts || is_summary, "page {}: {text}", number + 1);
        ledger += usize::from(is_ledger);
    }
    assert!(ledger > 2, "{ledger} pages of the ledger");
    let text: String = pages.iter().map(|(text, _)| text.as_str()).collect();
    for words in ["党政办公室*", "2020-11-11*", "92户", "1447个点位", "不超过15分钟", "红灯"] {
        assert!(text.contains(words), "{words} is shown");
    }
}

#[test]
#[ignore = "needs LibreOffice and poppler: run scripts/test"]
fn libreoffice_prints_hostile_words_as_words() {
    let plan = hostile();
    let (_at, path) = made(&format!("export --as-of 2020-11-24 --plan {}", plan.path().display()));
    let text: String = printed(&path).into_iter().map(|(text, _)| text).collect();
    for words in ["=1+1", "@SUM(A1)", "_x0041_", "12.5英寸\"", "\\u{2066}"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

/// Sheets for leaders and for people in charge; who is in several tasks has them all, and who is nowhere named is said.
#[test]
fn a_sheet_for_each_leader_and_each_person() {
    let tasks = "\
- { id: 1-01, title: 甲, kind: milestone, lead: history, person: 张三、李四, leader: 王五 }
- { id: 1-02, title: 乙, kind: milestone, lead: history, person: 李四, assumed: [person] }
";
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", tasks)]);
    for (whom, wanted) in [
        ("person", ["── 张三 ──", "── 李四 ──"]),
        ("责任人", ["── 张三 ──", "── 李四 ──"]),
        ("leader", ["── 王五 ──", "── 未写明分管领导 ──"]),
    ] {
        let line = format!("export --as-of 2020-11-24 --split-by {whom} --plan {}", plan.path().display());
        let shown = dump(bytes(&line));
        let sheets = shown.lines().filter(|line| line.starts_with("──") && *line != "── 计划 ──");
        let sheets: Vec<&str> = sheets.skip(3).collect();
        assert_eq!(sheets, wanted, "{shown}");
        let tasks_of = |sheet: &str| {
            let rows =
                shown.lines().skip_while(|line| *line != sheet).skip(1).take_while(|line| !line.starts_with("──"));
            rows.filter(|row| row.starts_with("1-0")).count()
        };
        assert_eq!(wanted.map(tasks_of), if whom == "leader" { [1, 1] } else { [1, 2] }, "{shown}");
    }
}

#[test]
fn the_score_says_in_a_workbook_what_it_says_as_json() {
    const SCORE: &str = "score --plan plans/sample --as-of 2020-11-24";
    let report = workplan(&format!("{SCORE} --format json")).run().json();
    let shown = dump(bytes(SCORE));
    let (ranking, items) = shown.split_once("── 逐项得分 ──").unwrap();
    let ranked = report["ranking"].as_array().unwrap().iter().filter(|line| !line["rate"].is_null());
    let mut points = 0;
    for line in ranked {
        let rate = (line["rate"].as_f64().unwrap() * 1000.0).round() / 1000.0;
        let unknown = line["unknown"].as_array().unwrap().len();
        let row = format!(
            "\n#{}|{}|#{rate}|#{}|#{}|#{}|#{unknown}",
            line["rank"],
            line["name"].as_str().unwrap(),
            line["points"],
            line["attainable"],
            line["tasks"]
        );
        assert!(ranking.contains(&row), "{row}\n{ranking}");
        points += line["items"].as_array().unwrap().len();
    }
    assert!(points > 0 && items.lines().filter(|line| line.contains("|@2020-")).count() == points, "{items}");
    assert!(ranking.contains("【示例数据】") && ranking.contains("计分办法（计划未作规定，按默认）"), "{ranking}");
}

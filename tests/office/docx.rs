//! Word documents, read by python-docx and laid out by LibreOffice.
#![cfg(feature = "docx")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const NOTICE: &str =
    "notice 22-07 31-14 --level supervise --as-of 2020-11-24 --format docx --dry-run --plan plans/sample";
const WEEK: &str = "week --as-of 2020-11-24 --format docx --plan plans/sample";

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Writes what a line makes into a file of the folder.
fn made(folder: &Path, name: &str, line: &str) -> PathBuf {
    let path = folder.join(name);
    let output = Command::new(env!("CARGO_BIN_EXE_workplan"))
        .args(line.split(' '))
        .arg("--out")
        .arg(&path)
        .current_dir(top())
        .env_remove("WORKPLAN_PLAN")
        .output()
        .unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    path
}

fn said(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The pages' text, as LibreOffice lays them out.
fn pages(folder: &Path, docx: &Path) -> Vec<String> {
    let mut convert = Command::new("soffice");
    convert.arg("--headless").arg(format!("-env:UserInstallation=file://{}/office", folder.display()));
    convert.args(["--convert-to", "pdf", "--outdir"]).arg(folder).arg(docx);
    said(convert);
    let mut read = Command::new("pdftotext");
    read.arg("-layout").arg(docx.with_extension("pdf")).arg("-");
    said(read).split('\u{c}').map(str::to_owned).filter(|page| !page.trim().is_empty()).collect()
}

/// Says what python-docx finds: the sheet, the styles, each paragraph with its style.
const READ: &str = r#"
import sys
from docx import Document
from docx.oxml.ns import qn
document = Document(sys.argv[1])
section = document.sections[0]
mm = lambda length: round(length.mm, 1)
print("sheet", mm(section.page_width), mm(section.page_height))
print("margins", mm(section.top_margin), mm(section.bottom_margin), mm(section.left_margin), mm(section.right_margin))
for name in ["Title", "Heading 1", "Heading 2", "Body Text"]:
    style = document.styles[name]
    fonts = style.element.rPr.rFonts
    form = style.paragraph_format
    indent = form.first_line_indent.pt if form.first_line_indent is not None else None
    print(name, fonts.get(qn("w:eastAsia")), fonts.get(qn("w:ascii")), style.font.size.pt, indent,
          form.line_spacing.pt, form.line_spacing_rule, form.alignment)
core = document.core_properties
print("core", core.title, "|", core.author, "|", core.created, "|", core.last_modified_by, core.comments, core.keywords)
print("footer", document.sections[0].footer.paragraphs[0].text, "|", document.sections[0].even_page_footer.paragraphs[0].text)
for block in document.element.body:
    if block.tag == qn("w:tbl"):
        table = [t for t in document.tables if t._tbl is block][0]
        print("table", len(table.rows), len(table.columns), sum(c.width.mm for c in table.rows[0].cells) // 1)
for paragraph in document.paragraphs:
    if paragraph.text:
        print(f"[{paragraph.style.name}] {paragraph.text}")
"#;

fn read(docx: &Path) -> String {
    let mut python = Command::new(top().join("target/tools/bin/python"));
    python.arg("-c").arg(READ).arg(docx);
    said(python)
}

#[test]
#[ignore = "needs python-docx: run scripts/test"]
fn python_docx_reads_the_layout_of_official_papers() {
    let folder = tempfile::tempdir().unwrap();
    let found =
        [("notice.docx", NOTICE), ("week.docx", WEEK)].map(|(name, line)| read(&made(folder.path(), name, line)));
    for found in &found {
        for line in [
            "sheet 210.0 297.0",
            "margins 37.0 35.0 28.0 26.0",
            "Title 方正小标宋_GBK Times New Roman 22.0 None 35.0 EXACTLY (4) CENTER (1)",
            "Heading 1 黑体 Times New Roman 16.0 32.0 28.95 EXACTLY (4) None",
            "Heading 2 楷体_GB2312 Times New Roman 16.0 32.0 28.95 EXACTLY (4) None",
            "Body Text 仿宋_GB2312 Times New Roman 16.0 32.0 28.95 EXACTLY (4) JUSTIFY (3)",
        ] {
            assert!(found.lines().any(|other| other == line), "{line}\n{found}");
        }
        assert!(found.contains("footer — 1 — | — 1 —"), "{found}");
        assert!(found.contains("| 金泽镇人民政府 | 2020-11-24 00:00:00"), "{found}");
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("docx-read", found.join("\n"));
    });
}

#[test]
#[ignore = "needs LibreOffice: run scripts/test"]
fn libreoffice_lays_out_the_pages() {
    let folder = tempfile::tempdir().unwrap();
    let notice = pages(folder.path(), &made(folder.path(), "notice.docx", NOTICE));
    let week = pages(folder.path(), &made(folder.path(), "week.docx", WEEK));
    let without_spaces = |page: &String| page.split_whitespace().collect::<String>();
    for pages in [&notice, &week] {
        for (page, number) in pages.iter().zip(1..) {
            assert!(without_spaces(page).ends_with(&format!("—{number}—")), "page {number}: {page}");
        }
    }
    let (all, first) = (notice.iter().map(without_spaces).collect::<String>(), without_spaces(&notice[0]));
    assert!(
        first.starts_with("金府督〔2020〕×号关于限期办理2项工作任务的督办单【示例数据】规划建设和生态环境办公室："),
        "{first}"
    );
    assert!(all.contains("金泽镇人民政府2020年11月24日"), "{all}");
    // The head of the table stands on each page that the table reaches.
    let heads = week.iter().filter(|page| without_spaces(page).contains("亮灯处置牵头单位工作任务情况")).count();
    assert!(heads >= 1, "{week:?}");
    fs::remove_dir_all(folder.path().join("office")).unwrap();
}

#[test]
#[ignore = "needs LibreOffice: run scripts/test"]
fn one_matter_is_one_sheet_and_many_are_a_sheet_with_a_table_behind() {
    let folder = tempfile::tempdir().unwrap();
    let drawn = |tasks: &str, level: &str, lang: &str| {
        let line = format!("{} --level {level} --lang {lang}", NOTICE.replace("22-07 31-14 --level supervise", tasks));
        pages(folder.path(), &made(folder.path(), "letter.docx", &line))
    };
    for (lang, mark, day) in [("zh", "附件", "2020年11月24日"), ("en", "Annex", "24 November 2020")] {
        for (task, level) in [("22-07", "supervise"), ("31-14", "urge"), ("12-08", "remind"), ("22-02", "supervise")] {
            let sheets = drawn(task, level, lang);
            assert_eq!(sheets.len(), 1, "{task} {lang}: {sheets:?}");
        }
        for level in ["urge", "supervise", "circulate"] {
            let sheets = drawn("22-07 31-14 31-13 31-18 12-10 22-08 22-02", level, lang);
            let without_spaces = |page: &String| page.split_whitespace().collect::<String>();
            let first = without_spaces(&sheets[0]);
            assert!(first.contains(&format!("金泽镇人民政府{}", day.replace(' ', ""))), "{level} {lang}: {first}");
            assert!(without_spaces(&sheets[1]).starts_with(mark), "{level} {lang}: {}", sheets[1]);
        }
    }
    fs::remove_dir_all(folder.path().join("office")).unwrap();
}

#[test]
#[ignore = "needs openxml-audit: run scripts/test"]
fn every_part_follows_the_standard() {
    let folder = tempfile::tempdir().unwrap();
    let english = format!("{NOTICE} --lang en");
    let (form, annex) =
        (NOTICE.replace("22-07 31-14", "22-07"), NOTICE.replace("22-07", "22-07 31-13 31-18 12-10 22-08"));
    for line in
        [NOTICE, &form, &annex, WEEK, &english, "week --as-of 2020-11-24 --format docx --plan plans/jinze-2020h2"]
    {
        let mut audit = Command::new(top().join("target/tools/bin/openxml-audit"));
        audit.args(["--validator", "ooxml", "--format", "office2016", "--policy", "strict", "--output", "json"]);
        let output = audit.arg(made(folder.path(), "letter.docx", line)).output().unwrap();
        let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        // The standard leaves a theme to the writer, and nothing in a letter refers to one.
        let is_theme =
            |error: &&serde_json::Value| error["description"].as_str().unwrap().contains("relationships/theme'");
        let faults: Vec<_> = said[0]["errors"].as_array().unwrap().iter().filter(|error| !is_theme(error)).collect();
        assert!(faults.is_empty(), "{line}: {faults:#?}");
    }
}

//! The ledger as a form: what may be filled in, what is said of it, and what comes back. `workplan export --split-by lead`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use calamine::{Data, Reader as _, Xlsx};
use roxmltree::Document;
use workplan::store::read_entries;

use crate::program::{Ran, folder, workplan};

const HEAD: &str = "\
format: workplan/1
id: small
title: 示例镇2020年下半年工作安排
issuer: 示例镇人民政府
issued: 2020-07-17
period: { start: 2020-07-01, end: 2020-12-31 }
units: [{ name: 规划建设和生态环境办公室, short: 规建办 }, { name: '../社区/建设' }, { name: 党政办公室 }]
sections: [{ id: '1', title: 乡村振兴 }, { id: '2', title: 社会治理 }]
";
const TASKS: &str = "\
- { id: 1-01, title: 集中居住, kind: measured, lead: 规划建设和生态环境办公室, metrics: [{ name: 户数, unit: 户, target: 92 }], assumed: [metrics.户数] }
- { id: 1-02, title: 水质提升, kind: measured, lead: 规划建设和生态环境办公室, metrics: [{ name: 水质, unit: 类, target: Ⅲ, baseline: Ⅴ, grades: [劣Ⅴ, Ⅴ, Ⅳ, Ⅲ] }], assumed: [metrics.水质] }
- { id: 1-03, title: 创建评审, kind: milestone, lead: 规划建设和生态环境办公室 }
- { id: 1-04, title: 两项指标, kind: measured, lead: 规划建设和生态环境办公室, metrics: [{ name: 甲, unit: 个, target: 2 }, { name: 乙, unit: '%', target: 90 }], assumed: [metrics.甲, metrics.乙] }
- { id: 2-01, title: 已销号的, kind: milestone, lead: 规划建设和生态环境办公室 }
- { id: 2-02, title: 气温不低于, kind: measured, lead: ../社区/建设, metrics: [{ name: 气温, unit: 度, target: 5, baseline: -10 }], assumed: [metrics.气温] }
- { id: 2-03, title: 没有单位的, kind: milestone }
";
const JOURNAL: &str = "\
- { date: 2020-11-02, task: 1-01, values: { 户数: 61 }, issue: 3户未达成协议 }
- { date: 2020-11-03, task: 2-01, state: done, note: 已办结 }
- { date: 2020-11-04, task: 2-01, state: closed, by: 督查室 }
";

fn plan() -> tempfile::TempDir {
    folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS), ("progress/2020-11.yaml", JOURNAL)])
}

/// The workbooks of the units, in a folder beside the plan.
fn forms(plan: &Path) -> PathBuf {
    let out = plan.join("out");
    let line = "export --as-of 2020-11-24 --lang zh --split-by lead --out-dir out";
    let ran = workplan(&format!("{line} --plan .")).within(plan).run();
    assert_eq!(ran.status, 0, "{ran}");
    out
}

/// A workbook's first sheet, as the file has it.
struct Form {
    path: PathBuf,
    parts: BTreeMap<String, Vec<u8>>,
    /// The columns' letters by their names, and the rows' numbers by their tasks.
    columns: BTreeMap<String, String>,
    rows: BTreeMap<String, usize>,
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

impl Form {
    fn read(path: &Path) -> Form {
        let mut archive = zip::ZipArchive::new(Cursor::new(std::fs::read(path).unwrap())).unwrap();
        let mut parts = BTreeMap::new();
        for place in 0..archive.len() {
            let mut file = archive.by_index(place).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            parts.insert(file.name().unwrap().to_string(), bytes);
        }
        let mut book = Xlsx::new(Cursor::new(std::fs::read(path).unwrap())).unwrap();
        let range = book.worksheet_range_at(0).unwrap().unwrap();
        let text = |cell: &Data| if let Data::String(text) = cell { text.clone() } else { String::new() };
        let header = range.rows().position(|row| text(&row[0]) == "序号").unwrap();
        let columns = range.rows().nth(header).unwrap().iter().zip('A'..);
        let columns = columns.map(|(name, letter)| (text(name), letter.to_string())).collect();
        let rows = range.rows().enumerate().skip(header + 1).map(|(at, row)| (text(&row[0]), at + 1)).collect();
        Form { path: path.to_owned(), parts, columns, rows }
    }

    fn part(&self, name: &str) -> &str {
        std::str::from_utf8(&self.parts[name]).unwrap()
    }

    fn address(&self, task: &str, column: &str) -> String {
        format!("{}{}", self.columns[column], self.rows[task])
    }

    /// The columns of a task whose cells are open.
    fn open(&self, task: &str) -> BTreeSet<&str> {
        let styles = Document::parse(self.part("xl/styles.xml")).unwrap();
        let formats = styles.descendants().find(|node| node.has_tag_name("cellXfs")).unwrap();
        let formats = formats.children().filter(roxmltree::Node::is_element);
        let open: Vec<bool> =
            formats.map(|format| format.children().any(|part| part.attribute("locked") == Some("0"))).collect();
        let sheet = Document::parse(self.part(SHEET)).unwrap();
        let style = |address: &str| -> usize {
            let cell = sheet.descendants().find(|node| node.has_tag_name("c") && node.attribute("r") == Some(address));
            cell.unwrap().attribute("s").unwrap().parse().unwrap()
        };
        let columns = self.columns.keys().filter(|column| open[style(&self.address(task, column))]);
        columns.map(String::as_str).collect()
    }

    /// What a task's cell takes, by the file's own words: the kind, the first formula, the prompt.
    fn takes(&self, task: &str, column: &str) -> Option<(String, String, String)> {
        let sheet = Document::parse(self.part(SHEET)).unwrap();
        let (letter, row) = (&self.columns[column], self.rows[task]);
        let covers = |area: &str| {
            let (first, last) = area.split_once(':').unwrap_or((area, area));
            let rows = [first, last].map(|cell| cell.strip_prefix(letter.as_str()).and_then(|row| row.parse().ok()));
            matches!(rows, [Some(first), Some(last)] if (first..=last).contains(&row))
        };
        let rules = sheet.descendants().filter(|node| node.has_tag_name("dataValidation"));
        let mut rules = rules.filter(|rule| rule.attribute("sqref").unwrap().split(' ').any(covers));
        let rule = rules.next()?;
        assert!(rules.next().is_none(), "{task} {column} has one rule");
        let formula = rule.children().find_map(|node| node.text()).unwrap_or_default().to_owned();
        let said = |name: &str| rule.attribute(name).unwrap_or_default().to_owned();
        Some((said("type"), formula, said("prompt")))
    }

    /// The same file with other texts and numbers in some cells, as a spreadsheet saves them.
    fn filled_in(mut self, cells: &[(&str, &str, &str)]) -> PathBuf {
        let mut sheet = self.part(SHEET).to_owned();
        for (task, column, value) in cells {
            let begin = format!("<c r=\"{}\" ", self.address(task, column));
            let at = sheet.find(&begin).unwrap();
            let head = sheet[at..].find('>').unwrap() + at + 1;
            let end = if sheet[..head].ends_with("/>") { head } else { sheet[head..].find("</c>").unwrap() + head + 4 };
            let style = sheet[at..head].split("s=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
            let new = match value.parse::<f64>() {
                Ok(number) => format!("{begin}s=\"{style}\"><v>{number}</v></c>"),
                Err(_) => format!("{begin}s=\"{style}\" t=\"inlineStr\"><is><t>{value}</t></is></c>"),
            };
            sheet.replace_range(at..end, &new);
        }
        self.parts.insert(SHEET.to_owned(), sheet.into_bytes());
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.parts {
            archive.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        std::fs::write(&self.path, archive.finish().unwrap().into_inner()).unwrap();
        self.path
    }
}

fn import(plan: &Path, file: &Path) -> Ran {
    let ran = workplan(&format!("import {} --plan . --date 2020-11-24 --lang zh", file.display())).within(plan).run();
    assert_eq!(ran.status, 0, "{ran}");
    ran
}

#[test]
fn each_unit_gets_a_file_whose_name_is_safe() {
    let plan = plan();
    let out = forms(plan.path());
    let mut names: Vec<String> =
        std::fs::read_dir(&out).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["_.._社区_建设.xlsx", "未定牵头单位.xlsx", "规划建设和生态环境办公室.xlsx"]);
    let tasks =
        |name: &str| Form::read(&out.join(name)).rows.into_keys().filter(|id| id.contains('-')).collect::<Vec<_>>();
    assert_eq!(
        names.iter().map(|name| tasks(name)).collect::<Vec<_>>(),
        [vec!["2-02"], vec!["2-03"], vec!["1-01", "1-02", "1-03", "1-04", "2-01"],]
    );
    std::fs::write(out.join("党政办公室.xlsx"), "旧").unwrap();
    let again = "export --as-of 2020-11-24 --lang zh --split-by lead --out-dir out --plan .";
    let again = workplan(again).within(plan.path()).run();
    assert!(again.stderr.contains("党政办公室.xlsx 是以前留下的，本次没有给该单位的内容，请勿发送"), "{again}");
}

#[test]
fn only_what_a_unit_reports_is_open() {
    let plan = plan();
    let form = Form::read(&forms(plan.path()).join("规划建设和生态环境办公室.xlsx"));
    let sheet = form.part(SHEET);
    let protection = Document::parse(sheet).unwrap();
    let protection = protection.descendants().find(|node| node.has_tag_name("sheetProtection")).unwrap();
    assert_eq!(protection.attribute("password"), None);
    for allowed in ["formatColumns", "formatRows", "sort", "autoFilter"] {
        assert_eq!(protection.attribute(allowed), Some("0"), "{allowed}");
    }
    let words = ["状态", "进展情况", "存在问题", "下一步措施", "佐证材料", "填报日期", "填报单位"];
    let with_value: BTreeSet<&str> = words.into_iter().chain(["当前值"]).collect();
    for (task, open) in [
        ("1-01", with_value.clone()),
        ("1-02", with_value.clone()),
        ("1-03", words.into_iter().collect()),
        ("1-04", with_value),
        ("2-01", BTreeSet::new()),
    ] {
        assert_eq!(form.open(task), open, "{task}");
    }
}

#[test]
fn an_open_cell_says_and_holds_what_it_takes() {
    let plan = plan();
    let out = forms(plan.path());
    let form = Form::read(&out.join("规划建设和生态环境办公室.xlsx"));
    let takes = |task: &str, column: &str| form.takes(task, column).unwrap();
    let prompt = "户数：填累计数，只填数字，不写单位（户）；目标 92户";
    assert_eq!(takes("1-01", "当前值"), ("decimal".into(), "0".into(), prompt.into()));
    let prompt = "水质：从列表中选；目标 Ⅲ类";
    assert_eq!(takes("1-02", "当前值"), ("list".into(), "\"劣Ⅴ类,Ⅴ类,Ⅳ类,Ⅲ类\"".into(), prompt.into()));
    assert!(takes("1-04", "当前值").2.contains("甲（个）、乙（%）"));
    let (kind, listed, _) = takes("1-03", "状态");
    assert_eq!((kind.as_str(), listed.as_str()), ("list", "\"推进中,受阻,已完成\""));
    let (kind, from, _) = takes("1-03", "填报日期");
    // 2020-07-01, as a spreadsheet counts days.
    assert_eq!((kind.as_str(), from.as_str()), ("date", "44013"));
    for column in ["进展情况", "存在问题", "下一步措施", "佐证材料", "填报单位"] {
        assert!(!takes("1-01", column).2.is_empty(), "{column}");
    }
    for column in ["当前值", "状态", "进展情况", "填报日期", "填报单位"] {
        assert_eq!(form.takes("2-01", column), None, "{column} of a closed task");
    }
    let (kind, least, _) = Form::read(&out.join("_.._社区_建设.xlsx")).takes("2-02", "当前值").unwrap();
    assert_eq!((kind.as_str(), least.as_str()), ("decimal", "-999999999999999"));
}

/// What says nothing of any task is hidden; what is still to be filled in stands behind what is printed.
#[test]
fn empty_columns_are_not_printed() {
    let plan = plan();
    let form = Form::read(&forms(plan.path()).join("规划建设和生态环境办公室.xlsx"));
    let sheet = Document::parse(form.part(SHEET)).unwrap();
    let hidden = |column: &str| {
        let place = u32::from(form.columns[column].as_bytes()[0] - b'A') + 1;
        let number = |node: &roxmltree::Node<'_, '_>, name: &str| node.attribute(name).unwrap().parse::<u32>().unwrap();
        let mut columns =
            sheet.descendants().filter(|node| node.has_tag_name("col") && node.attribute("hidden").is_some());
        columns.any(|node| (number(&node, "min")..=number(&node, "max")).contains(&place))
    };
    for (column, is_hidden) in [
        ("板块", true),
        ("牵头单位", true),
        ("配合单位", true),
        ("责任人", true),
        ("分管领导", true),
        ("销号日期", false),
        ("当前值", false),
        ("下一步措施", false),
        ("填报日期", false),
    ] {
        assert_eq!(hidden(column), is_hidden, "{column}");
    }
    let book = form.part("xl/workbook.xml");
    let area = book.split("Print_Area\" localSheetId=\"0\">").nth(1).unwrap().split('<').next().unwrap();
    let last = area.rsplit_once(":$").unwrap().1.split('$').next().unwrap();
    assert_eq!(last, form.columns["备注"]);
    let behind: BTreeSet<&str> =
        form.columns.iter().filter(|(_, letter)| letter.as_str() > last).map(|(name, _)| name.as_str()).collect();
    assert_eq!(behind, BTreeSet::from(["下一步措施", "佐证材料", "填报日期", "填报单位"]));
}

#[test]
fn a_section_is_a_band_where_its_tasks_stand_together() {
    let plan = plan();
    let bands = |options: &str| {
        let line = format!("export --as-of 2020-11-24 --lang zh --plan . --out ledger.xlsx {options}");
        assert_eq!(workplan(&line).within(plan.path()).run().status, 0);
        let form = Form::read(&plan.path().join("ledger.xlsx"));
        let rows = form.rows.iter().filter(|(id, _)| !id.contains('-'));
        rows.map(|(title, row)| (title.clone(), *row)).collect::<Vec<_>>()
    };
    let first = bands("").iter().find(|(title, _)| title == "1 乡村振兴").unwrap().1;
    assert_eq!(bands(""), [("1 乡村振兴".to_owned(), first), ("2 社会治理".to_owned(), first + 5)]);
    assert_eq!(bands("--by kind"), []);
}

#[test]
fn what_a_unit_fills_in_is_entered_and_nothing_else() {
    let plan = plan();
    let out = forms(plan.path());
    let journal = || std::fs::read_to_string(plan.path().join("progress/2020-11.yaml")).unwrap();
    let before = journal();
    for file in std::fs::read_dir(&out).unwrap().map(|file| file.unwrap().path()) {
        let ran = import(plan.path(), &file);
        assert!(ran.text().starts_with("没有需要写入的改动"), "{ran}");
        assert!(!ran.stderr.contains("隐藏"), "{ran}");
    }
    assert_eq!(journal(), before);
    let filled_in = Form::read(&out.join("规划建设和生态环境办公室.xlsx")).filled_in(&[
        ("1-01", "当前值", "70"),
        ("1-01", "进展情况", "第三批签约"),
        ("1-02", "当前值", "Ⅳ类"),
        ("1-02", "填报日期", "44154"),
        ("1-03", "状态", "受阻"),
        ("1-03", "存在问题", "材料未齐"),
        ("1-04", "当前值", "甲=1"),
    ]);
    import(plan.path(), &filled_in);
    let expected = "\
- { date: 2020-11-19, task: 1-02, by: 规划建设和生态环境办公室, values: { 水质: Ⅳ } }
- { date: 2020-11-24, task: 1-01, by: 规划建设和生态环境办公室, values: { 户数: 70 }, note: 第三批签约, issue: 3户未达成协议 }
- { date: 2020-11-24, task: 1-03, by: 规划建设和生态环境办公室, state: blocked, issue: 材料未齐 }
- { date: 2020-11-24, task: 1-04, by: 规划建设和生态环境办公室, values: { 甲: 1 } }
";
    assert_eq!(read_entries(&journal()).unwrap()[3..], read_entries(expected).unwrap());
    assert!(import(plan.path(), &filled_in).text().starts_with("没有需要写入的改动"));
}

/// What the ledger says of ongoing work, of the period's end and of what it marks is understood in both languages.
#[test]
fn a_form_that_nobody_edits_adds_nothing_in_either_language() {
    let plan = plan();
    let ongoing =
        "- { id: 1-09, title: 常态养护, kind: continuous, lead: 规划建设和生态环境办公室, assumed: [lead] }\n";
    std::fs::write(plan.path().join("tasks/2.yaml"), ongoing).unwrap();
    for lang in ["zh", "en"] {
        let line = format!("export --as-of 2020-11-24 --plan . --out ledger.xlsx --lang {lang}");
        assert_eq!(workplan(&line).within(plan.path()).run().status, 0, "{lang}");
        let ran = import(plan.path(), &plan.path().join("ledger.xlsx"));
        assert!(ran.text().starts_with("没有需要写入的改动"), "{lang}: {ran}");
    }
}

#[test]
fn a_folder_for_files_wants_parts_and_a_workbook() {
    let plan = plan();
    for line in
        ["--out-dir out", "--out-dir out --split-by lead --format csv", "--out-dir out --split-by lead --public"]
    {
        let ran = workplan(&format!("export --as-of 2020-11-24 --plan . {line}")).within(plan.path()).run();
        assert_eq!(ran.status, 2, "{line}: {ran}");
        assert!(!plan.path().join("out").exists(), "{line}");
    }
}

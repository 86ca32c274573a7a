//! Ledgers as other programs and offices write them, imported as they are into a new plan, and once more as returns.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{Format, Workbook};

use super::import::rows;
use crate::program::{folder, top, workplan};

/// A new plan without anything in it, beside the ledger.
pub(super) fn begun(name: &str, ledger: &[u8], lang: &str) -> tempfile::TempDir {
    let at = folder(&[]);
    std::fs::write(at.path().join(name), ledger).unwrap();
    let init =
        "init p --title 示例计划 --issuer 示例镇人民政府 --issued 2020-07-01 --start 2020-07-01 --end 2020-12-31";
    assert_eq!(workplan(&format!("{init} --lang {lang}")).within(at.path()).run().status, 0);
    at
}

pub(super) fn files(at: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(at.join("p/tasks")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|kind| kind == "yaml"));
    files.sort();
    files
}

/// Imports a ledger as tasks, and then twice as returns: nothing is asked for, and the second time nothing is new. Of a ledger
/// without progress, that is said.
pub(super) fn there_and_back(name: &str, ledger: &[u8], lang: &str) -> String {
    let at = begun(name, ledger, lang);
    let does = |line: &str| workplan(line).within(at.path()).run();
    let tasks = does(&format!("import {name} --as tasks --plan p"));
    assert_eq!(tasks.status, 0, "{tasks}");
    assert_eq!(does("check --plan p").status, 0, "{name}");
    let mut shown = tasks.to_string();
    for file in files(at.path()) {
        writeln!(shown, "── {} ──", file.file_name().unwrap().to_str().unwrap()).unwrap();
        shown += &std::fs::read_to_string(file).unwrap();
    }
    let returns = does(&format!("import {name} --plan p --date 2020-09-01"));
    let has_progress = returns.status == 0;
    assert!(has_progress || returns.stderr.contains("没有可记入的进展"), "{returns}");
    write!(shown, "{returns}").unwrap();
    if has_progress {
        let journal = || {
            let mut months: Vec<PathBuf> =
                std::fs::read_dir(at.path().join("p/progress")).unwrap().map(|file| file.unwrap().path()).collect();
            months.sort();
            months.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect::<String>()
        };
        let once = journal();
        let again = does(&format!("import {name} --plan p --date 2020-09-01"));
        assert_eq!((again.status, journal()), (0, once), "{again}");
    }
    shown
}

fn matches(name: &str, shown: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(format!("ledger-{name}"), shown);
    });
}

#[test]
fn ledgers_of_other_programs_are_imported_as_they_are() {
    for name in [
        "jira.csv",
        "github.csv",
        "github.json",
        "msproject.csv",
        "asana.csv",
        "taskjuggler.csv",
        "taskwarrior.json",
        "todo.txt",
        "english.csv",
    ] {
        let ledger = std::fs::read(top().join("tests/cli/writing/ledgers").join(name)).unwrap();
        matches(name, &there_and_back(name, &ledger, "en"));
    }
}

#[test]
fn ledgers_of_offices_are_imported_as_they_are() {
    for name in ["msproject-zh.csv", "专项台账.csv", "督查清单.csv", "社区周报.csv"] {
        let ledger = std::fs::read(top().join("tests/cli/writing/ledgers").join(name)).unwrap();
        matches(name, &there_and_back(name, &ledger, "zh"));
    }
}

/// A title, a unit of money, a header of two rows, merged cells, a row that is struck through, one that is hidden, a total, a note.
pub(super) fn of_an_office() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("责任分解").unwrap();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 8, "示例镇2020年民生实事项目责任分解表", &plain).unwrap();
    sheet.merge_range(1, 0, 1, 8, "单位：万元", &plain).unwrap();
    for (column, name) in [(0, "序号"), (1, "领域"), (2, "项目名称"), (7, "完成时限"), (8, "资金（万元）")]
    {
        sheet.merge_range(2, column, 3, column, name, &plain).unwrap();
    }
    sheet.merge_range(2, 3, 2, 4, "责任单位", &plain).unwrap();
    sheet.merge_range(2, 5, 2, 6, "目标", &plain).unwrap();
    rows(
        sheet,
        3,
        &[
            &["", "", "", "牵头单位", "配合单位", "指标名称", "目标值"],
            &[
                "1",
                "教育",
                "改扩建幼儿园",
                "教育办（牵头）",
                "规建办、财政所",
                "新增学位",
                "180个",
                "2020年8月31日 17:00",
                "320",
            ],
            &["2", "", "学校食堂改造", "规建办、教育办牵头", "", "改造数", "3所", "9月底前", "45.5"],
            &["3", "养老", "新增养老床位", "社发办", "", "床位\n护理员", "120张\n约10名", "2020.11.30", "待定"],
            &["4", "", "撤并旧站点", "社发办", "", "", "", "2020-10-01"],
            &["5", "出行", "公交站亭更新", "", "交管办", "", "20座", "不详"],
            &["合计", "", "5项", "", "", "", "", "", "365.5"],
        ],
    );
    sheet.write_formula(8, 3, rust_xlsxwriter::Formula::new("=A1/0").set_result("#DIV/0!")).unwrap();
    sheet.write_string_with_format(7, 2, "撤并旧站点", &Format::new().set_font_strikethrough()).unwrap();
    sheet.merge_range(4, 1, 5, 1, "教育", &plain).unwrap();
    sheet.merge_range(6, 1, 7, 1, "养老", &plain).unwrap();
    sheet.merge_range(10, 0, 10, 8, "注：资金含上级补助。", &plain).unwrap();
    sheet.set_row_hidden(5).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_of_an_office_is_imported_as_it_is() {
    matches("责任分解.xlsx", &there_and_back("责任分解.xlsx", &of_an_office(), "zh"));
}

#[test]
fn an_own_field_is_made_of_a_column() {
    let at = begun("责任分解.xlsx", &of_an_office(), "zh");
    let ran =
        workplan("import 责任分解.xlsx --as tasks --plan p --map 资金（万元）=自定义字段").within(at.path()).run();
    assert_eq!(ran.status, 0, "{ran}");
    let head = std::fs::read_to_string(at.path().join("p/plan.yaml")).unwrap();
    assert!(head.contains("{ key: 资金, unit: 万元, kind: number }"), "{head}");
    let tasks: String = files(at.path()).iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    assert!(tasks.contains("fields: { 资金: 45.5 }") && tasks.contains("【待核】资金：待定"), "{tasks}");
}

#[test]
fn one_cell_is_in_the_way_only_where_it_must_be() {
    let at = begun("责任分解.xlsx", &of_an_office(), "zh");
    let ran = workplan("import 责任分解.xlsx --as tasks --plan p --strict").within(at.path()).run();
    assert_eq!((ran.status, files(at.path()).len()), (2, 0), "{ran}");
    assert!(ran.stderr.contains("责任分解!H9") && ran.stderr.contains("责任分解!D9"), "{ran}");
}

/// Days out of order, tasks that wait for each other, and predecessors by place where rows have no numbers.
#[test]
fn what_no_plan_can_hold_goes_into_the_remark() {
    let ledger = "Name,Start,Finish,Predecessors\nA,2020-09-01,2020-08-01,2\nB,,2019-12-31,1\nC,,2020-10-01,\"1,9\"\n";
    let shown = there_and_back("plan.csv", ledger.as_bytes(), "zh");
    for said in [
        "[1-02]",
        "【待核】开始时间：2020-09-01",
        "【待核】完成时限：2019-12-31",
        "互为前置",
        "depends: [1-01]",
        "【待核】前置任务：1,9",
    ] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
}

/// A ledger whose column of tasks nobody knows.
const STRANGE: &str = "编号,推进事宜,主责科室,协办科室,办结时间,工作标准,推进说明\n\
    1,编制防汛预案,应急管理办,水务站,7月20日前,经镇党委会审议,已起草\n\
    2,组织防汛演练,应急管理办,各村,8月15日前,不少于2次,\n";

#[test]
fn a_column_that_nobody_knows_is_named_and_what_was_said_of_it_is_kept() {
    let at = begun("要点.csv", STRANGE.as_bytes(), "zh");
    let does = |line: &str| workplan(line).within(at.path()).run();
    let refused = does("import 要点.csv --as tasks --plan p");
    assert_eq!(refused.status, 2, "{refused}");
    assert!(refused.stderr.contains("推进事宜：可能是“工作任务”，如是，加 --map '推进事宜=工作任务'"), "{refused}");
    assert!(refused.stderr.contains("推进说明：可能是“进展情况”"), "{refused}");
    let taken =
        does("import 要点.csv --as tasks --plan p --map 推进事宜=工作任务 --map 推进说明=进展情况 --map 工作标准=");
    assert_eq!(taken.status, 0, "{taken}");
    let head = std::fs::read_to_string(at.path().join("p/plan.yaml")).unwrap();
    assert!(head.contains("columns:\n  - 推进事宜=工作任务\n  - 推进说明=进展情况\n  - 工作标准=\n"), "{head}");
    let tasks = std::fs::read_to_string(&files(at.path())[0]).unwrap();
    assert!(tasks.contains("deadline: 2020-07-20"), "{tasks}");
    let returns = does("import 要点.csv --plan p --date 2020-09-01");
    assert_eq!(returns.status, 0, "it comes back without flags: {returns}");
    assert!(returns.text().contains("进展情况：已起草") && !returns.stderr.contains("没有采用"), "{returns}");
    let other = "序号,工作任务,进展情况\n1-01,,已印发\n";
    std::fs::write(at.path().join("别的.csv"), other).unwrap();
    let other = does("import 别的.csv --plan p --date 2020-09-02");
    assert_eq!(other.status, 0, "a ledger without those columns is as good: {other}");
}

#[cfg(unix)]
#[test]
fn on_a_terminal_it_is_asked_what_a_column_holds() {
    let at = begun("要点.csv", b"Undertaking,Department,Due\nDraw up the flood plan,Works Office,2020-07-31\n", "en");
    let mut terminal = crate::program::terminal("import 要点.csv --as tasks --plan p", at.path());
    terminal.exp_string("what does the column `Undertaking` hold?").unwrap();
    terminal.send("\r").unwrap();
    terminal.flush().unwrap();
    terminal.exp_string("1 new task").unwrap();
    terminal.exp_eof().unwrap();
    let head = std::fs::read_to_string(at.path().join("p/plan.yaml")).unwrap();
    assert!(head.contains("- Undertaking=Title"), "{head}");
}

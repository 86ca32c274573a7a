//! `workplan import`.

use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::sessions;

/// A sheet on which texts stand row by row, an empty text leaving its cell out.
pub(crate) fn rows(sheet: &mut Worksheet, first: u32, rows: &[&[&str]]) {
    for (row, cells) in (first..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            if !text.is_empty() {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
}

fn saved(mut book: Workbook) -> Vec<u8> {
    book.save_to_buffer().unwrap()
}

/// What a unit sends in: title, legend, a header of two rows, a hidden column, a total, a footnote.
pub(super) fn filled_in() -> Vec<u8> {
    let mut book = Workbook::new();
    let cover = book.add_worksheet().set_name("说明").unwrap();
    cover.write_string(0, 0, "请填写第二张表").unwrap();
    let sheet = book.add_worksheet().set_name("进展").unwrap();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 9, "小镇2020年下半年工作任务分解表", &plain).unwrap();
    sheet.merge_range(1, 0, 1, 9, "填报单位：规建办　　截至11月20日", &plain).unwrap();
    for (column, name) in
        [(0, "序号"), (1, "工作任务"), (2, "量化\n指标"), (7, "进展情况"), (8, "存在问题"), (9, "内部栏")]
    {
        sheet.merge_range(3, column, 4, column, name, &plain).unwrap();
    }
    sheet.merge_range(3, 3, 3, 4, "数值", &plain).unwrap();
    rows(sheet, 4, &[&["", "", "", "目标值（户）", "目前值"]]);
    sheet.merge_range(3, 5, 4, 5, "填报日期", &plain).unwrap();
    sheet.merge_range(3, 6, 4, 6, "状态", &plain).unwrap();
    sheet.merge_range(5, 0, 5, 9, "一、乡村振兴", &plain).unwrap();
    rows(
        sheet,
        6,
        &[
            &[
                "１１-01",
                "完成92户集中居住",
                "集中居住户数",
                "92户",
                "",
                "",
                "推进中",
                "第二批，签约\n完成",
                "—",
                "内部",
            ],
            &["", "迎接市级\n评审", "", "", "", "2020年11月18日", "已完成", "通过评审", "", ""],
            &["", "", "", "", "", "", "", "", "", ""],
            &["二、城镇管理", "", "", "", "", "", "", "", "", ""],
            &["2-01", "点位销项与水质", "点位\n水质", "3个\nⅢ", "1个\nIV", "2020.11.19", "推进中", "", "", ""],
            &["2-02", "持续做好宣传", "", "", "", "", "未启动", "无", "", ""],
            &["合计", "4项", "", "", "71", "", "", "", "", ""],
            &["注：数值均为累计数", "", "", "", "", "", "", "", "", ""],
        ],
    );
    sheet.write_number(6, 4, 70).unwrap();
    let day = Format::new().set_num_format("yyyy/m/d");
    sheet
        .write_datetime_with_format(6, 5, rust_xlsxwriter::ExcelDateTime::from_ymd(2020, 11, 20).unwrap(), &day)
        .unwrap();
    sheet.set_column_hidden(0).unwrap();
    sheet.set_row_hidden(8).unwrap();
    saved(book)
}

/// Everything that the plan says of its tasks comes back, and is found on the one sheet that holds tasks.
#[test]
fn a_workbook_of_ours_gives_the_same_tasks_in_an_empty_plan() {
    let at = crate::program::folder(&[]);
    let real = crate::program::top().join("plans/jinze-2020h2");
    let real = real.to_str().unwrap();
    let does = |line: &str| {
        let ran = crate::program::workplan(line).within(at.path()).run();
        assert_eq!(ran.status, 0, "{ran}");
        ran.text().to_owned()
    };
    does(&format!("export --plan {real} --as-of 2020-11-24 --split-by lead --out all.xlsx"));
    does(
        "init new --title 新计划 --issuer 甲镇人民政府 --issued 2020-07-01 --start 2020-07-01 --end 2020-12-31 --lang zh",
    );
    does("import all.xlsx --as tasks --plan new");
    let differs = does(&format!("diff {real} new --lang zh"));
    let only = differs.contains("1 项调整") && differs.contains("“完成实事项目数”清单");
    assert!(only, "a checklist is a file of its own, everything else is the same: {differs}");
    let head = std::fs::read_to_string(at.path().join("new/plan.yaml")).unwrap();
    assert!(head.contains("{ name: 规划建设和生态环境办公室, short: 规建办 }"), "{head}");
}

#[test]
fn a_ledger_filled_in_becomes_entries() {
    sessions("import-journal", |desk| {
        desk.puts("规建办.xlsx", filled_in());
        assert_eq!(desk.does("import 规建办.xlsx --by 规建办 --dry-run").status, 0);
        assert_eq!(desk.does("import 规建办.xlsx --by 规建办").status, 0);
        let once = desk.holds("progress/2020-11.yaml");
        assert_eq!(desk.does("import 规建办.xlsx --by 规建办").status, 0);
        assert_eq!(desk.holds("progress/2020-11.yaml"), once, "the same once more adds nothing");
        desk.shows("progress/2020-11.yaml");
    });
}

#[test]
fn every_fault_is_listed_with_its_cell_and_nothing_is_written() {
    sessions("import-faults", |desk| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("进展").unwrap();
        rows(
            sheet,
            0,
            &[
                &["编号", "工作任务", "当前值", "填报日期", "填报单位", "状态", "节点", "进展情况"],
                &["11-01", "", "很多", "2020-11-31", "", "差不多", "", "好"],
                &["99-01", "没有的任务", "", "", "", "", "", "好"],
                &["12-03", "", "", "周五", "规划建设和生态环境办公司", "", "", "好"],
                &["2-01", "", "3个\n2个\n1个", "", "", "", "", ""],
                &["2-01", "", "点位=1", "2020-11-20", "", "销号", "", ""],
                &["12-03", "", "5", "2020-11-20", "", "已撤销", "通车", ""],
                &["11-01", "", "70%", "2020-11-20", "", "", "", "带\u{1}符号"],
                &["12-03", "", "", "44155", "", "", "", "好"],
                &["11-01", "", "约80户", "月底", "", "", "", "好"],
                &["11-01", "", "七八十", "每季度", "", "", "", "好"],
                &["11-01", "", "", "2020-11-18", "", "未完成", "", "好"],
                &["11-01", "", "", "2020-11-19", "", "基本完成", "", "好"],
                &["2-01", "", "水质=劣Ⅳ", "2020-11-20", "", "", "", ""],
            ],
        );
        sheet.write_formula(14, 7, rust_xlsxwriter::Formula::new("=A1+1").set_result("#REF!")).unwrap();
        sheet.write_string(14, 0, "2-02").unwrap();
        desk.puts("returns.xlsx", saved(book));
        assert_eq!(desk.does("import returns.xlsx --strict").status, 2);
        desk.puts("returns.csv", "编号,进展情况,当前值\n11-01,好,很多\n\n99-01,好,\n");
        assert_eq!(desk.does("import returns.csv --date 2020-11-20").status, 2);
        desk.puts("doubt.csv", "编号,当前值\n11-01,60\n");
        assert_eq!(desk.does("import doubt.csv --date 2020-11-20").status, 2);
        desk.puts("evidence.csv", "编号,进展情况,佐证材料\n11-01,好,../../外.pdf\n");
        assert_eq!(desk.does("import evidence.csv --date 2020-11-20").status, 2);
        assert_eq!(desk.holds("progress/2020-11.yaml"), "");
    });
}

#[test]
fn a_state_that_cannot_be_entered_stops_no_return() {
    sessions("import-states", |desk| {
        desk.puts(
            "jira.csv",
            "Issue key,Summary,Status,进展情况\n\
             11-01,完成92户集中居住,In Review,第二批签约\n\
             12-03,迎接市级评审,Won’t Do,\n\
             2-01,点位销项与水质,差不多,评审材料已报\n",
        );
        assert_eq!(desk.does("import jira.csv --date 2020-11-20").status, 0);
        desk.shows("progress/2020-11.yaml");
        assert_eq!(desk.does("import jira.csv --date 2020-11-20").status, 0, "what is known is not entered again");
        desk.shows("progress/2020-11.yaml");
        assert_eq!(desk.does("import jira.csv --date 2020-11-21 --strict").status, 2);
    });
}

#[test]
fn changes_of_the_plan_itself_are_neither_taken_nor_dropped_in_silence() {
    sessions("import-changes", |desk| {
        desk.puts(
            "规建办.csv",
            "序号,工作任务,量化指标,目标值,当前值,完成率,责任单位,完成时限,状态,进展情况,销号日期,备注\n\
             11-01,完成90户集中居住,集中居住户数,90户,70,80%,规建办,年底,推进中,第二批完成,,\n\
             12-03,迎接市级评审,,,,,党政办公室、社建办,12月15日,未启动,,2020-11-30,评审组改期\n\
             2-01,点位销项与水质,点位；水质,3个；Ⅱ,1个；—,,社建办,,推进中,,,\n",
        );
        assert_eq!(desk.does("import 规建办.csv --date 2020-11-20").status, 2);
        assert_eq!(desk.does("import 规建办.csv --date 2020-11-20 --progress-only").status, 0);
        desk.shows("progress/2020-11.yaml");
    });
}

#[test]
fn a_change_that_cannot_be_read_is_said_to_be_unreadable() {
    sessions("import-changes-unread", |desk| {
        desk.puts(
            "规建办.csv",
            "序号,工作任务,量化指标,目标值,完成时限,进展情况\n11-01,完成92户集中居住,集中居住户数,约95户,每季度,好\n",
        );
        assert_eq!(desk.does("import 规建办.csv --date 2020-11-20").status, 2);
    });
}

#[test]
fn what_is_no_ledger_is_said_to_be_none() {
    sessions("import-refused", |desk| {
        let mut book = Workbook::new();
        let one = book.add_worksheet().set_name("甲表").unwrap();
        rows(one, 0, &[&["编号", "进展情况", "推进说明"], &["11-01", "好", "更好"]]);
        let other = book.add_worksheet().set_name("乙表").unwrap();
        rows(other, 0, &[&["编号", "完成情况", "落实情况"], &["11-01", "好", "更好"]]);
        desk.puts("two.xlsx", saved(book));
        desk.does("import two.xlsx");
        desk.does("import two.xlsx --sheet 丙表");
        desk.does("import two.xlsx --sheet 乙表");
        desk.does("import two.xlsx --sheet 乙表 --map 落实情况= --date 2020-11-20 --dry-run");
        desk.does("import two.xlsx --sheet 甲表 --map 进展情况= --map 推进说明=进展 --date 2020-11-20 --dry-run");
        desk.does("import two.xlsx --sheet 甲表 --map 没有的列=进展情况");
        desk.does("import two.xlsx --map 进展情况=没有的内容");
        desk.puts("headless.csv", "11-01,70\n");
        desk.does("import headless.csv");
        desk.does("import missing.xlsx");
        desk.puts("cut.xlsx", filled_in().get(..3000).unwrap());
        desk.does("import cut.xlsx");
        desk.puts("cut.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
        desk.does("import cut.xls");
        desk.puts("noise.csv", b"\xff\x00\x80\xff\xff");
        desk.does("import noise.csv");
    });
}

/// An existing ledger: sections as merged rows, a task over two rows, units that the plan does not know.
fn existing() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("分解表").unwrap();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 9, "小镇2020年下半年重点工作分解表", &plain).unwrap();
    rows(
        sheet,
        2,
        &[&[
            "序号",
            "重点工作",
            "考核指标",
            "目标值",
            "责任单位",
            "协办单位",
            "分管领导",
            "完成时间",
            "完成情况",
            "备注",
        ]],
    );
    sheet.merge_range(3, 0, 3, 9, "一、乡村振兴", &plain).unwrap();
    sheet.merge_range(4, 0, 4, 9, "（二）乡村（共1项）", &plain).unwrap();
    rows(
        sheet,
        5,
        &[&[
            "1",
            "完成30户庭院整治",
            "整治户数",
            "30户",
            "规建办、农业农村服务中心",
            "社建办",
            "王某",
            "11月底",
            "已整治12户",
            "",
        ]],
    );
    sheet.merge_range(6, 0, 6, 9, "三、民生保障", &plain).unwrap();
    rows(
        sheet,
        7,
        &[
            &["2", "提升便民服务", "", "", "社区事务受理服务中心", "", "", "持续推进", "", ""],
            &["3", "", "平均等候时间", "不超过15分钟", "", "", "", "年底", "", "窗口办件"],
            &["", "", "办件满意率", "95%以上", "", "", "", "", "", ""],
            &["4", "修订应急预案", "完成修订并报审", "", "党政办公室", "", "", "2020.9.30", "", ""],
            &["5", "完成92户集中居住", "", "", "", "", "", "", "", ""],
            &["", "合计", "", "5项", "", "", "", "", "", ""],
        ],
    );
    sheet.merge_range(8, 1, 9, 1, "缩短窗口等候", &plain).unwrap();
    sheet.merge_range(8, 0, 9, 0, "3", &plain).unwrap();
    sheet.merge_range(8, 4, 9, 4, "党政办公室", &plain).unwrap();
    sheet.merge_range(8, 7, 9, 7, "年底", &plain).unwrap();
    saved(book)
}

#[test]
fn an_existing_ledger_becomes_tasks() {
    sessions("import-tasks", |desk| {
        desk.puts("台账.xlsx", existing());
        assert_eq!(desk.does("import 台账.xlsx --as tasks --dry-run").status, 0);
        assert_eq!(desk.does("import 台账.xlsx --as tasks").status, 0);
        let once = (desk.holds("plan.yaml"), desk.holds("tasks/3-民生保障.yaml"));
        assert_eq!(desk.does("import 台账.xlsx --as tasks").status, 0);
        assert_eq!(
            once,
            (desk.holds("plan.yaml"), desk.holds("tasks/3-民生保障.yaml")),
            "the same once more adds nothing"
        );
        desk.shows("plan.yaml");
        desk.shows("tasks/3-民生保障.yaml");
        assert_eq!(desk.does("import 台账.xlsx --date 2020-11-20").status, 0, "its progress comes in as a second step");
        desk.shows("progress/2020-11.yaml");
    });
}

#[test]
fn a_ledger_that_makes_no_plan_is_refused_by_its_cells() {
    sessions("import-tasks-refused", |desk| {
        desk.puts(
            "台账.csv",
            "序号,板块,工作任务,量化指标,目标值,责任单位,完成时限,村居\n\
             1,城镇管理,甲,户数；个数,30户,规建半,11月底,龚都村\n\
             2,乡村振兴,乙,,,规建办,11月31日,没有村\n\
             3,,丙,,,规建办,尽快,\n\
             4,城镇管理,,,30户,规建办,,\n\
             2-07,,丁,点数,0个,党政办公室,2020-11-30,\n\
             2-08,,戊,点数,10个,党政办公室,2021-11-30,\n",
        );
        assert_eq!(desk.does("import 台账.csv --as tasks --strict").status, 2);
        desk.puts("台账二.csv", "序号,工作任务,完成时限\n2-08,戊,2021-11-30\n");
        desk.does("import 台账二.csv --as tasks");
        desk.puts("台账三.csv", "工作任务,完成时限\n己,11月底\n");
        assert_eq!(desk.does("import 台账三.csv --as tasks --section 城镇管理 --dry-run").status, 0);
        assert_eq!(desk.does("import 台账三.csv --as tasks --dry-run").status, 0);
    });
}

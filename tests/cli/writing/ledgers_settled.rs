//! Ledgers whose columns are settled by what stands in them: each is imported as tasks, and comes back as returns.

use rust_xlsxwriter::{Format, Workbook};

use super::import::rows;
use super::ledgers::{begun, files};
use crate::program::workplan;

/// What the import says, the tasks that it writes, and what the same ledger says as a return.
pub(super) fn read(name: &str, ledger: &[u8], lang: &str) -> (String, String, String) {
    let at = begun(name, ledger, lang);
    let does = |line: &str| workplan(line).within(at.path()).run();
    let tasks = does(&format!("import {name} --as tasks --plan p"));
    assert_eq!(tasks.status, 0, "{tasks}");
    assert_eq!(does("check --plan p").status, 0, "{name}");
    let texts = files(at.path()).iter().map(|file| std::fs::read_to_string(file).unwrap()).collect::<String>();
    let returns = does(&format!("import {name} --plan p --date 2020-09-01"));
    if returns.status == 0 {
        let again = does(&format!("import {name} --plan p --date 2020-09-01"));
        let is_known = ["没有新内容", "没有需要写入", "nothing new", "nothing to"]
            .iter()
            .any(|word| again.to_string().contains(word));
        assert!(is_known, "{again}");
    }
    (tasks.to_string(), texts, returns.to_string())
}

pub(super) fn holds(text: &str, wanted: &[&str]) {
    for wanted in wanted {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
}

#[test]
fn one_name_over_several_deeds_is_a_theme_and_no_row_is_lost() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("分解").unwrap();
    let plain = Format::new();
    rows(
        sheet,
        0,
        &[
            &["工作任务", "具体举措", "完成时间", "牵头单位"],
            &["", "", "", ""],
            &["做强果业", "改造果园300亩", "9月底", "农办"],
            &["", "新建分拣线1条", "11月底", "经发办"],
            &["", "", "", ""],
            &["办好食堂", "改造学校食堂2个", "8月底", "教育办"],
        ],
    );
    sheet.merge_range(1, 0, 1, 3, "一、产业", &plain).unwrap();
    sheet.merge_range(2, 0, 3, 0, "做强果业", &plain).unwrap();
    sheet.merge_range(4, 0, 4, 3, "二、民生", &plain).unwrap();
    let (tasks, texts, _) = read("分解.xlsx", &book.save_to_buffer().unwrap(), "zh");
    holds(&tasks, &["1 产业、2 民生、11 做强果业、21 办好食堂"]);
    holds(&texts, &["title: 改造果园300亩", "title: 新建分拣线1条", "lead: 经发办", "deadline: 2020-11-30"]);
}

#[test]
fn what_a_further_row_of_a_task_says_otherwise_goes_into_its_remark() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    rows(
        sheet,
        0,
        &[
            &["工作任务", "量化指标", "目标值", "完成时间", "牵头单位"],
            &["整治村庄", "整治户数", "30户", "9月底", "农办"],
            &["", "清运垃圾", "12吨", "10月底", "农办"],
        ],
    );
    sheet.merge_range(1, 0, 2, 0, "整治村庄", &Format::new()).unwrap();
    let (tasks, texts, _) = read("表.xlsx", &book.save_to_buffer().unwrap(), "zh");
    holds(&tasks, &["D3: 同一任务的另一行写得不同；已写入备注，待核"]);
    holds(&texts, &["清运垃圾", "deadline: 2020-09-30", "【待核】完成时限：10月底"]);
}

#[test]
fn a_list_of_projects_is_read_whole() {
    let ledger = "序号,项目名称,建设内容及规模,年度目标,开工时间,竣工时间,形象进度,牵头单位及责任人,包联领导,来源\n\
        1,南塘改造,清淤2公里,11月底前投用,2020年9月,2020年11月,35%,水利站 王五,赵六,县督查通知\n\
        2,幼儿园扩建,新增4个班,完成投资300万元,第三季度,2020.12,10%,教育办,赵六,\n\
        填报人：李某,,,审核人：陈某,,,,,,\n";
    let (tasks, texts, returns) = read("项目.csv", ledger.as_bytes(), "zh");
    holds(
        &texts,
        &[
            "source: 清淤2公里\n  origin: 县督查通知",
            "lead: 水利站\n  person: 王五\n  leader: 赵六",
            "start: 2020-09-01\n  deadline: 2020-11-30",
            "量化指标：11月底前投用",
            "name: 投资, unit: 万元, target: 300",
            "start: 2020-07-01",
        ],
    );
    holds(&tasks, &["填报人：李某 审核人：陈某"]);
    assert!(!tasks.contains("没有写工作任务"), "{tasks}");
    holds(&returns, &["自报进度：35%"]);
}

#[test]
fn a_unit_counts_and_what_is_not_counted_stops_no_return() {
    let ledger =
        "序号,重点工作,年度目标,单位,累计完成,责任人\n1,改厕,200,户,85,王五\n2,安全检查,每月不少于4次,次,12,赵六\n";
    let (_, texts, returns) = read("月报.csv", ledger.as_bytes(), "zh");
    holds(&texts, &["unit: 户, target: 200", "量化指标：每月不少于4次"]);
    assert!(returns.contains("exit 0"), "{returns}");
    holds(&returns, &["完成数：85户", "【待核】当前值：12"]);
    let at = begun("月报.csv", ledger.as_bytes(), "zh");
    let does = |line: &str| workplan(line).within(at.path()).run();
    assert_eq!(does("import 月报.csv --as tasks --plan p").status, 0);
    assert_eq!(does("import 月报.csv --plan p --date 2020-09-01 --strict").status, 2);
}

#[test]
fn words_of_states_are_states_whatever_their_column_is_called() {
    let ledger = "任务描述,进展,最新进展记录,任务执行人,开始日期,预计完成日期\n理档案,进行中,已理300卷,王五,2020-08-01,2020-09-30\n还材料,已完成,,赵六,2020-08-01,2020-08-31\n";
    let (_, texts, returns) = read("清单.csv", ledger.as_bytes(), "zh");
    holds(&texts, &["title: 理档案", "person: 王五", "deadline: 2020-09-30"]);
    holds(&returns, &["状态：未启动 → 推进中；进展情况：已理300卷", "状态：未启动 → 已完成"]);
    let words = "工作任务,牵头单位,进度\n修路,甲办,正在招标\n植树,乙办,完成一半\n";
    holds(&read("词.csv", words.as_bytes(), "zh").2, &["进展情况：正在招标", "进展情况：完成一半"]);
}

#[test]
fn numbers_with_points_are_an_outline_and_steps_may_be_days() {
    let ledger = "编号,任务名称,起止时间,负责人,节点\n1,数字平台,,,\n1.1,需求调研,7月至8月,王五,\n1.2,系统开发,2020年9月—11月,王五,\n";
    let (tasks, texts, _) = read("计划.csv", ledger.as_bytes(), "zh");
    holds(&tasks, &["数字平台"]);
    holds(&texts, &["start: 2020-07-01\n  deadline: 2020-08-31", "start: 2020-09-01\n  deadline: 2020-11-30"]);
    assert!(!texts.contains("title: 数字平台"), "{texts}");
    let steps = "工作任务,牵头单位,节点\n修路,甲办,2020年第三季度\n植树,乙办,常态化\n";
    holds(&read("节点.csv", steps.as_bytes(), "zh").1, &["deadline: 2020-09-30", "kind: continuous"]);
}

#[test]
fn groups_answers_and_shares_of_other_programs_are_what_they_are() {
    let board = "Village plan,,\nTo do,,\nName,Person,Status\nClean well,Ann,Working on it\n,,\nDone,,\nName,Person,Status\nBuy rope,Bob,Done\n";
    let (tasks, texts, _) = read("board.csv", board.as_bytes(), "en");
    holds(&tasks, &["1 To do, 2 Done", "Clean well", "Buy rope"]);
    assert!(!texts.contains("title: Done"), "{texts}");
    let project = "Task Name,Start,Finish,Percent_Complete,Milestone,Outline Level\nWorks,,,0.5,No,1\nSurvey,2020-07-06,2020-07-17,1,No,2\nBuild,2020-08-03,2020-11-27,0.25,No,2\n";
    let (tasks, _, returns) = read("project.csv", project.as_bytes(), "en");
    holds(&tasks, &["Milestone"]);
    holds(&tasks, &["11 Works"]);
    holds(&returns, &["25%", "100%"]);
}

#[test]
fn a_board_of_trello_names_its_lists_and_members() {
    let board = r#"{"actions":[{"id":"x"}],"lists":[{"id":"l","name":"Doing"}],"members":[{"id":"m","fullName":"Ann Hill"}],
"cards":[{"name":"Paint the fence","desc":"Green","idList":"l","idMembers":["m"],"due":"2020-09-30T09:00:00Z","dueComplete":true,"labels":[{"name":"garden"}],"closed":false}]}"#;
    let (_, texts, returns) = read("board.json", board.as_bytes(), "en");
    holds(
        &texts,
        &["title: Paint the fence", "person: Ann Hill", "deadline: 2020-09-30", "tags: [garden]", "note: Green"],
    );
    holds(&returns, &["done"]);
}

#[test]
fn pages_of_notion_are_known_by_their_names() {
    let ledger = "Name,Assign,Due,Project,Blocked by\nWrite tender,Ann,\"July 6, 2020 → August 31, 2020\",Bridge (https://www.notion.so/Bridge-1?pvs=21),\nChoose builder,Bob,\"September 30, 2020\",Bridge (https://www.notion.so/Bridge-1?pvs=21),Write tender (https://www.notion.so/Write-2?pvs=21)\n";
    let (tasks, texts, _) = read("notion.csv", ledger.as_bytes(), "en");
    holds(&tasks, &["1 Bridge"]);
    holds(&texts, &["start: 2020-07-06\n  deadline: 2020-08-31", "depends: [1-01]"]);
}

#[test]
fn a_text_is_read_however_it_was_saved() {
    let text = "序号|工作任务|牵头单位\n1|修路|甲办\n";
    let gbk = [b"\xef\xbb\xbf".to_vec(), encoding_rs::GBK.encode(text).0.into_owned()].concat();
    for bytes in [text.as_bytes(), &gbk] {
        holds(&read("表.csv", bytes, "zh").1, &["title: 修路", "lead: 甲办"]);
    }
}

#[test]
fn a_document_of_word_is_told_as_that() {
    let old = [b"\xd0\xcf\x11\xe0".to_vec(), "WordDocument".bytes().flat_map(|byte| [byte, 0]).collect()].concat();
    let at = begun("台账.wps", &old, "zh");
    let ran = workplan("import 台账.wps --as tasks --plan p").within(at.path()).run();
    assert_eq!(ran.status, 2);
    holds(&ran.stderr, &[".doc 文件；请用 WPS 或 Word 另存为 .docx"]);
}

#[test]
fn the_first_of_several_units_leads_as_a_guess_unless_the_ledger_says_so() {
    let rows = "1,修桥,农办、城建办,6月底\n2,修路,城建办（牵头）、农办,9月底\n3,栽树,农办,年底\n";
    let (tasks, texts, _) = read("分工.csv", format!("序号,工作任务,责任单位,完成时限\n{rows}").as_bytes(), "zh");
    holds(&tasks, &["分工.csv:1:3: 写有几个单位、没有写明谁牵头的", "标为推定：1-01；", "confirm 1-01 牵头单位 --by"]);
    assert_eq!(texts.matches("assumed: [lead]").count(), 1, "{texts}");
    for head in ["牵头及责任单位", "责任单位（第一个为牵头单位）"] {
        let (_, texts, _) = read("分工.csv", format!("序号,工作任务,{head},完成时限\n{rows}").as_bytes(), "zh");
        assert!(!texts.contains("assumed"), "{head}: {texts}");
    }
    let below = format!("序号,工作任务,责任单位,完成时限\n{rows}注：责任单位中排在第一位的为牵头单位。,,,\n");
    assert!(!read("分工.csv", below.as_bytes(), "zh").1.contains("assumed"));
}

#[test]
fn the_items_of_a_cell_stay_one_task_and_apart() {
    let ledger = "序号,工作任务,责任人,责任单位,进展情况\n\
        ,\"1.修订章程\n2.召开大会\",\"张某\n李某\",农办,已起草\n\
        ,1.摸清底数；2.逐户销号,王某,城建办,已摸底\n";
    let (_, texts, returns) = read("分工.csv", ledger.as_bytes(), "zh");
    holds(&texts, &["title: 1.修订章程；2.召开大会", "person: 张某 李某", "title: 1.摸清底数；2.逐户销号"]);
    holds(&returns, &["已起草", "已摸底"]);
}

#[test]
fn what_is_planned_for_a_month_or_a_quarter_goes_into_the_remark_and_sets_no_deadline() {
    let ledger = "序号,工作任务,责任单位,6月底目标,第三季度,9月底前完成,2020年目标,10月进展,备注\n\
        1,修桥,农办,完成桩基,架梁,桥面,通车,已开工,县级\n";
    let (tasks, texts, _) = read("分期.csv", ledger.as_bytes(), "zh");
    holds(
        &tasks,
        &["写入备注，不作为完成时限：6月底目标、第三季度、9月底前完成、2020年目标；", "没有采用：10月进展；"],
    );
    holds(&texts, &["县级；6月底目标：完成桩基；第三季度：架梁；9月底前完成：桥面；2020年目标：通车"]);
    assert!(!texts.contains("deadline"), "{texts}");
    // As a field of the plan's own, where that is said.
    let at = begun("分期.csv", ledger.as_bytes(), "zh");
    let ran = workplan("import 分期.csv --as tasks --plan p --map 第三季度=自定义字段").within(at.path()).run();
    let texts = std::fs::read_to_string(&files(at.path())[0]).unwrap();
    assert!(ran.status == 0 && texts.contains("fields: { 第三季度: 架梁 }"), "{ran}{texts}");
}

/// As monday exports a board: its name, its groups with their heads, spans in one column, subitems with heads of their own.
#[test]
fn a_board_of_monday_has_its_groups_and_spans() {
    let head = "Name,Subitems,Owner,Status,Timeline,Due date";
    let ledger = format!(
        "Harvest fair,,,,,\n\nThis month,,,,,\n{head}\n\
         Print leaflets,,Press Office,Working on it,2020-08-03 - 2020-09-15,\n\
         Rent stands,,Works Office,Stuck,2020-09-01 - 2020-09-20,2020-09-25\n\
         Subitems,Name,Owner,Status,Date,\n,Ask for prices,Works Office,Done,2020-09-02,\n\
         \nNext month,,,,,\n{head}\nOpen day,,,,2020-10-20 - 2020-10-20,\n"
    );
    let (tasks, texts, _) = read("board.csv", ledger.as_bytes(), "en");
    holds(&tasks, &["1 This month, 2 Next month", "`Subitems`", "Ask for prices", "the deadline says otherwise"]);
    holds(&texts, &["start: 2020-08-03\n  deadline: 2020-09-15", "start: 2020-09-01\n  deadline: 2020-09-25"]);
    holds(&texts, &["Timeline: 2020-09-01 - 2020-09-20", "start: 2020-10-20\n  deadline: 2020-10-20"]);
    assert!(!texts.contains("title: Subitems"), "{texts}");
}

#[test]
fn sections_of_asana_hold_their_tasks_and_the_subtasks_of_those() {
    let old =
        "Task ID,Name,Assignee,Due Date,Projects\n1,Preparation:,,,Fair\n2,Book the hall,Eve Lund,2020-08-14,Fair\n";
    let (tasks, texts, _) = read("old.csv", old.as_bytes(), "en");
    holds(&tasks, &["sections: 1 Preparation"]);
    assert_eq!(texts.matches("- id:").count(), 1, "{texts}");
    let new = "Task ID,Name,Section/Column,Assignee,Due Date,Parent task\n\
        1,Book the hall,Preparation,Eve Lund,2020-08-14,\n2,Ask for the price,,Tom Reed,,Book the hall\n";
    let (tasks, _, _) = read("new.csv", new.as_bytes(), "en");
    assert!(tasks.contains("1 Preparation, 11 Book the hall") && !tasks.contains(", 2 new"), "{tasks}");
}

#[test]
fn columns_that_an_office_has_added_to_jira_and_short_days_are_read() {
    let jira = "Summary,Issue key,Due Date,Labels,Labels,Custom field (Start date),Custom field (Story Points)\n\
        Scan deeds,REC-1,30/Sep/20 12:00 AM,paper,deeds,02/Aug/20 12:00 AM,3\n";
    let (tasks, texts, _) = read("jira.csv", jira.as_bytes(), "en");
    holds(&texts, &["start: 2020-08-02", "deadline: 2020-09-30", "tags: [paper, deeds]"]);
    holds(&tasks, &["Custom field (Story Points)"]);
    let project = "ID,Task_Name,Start_Date,Finish_Date,Resource_Names\n1,Dig,8/3/20 8:00,9/25/20 17:00,Works Office\n";
    let (_, texts, _) = read("project.csv", project.as_bytes(), "en");
    holds(&texts, &["start: 2020-08-03", "deadline: 2020-09-25"]);
}

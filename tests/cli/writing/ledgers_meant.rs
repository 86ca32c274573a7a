//! What the cells of a ledger mean, where a program could take them for something else: each ledger is imported as tasks, and
//! comes back as returns.

use rust_xlsxwriter::Workbook;

use super::ledgers_settled::{holds, read};

#[test]
fn a_total_changes_nothing_in_how_a_sheet_is_read() {
    let rows = "序号,重点工作,具体举措,牵头单位,责任人\n1,编制规划,完成文本,规划办,张三\n1,编制规划,完成评审,规划办,李四\n2,旧房改造,改造12户,规建办,王五\n";
    let (_, plain, _) = read("分解.csv", rows.as_bytes(), "zh");
    let (_, summed, _) = read("分解.csv", format!("{rows},合计,,,\n").as_bytes(), "zh");
    holds(&plain, &["title: 完成评审", "person: 李四"]);
    assert_eq!(plain, summed);
}

#[test]
fn a_row_that_goes_on_loses_no_cell() {
    let ledger = "编号,工作任务,指标,目标值,牵头单位,完成时限,资金,标签,三季度计划\n1-1,整治河道,河道,3条,农办,11月底,120,水,开工\n,,岸线,2公里,农办,11月底,30,岸,验收\n";
    let at = super::ledgers::begun("分解.csv", ledger.as_bytes(), "zh");
    let line = "import 分解.csv --as tasks --plan p --map 资金=自定义字段";
    let tasks = crate::program::workplan(line).within(at.path()).run();
    assert_eq!(tasks.status, 0, "{tasks}");
    let text: String =
        super::ledgers::files(at.path()).iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    holds(
        &text,
        &["name: 岸线", "资金: 120", "【待核】资金：30", "【待核】标签：岸", "三季度计划：开工；", "三季度计划：验收"],
    );
}

#[test]
fn a_unit_is_kept_as_it_is_written_and_values_count_in_it() {
    let ledger = "序号,工作任务,牵头单位,目标值,当前值\n1,清欠账款,财政所,500万元,230.5\n2,招商引资,经发办,5亿元,12000万元\n3,争取资金,财政所,300万元,80万元\n";
    let (_, texts, returns) = read("清单.csv", ledger.as_bytes(), "zh");
    holds(&texts, &["unit: 万元, target: 500 ", "unit: 亿元, target: 5 "]);
    holds(&returns, &["完成数：230.5万元", "完成数：1.2亿元", "完成数：80万元"]);
}

#[test]
fn a_value_counts_in_the_unit_of_its_column_where_the_metric_has_another() {
    let at = super::ledgers::begun("回表.csv", "编号,当前值（万元）\n1-01,230.5\n".as_bytes(), "zh");
    let does = |line: &str| crate::program::workplan(line).within(at.path()).run();
    assert_eq!(does("section add 1 民生 --plan p").status, 0);
    let add = does("add --section 1 --title 清欠 --metric 清欠额=5000000元 --plan p");
    assert_eq!(add.status, 0, "{add}");
    let returns = does("import 回表.csv --plan p --date 2020-09-01");
    assert!(returns.to_string().contains("2305000元"), "{returns}");
}

#[test]
fn one_in_a_column_of_shares_is_the_whole() {
    let of = |shares: [&str; 3]| {
        let rows = shares.iter().enumerate().map(|(at, share)| format!("{at},任务{at},农办,,{share}\n"));
        let ledger = format!("序号,工作任务,牵头单位,完成时限,完成比例\n{}", rows.collect::<String>());
        read("清单.csv", ledger.as_bytes(), "zh").2
    };
    holds(&of(["0.6", "1", "0.355"]), &["自报进度：60%", "自报进度：100%", "自报进度：36%"]);
    holds(&of(["1", "0", "1"]), &["自报进度：100%"]);
    holds(&of(["60", "1", "45.5%"]), &["自报进度：60%", "自报进度：1%", "自报进度：46%"]);
    let unclear = of(["0.6", "1", "80"]);
    holds(&unclear, &["看不出“0.6”是哪一种", "看不出“1”是哪一种", "自报进度：80%"]);
    assert!(!unclear.contains("自报进度：1%"), "{unclear}");
}

#[test]
fn what_was_finished_was_finished_on_its_day() {
    let ledger = "序号,工作任务,牵头单位,状态,实际完成时间\n1,修路,规建办,已完成,2020-07-20\n2,植树,农办,已完成,2099-01-01\n3,清淤,农办,已完成,2020-06-30\n4,办证,农办,推进中,\n";
    let (_, _, returns) = read("清单.csv", ledger.as_bytes(), "zh");
    holds(&returns, &["1-01  2020-07-20", "1-02  2020-09-01", "1-03  2020-09-01", "1-04  2020-09-01"]);
    holds(&returns, &["完成日期 2099-01-01 还没有到", "完成日期 2020-06-30 早于本期首日 2020-07-01"]);
}

#[test]
fn work_that_was_given_up_is_not_done() {
    let ledger = "Issue key,Summary,Status,Resolution,Resolved\nABC-1,Build it,Closed,Fixed,2020-08-03\nABC-2,Drop it,Closed,Won't Do,2020-08-04\n";
    let (tasks, _, returns) = read("jira.csv", ledger.as_bytes(), "en");
    holds(&tasks, &["row 3 (Resolution: Won't Do)"]);
    holds(
        &returns,
        &["2020-08-03  Build it", "so `Closed` is not done", "amend 1-02 cancel --reason WHY --approved-by NAME"],
    );
    assert!(!returns.contains("2020-08-04  Drop it"), "{returns}");
}

#[test]
fn marks_and_short_words_are_states() {
    let ledger = "序号,工作任务,牵头单位,进展情况,完成情况\n1,甲,农办,已通车,√\n2,乙,农办,在施工,×\n3,丙,农办,在验收,未完成\n4,丁,农办,在施工,完成80%\n";
    let (_, _, returns) = read("清单.csv", ledger.as_bytes(), "zh");
    holds(
        &returns,
        &["状态：未启动 → 已完成；进展情况：已通车", "进展情况：在施工\n", "自报进度：80%；进展情况：在施工"],
    );
    let ledger = ledger.replace("完成80%", "进度正常，年底可完成");
    let at = super::ledgers::begun("清单.csv", ledger.as_bytes(), "zh");
    let does = |line: &str| crate::program::workplan(line).within(at.path()).run();
    does("import 清单.csv --as tasks --plan p");
    let refused = does("import 清单.csv --plan p --date 2020-09-01");
    assert_eq!(refused.status, 2, "{refused}");
    holds(&refused.to_string(), &["--map '完成情况='", "--map '完成情况=状态'"]);
}

#[test]
fn a_yes_in_the_place_of_a_day_is_a_state() {
    let ledger = "Task Name,Completed,Due Date\nBuild it,Yes,2020-09-30\nOpen it,No,2020-10-30\n";
    let (_, _, returns) = read("list.csv", ledger.as_bytes(), "en");
    holds(&returns, &["Build it  State: not started → done", "1 entry about 1 task"]);
}

#[test]
fn a_cell_of_the_plan_that_cannot_be_read_stops_no_progress() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("进展").unwrap();
    super::import::rows(sheet, 0, &[&["序号", "工作任务", "进展情况", "备注"], &["1-01", "修路", "已通车", ""]]);
    sheet.write_formula(1, 3, "=B1&B2").unwrap();
    let at = super::ledgers::begun("回表.xlsx", &book.save_to_buffer().unwrap(), "zh");
    let does = |line: &str| crate::program::workplan(line).within(at.path()).run();
    does("section add 1 民生 --plan p");
    does("add --section 1 --title 修路 --plan p");
    let plain = does("import 回表.xlsx --plan p --date 2020-09-01");
    assert_eq!(plain.status, 2, "{plain}");
    holds(&plain.to_string(), &["进展!D2", "--progress-only"]);
    let progress = does("import 回表.xlsx --plan p --date 2020-09-01 --progress-only");
    assert_eq!(progress.status, 0, "{progress}");
    holds(&progress.to_string(), &["进展情况：已通车", "进展!D2"]);
}

#[test]
fn predecessors_are_numbers_of_rows_and_what_of_them_is_not_kept_is_said() {
    let ledger = "ID,WBS,Name,Finish,Predecessors,Outline Level,Resource Names\n1,1,Prepare,8/7/20,,1,\n2,1.1,Draw it,7/14/20,,2,Dana\n3,1.2,Print it,7/18/20,2FS+2d,2,Lee[50%]\n4,2,Build it,9/13/20,\"1,3\",1,Lee\n5,3,Open it,10/20/20,\"2,4SS\",1,\n";
    let (tasks, texts, _) = read("move.csv", ledger.as_bytes(), "en");
    holds(&tasks, &["`1` has others under it", "not the kind of the link nor the lag: 2FS+2d, 4SS", "Lee[50%]"]);
    holds(&texts, &["title: Build it", "depends: [11-02]", "depends: [11-01, 12-01]", "person: Lee\n"]);
    assert!(!tasks.contains("Lee[50%], Lee"), "{tasks}");
}

#[test]
fn a_parent_with_a_state_and_a_day_of_its_own_stays_a_task() {
    let ledger = "Summary,Issue key,Status,Due date,Parent\nBig one,A-1,In Progress,2020-09-30,\nSmall one,A-2,To Do,2020-08-30,A-1\nMere head,A-3,,,\nOther one,A-4,To Do,2020-08-30,A-3\n";
    let (tasks, texts, _) = read("jira.csv", ledger.as_bytes(), "en");
    holds(&texts, &["title: Big one", "title: Small one", "title: Other one"]);
    holds(&tasks, &["Mere head"]);
    assert!(!texts.contains("title: Mere head"), "{texts}");
}

#[test]
fn numbers_in_characters_head_sections_and_what_stands_beside_is_said() {
    let ledger = "序号,项目名称,责任单位,投资\n一,产业类（2个）,,38000\n1,建设产业园,经发办,30000\n2,建设物流园,经发办,8000\n二,民生类,,\n1,改造医院,社发办,6000\n";
    let (tasks, _, _) = read("项目.csv", ledger.as_bytes(), "zh");
    holds(&tasks, &["1 产业类、2 民生类", "新增任务 3 项", "第 2 行 38000"]);
}

#[test]
fn a_ledger_of_problems_is_known_by_its_heads() {
    let ledger = "问题编号,反馈问题,问题类型,整改目标,整改措施,整改时限,责任领导,牵头单位,整改进展,是否销号,销号时间\n问-1,出水超标,水,达标排放,更换设备,11月底,刘某,规建办,已更换,是,2020-08-15\n问-2,乱倒垃圾,固废,清运垃圾300吨,逐处清运,10月底,王某,城管办,已清运100吨,否,\n";
    let (_, texts, returns) = read("整改.csv", ledger.as_bytes(), "zh");
    holds(
        &texts,
        &["title: 出水超标", "source: 更换设备", "leader: 刘某", "量化指标：达标排放", "unit: 吨, target: 300"],
    );
    holds(&returns, &["2020-08-15", "状态：未启动 → 已完成；进展情况：已更换", "进展情况：已清运100吨\n"]);
}

#[test]
fn stars_and_lists_of_others_are_their_own() {
    let ledger = "Task Name,Task Content,Assignees,Tags,Priority,Due Date,Start Date\nGamma*,**bold** and **bold**,\"[Dana Kim,Lee Wong]\",\"[hr,ward]\",No priority,1598745600000,null\nDelta,see *,[],[],null,2020-09-09*,\n";
    let (_, texts, _) = read("clickup.csv", ledger.as_bytes(), "en");
    holds(&texts, &["title: Gamma*\n", "**bold** and **bold**", "person: Dana Kim,Lee Wong", "tags: [hr, ward]\n"]);
    holds(&texts, &["deadline: 2020-08-30", "deadline: 2020-09-09", "note: see *"]);
    assert!(!texts.contains("null") && !texts.contains("[]"), "{texts}");
}

#[test]
fn comments_and_hidden_sheets_are_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("台账").unwrap();
    super::import::rows(sheet, 0, &[&["工作任务", "牵头单位", "完成时限"], &["修路", "规建办、各部门", "11月底"]]);
    sheet.insert_note(1, 2, &rust_xlsxwriter::Note::new("提前到10月底")).unwrap();
    let hidden = book.add_worksheet().set_name("旧表").unwrap();
    hidden.set_hidden(true);
    super::import::rows(hidden, 0, &[&["工作任务", "牵头单位"], &["旧事", "农办"]]);
    let (tasks, texts, _) = read("台账.xlsx", &book.save_to_buffer().unwrap(), "zh");
    holds(&tasks, &["批注没有导入：C2“", "提前到10月底", "隐藏的工作表没有读取：旧表", "“各部门”不是一个单位"]);
    holds(&texts, &["lead: 规建办", "【待核】牵头单位：规建办、各部门"]);
}

#[test]
fn what_json_holds_deeper_is_kept_or_named() {
    let board = r#"{"lists":[{"id":"l","name":"Doing"}],"members":[],"checklists":[{"idCard":"c","name":"Steps","checkItems":[{"name":"fit it","state":"complete"}]}],"actions":[{"data":{"text":"on its way","card":{"id":"c"}}}],"cards":[{"id":"c","name":"Fix the gate","desc":"","closed":false,"idList":"l"},{"id":"d","name":"Old one","desc":"","closed":true,"idList":"l"}]}"#;
    let (tasks, _, _) = read("board.json", board.as_bytes(), "en");
    holds(&tasks, &["archived, checklists, comments", "row [2] (archived: true)", "board.json:[1]"]);
    let project = r#"{"items":[{"title":"Add it","content":{"body":"Do it so","title":"Add it"},"assignees":[{"login":"lee","name":""}],"status":"Todo"}]}"#;
    let (_, texts, _) = read("project.json", project.as_bytes(), "en");
    holds(&texts, &["note: Do it so", "person: lee"]);
    assert!(!texts.contains("source"), "{texts}");
}

#[test]
fn a_plan_of_ms_project_is_named_with_the_way_to_save_it() {
    let plan = "<?xml version=\"1.0\"?><Project xmlns=\"http://schemas.microsoft.com/project\"><Tasks/></Project>";
    let at = super::ledgers::begun("move.xml", plan.as_bytes(), "en");
    let refused = crate::program::workplan("import move.xml --as tasks --plan p").within(at.path()).run();
    assert_eq!(refused.status, 2, "{refused}");
    holds(&refused.to_string(), &["save it as CSV or as an Excel workbook"]);
}

#[test]
fn the_order_of_a_day_is_told_by_its_column() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Tasks").unwrap();
    super::import::rows(
        sheet,
        0,
        &[
            &["Task Name", "Start date", "Due date", "Seen"],
            &["Fit it", "07/03/2020", "09/30/2020", "31/07/2020"],
            &["Check it", "", "09/10/2020", "01/08/2020"],
        ],
    );
    let (_, texts, _) = read("plan.xlsx", &book.save_to_buffer().unwrap(), "en");
    holds(&texts, &["deadline: 2020-09-30", "deadline: 2020-09-10", "[to be checked] Start: 07/03/2020"]);
}

#[test]
fn days_that_are_written_short_are_read() {
    let ledger = "序号,工作任务,牵头单位,完成时限\n1,甲,农办,12.20\n2,乙,农办,20年9月\n3,丙,农办,12月31日24时前\n4,丁,农办,2020年10月31日（已完成）\n5,戊,农办,12.2\n";
    let (tasks, texts, _) = read("清单.csv", ledger.as_bytes(), "zh");
    holds(&texts, &["deadline: 2020-12-20", "deadline: 2020-09-30", "deadline: 2020-12-31", "deadline: 2020-10-31"]);
    holds(&texts, &["【待核】完成时限：12.2"]);
    holds(&tasks, &["日期后的“已完成”没有作为状态记入"]);
}

#[test]
fn a_task_is_known_by_the_ledgers_own_number_when_its_title_has_changed() {
    let ledger =
        "Issue key,Summary,Status,Inward issue link (Blocks)\nABC-1,Build it,To Do,\nABC-2,Open it,To Do,ABC-1\n";
    let renamed = ledger.replace("Open it", "Open the house");
    for kept in ["source-id", "Issuekey"] {
        let at = super::ledgers::begun("jira.csv", ledger.as_bytes(), "en");
        let does = |line: &str| crate::program::workplan(line).within(at.path()).run();
        let import = crate::program::workplan("import jira.csv --as tasks --plan p").within(at.path());
        let import = if kept == "Issuekey" { import.arg("--map").arg("Issue key=own fields") } else { import };
        assert_eq!(import.run().status, 0, "{kept}");
        let texts: String =
            super::ledgers::files(at.path()).iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
        holds(&texts, &[&format!("{kept}: ABC-2"), "depends: [1-01]"]);
        std::fs::write(at.path().join("jira.csv"), &renamed).unwrap();
        let again = does("import jira.csv --as tasks --plan p");
        holds(&again.to_string(), &["0 new tasks; 2 more are in the plan already"]);
        let returns = does("import jira.csv --plan p --date 2020-09-01");
        holds(&returns.to_string(), &["amend 1-02 title 'Open the house'"]);
    }
}

#[test]
fn a_number_that_several_rows_bear_tells_none_of_them() {
    let ledger = "问题编号,反馈问题,牵头单位,整改进展\n问-1,油烟扰民,城管办,已整治\n问-1,油烟扰民（续）,城管办,已订制度\n问-2,出水超标,规建办,已更换\n";
    let (_, texts, returns) = read("整改.csv", ledger.as_bytes(), "zh");
    assert_eq!(texts.matches("原编号: 问-1").count(), 2, "{texts}");
    holds(&returns, &["3 条记录，涉及 3 项任务", "exit 0"]);
}

#[test]
fn numbers_of_rows_are_not_kept_and_a_field_that_there_is_is_not_declared_again() {
    let ledger = "序号,工作任务,牵头单位,备注,当前值\n1,修路,规建办,快,3\n2,植树,农办,慢,4\n";
    let (_, texts, _) = read("清单.csv", ledger.as_bytes(), "zh");
    assert!(!texts.contains("fields:"), "{texts}");
    let at = super::ledgers::begun("清单.csv", ledger.as_bytes(), "zh");
    let does = |line: &str| crate::program::workplan(line).within(at.path()).run();
    let refused = does("import 清单.csv --as tasks --plan p --map 备注=自定义字段");
    assert_eq!(refused.status, 2, "{refused}");
    holds(&refused.to_string(), &["“备注”与已有字段重名", "workplan field add"]);
    let kept = does("import 清单.csv --as tasks --plan p --map 序号=自定义字段");
    assert_eq!(kept.status, 0, "{kept}");
    let texts: String =
        super::ledgers::files(at.path()).iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    holds(&texts, &["原编号: 2"]);
}

#[test]
fn the_command_that_is_proposed_names_the_sheet() {
    let mut book = Workbook::new();
    for name in ["城建", "民生 一"] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        super::import::rows(sheet, 0, &[&["工作任务", "牵头单位", "进展情况"], &[name, "农办", "已开工"]]);
    }
    let at = super::ledgers::begun("台账.xlsx", &book.save_to_buffer().unwrap(), "zh");
    let told = crate::program::workplan("import 台账.xlsx --as tasks --plan p --sheet").arg("民生 一");
    let told = told.within(at.path()).run();
    holds(&told.to_string(), &["workplan import 台账.xlsx --sheet '民生 一' --date 日期"]);
}

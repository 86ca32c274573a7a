//! What the cells of a ledger mean, where a program could take them for something else: each ledger is imported as tasks, and
//! comes back as returns.

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
    holds(&text, &["name: 岸线", "资金: 120", "【待核】资金：30", "【待核】标签：岸", "三季度计划：开工；", "三季度计划：验收"]);
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

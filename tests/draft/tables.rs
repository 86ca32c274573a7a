//! Tables whose numbers have columns of their own, and tables that copying has flattened over several pages.

use super::forms::said_of;
use super::*;

#[test]
fn columns_of_numbers_have_the_unit_of_their_head_or_of_a_column_beside() {
    let years = "某区2026—2028年科技创新行动方案\n一、主要指标\n\
                 序号\t指标名称\t计量单位\t2025年（基期）\t2026年\t2027年\t2028年\t责任单位\n\
                 1\t研发费用支出\t亿元\t30\t32\t36\t41\t区工信局\n\
                 2\t新增“小巨人”企业\t家\t2\t3\t4\t5\t区科技局\n";
    assert_eq!(
        said_of(years),
        [
            "研发费用支出|区工信局|2028-12-31 研发费用支出（2026年） 32亿元 研发费用支出（2027年） 36亿元 研发费用支出（2028年） 41亿元",
            "新增“小巨人”企业|区科技局|2028-12-31 新增“小巨人”企业（2026年） 3家 新增“小巨人”企业（2027年） 4家 新增“小巨人”企业（2028年） 5家",
        ]
    );
    let places = "某县2026年粪肥还田方案\n一、任务分解\n\
                  乡镇（街道）\t实施面积（亩）\t示范片（个）\t联系人\n\
                  甲镇\t28000\t2\t张某\n乙街道\t16000\t1\t李某\n合计\t44000\t3\t\n";
    assert_eq!(
        said_of(places),
        ["甲镇|甲镇| 实施面积 28000亩 示范片 2个", "乙街道|乙街道| 实施面积 16000亩 示范片 1个"]
    );
    let done = "某县2026年通报\n一、进度\n乡镇\t任务数（亩）\t完成数（亩）\t排名\n甲镇\t3600\t2455\t1\n";
    assert_eq!(said_of(done), [""; 0], "what was done is no work");
    verify(years);
    verify(places);
}

#[test]
fn a_table_of_yearly_targets_is_due_at_the_end_of_the_year() {
    let text = "某县2026年重点工作任务分解表\n一、稳增长\n\
                序号\t工作任务\t年度目标\t一季度\t三季度\t四季度\t牵头单位\n\
                1\t稳定工业增长\t增加值增长8.5%\t增长7%\t增长8%\t增长8.5%\t县经信局\n\
                2\t新建第三小学\t新增学位900个\t主体封顶\t投入使用\t—\t县教育局\n";
    let drafted = draft(text, &given(), today());
    let days: Vec<_> =
        drafted.tasks().map(|task| task.deadline.as_ref().map(|day| (day.date.to_string(), day.sure))).collect();
    assert_eq!(days, [Some(("2026-12-31".to_owned(), false)), None], "it is done before the last quarter");
}

#[test]
fn a_flattened_table_goes_on_over_pages_and_headings_with_cells_broken_over_lines() {
    let heads = "序号\n重点任务\n具体举措\n牵头科室\n配合科室\n完成时限\n";
    let text = format!(
        "某区2026年重点工作任务分解表\n\n{heads}\n一、立德树人\n\n\
         1\n思政课建设\n打造区级实\n践基地6个。\n甲科\n乙室\n9月底前\n\n\
         2\n体教融合\n优良率达到62%。\n丙科\n—\n6月底前\n\n— 1 —\n\n{heads}\n二、均衡发展\n\n\
         3\n学位供给\n新增学位2160个。\n丁办\n甲科、\n丙科\n8月25日前\n"
    );
    assert_eq!(
        said_of(&text),
        [
            "思政课建设|甲科 乙室|2026-09-30 区级实践基地数 6个",
            "体教融合|丙科|2026-06-30 优良率 62%",
            "学位供给|丁办 甲科 丙科|2026-08-25 新增学位数 2160个",
        ]
    );
    let drafted = draft(&text, &given(), today());
    let sections: Vec<&str> = drafted.sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(sections, ["立德树人", "均衡发展"]);
}

#[test]
fn bounds_and_years_beyond_the_plan_in_columns_of_numbers_are_what_they_say() {
    let text = "某局2026年工作要点\n一、主要指标\n\
                指标名称\t计量单位\t2025年（实绩）\t2026年目标\t2027年目标\t责任单位\n\
                管网长度\t公里\t320\t406\t450\t供水科\n用水量\t立方米\t58\t≤55\t≤52\t水资源科\n\
                普及率\t%\t86\t88以上\t≥90\t供水科\n平均浓度\t微克/立方米\t38\t36\t约35\t大气科\n重复率\t%\t12\t约10\t9\t大气科\n事故数\t起\t1\t0\t≤0\t大气科\n";
    verify(text);
    let drafted = draft(text, &given(), today());
    let said: Vec<String> = drafted
        .tasks()
        .map(|task| {
            let metrics = task.metrics.iter().map(|metric| format!("{:?} {}", metric.direction, metric.target));
            let metrics: Vec<String> = metrics.collect();
            format!("{:?} {} {:?} {:?}", task.kind, metrics.join(" "), task.guesses, task.steps)
        })
        .collect();
    assert_eq!(
        said,
        [
            r#"Measured AtLeast 406 [] ["2027年目标：450"]"#,
            r#"Continuous AtMost 55 [] ["2027年目标：≤52"]"#,
            r#"Measured AtLeast 88 [] ["2027年目标：≥90"]"#,
            r#"Continuous AtMost 36 [] ["2027年目标：约35"]"#,
            r#"Continuous  ["2026年目标：约10"] ["2027年目标：9"]"#,
            r#"Continuous  ["2026年目标：0"] ["2027年目标：≤0"]"#,
        ]
    );
    assert!(drafted.tasks().take(4).all(|task| task.deadline.as_ref().is_some_and(|day| day.date.year() == 2026)));
}

#[test]
fn measures_in_a_cell_are_tasks_and_what_they_come_to_is_reached() {
    assert_eq!(
        said_of(
            "某区2026年整改清单\n序号\t问题\t整改措施\t整改目标\t责任科室\t完成时限\n\
             1\t作业管理不规范，公示不到位。\t1.修订管理办法，3月31日前印发各校。2.落实公示制度，每日公示。\t公示率达到100%。\t基础教育科、教研室\t4月15日前\n"
        ),
        [
            "修订管理办法，3月31日前印发各校|基础教育科 教研室|2026-03-31",
            "落实公示制度，每日公示|基础教育科 教研室|2026-04-15",
            "公示率达到100%|基础教育科 教研室|2026-04-15 公示率 100%",
        ]
    );
}

#[test]
fn a_number_that_the_end_of_a_line_breaks_is_left_open() {
    let text = "序号\n目标任务\n配合单位\n1\n新增规模以上企业1\n0家，增加值增长8%以上\n市科技局\n";
    verify(text);
    let drafted = draft(text, &given(), today());
    let task = drafted.tasks().next().unwrap();
    assert_eq!(task.guesses, ["10家"]);
    assert_eq!(task.metrics.iter().map(|one| one.says.as_str()).collect::<Vec<_>>(), ["8%"]);
}

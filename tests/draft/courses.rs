//! When work is to be done: stages, quarters, several days of one matter, the columns and heads that say so.

use super::forms::said_of;
use super::*;

/// What the draft of a text says of each task: title, first and last day, words that set none.
fn when(text: &str) -> Vec<String> {
    let drafted = draft(text, &given(), today());
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    let tasks = drafted.tasks().map(|task| {
        let last = task.deadline.as_ref().map(|one| one.date);
        format!("{}|{}|{}|{}", task.title, day(task.start), day(last), task.unsettled.join(" "))
    });
    tasks.collect()
}

#[test]
fn stages_are_headings_whose_days_are_those_of_what_is_below() {
    let text = "某县2026年专项整治方案\n二、实施步骤\n\
                第一步：动员部署（3月1日—3月31日）\n召开动员会，制定工作方案。\n\
                第二阶段（4月1日—9月30日）：集中整治。拆除旱厕300座。\n\
                第三步，总结验收，时间为10月1日至11月30日。组织验收。\n\
                长效管理阶段。12月底前，各镇完成设施移交，建立管护机制。\n\
                三、工作要求\n落实责任。\n";
    assert_eq!(
        when(text),
        [
            "召开动员会|2026-03-01|2026-03-31|",
            "制定工作方案|2026-03-01|2026-03-31|",
            "拆除旱厕300座|2026-04-01|2026-09-30|",
            "组织验收|2026-10-01|2026-11-30|",
            "完成设施移交||2026-12-31|",
            "建立管护机制||2026-12-31|",
            "落实责任|||",
        ]
    );
    let titles: Vec<String> = draft(text, &given(), today()).sections.into_iter().map(|one| one.title).collect();
    assert_eq!(titles.first().map(String::as_str), Some("动员部署（3月1日—3月31日）"));
    assert_eq!(titles.get(1).map(String::as_str), Some("第二阶段（4月1日—9月30日）：集中整治"));
    verify(text);
}

#[test]
fn a_stage_may_be_a_year_of_several_and_stand_behind_a_number() {
    let text = "某镇\n安全生产专项整治\n三年行动实施方案\n（2024—2026年）\n一、进度安排\n\
                （一）第一阶段（2024年）：动员部署，建立台账。\n（二）第二阶段（2025年）：集中攻坚。\n";
    assert_eq!(when(text), ["动员部署，建立台账|2024-01-01|2024-12-31|", "集中攻坚|2025-01-01|2025-12-31|"]);
    let title = draft(text, &given(), today()).head.title.value;
    assert_eq!(title, "某镇安全生产专项整治三年行动实施方案（2024—2026年）");
    verify(text);
}

#[test]
fn quarters_and_months_are_headings_lines_or_the_beginnings_of_lines() {
    let text = "某局2026年工作计划\n一、一季度工作\n1.召开工作会。\n二、二季度\n1.开展演练5场。\n\
                三、行事历\n九月\n1.举办教师节活动。\n2.每月检查1次。\n十月：完成期中考试，召开家长会。\n（一）细化方案（11月底前）。各科室制定细则。\n";
    assert_eq!(
        when(text),
        [
            "召开工作会||2026-03-31|",
            "开展演练5场||2026-06-30|",
            "举办教师节活动||2026-09-30|教师节",
            "每月检查1次|||每月检查1次",
            "完成期中考试||2026-10-31|",
            "召开家长会||2026-10-31|",
            "制定细则||2026-11-30|",
        ]
    );
    verify(text);
}

#[test]
fn of_several_days_the_last_is_the_deadline_where_one_matter_ends_with_it() {
    let text = "某县2026年工作安排\n1.4月底前完成招标，5月开工，11月底前竣工。\n2.6月底前、12月底前各报送一次总结。\n\
                3.完成改造186家，其中上半年完成100家。\n4.既有住宅加装电梯90部，上半年开工不少于50部。\n\
                5.赛事于5月启动、7月20日前完成评审。\n6.每月检查1次，全年演练2次。\n";
    assert_eq!(
        when(text),
        [
            "4月底前完成招标，5月开工，11月底前竣工||2026-11-30|4月底 5月",
            "6月底前、12月底前各报送一次总结|||6月底前、12月底",
            "完成改造186家|||上半年",
            "既有住宅加装电梯90部|||上半年",
            "赛事于5月启动、7月20日前完成评审||2026-07-20|5月",
            "每月检查1次，全年演练2次|||每月检查1次",
        ]
    );
    verify(text);
}

#[test]
fn heads_may_be_long_and_columns_of_quarters_set_no_day() {
    let text = "某县2026年重点工作分解表\n\
                序号\t目标任务（责任单位）\t2026年工作目标及主要措施\t一季度\t上半年目标\t6月底目标值\t完成时限及节点要求\t责任单位及责任人\n\
                1\t招商引资\t新签约项目20个\t签约4个\t签约10个\t签约15个\t12月底前完成\t县商务局 王某\n\
                2\t乡村道路\t硬化公路35公里\t完成招标\t开工\t\t11月底\t县交通局\n";
    assert_eq!(
        said_of(text),
        ["招商引资|县商务局|2026-12-31 项目数 20个", "乡村道路|县交通局|2026-11-30 公路 35公里",]
    );
    let drafted = draft(text, &given(), today());
    let first = drafted.tasks().next().unwrap();
    assert_eq!(first.person.as_deref(), Some("王某"));
    assert_eq!(first.steps, ["一季度：签约4个", "上半年目标：签约10个", "6月底目标值：签约15个"]);
    for (lang, said) in [
        (Language::Chinese, "# 待核：表中分期写有“一季度：完成招标”、“上半年目标：开工”，没有作为时限或指标"),
        (
            Language::English,
            "# to be settled: the table's “一季度：完成招标”, “上半年目标：开工” is no deadline and no metric",
        ),
    ] {
        assert!(files(&drafted, "source/原文.txt", lang).iter().any(|(_, text)| text.contains(said)), "{said}");
    }
    verify(text);
}

#[test]
fn columns_of_quarters_are_told_in_a_flattened_table_too() {
    let text = "某镇2026年目标任务清单\n序号\n重点工作及具体内容要求\n上半年目标\n全年目标\n6月底\n牵头领导\n牵头单位（责任单位）\n\
                1\n推进农田建设\n完成3000亩\n完成6000亩\n50%\n刘某\n镇农业农村办\n\
                2\n推进植树造林\n完成400亩\n完成800亩\n完成60%\n陈某\n镇林业站\n";
    let drafted = draft(text, &given(), today());
    let said: Vec<String> = drafted
        .tasks()
        .map(|task| {
            let targets: Vec<String> = task.metrics.iter().map(|one| format!("{}{}", one.target, one.unit)).collect();
            format!("{} {} {}", task.title, task.lead.as_deref().unwrap_or("-"), targets.join(" "))
        })
        .collect();
    assert_eq!(said, ["推进农田建设 镇农业农村办 6000亩", "推进植树造林 镇林业站 800亩"]);
    assert_eq!(drafted.head.title.value, "某镇2026年目标任务清单");
    verify(text);
}

#[test]
fn the_cell_of_a_lead_may_reach_down_alone() {
    let text = "某县2026年任务表\n序号\t重点工作\t具体任务\t牵头单位\t配合单位\n\
                1\t一、稳投资\t新签约项目20个\t县发改局\t各镇\n2\t\t新建厂房8万平方米\t\t县工信局\n\
                3\t二、促消费\t举办展会3场\t县商务局\t\n合计：3项\t\t\t\t\n";
    assert_eq!(
        said_of(text),
        [
            "新签约项目20个|县发改局 各镇| 项目数 20个",
            "新建厂房8万平方米|县发改局 县工信局| 新建厂房 8万平方米",
            "举办展会3场|县商务局| 展会数 3场",
        ]
    );
    let list = "某镇2026年工作安排\n一、重点工作\n推进项目建设\n开展事项梳理\n";
    assert_eq!(said_of(list), ["推进项目建设|-|", "开展事项梳理|-|"]);
    verify(text);
}

#[test]
fn heads_stand_over_several_lines() {
    let head = |text: &str| {
        let head = draft(text, &given(), today()).head;
        verify(text);
        let period = head.period.value;
        format!(
            "{}|{}|{}|{} {}",
            head.title.value,
            head.issuer.value,
            head.number.unwrap_or_default(),
            period.start,
            period.end
        )
    };
    for (text, found) in [
        (
            "某县某镇\n关于开展2026年度\n秋冬季防火工作的\n实施方案\n从2026年10月起至2027年3月，在全镇开展防火行动。\n一、任务\n1.推进巡护。\n",
            "某县某镇关于开展2026年度秋冬季防火工作的实施方案|（发文单位待填）||2026-10-01 2027-03-31",
        ),
        (
            "某市教育局　某市财政局\n关于印发《某市2026年助学\n实施方案》的通知\n各县教育局：\n现印发给你们。\n某市教育局　　某市财政局\n2026年3月1日\n一、任务\n1.新建幼儿园5所。\n",
            "某市2026年助学实施方案|某市教育局、某市财政局||2026-01-01 2026-12-31",
        ),
        (
            "某县人民政府办公室关于印发2026年县《政府工作报告》任务分解表的通知\n各镇：\n现印发给你们。\n某县人民政府办公室\n2026年2月1日\n附件\n2026年县《政府工作报告》任务分解表\n1.推进建设。\n",
            "2026年县《政府工作报告》任务分解表|某县人民政府办公室||2026-01-01 2026-12-31",
        ),
        (
            "某市人民政府专题会议纪要\n〔2026〕第16期\n某市人民政府办公室　　　2026年4月11日\n研究推进更新有关工作专题会议纪要\n一、任务\n1.推进更新。\n",
            "研究推进更新有关工作专题会议纪要|某市人民政府办公室|〔2026〕第16期|2026-01-01 2026-12-31",
        ),
        (
            "某投资发展集团有限公司\n改革深化行动实施方案\n（2025—2027年）\n一、任务\n1.推进改革。\n某投资发展集团有限公司\n2025年7月1日\n",
            "某投资发展集团有限公司改革深化行动实施方案（2025—2027年）|某投资发展集团有限公司||2025-01-01 2027-12-31",
        ),
        (
            "某县人民医院关于巡察反馈意见的整改方案\n一、任务\n1.推进整改。\n中共某县人民医院委员会\n2026年6月16日\n",
            "某县人民医院关于巡察反馈意见的整改方案|中共某县人民医院委员会||2026-01-01 2026-12-31",
        ),
        (
            "某 市\n2026年政务公开工作要点\n一、公开\n1.推进公开。\n",
            "某市2026年政务公开工作要点|（发文单位待填）||2026-01-01 2026-12-31",
        ),
    ] {
        assert_eq!(head(text), found, "{text}");
        assert_eq!(said_of(text).len(), 1, "who signs is no work: {text}");
    }
}

//! What a document leaves open is told with its own words, and no matter is lost in another.

use super::forms::said_of;
use super::*;

/// What the draft of a text leaves open of each task: words that say about how many, words of time, numbers of headings.
fn open_in(text: &str) -> Vec<String> {
    let draft = draft(text, &given(), today());
    let tasks = draft.tasks().map(|task| {
        let parts = [&task.guesses, &task.unsettled, &task.headed];
        format!("{}|{}", task.title, parts.map(|words| words.join(" ")).join("|"))
    });
    tasks.collect()
}

#[test]
fn ranges_and_approximations_are_told_and_are_no_targets() {
    let text = "某镇2026年工作安排\n一、民生\n1.建设3-5个口袋公园。\n2.改造老旧小区约300户。\n3.培训农民200余名。\n4.引进企业2到3家。\n5.发展农家乐三四家。\n6.完成植树上千亩。\n";
    assert_eq!(
        open_in(text),
        [
            "建设3-5个口袋公园|3-5个||",
            "改造老旧小区约300户|约300户||",
            "培训农民200余名|200余名||",
            "引进企业2到3家|2到3家||",
            "发展农家乐三四家|三四家||",
            "完成植树上千亩|上千亩||",
        ]
    );
    assert!(draft(text, &given(), today()).tasks().all(|task| task.metrics.is_empty()));
    verify(text);
}

#[test]
fn who_is_to_do_it_makes_an_order_of_a_short_first_sentence() {
    let text = "某县2026年工作安排\n一、安全\n1.统计站要核对数据。每月25日前通报进展。\n2.县住建局、县应急局要于3月底前完成排查。（配合科室：安稳科）\n3.（承办科室：人事科）\n";
    let draft = draft(text, &given(), today());
    let led: Vec<String> = draft
        .tasks()
        .map(|task| format!("{}|{}|{}", task.title, task.lead.as_deref().unwrap_or("-"), task.recurs.is_some()))
        .collect();
    assert_eq!(led, ["核对数据|统计站|false", "每月25日前通报进展|-|true", "3月底前完成排查|县住建局|false"]);
    verify(text);
}

#[test]
fn a_number_of_a_heading_is_told_with_the_first_task_below_it() {
    let text = "某县2026年工作安排\n一、新改建农村公路30公里\n（一）东线。\n1.完成东线选址。\n2.完成东线招标。\n二、改善教学\n1.新建幼儿园2所。\n三、去年完成情况\n1.回顾新建公园5个。\n";
    assert_eq!(open_in(text), ["完成东线选址|||30公里", "完成东线招标|||", "新建幼儿园2所|||"]);
    let files = files(&draft(text, &given(), today()), "source/原文.txt", Language::Chinese);
    assert!(files.iter().any(|(_, text)| text.contains("# 待核：上面的标题写有“30公里”，没有作为指标")));
    verify(text);
}

#[test]
fn days_are_reckoned_from_the_day_of_issue_or_told() {
    let body = "今日18时前报送值班表，本周五前完成自查，下周一前上报名单。\n3月15日18:00前完成建账，月底前全面整改。\n会后一周内完成整改，汛期前完成清淤。\n";
    let dated = format!("某镇2026年安全工作安排\n（2026年3月2日）\n{body}");
    assert_eq!(
        said_of(&dated),
        [
            "今日18时前报送值班表|-|2026-03-02",
            "本周五前完成自查|-|2026-03-06",
            "下周一前上报名单|-|2026-03-09",
            "3月15日18:00前完成建账|-|2026-03-15",
            "月底前全面整改|-|",
            "会后一周内完成整改|-|",
            "汛期前完成清淤|-|",
        ]
    );
    assert!(
        draft(&dated, &given(), today())
            .tasks()
            .take(3)
            .all(|task| task.deadline.as_ref().is_some_and(|day| !day.sure))
    );
    let undated = format!("某镇2026年安全工作安排\n{body}");
    assert_eq!(
        open_in(&undated),
        [
            "今日18时前报送值班表||今日18时前|",
            "本周五前完成自查||本周五前|",
            "下周一前上报名单||下周一前|",
            "3月15日18:00前完成建账|||",
            "月底前全面整改||月底前|",
            "会后一周内完成整改||一周内|",
            "汛期前完成清淤||汛期前|",
        ]
    );
    verify(&dated);
    verify(&undated);
}

#[test]
fn verbs_that_are_mostly_nouns_order_work_behind_a_semicolon() {
    let text = "某镇2026年工作安排\n一、督查\n加强现场检查；通报各村进展情况；约谈后三名；每季度通报一次排名。\n二、办事\n提交\n";
    let titles: Vec<String> = said_of(text);
    assert_eq!(titles, ["加强现场检查|-|", "通报各村进展情况|-|", "约谈后三名|-|", "每季度通报一次排名|-|"]);
    verify(text);
}

#[test]
fn two_matters_in_one_cell_are_two_tasks() {
    let text = "某镇2026年任务分工表\n序号\t工作任务\t工作目标\t责任单位\t完成时限\n1\t改造校舍\t①完成2所校舍加固；②更换课桌300套\t教管中心\t8月底\n2\t完成食堂改造；新建操场1个\t\t教管中心\t10月底前\n3\t提升卫生室\t1.完成标准化。2.配备设备。\t卫健办\t6月底前\n4\t村内道路；管网\t\t规建办\t5月底前\n";
    assert_eq!(
        said_of(text),
        [
            "改造校舍：完成2所校舍加固|教管中心|2026-08-31 校舍加固数 2所",
            "改造校舍：更换课桌300套|教管中心|2026-08-31 更换课桌数 300套",
            "完成食堂改造|教管中心|2026-10-31",
            "新建操场1个|教管中心|2026-10-31 新建操场数 1个",
            "提升卫生室：完成标准化|卫健办|2026-06-30",
            "提升卫生室：配备设备|卫健办|2026-06-30",
            "村内道路；管网|规建办|2026-05-31",
        ]
    );
    verify(text);
}

#[test]
fn a_stage_a_span_and_a_bare_day_lead_to_what_is_ordered() {
    let text = "某县2026年工作方案\n一、步骤\n第一阶段（3月—5月）制定方案。\n二、产业\n到2030年培育企业5家，2026年3月1日至2026年5月31日开展招商。\n网站改版，6月底前完成。试点村要于2026年10月底前，对做法进行总结。\n三、总结经验\n总结推广垃圾分类经验，从3个村扩大到8个村。\n";
    assert_eq!(
        said_of(text),
        [
            "第一阶段（3月—5月）制定方案|-|2026-05-31",
            "到2030年培育企业5家|-| 企业数 5家",
            "2026年3月1日至2026年5月31日开展招商|-|2026-05-31",
            "网站改版，6月底前完成|-|2026-06-30",
            "对做法进行总结|-|2026-10-31",
            "总结推广垃圾分类经验|-| 村数 8个村",
        ]
    );
    verify(text);
}

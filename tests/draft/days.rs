//! Days whose year, or whose place, is not said with them; and heads that say little.

use super::forms::said_of;
use super::*;

/// What is known of each day of a text's draft: the task, the day, whether it is sure, and what was left open.
fn days_of(text: &str) -> Vec<String> {
    let draft = draft(text, &given(), today());
    let tasks = draft.tasks().map(|task| {
        let day = task.deadline.as_ref();
        let sure = day.map_or("", |day| if day.sure { "" } else { "~" });
        let day = day.map_or_else(String::new, |day| day.date.to_string());
        format!("{}|{sure}{day}|{}", task.title, task.unsettled.join(" "))
    });
    tasks.collect()
}

fn said(period: workplan::plan::Period) -> String {
    format!("{} {}", period.start, period.end)
}

#[test]
fn a_day_without_a_year_is_of_the_year_of_issue_though_one_day_lies_far_ahead() {
    let text = "某县水厂建设会议纪要\n某县人民政府办公室　　2026年5月22日\n一、关于水厂\n（一）8月底前完成批复。\n（二）2027年6月底前完成通水。\n（三）3月底前完成选址。\n";
    assert_eq!(
        days_of(text),
        [
            "8月底前完成批复|2026-08-31|",
            "2027年6月底前完成通水|2027-06-30|",
            // It is over on the day of issue: another year may be meant.
            "3月底前完成选址||3月底",
        ]
    );
    verify(text);
}

#[test]
fn where_no_year_is_said_every_day_is_assumed() {
    let text = "某市粉尘企业整治方案\n一、步骤\n（一）4月20日前完成自查。\n（二）2020年9月底前完成核查。\n";
    assert_eq!(days_of(text), ["4月20日前完成自查|~2020-04-20|", "2020年9月底前完成核查|2020-09-30|"]);
    verify(text);
}

#[test]
fn a_list_of_months_needs_no_colons() {
    let text = "某校2025—2026学年度第二学期工作计划\n一、每月安排\n二月份\n1．召开开学工作会议。\n三月份：\n1．组织课堂大赛。\n四月份\n1．举办读书节。\n";
    assert_eq!(
        said_of(text),
        ["召开开学工作会议|-|2026-02-28", "组织课堂大赛|-|2026-03-31", "举办读书节|-|2026-04-30"]
    );
    let head = draft(text, &given(), today()).head;
    assert_eq!(head.period.basis, workplan::intake::draft::Basis::Assumed, "which days a term has is a guess");
    assert_eq!(said(head.period.value), "2026-02-01 2026-07-31");
    verify(text);
}

#[test]
fn from_now_on_is_from_the_day_of_issue() {
    let text = "某县专项行动方案\n决定自即日起至2026年12月底开展专项行动。\n一、步骤\n1.组织排查，对重大隐患30日内整改到位。\n2.“七一”前完成复查。\n某县公安局\n2026年3月2日\n";
    let head = draft(text, &given(), today()).head;
    assert_eq!(head.issuer.value, "某县公安局");
    assert_eq!(said(head.period.value), "2026-03-02 2026-12-31");
    assert_eq!(days_of(text).last().map(String::as_str), Some("“七一”前完成复查||“七一”前"));
    verify(text);
}

#[test]
fn who_prints_a_document_and_until_when_it_holds_is_no_work() {
    let text = "某市水利局2026年工作要点\n一、防汛\n1.完成堤防加固。\n本要点自2026年2月1日起施行，有效期至2027年12月31日。\n由某市水利局负责解释。\n某市水利局\n2026年2月1日\n抄送：某市人民政府办公室。\n某市水利局办公室　　　　2026年2月11日印发\n";
    let head = draft(text, &given(), today()).head;
    assert_eq!((head.issuer.value.as_str(), head.issued.value.to_string().as_str()), ("某市水利局", "2026-02-01"));
    assert_eq!(said_of(text), ["完成堤防加固|-|"]);
    verify(text);
}

#[test]
fn a_title_is_the_papers_own() {
    for (text, title) in [
        (
            "某县关于印发某县2026年《政府工作报告》重点任务分工方案的通知\n一、农业\n1.推进甲工作。\n",
            "某县关于印发某县2026年《政府工作报告》重点任务分工方案的通知",
        ),
        (
            "会 议 纪 要\n〔2026〕9号\n某县政府第8次常务会议纪要\n一、水厂\n1.推进甲工作。\n",
            "某县政府第8次常务会议纪要",
        ),
        ("会议纪要\n一、水厂\n1.推进甲工作。\n", "会议纪要"),
    ] {
        assert_eq!(draft(text, &given(), today()).head.title.value, title, "{text}");
        verify(text);
    }
    let odd = "内部资料\n注意保存　　　　某政督发[2026]3号\n某县2026年责任清单\n1.推进甲工作。\n";
    assert_eq!(draft(odd, &given(), today()).head.number.as_deref(), Some("某政督发[2026]3号"));
}

#[test]
fn a_last_day_of_all_is_that_of_what_stands_before_it() {
    let text = "某县2026年工作要点\n一、供水\n1.新建管网86公里，改造老旧管网42公里，10月底前全部完工。\n\
                2.新建泵站3座，改造水厂2座，10月底前完工。\n3.完成全部目标的，奖励10万元；未完成的，扣减5%。\n";
    let drafted = draft(text, &given(), today());
    let days: Vec<_> =
        drafted.tasks().map(|task| task.deadline.as_ref().map(|day| (day.date.to_string(), day.sure))).collect();
    let day = |sure| Some(("2026-10-31".to_owned(), sure));
    assert_eq!(days, [day(false), day(true), None, day(true)], "the other is said of the last alone");
    verify(text);
}

#[test]
fn who_tells_of_it_by_which_day_and_what_is_told_again_and_again() {
    assert_eq!(
        said_of(
            "某县2026年方案\n一、任务\n\
             1.各乡镇12月5日前报送总结，安监股12月20日前形成报告。\n\
             2.每月监测1次，数据于次月10日前报县局。\n\
             3.进展情况每月3日前报县政府办公室。\n\
             4.到2026年，培育企业12家，新建站点3处。\n"
        ),
        [
            "12月5日前报送总结|各乡镇|2026-12-05",
            "12月20日前形成报告|安监股|2026-12-20",
            "每月监测1次|-|",
            "进展情况每月3日前报县政府办公室|-|",
            "培育企业12家|-|2026-12-31 企业数 12家",
            "新建站点3处|-|2026-12-31 新建站点数 3处",
        ]
    );
}

#[test]
fn a_report_of_the_month_before_comes_round_again() {
    let text =
        "某县2026年方案\n一、任务\n1.每月监测1次，数据于次月10日前报县局。\n2.进展情况每月3日前报县政府办公室。\n";
    let drafted = draft(text, &given(), today());
    let again: Vec<_> = drafted.tasks().map(|task| task.recurs.map(|duty| duty.by)).collect();
    assert_eq!(again, [Some(10), Some(3)]);
}

#[test]
fn a_plan_whose_aims_name_years_runs_until_the_last_of_them() {
    let text = "某市达峰实施方案\n某市人民政府\n2022年7月1日\n一、任务\n\
                1.到2025年，装机达到260万千瓦。\n2.到2025年，能耗占比达到20%。\n3.到2030年，占比达到45%。\n4.2024年底前完成改造120万千瓦。\n";
    let drafted = draft(text, &Given { issued: None, ..given() }, today());
    assert_eq!(drafted.head.period.value.end.to_string(), "2025-12-31", "one aim beyond sets no end");
    let days: Vec<_> = drafted.tasks().map(|task| task.deadline.as_ref().map(|day| day.date.to_string())).collect();
    assert_eq!(days, [Some("2025-12-31".into()), Some("2025-12-31".into()), None, Some("2024-12-31".into())]);
}

#[test]
fn who_is_asked_by_a_day_is_to_do_it() {
    assert_eq!(
        said_of(
            "某市2026年检查通知\n一、报送要求\n请各县于4月12日前，将名单报市安委办。每月5日开展活动，全年检查不少于4次。\n"
        ),
        ["名单报市安委办|各县|2026-04-12", "每月5日开展活动|-|", "全年检查不少于4次|-|2026-12-31 检查次数 4次"]
    );
}

//! Whose work a paper orders: parties of an undertaking, persons who lead a matter, subjects of sentences, labels of any office.

use super::forms::said_of;
use super::*;

#[test]
fn an_undertaking_is_the_work_of_its_parties() {
    let text = "某县2026年目标管理责任书\n甲方：某县卫生健康局\n乙方：某县第二医院\n\
                一、责任期限\n自2026年3月1日起至2026年12月31日止。\n\
                二、乙方责任\n（一）全年演练不少于2次。\n（二）由医务科牵头，护理部配合，6月30日前建成系统。\n\
                三、甲方职责\n（一）每季度组织考核一次。\n（二）对乙方报送事项5个工作日内答复。\n\
                甲方（盖章）：某县卫生健康局\n签订日期：2026年2月20日\n";
    assert_eq!(
        said_of(text),
        [
            "全年演练不少于2次|某县第二医院|2026-12-31 演练次数 2次",
            "6月30日前建成系统|医务科 护理部|2026-06-30",
            "每季度组织考核一次|某县卫生健康局|",
            "对乙方报送事项5个工作日内答复|某县卫生健康局| 答复时限 5个工作日",
        ]
    );
    let head = draft(text, &Given { issuer: None, issued: None, ..given() }, today()).head;
    assert_eq!(head.issuer.value, "某县卫生健康局");
    assert_eq!(head.issued.value.to_string(), "2026-02-20");
    assert_eq!(head.period.value.start.to_string(), "2026-03-01");
}

#[test]
fn persons_may_lead_what_units_do() {
    let text = "某县人民政府常务会议纪要\n二、关于学校布局\n会议议定：\n\
                （一）县教育局进一步修改完善方案，8月5日前上报。\n（二）县招商促进中心全年引进项目9个。\n\
                由副县长秦某同志负责，县公安局参与配合。\n\
                三、关于农村公路\n（一）县交通运输局新建公路86公里。\n此项工作由常务副县长邓某牵头。\n";
    let drafted = draft(text, &given(), today());
    let said: Vec<_> = drafted
        .tasks()
        .map(|task| format!("{:?} {:?} {:?}", task.lead.as_deref().unwrap_or("-"), task.support, task.leader))
        .collect();
    assert_eq!(
        said,
        [
            r#""县教育局" ["县公安局"] Some("秦某")"#,
            r#""县招商促进中心" ["县公安局"] Some("秦某")"#,
            r#""县交通运输局" [] Some("邓某")"#,
        ]
    );
}

#[test]
fn labels_of_any_office_are_known_by_their_role() {
    let text = "某公司2026年重点任务\n一、供水\n1.水厂扩建\n6月底前完成调试。\n责任部门：工程部\n协同部门：运营部、城北水厂\n\
                2.管网更新\n更新管网96公里。\n责任处室：管网处\n年度目标：漏损率降至9.8%以下。\n\
                【三月】\n3．召开工作会议。（牵头：办公室；协助：各分公司）\n4．开展检修。（安全部牵头，运营部配合；分管领导：张某）\n";
    assert_eq!(
        said_of(text),
        [
            "6月底前完成调试|工程部 运营部 城北水厂|2026-06-30",
            "更新管网96公里|管网处| 更新管网 96公里",
            "漏损率降至9.8%以下|管网处| 漏损率 9.8%",
            "召开工作会议|办公室 各分公司|2026-03-31",
            "开展检修|安全部 运营部|2026-03-31",
        ]
    );
}

#[test]
fn a_letter_may_order_work_in_parts_of_its_own() {
    let text = "某县人民政府办公室关于印发《某县2026年实事清单》的通知\n各乡镇人民政府：\n\
                《某县2026年实事清单》已经审定，现印发给你们，有关事项通知如下：\n\
                一、各乡镇要制定方案，于2月25日前报县政府督查室。\n\
                二、县财政局要安排专项资金1.36亿元。\n附件：某县2026年实事清单\n某县人民政府办公室\n2026年2月1日\n\
                附件\n某县2026年实事清单\n1.新建公园3个。\n";
    assert_eq!(
        said_of(text),
        [
            "制定方案|各乡镇|2026-02-25",
            "安排专项资金1.36亿元|县财政局| 专项资金 1.36亿元",
            "新建公园3个|-| 新建公园数 3个",
        ]
    );
}

#[test]
fn what_is_said_of_words_of_how_work_is_looked_at_and_of_who_signs_is_none() {
    let text = "某县2026年方案\n一、工作\n坚持统一指挥，坚持防抗结合，坚持源头治理。\n新建泵站3座。\n考核实行百分制。\n\
                考核结果作为评先评优的重要依据。\n名词解释：甲率=甲数/乙数×100%。\n本方案所称乙，以统计口径为准。\n负责人签字：张某\n";
    assert_eq!(said_of(text), ["新建泵站3座|-| 新建泵站数 3座"]);
}

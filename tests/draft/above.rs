//! What headings and lines above say of all that stands below them.

use super::forms::said_of;
use super::*;

#[test]
fn fields_below_the_name_of_an_item_are_those_of_its_bullets() {
    assert_eq!(
        said_of(
            "某市2026年实事清单\n\
             01 “一老一小”服务\n牵头领导：秦某    责任单位：市民政局   配合单位：市卫健局、各街道\n\
             ▶新建食堂10家、养老点25个。\n▶新增托位480个，9月底前完成。\n\
             02 医疗惠民\n牵头领导:林某  责任单位:市卫健局\n\
             ▶布设设备85台。（由市红十字会具体承办，市卫健局配合）\n▶新增泊位600个。——此项由市城管局负责\n"
        ),
        [
            "新建食堂10家、养老点25个|市民政局 市卫健局 各街道| 新建食堂数 10家 新建养老点数 25个",
            "新增托位480个|市民政局 市卫健局 各街道|2026-09-30 新增托位数 480个",
            "布设设备85台|市红十字会 市卫健局| 设备数 85台",
            "新增泊位600个|市城管局| 新增泊位数 600个",
        ]
    );
}

#[test]
fn what_is_wrong_stands_above_the_fields_and_the_measures() {
    let text = "某市整改清单\n\
                一、污水收集能力不足\n检查发现，某片区管网错接，13家企业直排，应治理30处，实际仅完成4处。\n\
                责任单位：市住建局，甲区政府（配合单位：市水利局）\n责任人：周某\n整改时限：2026年11月底前\n\
                整改目标：到2026年底，收集率达到68%以上。\n整改措施：\n\
                （1）完成排查管网60公里，7月底前建立台账。\n（2）加强执法检查。\n\
                二、固废处置不规范\n某镇堆存炉渣。\n责任单位：市城管局\n整改措施：\n（1）清运炉渣2万吨。\n";
    assert_eq!(
        said_of(text),
        [
            "收集率达到68%以上|市住建局 甲区政府 市水利局|2026-12-31 收集率 68%",
            "完成排查管网60公里|市住建局 甲区政府 市水利局|2026-11-30 管网 60公里",
            "7月底前建立台账|市住建局 甲区政府 市水利局|2026-07-31",
            "加强执法检查|市住建局 甲区政府 市水利局|2026-11-30",
            "清运炉渣2万吨|市城管局| 清运炉渣 2万吨",
        ]
    );
}

#[test]
fn a_line_in_brackets_of_its_own_heads_what_is_below_it() {
    let drafted = draft(
        "某院创建方案\n【基本原则】\n1.坚持中医特色，坚持以评促建。\n【主要任务】\n一、学科建设\n责任科室：人事科、科教科、护理部\n\
         ①引进人才12名。\n②建成市级专科3个（骨伤科、肺病科、脾胃病科）。\n③护理部每月组织一次检查。\n\
         【保障措施】\n1.财务科安排经费180万元。\n2.对整改不力的，依法依规严肃追责。\n3.领导小组下设办公室，负责日常工作。\n",
        &given(),
        today(),
    );
    let said: Vec<_> = drafted
        .tasks()
        .map(|task| format!("{}|{}|{}", task.title, task.lead.as_deref().unwrap_or("-"), task.support.join(" ")))
        .collect();
    assert_eq!(
        said,
        [
            "引进人才12名|人事科|科教科 护理部",
            "建成市级专科3个（骨伤科、肺病科、脾胃病科）|人事科|科教科 护理部",
            "每月组织一次检查|护理部|",
            "安排经费180万元|财务科|",
        ]
    );
    let sections: Vec<_> = drafted.sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(sections, ["主要任务", "保障措施"]);
}

#[test]
fn a_table_by_months_says_when_and_a_day_in_a_row_says_it_better() {
    assert_eq!(
        said_of(
            "某校2026年春季工作计划\n月份\t主要工作\t责任部门\n二月\t开学检查，编排课表\t教导处\n\
             三月\t3月24日前上交计划\t办公室\n五月\t防溺水、防汛专题教育\t安全办\n"
        ),
        [
            "开学检查，编排课表|教导处|2026-02-28",
            "3月24日前上交计划|办公室|2026-03-24",
            "防溺水、防汛专题教育|安全办|2026-05-31",
        ]
    );
}

#[test]
fn what_leads_to_the_measures_is_no_work() {
    let drafted = draft(
        "某县促进就业若干措施\n\
         就业是民生之本。必须把就业摆在突出位置，支持企业稳定岗位，强化培训服务。为此，提出以下措施：\n\
         一、总体要求\n做好工作，要以某某思想为指导，全面贯彻决策部署，推动经济发展。\n\
         二、重点任务\n1.培训工人300人次。（责任单位：各链长单位，党政办做好统计）\n\
         2.确定企业20家，3月15日前提交管委会审定。（牵头单位：招商局；配合单位：经发局）\n",
        &given(),
        today(),
    );
    let said: Vec<_> = drafted
        .tasks()
        .map(|task| format!("{}|{}|{}", task.title, task.lead.as_deref().unwrap_or("-"), task.support.join(" ")))
        .collect();
    assert_eq!(
        said,
        ["培训工人300人次|各链长单位|党政办", "确定企业20家|招商局|经发局", "3月15日前提交管委会审定|招商局|经发局"]
    );
}

//! Items with the lines that say more of them, and what is wrong beside what is done about it.

use super::forms::said_of;
use super::*;

#[test]
fn fields_below_an_item_that_a_word_and_a_number_name_are_its_own() {
    let text = "某县2026年民生实事责任分解\n\
                实事项目1：改造老旧小区8个\n责任单位：县住建局\n配合单位：县财政局、各街道\n完成时限：11月底\n\
                实事项目2：城乡供水提升\n建设内容：更换主管网6公里，改造水表1200户。\n投资估算：改造费用约300万元\n\
                责任单位：县水务局\n责任人：张某\n完成时限：8月底前\n\
                第3项：发放就业补贴2000人次。\n责任单位：县人社局\n";
    assert_eq!(
        said_of(text),
        [
            "改造老旧小区8个|县住建局 县财政局 各街道|2026-11-30 改造老旧小区数 8个",
            "更换主管网6公里|县水务局|2026-08-31 更换主管网 6公里",
            "改造水表1200户|县水务局|2026-08-31 改造水表户数 1200户",
            "发放就业补贴2000人次|县人社局| 就业补贴人次 2000人次",
        ]
    );
    verify(text);
}

#[test]
fn a_line_with_a_label_heads_nothing() {
    let text = "某市2026年项目责任清单\n【项目1】老旧小区改造\n目标任务：改造小区120个\n序时进度：3月底前完成方案编制，8月底前完成施工\n牵头单位：市住建局\n\
                【项目2】校舍建设\n目标任务：新建学校15所\n牵头单位：市教育局\n";
    assert_eq!(
        said_of(text),
        [
            "改造小区120个|市住建局| 改造小区数 120个",
            "3月底前完成方案编制|市住建局|2026-03-31",
            "8月底前完成施工|市住建局|2026-08-31",
            "新建学校15所|市教育局| 新建学校数 15所",
        ]
    );
    verify(text);
}

#[test]
fn numbered_parts_of_an_item_have_what_was_said_above_them() {
    let text = "某县2026年督察反馈问题整改方案\n三、整改清单\n\
                问题一、部分污水厂运行不正常。现场检查发现，有5座长期停运。\n责任单位：县住建局\n整改时限：9月底\n\
                整改目标：负荷率不低于60%。\n整改措施：\n（1）新建管网28公里。\n（2）每月考核出水水质1次。\n\
                问题二、扬尘管控不到位。\n责任单位：县生态环境分局\n整改时限：6月底\n整改措施：\n\
                （1）县公安局开展联合执法。\n（2）建设料棚21个。\n";
    assert_eq!(
        said_of(text),
        [
            "负荷率不低于60%|县住建局|2026-09-30 负荷率 60%",
            "新建管网28公里|县住建局|2026-09-30 新建管网 28公里",
            "每月考核出水水质1次|县住建局|",
            "开展联合执法|县公安局|2026-06-30",
            "建设料棚21个|县生态环境分局|2026-06-30 料棚数 21个",
        ]
    );
    let drafted = draft(text, &given(), today());
    let themes: Vec<&str> = drafted.sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(themes, ["部分污水厂运行不正常", "扬尘管控不到位"]);
    verify(text);
}

#[test]
fn what_is_wrong_is_context_unless_nothing_else_says_what_is_to_be_done() {
    let text = "某局2026年作风问题整改台账\n一、存在的问题\n\
                1.问题：学习不够系统，推进落实不到位。\n整改措施：制定学习计划。\n责任科室：办公室\n整改时限：3月底\n\
                2.存在办件不及时等问题。\n责任科室：信访科\n整改时限：4月底\n\
                二、下一步安排\n1.针对窗口服务不规范等问题，增设窗口3个。\n2.统筹力度不够，资金拨付缓慢。\n3.着力解决排队时间长的问题。\n";
    assert_eq!(
        said_of(text),
        ["制定学习计划|办公室|2026-03-31", "增设窗口3个|-| 窗口数 3个", "着力解决排队时间长的问题|-|",]
    );
    verify(text);
    let bare = "某局2026年整改清单\n问题1：巡查不到位。\n整改措施：增派网格员6名。\n责任科室：综治科\n\
                问题2：信访件办理不及时。\n责任科室：信访科\n整改时限：3月底\n";
    assert_eq!(said_of(bare), ["增派网格员6名|综治科| 增派网格员人数 6名", "信访件办理不及时|信访科|2026-03-31"]);
    verify(bare);
}

#[test]
fn themes_are_named_items_or_headings_and_none_stands_over_its_neighbours() {
    let themes = |text: &str| -> Vec<String> {
        let drafted = draft(text, &given(), today());
        drafted.sections.iter().flat_map(|section| &section.themes).map(|theme| theme.title.clone()).collect()
    };
    let text = "某区2026年方案\n一、重点工程\n\
                工程一：管网改造\n主要内容：新建管网15公里。\n责任单位：区住建局\n\
                工程二：智慧教育\n主要内容：建成教室80间。\n责任单位：区教育局\n\
                二、保障\n（一）加强领导。各单位要制定计划。\n（二）强化督查。区督查室通报进展。\n";
    assert_eq!(themes(text), ["管网改造", "智慧教育", "加强领导", "强化督查"]);
    let mixed = "某区2026年方案\n（一）政务\n1.推行网办。3月底前完成梳理。\n2.公布流程图，压缩时限。\n\
                 （二）市场\n1.新增企业800户。\n2.召开座谈会。\n";
    assert_eq!(themes(mixed), Vec::<String>::new());
}

#[test]
fn a_bracket_behind_one_sentence_makes_no_heading_of_it_and_a_remark_is_one() {
    let text = "某校2026年计划\n一、活动\n1.开展志愿服务，每班开展1次实践活动。（少先队）\n2.完成校史馆布展。（办公室）\n\
                注：1.牵头单位排第一位。2.组织数据以核定数为准。\n合计：推进2项工作\n";
    assert_eq!(
        said_of(text).iter().map(|task| task.split('|').next().unwrap_or("")).collect::<Vec<_>>(),
        ["开展志愿服务，每班开展1次实践活动", "完成校史馆布展"]
    );
    verify(text);
}

#[test]
fn the_year_before_and_who_leads_a_group_are_context_and_a_letter_may_ask() {
    let text = "某县人民政府办公室关于印发《某县2026年工作要点》的通知\n各乡镇人民政府：\n\
                现将《某县2026年工作要点》印发给你们，请认真贯彻执行。各单位要于3月10日前报送方案。\n\
                某县人民政府办公室\n2026年2月1日\n某县2026年工作要点\n一、概况\n\
                2025年，全县完成投资12亿元。新建公园5个。今年要新建公园3个。\n\
                成立领导小组，由县长任组长，办公室设在县发改局。\n二、考核\n任务完成情况与绩效挂钩。\n1.推进考核。\n";
    assert_eq!(
        said_of(text).iter().map(|task| task.rsplit_once('|').unwrap_or(("", ""))).collect::<Vec<_>>(),
        [("3月10日前报送方案|-", "2026-03-10"), ("今年要新建公园3个|-", " 新建公园数 3个"), ("推进考核|-", "")]
    );
    verify(text);
}

//! Papers of kinds that offices write beside plans and reports: minutes, lists, notices in haste, a school's plan.

use super::forms::said_of;
use super::*;

#[test]
fn a_bracket_of_units_and_days_is_a_note_whatever_it_leaves_unsaid() {
    assert_eq!(
        said_of(
            "某区2026年实事清单\n\
             一、为老年人免费体检3万人次【区卫健局，11月底前完成】\n\
             二、新建健身点25处（区文体局，10月）\n\
             三、改造管网5公里（区住建局牵头，区水务局、各街道配合，9月底前完成）\n\
             四、开展巡查（区城管局、区公安分局按职责分工负责，长期坚持）\n\
             五、新建公园3个，5月底前完成选址（区住建局，9月底前）\n\
             六、建设村级综合体（卫生室）\n"
        ),
        [
            "为老年人免费体检3万人次|区卫健局|2026-11-30 老年人免费体检人次 3万人次",
            "新建健身点25处|区文体局|2026-10-31 新建健身点数 25处",
            "改造管网5公里|区住建局 区水务局 各街道|2026-09-30 改造管网 5公里",
            "开展巡查|区城管局 区公安分局|",
            "新建公园3个|区住建局|2026-09-30 新建公园数 3个",
            "5月底前完成选址|区住建局|2026-05-31",
            "建设村级综合体（卫生室）|-|",
        ]
    );
}

#[test]
fn minutes_order_what_was_settled_and_say_whose_work_it_is() {
    assert_eq!(
        said_of(
            "某镇专题会议纪要\n〔2026〕4号\n\
             2026年3月6日，镇长主持召开专题会议，研究改造事项。现将议定事项纪要如下：\n\
             一、关于市场搬迁\n会议认为，搬迁必须抓紧抓实。会议议定：\n\
             （一）由市场办负责，3月20日前完成摊位登记，4月底前全部搬入新址。\n\
             二、关于管网\n会议听取了汇报，议定如下：\n\
             1.改造管网2公里，同步修复路面3公里，由城建办牵头，水务站配合，6月底前完工。\n\
             2.请供电所于4月10日前迁移线杆14根。\n"
        ),
        [
            "3月20日前完成摊位登记|市场办|2026-03-20",
            "4月底前全部搬入新址|市场办|2026-04-30",
            "改造管网2公里|城建办 水务站| 改造管网 2公里",
            "同步修复路面3公里|城建办 水务站|2026-06-30 修复路面 3公里",
            "4月10日前迁移线杆14根|供电所|2026-04-10 迁移线杆数 14根",
        ]
    );
}

#[test]
fn a_head_of_two_rows_with_a_column_of_remarks_is_read_by_its_lower_row() {
    let head = "序号\t具体任务\t责任分工\t\t时限要求\t备注\n序号\t具体任务\t牵头单位\t配合单位\t时限要求\t备注\n";
    assert_eq!(
        said_of(&format!("某县2026年任务分解表\n{head}1\t建成厂房8万平方米\t县工信局\t县发改局\t三季度末\t续建\n")),
        ["建成厂房8万平方米|县工信局 县发改局|2026-09-30 厂房 8万平方米"]
    );
}

#[test]
fn half_width_marks_number_items_and_end_them() {
    assert_eq!(
        said_of(
            "某校2026年工作要点\n一、主要工作\n(一)德育\n\
             1,开展班级评比,每月评选1次.(德育处)\n2,3月5日前完成志愿队组建,队员不少于120人.(团委,德育处)\n\
             (二)教学\n1,建设录播教室2间.(教务处 4月25日)\n"
        ),
        [
            "开展班级评比,每月评选1次|德育处|",
            "3月5日前完成志愿队组建,队员不少于120人|团委 德育处|2026-03-05 队员人数 120人",
            "建设录播教室2间|教务处|2026-04-25 录播教室数 2间",
        ]
    );
}

#[test]
fn a_notice_in_haste_names_what_is_counted_and_who_signs() {
    let text = "关于做好防汛工作的紧急通知\n各村：\n据预报，7月18日起有强降雨。\n\
                一要备足物资。镇应急办于7月18日前将编织袋5000条调运到位。\n\
                二是要加强值守。水库实行24小时巡查。严格落实带班制度，带班领导必须在岗。\n\
                某镇防汛抗旱指挥部\n2026年7月17日\n";
    let found = draft(text, &given(), today());
    assert_eq!(found.head.issuer.value, "某镇防汛抗旱指挥部");
    assert_eq!(
        found.sections.iter().map(|section| section.title.as_str()).collect::<Vec<_>>(),
        ["备足物资", "加强值守"]
    );
    assert_eq!(
        said_of(text),
        [
            "7月18日前将编织袋5000条调运到位|镇应急办|2026-07-18 编织袋数 5000条",
            "水库实行24小时巡查|-|",
            "严格落实带班制度|-|",
        ]
    );
}

#[test]
fn pages_that_break_off_in_a_sentence_are_put_together_and_quoted_as_they_stand() {
    let long = "进一步".repeat(30);
    let text =
        format!("1、某镇2026年工作安排 推进道路建设。{long}推进管\n2、网改造。{long}完成验\n3、收。推进绿化工作。\n");
    let found = draft(&text, &given(), today());
    let sources: Vec<&str> = found.tasks().map(|task| task.source.as_str()).collect();
    assert!(sources.iter().any(|source| source.ends_with("推进管\n2、网改造")), "{sources:?}");
    let titles: Vec<&str> = found.tasks().map(|task| task.title.as_str()).collect();
    assert!(
        titles.iter().all(|title| !title.contains(['2', '3', '\n', ' '])) && titles.contains(&"推进绿化工作"),
        "{titles:?}"
    );
    verify(&text);
}

#[test]
fn the_number_of_the_document_is_kept() {
    for (text, number) in [
        ("某镇2026年工作安排\n某府发〔2026〕12号\n推进建设。", Some("某府发〔2026〕12号")),
        ("索引号：\t01\t发文字号：\t某府发〔2026〕12号\n某镇2026年工作安排\n推进建设。", Some("某府发〔2026〕12号")),
        ("某鎮2026年工作安排\n某發〔2026〕1號\n推進建設。", Some("某發〔2026〕1號")),
        ("某镇2026年工作安排\n落实某府发〔2026〕12号文件。", None),
    ] {
        assert_eq!(draft(text, &given(), today()).head.number.as_deref(), number, "{text}");
        verify(text);
    }
}

#[test]
fn the_day_on_which_work_begins_is_no_deadline_and_a_total_is_no_task() {
    let text = "示例镇2026年下半年任务清单\n序号\t工作任务\t牵头单位\t时间安排\t\n\t\t\t启动时间\t完成时限\n1\t建成菜场1个\t规建办\t8月\t11月底\n2\t修复水闸2座\t水利站\t立即\t12月底\n合计\t2项\t\t\t\n";
    let drafted = draft(text, &given(), today());
    let shown: Vec<String> = drafted
        .tasks()
        .map(|task| {
            let day = |day: Option<Date>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
            format!("{} {} {}", task.title, day(task.start), day(task.deadline.as_ref().map(|one| one.date)))
        })
        .collect();
    assert_eq!(shown, ["建成菜场1个 2026-08-01 2026-11-30", "修复水闸2座 - 2026-12-31"]);
}

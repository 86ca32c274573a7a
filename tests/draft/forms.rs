//! Papers of other forms than reports, and what their drafts say.

use super::*;

/// What the draft of a small document says of each task.
fn said(name: &str) -> Vec<String> {
    said_of(&fs::read_to_string(documents().join(name)).unwrap())
}

/// What the draft of a text says of each task: title, units, day, numbers.
pub(super) fn said_of(text: &str) -> Vec<String> {
    let draft = draft(text, &given(), today());
    let tasks = draft.tasks().map(|task| {
        let units = task.lead.iter().map(String::as_str).chain(task.support.iter().map(String::as_str));
        let units = units.collect::<Vec<_>>().join(" ");
        let lead = if task.lead.is_some() { "" } else { "-" };
        let day = task.deadline.as_ref().map_or_else(String::new, |day| day.date.to_string());
        let numbers = task.metrics.iter().map(|one| format!(" {} {}{}", one.name, one.target, one.unit));
        format!("{}|{lead}{units}|{day}{}", task.title, numbers.collect::<String>())
    });
    tasks.collect()
}

#[test]
fn notes_behind_sentences_name_units_and_one_sentence_with_a_note_is_an_order() {
    assert_eq!(
        said("分工在括号.txt"),
        [
            "小店的摊位费减半收取|县财政局|",
            "免收卫生费|县市场监管局 县住建局 县财政局|",
            "有关单位应在一周内办结|县市场监管局 县住建局 县财政局|",
            "小店店主可在住地的便民中心办理登记|县政务中心 县市场监管局|",
            "允许小店在门前摆放花箱|各乡、镇人民政府 县城管局|",
            "建成小店服务站12个|县商务局|2026-06-30 小店服务站数 12个",
            "服务半径不超过500米|县商务局|2026-06-30 服务半径 500米",
            "报送进展|县商务局|",
            "小店数量达到3000家|-| 小店数量 3000家",
        ]
    );
}

#[test]
fn fields_on_lines_of_their_own_are_those_of_the_item_above() {
    assert_eq!(
        said("分工在各行.txt"),
        [
            "社会消费品零售总额增长6%左右|区商务局 各街道 区直各部门|",
            "空气中细颗粒物浓度降至29微克/立方米|区生态环境局|2026-12-20 空气中细颗粒物浓度 29微克/立方米",
            "居民收入增长与经济增长同步|-|",
            "2026年3月15日前完成游泳馆选址|区体育局|2026-03-15",
            "常态化开展河道巡查|区水务局|",
        ]
    );
}

#[test]
fn a_row_of_a_table_is_a_task() {
    assert_eq!(
        said("任务表.txt"),
        [
            "硬化村道8公里|乡建设办 各村|2026-10-31 村道 8公里",
            "安装路灯120盏|乡建设办|2026-11-30 安装路灯数 120盏",
            "疏浚河道4公里|乡农业农村中心 各村 水管站| 疏浚河道 4公里",
            "修复水闸两座|乡农业农村中心 各村 水管站|2026-12-10",
        ]
    );
    assert_eq!(
        said("压平的表.txt"),
        [
            "改造老旧菜场1个|镇规建办 镇市场所| 改造老旧菜场数 1个",
            "新增停车泊位80个|镇城管办| 新增停车泊位数 80个",
            "开展敬老活动|镇民政办 镇妇联 各村|",
        ]
    );
}

#[test]
fn months_over_tasks_are_their_days_but_never_backwards() {
    assert_eq!(
        said("分月安排.txt"),
        [
            "整理书目||2026-03-31",
            "购置图书300册||2026-03-31 图书数 300册",
            "举办读书节||2026-05-31",
            "盘点图书||2026-12-31",
            "编写年报||",
            "补种树木50棵||2026-04-30 补种树木数 50棵",
        ]
        .map(|line| line.replacen("||", "|-|", 1))
    );
}

#[test]
fn annexes_order_work_and_explanations_do_not() {
    assert_eq!(
        said("报告与附件.txt").into_iter().map(|line| line.replace("|-|", "|")).collect::<Vec<_>>(),
        [
            "总结推广便民办事的好做法|",
            "新增办事点15个| 新增办事点数 15个",
            "确保生猪、家禽出栏30万头、500万只| 生猪出栏 30万头 家禽出栏 500万只",
            "居民收入增长5%—6%|",
            "城区覆盖率提高至75%| 城区覆盖率 75%",
            "光伏装机超过20万千瓦| 光伏装机 20万千瓦",
            "为超2万名学生提供午餐| 学生午餐人数 2万名",
            "改造自来水管80公里| 改造自来水管 80公里",
        ]
    );
}

#[test]
fn traditional_characters_are_read_and_quoted_as_they_are() {
    assert_eq!(
        said("繁體通知.txt"),
        ["完成圖書館擴建|區文化局 區規劃分局|", "新增停車位120個|區城管局 各街道|2026-11-30 新增停車位数 120個",]
    );
}

#[test]
fn the_head_is_what_a_document_says_of_itself() {
    for (name, title, issuer, period) in [
        ("分工在括号.txt", "示例县人民政府关于支持小店经营的若干措施", "示例县人民政府", "2026-12-31"),
        ("分工在各行.txt", "示例区2026年重点工作责任分工方案", "示例区人民政府办公室", "2026-12-31"),
        ("报告与附件.txt", "政府工作报告", "示例县人民政府", "2026-12-31"),
        ("分月安排.txt", "2026年示例学校工作安排", "（发文单位待填）", "2026-12-31"),
    ] {
        let text = fs::read_to_string(documents().join(name)).unwrap();
        let head = draft(&text, &given(), today()).head;
        let found = (head.title.value.as_str(), head.issuer.value.as_str(), head.period.value.end.to_string());
        assert_eq!(found, (title, issuer, period.to_owned()), "{name}");
    }
}

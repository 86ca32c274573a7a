//! What becomes of a notice: issued, received, answered, settled; and what a letter of each shape says.

use super::notice::{numbered, quiet, runs};
use super::sessions;
use crate::program::Ran;

#[test]
fn a_notice_is_received_answered_and_settled_and_each_report_says_so() {
    sessions("notice-loop", |desk| {
        numbered(desk);
        desk.does("notice 12-03 --level urge --as-of 2020-11-24");
        assert_eq!(desk.does("notice --received 镇府督〔2020〕1号 --on 2020-11-23").status, 2, "before it was sent");
        assert_eq!(desk.does("notice --received 镇府督〔2020〕7号 --on 2020-11-25").status, 2, "there is none");
        desk.does("notice --received 镇府督[2020]1号 --on 2020-11-25 --by 李四 --dry-run");
        assert_eq!(desk.does("notice --received 镇府督[2020]1号 --on 2020-11-25 --by 李四").status, 0);
        assert_eq!(desk.does("notice --received 镇府督[2020]1号 --on 2020-11-26").status, 2, "it was already");
        desk.does("status --as-of 2020-11-26 --format text");
        desk.does("notice --list --as-of 2020-11-30");
        desk.does("record 12-03 --date 2020-12-01 --note 初评已通过 --reply-to 镇府督〔2020〕1号");
        desk.does("week --as-of 2020-12-02 --format text");
        desk.does("record 12-03 --date 2020-12-03 --state done");
        desk.does("show 12-03 --as-of 2020-12-03");
        desk.does("notice --list --as-of 2020-12-03 --format text");
        desk.shows("notices/2020.yaml");
    });
}

/// The only notice's state on a day.
fn state(at: &tempfile::TempDir, day: &str) -> String {
    let list = runs(at, &format!("notice --list --format json --as-of {day}")).json();
    list["notices"][0]["state"].as_str().unwrap_or("none").to_owned()
}

#[test]
fn each_stage_begins_on_its_day_and_is_in_the_reports() {
    let at = quiet(&[]);
    runs(&at, "notice 12-03 --level urge --as-of 2020-11-24");
    runs(&at, "notice --received 镇府督〔2020〕1号 --on 2020-11-25");
    runs(&at, "record 12-03 --date 2020-12-01 --note 甲 --reply-to 镇府督〔2020〕1号");
    runs(&at, "record 12-03 --date 2020-12-03 --state done");
    for (day, wanted) in [
        ("2020-11-23", "none"),
        ("2020-11-24", "issued"),
        ("2020-11-25", "received"),
        ("2020-11-27", "received"),
        ("2020-11-28", "overdue"),
        ("2020-12-01", "answered"),
        ("2020-12-03", "settled"),
    ] {
        assert_eq!(state(&at, day), wanted, "{day}");
        let of = |line: &str| runs(&at, &format!("{line} --format json --as-of {day}")).json();
        let told = |report: &serde_json::Value| report["notices"]["notices"][0]["state"].as_str().map(str::to_owned);
        let alive = (wanted != "none" && wanted != "settled").then(|| wanted.to_owned());
        assert_eq!(told(&of("status")), alive, "{day}");
        assert_eq!(told(&of("week")), alive, "{day}");
        assert_eq!(told(&of("status --section 2")), None, "it is about another section's task");
        let shown = of("show 12-03");
        assert_eq!(shown["notices"][0]["state"].as_str().unwrap_or("none"), wanted, "{day}");
        assert_eq!(of("show 11-01")["notices"], serde_json::json!([]));
    }
}

#[test]
fn a_receipt_is_taken_back_by_undo() {
    let at = quiet(&[]);
    runs(&at, "notice 12-03 --level urge --as-of 2020-11-24");
    let before = std::fs::read_to_string(at.path().join("notices/2020.yaml")).unwrap();
    assert_eq!(runs(&at, "notice --received 镇府督〔2020〕1号 --on 2020-11-25 --by 李四").status, 0);
    assert_eq!(state(&at, "2020-11-25"), "received");
    assert_eq!(runs(&at, "undo").status, 0);
    assert_eq!(std::fs::read_to_string(at.path().join("notices/2020.yaml")).unwrap(), before);
}

/// A task of the unit that was due on a day.
fn task(number: usize, more: &str) -> String {
    format!(
        "- {{ id: 11-{number:02}, title: 事项{number}, kind: milestone, lead: 规划建设和生态环境办公室, deadline: 2020-11-10, assumed: [lead, deadline]{more} }}\n"
    )
}

fn with_tasks(tasks: &str, head: &str) -> tempfile::TempDir {
    let head = super::FILES[0].1.replace("sections:", &format!("source: 原文.txt\n{head}\nsections:"));
    quiet(&[
        ("原文.txt", "小镇2020年下半年工作安排\n"),
        ("plan.yaml", &head),
        ("tasks/1-乡村振兴.yaml", tasks),
        ("tasks/2-城镇管理.yaml", ""),
        ("progress/2020-10.yaml", ""),
        ("checklists/2-01.csv", "编号,销项日期\n"),
    ])
}

const SERIES: &str = "notices: { series: 镇府督 }";

fn of(count: usize, more: &str, line: &str) -> Ran {
    let tasks: String = (1..=count).map(|number| task(number, more)).collect();
    let at = with_tasks(&tasks, SERIES);
    let ids: Vec<String> = (1..=count).map(|number| format!("11-{number:02}")).collect();
    let ids = ids.join(" ");
    let ran = runs(&at, &format!("notice {ids} --as-of 2020-11-24 --dry-run --lang zh {line}"));
    assert_eq!(ran.status, 0, "{ran}");
    ran
}

#[test]
fn one_matter_is_a_form_and_six_stand_in_an_annex() {
    for (count, form, annex) in [(1, true, false), (2, false, false), (5, false, false), (6, false, true)] {
        let ran = of(count, "", "");
        let text = ran.text();
        assert_eq!(text.contains("成文日期："), form, "{count}: {text}");
        assert!(!text.contains("领导批示"), "where nobody writes by hand there is no room for it: {text}");
        #[cfg(feature = "docx")]
        {
            let drawn = String::from_utf8_lossy(&of(count, "", "--format docx").stdout).into_owned();
            assert_eq!(drawn.contains("领导批示") && drawn.contains("签收人"), form, "{count}");
            assert_eq!(drawn.contains("<w:pStyle w:val=\"Annex\"/>"), annex, "{count}");
        }
        assert_eq!(text.contains(&format!("附件：督办事项清单（{count}项）")), annex, "{count}: {text}");
        assert_eq!(text.matches("已逾期14天（10个工作日）").count(), count, "days are said once: {text}");
        assert_eq!(text.matches("责任人：").count(), usize::from(form), "nobody is named: {text}");
        assert!(!text.contains("办公室*"), "{text}");
        assert!(text.contains("原文未载明牵头单位，“规划建设和生态环境办公室”为推定"), "{text}");
    }
    let one_for_all = of(3, ", person: 王五", "");
    assert_eq!(one_for_all.text().matches("王五").count(), 1, "{one_for_all}");
}

#[test]
fn a_circular_goes_to_all_and_names_the_one() {
    for count in [1, 3, 7] {
        let ran = of(count, "", "--level 通报");
        let text = ran.text();
        assert!(text.contains("\n各单位：\n"), "{text}");
        assert!(text.contains(&format!("现将规划建设和生态环境办公室牵头的{count}项任务")), "{text}");
        assert!(text.contains("请规划建设和生态环境办公室认真查找原因"), "{text}");
        assert!(!text.contains("你单位") && !text.contains("领导批示"), "{text}");
    }
}

#[test]
fn assumed_rules_of_notices_are_said_once() {
    for (count, assumed) in [(1, "[series]"), (3, "[series, reply_within]"), (7, "[series, office]")] {
        let tasks: String = (1..=count).map(|number| task(number, "")).collect();
        let at = with_tasks(&tasks, &format!("notices: {{ series: 镇府督, office: 党政办公室, assumed: {assumed} }}"));
        assert_eq!(runs(&at, "check").status, 0);
        let ran = runs(&at, "notice --lead 规建办 --as-of 2020-11-24 --lang zh");
        assert_eq!(ran.text().matches("为推定，请予核定").count(), 1, "{ran}");
        assert_eq!(ran.text().matches("文号字头").count(), 1, "{ran}");
        assert_eq!(ran.text().contains("受理反馈的单位"), assumed.contains("office"), "{ran}");
    }
    let at = with_tasks(&task(1, ""), "notices: { series: 镇府督, assumed: [after] }");
    assert_eq!(runs(&at, "check").status, 1, "what was taken before is a fact");
}

#[test]
fn a_finished_task_is_urged_only_by_who_insists() {
    let at = quiet(&[]);
    runs(&at, "record 12-03 --date 2020-11-20 --state done");
    let refused = runs(&at, "notice 12-03 --level urge --as-of 2020-11-24 --lang zh");
    assert_eq!(refused.status, 2, "{refused}");
    assert!(refused.stderr.contains("已办结") && refused.stderr.contains("--force"), "{refused}");
    assert_eq!(runs(&at, "notice 12-03 --level urge --as-of 2020-11-19").status, 0, "it was open on that day");
    assert_eq!(runs(&at, "notice 12-03 --level urge --as-of 2020-11-24 --force").status, 0);
    runs(&at, "amend 11-01 cancel --reason 甲 --approved-by 乙 --date 2020-11-20");
    let called_off = runs(&at, "notice 11-01 --level urge --as-of 2020-11-24 --force --lang zh");
    assert_eq!(called_off.status, 2, "{called_off}");
    assert!(called_off.stderr.contains("已撤销"), "{called_off}");
}

#[test]
fn what_nobody_reported_on_is_asked_for_in_one_letter_a_unit_and_any_report_answers() {
    let task = |id: &str, lead: &str| {
        format!("- {{ id: {id}, title: 常态{id}, kind: continuous, lead: {lead}, assumed: [lead] }}\n")
    };
    let (one, other) = ("规划建设和生态环境办公室", "社区建设办公室");
    let tasks = [("11-01", one), ("11-02", one), ("11-03", other)].map(|(id, lead)| task(id, lead)).concat();
    let at = with_tasks(&tasks, SERIES);
    let ran = runs(&at, "notice --unreported --all --out-dir 催报 --as-of 2020-11-24");
    assert_eq!(ran.text().lines().count(), 2, "{ran}");
    let kept = std::fs::read_to_string(at.path().join("notices/2020.yaml")).unwrap();
    assert_eq!(kept.matches("purpose: report\n").count(), 2, "{kept}");
    assert!(kept.contains("tasks: [11-01, 11-02]\n"), "{kept}");
    let letter = runs(&at, "notice --number 镇府督〔2020〕1号 --lang zh");
    assert!(letter.text().contains("关于报送2项工作任务进展情况的催办通知"), "{letter}");
    assert!(letter.text().contains("11-02 常态11-02（从未报送）"), "{letter}");
    runs(&at, "record 11-01 --date 2020-11-25 --note 甲");
    assert_eq!(state(&at, "2020-11-25"), "received", "of the other task nothing was heard");
    runs(&at, "record 11-02 --date 2020-11-26 --note 乙");
    assert_eq!(state(&at, "2020-11-26"), "settled");
    let nothing = runs(&at, "notice --unreported --lead 规建办 --as-of 2020-11-26 --lang zh");
    assert_eq!(nothing.status, 2, "{nothing}");
}

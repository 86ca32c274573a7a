//! `workplan withdraw`, and `record --corrects`.

use super::{Desk, sessions};
use crate::program::workplan;

#[test]
fn an_entry_is_withdrawn_and_counts_on_no_day() {
    sessions("withdraw", |desk| {
        desk.does("withdraw 11-01 --reason 误报 --on 2020-11-01");
        desk.does("record 11-01 --value 50 --date 2020-11-10 --by 规建办 --note 第二批 --force");
        desk.does("record 11-01 --value 80 --date 2020-11-20 --by 规建办 --note 误填 --force");
        desk.does("withdraw 11-01 --date 2020-11-19 --reason 误报");
        desk.does("withdraw 11-01 --date 2020-11-20 --reason 误填他村数据 --on 2020-11-22 --dry-run");
        assert_eq!(desk.does("withdraw 11-01 --date 2020-11-20 --reason 误填他村数据 --on 2020-11-22").status, 0);
        assert_eq!(desk.does("withdraw 11-01 --date 2020-11-20 --reason 误填他村数据").status, 2, "it is gone already");
        desk.does("show 11-01 --as-of 2020-11-24");
        desk.does("history 11-01 --as-of 2020-11-24");
        // On the day itself it counts as little as later.
        let on_the_day = desk.does("show 11-01 --as-of 2020-11-20 --format json").json();
        assert_eq!(on_the_day["task"]["metrics"][0]["value"], 50);
        desk.does("record 11-01 --value 55 --corrects 2020-11-10 --by 规建办");
        desk.does("history 11-01 --as-of 2020-11-24 --format md");
        desk.shows("progress/2020-11.yaml");
    });
}

#[test]
fn several_of_a_day_are_told_apart() {
    let mut desk = Desk::new("zh");
    desk.does("record 12-03 --note 上午 --date 2020-11-20 --force");
    desk.does("record 12-03 --note 下午 --date 2020-11-20 --force");
    let ran = desk.does("withdraw 12-03 --reason 误报");
    assert_eq!(ran.status, 2);
    let mark =
        ran.stderr.lines().find(|line| line.contains("下午")).unwrap().trim().split(' ').next().unwrap().to_owned();
    assert_eq!(desk.does(&format!("withdraw 12-03 --reason 误报 --entry {mark} --on 2020-11-21")).status, 0);
    let shown = desk.does("show 12-03 --as-of 2020-11-24");
    assert!(shown.text().contains("上午") && !shown.text().contains("下午"), "{shown}");
    assert_eq!(desk.does("check").status, 0);
}

#[test]
fn a_withdrawn_amendment_is_put_back_and_a_withdrawn_closing_opens_the_task() {
    let mut desk = Desk::new("zh");
    let because = "--reason 改期 --approved-by 会议";
    let before = desk.holds("tasks/1-乡村振兴.yaml");
    desk.does(&format!("amend 12-03 deadline 2020-12-15 --date 2020-11-10 {because}"));
    desk.does(&format!("amend 12-03 deadline 2020-12-20 --date 2020-11-12 {because}"));
    let ran = desk.does("withdraw 12-03 --date 2020-11-10 --reason 未经批准");
    assert!(ran.status == 2 && ran.stderr.contains("2020-11-12"), "{ran}");
    assert_eq!(desk.does("withdraw 12-03 --reason 未经批准 --on 2020-11-13").status, 0);
    assert!(desk.holds("tasks/1-乡村振兴.yaml").contains("deadline: 2020-12-15"));
    assert_eq!(desk.does("withdraw 12-03 --reason 未经批准 --on 2020-11-13").status, 0);
    assert_eq!(desk.holds("tasks/1-乡村振兴.yaml"), before);
    assert_eq!(desk.does("check").status, 0);
    desk.does("record 12-03 --state done --date 2020-11-20 --force");
    desk.does("close 12-03 --by 督查室 --date 2020-11-21 --force");
    assert_eq!(desk.does("withdraw 12-03 --reason 未见验收单 --on 2020-11-22").status, 0);
    let state =
        |desk: &mut Desk| desk.does("show 12-03 --as-of 2020-11-24 --format json").json()["task"]["state"].clone();
    assert_eq!(state(&mut desk), "done");
    assert_eq!(desk.does("withdraw 12-03 --reason 误报 --on 2020-11-22").status, 0);
    assert_ne!(state(&mut desk), "done");
    assert_eq!(desk.does("check").status, 0);
}

/// In every report but history and diff a withdrawn entry is as if it had never been entered.
#[test]
fn a_withdrawn_entry_is_as_if_never_entered() {
    let lines = [
        "status --as-of 2020-11-24 --tasks",
        "status --as-of 2020-11-24 --format csv",
        "alerts --as-of 2020-11-24",
        "week --week 2020-W47 --as-of 2020-11-24",
        "export --as-of 2020-11-24 --format json",
        "chart burnup --as-of 2020-11-24 --format json",
    ];
    let all = |desk: &mut Desk| lines.map(|line| desk.does(line).text().to_owned());
    let mut desk = Desk::new("zh");
    let before = all(&mut desk);
    desk.does("record 11-01 --value 61 --state blocked --issue 缺人 --date 2020-11-18 --force");
    assert_ne!(all(&mut desk), before);
    desk.does("withdraw 11-01 --reason 误报 --on 2020-11-19");
    assert_eq!(all(&mut desk), before);
}

#[test]
fn a_comparison_tells_what_was_withdrawn() {
    let mut desk = Desk::new("zh");
    desk.does("record 11-01 --value 50 --date 2020-11-10 --force");
    let copy = tempfile::tempdir().unwrap();
    for folder in ["tasks", "progress", "checklists"] {
        std::fs::create_dir_all(copy.path().join(folder)).unwrap();
        for file in std::fs::read_dir(desk.path(folder)).into_iter().flatten().map(Result::unwrap) {
            std::fs::copy(file.path(), copy.path().join(folder).join(file.file_name())).unwrap();
        }
    }
    std::fs::copy(desk.path("plan.yaml"), copy.path().join("plan.yaml")).unwrap();
    desk.does("withdraw 11-01 --reason 误报 --on 2020-11-19");
    let line = format!("diff {} {} --lang zh", copy.path().display(), desk.path("").display());
    let ran = workplan(&line).run();
    assert!(ran.text().contains("作废 2020-11-10 的记录：误报") && !ran.text().contains("台账被改动"), "{ran}");
}

/// A value that falls is warned of until the wrong one is withdrawn.
#[test]
fn a_corrected_value_ends_its_warning() {
    let mut desk = Desk::new("zh");
    desk.does("record 11-01 --value 61 --date 2020-11-10 --force");
    desk.does("record 11-01 --value 16 --date 2020-11-20 --force");
    assert!(desk.does("check").text().contains("W403"));
    assert_eq!(
        desk.does("record 11-01 --value 66 --corrects 2020-11-20").status,
        0,
        "what is corrected is in no one's way"
    );
    assert!(!desk.does("check").text().contains("W403"));
}

/// What was withdrawn is in nobody's way: the same may be reported anew, and an amendment be dated before a withdrawn one.
#[test]
fn what_was_withdrawn_is_in_nobodys_way() {
    let mut desk = Desk::new("zh");
    let text = "任务编号,日期,当前值\n11-01,2020-11-10,50\n";
    desk.puts("in.csv", text);
    assert_eq!(desk.does("record --from in.csv --force").status, 0);
    desk.does("withdraw 11-01 --reason 误报 --on 2020-11-11");
    let ran = desk.does("record --from in.csv --force");
    assert!(ran.status == 0 && ran.text().contains("1 条记录"), "{ran}");
    let value = desk.does("show 11-01 --as-of 2020-11-24 --format json").json()["task"]["metrics"][0]["value"].clone();
    assert_eq!(value, 50);
    let because = "--reason 改期 --approved-by 会议";
    desk.does(&format!("amend 12-03 deadline 2020-12-20 --date 2020-11-12 {because}"));
    desk.does("withdraw 12-03 --reason 未经批准 --on 2020-11-13");
    assert_eq!(desk.does(&format!("amend 12-03 deadline 2020-12-10 --date 2020-11-10 {because}")).status, 0);
    assert_eq!(desk.does("check").status, 0);
}

//! Putting right what a draft or a guess got wrong, without a line of YAML.

use std::process::Command;

use super::{Desk, sessions};

const DOCUMENT: &str = "柳塘镇2026年重点工作安排\n\n一、乡村建设\n改造农村危桥12座，5月底前完成。\n修缮文化礼堂3处。\n\
                        推动各项工作再上新台阶。\n";

fn drafted(desk: &mut Desk) {
    desk.puts("文件.txt", DOCUMENT);
    assert_eq!(desk.does("init 新 --from 文件.txt").status, 0);
}

#[test]
fn a_plan_that_is_being_drawn_up_is_put_right_with_set() {
    sessions("corrected", |desk| {
        drafted(desk);
        let ran = desk.does("set 1-01 lead=规建办 --plan 新");
        assert!(ran.status == 2 && ran.stderr.contains("workplan unit add 规建办"), "{ran}");
        for line in [
            "unit add 规建办 农业站 --plan 新",
            "set 1-01,1-02 lead=规建办 --plan 新",
            "set 1-01 配合单位+=农业站 完成时限=6月底 标题=改造危桥 --plan 新",
            "set 1-01 改造农村危桥数=15公里 --plan 新",
            "set 1-01 改造农村危桥数.baseline=3 --plan 新",
            "set 1-02 修缮文化礼堂数<=4 类型=常态 --plan 新",
            "set 1-02 指标-=修缮文化礼堂数 指标+=礼堂使用率=不低于80% --plan 新",
            "set 1-03 kind=milestone start=3月1日 --plan 新",
        ] {
            let ran = desk.does(line);
            assert_eq!(ran.status, 0, "{ran}");
            assert_eq!(desk.does("check --plan 新").status, 0);
        }
        desk.shows("新/tasks/1-乡村建设.yaml");
        // Once something was reported, a deadline changes with an approval, and a guess is settled by somebody.
        assert_eq!(desk.does("record 1-01 --value 5 --date 2026-05-20 --plan 新").status, 0);
        for line in [
            "set 1-01 完成时限=7月底 --plan 新",
            "set 1-02 礼堂使用率=90% --plan 新",
            "set 1-01 support=规建办 --plan 新",
            "set 1-02 指标= --plan 新",
            "set 1-01 改造农村危桥数.baseline=20 --plan 新",
            "set 1-02 礼堂使用率基数=20 --plan 新",
        ] {
            assert_eq!(desk.does(line).status, 2, "{line}");
        }
    });
}

#[test]
fn a_wrong_guess_is_settled_with_what_is_right() {
    sessions("confirmed-otherwise", |desk| {
        drafted(desk);
        assert_eq!(desk.does("record 1-02 --note 已开工 --date 2026-05-20 --plan 新").status, 0);
        for line in [
            "confirm 1-01 类型=milestone --by 李主任 --date 2026-05-20 --plan 新 --dry-run",
            "confirm 1-01 改造农村危桥数=14座 --by 李主任 --date 2026-05-20 --plan 新",
            "confirm 1-02 修缮文化礼堂数=不超过4处 kind=常态 --by 李主任 --date 2026-05-20 --plan 新",
        ] {
            let ran = desk.does(line);
            assert_eq!(ran.status, 0, "{ran}");
            assert_eq!(desk.does("check --plan 新").status, 0);
        }
        desk.shows("新/tasks/1-乡村建设.yaml");
        for line in [
            "confirm 1-01 完成时限=7月底 --by 李主任 --plan 新",
            "confirm 1-01 改造农村危桥数=很多 --by 李主任 --plan 新",
            "confirm 1-01 备注=甲 --by 李主任 --plan 新",
        ] {
            assert_eq!(desk.does(line).status, 2, "{line}");
        }
    });
}

#[test]
fn words_that_order_no_work_go_into_the_context() {
    sessions("drop-context", |desk| {
        drafted(desk);
        assert_eq!(desk.does("drop 1-03 --plan 新").status, 2, "its sentence would be covered by nothing");
        assert_eq!(desk.does("drop 1-03 --context --plan 新").status, 0);
        assert_eq!(desk.does("check --plan 新").status, 0);
        desk.shows("新/plan.yaml");
        desk.does("trace --plan 新");
    });
}

#[test]
fn what_a_commit_holds_is_settled_and_no_longer_set() {
    let mut desk = Desk::new("zh");
    drafted(&mut desk);
    let at = desk.path("");
    let git = |line: &str| {
        let identity = ["-c", "user.name=甲", "-c", "user.email=a@b"];
        let done = Command::new("git").current_dir(&at).args(identity).args(line.split(' ')).output().unwrap();
        assert!(done.status.success(), "{done:?}");
    };
    git("init -q -b main");
    let ran = desk.does("set 1-01 类型=milestone --plan 新");
    assert_eq!(ran.status, 0, "{ran}");
    git("add -A");
    git("commit -qm 一");
    let ran = desk.does("set 1-01 类型=measured --plan 新");
    assert!(ran.status == 2 && ran.stderr.contains("workplan confirm 1-01 类型=measured"), "{ran}");
    assert_eq!(desk.does("confirm 1-01 类型=measured --by 李主任 --date 2026-05-20 --plan 新").status, 0);
    assert_eq!(desk.does("set 1-02 指标-=修缮文化礼堂数 --plan 新").status, 2, "a measured task counts something");
    assert_eq!(desk.does("confirm 1-02 kind=milestone --by 李主任 --plan 新").status, 0);
    assert_eq!(desk.does("set 1-02 指标-=修缮文化礼堂数 --plan 新").status, 0);
    git("add -A");
    let ran = desk.does("check --staged --plan 新");
    assert_eq!(ran.status, 0, "nobody had approved the guess: {ran}");
    // By hand, and nobody settled it.
    let tasks = desk.holds("新/tasks/1-乡村建设.yaml").replace("deadline: 2026-05-31", "deadline: 2026-05-30");
    desk.puts("新/tasks/1-乡村建设.yaml", tasks);
    git("add -A");
    let ran = desk.does("check --staged --plan 新");
    assert!(ran.status == 1 && ran.text().contains("E605"), "{ran}");
}

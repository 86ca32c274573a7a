//! Two terms of an invented school, from an empty folder: slips and withdrawals, a unit that is renamed and one that is
//! retired, two clerks whose work git merges, and the carrying over. Commands alone; no file is opened.

use std::path::Path;
use std::process::Command;

use crate::program::{Ran, workplan};

struct School {
    folder: tempfile::TempDir,
}

impl School {
    fn runs_at(&self, desk: &str, line: &str) -> Ran {
        workplan(line).within(&self.folder.path().join(desk)).run()
    }

    /// A step at a clerk's desk: it is done, and the plan has no errors afterwards.
    fn does(&self, desk: &str, line: &str) -> Ran {
        let ran = self.runs_at(desk, line);
        assert_eq!(ran.status, 0, "{ran}");
        let plan = line.split_once("--plan ").map(|(_, plan)| format!(" --plan {}", plan.split(' ').next().unwrap()));
        let checked = self.runs_at(desk, &format!("check{}", plan.unwrap_or_default()));
        assert_eq!(checked.status, 0, "after {line}\n{checked}");
        ran
    }

    fn refuses(&self, desk: &str, line: &str, why: &str) {
        let ran = self.runs_at(desk, line);
        assert!(ran.status == 2 && ran.stderr.contains(why), "{ran}");
    }

    fn git(&self, desk: &str, line: &str) {
        let at = self.folder.path().join(desk);
        let who = [format!("user.name={desk}"), format!("user.email={desk}@example.org")];
        let done = git(&at).arg("-c").arg(&who[0]).arg("-c").arg(&who[1]).args(line.split(' ')).output().unwrap();
        assert!(done.status.success(), "git {line}: {done:?}");
    }

    fn tasks(&self, desk: &str, line: &str) -> Vec<String> {
        let json = self.runs_at(desk, &format!("status --format json {line}")).json();
        json["tasks"].as_array().unwrap().iter().map(|task| task["id"].as_str().unwrap().to_owned()).collect()
    }
}

fn git(at: &Path) -> Command {
    let mut command = Command::new("git");
    command.current_dir(at).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    command
}

#[test]
fn two_terms_of_a_school_are_kept_by_commands_alone() {
    let school = School { folder: tempfile::tempdir().unwrap() };
    std::fs::create_dir(school.folder.path().join("甲")).unwrap();
    school.git("甲", "init -q -b main");
    begins(&school);
    every_day(&school);
    two_clerks(&school);
    goes_on(&school);
}

fn begins(school: &School) {
    let does = |line: &str| school.does("甲", line);
    does(
        "init plans/2025秋 --title 示例中学2025年秋季学期工作要点 --issuer 示例中学 --issued 2025-08-25 --start 2025-09-01 --end 2026-01-31 --unit 教务处=教务 --unit 总务处=总务 --unit 德育处=德育 --section 教育教学",
    );
    does("plan set sample 是");
    does("section add 校园安全");
    does("unit add 督导室");
    does("place add 食堂");
    does("plan set 文号字头 示中督");
    does("field add 资金 --unit 万元");
    does("add --section 教育教学 --title 开设学生社团 --lead 教务 --metric 社团数=12个");
    does("add --section 教育教学 --title 课堂巡查 --lead 教务 --kind continuous");
    does("add --section 校园安全 --title 消防检查整改 --lead 总务 --deadline 2025-10-31 --checkpoint 排查=2025-09-30");
    does(
        "add --section 校园安全 --title 食堂改造 --lead 总务 --deadline 2025-12-31 --place 食堂 --depends 2-01 --field 资金=35",
    );
    does("add --section 教育教学 --title 心理健康周 --lead 德育 --deadline 2025-10-15");
    does("add --section 教育教学 --title 误增 --lead 德育");
    does("drop 1-04");
    does("move 1-03 --section 校园安全");
    does("move 1-03 --section 教育教学");
    school.refuses("甲", "add --section 后勤 --title 甲 --lead 总务", "section add");
    does("set 2-02 责任人=王老师 标签+=民生");
    does("set 1-02 定期报送=每月25日");
    does("plan set 时限逢休息日 顺延");
    assert_eq!(school.tasks("甲", "--as-of 2025-09-01"), ["1-01", "1-02", "1-03", "2-01", "2-02"]);
}

fn every_day(school: &School) {
    let does = |line: &str| school.does("甲", line);
    does("record 1-01 --value 4 --date 2025-09-26 --note 首批开课");
    school.refuses("甲", "record 1-01 --value 40 --date 2025-10-10", "12");
    does("record 1-01 --value 40 --date 2025-10-10 --force");
    does("record 1-01 --corrects 2025-10-10 --value 8");
    does("record 1-02 --note 已巡查 --date 2025-09-28");
    does("record 1-03 --state 已完成 --date 2025-10-14");
    does("withdraw 1-03 --reason 活动延后 --on 2025-10-15");
    does("record 2-01 --checkpoint 排查 --note 隐患三处 --issue 缺灭火器 --next 采购 --date 2025-09-29");
    does("unit rename 总务处 后勤中心=后勤");
    does("unit retire 德育处 --date 2025-11-01");
    does("amend 1-03 lead 教务 --reason 机构合并 --approved-by 校长办公会 --date 2025-11-01");
    school.refuses("甲", "add --section 教育教学 --title 班会 --lead 德育", "德育");
    does("amend 2-02 deadline 2026-03-31 --reason 招标 --approved-by 校长办公会 --date 2025-12-10");
    does("undo");
    does("amend 2-02 deadline 2026-01-31 --reason 招标 --approved-by 校长办公会 --date 2025-12-10");
    does("notice 2-01 --level urge --as-of 2025-11-10");
    does("notice --void 示中督〔2025〕1号 --reason 误发 --as-of 2025-11-11");
    does("notice 2-01 --level supervise --as-of 2025-11-12");
    does("add --section 校园安全 --title 消防隐患整改 --lead 后勤");
    does("amend 2-03 cancel --duplicate-of 2-01 --approved-by 校长办公会 --date 2025-11-20");
    let week = does("week --week 2025-W46 --as-of 2025-11-14 --format text");
    assert!(!week.text().contains("2-03"), "{week}");
    school.git("甲", "add -A");
    school.git("甲", "commit -qm 秋季学期");
    school.refuses("甲", "undo", "git");
}

/// Two clerks record about the same weeks, each on her own machine, and git merges them.
fn two_clerks(school: &School) {
    school.does("甲", "git setup");
    school.git("甲", "add -A");
    school.git("甲", "commit -qm 设置 --allow-empty");
    let cloned = git(school.folder.path()).args(["clone", "-q", "甲", "乙"]).output().unwrap();
    assert!(cloned.status.success(), "{cloned:?}");
    school.does("乙", "git setup");
    school.does("甲", "record 1-01 --value 10 --date 2025-12-19 --by 教务");
    school.does("甲", "add --section 教育教学 --title 寒假作业设计 --lead 教务 --deadline 2026-01-20");
    school.git("甲", "add -A");
    school.git("甲", "commit -qm 甲的");
    school.does("乙", "record 2-01 --state 已完成 --date 2025-12-18 --by 后勤 --reply-to 示中督〔2025〕2号");
    school.does("乙", "set 2-02 分管领导=李校长");
    school.git("乙", "add -A");
    school.git("乙", "commit -qm 乙的");
    school.git("甲", "pull -q --no-rebase --no-edit ../乙 main");
    let whole = school.runs_at("甲", "check");
    assert_eq!(whole.status, 0, "{whole}");
    let open = school.runs_at("甲", "notice --list --open --as-of 2026-01-31 --format json").json();
    assert_eq!(open["notices"].as_array().unwrap().len(), 0, "one is void, one was answered");
}

fn goes_on(school: &School) {
    let made = school.does(
        "甲",
        "init plans/2026春 --carry 2025秋 --as-of 2026-01-31 --carry-values 作基数 --title 示例中学2026年春季学期工作要点 --issued 2026-02-20 --start 2026-02-01 --end 2026-07-15",
    );
    assert!(made.text().contains("2026春"), "{made}");
    // Neither what was finished nor what was called off.
    assert_eq!(school.tasks("甲", "--as-of 2026-03-02"), ["1-01", "1-02", "1-03", "1-04", "2-02"]);
    let of_next = |line: &str| school.does("甲", &format!("{line} --plan 2026春"));
    of_next("amend 2-02 deadline 2026-04-30 --reason 结转 --approved-by 校长办公会 --date 2026-02-24");
    of_next("record 1-01 --value 12 --state 已完成 --date 2026-03-06");
    of_next("add --section 校园安全 --title 防汛演练 --lead 后勤 --deadline 2026-06-15");
    of_next("record 2-02 --note 已开工 --date 2026-03-10");
    let json = school.runs_at("甲", "show 2-02 --as-of 2026-03-12 --format json").json();
    assert_eq!(json["task"]["carried_from"]["plan"], "2025秋");
    assert_eq!(json["task"]["fields"]["资金"], 35);
    assert_eq!(json["task"]["leader"], "李校长");
    let duty = school.runs_at("甲", "show 1-02 --as-of 2026-03-12 --format json").json();
    assert_eq!(duty["task"]["recurs"], serde_json::json!({ "every": "month", "by": 25 }));
    let shown = school.runs_at("甲", "show 1-01 --as-of 2026-03-12");
    assert!(shown.text().contains("2025-09-26") && shown.text().contains("首批开课"), "{shown}");
    // What worked before there was a second plan works still.
    for line in
        ["status --as-of 2025-12-20", "alerts --as-of 2025-12-20", "history 1-01 --as-of 2025-12-20", "plan list"]
    {
        assert_eq!(school.runs_at("甲", line).status, 0, "{line}");
    }
}

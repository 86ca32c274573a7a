//! Fields of the office's own: declared, filled in, shown, counted, handed out and taken back.

use std::fs;

use super::{Desk, sessions};
use crate::program::workplan;

/// Declares a number, a day and a text, and fills them in.
fn filled(desk: &mut Desk) {
    for line in [
        "field add 资金 --unit 万元",
        "field add 批复日期 --kind 日期",
        "field add '项目 名称' --key project --public",
        "set 11-01 资金=1,200万元 批复日期=9月底 project=集中居住一期",
        "set 12-03 资金=0.1",
        "set 2-01 资金=０.２",
    ] {
        let ran = desk.does(line);
        assert_eq!(ran.status, 0, "{ran}");
    }
}

#[test]
fn a_field_is_declared_filled_in_shown_and_counted() {
    sessions("own", |desk| {
        filled(desk);
        desk.does("add --section 2 --title 老街改造 --field 资金=30 --field '项目 名称=老街'");
        desk.does("field list --as-of 2020-11-24");
        desk.does("field list --as-of 2020-11-24 --format json");
        desk.does("show 11-01 --as-of 2020-11-24");
        desk.does("status --columns 编号,资金,批复日期,project --by lead --as-of 2020-11-24");
        desk.does("status --columns id,资金 --format csv --as-of 2020-11-24");
        desk.does("status --columns id,资金 --format json --section 2 --as-of 2020-11-24");
        desk.does("export --format md --section 1 --as-of 2020-11-24");
        desk.does("field rename 资金 财政资金");
        desk.does("set 12-03 资金=0.3 财政资金=0.4 批复日期=2020-10-08");
        desk.does("set 11-01 批复日期=");
        desk.does("status --field 财政资金=0.4万元 --field 资金=30 --columns id,财政资金,project --as-of 2020-11-24");
        desk.does("status --field 资金= --columns id,资金 --as-of 2020-11-24");
        desk.does("set 12-03 批复日期=");
        desk.does("field remove 批复日期");
        desk.does("undo");
        for file in ["plan.yaml", "tasks/1-乡村振兴.yaml", "tasks/2-城镇管理.yaml"] {
            desk.shows(file);
        }
        desk.does("git textconv plan.yaml");
        desk.does("git textconv tasks/1-乡村振兴.yaml");
    });
}

#[test]
fn what_a_field_cannot_hold_or_be_called_is_refused() {
    sessions("own-refused", |desk| {
        desk.does("set 11-01 自定义字段=1");
        desk.does("status --field 资金=1");
        filled(desk);
        let before = (desk.holds("plan.yaml"), desk.holds("tasks/1-乡村振兴.yaml"));
        for line in [
            "field add",
            "field add ''",
            "field add 资金",
            "field add '资金（元）'",
            "field add PROJECT",
            "field add 备注",
            "field add 进度",
            "field add 责任单位",
            "field add 级别 --key 's p'",
            "field add '（）'",
            "field add 级别 --unit 级 --kind text",
            "field add 级别 --kind 颜色",
            "field rename 资金",
            "field rename 预算 经费",
            "field rename 资金 资金",
            "field rename 资金 批复日期",
            "field rename 资金 目标值",
            "field remove 资金",
            "field remove 预算",
            "set 11-01 预算=1",
            "set 11-01 资金+=1",
            "set 11-01 资金=约1200",
            "set 11-01 资金=1200元",
            "set 11-01 资金=很多",
            "set 11-01 批复日期=尽快",
            "set 11-01 自定义字段=1",
            "amend 11-01 资金 1 --reason x --approved-by x",
            "add --section 2 --title 老街 --field 预算=1",
            "add --section 2 --title 老街 --field 资金",
            "add --section 2 --title 老街 --field 资金=3户",
            "status --field 资金",
            "status --field 资金=很多",
            "status --columns 预算",
        ] {
            let ran = desk.does(line);
            assert_eq!(ran.status, 2, "{ran}");
        }
        assert_eq!((desk.holds("plan.yaml"), desk.holds("tasks/1-乡村振兴.yaml")), before);
    });
}

#[test]
fn every_name_that_is_printed_for_a_field_is_understood() {
    let mut desk = Desk::new("zh");
    filled(&mut desk);
    for (name, value) in [
        ("资金", "5"),
        ("资金（万元）", "5"),
        ("资金 (万元)", "5"),
        ("项目 名称", "甲"),
        ("项目名称", "甲"),
        ("project", "甲"),
        ("ＰＲＯＪＥＣＴ", "甲"),
    ] {
        for lang in ["zh", "en"] {
            let line = |line: String| workplan(&format!("{line} --lang {lang}")).within(desk.folder.path()).run();
            for line in [
                line(format!("set 2-02 '{name}={value}'")),
                line(format!("status --columns 'id,{name}' --as-of 2020-11-24")),
                line(format!("status --field '{name}={value}' --as-of 2020-11-24 --format json")),
                line(format!("add --section 2 --title x --force --field '{name}={value}' --dry-run")),
                line(format!("field rename '{name}' 新名 --dry-run")),
            ] {
                assert_eq!(line.status, 0, "{line}");
            }
        }
    }
}

#[test]
fn a_comparison_tells_them() {
    let mut desk = Desk::new("zh");
    filled(&mut desk);
    let both = tempfile::tempdir().unwrap();
    for (name, change) in
        [("old", None), ("new", Some(("资金: 1200, 批复日期: 2020-09-30", "资金: 1300, 批复日期: 2020-10-08")))]
    {
        fs::create_dir_all(both.path().join(name).join("tasks")).unwrap();
        for file in ["plan.yaml", "tasks/1-乡村振兴.yaml", "tasks/2-城镇管理.yaml"] {
            let text = desk.holds(file);
            let text = change.map_or(text.clone(), |(old, new)| text.replace(old, new));
            let text = if change.is_some() { text.replace(", public: true", "") } else { text };
            fs::write(both.path().join(name).join(file), text.replace(", checklist: checklists/2-01.csv", "")).unwrap();
        }
    }
    let said = |line: &str| workplan(line).within(both.path()).run().to_string();
    let transcript =
        [said("diff old new"), said("diff new old --lang en"), said("diff old new --format json")].concat();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true, snapshot_path => "../snapshots" }, {
        insta::assert_snapshot!("own-diff", transcript);
    });
}

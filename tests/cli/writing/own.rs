//! Fields of the office's own: declared, filled in, shown, counted, handed out and taken back.

use std::fs;

use super::{Desk, sessions};
use crate::program::workplan;
#[cfg(feature = "xlsx")]
use {super::FILES, crate::program::folder};

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

/// A ledger with a column of the plan's own, as CSV.
fn csv(desk: &mut Desk) -> String {
    let ran = desk.does("export --format csv --out ledger.csv --as-of 2020-11-24");
    assert_eq!(ran.status, 0, "{ran}");
    desk.holds("ledger.csv")
}

#[test]
fn a_ledger_comes_back_with_what_was_changed_in_it() {
    sessions("own-import", |desk| {
        filled(desk);
        let sent = csv(desk);
        // Nothing was edited, so nothing is said.
        desk.does("import ledger.csv --date 2020-11-24");
        for (old, new) in [("1200,2020-09-30", "1300万元,2020年10月"), ("0.1,", "0.10,"), ("0.2,", "很多,")] {
            assert_eq!(sent.matches(old).count(), 1, "{old}");
            desk.puts("ledger.csv", sent.replace(old, new));
            desk.does("import ledger.csv --date 2020-11-24 --dry-run");
        }
        // An existing ledger as tasks: by the title, by the key, and by what a user says of a column.
        desk.puts(
            "tasks.csv",
            "工作任务,板块,资金（万元）,PROJECT,批文\n修桥,城镇管理,\"1,500\",桥,2020年9月1日\n植树,城镇管理,—,,\n",
        );
        desk.does("import tasks.csv --as tasks --map 批文=批复日期");
        desk.puts("tasks.csv", "工作任务,板块,资金,批复日期\n补桥,城镇管理,约30,去年\n");
        desk.does("import tasks.csv --as tasks");
        desk.shows("tasks/2-城镇管理.yaml");
    });
}

/// A workbook of ours brings tasks with their own fields, and the fields, to another plan.
#[cfg(feature = "xlsx")]
#[test]
fn a_workbook_brings_tasks_with_their_fields_to_another_plan() {
    let mut desk = Desk::new("zh");
    filled(&mut desk);
    let ran = desk.does("export --out ledger.xlsx --as-of 2020-11-24");
    assert_eq!(ran.status, 0, "{ran}");
    let head = FILES[0].1.replace("id: small", "id: other");
    let other = folder(&[("plan.yaml", &head)]);
    fs::copy(desk.path("ledger.xlsx"), other.path().join("ledger.xlsx")).unwrap();
    let ran = workplan("import ledger.xlsx --as tasks").within(other.path()).run();
    assert_eq!(ran.status, 0, "{ran}");
    assert!(!ran.stderr.contains("没有采用"), "{ran}");
    let read = |path: &std::path::Path, file: &str| fs::read_to_string(path.join(file)).unwrap();
    let fields = |text: &str| -> Vec<String> {
        text.lines().filter(|line| line.contains("fields: {") || line.contains("{ key:")).map(str::to_owned).collect()
    };
    assert_eq!(fields(&read(other.path(), "plan.yaml")), fields(&desk.holds("plan.yaml")));
    let tasks = read(other.path(), "tasks/1-乡村振兴.yaml");
    assert_eq!(fields(&tasks), fields(&desk.holds("tasks/1-乡村振兴.yaml")));
    assert_eq!(fields(&tasks).len(), 2, "{tasks}");
}

#[test]
fn pages_show_them_to_the_office_and_to_the_public_what_is_public() {
    let mut desk = Desk::new("zh");
    filled(&mut desk);
    desk.puts("plan.yaml", format!("{}disclosure: 主动公开\n", desk.holds("plan.yaml")));
    let made = tempfile::tempdir().unwrap();
    for (folder, of_the_office) in [("office", true), ("public", false)] {
        let out = made.path().join(folder);
        let option = if of_the_office { "" } else { "--public " };
        let ran = desk.does(&format!("site {option}--out '{}' --as-of 2020-11-24", out.display()));
        assert_eq!(ran.status, 0, "{ran}");
        for (file, word, is_public) in [
            ("tasks.html", "资金（万元）", false),
            ("tasks.html", "批复日期", false),
            ("tasks.html", "项目 名称", true),
            ("tasks.html", "集中居住一期", true),
            ("assets/tasks.js", "\"1200\",\"2020-09-30\",\"集中居住一期\"", false),
            ("assets/tasks.js", "集中居住一期", true),
            ("task/11-01.html", "1200万元", false),
            ("task/11-01.html", "集中居住一期", true),
        ] {
            let text = fs::read_to_string(out.join(file)).unwrap();
            assert_eq!(text.contains(word), of_the_office || is_public, "{folder}/{file}: {word}");
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

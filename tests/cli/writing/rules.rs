//! `workplan plan`: the plan's own rules.

use workplan::plan::{Language, Rule};
use workplan::words::Worded;
use workplan::words::fields::{Changes, Holds, Place};

use super::{Desk, sessions};

#[test]
fn every_rule_is_set_in_its_place_and_nothing_else_changes() {
    sessions("plan-set", |desk| {
        desk.does("plan set 临期 5 --dry-run");
        for line in [
            "plan set 临期 5个工作日",
            "plan set 滞后 15% far_behind 0.3",
            "plan set closing 审核后销号 序时口径 按月",
            "plan set 字头 小府督",
            "plan set 反馈期限 5 受理单位 规建办",
            "plan set 红灯用语 亮红牌 red.colour 品红",
            "plan set 公开属性 '主动公开 # 注'",
            "plan set 截止日 2021-01-31 标题 '小镇: 工作安排'",
            "plan set 公开亮灯 是 报送频次 每周 时区 +09:00 逢休息日 顺延",
            "plan set 推定说明 无",
        ] {
            let ran = desk.does(line);
            assert_eq!(ran.status, 0, "{ran}");
        }
        desk.shows("plan.yaml");
        desk.does("plan show --as-of 2020-11-24");
        desk.does("plan set on_day_off 'previous working day' --dry-run");
        desk.does("plan set 逢休息日 推后三天");
        for line in ["公开属性", "alerts.due_soon 红灯用语", "red.colour", "notices.office"] {
            let ran = desk.does(&format!("plan set {line} --clear"));
            assert_eq!(ran.status, 0, "{ran}");
        }
        desk.shows("plan.yaml");
        desk.does("plan set 语言 英文");
        desk.does("plan show --as-of 2020-11-24 --format json");
    });
}

#[test]
fn what_a_rule_cannot_hold_is_refused() {
    sessions("plan-set-refused", |desk| {
        let before = desk.holds("plan.yaml");
        for line in [
            "plan set",
            "plan set 临期",
            "plan set 无此项 1",
            "plan set 单位 甲办",
            "plan set 板块 甲",
            "plan set 地点 甲",
            "plan set 计划代号 x",
            "plan set 临期 五天左右",
            "plan set 临期 1.5",
            "plan set 滞后 10",
            "plan set 严重滞后 5%",
            "plan set 销号方式 随意",
            "plan set 截止日 2020-13-01",
            "plan set 截止日 2020-01-01",
            "plan set 字头 '小 府'",
            "plan set 受理单位 规建办",
            "plan set 时区 北京",
            "plan set 原文文件 没有.txt",
            "plan set 标题 ''",
            "plan set 标题 --clear",
        ] {
            let ran = desk.does(line);
            assert_eq!(ran.status, 2, "{ran}");
        }
        assert_eq!(desk.holds("plan.yaml"), before);
    });
}

/// Whatever `plan show` prints for a rule, and its key, is understood by `plan set`, and so is every word of its values.
#[test]
fn every_name_of_a_rule_is_understood() {
    for lang in [Language::Chinese, Language::English] {
        let desk = Desk::new("en");
        for rule in Rule::all().filter(|rule| rule.field.changes != Changes::Never) {
            let names = [rule.key(), rule.name(lang), rule.field.heading(lang), rule.field.typed(lang)];
            // One light's word goes by the light.
            let names = if rule.field.place == Place::Light { &names[..2] } else { &names[..] };
            for name in names {
                let ran = crate::program::workplan("plan set --clear --dry-run --lang en")
                    .arg(name)
                    .within(desk.folder.path())
                    .run();
                assert!(!ran.stderr.contains("there is no rule"), "{name}: {ran}");
            }
            let Holds::OneOf(terms) = rule.field.holds else { continue };
            for term in terms {
                for word in [term.word(lang), term.typed(lang)] {
                    let ran = crate::program::workplan("plan set --dry-run --lang en")
                        .arg(&rule.key())
                        .arg(word)
                        .within(desk.folder.path())
                        .run();
                    assert!(ran.status == 0 || ran.stderr.contains("E509"), "{word}: {ran}");
                }
            }
        }
    }
    assert_eq!(Language::read("英文"), Some(Language::English));
}

#[test]
fn the_plans_nearby_are_listed() {
    sessions("plan-list", |desk| {
        desk.does("init plans/2021h1 --title 小镇2021年上半年工作安排 --issuer 小镇人民政府 --issued 2021-01-08 --unit 规建办 --section 民生");
        std::fs::create_dir_all(desk.path("plans/坏")).unwrap();
        desk.puts("plans/坏/plan.yaml", "format: workplan/1\n");
        desk.does("plan list --as-of 2020-11-24");
        desk.does("plan list --as-of 2020-11-24 --format json");
    });
}

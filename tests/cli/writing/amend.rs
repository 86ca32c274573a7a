//! `workplan amend`.

use super::sessions;

const BECAUSE: &str = "--reason 评审组改期 --approved-by 镇长办公会";

#[test]
fn each_field_is_changed_where_it_stands_with_its_amendment() {
    sessions("amend", |desk| {
        let before = desk.holds("tasks/1-乡村振兴.yaml");
        desk.does(&format!("amend 12-03 deadline 2020-12-15 --date 2020-11-23 --dry-run {BECAUSE}"));
        assert_eq!(desk.holds("tasks/1-乡村振兴.yaml"), before);
        for line in [
            "12-03 完成时限 2020-12-15",
            "12-03 title 迎接市级美丽乡村评审",
            "12-03 start 2020-08-01",
            "11-01 target 90户",
            "11-01 support 党政办公室、党群",
            "11-01 places 龚都,陈东村",
            "11-01 lead 社建办",
            "2-01 水质.target II",
            "2-02 kind 节点类",
            "2-02 deadline 12月15日",
        ] {
            let ran = desk.does(&format!("amend {line} --date 2020-11-23 {BECAUSE}"));
            assert_eq!(ran.status, 0, "{ran}");
            let ran = desk.does("check");
            assert_eq!(ran.status, 0, "{ran}");
        }
        assert_eq!(desk.does(&format!("amend 2-02 cancel --date 2020-11-24 {BECAUSE}")).status, 0);
        desk.shows("tasks/1-乡村振兴.yaml");
        desk.shows("tasks/2-城镇管理.yaml");
        desk.shows("progress/2020-11.yaml");
        desk.does("show 12-03 --as-of 2020-11-22");
        desk.does("show 12-03 --as-of 2020-11-24");
    });
}

#[test]
fn an_amendment_that_cannot_be_is_refused_and_nothing_is_touched() {
    sessions("amend-refused", |desk| {
        let before = desk.holds("tasks/1-乡村振兴.yaml");
        for line in [
            "12-03 deadline",
            "12-03 deadline 2020-11-30",
            "12-03 deadline 第三季度前",
            "12-03 deadline 每季度",
            "12-03 deadline 01/02/26",
            "12-03 start 2020-12-01",
            "12-03 颜色 红",
            "12-03 target 5",
            "11-01 target 很多",
            "11-01 target 约80户",
            "11-01 lead 党",
            "11-01 places 新港村",
            "12-03 kind measured",
            "12-03 cancel 2020",
            "2-01 水质.target 甲",
        ] {
            let ran = desk.does(&format!("amend {line} --date 2020-11-23 {BECAUSE}"));
            assert_eq!(ran.status, 2, "{ran}");
        }
        assert_eq!(desk.does("amend 12-03 deadline 2020-12-15").status, 2);
        assert_eq!(desk.holds("tasks/1-乡村振兴.yaml"), before);
        assert_eq!(desk.holds("progress/2020-11.yaml"), "");
        desk.does(&format!("amend 12-03 deadline 2020-12-15 --date 2020-11-23 {BECAUSE}"));
        desk.does(&format!("amend 12-03 deadline 2020-12-10 --date 2020-11-20 {BECAUSE}"));
        desk.does(&format!("amend 12-03 cancel --date 2020-11-23 {BECAUSE}"));
        assert_eq!(desk.does(&format!("amend 12-03 cancel --date 2020-11-24 {BECAUSE}")).status, 2);
    });
}

#[test]
fn several_tasks_are_amended_in_one_change() {
    sessions("amend-several", |desk| {
        desk.does("set 2-02 depends+=12-03");
        for line in [
            "11-01、12-03 deadline 2020-12-15",
            "deadline 2020-12-20 --section 1 --kind milestone",
            "lead 党政办公室 --lead 社建办",
            "12-03,11-01 lead 党群",
        ] {
            let ran = desk.does(&format!("amend {line} --date 2020-11-23 {BECAUSE}"));
            assert_eq!(ran.status, 0, "{ran}");
        }
        // All of it or nothing.
        let before = desk.holds("tasks/1-乡村振兴.yaml");
        assert_eq!(desk.does(&format!("amend 12-03,11-01 target 60 --date 2020-11-24 {BECAUSE}")).status, 2);
        assert_eq!(desk.does(&format!("amend 12-03 lead 社建办 --lead 党群 --date 2020-11-24 {BECAUSE}")).status, 2);
        assert_eq!(desk.does("amend 12-03 lead 社建办 --reason 分工").status, 2);
        assert_eq!(desk.holds("tasks/1-乡村振兴.yaml"), before);
        desk.does(&format!("amend cancel --section 2 --date 2020-11-24 {BECAUSE}"));
        desk.shows("tasks/1-乡村振兴.yaml");
        desk.shows("progress/2020-11.yaml");
    });
}

//! `workplan add`.

use super::sessions;

#[test]
fn a_new_task_stands_behind_those_of_its_theme() {
    sessions("add", |desk| {
        desk.does("add --theme 农业 --title 新建育秧中心 --lead 规建办 --deadline 2020-12-15 --dry-run");
        desk.does("add --theme 农业 --title 新建育秧中心 --lead 规建办 --deadline 2020-12-15");
        desk.does("add --theme 11 --title '完成30户庭院整治' --source '完成30户庭院整治，龚都村先行' --metric 整治户数=30户 --metric '步行时间<=15分钟' --place 龚都村 --depends 11-01 --tag 重点");
        desk.does("add --section 1 --theme 12 --title 迎检 --note '# 内部: 备注'");
        desk.does("add --section 2 --title 常态巡查 --kind continuous --support 党政办公室");
        desk.shows("tasks/1-乡村振兴.yaml");
        desk.shows("tasks/2-城镇管理.yaml");
    });
}

#[test]
fn a_task_that_has_no_place_is_refused() {
    sessions("add-refused", |desk| {
        for line in [
            "add --title x",
            "add --section 1 --title x",
            "add --section 2 --theme 11 --title x",
            "add --theme 99 --title x",
            "add --theme 11 --title x --metric 30户",
            "add --theme 11 --title x --lead 党",
            "add --theme 11 --title x --kind measured",
            "add --theme 11 --title x --deadline 2020-13-01",
        ] {
            let ran = desk.does(line);
            assert_eq!(ran.status, 2, "{ran}");
        }
    });
}

#[test]
fn every_field_is_taken_and_what_a_task_comes_from_is_told() {
    sessions("add-origin", |desk| {
        let before = desk.holds("tasks/2-城镇管理.yaml");
        desk.does("add --section 2 --title 老街消防整改 --origin '镇长办公会 2020-08-03' --lead 规建办 --person 张三 --leader 李四 --checkpoint 排查=2020-08-31 --checkpoint 整改=10月底 --weight 2 --tag 重点 --depends 2-02 --deadline 2020-11-15 --metric 整改户数=30户 --metric 培训人次=100人次");
        assert_ne!(desk.holds("tasks/2-城镇管理.yaml"), before);
        assert_eq!(desk.does("add --section 2 --title '老街 消防整改'").status, 2);
        assert_eq!(desk.does("add --section 2 --title '老街消防整改' --force").status, 0);
        desk.does("set 12-03 交办来源=区领导批示2020-09-01");
        desk.shows("tasks/2-城镇管理.yaml");
        desk.does("show 2-03 --as-of 2020-11-20");
        desk.does("status --by origin --as-of 2020-11-20");
        desk.does("status --origin 办公会 --tasks --columns id,title,remark --as-of 2020-11-20");
        desk.does("export --format md --origin 批示 --as-of 2020-11-20");
        let ran = desk.does("status --origin 办公会 --format json --as-of 2020-11-20");
        assert!(ran.text().contains("镇长办公会 2020-08-03"));
    });
}

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

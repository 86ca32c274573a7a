//! `workplan unit`, `workplan section`, `workplan place`: what tasks may name.

use super::{Desk, sessions};

#[test]
fn a_unit_is_declared_renamed_and_retired() {
    sessions("unit", |desk| {
        desk.does("unit add 安全办公室=安全办 后勤中心");
        desk.does("unit add 督查室 --short 督查 --note 对外称目标办");
        std::fs::create_dir(desk.path("notices")).unwrap();
        desk.puts(
            "notices/2020.yaml",
            "- number: 小府督〔2020〕1号\n  date: 2020-11-02\n  level: urge\n  unit: 社区建设办公室\n  tasks: [2-01]\n  reply_by: 2020-11-05\n",
        );
        desk.does("record 2-02 --by 社建办 --note 张贴海报 --date 2020-10-21");
        desk.does("amend 12-03 lead 社建办 --reason 分工调整 --approved-by 镇长办公会 --date 2020-10-22");
        desk.does("unit rename 社建办 社区发展办公室=社发办 --dry-run");
        desk.does("unit rename 社建办 社区发展办公室=社发办");
        // What was said in the old name is understood.
        desk.does("week --as-of 2020-10-25 --lead 社建办 --format text");
        desk.does("show 12-03 --as-of 2020-10-21");
        desk.does("notice --list --lead 社区建设办公室 --as-of 2020-11-10 --format text");
        desk.does("record 2-01 --by 社建办 --note 续报 --date 2020-11-03");
        desk.does("unit retire 规建办 --date 2020-11-01");
        desk.does("unit list --as-of 2020-11-24");
        desk.does("unit list --as-of 2020-11-24 --format json");
        for file in ["plan.yaml", "tasks/1-乡村振兴.yaml", "tasks/2-城镇管理.yaml", "progress/2020-10.yaml"] {
            desk.shows(file);
        }
    });
}

#[test]
fn a_name_that_means_another_unit_is_refused() {
    sessions("unit-refused", |desk| {
        desk.does("unit rename 社建办 社区发展办公室");
        desk.does("unit retire 党群工作办公室 --date 2020-11-01");
        for line in [
            "unit add",
            "unit add 规建办",
            "unit add 甲办=规建办",
            "unit add 社区建设办公室",
            "unit add ''",
            "unit add 甲办 乙办 --short 甲",
            "unit rename 规建办",
            "unit rename 规建办 党政办公室",
            "unit rename 规建办 规划建设和生态环境办公室",
            "unit rename 无此办 甲办",
            "unit retire 无此办",
            "add --section 2 --title x --lead 党群工作办公室",
            "add --section 2 --title x --lead 海事处",
            "add --section 海运 --title x",
            "add --theme 航道 --title x",
            "amend 2-01 lead 党群工作办公室 --reason x --approved-by x",
        ] {
            let ran = desk.does(line);
            assert_eq!(ran.status, 2, "{ran}");
        }
    });
}

#[test]
fn a_unit_takes_its_old_name_again() {
    let mut desk = Desk::new("zh");
    let before = (desk.holds("plan.yaml"), desk.holds("tasks/2-城镇管理.yaml"));
    desk.does("unit rename 社建办 社区发展办公室");
    assert_ne!(desk.holds("tasks/2-城镇管理.yaml"), before.1);
    desk.does("unit rename 社区发展办公室 社区建设办公室");
    assert_eq!(desk.holds("tasks/2-城镇管理.yaml"), before.1);
    let formerly = ", formerly: [社区发展办公室]";
    assert_eq!(desk.holds("plan.yaml").replacen(formerly, "", 1), before.0);
}

#[test]
fn sections_and_themes_are_added_renamed_and_moved() {
    sessions("section", |desk| {
        desk.does("section add 安全生产 自身建设");
        desk.does("section add 消防 交通 --under 安全");
        desk.does("section rename 农业 农业农村");
        desk.does("section move 4 --before 1 --dry-run");
        desk.does("section move 4 --before 1");
        desk.does("section move 12 --before 11");
        desk.does("section move 32 --under 4");
        desk.does("add --theme 农业 --title 新建育秧中心");
        desk.does("section list --as-of 2020-11-24");
        desk.does("section list --as-of 2020-11-24 --format json");
        desk.shows("plan.yaml");
        for line in [
            "section add",
            "section add 安全生产",
            "section add 甲 --id 2",
            "section add 甲 --id 2-1",
            "section add 甲 --under 2",
            "section add 甲 --under 9",
            "section rename 99 甲",
            "section rename 2 城镇管理",
            "section move 2 --before 11",
            "section move 2",
            "section move 11 --under 2",
        ] {
            let ran = desk.does(line);
            assert_eq!(ran.status, 2, "{ran}");
        }
    });
}

#[test]
fn places_are_declared_and_renamed() {
    sessions("place", |desk| {
        desk.does("place add 岑卜村 王港村");
        desk.does("place rename 龚都 龚都新村");
        desk.does("status --place 龚都村 --as-of 2020-11-24 --format csv --columns id,places");
        desk.does("place list --as-of 2020-11-24");
        desk.does("place list --as-of 2020-11-24 --format json");
        desk.shows("plan.yaml");
        for line in [
            "place add",
            "place add 陈东村",
            "place add 龚都村",
            "place rename 陈东村 岑卜村",
            "place rename 无此村 甲村",
        ] {
            let ran = desk.does(line);
            assert_eq!(ran.status, 2, "{ran}");
        }
    });
}

//! `workplan confirm`.

use super::sessions;

#[test]
fn what_was_assumed_is_settled_and_loses_its_star() {
    sessions("confirm", |desk| {
        desk.puts("原文.txt", "完成92户集中居住项目。\n迎接11月份市级评审。\n");
        desk.puts("plan.yaml", desk.holds("plan.yaml").replace("period:", "source: 原文.txt\nperiod:"));
        desk.does("add --theme 12 --title 新建便民站 --lead 社建办 --deadline 2020-12-15");
        for line in [
            "confirm 12-04 完成时限 --by 李主任 --date 2020-08-05 --dry-run",
            "confirm 12-04 完成时限 --by 李主任 --date 2020-08-05",
            "confirm 12-04 --by 镇长办公会 --date 2020-08-10",
            "confirm lead --section 2 --by 李主任 --date 2020-08-05",
            "confirm 2-01 水质 --by 李主任 --date 2020-08-05",
            "confirm 11-01,12-03 牵头单位 --by 社建办 --date 2020-08-05",
        ] {
            let ran = desk.does(line);
            assert_eq!(ran.status, 0, "{ran}");
            let ran = desk.does("check");
            assert_eq!(ran.status, 0, "{ran}");
        }
        desk.shows("tasks/1-乡村振兴.yaml");
        desk.shows("tasks/2-城镇管理.yaml");
        desk.does("show 12-04 --as-of 2020-08-04");
        desk.does("show 12-04 --as-of 2020-08-20");
        let ran = desk.does("show 12-04 --as-of 2020-08-20 --format json");
        assert!(ran.text().contains("\"deadline_basis\":\"confirmed\""), "{ran}");
        assert!(ran.text().contains("\"confirmed\":[\"deadline\",\"lead\"]"), "{ran}");
        desk.does("status --tasks --as-of 2020-08-20");
        for line in [
            "confirm 12-04 --by 李主任",
            "confirm 11-01 完成时限 --by 李主任",
            "confirm 11-01 support",
            "confirm --by 李主任",
            "set 11-01 assumed=",
        ] {
            assert_eq!(desk.does(line).status, 2, "{line}");
        }
    });
}

//! `workplan set`.

use super::sessions;

#[test]
fn what_needs_no_approval_is_put_where_it_stands() {
    sessions("set", |desk| {
        let before = desk.holds("tasks/1-乡村振兴.yaml");
        desk.does("set 12-03 责任人=张三 --dry-run");
        assert_eq!(desk.holds("tasks/1-乡村振兴.yaml"), before);
        for line in [
            "set 12-03 责任人=张三 leader=李四",
            "set 12-03 责任人+=王五 tags+=重点、督办",
            "set 12-03,11-01 责任人-=张三 标签-=督办",
            "set 12-03 checkpoints+=终评=2020-11-25 节点-=自评",
            "set 12-03 depends+=集中居住 weight=2 note=会议定",
            "set 11-01 metrics+=配套用房=3处",
            "set --lead 社建办 分管领导=李四",
            "set --section 城镇管理 --kind 常态 tags=日常 备注=每周一报",
            "set 2-02 备注= tags=",
            "set 12-03 deadline_says=",
            "set 2-02 备注=",
            "set 12-03 recurs=month:25",
            "set 12-03 定期报送=每周五",
            "set 2-02 定期报送=每季度末",
            "set 2-02 recurs=",
        ] {
            let ran = desk.does(line);
            assert_eq!(ran.status, 0, "{ran}");
            let ran = desk.does("check");
            assert_eq!(ran.status, 0, "{ran}");
        }
        desk.shows("tasks/1-乡村振兴.yaml");
        desk.shows("tasks/2-城镇管理.yaml");
        desk.does("undo");
    });
}

#[test]
fn what_cannot_be_set_is_refused_and_nothing_is_touched() {
    sessions("set-refused", |desk| {
        let before = (desk.holds("tasks/1-乡村振兴.yaml"), desk.holds("tasks/2-城镇管理.yaml"));
        for line in [
            "set 12-03",
            "set 责任人=张三",
            "set 12-03 deadline=2020-12-15",
            "set 11-01 target=90",
            "set 11-01 集中居住户数=90",
            "set 11-01 metrics=户数=90户",
            "set 11-01 metrics+=集中居住户数=90户",
            "set 12-03 编号=12-04",
            "set 12-03 颜色=红",
            "set 12-03 note+=另外",
            "set 12-03 weight=很重",
            "set 12-03 定期报送=每天",
            "set 12-03 recurs=week:8",
            "set 12-03 recurs+=month:25",
            "set 12-03 checkpoints+=初评=2020-11-20",
            "set 12-03 checkpoints+=终评",
            "set 12-03 checkpoints-=终评",
            "set 12-03 depends+=99-01",
            "set 12-03 depends+=12-03",
            "set 99-01 note=x",
            "set 12-03 --lead 社建办 note=x",
            "set --lead 党群 note=x",
            "amend 12-03 责任人 张三 --reason x --approved-by y",
        ] {
            let ran = desk.does(line);
            assert_eq!(ran.status, 2, "{ran}");
        }
        assert_eq!((desk.holds("tasks/1-乡村振兴.yaml"), desk.holds("tasks/2-城镇管理.yaml")), before);
    });
}

//! `workplan close`.

use super::{Desk, sessions};

fn reviewed(desk: &Desk) {
    let head = desk.holds("plan.yaml");
    desk.puts("plan.yaml", head.replace("sections:", "closing: reviewed\nsections:"));
}

#[test]
fn a_task_is_closed_or_sent_back() {
    sessions("close", |desk| {
        reviewed(desk);
        assert_eq!(desk.does("close 12-03 --by 督查室 --date 2020-11-20").status, 2, "no evidence");
        assert_eq!(
            desk.does("close 12-03 --by 督查室 --date 2020-11-20 --return --reason 缺材料").status,
            2,
            "nothing to send back"
        );
        desk.does("record 12-03 --date 2020-11-18 --by 规建办 --state done --checkpoint 自评 --checkpoint 初评");
        desk.does("close 12-03 --by 督查室 --date 2020-11-20 --return --reason 缺验收单");
        desk.does("record 12-03 --date 2020-11-22 --by 规建办 --state done --evidence evidence/11-01.pdf");
        desk.does("close 12-03 --by 督查室 --date 2020-11-23 --note 已核实");
        assert_eq!(desk.does("close 12-03 --by 督查室 --date 2020-11-24").status, 2, "closed already");
        assert_eq!(desk.does("close 12-03 --return --by 督查室 --date 2020-11-24").status, 2, "no reason");
        assert_eq!(
            desk.does("close 11-01 --by 督查室 --evidence evidence/11-01.pdf --date 2020-11-20").status,
            2,
            "61 of 92"
        );
        assert_eq!(
            desk.does("close 11-01 --by 督查室 --evidence evidence/11-01.pdf --date 2020-11-20 --force").status,
            0
        );
        desk.shows("progress/2020-11.yaml");
        desk.does("status --tasks --as-of 2020-11-24");
    });
}

//! `workplan checklist`.

use super::{Desk, sessions};

#[test]
fn rows_are_shown_closed_and_taken_in() {
    sessions("checklist", |desk| {
        for format in ["table", "md", "text", "csv"] {
            desk.does(&format!("checklist 2-01 --as-of 2020-11-24 --format {format}"));
        }
        desk.does("checklist 2-01 --as-of 2020-11-24 --open --grep 陈东");
        desk.does("checklist 2-01 --as-of 2020-11-01 --closed");
        desk.does("checklist 2-01 close 甲-2 甲-1 --date 2020-11-20 --dry-run");
        assert_eq!(desk.does("checklist 2-01 close 甲-2 --date 2020-11-20").status, 0);
        assert_eq!(desk.does("checklist 2-01 close 甲-2 甲-9 --date 2020-11-21").status, 2);
        assert_eq!(desk.does("checklist 11-01").status, 2);
        desk.puts(
            "more.csv",
            "点位,销号日期,村居\n甲-1,2020/11/19,龚都村\n甲-4,,\"龚都村,南\"\n甲-3,2020年11月2日,陈东村\n甲-5,11月4日,陈东村\n",
        );
        assert_eq!(desk.does("checklist 2-01 import more.csv").status, 0);
        assert_eq!(desk.does("checklist 2-01 import more.csv").status, 0, "the same once more adds nothing");
        desk.puts("bad.csv", "编号,销项日期\n甲-3,2020-11-03\n甲-7,每月\n甲-8,昨天\n,2020-11-01\n甲-6,\n甲-6,\n");
        assert_eq!(desk.does("checklist 2-01 import bad.csv").status, 2);
        desk.shows("checklists/2-01.csv");
        desk.does("status --tasks --grep 点位 --as-of 2020-11-24");
    });
}

#[test]
fn a_list_that_was_kept_in_a_spreadsheet_is_taken_in() {
    let mut desk = Desk::new("zh");
    let text = "点位;销号日期\r\n甲-2;2020/11/1\r\n甲-9;2020/11/3 8:30\r\n";
    std::fs::write(desk.path("gbk.csv"), encoding_rs::GBK.encode(text).0).unwrap();
    assert_eq!(desk.does("checklist 2-01 import gbk.csv").status, 0);
    let rows = desk.does("checklist 2-01 --closed --as-of 2020-11-24 --format csv");
    assert!(
        rows.text().contains("甲-2") && rows.text().contains("2020-11-01") && rows.text().contains("甲-9"),
        "{rows}"
    );
    desk.puts("open.csv", "点位,销号日期\n甲-8,\"2020-11-01\n甲-7,2020-11-01\n");
    let ran = desk.does("checklist 2-01 import open.csv");
    assert!(ran.status == 2 && ran.stderr.contains("open.csv:2"), "{ran}");
}

#[test]
fn the_machine_readable_list() {
    let mut desk = Desk::new("zh");
    let list = desk.does("checklist 2-01 --as-of 2020-11-24 --format json").json();
    assert_eq!(list["schema"], "workplan.checklist/1");
    assert_eq!((&list["total"], &list["closed"], &list["open"]), (&3.into(), &1.into(), &2.into()));
    assert_eq!(list["rows"][1]["cells"], serde_json::json!(["甲-2", "陈东村,北", ""]));
}

#[test]
fn other_bytes_of_the_list_stay() {
    let mut desk = Desk::new("zh");
    let before = desk.holds("checklists/2-01.csv");
    desk.does("checklist 2-01 close 甲-2 --date 2020-11-20");
    assert_eq!(desk.holds("checklists/2-01.csv"), before.replace("北\",", "北\",2020-11-20"));
}

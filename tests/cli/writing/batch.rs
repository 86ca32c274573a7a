//! `workplan record --from` and `--template`.

use super::{Desk, sessions};

#[test]
fn a_form_goes_out_and_comes_back() {
    sessions("batch-form", |desk| {
        for kind in ["csv", "yaml", "jsonl"] {
            desk.does(&format!("record --template {kind}"));
        }
        desk.does("record --template --lead 社建办");
        desk.puts(
            "returns.csv",
            "任务编号,工作任务,目标值,日期,填报单位,当前值,状态,节点,进展情况,存在问题,下一步措施,佐证材料,内部栏\n\
             11-01,完成92户集中居住,92户,2020-11-20,规建办,７０户,推进中,,\"第二批，签约\n完成\",,,evidence/11-01.pdf,x\n\
             22-Jul,迎接市级评审,,,规建办,,,自评；初评,已通过初评,,,,\n\
             2-01,点位销项与水质,,2020.11.20,,水质=Ⅳ,,,,,,,\n\
             2-02,持续做好宣传,,,,,,,,,,,\n",
        );
        desk.does("record --from returns.csv --date 2020-11-19 --dry-run");
        assert_eq!(desk.does("record --from returns.csv --date 2020-11-19").status, 0);
        let once = desk.holds("progress/2020-11.yaml");
        assert_eq!(desk.does("record --from returns.csv --date 2020-11-19").status, 0);
        assert_eq!(desk.holds("progress/2020-11.yaml"), once, "the same once more adds nothing");
        desk.shows("progress/2020-11.yaml");
    });
}

#[test]
fn every_fault_is_listed_with_its_row_and_nothing_is_written() {
    sessions("batch-faults", |desk| {
        desk.puts(
            "returns.csv",
            "任务编号,日期,当前值,状态,进展情况\n11-01,2020-11-20,很多,,\n99-01,2020-11-20,,,x\n12-03,,,,没有日期\n12-03,2020-11-20,,差不多,\n2-01,2020-11-20,点位=3,,\n2-02,2020-11-20,,,好的一行\n",
        );
        assert_eq!(desk.does("record --from returns.csv").status, 2);
        desk.puts("returns.yaml", "- task: 11-01\n  date: 2020-11-31\n  values: { 户数: 70 }\n  nota: x\n- task: 2-02\n  date: 2020-11-20\n  note: 好\n");
        assert_eq!(desk.does("record --from returns.yaml").status, 2);
        desk.puts("returns.jsonl", "{\"task\": \"11-01\", \"date\": \"2020-11-20\", \"values\": {\"户数\": true}}\n{\"task\": \"2-02\", \"note\": \"x\"\n[1]\n");
        assert_eq!(desk.does("record --from returns.jsonl").status, 2);
        desk.puts("excel.csv", "任务编号,日期,当前值\r\n2-02,2020-11-20,\r\n11-01,2020-11-20,很多\r\n");
        assert_eq!(desk.does("record --from excel.csv").status, 2);
        desk.puts("renamed.csv", "任务编号,日期,数量\n11-01,2020-11-20,70\n");
        assert_eq!(desk.does("record --from renamed.csv").status, 2, "no column says what was done");
        desk.puts("headless.csv", "11-01,70\n");
        assert_eq!(desk.does("record --from headless.csv").status, 2);
        desk.puts("doubt.csv", "编号,日期,当前值\n11-01,2020-11-20,60\n11-01,2020-11-21,93\n");
        assert_eq!(desk.does("record --from doubt.csv").status, 2);
        desk.puts("checked.csv", "编号,日期,进展情况,佐证材料\n2-02,2020-11-20,好,\n2-01,2020-11-20,好,../外.pdf\n");
        assert_eq!(desk.does("record --from checked.csv").status, 2);
        assert_eq!(desk.holds("progress/2020-11.yaml"), "");
    });
}

#[test]
fn one_batch_in_every_format_makes_the_same_entries() {
    let csv = "编号,日期,填报单位,当前值,状态,节点,进展情况\n11-01,2020-11-20,规建办,70,,,\"说 \"\"好\"\"\"\n12-03,2020-11-20,,,in_progress,自评,\n";
    let yaml = "# 说明\n- task: 11-01\n  date: 2020-11-20\n  by: 规建办\n  values: { 户数: 70 }\n  note: 说 \"好\"\n- { task: 12-03, date: 2020-11-20, state: 推进中, checkpoints: [自评], note: ~ }\n";
    let json = "{\"task\":\"11-01\",\"date\":\"2020-11-20\",\"by\":\"规建办\",\"values\":{\"集中居住户数\":70},\"note\":\"说 \\\"好\\\"\"}\n\n{\"task\":\"12-03\",\"date\":\"2020-11-20\",\"state\":\"in_progress\",\"checkpoints\":[\"自评\"],\"note\":null}\n";
    let gbk = encoding_rs::GBK.encode(csv).0.into_owned();
    let marked = format!("\u{feff}{csv}");
    let mut written = Vec::new();
    for (name, bytes) in [
        ("a.csv", csv.as_bytes()),
        ("b.csv", marked.as_bytes()),
        ("c.csv", &gbk),
        ("d.yaml", yaml.as_bytes()),
        ("e.jsonl", json.as_bytes()),
        ("f.txt", csv.as_bytes()),
        ("g.txt", yaml.as_bytes()),
        ("h.txt", json.as_bytes()),
    ] {
        let mut desk = Desk::new("zh");
        desk.puts(name, bytes);
        let ran = desk.does(&format!("record --from {name}"));
        assert_eq!(ran.status, 0, "{ran}");
        written.push(desk.holds("progress/2020-11.yaml"));
    }
    assert_eq!(
        written[0],
        "- date: 2020-11-20\n  task: 11-01\n  by: 规划建设和生态环境办公室\n  values: { 集中居住户数: 70 }\n  note: 说 \"好\"\n- date: 2020-11-20\n  task: 12-03\n  state: in_progress\n  checkpoints: [自评]\n"
    );
    assert!(written.iter().all(|other| *other == written[0]), "{written:#?}");
}

#[test]
fn a_batch_comes_in_through_a_pipe() {
    let desk = Desk::new("zh");
    let run = crate::program::workplan("record --from - --lang zh").within(&desk.path(""));
    let ran = run.typed("编号,日期,当前值\n11-01,2020-11-20,70\n").run();
    assert_eq!(ran.status, 0, "{ran}");
    assert!(desk.holds("progress/2020-11.yaml").contains("集中居住户数: 70"));
}

/// Whoever hands in more than any office reports is told so, at once.
#[test]
fn what_is_too_much_is_refused() {
    let mut desk = super::Desk::new("en");
    let many = |count: usize, one: fn(usize) -> String| (0..count).map(one).collect::<String>();
    for (file, text, words) in [
        ("columns.csv", format!("任务编号{}\n11-01\n", many(300_000, |at| format!(",列{at}"))), "columns or fields"),
        ("same.csv", format!("任务编号{}\n11-01\n", ",进展".repeat(300_000)), "columns or fields"),
        ("keys.yaml", format!("- task: 11-01\n{}", many(300_000, |at| format!("  k{at}: 1\n"))), "columns or fields"),
        (
            "keys.jsonl",
            format!("{{\"task\":\"11-01\"{}}}\n", many(300_000, |at| format!(",\"k{at}\":1"))),
            "columns or fields",
        ),
        ("rows.csv", format!("任务编号,进展\n{}", many(50_001, |at| format!("99-{at},甲\n"))), "more than 50000 rows"),
        (
            "one.csv",
            format!("任务编号,进展\n{}", many(1_001, |at| format!("11-01,甲{at}\n"))),
            "more than 1000 reports on 11-01",
        ),
        ("large.csv", format!("任务编号,进展\n11-01,{}\n", "长".repeat(6_000_000)), "more than 16 MB"),
    ] {
        desk.puts(file, &text);
        let ran = desk.does(&format!("record --from {file} --date 2020-11-20"));
        assert!(ran.status == 2 && ran.stderr.contains(words), "{file}: {:.300}", ran.stderr);
    }
    let large = "任务编号,进展\n".to_owned() + &"11-01,甲\n".repeat(2_000_000);
    let ran = crate::program::workplan("record --from - --date 2020-11-20 --lang en")
        .within(desk.folder.path())
        .typed(&large)
        .run();
    assert!(ran.status == 2 && ran.stderr.contains("more than 16 MB"), "{:.300}", ran.stderr);
    assert_eq!(desk.holds("progress/2020-11.yaml"), "");
}

#[test]
fn a_table_without_a_column_of_what_was_done_is_refused() {
    let mut desk = Desk::new("zh");
    desk.puts("回执.csv", "任务编号,当前数,时间\n11-01,66,2020-11-20\n");
    let ran = desk.does("record --from 回执.csv");
    assert_eq!(ran.status, 2, "{ran}");
    assert!(ran.to_string().contains("回执.csv:1") && ran.to_string().contains("当前数、时间"), "{ran}");
}

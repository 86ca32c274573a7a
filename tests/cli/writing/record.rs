//! `workplan record`, one report at a time.

use super::{Desk, sessions};

#[test]
fn a_report_is_appended_to_its_month() {
    sessions("record-one", |desk| {
        desk.does("record 11-01 --date 2020-10-30 --by 规建 --value 70户 --note 第二批签约完成 --issue '3 户未达成协议: 待议' --next 12月上旬完成 --evidence evidence/11-01.pdf --dry-run");
        assert_eq!(desk.holds("progress/2020-10.yaml").lines().count(), 4, "a dry run writes nothing");
        desk.does("record 11-01 --date 2020-10-30 --by 规建 --value 70户 --note 第二批签约完成 --issue '3 户未达成协议: 待议' --next 12月上旬完成 --evidence evidence/11-01.pdf");
        desk.does(
            "record 市级评审 --date 2020-11-16 --by 党政办公室 --checkpoint 完成自评 --checkpoint 初评 --state 推进中",
        );
        desk.does("record 2-01 --date 2020-11-17 --value 水质=IV --state blocked");
        desk.shows("progress/2020-10.yaml");
        desk.shows("progress/2020-11.yaml");
    });
}

#[test]
fn a_report_that_cannot_be_is_refused_with_what_to_write() {
    sessions("record-refused", |desk| {
        for line in [
            "record 11-01 --date 2020-11-20",
            "record 11-9 --note x",
            "record 11-01 --date 2020-11-31 --value 很多 --state 销号 --checkpoint 自评",
            "record 11-01 --date 2020-11-20 --value 进度=61",
            "record 12-03 --date 2020-11-20 --value 61",
            "record 11-01 --date 2020-11-20 --value 65平方米",
            "record 11-01 --date 2020-11-20 --value -5",
            "record 12-03 --date 2020-11-20 --checkpoint 终评",
            "record 2-01 --date 2020-11-20 --value 3",
            "record 2-01 --date 2020-11-20 --value 点位=3",
            "record 2-01 --date 2020-11-20 --value 水质=甲",
            "record 11-01 --date 2020-11-20 --by 党 --note x",
            "record 11-01 --date 2020-11-20 --by 规建半 --note x",
            "record 11-01 --date 2020-11-20 --state 差不多",
            "record 11-01 --date 2020-11-20 --note x --evidence ../别处.pdf",
            "record --from nowhere.csv",
            "record",
        ] {
            let ran = desk.does(line);
            assert_eq!(ran.status, 2, "{ran}");
        }
        assert_eq!(desk.holds("progress/2020-11.yaml"), "");
    });
}

#[test]
fn a_new_file_has_the_line_ends_of_the_plan() {
    for end in ["\n", "\r\n"] {
        let mut desk = super::Desk::new("zh");
        let plan = desk.holds("plan.yaml").replace('\n', end);
        desk.puts("plan.yaml", plan);
        for day in [20, 21] {
            let ran = desk.does(&format!("record 11-01 --date 2020-12-{day} --note 进展"));
            assert_eq!(ran.status, 0, "{ran}");
        }
        let text = desk.holds("progress/2020-12.yaml");
        let (lines, of_windows) = (text.matches('\n').count(), text.matches("\r\n").count());
        assert_eq!((lines > 4, of_windows), (true, if end == "\n" { 0 } else { lines }), "{text:?}");
    }
}

#[test]
fn about_how_many_is_not_entered_and_a_numeral_is() {
    sessions("record-numbers", |desk| {
        for value in ["约80", "近80户", "80左右", "80多户", "80以上", "70-80", "上百", "七八十户", "80人"]
        {
            let ran = desk.does(&format!("record 11-01 --date 2020-11-20 --value {value}"));
            assert_eq!(ran.status, 2, "{ran}");
        }
        assert_eq!(desk.holds("progress/2020-11.yaml"), "");
        assert_eq!(desk.does("record 11-01 --date 11月20日 --value 七十五户").status, 0);
        desk.shows("progress/2020-11.yaml");
    });
}

#[test]
fn a_negation_or_a_degree_is_never_its_opposite() {
    sessions("record-turned", |desk| {
        for line in [
            "record 2-01 --date 2020-11-20 --value 水质=劣Ⅳ",
            "record 2-01 --date 2020-11-20 --value 水质=劣V",
            "record 11-01 --date 2020-11-20 --state 未完成",
            "record 11-01 --date 2020-11-20 --state 基本完成",
            "record 11-01 --date 2020-11-20 --state 部分完成",
            "record 11-01 --date 2020-11-20 --state 'not done'",
            "record 11-01 --date 2020-11-20 --value 未集中居住户数=5",
            "record 12-03 --date 2020-11-20 --checkpoint 未通过初评",
            "record 11-01 --date 2020-11-20 --by 非党政办公室 --force --note x --dry-run",
            "amend 12-03 kind 非量化 --date 2020-11-23 --reason x --approved-by y",
            "amend 2-01 水质.target 劣Ⅴ --date 2020-11-23 --reason x --approved-by y",
        ] {
            desk.does(line);
        }
        assert_eq!(desk.holds("progress/2020-11.yaml"), "");
    });
}

#[test]
fn a_table_knows_no_today() {
    sessions("record-days", |desk| {
        desk.puts(
            "days.csv",
            "任务编号,日期,进展情况\n11-01,昨天,好\n11-01,每月25日前,好\n11-01,01/02/20,好\n11-01,11月20日,好\n",
        );
        assert_eq!(desk.does("record --from days.csv").status, 2);
        desk.puts("days.csv", "任务编号,日期,进展情况\n11-01,20-Nov-2020,好\n2-02,,好\n");
        assert_eq!(desk.does("record --from days.csv --date 2020-11-20").status, 0);
        desk.shows("progress/2020-11.yaml");
    });
}

#[test]
fn a_doubtful_report_wants_insisting() {
    sessions("record-doubtful", |desk| {
        for line in [
            "record 11-01 --date 2020-11-20 --value 60",
            "record 11-01 --date 2020-11-20 --value 93 --state done",
            "record 11-01 --date 2020-10-20 --value 61",
            "record 11-01 --date 2999-01-01 --note x",
            "record 11-01 --date 2020-11-20 --state done",
        ] {
            let ran = desk.does(line);
            assert_eq!(ran.status, 2, "{ran}");
        }
        assert_eq!(desk.holds("progress/2020-11.yaml"), "");
        assert_eq!(desk.does("record 11-01 --date 2020-11-20 --value 60 --note 核减一户 --force").status, 0);
        desk.shows("progress/2020-11.yaml");
    });
}

#[test]
fn a_chinese_keyboards_digits_are_digits() {
    let mut desk = Desk::new("zh");
    let ran = desk.does("record １１－０１ --date ２０２０－１１－２０ --value ６５户");
    assert_eq!(ran.status, 0, "{ran}");
    assert!(
        desk.holds("progress/2020-11.yaml").contains("date: 2020-11-20\n  task: 11-01\n  values: { 集中居住户数: 65 }")
    );
}

#[test]
fn a_warning_that_nobody_reads_stops_nothing() {
    let desk = Desk::new("zh");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_workplan"));
    command.args("record 11-01 --date 2020-11-20 --note x --evidence evidence/nowhere.pdf".split(' '));
    let mut child = command.current_dir(desk.path("")).stderr(std::process::Stdio::piped()).spawn().unwrap();
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(desk.holds("progress/2020-11.yaml").contains("nowhere.pdf"));
}

#[test]
fn text_reads_back_as_it_was_typed() {
    let mut desk = Desk::new("zh");
    for (text, day) in
        ["否", "11:30", "1e3", "~", "*重点", "尾空格 x ", "# 不是注释", "一\n二", "'\"", "🚧 封路", "no", "- 甲"]
            .iter()
            .zip(1..)
    {
        let ran = crate::program::workplan(&format!("record 2-02 --date 2020-11-{day:02} --lang zh"));
        let ran = ran.arg(&format!("--note={text}")).within(&desk.path("")).run();
        assert_eq!(ran.status, 0, "{ran}");
        let shown = desk.does(&format!("show 2-02 --as-of 2020-11-{day:02} --format json")).json();
        let last = shown["entries"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(last["note"].as_str(), Some(text.trim()), "{text}");
    }
}

#[test]
fn nothing_else_in_a_file_moves() {
    let desk = Desk::new("zh");
    for before in [
        "- date: 2020-11-02 # 会上\r\n  task: 2-02\r\n  note: 甲\r\n",
        "# 只有注释",
        "- {date: 2020-11-02, task: 2-02, note: 甲}",
        "[{date: 2020-11-02, task: 2-02, note: 甲}]\n",
        "\u{feff}- date: 2020-11-02\n  task: 2-02\n  note: |\n    甲\n    乙\n\n# 尾注\n",
        "",
        "[]\n",
    ] {
        desk.puts("progress/2020-11.yaml", before);
        let line = "record 2-02 --date 2020-11-20 --note 新 --lang zh";
        let ran = crate::program::workplan(line).within(&desk.path("")).run();
        assert_eq!(ran.status, 0, "{before:?}: {ran}");
        let after = desk.holds("progress/2020-11.yaml");
        let kept = before.trim_end_matches(['\n', ']', '[', ' ']);
        assert!(after.starts_with(kept) && after.contains("note: 新"), "{before:?}: {after:?}");
        assert_eq!(before.is_empty() || before.ends_with('\n'), after.ends_with('\n'), "{before:?}: {after:?}");
        let ran = crate::program::workplan("check --lang zh").within(&desk.path("")).run();
        assert_eq!(ran.status, 0, "{before:?}: {ran}");
    }
}

/// A whole path means something on one machine alone.
#[test]
fn evidence_is_named_from_the_plan_or_refused() {
    let elsewhere = tempfile::NamedTempFile::new().unwrap();
    let mut desk = super::Desk::new("en");
    let inside = desk.path("evidence/11-01.pdf");
    let missing = desk.path("evidence/new/11-02.pdf");
    let mut record =
        |path: &str, note: &str| desk.does(&format!("record 11-01 --date 2020-11-20 --note {note} --evidence {path}"));
    for (at, path) in [&inside, &missing].into_iter().enumerate() {
        let ran = record(path.to_str().unwrap(), &format!("n{at}"));
        assert_eq!(ran.status, 0, "{ran}");
    }
    for path in [elsewhere.path().to_str().unwrap(), "/nowhere/x.pdf", "C:/证据/x.pdf", "D:\\x.pdf", "//server/x.pdf"]
    {
        let ran = record(path, "x");
        assert!(ran.status == 2 && ran.stderr.contains("lies outside the repository"), "{ran}");
    }
    let ran = record("https://example.com/x.pdf", "web");
    assert_eq!(ran.status, 0, "{ran}");
    let journal = desk.holds("progress/2020-11.yaml");
    for path in ["[evidence/11-01.pdf]", "[evidence/new/11-02.pdf]", "https://example.com/x.pdf"] {
        assert!(journal.contains(path), "{journal}");
    }
    let line = format!("close 11-01 --by 督查室 --date 2020-11-21 --evidence {} --force", elsewhere.path().display());
    let refused = desk.does(&line);
    assert!(refused.status == 2 && refused.stderr.contains("lies outside the repository"), "{refused}");
    let line = format!("close 11-01 --by 督查室 --date 2020-11-21 --evidence {} --force", inside.display());
    let closed = desk.does(&line);
    assert_eq!(closed.status, 0, "{closed}");
    assert_eq!(desk.holds("progress/2020-11.yaml").matches("[evidence/11-01.pdf]").count(), 2);
}

/// A share by hand, of a task that has nothing to be counted by; it is judged against the pace as any progress.
#[test]
fn a_share_is_reported_by_hand() {
    sessions("record-percent", |desk| {
        assert_eq!(desk.does("record 2-02 --percent 20 --date 2020-11-20 --note 已完成勘察").status, 0);
        desk.does("record 2-02 --percent 120 --date 2020-11-20");
        desk.does("record 2-02 --percent 约60 --date 2020-11-20");
        desk.does("record 11-01 --percent 60 --date 2020-11-20");
        desk.does("show 2-02 --as-of 2020-11-24");
        let line = desk.does("show 2-02 --as-of 2020-11-24 --format json").json()["task"].clone();
        assert_eq!((&line["percent"], &line["progress"]), (&20.into(), &0.2.into()));
        desk.does("record 2-02 --percent 60% --date 2020-11-23");
        desk.does("history 2-02 --as-of 2020-11-24");
        desk.shows("progress/2020-11.yaml");
    });
}

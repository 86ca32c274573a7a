//! Where output goes, and in what shape.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use crate::program::{folder, top, workplan};

const STATUS: &str = "status --plan plans/sample --as-of 2020-11-24";

#[test]
fn a_csv_file_is_made_for_excel_and_a_csv_stream_for_programs() {
    let at = folder(&[]);
    let path = at.path().join("任务分解表.csv");
    let ran = workplan(&format!("{STATUS} --format csv --out {}", path.display())).run();
    assert_eq!((ran.text(), ran.status), ("", 0), "{}", ran.stderr);
    let file = std::fs::read(&path).unwrap();
    let stream = workplan(&format!("{STATUS} --format csv")).run().stdout;
    assert_eq!(&file[..3], b"\xef\xbb\xbf", "a byte order mark");
    assert_eq!(file[3..], stream[..], "and nothing else differs");
    assert!(stream.starts_with("序号,板块,工作任务,量化指标,目标值,当前值,完成率,牵头单位,配合单位,责任人,分管领导,完成时限,状态,进展情况,存在问题,下一步措施,佐证材料,销号日期,资金（万元）,备注,推定事项\r\n".as_bytes()));
    let text = String::from_utf8(stream).unwrap();
    assert_eq!(text.matches("\r\n").count(), text.matches('\n').count(), "every line ends in CRLF");
    assert_eq!(text.matches("\r\n").count(), 32, "a header and 31 tasks");
}

#[test]
fn the_csv_header_follows_the_language() {
    let ran = workplan(&format!("{STATUS} --format csv --lang en")).run();
    assert!(
        ran.text()
            .starts_with("No.,Section,Title,Metrics,Target,Value,Progress,Lead,Support,Person,Leader,Deadline,State,")
    );
}

#[test]
fn out_writes_what_would_have_been_printed() {
    let at = folder(&[]);
    for (format, name) in [("table", "a.txt"), ("md", "a.md"), ("text", "b.txt"), ("json", "a.json")] {
        let path = at.path().join(name);
        let ran = workplan(&format!("{STATUS} --format {format} --out {}", path.display())).run();
        assert_eq!((ran.text(), ran.status), ("", 0), "{format}");
        let printed = workplan(&format!("{STATUS} --format {format}")).run();
        assert_eq!(std::fs::read(&path).unwrap(), printed.stdout, "{format}");
    }
    // A file that is there is replaced whole.
    let path = at.path().join("a.txt");
    workplan(&format!("alerts --plan plans/sample --theme 42 --as-of 2020-11-24 --out {}", path.display())).run();
    let printed = workplan("alerts --plan plans/sample --theme 42 --as-of 2020-11-24").run();
    assert_eq!(std::fs::read(&path).unwrap(), printed.stdout);
}

#[test]
fn a_file_that_cannot_be_written() {
    for lang in ["zh", "en"] {
        let ran = workplan(&format!("{STATUS} --out no/such/folder/a.txt --lang {lang}")).run();
        assert_eq!((ran.text(), ran.status), ("", 2));
        assert!(
            ran.stderr.contains(if lang == "zh" {
                "无法写入 no/such/folder/a.txt"
            } else {
                "cannot write no/such/folder/a.txt"
            }),
            "{}",
            ran.stderr
        );
    }
}

#[test]
fn json_in_a_pipe_is_one_line() {
    for line in [
        STATUS.to_owned(),
        "alerts --as-of 2020-11-24".to_owned(),
        "show 22-07 --as-of 2020-11-24".to_owned(),
        "trace --as-of 2020-11-24".to_owned(),
    ] {
        let ran = workplan(&format!("{line} --format json")).run();
        assert_eq!(ran.text().matches('\n').count(), 1, "{line}");
        assert!(ran.text().ends_with("}\n") && ran.text().starts_with("{\"schema\":\"workplan."), "{line}");
        assert!(ran.text().contains("金泽镇人民政府"), "not ASCII-escaped");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for line in ["status", "status --tasks --by place", "alerts", "show 31-18"] {
        for format in ["table", "md", "text", "json"] {
            let line = format!("{line} --plan plans/sample --as-of 2020-11-24 --format {format}");
            assert_eq!(workplan(&line).run().stdout, workplan(&line).run().stdout, "{line}");
        }
    }
    assert_eq!(
        workplan("status --as-of 2020-11-24 --format csv").run().stdout,
        workplan("status --as-of 2020-11-24 --format csv").run().stdout
    );
}

#[test]
fn colour_only_where_it_is_asked_for_and_never_alone() {
    let plain = workplan(STATUS).run();
    assert!(!plain.text().contains('\u{1b}'), "none in a pipe");
    let never = workplan(&format!("{STATUS} --color never")).run();
    assert_eq!(never.text(), plain.text());
    let always = workplan(&format!("{STATUS} --color always")).run();
    for (colour, word) in [("31", "✗ 红灯"), ("33", "▴ 黄灯"), ("32", "▸ 绿灯"), ("94", "✓ 蓝灯"), ("90", "◌ 灰灯")]
    {
        let code = |wanted: &str| {
            always.text().lines().any(|line| line.contains(word) && sgr(line).any(|code| code == wanted))
        };
        let wide = |wanted: &str| {
            ["38;5;1", "38;5;2", "38;5;3", "38;5;12", "38;5;8"]
                .iter()
                .zip(["31", "32", "33", "94", "90"])
                .any(|(long, short)| short == wanted && code(long))
        };
        assert!(code(colour) || wide(colour), "{word} in colour {colour}: {:?}", always.text());
    }
    let uncoloured = without_colour(always.text());
    // A cell that is coloured is filled up with spaces to the table's edge.
    let trimmed: Vec<&str> = uncoloured.lines().map(str::trim_end).collect();
    assert_eq!(trimmed, plain.text().lines().collect::<Vec<_>>(), "without its colours it is the same text");
    let file = folder(&[]);
    let path = file.path().join("a.txt");
    workplan(&format!("{STATUS} --color always --out {}", path.display())).run();
    assert_eq!(std::fs::read_to_string(path).unwrap(), plain.text(), "none in a file");
}

#[test]
fn no_color_is_obeyed_and_an_explicit_wish_wins() {
    let plain = workplan(STATUS).run();
    assert_eq!(workplan(STATUS).env("NO_COLOR", "1").run().text(), plain.text());
    assert!(workplan(&format!("{STATUS} --color always")).env("NO_COLOR", "1").run().text().contains('\u{1b}'));
}

/// On a terminal, made by `script`: colour, unless NO_COLOR says otherwise, and JSON for a person.
#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_there_is_colour_and_json_is_indented() {
    let on_terminal = |line: &str, no_color: bool| {
        let command = format!("stty cols 100 2>/dev/null; {} {line}", env!("CARGO_BIN_EXE_workplan"));
        let mut script = Command::new("script");
        script
            .args(["-qec", &command, "/dev/null"])
            .current_dir(top())
            .stdin(Stdio::null())
            .env_remove("NO_COLOR")
            .env_remove("COLUMNS")
            .env("TERM", "xterm");
        if no_color {
            script.env("NO_COLOR", "1");
        }
        script.output().ok().map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let Some(coloured) = on_terminal(STATUS, false) else { return eprintln!("`script` is not installed") };
    assert!(coloured.contains("\u{1b}["), "{coloured}");
    assert!(!on_terminal(STATUS, true).unwrap().contains("\u{1b}["));
    assert!(!on_terminal(&format!("{STATUS} --color never"), false).unwrap().contains("\u{1b}["));
    assert!(
        on_terminal(&format!("{STATUS} --format json"), true)
            .unwrap()
            .contains("{\r\n  \"schema\": \"workplan.status/2\",\r\n")
    );
}

#[test]
fn a_closed_pipe_ends_quietly() {
    // More than a pipe holds, so that the program is still writing when nobody reads any more.
    for line in [
        "status --as-of 2020-11-24 --format json",
        "status --as-of 2020-11-24 --format csv",
        "alerts --as-of 2020-11-24 --format json",
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_workplan"))
            .args(line.split(' '))
            .current_dir(top())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut reader = BufReader::with_capacity(64, child.stdout.take().unwrap());
        let mut first = Vec::new();
        reader.by_ref().take(64).read_until(b'\n', &mut first).unwrap();
        drop(reader);
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{line}");
        assert_eq!(output.status.code(), Some(0), "{line}");
    }
}

#[test]
fn what_a_plan_says_never_reaches_a_terminal_a_sheet_or_a_page_raw() {
    use crate::program::{HEAD, TASKS};
    let tasks = TASKS.replace("title: 完成92户集中居住", "title: \"=cmd|'/c calc'!A1 <b>\\e[31m\\u202E|\"");
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", &tasks)]);
    let printed = |line: &str| workplan(&format!("{line} --as-of 2020-11-24")).within(plan.path()).run();
    for line in [
        "status --tasks",
        "status --tasks --format text",
        "status --tasks --format md",
        "alerts",
        "show 1-01",
        "status --format csv",
    ] {
        let ran = printed(line);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(!ran.text().contains('\u{1b}') && !ran.text().contains('\u{202e}'), "{line}: {}", ran.text());
    }
    assert!(printed("status --format csv").text().contains(",'=cmd"), "a formula stays text");
    let page = printed("status --tasks --format md");
    assert!(page.text().contains("&lt;b>") && page.text().contains("\\|"), "{}", page.text());
}

/// What an office writes in `plan.yaml` is untrusted too: units, light words, titles.
#[test]
fn what_a_plan_says_of_itself_never_reaches_a_terminal_raw() {
    use crate::program::{HEAD, TASKS};
    let head = HEAD
        .replace("short: 党建办", r#"short: "党\e[31m办""#)
        .replace("title: 第一板块", r#"title: "第一\e[31m板块""#)
        .replace("sections:", "lights: { red: { word: \"红\\e[32m灯\" } }\nsections:");
    let plan = folder(&[("plan.yaml", &head), ("tasks/1.yaml", TASKS)]);
    for line in ["status", "status --format text", "status --format md", "status --by lead", "alerts"] {
        let ran = workplan(&format!("{line} --as-of 2020-11-24")).within(plan.path()).run();
        assert!(ran.status == 0, "{line}: {}", ran.stderr);
        assert!(!ran.text().contains('\u{1b}') && !ran.text().contains('\u{202e}'), "{line}: {}", ran.text());
    }
}

/// A report takes the rights of new files, or those that the file had; a link stays a link; the plan's own files
/// are refused.
#[cfg(unix)]
#[test]
fn a_report_is_written_where_and_as_it_should_be() {
    use crate::program::{HEAD, TASKS};
    use std::os::unix::fs::PermissionsExt;
    let plan = folder(&[("plan.yaml", HEAD), ("tasks/1.yaml", TASKS)]);
    let path = |name: &str| plan.path().join(name);
    let mode = |name: &str| std::fs::metadata(path(name)).unwrap().permissions().mode() & 0o777;
    let write = |name: &str| workplan(&format!("status --as-of 2020-11-24 --out {name}")).within(plan.path()).run();
    assert_eq!(write("new.txt").status, 0);
    std::fs::write(path("plain.txt"), "").unwrap();
    assert_eq!(mode("new.txt"), mode("plain.txt"));
    std::fs::set_permissions(path("plain.txt"), std::fs::Permissions::from_mode(0o664)).unwrap();
    assert_eq!(write("plain.txt").status, 0);
    assert_eq!(mode("plain.txt"), 0o664);
    std::os::unix::fs::symlink("plain.txt", path("link.txt")).unwrap();
    assert_eq!(write("link.txt").status, 0);
    assert!(path("link.txt").is_symlink());
    for own in ["plan.yaml", "tasks/1.yaml"] {
        let before = std::fs::read(path(own)).unwrap();
        let ran = write(own);
        assert_eq!(ran.status, 2, "{own}: {}", ran.stderr);
        assert_eq!(std::fs::read(path(own)).unwrap(), before, "{own}");
    }
}

/// The codes of a line's escape sequences.
fn sgr(line: &str) -> impl Iterator<Item = &str> {
    line.split("\u{1b}[").skip(1).filter_map(|rest| rest.split_once('m')).map(|(code, _)| code)
}

fn without_colour(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or("").to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').map_or("", |(_, rest)| rest))
}

/// What each command makes of a file's ending: the format, or a refusal before anything is done.
#[test]
fn the_ending_of_the_file_decides_the_format() {
    let at = folder(&[("p/plan.yaml", PLAN), ("p/tasks/1.yaml", TASKS)]);
    let begins = |name: &str, bytes: &[u8]| {
        let file = std::fs::read(at.path().join(name)).unwrap();
        assert!(file.starts_with(bytes), "{name}: {}", String::from_utf8_lossy(&file[..file.len().min(40)]));
    };
    for (line, name, first) in [
        ("week", "a.docx", &b"PK"[..]),
        ("week", "a.DOCX", b"PK"),
        ("week", "a.md", b"# "),
        ("week", "a.json", b"{\"schema\":\"workplan.week/1\""),
        ("status", "s.csv", b"\xef\xbb\xbf"),
        ("status", "s.json", b"{\"schema\":\"workplan.status/2\""),
        ("status", "s.md", b"# "),
        ("alerts", "l.csv", b"\xef\xbb\xbf"),
        ("show 1-01", "t.json", b"{\"schema\":\"workplan.show/1\""),
        ("export", "e.ics", b"BEGIN:VCALENDAR"),
        ("export", "e.csv", b"\xef\xbb\xbf"),
        ("export", "e.xlsx", b"PK"),
        ("chart burnup", "c.svg", b"<svg"),
        ("chart burnup", "c.html", b"<!DOCTYPE html>"),
        ("notice 1-01 --dry-run", "n.docx", b"PK"),
        ("notice --list", "n.json", b"{\"schema\":\"workplan.notice/1\""),
        ("record --template", "r.csv", b"\xef\xbb\xbf"),
        ("record --template", "r.yaml", b"#"),
    ] {
        let day = if line.starts_with("record") { "" } else { "--as-of 2020-11-24" };
        let ran = workplan(&format!("{line} {day} --plan p --out {name}")).within(at.path()).run();
        assert_eq!(ran.status, 0, "{line} {name}\n{ran}");
        begins(name, first);
    }
    for (line, name) in [
        ("week", "x.xlsx"),
        ("week", "x.csv"),
        ("week", "x.doc"),
        ("week --format text", "x.docx"),
        ("status", "x.docx"),
        ("status", "x.xlsx"),
        ("status --format json", "x.md"),
        ("alerts", "x.pdf"),
        ("check", "x.docx"),
        ("show 1-01", "x.html"),
        ("export", "x.txt"),
        ("export --format csv", "x.xlsx"),
        ("chart burnup", "x.png"),
        ("chart burnup", "x.docx"),
        ("notice 1-01", "x.pdf"),
        ("notice 1-01 --format text", "x.docx"),
        ("notice --list", "x.docx"),
        ("record 1-01 --note 好", "x.docx"),
        ("amend 1-01 deadline 2020-12-01 --reason 改 --approved-by 会", "x.json"),
        ("record --template", "x.xlsx"),
    ] {
        let day = ["record", "amend", "check"].iter().any(|word| line.starts_with(word));
        let day = if day { "" } else { "--as-of 2020-11-24" };
        for lang in ["zh", "en"] {
            let run = format!("{line} {day} --plan p --out {name} --lang {lang}");
            let ran = workplan(&run).within(at.path()).run();
            assert_eq!((ran.status, ran.text()), (2, ""), "{ran}");
            assert!(ran.stderr.contains(name) || ran.stderr.contains("x-1"), "{ran}");
        }
        assert!(!at.path().join(name).exists(), "{line} {name}");
        assert!(!at.path().join("p/notices").exists() && !at.path().join("p/progress").exists(), "{line}");
    }
    // What is no ending of a format is a name like any other.
    for name in ["status", "status.2020-11-24", "status.txt", "status.log"] {
        let ran = workplan(&format!("status --as-of 2020-11-24 --plan p --out {name}")).within(at.path()).run();
        assert_eq!(ran.status, 0, "{ran}");
    }
}

const PLAN: &str = "format: workplan/1\nid: p\ntitle: 计划\nissuer: 某镇人民政府\nissued: 2020-07-01\n\
    period: { start: 2020-07-01, end: 2020-12-31 }\nunits: [{ name: 规建办 }]\n\
    sections: [{ id: '1', title: 一 }]\nnotices: { series: 某督 }\n";
const TASKS: &str =
    "- { id: 1-01, title: 修路, kind: milestone, lead: 规建办, deadline: 2020-11-20, assumed: [deadline] }\n";

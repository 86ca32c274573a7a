//! `workplan record ID` on a terminal: it asks, and what is answered stands in the journal.

use rexpect::process::WaitStatus;
use rexpect::session::PtySession;

use super::Desk;
use crate::program;

fn terminal(desk: &Desk, line: &str) -> PtySession {
    program::terminal(line, &desk.path(""))
}

fn answer(session: &mut PtySession, question: &str, answer: &str) {
    session.exp_string(question).unwrap();
    session.send_line(answer).unwrap();
}

fn ends_with(session: &PtySession, status: i32) {
    assert!(matches!(session.process().wait(), Ok(WaitStatus::Exited(_, code)) if code == status));
}

#[test]
fn it_asks_field_by_field() {
    let desk = Desk::new("en");
    let mut session = terminal(&desk, "record 11-01 --lang en");
    session.exp_string("11-01").unwrap();
    session.exp_string("last report: 2020-10-20").unwrap();
    answer(&mut session, "Date", "2020-11-20");
    answer(&mut session, "Reported by", "");
    answer(&mut session, "target 92", "70");
    session.exp_string("up and down to choose").unwrap();
    session.send("\u{1b}[B").unwrap();
    session.send_line("").unwrap();
    answer(&mut session, "What was done", "第二批签约完成");
    answer(&mut session, "stands in the way", "");
    answer(&mut session, "What comes next", "");
    answer(&mut session, "Evidence", "evidence/11-01.pdf");
    answer(&mut session, "Enter it into the journal?", "");
    session.exp_string("written to progress/2020-11.yaml").unwrap();
    ends_with(&session, 0);
    assert_eq!(
        desk.holds("progress/2020-11.yaml"),
        "- date: 2020-11-20\n  task: 11-01\n  by: 规划建设和生态环境办公室\n  values: { 集中居住户数: 70 }\n  state: in_progress\n  note: 第二批签约完成\n  evidence: [evidence/11-01.pdf]\n"
    );
}

#[test]
fn what_an_editor_wrote_while_it_was_asking_stays() {
    let desk = Desk::new("en");
    let mut session = terminal(&desk, "record 2-02 --lang en");
    answer(&mut session, "Date", "2020-11-20");
    answer(&mut session, "Reported by", "");
    let by_hand = "# by hand\n- date: 2020-11-19\n  task: 2-02\n  note: 手写\n";
    desk.puts("progress/2020-11.yaml", by_hand);
    session.exp_string("up and down to choose").unwrap();
    session.send_line("").unwrap();
    answer(&mut session, "What was done", "n");
    answer(&mut session, "stands in the way", "");
    answer(&mut session, "What comes next", "");
    answer(&mut session, "Evidence", "");
    answer(&mut session, "Enter it into the journal?", "y");
    ends_with(&session, 0);
    let held = desk.holds("progress/2020-11.yaml");
    assert!(held.starts_with(by_hand) && held.matches("task: 2-02").count() == 2, "{held}");
}

#[test]
fn a_doubt_is_asked_about() {
    for (said, status, written) in [("n", 2, false), ("", 2, false), ("y", 0, true)] {
        let desk = Desk::new("en");
        let mut session = terminal(&desk, "record 11-01 --value 60 --date 2020-11-20 --lang en");
        session.exp_string("falls from 61").unwrap();
        answer(&mut session, "Is it right all the same?", said);
        session.exp_eof().unwrap();
        ends_with(&session, status);
        assert_eq!(desk.holds("progress/2020-11.yaml").contains("60"), written, "{said}");
    }
}

#[test]
fn the_task_is_found_by_typing_and_each_answer_is_looked_at() {
    let mut desk = Desk::new("en");
    desk.does("add --section 2 --title 修缮老街 --lead 社建办");
    let mut session = terminal(&desk, "record --lang en");
    session.exp_string("Which task").unwrap();
    session.send("老街").unwrap();
    session.send_line("").unwrap();
    session.exp_string("2-03").unwrap();
    answer(&mut session, "Date", "2020-11-20");
    answer(&mut session, "Reported by", "社建办");
    answer(&mut session, "How far it is", "120");
    session.exp_string("0 to 100").unwrap();
    session.send(&"\u{8}".repeat(3)).unwrap();
    session.send_line("60").unwrap();
    session.exp_string("up and down to choose").unwrap();
    session.send_line("").unwrap();
    answer(&mut session, "What was done", "n");
    answer(&mut session, "stands in the way", "");
    answer(&mut session, "What comes next", "");
    answer(&mut session, "Evidence", "");
    answer(&mut session, "Enter it into the journal?", "y");
    ends_with(&session, 0);
    let held = desk.holds("progress/2020-11.yaml");
    assert!(held.contains("by: 社区建设办公室") && held.contains("percent: 60"), "{held}");
}

#[test]
fn what_was_typed_and_is_refused_can_be_mended_and_is_not_lost() {
    let desk = Desk::new("en");
    let mut session = terminal(&desk, "record 11-01 --lang en");
    let typed = |session: &mut PtySession, value: &str, note: &str| {
        answer(session, "Date", "2020-11-20");
        answer(session, "Reported by", "");
        answer(session, "target 92", value);
        session.exp_string("up and down to choose").unwrap();
        session.send_line("").unwrap();
        answer(session, "What was done", note);
        answer(session, "stands in the way", "");
        answer(session, "What comes next", "");
        answer(session, "Evidence", "");
        answer(session, "Enter it into the journal?", "y");
        session.exp_string("falls from 61").unwrap();
        answer(session, "Is it right all the same?", "n");
    };
    typed(&mut session, "60", "第二批");
    answer(&mut session, "try again?", "y");
    // What was typed stands there already.
    typed(&mut session, "\u{8}\u{8}59", "");
    answer(&mut session, "try again?", "n");
    session.exp_string("=59'").unwrap();
    ends_with(&session, 2);
    assert_eq!(desk.holds("progress/2020-11.yaml"), "");
}

#[test]
fn escape_writes_nothing() {
    let desk = Desk::new("en");
    let mut session = terminal(&desk, "record 11-01 --lang en");
    answer(&mut session, "Date", "2020-11-20");
    session.exp_string("Reported by").unwrap();
    session.send("\u{1b}").unwrap();
    session.flush().unwrap();
    session.exp_string("nothing was written").unwrap();
    ends_with(&session, 2);
    assert_eq!(desk.holds("progress/2020-11.yaml"), "");
}

#[test]
fn a_unit_is_chosen_and_named_anew() {
    let desk = Desk::new("zh");
    let mut session = terminal(&desk, "unit rename --lang en");
    session.exp_string("Which unit").unwrap();
    session.send("社区").unwrap();
    session.send_line("").unwrap();
    answer(&mut session, "Its new name", "社区发展办公室=社发办");
    session.exp_string("written to plan.yaml").unwrap();
    ends_with(&session, 0);
    assert!(desk.holds("tasks/2-城镇管理.yaml").contains("lead: 社区发展办公室"));
}

#[test]
fn what_is_missing_of_a_unit_a_section_and_a_place_is_asked() {
    let desk = Desk::new("en");
    for (line, question, said) in [
        ("unit add --lang en", "The unit", "督查室=督查"),
        ("section add --lang en", "The title", "安全生产"),
        ("place add --lang en", "The place", "岑卜村"),
    ] {
        let mut session = terminal(&desk, line);
        answer(&mut session, question, "");
        answer(&mut session, "something must stand here", said);
        session.exp_string("written to plan.yaml").unwrap();
        ends_with(&session, 0);
    }
    let head = desk.holds("plan.yaml");
    assert!(head.contains("{ name: 督查室, short: 督查 }") && head.contains("title: 安全生产"), "{head}");
}

#[test]
fn set_and_amend_ask_for_what_is_missing() {
    let desk = Desk::new("en");
    let mut session = terminal(&desk, "set --lang en");
    answer(&mut session, "Task: its id", "12-03");
    answer(&mut session, "Which field", "Person");
    answer(&mut session, "What to do", "");
    answer(&mut session, "Person", "张三");
    session.exp_string("written to tasks/").unwrap();
    ends_with(&session, 0);
    assert!(desk.holds("tasks/1-乡村振兴.yaml").contains("  person: 张三\n"));
    let mut session = terminal(&desk, "amend 12-03 --date 2020-11-20 --lang en");
    answer(&mut session, "What to amend", "deadline");
    answer(&mut session, "Its new value", "2020-12-15");
    answer(&mut session, "Why", "评审组改期");
    answer(&mut session, "Who has approved it", "镇长办公会");
    session.exp_string("written to progress/2020-11.yaml").unwrap();
    ends_with(&session, 0);
    assert!(desk.holds("progress/2020-11.yaml").contains("reason: 评审组改期, approved_by: 镇长办公会"));
}

#[test]
fn add_asks_for_what_is_missing_and_looks_at_each_answer() {
    let desk = Desk::new("en");
    let mut session = terminal(&desk, "add --lang en");
    answer(&mut session, "Title", "老街消防整改");
    answer(&mut session, "In which section or theme", "城镇");
    answer(&mut session, "Lead", "社区");
    answer(&mut session, "Deadline", "2020-13-01");
    session.exp_string("2020-13-01").unwrap();
    session.send(&"\u{8}".repeat(10)).unwrap();
    session.send_line("2020-11-15").unwrap();
    answer(&mut session, "A metric", "整改户数=30户");
    answer(&mut session, "A metric", "");
    answer(&mut session, "A checkpoint", "");
    answer(&mut session, "Person", "张三");
    answer(&mut session, "Leader", "");
    answer(&mut session, "Origin", "镇长办公会 2020-08-03");
    answer(&mut session, "Add this task?", "");
    session.exp_string("written to tasks/2").unwrap();
    ends_with(&session, 0);
    let held = desk.holds("tasks/2-城镇管理.yaml");
    for part in
        ["title: 老街消防整改", "origin: 镇长办公会 2020-08-03", "person: 张三", "deadline: 2020-11-15", "target: 30"]
    {
        assert!(held.contains(part), "{held}");
    }
}

#[test]
fn a_new_plan_is_asked_for() {
    let desk = Desk::new("en");
    let mut session = terminal(&desk, "init plans/2021h1 --lang en");
    answer(&mut session, "A document to draft it from", "");
    answer(&mut session, "Its title", "示例学校2021年上半年工作安排");
    answer(&mut session, "Who issues it", "示例学校");
    session.exp_string("2021-01-01 to 2021-06-30").unwrap();
    session.send_line("").unwrap();
    answer(&mut session, "A unit (NAME=SHORT)", "教务处=教务");
    answer(&mut session, "A unit (NAME=SHORT)", "");
    answer(&mut session, "A section's title", "Lessons");
    answer(&mut session, "A section's title", "");
    session.exp_string("next: workplan check --plan plans/2021h1").unwrap();
    ends_with(&session, 0);
    let head = desk.holds("plans/2021h1/plan.yaml");
    for said in [
        "period: { start: 2021-01-01, end: 2021-06-30 }",
        "{ name: 教务处, short: 教务 }",
        "title: Lessons",
        "language: en",
    ] {
        assert!(head.contains(said), "{head}");
    }
}

//! What stands on the screen when no command is typed: the plan in a few sentences, and what to type next.

use super::common::page;
use super::status::add_headline;
use crate::paper::{Block, Line, Page};
use crate::plan::Language;
use crate::report::next::NextStep;
use crate::report::status::Status;
use crate::say;

/// Lays out how the plan stands, and the likeliest steps.
pub fn front(report: &Status<'_>, steps: &[NextStep], lang: Language) -> Page {
    let mut page = page(&report.header, lang, "");
    add_headline(&mut page, report, lang);
    let plan = report.header.plan.id;
    let mut steps: Vec<(String, String)> = steps.iter().map(|step| said(*step, plan, lang)).collect();
    steps.push((
        "workplan guide".to_owned(),
        say!(lang, "使用指南；全部命令见 workplan --help", "the manual in short; workplan --help lists every command"),
    ));
    page.add(Block::Subheading(Line::plain(say!(lang, "接下来", "Next"))));
    page.add(Block::Fields(steps.into_iter().map(|(command, why)| (command, Line::plain(why))).collect()));
    page
}

/// A step: what is typed, and why.
fn said(step: NextStep, plan: &str, lang: Language) -> (String, String) {
    let (command, why) = match step {
        NextStep::Carry => {
            let command = say!(lang, "workplan init 新目录 --carry {plan}", "workplan init FOLDER --carry {plan}");
            return (
                command,
                say!(lang, "计划期已过，未完成的结转到下一期", "the period is over: carry over what is unfinished"),
            );
        }
        NextStep::Chase(tasks) => (
            "workplan alerts",
            say!(lang, "需要催办的 {tasks} 项：催什么、催谁", "the {tasks} to be chased: what, and whom"),
        ),
        NextStep::Answers(notices) => (
            "workplan notice --list --open",
            say!(lang, "{notices} 份督办文书逾期未反馈", "notices not answered in time: {notices}"),
        ),
        NextStep::Week => ("workplan week", say!(lang, "本周情况，可直接成文", "the week's report")),
        NextStep::Record(0) => ("workplan record", say!(lang, "报送进展，逐项询问", "enter a report: it asks")),
        NextStep::Record(tasks) => (
            "workplan record",
            say!(lang, "报送进展，逐项询问；{tasks} 项待报送", "enter a report: it asks; {tasks} tasks wait for one"),
        ),
        NextStep::Status => {
            ("workplan status", say!(lang, "总体情况，分板块列出", "where everything stands, by section"))
        }
    };
    (command.to_owned(), why)
}

//! Asking field by field, on a terminal.

use inquire::validator::Validation;
use inquire::{InquireError, MultiSelect, Select, Text};

use crate::assess::{Standing, assess};
use crate::desk::Desk;
use crate::desk::asking::confirm;
use crate::desk::days::day;
use crate::desk::output::tell;
use crate::desk::session::Session;
use crate::intake::form::{Facts, STATES};
use crate::plan::{Date, Language, Task};
use crate::report::filter::task_named;
use crate::say;
use crate::words::{Worded, visible};

/// Asks for everything that can be said about a task, beginning with what is known already.
pub(crate) fn fill(desk: &Desk, known: Facts) -> anyhow::Result<Facts> {
    let session = Session::open(desk)?;
    let lang = session.lang;
    let task = task_named(&session.plan, &known.task)
        .map_err(|error| anyhow::anyhow!(error.said(lang, desk.lang.pick("任务", "task"), &known.task)))?;
    let today = session.day(None)?;
    let assessment = assess(&session.plan, &session.opened.journal, &session.opened.calendar, today);
    let Some(standing) = assessment.standings.iter().find(|standing| standing.task.id == task.id) else {
        return Ok(known);
    };
    tell(&introduce(lang, standing));
    let cancelled = || anyhow::anyhow!(desk.lang.pick("已取消，没有写入", "cancelled; nothing was written"));
    let facts = ask(session, standing, known, today).map_err(|error| match error {
        InquireError::OperationCanceled | InquireError::OperationInterrupted => cancelled(),
        error => error.into(),
    })?;
    if facts.say_nothing() {
        anyhow::bail!(desk.lang.pick("什么也没有填，没有写入", "nothing was said, so nothing was written"));
    }
    if confirm(desk.lang, desk.lang.pick("写入台账？", "Enter it into the journal?"), true)? {
        Ok(facts)
    } else {
        Err(cancelled())
    }
}

/// The task, its last report and its targets.
fn introduce(lang: Language, standing: &Standing<'_>) -> String {
    let task = &standing.task;
    let mut lines = vec![format!("{} {}", task.id, visible(&task.title))];
    let mark = |field: &str| if standing.assumed.contains(&field) { "*" } else { "" };
    if let Some(lead) = &task.lead {
        lines.push(say!(lang, "牵头单位：{}{}", "lead: {}{}", visible(lead.as_str()), mark("lead")));
    }
    let deadline = standing.deadline.date;
    lines.push(say!(lang, "完成时限：{deadline}", "deadline: {deadline}"));
    match standing.entries.iter().rev().find(|entry| entry.is_report()) {
        Some(last) => {
            let said = last.note.as_deref().or(last.issue.as_deref()).unwrap_or("");
            let (date, said) = (last.date, visible(said));
            lines.push(say!(lang, "上次报送：{date} {said}", "last report: {date} {said}"));
        }
        None => lines.push(lang.pick("上次报送：从未报送", "last report: never").to_owned()),
    }
    if !standing.assumed.is_empty() {
        lines.push(lang.pick("* 为推定，非原文所载", "* assumed, not in the document").to_owned());
    }
    lines.join("\n")
}

fn ask(session: &Session, standing: &Standing<'_>, known: Facts, today: Date) -> Result<Facts, InquireError> {
    let lang = session.lang;
    let task = &standing.task;
    let head = &session.plan.head;
    let mut facts = known;
    let is_day = move |text: &str| {
        Ok(match text.trim() {
            "" => Validation::Valid,
            text => day(head, text, today, lang)
                .map_or_else(|why| Validation::Invalid(why.to_string().into()), |_| Validation::Valid),
        })
    };
    let given = Some(facts.date.clone()).filter(|date| !date.is_empty()).unwrap_or_else(|| today.to_string());
    facts.date = Text::new(lang.pick("日期", "Date")).with_default(&given).with_validator(is_day).prompt()?;
    let lead = task.lead.as_ref().map_or("", |lead| lead.as_str());
    let by = Some(facts.by.as_str()).filter(|by| !by.is_empty()).unwrap_or(lead).to_owned();
    facts.by = Text::new(lang.pick("报送单位", "Reported by")).with_default(&by).prompt()?;
    for (metric, held) in task.metrics.iter().zip(&standing.metrics).filter(|(metric, _)| metric.checklist.is_none()) {
        let (name, unit, target) = (visible(&metric.name), visible(&metric.unit), metric.target());
        let last = held
            .value
            .map_or_else(|| lang.pick("未报", "unknown").to_owned(), |value| format!("{}{unit}", metric.show(value)));
        let question = say!(
            lang,
            "{name}（累计数，目标 {target}{unit}，上次{last}）",
            "{name} (in all; target {target}{unit}, last {last})"
        );
        let value = Text::new(&question).with_help_message(skip(session.lang)).prompt()?;
        facts.values.push(format!("{}={}", metric.name, value.trim()));
    }
    facts.state = state(lang)?;
    let open = task.checkpoints.iter().zip(&standing.reached).filter(|(_, reached)| reached.is_none());
    let open: Vec<String> = open.map(|(step, _)| step.id.clone()).collect();
    if !open.is_empty() {
        let help = lang.pick("空格选中，回车确认", "space to choose, enter to go on");
        facts.checkpoints = MultiSelect::new(lang.pick("已到达的节点", "Checkpoints reached"), open)
            .with_help_message(help)
            .prompt()?;
    }
    let text = |question: &str| Text::new(question).with_help_message(skip(session.lang)).prompt();
    facts.note = text(lang.pick("进展情况", "What was done"))?;
    facts.issue = text(lang.pick("存在问题", "What stands in the way"))?;
    facts.next = text(lang.pick("下一步措施", "What comes next"))?;
    let evidence = text(lang.pick("佐证材料（多份用“；”隔开）", "Evidence (several parted by ;)"))?;
    facts.evidence = evidence.split(['；', ';']).map(|path| path.trim().to_owned()).collect();
    facts.reply_to = answered(session.lang, session, task)?;
    Ok(facts)
}

/// Which of the notices about the task this answers; nothing is asked where none was sent.
fn answered(lang: Language, session: &Session, task: &Task) -> Result<String, InquireError> {
    let notices = session.opened.journal.notices.iter().filter(|notice| notice.tasks.contains(&task.id));
    let numbers: Vec<String> = notices.map(|notice| notice.number.to_string()).collect();
    if numbers.is_empty() {
        return Ok(String::new());
    }
    let none = lang.pick("（不是回复）", "(none)").to_owned();
    let chosen = std::iter::once(none.clone()).chain(numbers).collect();
    let help = lang.pick("上下键选择，回车确认", "up and down to choose, enter to go on");
    let chosen =
        Select::new(lang.pick("回复哪份督办单", "Which notice it answers"), chosen).with_help_message(help).prompt()?;
    Ok(if chosen == none { String::new() } else { chosen })
}

fn skip(lang: Language) -> &'static str {
    lang.pick("没有就直接回车", "enter to leave it out")
}

fn state(lang: Language) -> Result<String, InquireError> {
    let none = lang.pick("（不写）", "(say nothing)").to_owned();
    let words: Vec<String> =
        std::iter::once(none.clone()).chain(STATES.iter().map(|state| state.word(lang).to_owned())).collect();
    let help = lang.pick("上下键选择，回车确认", "up and down to choose, enter to go on");
    let chosen = Select::new(lang.pick("状态", "State"), words).with_help_message(help).prompt()?;
    Ok(if chosen == none { String::new() } else { chosen })
}

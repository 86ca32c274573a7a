//! Asking field by field, on a terminal. Each answer is looked at as it is given, and none is lost where nothing is written.

use std::process::ExitCode;

use inquire::{InquireError, MultiSelect, Select, Text};

use crate::assess::{Standing, State, assess};
use crate::desk::Desk;
use crate::desk::asking::{blank_or, confirm, given_up};
use crate::desk::days::day;
use crate::desk::output::{report_failure, tell};
use crate::desk::session::Session;
use crate::intake::form::{
    Facts, STATES, evidence_path, is_by_hand, percent_in, typed_again, unit_or_person, value_of,
};
use crate::plan::{Date, Kind, Language, Plan, Task};
use crate::report::filter::task_named;
use crate::say;
use crate::view::due;
use crate::words::{Worded, visible};

/// Asks for everything that can be said about a task, beginning with what is known already, and writes it. What is
/// refused can be mended and written again; what was typed and is not written is said as a command.
pub(crate) fn conduct(
    desk: &Desk,
    known: Facts,
    write: &dyn Fn(&Facts) -> anyhow::Result<ExitCode>,
) -> anyhow::Result<ExitCode> {
    let lang = desk.lang;
    let mut facts = known;
    loop {
        fill(desk, &mut facts).inspect_err(|_| keep(&facts, lang))?;
        let refused = match write(&facts) {
            Ok(code) => return Ok(code),
            Err(refused) => refused,
        };
        let code = report_failure(lang, &refused);
        if !confirm(lang, lang.pick("改一改再写？", "Change something and try again?"), true)? {
            keep(&facts, lang);
            return Ok(code);
        }
    }
}

/// The id of the task that is meant, found by typing a part of its line.
pub(crate) fn find_task(desk: &Desk) -> anyhow::Result<String> {
    let session = Session::open(desk)?;
    let lang = session.lang;
    let assessment = assess(&session.plan, &session.opened.journal, &session.opened.calendar, session.day(None)?);
    let open = assessment.standings.iter().filter(|standing| standing.state != State::Cancelled);
    let lines: Vec<(&str, String)> =
        open.map(|standing| (standing.task.id.as_str(), line(session, standing))).collect();
    if lines.is_empty() {
        anyhow::bail!(lang.pick("计划中还没有任务；新增用 workplan add", "the plan has no tasks yet: workplan add"));
    }
    let help = lang.pick(
        "输入编号、任务或单位中的字可筛选，上下键选择，回车确认",
        "type a part of the id, the title or the unit; up and down to choose, enter to go on",
    );
    let shown = lines.iter().map(|(_, line)| line.as_str()).collect();
    let chosen = Select::new(lang.pick("哪项任务", "Which task"), shown).with_help_message(help).raw_prompt();
    let chosen = chosen.map_err(|error| given_up(lang, error))?;
    Ok(lines.get(chosen.index).map_or_else(String::new, |(id, _)| (*id).to_owned()))
}

/// `22-07 龚都村集中居住（规建办，推进中）`.
fn line(session: &Session, standing: &Standing<'_>) -> String {
    let (lang, task) = (session.lang, &standing.task);
    let unit = task.lead.as_ref().map(|lead| {
        let short = session.plan.head.unit(lead).and_then(|unit| unit.short.as_deref());
        short.unwrap_or(lead.as_str()).to_owned()
    });
    let about: Vec<String> = unit.into_iter().chain([standing.state.word(lang).to_owned()]).collect();
    let about = about.join(lang.pick("，", ", "));
    let line = say!(lang, "{} {}（{about}）", "{} {} ({about})", task.id, task.title);
    visible(&line).into_owned()
}

/// What was typed, as the command that says it.
fn keep(facts: &Facts, lang: Language) {
    if !facts.say_nothing() {
        let line = typed_again(facts);
        tell(&say!(
            lang,
            "已填的内容没有丢，可改后再输入：\n  {line}",
            "what was typed is not lost; to enter it:\n  {line}"
        ));
    }
}

fn fill(desk: &Desk, facts: &mut Facts) -> anyhow::Result<()> {
    let session = Session::open(desk)?;
    let lang = session.lang;
    let task = task_named(&session.plan, &facts.task)
        .map_err(|error| anyhow::anyhow!(error.said(lang, desk.lang.pick("任务", "task"), &facts.task)))?;
    facts.task = task.id.to_string();
    let today = session.day(None)?;
    let assessment = assess(&session.plan, &session.opened.journal, &session.opened.calendar, today);
    let Some(standing) = assessment.standings.iter().find(|standing| standing.task.id == task.id) else {
        return Ok(());
    };
    tell(&introduce(lang, standing));
    ask(&Interview { session, task, lang, today }, standing, facts).map_err(|error| given_up(desk.lang, error))?;
    if facts.say_nothing() {
        anyhow::bail!(desk.lang.pick("什么也没有填，没有写入", "nothing was said, so nothing was written"));
    }
    if confirm(desk.lang, desk.lang.pick("写入台账？", "Enter it into the journal?"), true)? {
        Ok(())
    } else {
        Err(given_up(desk.lang, InquireError::OperationCanceled))
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
    let deadline = due(lang, standing.due(), standing.basis());
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

/// Who is asked, and about what.
#[derive(Clone, Copy)]
struct Interview {
    session: &'static Session,
    task: &'static Task,
    lang: Language,
    today: Date,
}

impl Interview {
    fn plan(self) -> &'static Plan {
        &self.session.plan
    }

    /// Asks for a text that may be left out; what is typed is looked at before it is taken.
    fn text(
        self,
        question: &str,
        held: &str,
        look: impl Fn(&str) -> Result<(), String> + Clone + 'static,
    ) -> Result<String, InquireError> {
        let asked = Text::new(question).with_help_message(skip(self.lang)).with_initial_value(held);
        Ok(asked.with_validator(blank_or(look)).prompt()?.trim().to_owned())
    }
}

fn ask(interview: &Interview, standing: &Standing<'_>, facts: &mut Facts) -> Result<(), InquireError> {
    let (Interview { task, lang, today, .. }, plan) = (*interview, interview.plan());
    let is_day = move |text: &str| day(&plan.head, text, today, lang).map(drop).map_err(|why| why.to_string());
    let given = Some(facts.date.clone()).filter(|date| !date.is_empty()).unwrap_or_else(|| today.to_string());
    facts.date = Text::new(lang.pick("日期", "Date")).with_default(&given).with_validator(blank_or(is_day)).prompt()?;
    let lead = task.lead.as_ref().map_or("", |lead| lead.as_str());
    let by = Some(facts.by.as_str()).filter(|by| !by.is_empty()).unwrap_or(lead).to_owned();
    let is_somebody = move |text: &str| unit_or_person(plan, text, lang).map(drop);
    facts.by = Text::new(lang.pick("报送单位", "Reported by"))
        .with_default(&by)
        .with_validator(blank_or(is_somebody))
        .prompt()?;
    ask_values(interview, standing, facts)?;
    // Ongoing work has no end to which it could have come so far.
    if is_by_hand(task) && task.kind != Kind::Continuous {
        let question = lang.pick("自报进度（0 至 100）", "How far it is, in percent (0 to 100)");
        facts.percent = interview.text(question, &facts.percent, move |text| percent_in(task, text, lang).map(drop))?;
    }
    facts.state = state(lang, &facts.state)?;
    let open = task.checkpoints.iter().zip(&standing.reached).filter(|(_, reached)| reached.is_none());
    let open: Vec<String> = open.map(|(step, _)| step.id.clone()).collect();
    if !open.is_empty() {
        let help = lang.pick("空格选中，回车确认", "space to choose, enter to go on");
        let held: Vec<usize> =
            (0..open.len()).filter(|at| open.get(*at).is_some_and(|id| facts.checkpoints.contains(id))).collect();
        facts.checkpoints = MultiSelect::new(lang.pick("已到达的节点", "Checkpoints reached"), open)
            .with_default(&held)
            .with_help_message(help)
            .prompt()?;
    }
    let any = |_: &str| Ok(());
    facts.note = interview.text(lang.pick("进展情况", "What was done"), &facts.note, any)?;
    facts.issue = interview.text(lang.pick("存在问题", "What stands in the way"), &facts.issue, any)?;
    facts.next = interview.text(lang.pick("下一步措施", "What comes next"), &facts.next, any)?;
    ask_evidence(interview, facts)?;
    facts.reply_to = answered(lang, interview.session, task)?;
    Ok(())
}

/// The metrics, but for those that a checklist counts.
fn ask_values(interview: &Interview, standing: &Standing<'_>, facts: &mut Facts) -> Result<(), InquireError> {
    let Interview { task, lang, .. } = *interview;
    for (metric, held) in
        standing.task.metrics.iter().zip(&standing.metrics).filter(|(metric, _)| metric.checklist.is_none())
    {
        let (name, unit, target) = (visible(&metric.name), visible(&metric.unit), metric.target());
        let last = held
            .value
            .map_or_else(|| lang.pick("未报", "unknown").to_owned(), |value| format!("{}{unit}", metric.show(value)));
        let question = say!(
            lang,
            "{name}（累计数，目标 {target}{unit}，上次{last}）",
            "{name} (in all; target {target}{unit}, last {last})"
        );
        let prefix = format!("{}=", metric.name);
        let at = facts.values.iter().position(|value| value.starts_with(&prefix));
        let typed = at.and_then(|at| facts.values.get(at)?.strip_prefix(&prefix)).unwrap_or("").to_owned();
        let named = prefix.clone();
        let look = move |text: &str| value_of(task, &format!("{named}{text}"), lang).map(drop);
        let value = format!("{prefix}{}", interview.text(&question, &typed, look)?);
        match at.and_then(|at| facts.values.get_mut(at)) {
            Some(held) => *held = value,
            None => facts.values.push(value),
        }
    }
    Ok(())
}

fn ask_evidence(interview: &Interview, facts: &mut Facts) -> Result<(), InquireError> {
    let Interview { session, lang, .. } = *interview;
    let several = |text: &str| -> Vec<String> {
        text.split(['；', ';']).map(|path| path.trim().to_owned()).filter(|path| !path.is_empty()).collect()
    };
    let question = lang.pick("佐证材料（多份用“；”隔开）", "Evidence (several parted by ;)");
    let look = move |text: &str| {
        several(text).iter().try_for_each(|path| evidence_path(&session.opened, path, lang).map(drop))
    };
    let typed = interview.text(question, &facts.evidence.join(lang.pick("；", "; ")), look)?;
    facts.evidence = several(&typed);
    Ok(())
}

/// Which of the notices about the task this answers; nothing is asked where none was sent.
fn answered(lang: Language, session: &Session, task: &Task) -> Result<String, InquireError> {
    let stand = session.opened.journal.notices.iter().filter(|notice| notice.voided.is_none());
    let notices = stand.filter(|notice| notice.tasks.contains(&task.id));
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

fn state(lang: Language, held: &str) -> Result<String, InquireError> {
    let none = lang.pick("（不写）", "(say nothing)").to_owned();
    let words: Vec<String> =
        std::iter::once(none.clone()).chain(STATES.iter().map(|state| state.word(lang).to_owned())).collect();
    let cursor = words.iter().position(|word| word == held).unwrap_or(0);
    let help = lang.pick("上下键选择，回车确认", "up and down to choose, enter to go on");
    let asked = Select::new(lang.pick("状态", "State"), words).with_starting_cursor(cursor).with_help_message(help);
    let chosen = asked.prompt()?;
    Ok(if chosen == none { String::new() } else { chosen })
}

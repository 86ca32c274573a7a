//! What a letter says of one matter. What one part has said no other says again: days stand at the deadline, the pace at the
//! alert that is about it.

use super::words::semicolon;
use crate::assess::{AlertCode, Basis, Share, State};
use crate::paper::Line;
use crate::plan::{Kind, Language};
use crate::report::notice::{Paper, PaperTask};
use crate::report::task_line::{MetricLine, TaskAlert, TaskLine};
use crate::say;
use crate::view::common::{due_day, light_name, marked, marked_list};
use crate::view::fields::target;
use crate::view::show::recurs;
use crate::words;
use crate::words::Worded;

/// `22-07 龚都村92户农(渔)民相对集中居住`.
pub(super) fn named(task: &PaperTask<'_>) -> String {
    let line = &task.line;
    format!("{} {}", line.id, marked(line.title, line.assumes("title")))
}

/// What is known of a matter, name by name; who answers for it only where each matter has its own.
pub(super) fn fields(paper: &Paper<'_>, task: &PaperTask<'_>, lang: Language) -> Vec<(String, Line)> {
    let line = &task.line;
    let people = if paper.people.is_some() { String::new() } else { people((line.person, line.leader), task, lang) };
    let fields = [
        (lang.pick("原文依据", "Ordered by"), source(paper, line, lang)),
        (lang.pick("目标要求", "Target"), targets(line, lang)),
        (lang.pick("完成时限", "Deadline"), deadline(paper, task, lang)),
        (lang.pick("定期报送", "Reports"), recurs(line, lang)),
        (lang.pick("责任人", "In charge"), people),
        (lang.pick("配合单位", "With"), marked_list(lang, &line.support, line.assumes("support"))),
        (lang.pick("目前情况", "How it stands"), stands(paper, line, lang)),
        (lang.pick("存在问题", "Problem"), line.latest.issue.unwrap_or_default().to_owned()),
        (lang.pick("预警情况", "Why"), why(line, lang)),
    ];
    let said = fields.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(name, text)| (name.to_owned(), Line::plain(text))).collect()
}

/// Who answers for the task; nobody is made up.
pub(super) fn people((person, leader): (Option<&str>, Option<&str>), task: &PaperTask<'_>, lang: Language) -> String {
    let person = match person {
        Some(person) => marked(person, task.line.assumes("person")),
        None => lang.pick("未明确，请填写", "not named; please fill in").to_owned(),
    };
    match leader {
        Some(leader) => {
            let leader = marked(leader, task.line.assumes("leader"));
            say!(lang, "{person}（分管领导：{leader}）", "{person} (under {leader})")
        }
        None => person,
    }
}

fn targets(line: &TaskLine<'_>, lang: Language) -> String {
    let targets = line.metrics.iter().map(|metric| {
        let (name, target) = (metric.name, marked(&target(metric, lang), metric.assumed));
        format!("{name} {target}")
    });
    targets.collect::<Vec<_>>().join(semicolon(lang))
}

/// Why it is written about, but for what the deadline, the report that is due and the last report say already.
fn why(line: &TaskLine<'_>, lang: Language) -> String {
    let is_said = |alert: &&TaskAlert| {
        [AlertCode::OVERDUE, AlertCode::DUE_SOON, AlertCode::REPORT_DUE, AlertCode::UNREPORTED].contains(&alert.code)
    };
    let messages: Vec<&str> =
        alerts_of(line).filter(|alert| !is_said(alert)).map(|alert| alert.message.as_str()).collect();
    messages.join(semicolon(lang))
}

/// The alerts that ask for something.
fn alerts_of<'l>(line: &'l TaskLine<'_>) -> impl Iterator<Item = &'l TaskAlert> {
    line.alerts.iter().filter(|alert| alert.escalation.is_some())
}

/// How it stands in a row of a table: how late it is, and what else is wrong with it.
pub(super) fn in_short(task: &PaperTask<'_>, lang: Language) -> String {
    let line = &task.line;
    let heard = if line.last_report.is_none() || is_silent(line) { last_heard(line, lang) } else { String::new() };
    let said = [span(line, lang), why(line, lang), heard];
    let said: Vec<String> = said.into_iter().filter(|text| !text.is_empty()).collect();
    match said.as_slice() {
        [] => last_heard(line, lang),
        said => said.join(semicolon(lang)),
    }
}

/// `从未报送`, `最近报送 2020-10-20`: in a list.
pub(super) fn heard(line: &TaskLine<'_>, lang: Language) -> String {
    match line.last_report {
        None => lang.pick("从未报送", "never").to_owned(),
        Some(day) => say!(lang, "最近报送 {day}", "last on {day}"),
    }
}

/// `最近一次报送 2020-10-20`.
fn last_heard(line: &TaskLine<'_>, lang: Language) -> String {
    match line.last_report {
        None => lang.pick("至今未报送进展", "never reported").to_owned(),
        Some(day) if is_silent(line) => {
            say!(lang, "上期未报送，最近一次报送 {day}", "not reported in the last period, last report {day}")
        }
        Some(day) => say!(lang, "最近一次报送 {day}", "last report {day}"),
    }
}

fn is_silent(line: &TaskLine<'_>) -> bool {
    line.alerts.iter().any(|alert| alert.code == AlertCode::UNREPORTED)
}

/// `《金泽镇…》：“完成龚都村92户农(渔)民相对集中居住项目”`; beside it what else the task comes from.
pub(super) fn source(paper: &Paper<'_>, task: &TaskLine<'_>, lang: Language) -> String {
    let title = paper.header.plan.title;
    match (task.source, task.origin) {
        (None, Some(origin)) => origin.to_owned(),
        (Some(_), Some(origin)) => {
            let words = source(paper, &TaskLine { origin: None, ..task.clone() }, lang);
            say!(lang, "{words}；{origin}", "{words}; {origin}")
        }
        // Of several matters the opening names the document.
        (Some(words), None) if paper.tasks.len() > 1 => {
            marked(&say!(lang, "“{words}”", "“{words}”"), task.assumes("source"))
        }
        (Some(words), None) => {
            let mark = if task.assumes("source") { "*" } else { "" };
            say!(lang, "《{title}》：“{words}”{mark}", "《{title}》: “{words}”{mark}")
        }
        (None, None) if paper.head.source.is_none() => say!(lang, "《{title}》", "《{title}》"),
        (None, None) => say!(lang, "《{title}》（未摘录原文）", "《{title}》 (no words quoted)"),
    }
}

/// `2020-12-15（原定 2020-11-30，经批准调整），距时限 21 天（15 个工作日）`.
pub(super) fn deadline(paper: &Paper<'_>, task: &PaperTask<'_>, lang: Language) -> String {
    let day = deadline_day(paper, task, lang);
    match span(&task.line, lang).as_str() {
        "" => day,
        span => say!(lang, "{day}，{span}", "{day}, {span}"),
    }
}

/// The deadline, and why it is that day where the document does not name it.
pub(super) fn deadline_day(paper: &Paper<'_>, task: &PaperTask<'_>, lang: Language) -> String {
    let line = &task.line;
    let Some((day, meant)) = line.deadline.zip(line.deadline_meant) else {
        return say!(lang, "常态化工作，持续推进，按期报送进展", "goes on, with regular reports");
    };
    let day = due_day(lang, (day, meant), line.assumes("deadline"));
    let basis = match (line.original_deadline.filter(|_| task.deadline_amended), line.deadline_basis) {
        (Some(before), _) => say!(lang, "（原定 {before}，经批准调整）", " (was {before}, amended)"),
        (None, Basis::Period) if paper.head.source.is_none() => {
            say!(lang, "（以计划期末为准）", " (the end of the plan's period)")
        }
        (None, Basis::Period) => say!(lang, "（原文未单列时限，以计划期末为准）", " (the end of the plan's period)"),
        (None, Basis::Stated | Basis::Assumed | Basis::Confirmed | Basis::None) => String::new(),
    };
    format!("{day}{basis}")
}

/// How long is left, or how late it is. Who has reported it done is not late.
fn span(line: &TaskLine<'_>, lang: Language) -> String {
    let Some((left, working)) = line.days_left.zip(line.working_days_left) else { return String::new() };
    let working = words::working_day_count(lang, working.abs());
    let days = say!(lang, "{}（{working}）", "{} ({working})", words::day_count(lang, left.abs()));
    match left {
        0 => say!(lang, "当日到期", "due on this very day"),
        left if left > 0 => say!(lang, "距时限 {days}", "{days} left"),
        _ if matches!(line.state, State::Done | State::Closed) => String::new(),
        _ => say!(lang, "已逾期 {days}", "{days} overdue"),
    }
}

/// `黄灯，推进中；完成集中居住户数 61户；完成率 66.3%，序时进度 78.9%；最近一次报送 2020-11-20：第二批签约完成`.
pub(super) fn stands(paper: &Paper<'_>, task: &TaskLine<'_>, lang: Language) -> String {
    let state = task.state.word(lang);
    let mut parts = vec![match task.light {
        Some(light) => say!(lang, "{}，{state}", "{}, {state}", light_name(paper.head, lang, light)),
        None => state.to_owned(),
    }];
    parts.extend(task.metrics.iter().map(|metric| value(metric, lang)));
    if task.kind != Kind::Continuous && !alerts_of(task).any(|alert| alert.code == AlertCode::BEHIND) {
        let target_assumed = task.metrics.iter().any(MetricLine::reckons_with_assumption);
        let done = task.progress.map_or_else(
            || say!(lang, "完成率未知", "progress unknown"),
            |share| say!(lang, "完成率 {}", "{} done", marked(&share.percent(), target_assumed)),
        );
        parts.push(match task.expected.map(Share::percent) {
            Some(expected) => say!(lang, "{done}，序时进度 {expected}", "{done}, the pace calls for {expected}"),
            None => done,
        });
    }
    let reached = task.checkpoints.iter().filter(|step| step.reached_on.is_some()).count();
    if !task.checkpoints.is_empty() {
        let (all, mark) = (task.checkpoints.len(), if task.assumes("checkpoints") { "*" } else { "" });
        parts.push(say!(lang, "节点{mark}已完成 {reached}/{all} 个", "checkpoints{mark} reached: {reached} of {all}"));
    }
    let heard = last_heard(task, lang);
    parts.push(match task.latest.note.filter(|_| task.last_report.is_some()) {
        None => heard,
        Some(note) => say!(lang, "{heard}，最近所报进展为“{note}”", "{heard}; last said: “{note}”"),
    });
    parts.join(semicolon(lang))
}

/// `完成集中居住户数 61户`; what nobody has reported is said to be so.
fn value(metric: &MetricLine<'_>, lang: Language) -> String {
    let (name, unit) = (metric.name, metric.unit);
    match &metric.value {
        Some(value) => say!(lang, "{name}现为 {value}{unit}", "{name} is {value}{unit}"),
        None => say!(lang, "{name}未报送", "{name} was not reported"),
    }
}

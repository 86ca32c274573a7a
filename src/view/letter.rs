//! A notice to a unit as a letter, in the order in which an office's 督办单 has its parts.

use super::common::{due_day, light_name, marked, marked_list, on_paper};
use super::fields::target;
use super::show::recurs;
use crate::assess::{Basis, Share};
use crate::paper::{Block, Letter, Line, Page, Properties};
use crate::plan::{Closing, Escalation, Kind, Language};
use crate::report::notice::{Paper, PaperNumber, PaperTask};
use crate::report::task_line::{MetricLine, TaskLine};
use crate::say;
use crate::words;
use crate::words::Worded;

/// Lays out a notice.
pub fn notice_letter(paper: &Paper<'_>, lang: Language) -> Letter {
    let mut page = Page::default();
    let mut title = Line::plain(title(paper, lang));
    if paper.header.plan.sample {
        title = title.with(words::sample_tag(lang), crate::paper::Tone::Red);
    }
    let properties = Properties {
        title: title.text(),
        creator: Line::plain(paper.header.plan.issuer).text(),
        day: paper.date.to_string(),
    };
    page.add(Block::Title(title));
    page.say(opening(paper, lang));
    page.heading(say!(lang, "一、{}", "1. {}", matters(paper.level, lang)));
    for (task, number) in paper.tasks.iter().zip(1..) {
        page.add(Block::Subheading(Line::plain(task_title(task, paper.tasks.len(), number, lang))));
        page.add(Block::Fields(task_fields(paper, task, lang)));
    }
    page.heading(say!(lang, "二、办理要求", "2. What is asked"));
    page.say(request(paper, lang));
    page.heading(say!(lang, "三、反馈要求", "3. Your answer"));
    page.say(answer(paper, lang));
    page.say(ending(paper.level, lang));
    let page = page.rewritten(&|text| on_paper(text, lang));
    let has_marks = page.has_marks() || paper.unit.assumed;
    Letter {
        number: Some(Line::plain(number(paper.number))),
        addressee: Some(Line::plain(addressee(paper, lang))),
        page,
        signature: signature(paper, lang),
        notes: notes(paper, has_marks, lang),
        properties,
    }
}

/// `金府督〔2020〕1号`; a trial has a cross for its number.
fn number(number: PaperNumber<'_>) -> String {
    match number {
        PaperNumber::Taken(number) => number.to_string(),
        PaperNumber::Trial(series, year) => format!("{series}〔{year:04}〕×号"),
    }
}

/// `关于限期办理“龚都村92户农(渔)民相对集中居住”的督办单`.
fn title(paper: &Paper<'_>, lang: Language) -> String {
    let about = match paper.tasks.as_slice() {
        [only] => say!(lang, "“{}”", "“{}”", marked(only.line.title, only.line.assumes("title"))),
        several => say!(lang, "{}项工作任务", "{} tasks", several.len()),
    };
    match paper.level {
        Escalation::Remind => say!(lang, "关于做好{about}的提醒函", "Reminder: {about}"),
        Escalation::Urge => say!(lang, "关于抓紧办理{about}的催办通知", "Urgent: {about}"),
        Escalation::Supervise => say!(lang, "关于限期办理{about}的督办单", "Under supervision: {about}"),
        Escalation::Circulate => say!(lang, "关于{about}推进情况的通报", "Circular: how {about} stand"),
    }
}

fn addressee(paper: &Paper<'_>, lang: Language) -> String {
    let unit = marked(paper.unit.lead.unwrap_or_default(), paper.unit.assumed);
    say!(lang, "{unit}：", "To {unit}:")
}

fn opening(paper: &Paper<'_>, lang: Language) -> String {
    let plan = &paper.header.plan;
    let (title, issued, day) = (plan.title, plan.issued.long(lang), paper.date.long(lang));
    let tasks = paper.tasks.len();
    match paper.level {
        Escalation::Remind => say!(
            lang,
            "根据《{title}》（{issued}印发），现就由你单位牵头的{tasks}项任务提醒如下（情况截至{day}）。",
            "A reminder of tasks of 《{title}》 (issued {issued}) that you lead: {tasks}. It tells how they stood on {day}."
        ),
        Escalation::Urge => say!(
            lang,
            "根据《{title}》（{issued}印发），现就由你单位牵头的{tasks}项任务催办如下（情况截至{day}）。",
            "You are urged to act on tasks of 《{title}》 (issued {issued}) that you lead: {tasks}. This tells how they stood on {day}."
        ),
        Escalation::Supervise => say!(
            lang,
            "根据《{title}》（{issued}印发），现就由你单位牵头的{tasks}项任务督办如下（情况截至{day}）。",
            "Tasks of 《{title}》 (issued {issued}) that you lead are under supervision until they are done: {tasks}. This tells how they stood on {day}."
        ),
        Escalation::Circulate => say!(
            lang,
            "根据《{title}》（{issued}印发），现将由你单位牵头的{tasks}项任务的推进情况通报如下（情况截至{day}）。",
            "All units are told how tasks of 《{title}》 (issued {issued}) that you lead stood on {day}: {tasks}."
        ),
    }
}

fn matters(level: Escalation, lang: Language) -> &'static str {
    match level {
        Escalation::Remind => lang.pick("提醒事项", "What this is about"),
        Escalation::Urge => lang.pick("催办事项", "What is urged"),
        Escalation::Supervise => lang.pick("督办事项", "What is supervised"),
        Escalation::Circulate => lang.pick("通报事项", "What is told"),
    }
}

/// `（一）22-07 龚都村92户…`; of a single task without the number before it.
fn task_title(task: &PaperTask<'_>, tasks: usize, number: usize, lang: Language) -> String {
    let line = &task.line;
    let named = format!("{} {}", line.id, marked(line.title, line.assumes("title")));
    match tasks {
        1 => named,
        _ => say!(lang, "（{}）{named}", "({}) {named}", words::ordinal(lang, number)),
    }
}

fn task_fields(paper: &Paper<'_>, task: &PaperTask<'_>, lang: Language) -> Vec<(String, Line)> {
    let line = &task.line;
    let mut fields = vec![(say!(lang, "原文依据", "Ordered by"), source(paper, line, lang))];
    if !line.metrics.is_empty() {
        let targets = line.metrics.iter().map(|metric| {
            let (name, target) = (metric.name, marked(&target(metric, lang), metric.assumed));
            format!("{name} {target}")
        });
        fields.push((say!(lang, "目标要求", "Target"), targets.collect::<Vec<_>>().join(semicolon(lang))));
    }
    fields.push((say!(lang, "完成时限", "Deadline"), deadline(paper, task, lang)));
    let recurs = recurs(line, lang);
    if !recurs.is_empty() {
        fields.push((say!(lang, "定期报送", "Reports"), recurs));
    }
    fields.push((say!(lang, "责任人", "In charge"), people(line, lang)));
    if !line.support.is_empty() {
        fields.push((say!(lang, "配合单位", "With"), marked_list(lang, &line.support, line.assumes("support"))));
    }
    fields.push((say!(lang, "目前情况", "How it stands"), stands(paper, line, lang)));
    if let Some(issue) = line.latest.issue {
        fields.push((say!(lang, "存在问题", "Problem"), issue.to_owned()));
    }
    let asks = line.alerts.iter().filter(|alert| alert.escalation.is_some());
    let why: Vec<&str> = asks.map(|alert| alert.message.as_str()).collect();
    if !why.is_empty() {
        fields.push((say!(lang, "预警情况", "Why"), why.join(semicolon(lang))));
    }
    fields.into_iter().map(|(name, text)| (name, Line::plain(text))).collect()
}

fn semicolon(lang: Language) -> &'static str {
    lang.pick("；", "; ")
}

/// `《金泽镇…》：“完成龚都村92户农(渔)民相对集中居住项目”`; beside it what else the task comes from.
fn source(paper: &Paper<'_>, task: &TaskLine<'_>, lang: Language) -> String {
    let title = paper.header.plan.title;
    match (task.source, task.origin) {
        (None, Some(origin)) => origin.to_owned(),
        (Some(_), Some(origin)) => {
            let words = source(paper, &TaskLine { origin: None, ..task.clone() }, lang);
            say!(lang, "{words}；{origin}", "{words}; {origin}")
        }
        (Some(words), None) => {
            let mark = if task.assumes("source") { "*" } else { "" };
            say!(lang, "《{title}》：“{words}”{mark}", "《{title}》: “{words}”{mark}")
        }
        (None, None) if paper.head.source.is_none() => say!(lang, "《{title}》", "《{title}》"),
        (None, None) => say!(lang, "《{title}》（未摘录原文）", "《{title}》 (no words quoted)"),
    }
}

/// `2020-12-15（原定 2020-11-30，经批准调整），还剩 21 天（15 个工作日）`.
fn deadline(paper: &Paper<'_>, task: &PaperTask<'_>, lang: Language) -> String {
    let line = &task.line;
    if line.kind == Kind::Continuous {
        return say!(lang, "常态化工作，持续推进，按期报送进展", "goes on, with regular reports");
    }
    let Some((date, meant)) = line.deadline.zip(line.deadline_meant) else { return String::new() };
    let day = due_day(lang, (date, meant), line.assumes("deadline"));
    let basis = match (line.original_deadline.filter(|_| task.deadline_amended), line.deadline_basis) {
        (Some(before), _) => say!(lang, "（原定 {before}，经批准调整）", " (was {before}, amended)"),
        (None, Basis::Period) if paper.head.source.is_none() => {
            say!(lang, "（以计划期末为准）", " (the end of the plan's period)")
        }
        (None, Basis::Period) => say!(lang, "（原文未单列时限，以计划期末为准）", " (the end of the plan's period)"),
        (None, Basis::Stated | Basis::Assumed | Basis::Confirmed | Basis::None) => String::new(),
    };
    // Who has reported it done is not late.
    let left = line.days_left.unwrap_or_default();
    let working = words::working_day_count(lang, line.working_days_left.unwrap_or_default().abs());
    let days = say!(lang, "{}（{working}）", "{} ({working})", words::day_count(lang, left.abs()));
    let span = match left {
        0 => say!(lang, "当日到期", "due on this very day"),
        left if left > 0 => say!(lang, "距时限 {days}", "{days} left"),
        _ if line.state == crate::assess::State::Done => String::new(),
        _ => say!(lang, "已逾期 {days}", "{days} overdue"),
    };
    match span.as_str() {
        "" => format!("{day}{basis}"),
        span => say!(lang, "{day}{basis}，{span}", "{day}{basis}, {span}"),
    }
}

/// Who answers for the task; nobody is made up.
fn people(task: &TaskLine<'_>, lang: Language) -> String {
    let person = match task.person {
        Some(person) => marked(person, task.assumes("person")),
        None => say!(lang, "未明确，请在反馈时写明", "not named; please name somebody in your answer"),
    };
    match task.leader {
        Some(leader) => {
            let leader = marked(leader, task.assumes("leader"));
            say!(lang, "{person}（分管领导：{leader}）", "{person} (under {leader})")
        }
        None => person,
    }
}

/// `黄灯，推进中；完成集中居住户数 61户；完成率 66.3%，序时进度 78.9%；最近一次报送 2020-11-20：第二批签约完成`.
fn stands(paper: &Paper<'_>, task: &TaskLine<'_>, lang: Language) -> String {
    let state = task.state.word(lang);
    let mut parts = vec![match task.light {
        Some(light) => say!(lang, "{}，{state}", "{}, {state}", light_name(paper.head, lang, light)),
        None => state.to_owned(),
    }];
    parts.extend(task.metrics.iter().map(|metric| value(metric, lang)));
    if task.kind != Kind::Continuous {
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
    parts.push(match (task.last_report, task.latest.note) {
        (None, _) => say!(lang, "至今未报送进展", "never reported"),
        (Some(day), None) => say!(lang, "最近一次报送 {day}", "last report {day}"),
        (Some(day), Some(note)) => {
            say!(lang, "最近一次报送 {day}，最近所报进展为“{note}”", "last report {day}; last said: “{note}”")
        }
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

fn request(paper: &Paper<'_>, lang: Language) -> String {
    let closed = match (paper.level, paper.head.closing) {
        (Escalation::Supervise, Closing::Reviewed) => {
            lang.pick("办结后报请审核销号。", " Report it for review when it is done.")
        }
        (Escalation::Supervise, Closing::Direct)
        | (Escalation::Remind | Escalation::Urge | Escalation::Circulate, _) => "",
    };
    let request = match paper.level {
        Escalation::Remind => lang.pick("请对照目标要求和完成时限，倒排工期，按序时推进；如有困难和问题，请及早反映。", "Keep to the target and the deadline, and say early if something hinders you."),
        Escalation::Urge => lang.pick("请抓紧办理，采取有效措施赶上序时进度，明确预计办结时间。确需调整时限的，请说明理由，按程序报批。", "Act now, catch up with the pace, and say by when it will be done. A change of the deadline needs its reasons and an approval."),
        Escalation::Supervise => lang.pick("请主要负责人牵头研究，立即组织办理，逐项明确责任人、办理措施和预计办结时间；未办结前持续督办。", "Let the head of the unit see to it at once, and say who does what by when; supervision goes on until it is done."),
        Escalation::Circulate => lang.pick("请认真查找原因，立即整改，书面说明未按要求推进的原因、整改措施和预计办结时间。请其他单位引以为戒，按时限抓好各项任务落实。", "Find out why, put it right at once, and say in writing why, what you do, and by when it will be done. Other units: keep to your deadlines."),
    };
    format!("{request}{closed}")
}

fn answer(paper: &Paper<'_>, lang: Language) -> String {
    let day = paper.reply_by.long(lang);
    let weekday = paper.reply_by.weekday_word(lang);
    let to = Line::plain(paper.office.unwrap_or(paper.header.plan.issuer)).text();
    let number = number(paper.number);
    say!(
        lang,
        "请于{day}（{weekday}）前（含当日）将办理情况书面反馈至{to}，写明进展情况、存在问题、下一步措施和预计办结时间，附佐证材料，并注明本件文号“{number}”。",
        "Answer {to} in writing by {day} ({weekday}) at the latest: what was done, what stands in the way, what comes next and by when it will be done, with evidence. Give the number {number}."
    )
}

fn ending(level: Escalation, lang: Language) -> &'static str {
    match level {
        Escalation::Remind => lang.pick("特此函告。", "End of the reminder."),
        Escalation::Urge => lang.pick("特此通知。", "End of the notice."),
        Escalation::Supervise => lang.pick("特此督办。", "End of the notice."),
        Escalation::Circulate => lang.pick("特此通报。", "End of the circular."),
    }
}

fn signature(paper: &Paper<'_>, lang: Language) -> Vec<Line> {
    vec![Line::plain(paper.header.plan.issuer), Line::plain(paper.date.long(lang))]
}

fn notes(paper: &Paper<'_>, has_marks: bool, lang: Language) -> Vec<Line> {
    let signed = paper.signed_by.map(|name| say!(lang, "签发：{name}", "Signed by {name}"));
    let marks = has_marks.then(|| say!(lang, "注：带 * 的内容原文未载明，为推定。", "* not in the document: assumed"));
    let sample = paper.header.plan.sample.then(|| {
        say!(
            lang,
            "【示例数据】以上进展均为虚构，仅供演示，请勿据此办理。",
            "[sample data] all of this is fictional: do not act on it"
        )
    });
    let counted = paper.header.closing_note.as_ref().map(|note| say!(lang, "注：{note}。", "Note: {note}"));
    signed.into_iter().chain(marks).chain(sample).chain(counted).map(Line::plain).collect()
}

//! The page of one task.

use super::Medium;
use super::common::{UNKNOWN, add_end, as_of, due_day, light_tone, light_word, marked, marked_list, page, percent};
use super::entry::{add_earlier, entry_line};
use super::fields::{target, value};
use super::notices;
use super::served::add_served;
use crate::assess::{Basis, Share, moved};
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::{Language, MetricPart, Weight};
use crate::report::show::Show;
use crate::report::task_line::{CheckpointLine, MetricLine, TaskLine};
use crate::say;
use crate::words;
use crate::words::Worded;
use crate::words::fields::{self, Place};

/// Lays out one task. In a chat there are no tables, so each metric is a line.
pub fn show(report: &Show<'_>, lang: Language, medium: Medium) -> Page {
    let task = &report.task;
    let mut page = page(&report.header, lang, "");
    page.say(as_of(lang, report.header.as_of));
    page.heading(format!("{} {}", task.id, marked(task.title, task.assumes("title"))));
    page.add(Block::Fields(facts(report, lang)));
    if !task.metrics.is_empty() {
        page.heading(fields::heading(lang, Place::Task, "metrics"));
        page.add(metrics(task, lang, medium));
    }
    if !task.checkpoints.is_empty() {
        page.heading(fields::heading(lang, Place::Task, "checkpoints"));
        page.add(checkpoints(task, lang, medium));
    }
    page.heading(fields::heading(lang, Place::Standing, "alerts"));
    page.add(alerts(task, lang));
    if !report.notices.is_empty() {
        page.heading(say!(lang, "通知单办理", "Notices"));
        let lines = report.notices.iter().map(|notice| Line::plain(notices::of_task(notice, lang)));
        page.add(Block::Items(lines.collect()));
    }
    if let Some(served) = &report.served {
        add_served(&mut page, served, lang, medium);
    }
    page.heading(say!(lang, "进展台账", "Journal"));
    match report.entries.is_empty() {
        true => page.say(say!(lang, "尚无记录", "No entries")),
        false => page.add(Block::Items(report.entries.iter().map(|entry| entry_line(entry, lang)).collect())),
    }
    add_earlier(&mut page, &report.earlier, lang);
    add_end(&mut page, &report.header, lang);
    page
}

fn facts(report: &Show<'_>, lang: Language) -> Vec<(String, Line)> {
    let task = &report.task;
    let optional = |name: String, text: String| (!text.is_empty()).then(|| (name, Line::plain(text)));
    let light = Line::default()
        .with(light_word(report.head, lang, task.light), light_tone(report.head, task.light))
        .with(task.light.map_or_else(String::new, |_| format!("  {}", task.state.word(lang))), Tone::Plain);
    let theme = task.theme_title.map_or_else(String::new, |theme| format!(" / {theme}"));
    let sentences = report.sentences.iter().map(|sentence| {
        let (line, text) = (sentence.line, &sentence.text);
        (say!(lang, "原文第 {line} 行", "Line {line}"), Line::plain(text))
    });
    let mut facts = vec![
        (fields::heading(lang, Place::Standing, "light"), light),
        (
            fields::heading(lang, Place::Standing, "section"),
            Line::plain(format!("{} {}{theme}", task.section, task.section_title)),
        ),
        (fields::heading(lang, Place::Task, "kind"), Line::plain(marked(task.kind.word(lang), task.assumes("kind")))),
        (
            fields::heading(lang, Place::Task, "lead"),
            Line::plain(task.lead.map_or_else(|| UNKNOWN.to_owned(), |lead| marked(lead, task.assumes("lead")))),
        ),
    ];
    let list = |names: &[&str], field: &str| marked_list(lang, names, task.assumes(field));
    let named =
        |name: Option<&str>, field: &str| name.map_or_else(String::new, |name| marked(name, task.assumes(field)));
    facts.extend(
        [
            optional(fields::heading(lang, Place::Task, "support"), list(&task.support, "support")),
            optional(fields::heading(lang, Place::Task, "person"), named(task.person, "person")),
            optional(fields::heading(lang, Place::Task, "leader"), named(task.leader, "leader")),
            optional(
                fields::heading(lang, Place::Task, "places"),
                list(&task.places.iter().map(String::as_str).collect::<Vec<_>>(), "places"),
            ),
            Some((fields::heading(lang, Place::Standing, "span"), Line::plain(span(task, lang)))),
            match task.finished_on {
                Some(day) => {
                    Some((fields::heading(lang, Place::Standing, "finished_on"), Line::plain(day.to_string())))
                }
                None => {
                    task.light.map(|_| (fields::heading(lang, Place::Standing, "left"), Line::plain(left(task, lang))))
                }
            },
            Some((fields::heading(lang, Place::Standing, "progress"), Line::plain(progress(task, lang)))),
            optional(fields::heading(lang, Place::Task, "recurs"), recurs(task, lang)),
            optional(
                fields::heading(lang, Place::Standing, "last_report"),
                task.last_report.map_or_else(String::new, |day| day.to_string()),
            ),
            optional(fields::heading(lang, Place::Task, "depends"), list(&task.depends, "depends")),
            optional(
                fields::heading(lang, Place::Task, "serves"),
                words::list(lang, task.serves.iter().map(ToString::to_string)),
            ),
            optional(fields::heading(lang, Place::Task, "tags"), words::list(lang, task.tags)),
            optional(fields::heading(lang, Place::Task, "note"), task.note.unwrap_or("").to_owned()),
        ]
        .into_iter()
        .flatten(),
    );
    facts.extend(task.fields.said().map(|(own, value)| (own.name().to_owned(), Line::plain(own.shown(value)))));
    facts.extend(
        [
            optional(fields::heading(lang, Place::Task, "confirmed"), confirmed(task, lang)),
            optional(fields::heading(lang, Place::Task, "origin"), task.origin.unwrap_or("").to_owned()),
            optional(fields::heading(lang, Place::Task, "carried_from"), carried_from(task, lang)),
            optional(fields::heading(lang, Place::Task, "source"), task.source.unwrap_or("").to_owned()),
        ]
        .into_iter()
        .flatten(),
    );
    facts.extend(sentences);
    facts
}

/// `牵头单位、完成时限（李主任 2020-08-05）`.
fn confirmed(task: &TaskLine<'_>, lang: Language) -> String {
    let said = task.confirmations.iter().map(|held| {
        let fields = words::list(lang, held.fields.iter().map(|field| words::field_name(lang, field)));
        let (by, date) = (&held.by, held.date);
        say!(lang, "{fields}（{by} {date}）", "{fields} ({by}, {date})")
    });
    said.collect::<Vec<_>>().join(&say!(lang, "；", "; "))
}

/// `jinze-2020h2 22-07（截至 2020-12-31：推进中；完成集中居住户数 61户；问题：3户未达成协议）`.
pub(crate) fn carried_from(task: &TaskLine<'_>, lang: Language) -> String {
    let Some(from) = task.carried_from else { return String::new() };
    let (plan, id) = (&from.plan, &from.task);
    let unit = |name: &str| task.metrics.iter().find(|metric| metric.name == name).map_or("", |metric| metric.unit);
    let mut stood: Vec<String> = from.state.iter().map(|state| state.word(lang).to_owned()).collect();
    stood.extend(from.values.0.iter().map(|(name, value)| format!("{name} {value}{}", unit(name))));
    stood.extend(from.issue.iter().map(|issue| say!(lang, "问题：{issue}", "issue: {issue}")));
    if stood.is_empty() {
        stood.push(lang.pick("未报送", "never heard of").to_owned());
    }
    let stood = stood.join(&say!(lang, "；", "; "));
    match from.on {
        Some(day) => say!(lang, "{plan} {id}（截至 {day}：{stood}）", "{plan} {id} (as of {day}: {stood})"),
        None => format!("{plan} {id}"),
    }
}

/// `2020-07-01 至 2020-11-30（原文“11月份”）`.
pub(crate) fn span(task: &TaskLine<'_>, lang: Language) -> String {
    let start = marked(&task.start.to_string(), task.assumes("start"));
    let Some((day, meant)) = task.deadline.zip(task.deadline_meant) else {
        return say!(lang, "{start} 起持续推进", "ongoing from {start}");
    };
    let deadline = marked(&day.to_string(), task.assumes("deadline"));
    let moved = moved(lang, day, meant);
    let moved = moved.map(|moved| say!(lang, "；{moved}", "; {moved}")).unwrap_or_default();
    let why = match (task.original_deadline, task.deadline_says, task.deadline_basis) {
        (Some(original), _, _) => say!(lang, "经批准调整，原为 {original}", "amended; it was {original}"),
        (None, Some(says), _) => say!(lang, "原文“{says}”", "the document says “{says}”"),
        (None, None, Basis::Period) => say!(lang, "计划期末", "the end of the plan's period"),
        (None, None, Basis::Stated | Basis::None) => say!(lang, "计划写明", "stated in the plan"),
        (None, None, Basis::Assumed) => say!(lang, "推定", "assumed"),
        (None, None, Basis::Confirmed) => say!(lang, "核定", "confirmed"),
    };
    if day < task.start {
        // It was carried over with a day that had passed: when it began is told by the plan before.
        return say!(lang, "至 {deadline}（{why}{moved}）", "until {deadline} ({why}{moved})");
    }
    say!(lang, "{start} 至 {deadline}（{why}{moved}）", "{start} to {deadline} ({why}{moved})")
}

pub(crate) fn left(task: &TaskLine<'_>, lang: Language) -> String {
    let Some((left, working)) = task.days_left.zip(task.working_days_left) else { return String::new() };
    let (days, working) = (words::day_count(lang, left.abs()), words::working_day_count(lang, working.abs()));
    match left < 0 {
        false => say!(lang, "{days}（{working}）", "{days} ({working})"),
        true => say!(lang, "已过 {days}（{working}）", "{days} past ({working})"),
    }
}

pub(crate) fn progress(task: &TaskLine<'_>, lang: Language) -> String {
    let counted = !task.metrics.is_empty() || !task.checkpoints.is_empty() || task.finished_on.is_some();
    let estimated = (task.percent.is_some() && !counted && task.progress.is_some())
        .then(|| lang.pick("单位自报", "by the unit's own estimate").to_owned());
    let pace = task.expected.map(Share::percent);
    let pace = pace.map(|expected| say!(lang, "序时进度 {expected}", "the pace calls for {expected}"));
    let known = task.progress.map_or_else(|| lang.pick("未知", "unknown").to_owned(), Share::percent);
    let beside: Vec<String> = estimated.into_iter().chain(pace).collect();
    match beside.is_empty() {
        true => known,
        false => {
            let beside = beside.join(lang.pick("；", "; "));
            say!(lang, "{known}（{beside}）", "{known} ({beside})")
        }
    }
}

/// `每月25日前；11月报告应于 2020-11-25 报送，尚未报送`; nothing where the task has no rhythm of its own.
pub(crate) fn recurs(task: &TaskLine<'_>, lang: Language) -> String {
    let Some(duty) = task.recurs else { return String::new() };
    let said = marked(&duty.said(lang), task.assumes("recurs"));
    let Some(report) = task.next_report else { return said };
    let (name, due) = (duty.every.name(report.period, lang), due_day(lang, (report.due, report.due_meant), false));
    match report.reported_on {
        Some(day) => say!(lang, "{said}；{name}报告已于 {day} 报送", "{said}; the report for {name} came on {day}"),
        None => say!(
            lang,
            "{said}；{name}报告期限 {due}，尚未报送",
            "{said}; the report for {name}, due {due}, has not come"
        ),
    }
}

fn metrics(task: &TaskLine<'_>, lang: Language, medium: Medium) -> Block {
    let columns = vec![
        Column::text(say!(lang, "指标", "Metric")),
        Column::short(fields::heading(lang, Place::Metric, "target")),
        Column::short(fields::heading(lang, Place::Entry, "values")),
        Column::number(fields::heading(lang, Place::Standing, "progress")),
        Column::short(fields::heading(lang, Place::Standing, "reported_on")),
        Column::text(fields::heading(lang, Place::Metric, "says")),
    ];
    let rows: Vec<Vec<Cell>> = task
        .metrics
        .iter()
        .map(|metric| {
            vec![
                Cell::plain(metric.name),
                Cell::plain(target_in_full(metric, lang)),
                Cell::plain(value(metric)),
                Cell::plain(percent(metric.progress)),
                Cell::plain(metric.reported_on.map_or_else(|| UNKNOWN.to_owned(), |day| day.to_string())),
                Cell::plain(metric.says.unwrap_or("")),
            ]
        })
        .collect();
    match medium {
        Medium::Paper => Block::Table(Table { columns, rows }),
        Medium::Chat => Block::Items(
            task.metrics
                .iter()
                .map(|metric| {
                    let (name, target, value) = (metric.name, target_in_full(metric, lang), value(metric));
                    Line::plain(say!(
                        lang,
                        "{name}：目标 {target}，当前 {value}",
                        "{name}: target {target}, now {value}"
                    ))
                })
                .collect(),
        ),
    }
}

/// `92户（基数 10户*；权重 2）`: what it is measured from and how much it counts, where that is not as usual.
pub(crate) fn target_in_full(metric: &MetricLine<'_>, lang: Language) -> String {
    let assumes = |part: MetricPart| metric.assumed_parts.contains(&part.key());
    let said = |part: MetricPart, text: String| {
        let (name, text) = (fields::name(lang, Place::Metric, part.key()), marked(&text, assumes(part)));
        format!("{name} {text}")
    };
    let baseline = metric.baseline.as_ref().map(|from| format!("{from}{}", metric.unit));
    let usual = metric.baseline.as_ref().is_none_or(|from| from.to_string() == "0")
        || metric.grades.as_ref().is_some_and(|grades| {
            metric.baseline.as_ref().is_some_and(|from| grades.first().is_some_and(|first| *first == from.to_string()))
        });
    let baseline = baseline.filter(|_| !usual || assumes(MetricPart::Baseline));
    let weighs = metric.weight != Weight::default() || assumes(MetricPart::Weight);
    let beside = [
        baseline.map(|from| said(MetricPart::Baseline, from)),
        weighs.then(|| said(MetricPart::Weight, metric.weight.to_string())),
    ];
    let beside: Vec<String> = beside.into_iter().flatten().collect();
    let target = marked(&target(metric, lang), metric.assumed);
    match beside.is_empty() {
        true => target,
        false => {
            let beside = beside.join(lang.pick("；", "; "));
            say!(lang, "{target}（{beside}）", "{target} ({beside})")
        }
    }
}

fn checkpoints(task: &TaskLine<'_>, lang: Language, medium: Medium) -> Block {
    let assumed = task.assumes("checkpoints");
    let steps = task.checkpoints.iter();
    match medium {
        Medium::Paper => Block::Table(Table {
            columns: vec![
                Column::short(fields::heading(lang, Place::Checkpoint, "due")),
                Column::short(fields::heading(lang, Place::Standing, "reached_on")),
                Column::text(say!(lang, "节点", "Checkpoint")),
            ],
            rows: steps
                .map(|step| {
                    vec![
                        Cell::plain(due_day(lang, (step.due, step.due_meant), assumed)),
                        Cell::plain(reached(step, lang)),
                        Cell::plain(step.title),
                    ]
                })
                .collect(),
        }),
        Medium::Chat => Block::Items(
            steps
                .map(|step| {
                    let (title, due, reached) =
                        (step.title, due_day(lang, (step.due, step.due_meant), assumed), reached(step, lang));
                    Line::plain(say!(lang, "{title}：应于 {due} 完成，{reached}", "{title}: due {due}, {reached}"))
                })
                .collect(),
        ),
    }
}

/// `2020-11-17（晚 4 天）`.
pub(crate) fn reached(step: &CheckpointLine<'_>, lang: Language) -> String {
    let Some(day) = step.reached_on else { return say!(lang, "尚未完成", "not reached") };
    let late = day.days_since(step.due_meant);
    let days = words::day_count(lang, late);
    match late > 0 {
        true => say!(lang, "{day}（晚 {days}）", "{day} ({days} late)"),
        false => say!(lang, "{day} 完成", "{day}"),
    }
}

fn alerts(task: &TaskLine<'_>, lang: Language) -> Block {
    if task.alerts.is_empty() {
        return Block::Paragraph(Line::plain(say!(lang, "无", "None")));
    }
    let line = |alert: &crate::report::task_line::TaskAlert| {
        let (tag, message) = (alert.code.word(lang), &alert.message);
        let severity = alert.severity.word(lang);
        let escalation =
            alert.escalation.map_or_else(String::new, |escalation| say!(lang, "，{}", ", {}", escalation.word(lang)));
        Line::plain(say!(
            lang,
            "【{tag}】{message}（{severity}{escalation}）",
            "[{tag}] {message} ({severity}{escalation})"
        ))
    };
    Block::Items(task.alerts.iter().map(line).collect())
}

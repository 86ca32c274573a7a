//! Pages, tables and editions for the public: drawn from what may be published, and from nothing else.

use std::collections::BTreeMap;

use super::common::{UNKNOWN, add_legend, as_of, due, in_letter, light_cell, light_name, marked, page};
use super::fields::remark_of;
use crate::assess::{Basis, Light};
use crate::paper::{Block, Cell, Column, Letter, Line, Page, Table};
use crate::plan::{Date, Head, Language, Period};
use crate::report::published::{Ending, Published, PublishedTask};
use crate::report::target::Target;
use crate::report::week::Span;
use crate::say;
use crate::words;

/// A page for the public as a letter.
pub fn public_letter(page: Page, report: &Published<'_>, lang: Language) -> Letter {
    in_letter(page, &report.header, lang)
}

/// Some tasks, one by one: what they are, who orders them in which words, by when, and what is to be reached.
pub fn public_tasks(report: &Published<'_>, lang: Language) -> Page {
    let mut page = page(&report.header, lang, &say!(lang, "任务公开", "tasks"));
    for task in &report.tasks {
        page.heading(task_name(task));
        page.add(Block::Fields(task_fields(report, task, lang)));
    }
    if report.tasks.is_empty() {
        page.say(say!(lang, "没有符合条件的任务。", "No such task."));
    }
    add_legend(&mut page, lang);
    page
}

pub(super) fn task_name(task: &PublishedTask<'_>) -> String {
    format!("{} {}", task.id, task.title)
}

fn task_fields(report: &Published<'_>, task: &PublishedTask<'_>, lang: Language) -> Vec<(String, Line)> {
    let mut fields = vec![(say!(lang, "板块", "Section"), task.section_title.to_owned())];
    fields.push((say!(lang, "原文", "Document"), task.source.unwrap_or(UNKNOWN).to_owned()));
    if !task.metrics.is_empty() {
        let targets = task.metrics.iter().map(|metric| target(metric, lang)).collect::<Vec<_>>();
        fields.push((say!(lang, "指标", "Target"), targets.join(lang.pick("；", "; "))));
    }
    fields.push((say!(lang, "完成时限", "Deadline"), ending_word(task.ending(), lang)));
    fields.extend(task.fields.said().map(|(own, value)| (own.name().to_owned(), own.shown(value))));
    if let Some(light) = task.light {
        fields.push((say!(lang, "亮灯", "Light"), light_name(report.head, lang, light)));
    }
    fields.into_iter().map(|(name, text)| (name, Line::plain(text))).collect()
}

/// A day, or in words what ends a task.
pub(super) fn ending_word(ending: Ending, lang: Language) -> String {
    match ending {
        Ending::On(day) => day.to_string(),
        Ending::WithThePeriod => say!(lang, "计划期末", "end of the period"),
        Ending::Never => due(lang, None, Basis::None),
    }
}

pub(super) fn target(metric: &Target<'_>, lang: Language) -> String {
    format!("{} {}", metric.name, marked(&metric.asked(lang), metric.assumed))
}

/// A week: how many tasks have which light, where lights are published, and what is due in the days ahead.
pub fn public_week(report: &Published<'_>, span: Period, ahead: Period, lang: Language) -> Page {
    let mut page = page(&report.header, lang, report_name(Span::of(span), lang));
    let (from, to, day) = (span.start, span.end, as_of(lang, report.header.as_of));
    page.say(say!(lang, "{from} 至 {to}，{day}", "{from} to {to}. {day}"));
    page.say(introduction(report, lang));
    page.heading(say!(lang, "一、总体情况", "1. Overall"));
    if let Some(totals) = &report.totals {
        let columns = vec![Column::short(say!(lang, "亮灯", "Light")), Column::number(say!(lang, "任务数", "Tasks"))];
        let row = |light: Light| {
            vec![light_cell(report.head, lang, Some(light)), Cell::plain(totals.count(light).to_string())]
        };
        page.add(Block::Table(Table { columns, rows: Light::ALL.into_iter().map(row).collect() }));
    }
    page.say(counted(report, lang));
    page.heading(say!(lang, "二、近期到期任务", "2. Due next"));
    let mut due: BTreeMap<Date, Vec<&PublishedTask<'_>>> = BTreeMap::new();
    for task in &report.tasks {
        if let Ending::On(day) = task.ending() {
            due.entry(day).or_default().push(task);
        }
    }
    due.retain(|day, _| ahead.contains(*day));
    let (start, end) = (ahead.start, ahead.end);
    if due.is_empty() {
        page.say(say!(lang, "{start} 至 {end} 没有到期的任务。", "Nothing is due from {start} to {end}."));
    }
    for (day, tasks) in &due {
        let count = tasks.len();
        page.say(say!(lang, "{day} 到期的任务 {count} 项：", "Due on {day}: {count}"));
        page.add(Block::Items(tasks.iter().map(|task| Line::plain(task_name(task))).collect()));
    }
    add_legend(&mut page, lang);
    page
}

/// What a report about such days is called.
fn report_name(span: Span, lang: Language) -> &'static str {
    match span {
        Span::Week => lang.pick("落实情况周报", "weekly report"),
        Span::Month => lang.pick("落实情况月报", "monthly report"),
        Span::Quarter => lang.pick("落实情况季报", "quarterly report"),
        Span::Days => lang.pick("落实情况报告", "report"),
    }
}

/// What the plan is, and what of it stands here.
pub(super) fn introduction(report: &Published<'_>, lang: Language) -> String {
    let plan = &report.header.plan;
    let (title, issuer, issued, period) = (plan.title, plan.issuer, plan.issued, plan.period);
    let (start, end) = (period.start, period.end);
    say!(
        lang,
        "《{title}》由{issuer}于 {issued} 印发，计划期为 {start} 至 {end}。以下所列任务出自其中，只载事项、目标和时限；各项的编号不变，可据以查询。",
        "{title} was issued by {issuer} on {issued}, for {start} to {end}. The tasks below are taken from it: what is to be done, what is to be reached, and by when. Each keeps its number, by which it can be asked about."
    )
}

/// `截至 2020-11-24（星期二），共 195 项任务：…。`
pub(super) fn so_many(report: &Published<'_>, lang: Language) -> String {
    let (day, counted) = (as_of(lang, report.header.as_of), counted(report, lang));
    say!(lang, "{day}，{counted}", "{day}, {counted}")
}

/// `共 195 项任务：写明日期的 3 项，计划期末前完成的 29 项，持续推进的 163 项。`
fn counted(report: &Published<'_>, lang: Language) -> String {
    let (tasks, (set, within, ongoing)) = (report.tasks.len(), report.endings());
    let kinds = [
        (set, say!(lang, "写明日期的 {set} 项", "{set} by a day that is set")),
        (within, say!(lang, "计划期末前完成的 {within} 项", "{within} by the end of the period")),
        (ongoing, say!(lang, "持续推进的 {ongoing} 项", "{ongoing} ongoing")),
    ];
    let kinds: Vec<String> = kinds.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    let kinds = kinds.join(lang.pick("，", ", "));
    if kinds.is_empty() {
        return say!(lang, "没有符合条件的任务。", "No such task.");
    }
    say!(lang, "共 {tasks} 项任务：{kinds}。", "{tasks} tasks: {kinds}.")
}

/// The tasks as a table to be taken away: each row says for itself whether it is fictional, and what is assumed.
pub fn published_ledger(report: &Published<'_>, lang: Language) -> Table {
    table(report, lang)
}

fn table(report: &Published<'_>, lang: Language) -> Table {
    let mut columns = vec![
        Column::short(say!(lang, "序号", "No.")),
        Column::text(say!(lang, "板块", "Section")),
        Column::text(say!(lang, "工作任务", "Task")),
        Column::text(say!(lang, "原文", "Source")),
        Column::text(say!(lang, "量化指标", "Metrics")),
        Column::text(say!(lang, "目标值", "Target")),
        Column::short(say!(lang, "完成时限", "Deadline")),
    ];
    if report.totals.is_some() {
        columns.push(Column::short(say!(lang, "亮灯", "Light")));
    }
    columns.extend(report.public_fields().map(|field| Column::short(field.heading(lang))));
    columns.push(Column::text(say!(lang, "备注", "Remark")));
    Table { columns, rows: report.tasks.iter().map(|task| row(report, task, lang)).collect() }
}

fn row(report: &Published<'_>, task: &PublishedTask<'_>, lang: Language) -> Vec<Cell> {
    let joined = |say: &dyn Fn(&Target<'_>) -> String| {
        task.metrics.iter().map(say).collect::<Vec<_>>().join(lang.pick("；", "; "))
    };
    let mut row = vec![
        Cell::plain(task.id),
        Cell::plain(task.section_title),
        Cell::plain(task.title),
        Cell::plain(task.source.unwrap_or("")),
        Cell::plain(joined(&|metric| metric.name.to_owned())),
        Cell::plain(joined(&|metric| metric.asked(lang))),
        Cell::plain(ending_word(task.ending(), lang)),
    ];
    if report.totals.is_some() {
        row.push(light_cell(report.head, lang, task.light));
    }
    row.extend(task.fields.0.iter().map(|(_, value)| Cell::plain(value.unwrap_or(""))));
    row.push(Cell::plain(published_remark(report.head, task, lang)));
    row
}

/// Whether the task is fictional, and what of its published fields is assumed.
pub(super) fn published_remark(head: &Head, task: &PublishedTask<'_>, lang: Language) -> String {
    let targets = task.metrics.iter().filter(|metric| metric.assumed);
    let targets = targets.map(|metric| words::field_name(lang, &format!("metrics.{}", metric.name)));
    remark_of(head, String::new(), targets, lang)
}

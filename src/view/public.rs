//! Pages, tables and editions for the public: drawn from what may be published, and from nothing else.

use super::common::{UNKNOWN, add_legend, as_of, due, in_letter, light_cell, light_name, marked, page};
use super::fields::remark_of;
use super::totals::lights_line;
use crate::assess::{Basis, Light};
use crate::paper::{Block, Cell, Column, Letter, Line, Page, Table};
use crate::plan::{Head, Language, Period};
use crate::report::published::{Published, PublishedTask};
use crate::report::target::Target;
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

fn task_name(task: &PublishedTask<'_>) -> String {
    format!("{} {}", task.id, task.title)
}

fn task_fields(report: &Published<'_>, task: &PublishedTask<'_>, lang: Language) -> Vec<(String, Line)> {
    let mut fields = vec![(say!(lang, "板块", "Section"), task.section_title.to_owned())];
    fields.push((say!(lang, "原文", "Document"), task.source.unwrap_or(UNKNOWN).to_owned()));
    if !task.metrics.is_empty() {
        let targets = task.metrics.iter().map(|metric| target(metric, lang)).collect::<Vec<_>>();
        fields.push((say!(lang, "指标", "Target"), targets.join(lang.pick("；", "; "))));
    }
    fields.push((say!(lang, "完成时限", "Deadline"), deadline(task, lang)));
    fields.extend(task.fields.said().map(|(own, value)| (own.name().to_owned(), own.shown(value))));
    if let Some(light) = task.light {
        fields.push((say!(lang, "亮灯", "Light"), light_name(report.head, lang, light)));
    }
    fields.into_iter().map(|(name, text)| (name, Line::plain(text))).collect()
}

fn deadline(task: &PublishedTask<'_>, lang: Language) -> String {
    due(lang, task.deadline, task.deadline_basis)
}

fn target(metric: &Target<'_>, lang: Language) -> String {
    format!("{} {}", metric.name, marked(&metric.asked(lang), metric.assumed))
}

/// A week: how many tasks have which light, where lights are published, and what is due in the days ahead.
pub fn public_week(report: &Published<'_>, span: Period, ahead: Period, lang: Language) -> Page {
    let mut page = page(&report.header, lang, &say!(lang, "落实情况周报", "weekly report"));
    let (from, to, day) = (span.start, span.end, as_of(lang, report.header.as_of));
    page.say(say!(lang, "{from} 至 {to}，{day}", "{from} to {to}. {day}"));
    page.heading(say!(lang, "一、总体情况", "1. Overall"));
    let tasks = report.tasks.len();
    if let Some(totals) = &report.totals {
        let columns = vec![Column::short(say!(lang, "亮灯", "Light")), Column::number(say!(lang, "任务数", "Tasks"))];
        let row = |light: Light| {
            vec![light_cell(report.head, lang, Some(light)), Cell::plain(totals.count(light).to_string())]
        };
        page.add(Block::Table(Table { columns, rows: Light::ALL.into_iter().map(row).collect() }));
    }
    page.say(say!(lang, "共 {tasks} 项任务。", "Tasks: {tasks}."));
    page.heading(say!(lang, "二、近期到期任务", "2. Due next"));
    let mut due: Vec<&PublishedTask<'_>> = report
        .tasks
        .iter()
        .filter(|task| task.has_finish && task.deadline.is_some_and(|day| ahead.contains(day)))
        .collect();
    due.sort_by_key(|task| task.deadline);
    let (start, end) = (ahead.start, ahead.end);
    if due.is_empty() {
        page.say(say!(lang, "{start} 至 {end} 没有到期的任务。", "Nothing is due from {start} to {end}."));
    } else {
        let count = due.len();
        page.say(say!(lang, "{start} 至 {end} 到期的任务 {count} 项：", "Due from {start} to {end}: {count}"));
        let line = |task: &&PublishedTask<'_>| {
            let (name, deadline) = (task_name(task), deadline(task, lang));
            Line::plain(say!(lang, "{name}（{deadline}）", "{name} ({deadline})"))
        };
        page.add(Block::Items(due.iter().map(line).collect()));
    }
    add_legend(&mut page, lang);
    page
}

/// Lays out a page for the public.
pub fn published(report: &Published<'_>, lang: Language) -> Page {
    let mut page = page(&report.header, lang, &say!(lang, "任务分解表（公开版）", "tasks (public edition)"));
    let (day, issued) = (as_of(lang, report.header.as_of), report.header.plan.issued);
    page.say(say!(lang, "{day}  {issued} 印发", "{day}  issued {issued}"));
    if let Some(totals) = &report.totals {
        page.say(lights_line(report.head, totals, lang));
    }
    page.add(Block::Table(table(report, Marks::InTheCells, lang)));
    add_legend(&mut page, lang);
    page
}

/// The tasks as a table to be taken away: each row says for itself whether it is fictional, and what is assumed.
pub fn published_ledger(report: &Published<'_>, lang: Language) -> Table {
    table(report, Marks::InTheRemark, lang)
}

/// Where it is said what is assumed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    /// Where nobody reckons with the cells.
    InTheCells,
    /// Where somebody may.
    InTheRemark,
}

fn table(report: &Published<'_>, marks: Marks, lang: Language) -> Table {
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
    Table { columns, rows: report.tasks.iter().map(|task| row(report, task, marks, lang)).collect() }
}

fn row(report: &Published<'_>, task: &PublishedTask<'_>, marks: Marks, lang: Language) -> Vec<Cell> {
    let joined = |say: &dyn Fn(&Target<'_>) -> String| {
        task.metrics.iter().map(say).collect::<Vec<_>>().join(lang.pick("；", "; "))
    };
    let mut row = vec![
        Cell::plain(task.id),
        Cell::plain(task.section_title),
        Cell::plain(task.title),
        Cell::plain(task.source.unwrap_or("")),
        Cell::plain(joined(&|metric| metric.name.to_owned())),
        Cell::plain(joined(&|metric| marked(&metric.asked(lang), metric.assumed && marks == Marks::InTheCells))),
        Cell::plain(match marks {
            Marks::InTheCells => deadline(task, lang),
            Marks::InTheRemark => task.deadline.map_or_else(|| deadline(task, lang), |day| day.to_string()),
        }),
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
    let deadline = (task.deadline_basis == Basis::Assumed).then(|| words::field_name(lang, "deadline"));
    let targets = task.metrics.iter().filter(|metric| metric.assumed);
    let targets = targets.map(|metric| words::field_name(lang, &format!("metrics.{}", metric.name)));
    remark_of(head, String::new(), deadline.into_iter().chain(targets), lang)
}

//! Editions for the public: drawn from what may be published, and from nothing else.

use super::common::{UNKNOWN, add_legend, as_of, in_letter, light_cell, light_name, marked, page};
use crate::assess::{Basis, Light};
use crate::lang;
use crate::paper::{Block, Cell, Column, Letter, Line, Page, Table};
use crate::plan::{Language, Period};
use crate::report::published::{Published, PublishedTask};
use crate::report::target::Target;
use crate::say;

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
        fields.push((say!(lang, "指标", "Target"), targets.join(lang::pick(lang, "；", "; "))));
    }
    fields.push((say!(lang, "完成时限", "Deadline"), deadline(task)));
    if let Some(light) = task.light {
        fields.push((say!(lang, "亮灯", "Light"), light_name(report.head, lang, light)));
    }
    fields.into_iter().map(|(name, text)| (name, Line::plain(text))).collect()
}

fn deadline(task: &PublishedTask<'_>) -> String {
    marked(&task.deadline.to_string(), task.deadline_basis == Basis::Assumed)
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
    let mut due: Vec<&PublishedTask<'_>> =
        report.tasks.iter().filter(|task| task.has_finish && ahead.contains(task.deadline)).collect();
    due.sort_by_key(|task| task.deadline);
    let (start, end) = (ahead.start, ahead.end);
    if due.is_empty() {
        page.say(say!(lang, "{start} 至 {end} 没有到期的任务。", "Nothing is due from {start} to {end}."));
    } else {
        let count = due.len();
        page.say(say!(lang, "{start} 至 {end} 到期的任务 {count} 项：", "Due from {start} to {end}: {count}"));
        let line = |task: &&PublishedTask<'_>| {
            let (name, deadline) = (task_name(task), deadline(task));
            Line::plain(say!(lang, "{name}（{deadline}）", "{name} ({deadline})"))
        };
        page.add(Block::Items(due.iter().map(line).collect()));
    }
    add_legend(&mut page, lang);
    page
}

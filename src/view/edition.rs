//! The plan for everybody: what it is, then its tasks by section, and in each by what ends them, so that nothing is said twice.

use super::common::{add_legend, light_cell, page};
use super::public::{introduction, so_many, target};
use super::totals::lights_line;
use crate::paper::{Block, Cell, Column, Line, Page, Table};
use crate::plan::Language;
use crate::report::published::{Ending, Published, PublishedTask};
use crate::say;

/// Lays out the edition for the public.
pub fn published(report: &Published<'_>, lang: Language) -> Page {
    let mut page = page(&report.header, lang, &say!(lang, "任务分解表（公开版）", "tasks (public edition)"));
    page.say(introduction(report, lang));
    page.say(so_many(report, lang));
    if let Some(totals) = &report.totals {
        page.say(lights_line(report.head, totals, lang));
    }
    let sections = report.sections.iter().map(|section| (section.id, section.title)).chain([("", "")]);
    for (id, title) in sections {
        let groups = report.by_ending(id);
        let count: usize = groups.values().map(Vec::len).sum();
        if count == 0 {
            continue;
        }
        let title = if title.is_empty() { lang.pick("其他", "Others") } else { title };
        page.heading(say!(lang, "{title}（{count} 项）", "{title} ({count})"));
        for (ending, tasks) in groups {
            let count = tasks.len();
            page.add(Block::Subheading(Line::plain(said(ending, count, lang))));
            page.add(Block::Table(table(report, &tasks, lang)));
        }
    }
    add_legend(&mut page, lang);
    page
}

/// `2020-11-30 前完成（1 项）`.
fn said(ending: Ending, count: usize, lang: Language) -> String {
    match ending {
        Ending::On(day) => say!(lang, "{day} 前完成（{count} 项）", "By {day} ({count})"),
        Ending::WithThePeriod => say!(lang, "计划期末前完成（{count} 项）", "By the end of the period ({count})"),
        Ending::Never => say!(lang, "持续推进（{count} 项）", "Ongoing ({count})"),
    }
}

/// Some tasks. A column in which nothing would stand is left out, and the document's words where they are the title's, or
/// those of the task above.
fn table(report: &Published<'_>, tasks: &[&PublishedTask<'_>], lang: Language) -> Table {
    let mut columns = vec![
        Column::short(say!(lang, "序号", "No.")),
        Column::text(say!(lang, "工作任务", "Task")),
        Column::text(say!(lang, "原文", "Source")),
        Column::text(say!(lang, "目标", "Target")),
    ];
    if report.totals.is_some() {
        columns.push(Column::short(say!(lang, "亮灯", "Light")));
    }
    columns.extend(report.public_fields().map(|field| Column::short(field.heading(lang))));
    let mut above = None;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for task in tasks {
        let source = task.source.filter(|source| *source != task.title && above != Some(*source));
        above = task.source;
        let targets: Vec<String> = task.metrics.iter().map(|metric| target(metric, lang)).collect();
        let mut row = vec![
            Cell::plain(task.id),
            Cell::plain(task.title),
            Cell::plain(source.unwrap_or("")),
            Cell::plain(targets.join(lang.pick("；", "; "))),
        ];
        if report.totals.is_some() {
            row.push(light_cell(report.head, lang, task.light));
        }
        row.extend(task.fields.0.iter().map(|(_, value)| Cell::plain(value.unwrap_or(""))));
        rows.push(row);
    }
    without_empty(columns, rows)
}

fn without_empty(columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
    let said: Vec<bool> = (0..columns.len())
        .map(|at| rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.text.is_empty())))
        .collect();
    let kept = |at: usize| said.get(at).copied().unwrap_or(false);
    let keep = |row: Vec<Cell>| row.into_iter().enumerate().filter(|(at, _)| kept(*at)).map(|(_, cell)| cell).collect();
    let columns = columns.into_iter().enumerate().filter(|(at, _)| kept(*at)).map(|(_, column)| column).collect();
    Table { columns, rows: rows.into_iter().map(keep).collect() }
}

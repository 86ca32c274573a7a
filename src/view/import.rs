//! What is taken out of somebody's file, before it is written.

use crate::paper::{Block, Cell, Column, Page, Table};
use crate::plan::Language;
use crate::report::import::{NewEntries, NewEntry, NewTasks, News};
use crate::say;
use crate::words;

/// Entries, one a row.
pub fn new_entries(report: &NewEntries, lang: Language) -> Page {
    let mut page = Page::default();
    if report.entries.is_empty() {
        return page;
    }
    let columns = vec![
        Column::short(say!(lang, "出处", "From")),
        Column::short(say!(lang, "编号", "ID")),
        Column::short(say!(lang, "日期", "Date")),
        Column::text(say!(lang, "工作任务", "Task")).dispensable(1),
        Column::text(say!(lang, "记入内容", "What is entered")),
    ];
    let row = |entry: &NewEntry| {
        let by = entry.by.iter().map(|by| say!(lang, "填报单位：{by}", "by: {by}"));
        let said: Vec<String> = by.chain(entry.says.iter().map(|news| one(news, lang))).collect();
        vec![
            Cell::plain(&entry.place),
            Cell::plain(&entry.task),
            Cell::plain(&entry.date),
            Cell::plain(&entry.title),
            Cell::plain(said.join(lang.pick("；", "; "))),
        ]
    };
    page.add(Block::Table(Table { columns, rows: report.entries.iter().map(row).collect() }));
    page
}

/// `集中居住户数：61 → 70`.
fn one(news: &News, lang: Language) -> String {
    let News { field, before, now } = news;
    match before {
        Some(before) => say!(lang, "{field}：{before} → {now}", "{field}: {before} → {now}"),
        None => say!(lang, "{field}：{now}", "{field}: {now}"),
    }
}

/// Tasks, one a row; above them what they need that the plan did not know.
pub fn new_tasks(report: &NewTasks, lang: Language) -> Page {
    let mut page = Page::default();
    if report.tasks.is_empty() {
        return page;
    }
    if !report.sections.is_empty() {
        let sections = words::list(lang, report.sections.iter().map(|(id, title)| format!("{id} {title}")));
        page.say(say!(lang, "新增板块：{sections}", "New sections: {sections}"));
    }
    if !report.units.is_empty() {
        let units = words::list(lang, &report.units);
        page.say(say!(lang, "新增单位：{units}", "New units: {units}"));
    }
    let columns = vec![
        Column::short(say!(lang, "出处", "From")),
        Column::short(say!(lang, "编号", "ID")),
        Column::text(say!(lang, "工作任务", "Task")),
        Column::text(say!(lang, "指标", "Metrics")),
        Column::text(say!(lang, "牵头单位", "Lead")),
        Column::short(say!(lang, "完成时限", "Deadline")),
    ];
    let rows = report.tasks.iter().map(|task| {
        vec![
            Cell::plain(&task.place),
            Cell::plain(&task.id),
            Cell::plain(&task.title),
            Cell::plain(task.metrics.join(lang.pick("；", "; "))),
            Cell::plain(task.lead.as_deref().unwrap_or("")),
            Cell::plain(task.deadline.as_deref().unwrap_or("")),
        ]
    });
    page.add(Block::Table(Table { columns, rows: rows.collect() }));
    page
}

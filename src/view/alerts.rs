//! The alerts page: what needs chasing, and whom, worst first.

use super::Medium;
use super::common::{add_end, as_of, bare_due, due, light_cell, page, unit};
use super::fields::unmarked;
use super::silence::add_silent;
use crate::paper::{Block, Cell, Column, Line, Page, Table};
use crate::plan::Language;
use crate::report::alerts::{AlertLine, Alerts};
use crate::say;
use crate::threads;
use crate::words;
use crate::words::Worded;
use crate::words::fields::{Place, heading};

/// Lays out alerts: a task's together, the worst first, and below them the units that were not heard of.
pub fn alerts(report: &Alerts<'_>, lang: Language, medium: Medium) -> Page {
    let mut page = page(&report.header, lang, &say!(lang, "预警", "alerts"));
    let (day, totals) = (as_of(lang, report.header.as_of), report.totals);
    let (critical, warning, info) = (totals.critical, totals.warning, totals.info);
    page.say(say!(
        lang,
        "{day}  严重 {critical} 条，警示 {warning} 条，提示 {info} 条",
        "{day}: {critical} critical, {warning} warnings, {info} for information"
    ));
    let tasks = report.by_task();
    if tasks.is_empty() && report.silent.is_empty() {
        page.say(say!(lang, "没有需要提醒的事项", "Nothing needs chasing"));
        add_end(&mut page, &report.header, lang);
        return page;
    }
    match medium {
        _ if tasks.is_empty() => {}
        Medium::Paper => page.add(Block::Table(by_task(report, &tasks, lang))),
        Medium::Chat => page.add(Block::Items(tasks.iter().map(|own| chat_line(own, lang)).collect())),
    }
    if report.more > 0 {
        let more = report.more;
        page.say(say!(lang, "另有 {more} 条，未列出", "{more} more are not listed"));
    }
    add_silent(&mut page, &report.silent, lang);
    if !report.silent.is_empty() && medium == Medium::Paper {
        let hint = "workplan alerts --code";
        page.say(say!(lang, "逐项列出：{hint} 未报送", "Task by task: {hint} unreported"));
    }
    add_end(&mut page, &report.header, lang);
    page
}

/// A row a task.
fn by_task(report: &Alerts<'_>, tasks: &[Vec<&AlertLine<'_>>], lang: Language) -> Table {
    let columns = vec![
        Column::short(say!(lang, "亮灯", "Light")),
        Column::short(say!(lang, "处置", "Action")).dispensable(2),
        Column::short(say!(lang, "编号", "ID")),
        Column::short(say!(lang, "完成时限", "Deadline")).dispensable(3),
        Column::short(say!(lang, "牵头单位", "Lead")),
        Column::text(say!(lang, "工作任务", "Task")),
        Column::text(say!(lang, "情况", "Why")),
    ];
    let rows = threads::in_order(tasks, |own| {
        let first = own.first()?;
        let action = own.iter().filter_map(|alert| alert.escalation).max();
        Some(vec![
            light_cell(report.head, lang, first.light),
            Cell::plain(action.map_or("", |escalation| escalation.word(lang))),
            Cell::plain(first.task),
            Cell::plain(due(lang, first.deadline, first.deadline_basis)),
            Cell::plain(unit(lang, first.lead, first.lead_short, first.lead_assumed)),
            Cell::plain(first.title),
            Cell::plain(joined(own, lang)),
        ])
    });
    Table { columns, rows: rows.into_iter().flatten().collect() }
}

/// What is wrong with a task, the worst first.
fn joined(own: &[&AlertLine<'_>], lang: Language) -> String {
    own.iter().map(|alert| alert.message.as_str()).collect::<Vec<_>>().join(&say!(lang, "；", "; "))
}

/// Alerts as data: full names, nothing marked, and what is assumed in a column of its own.
pub fn alerts_ledger(report: &Alerts<'_>, lang: Language) -> Table {
    let mut table = table(report, lang);
    table.columns.push(Column::text(heading(lang, Place::Task, "assumed")));
    table.columns.push(Column::text(say!(lang, "备注", "Remark")));
    for (row, alert) in table.rows.iter_mut().zip(&report.alerts) {
        let assumed = [("lead", alert.lead_assumed), ("deadline", alert.deadline_assumed)];
        let assumed = assumed.iter().filter(|(_, assumed)| *assumed).map(|(key, _)| words::field_name(lang, key));
        row.push(Cell::plain(words::list(lang, assumed)));
        row.push(Cell::plain(if report.header.plan.sample { words::sample_word(lang) } else { "" }));
    }
    table
}

/// The alerts in rows.
fn table(report: &Alerts<'_>, lang: Language) -> Table {
    let columns = vec![
        Column::short(say!(lang, "级别", "Severity")),
        Column::short(say!(lang, "处置", "Action")),
        Column::text(say!(lang, "预警", "Alert")),
        Column::short(say!(lang, "编号", "ID")),
        Column::short(say!(lang, "完成时限", "Deadline")),
        Column::short(say!(lang, "牵头单位", "Lead")),
        Column::text(say!(lang, "工作任务", "Task")),
        Column::text(say!(lang, "情况", "Why")),
    ];
    let rows = report.alerts.iter().map(|alert| {
        vec![
            Cell::plain(alert.severity.word(lang)),
            Cell::plain(alert.escalation.map_or("", |escalation| escalation.word(lang))),
            Cell::plain(alert.code.word(lang)),
            Cell::plain(alert.task),
            Cell::plain(bare_due(lang, alert.deadline)),
            Cell::plain(alert.lead.unwrap_or_default()),
            Cell::plain(alert.title),
            Cell::plain(unmarked(&alert.message, alert.title)),
        ]
    });
    Table { columns, rows: rows.collect() }
}

/// `规建办*【逾期·督办】42-07 确保第三届进博会安保工作万无一失：应于 … 完成`.
fn chat_line(own: &[&AlertLine<'_>], lang: Language) -> Line {
    let Some(alert) = own.first() else { return Line::default() };
    let unit = unit(lang, alert.lead, alert.lead_short, alert.lead_assumed);
    let mut tag = alert.code.word(lang).to_owned();
    if let Some(escalation) = alert.escalation {
        tag = say!(lang, "{tag}·{word}", "{tag}, {word}", word = escalation.word(lang));
    }
    let (task, title, why) = (alert.task, alert.title, joined(own, lang));
    Line::plain(say!(lang, "{unit}【{tag}】{task} {title}：{why}", "{unit} [{tag}] {task} {title}: {why}"))
}

//! The checklist page: how many rows are closed, and the rows.

use super::Medium;
use super::common::page;
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::Language;
use crate::report::checklist::ChecklistReport;
use crate::say;

/// Lays out a checklist: a table on paper, a line a row in a chat.
pub fn checklist(report: &ChecklistReport<'_>, lang: Language, medium: Medium) -> Page {
    let (id, title) = (report.task, report.title);
    let mut page = page(&report.header, lang, &say!(lang, "{id} {title} 清单", "{id} {title}: checklist"));
    let (total, closed, open, unit) = (report.total, report.closed, report.open, report.unit);
    page.say(say!(
        lang,
        "{}：共 {total}{unit}，已销项 {closed}{unit}，未销项 {open}{unit}",
        "{}: {total} {unit} in all, {closed} closed, {open} open",
        report.metric
    ));
    if report.rows.is_empty() {
        page.say(say!(lang, "没有符合条件的行", "no such rows"));
        return page;
    }
    match medium {
        Medium::Paper => page.add(Block::Table(table(report))),
        Medium::Chat => page.add(Block::Items(
            report
                .rows
                .iter()
                .map(|row| {
                    let mark = match row.closed_on {
                        Some(day) => say!(lang, "已销项 {day}", "closed {day}"),
                        None => say!(lang, "未销项", "open"),
                    };
                    Line::plain(format!("{} {mark}", row.item))
                })
                .collect(),
        )),
    }
    page
}

/// The rows as the list has them.
pub fn checklist_ledger(report: &ChecklistReport<'_>) -> Table {
    table(report)
}

fn table(report: &ChecklistReport<'_>) -> Table {
    let columns = report.columns.iter().enumerate().map(|(at, header)| Column {
        dispensable: u8::try_from(at.saturating_sub(2)).unwrap_or(u8::MAX),
        ..Column::short(header)
    });
    let rows = report.rows.iter().map(|row| {
        let tone = if row.closed_on.is_some() { Tone::Plain } else { Tone::Yellow };
        row.cells.iter().map(|text| Cell::toned(text, tone)).collect()
    });
    Table { columns: columns.collect(), rows: rows.collect() }
}

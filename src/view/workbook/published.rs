//! The sheet 任务分解表 as the public may see it, and the same as a table for the other formats.

use super::super::common::{light_name, light_tone};
use super::super::public::published_remark;
use super::frame::{due_cell, frame, light_legend, published_line};
use super::ledger::own_cell;
use super::metrics;
use super::names::SheetNames;
use crate::paper::book::{Body, Cell, Column, List, Sheet, Value};
use crate::plan::Language;
use crate::report::published::{Published, PublishedTask};
use crate::say;
use crate::words::visible;

/// What the public may see of each task.
pub(super) fn sheet(report: &Published<'_>, names: &mut SheetNames, lang: Language) -> Sheet {
    let body = Body::List(List {
        columns: columns(report, lang),
        fixed: 3,
        rows: report.tasks.iter().map(|task| row(report, task, lang)).collect(),
        nothing: lang.pick("没有符合条件的任务", "No such tasks").to_owned(),
        choice: None,
    });
    let mut lines = vec![published_line(&report.header, report.tasks.len(), lang)];
    if report.totals.is_some() {
        lines.push(light_legend(report.head, lang));
    }
    let about = lang.pick("任务分解表（公开版）", "tasks (public edition)");
    Sheet {
        name: names.name(lang.pick("任务分解表", "Tasks")),
        frame: frame(&report.header, about, lines, &body, lang),
        body,
    }
}

fn columns(report: &Published<'_>, lang: Language) -> Vec<Column> {
    let mut columns = vec![
        Column::short(say!(lang, "序号", "No."), 70),
        Column::prose(say!(lang, "板块", "Section"), 190),
        Column::prose(say!(lang, "工作任务", "Task"), 290),
        Column::prose(say!(lang, "原文", "Source"), 360),
        Column::prose(say!(lang, "量化指标", "Metrics"), 160),
        Column::short(say!(lang, "目标值", "Target"), 110),
        Column::short(say!(lang, "完成时限", "Deadline"), 100),
    ];
    if report.totals.is_some() {
        columns.push(Column::short(say!(lang, "亮灯", "Light"), 70));
    }
    columns.extend(report.public_fields().map(|field| Column::short(field.heading(lang), 100)));
    columns.push(Column::prose(say!(lang, "备注", "Remark"), 170));
    columns
}

fn row(report: &Published<'_>, task: &PublishedTask<'_>, lang: Language) -> Vec<Cell> {
    let mut row = vec![
        Cell::of(Value::Id(visible(task.id).into_owned())),
        Cell::text(visible(task.section_title)),
        Cell::text(visible(task.title)),
        Cell::text(visible(task.source.unwrap_or(""))),
        metrics::names(task.metrics.iter().map(|metric| metric.name)),
        metrics::published_targets(&task.metrics, lang),
        due_cell(task.deadline, task.deadline_basis, lang),
    ];
    if report.totals.is_some() {
        let word = task.light.map_or_else(String::new, |light| light_name(report.head, lang, light));
        row.push(Cell::text(visible(&word)).toned(light_tone(report.head, task.light)));
    }
    row.extend(task.fields.0.iter().map(|(field, value)| own_cell(field, *value)));
    row.push(Cell::text(visible(&published_remark(report.head, task, lang))));
    row
}

//! What the public may see of a plan, as a page and as a table.

use super::common::{add_legend, as_of, light_cell, marked, page};
use super::fields::remark_of;
use super::totals::lights_line;
use crate::assess::Basis;
use crate::lang;
use crate::paper::{Block, Cell, Column, Page, Table};
use crate::plan::{Head, Language};
use crate::report::published::{Published, PublishedTask};
use crate::report::target::Target;
use crate::say;

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
    columns.push(Column::text(say!(lang, "备注", "Remark")));
    Table { columns, rows: report.tasks.iter().map(|task| row(report, task, marks, lang)).collect() }
}

fn row(report: &Published<'_>, task: &PublishedTask<'_>, marks: Marks, lang: Language) -> Vec<Cell> {
    let joined = |say: &dyn Fn(&Target<'_>) -> String| {
        task.metrics.iter().map(say).collect::<Vec<_>>().join(lang::pick(lang, "；", "; "))
    };
    let mut row = vec![
        Cell::plain(task.id),
        Cell::plain(task.section_title),
        Cell::plain(task.title),
        Cell::plain(task.source.unwrap_or("")),
        Cell::plain(joined(&|metric| metric.name.to_owned())),
        Cell::plain(joined(&|metric| marked(&metric.asked(lang), metric.assumed && marks == Marks::InTheCells))),
        Cell::plain(marked(
            &task.deadline.to_string(),
            task.deadline_basis == Basis::Assumed && marks == Marks::InTheCells,
        )),
    ];
    if report.totals.is_some() {
        row.push(light_cell(report.head, lang, task.light));
    }
    row.push(Cell::plain(published_remark(report.head, task, lang)));
    row
}

/// Whether the task is fictional, and what of its published fields is assumed.
pub(super) fn published_remark(head: &Head, task: &PublishedTask<'_>, lang: Language) -> String {
    let deadline = (task.deadline_basis == Basis::Assumed).then(|| lang::field_name(lang, "deadline"));
    let targets = task.metrics.iter().filter(|metric| metric.assumed);
    let targets = targets.map(|metric| lang::field_name(lang, &format!("metrics.{}", metric.name)));
    remark_of(head, String::new(), deadline.into_iter().chain(targets), lang)
}

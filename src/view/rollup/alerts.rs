//! The alerts of many plans, each with its plan.

use crate::assess::AlertCode;
use crate::paper::{Block, Cell, Column, Line, Page, Table};
use crate::plan::{Language, LightStyles};
use crate::report::rollup::{Rolled, RolledAlert, RolledPlan, Rollup};
use crate::say;
use crate::view::Medium;
use crate::view::common::{due, tone_in, unit, word_in};
use crate::words::Worded;
use crate::words::fields::{Place, heading};

use super::frame::{add_end, add_partial, begun, capital};

/// Lays out the alerts of many plans, the worst first.
pub fn rollup_alerts(report: &Rollup, lang: Language, medium: Medium) -> Page {
    let mut page = begun(report, &say!(lang, "预警", "alerts"), lang);
    let (critical, warning, info) = (report.alerts.critical, report.alerts.warning, report.alerts.info);
    page.say(say!(
        lang,
        "严重 {critical} 条，警示 {warning} 条，提示 {info} 条",
        "{critical} critical, {warning} warnings, {info} for information"
    ));
    if report.worst.is_empty() {
        page.say(say!(lang, "没有需要提醒的事项", "Nothing needs chasing"));
    } else {
        add_alerts(&mut page, report, lang, medium);
    }
    let listed = listed(report);
    let silent = report.worst.len() - listed.len();
    let more = (critical + warning + info).saturating_sub(report.worst.len());
    if more > 0 {
        page.say(say!(lang, "另有 {more} 条，未列出", "{more} more are not listed"));
    }
    if silent > 0 {
        page.say(say!(
            lang,
            "另有未报送 {silent} 条；逐条列出加 --code 未报送",
            "{silent} more for tasks that were not reported on: --code unreported lists them"
        ));
    }
    add_end(&mut page, report, lang);
    page
}

/// The alerts as data: a row an alert.
pub fn rollup_alerts_ledger(report: &Rollup, lang: Language) -> Table {
    let columns = [
        say!(lang, "目录", "Folder"),
        capital(Place::Plan.name(lang)),
        say!(lang, "级别", "Severity"),
        say!(lang, "处置", "Action"),
        say!(lang, "预警", "Alert"),
        heading(lang, Place::Task, "id"),
        heading(lang, Place::Task, "deadline"),
        heading(lang, Place::Task, "lead"),
        heading(lang, Place::Task, "title"),
        say!(lang, "情况", "Why"),
    ];
    let rows = report.worst.iter().map(|of| {
        let alert = &of.of;
        let cells = [
            of.path.as_str(),
            row_of(report, of).map_or("", |row| &row.name),
            alert.severity.word(lang),
            alert.escalation.map_or("", |action| action.word(lang)),
            alert.code.word(lang),
            alert.task,
            &alert.deadline.map(|day| day.to_string()).unwrap_or_default(),
            alert.lead.unwrap_or_default(),
            alert.title,
            &alert.message,
        ];
        cells.map(Cell::plain).to_vec()
    });
    let mut table = Table { columns: columns.into_iter().map(Column::text).collect(), rows: rows.collect() };
    add_partial(&mut table, report, lang);
    table
}

/// The alerts that a person is shown: that nothing was heard of a task is told by a count, unless nothing else is told.
pub(super) fn listed(report: &Rollup) -> Vec<&RolledAlert> {
    let is_silence = |of: &RolledAlert| of.of.code == AlertCode::UNREPORTED;
    let only = report.worst.iter().all(is_silence);
    report.worst.iter().filter(|of| only || !is_silence(of)).collect()
}

pub(super) fn row_of<'r, T>(report: &'r Rollup, of: &Rolled<T>) -> Option<&'r RolledPlan> {
    report.plans.get(of.row)
}

/// Adds the alerts that are listed.
pub(super) fn add_alerts(page: &mut Page, report: &Rollup, lang: Language, medium: Medium) {
    match medium {
        Medium::Paper => page.add(Block::Table(alerts_table(report, lang))),
        Medium::Chat => {
            page.add(Block::Items(listed(report).into_iter().map(|of| chat_alert(report, of, lang)).collect()))
        }
    }
}

pub(super) fn alerts_table(report: &Rollup, lang: Language) -> Table {
    let columns = vec![
        Column::short(heading(lang, Place::Standing, "light")).dispensable(1),
        Column::text(capital(Place::Plan.name(lang))),
        Column::short(heading(lang, Place::Task, "id")),
        Column::short(heading(lang, Place::Task, "deadline")).dispensable(5),
        Column::short(heading(lang, Place::Task, "lead")).dispensable(4),
        Column::text(heading(lang, Place::Task, "title")),
        Column::text(say!(lang, "情况", "Why")),
    ];
    let default = LightStyles::default();
    let rows = listed(report).into_iter().map(|of| {
        let (row, alert) = (row_of(report, of), &of.of);
        let styles = row.map_or(&default, |row| &row.lights);
        vec![
            Cell::toned(word_in(styles, lang, alert.light), tone_in(styles, alert.light)),
            Cell::plain(row.map_or("", |row| &row.name)),
            Cell::plain(alert.task),
            Cell::plain(due(lang, alert.deadline, alert.deadline_basis)),
            Cell::plain(unit(lang, alert.lead, alert.lead_short, alert.lead_assumed)),
            Cell::plain(alert.title),
            Cell::plain(&alert.message),
        ]
    });
    Table { columns, rows: rows.collect() }
}

/// `金泽镇人民政府·规建办*【逾期】42-07 确保……：应于 … 完成`.
fn chat_alert(report: &Rollup, of: &RolledAlert, lang: Language) -> Line {
    let alert = &of.of;
    let plan = row_of(report, of).map_or("", |row| &row.name);
    let unit = unit(lang, alert.lead, alert.lead_short, alert.lead_assumed);
    let (tag, task, title, why) = (alert.code.word(lang), alert.task, alert.title, &alert.message);
    Line::plain(say!(
        lang,
        "{plan}·{unit}【{tag}】{task} {title}：{why}",
        "{plan}, {unit} [{tag}] {task} {title}: {why}"
    ))
}

//! The sheet 预警: what needs chasing, and whom, worst first.

use super::super::common::{as_of, light_name, light_tone};
use super::frame::{due_cell, frame};
use super::names::SheetNames;
use crate::assess::{AlertCode, Light, Severity, State};
use crate::paper::book::{Body, Cell, Column, List, Sheet, Value};
use crate::paper::{Line, Tone};
use crate::plan::Language;
use crate::report::alerts::{AlertLine, Alerts};
use crate::report::silence::SilentUnit;
use crate::say;
use crate::words::{Worded, visible};

/// Every alert.
pub(super) fn sheet(report: &Alerts<'_>, names: &mut SheetNames, lang: Language) -> Sheet {
    let body = Body::List(List {
        columns: columns(lang),
        fixed: 0,
        rows: rows(report, lang),
        nothing: lang.pick("没有需要提醒的事项", "Nothing needs chasing").to_owned(),
        bands: Vec::new(),
    });
    Sheet {
        name: names.name(lang.pick("预警", "Alerts")),
        frame: frame(&report.header, lang.pick("预警清单", "alerts"), vec![counted(report, lang)], &body, lang),
        body,
    }
}

fn counted(report: &Alerts<'_>, lang: Language) -> Line {
    let (day, totals) = (as_of(lang, report.header.as_of), report.totals);
    let (critical, warning, info) = (totals.critical, totals.warning, totals.info);
    Line::plain(say!(
        lang,
        "{day}  严重 {critical} 条，警示 {warning} 条，提示 {info} 条",
        "{day}  {critical} critical, {warning} warnings, {info} for information"
    ))
}

fn columns(lang: Language) -> Vec<Column> {
    vec![
        Column::short(say!(lang, "级别", "Severity"), 70),
        Column::short(say!(lang, "处置", "Action"), 78),
        Column::short(say!(lang, "预警", "Alert"), 110),
        Column::short(say!(lang, "亮灯", "Light"), 64),
        Column::short(say!(lang, "编号", "ID"), 76),
        Column::prose(say!(lang, "工作任务", "Task"), 330),
        Column::prose(say!(lang, "情况", "Why"), 470),
        Column::prose(say!(lang, "牵头单位", "Lead"), 200),
        Column::short(say!(lang, "完成时限", "Deadline"), 112),
        Column::short(say!(lang, "剩余工作日", "Working days left"), 84),
    ]
}

/// A row a task, its alerts joined, worst first; behind them the units that were not heard of.
fn rows(report: &Alerts<'_>, lang: Language) -> Vec<Vec<Cell>> {
    let tasks = report.by_task();
    let tasks = tasks.iter().map(|alerts| row(report, alerts, lang));
    tasks.chain(report.silent.iter().map(|unit| silent_row(unit, lang))).collect()
}

fn row(report: &Alerts<'_>, alerts: &[&AlertLine<'_>], lang: Language) -> Vec<Cell> {
    let Some(worst) = alerts.first() else { return Vec::new() };
    let mut row = verdict(report, worst, alerts, lang);
    let days = worst.working_days_left.map(|days| days as f64);
    let messages: Vec<_> = alerts.iter().map(|alert| visible(&alert.message)).collect();
    row.extend([
        Cell::of(Value::Id(visible(worst.task).into_owned())),
        Cell::text(visible(worst.title)),
        Cell::text(messages.join("\n")),
        Cell::text(visible(worst.lead.unwrap_or(""))).marked(worst.lead_assumed),
        due_cell(worst.deadline, worst.deadline_basis, lang),
        Cell::of(Value::Number { number: days, before: String::new(), after: String::new() }),
    ]);
    row
}

/// `12 项任务上期未报送，其中 10 项从未报送`.
fn silent_row(unit: &SilentUnit<'_>, lang: Language) -> Vec<Cell> {
    let (tasks, never) = (unit.tasks, unit.never);
    let what = match never {
        0 => say!(lang, "{tasks} 项任务上期未报送", "{tasks} tasks not reported on in the last period"),
        _ if never == tasks => say!(lang, "{tasks} 项任务从未报送", "{tasks} tasks never reported on"),
        _ => say!(
            lang,
            "{tasks} 项任务上期未报送，其中 {never} 项从未报送",
            "{tasks} tasks not reported on in the last period, {never} of them never"
        ),
    };
    let last = unit.last_report.map_or_else(
        || say!(lang, "该单位至今没有报送", "Nothing was ever heard of the unit"),
        |day| say!(lang, "该单位最近一次报送为 {day}", "The unit was last heard of on {day}"),
    );
    vec![
        Cell::text(Severity::Info.word(lang)),
        Cell::text(unit.escalation.word(lang)),
        Cell::text(AlertCode::UNREPORTED.word(lang)),
        Cell::default(),
        Cell::default(),
        Cell::text(what),
        Cell::text(last),
        Cell::text(visible(unit.lead.unwrap_or(""))).marked(unit.lead_assumed),
        Cell::default(),
        Cell::default(),
    ]
}

/// How bad it is, what to do, for which reasons, and the light: of alerts about one thing, the worst first.
fn verdict(report: &Alerts<'_>, worst: &AlertLine<'_>, alerts: &[&AlertLine<'_>], lang: Language) -> Vec<Cell> {
    let tone = match worst.severity {
        Severity::Critical => light_tone(report.head, Some(Light::Red)),
        Severity::Warning => light_tone(report.head, Some(Light::Yellow)),
        Severity::Info => Tone::Plain,
    };
    let cancelled = || State::Cancelled.word(lang).to_owned();
    let light = worst.light.map_or_else(cancelled, |light| light_name(report.head, lang, light));
    let loudest = alerts.iter().filter_map(|alert| alert.escalation).max();
    let mut codes: Vec<&str> = alerts.iter().map(|alert| alert.code.word(lang)).collect();
    codes.dedup();
    vec![
        Cell::text(worst.severity.word(lang)).toned(tone),
        Cell::text(loudest.map_or("", |escalation| escalation.word(lang))),
        Cell::text(codes.join("\n")),
        Cell::text(visible(&light)).toned(light_tone(report.head, worst.light)),
    ]
}

//! The sheet 预警: what needs chasing, and whom, worst first.

use super::super::common::{as_of, light_name, light_tone};
use super::frame::{due_cell, frame};
use super::names::SheetNames;
use crate::assess::{Light, Severity, State};
use crate::paper::book::{Body, Cell, Column, List, Sheet, Value};
use crate::paper::{Line, Tone};
use crate::plan::Language;
use crate::report::alerts::{AlertLine, Alerts};
use crate::say;
use crate::words::{Worded, visible};

/// Every alert.
pub(super) fn sheet(report: &Alerts<'_>, names: &mut SheetNames, lang: Language) -> Sheet {
    let body = Body::List(List {
        columns: columns(lang),
        fixed: 0,
        rows: report.alerts.iter().map(|alert| row(report, alert, lang)).collect(),
        nothing: lang.pick("没有需要提醒的事项", "Nothing needs chasing").to_owned(),
        choice: None,
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
        Column::short(say!(lang, "完成时限", "Deadline"), 100),
        Column::short(say!(lang, "剩余工作日", "Working days left"), 84),
    ]
}

fn row(report: &Alerts<'_>, alert: &AlertLine<'_>, lang: Language) -> Vec<Cell> {
    let tone = match alert.severity {
        Severity::Critical => light_tone(report.head, Some(Light::Red)),
        Severity::Warning => light_tone(report.head, Some(Light::Yellow)),
        Severity::Info => Tone::Plain,
    };
    let cancelled = || State::Cancelled.word(lang).to_owned();
    let light = alert.light.map_or_else(cancelled, |light| light_name(report.head, lang, light));
    let days = alert.working_days_left.map(|days| days as f64);
    vec![
        Cell::text(alert.severity.word(lang)).toned(tone),
        Cell::text(alert.escalation.map_or("", |escalation| escalation.word(lang))),
        Cell::text(alert.code.word(lang)),
        Cell::text(visible(&light)).toned(light_tone(report.head, alert.light)),
        Cell::of(Value::Id(visible(alert.task).into_owned())),
        Cell::text(visible(alert.title)),
        Cell::text(visible(&alert.message)),
        Cell::text(visible(alert.lead.unwrap_or(""))).marked(alert.lead_assumed),
        due_cell(alert.deadline, alert.deadline_basis, lang),
        Cell::of(Value::Number { number: days, before: String::new(), after: String::new() }),
    ]
}

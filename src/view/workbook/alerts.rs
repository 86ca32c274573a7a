//! The sheet 预警: what needs chasing, and whom, worst first.

use std::collections::HashMap;

use super::super::common::{as_of, light_name, light_tone};
use super::frame::frame;
use super::names::SheetNames;
use crate::assess::{AlertCode, Light, Severity, State};
use crate::paper::book::{Body, Cell, Column, List, Sheet, Value};
use crate::paper::{Line, Tone};
use crate::plan::Language;
use crate::report::alerts::{AlertLine, Alerts};
use crate::say;
use crate::words;
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
        Column::short(say!(lang, "完成时限", "Deadline"), 100),
        Column::short(say!(lang, "剩余工作日", "Working days left"), 84),
    ]
}

/// A row a task, its alerts joined, worst first; behind them a row for each unit that was never heard of on tasks of which
/// nothing worse is known.
fn rows(report: &Alerts<'_>, lang: Language) -> Vec<Vec<Cell>> {
    let is_silent = |alerts: &Vec<&AlertLine<'_>>| {
        let [alert] = alerts.as_slice() else { return false };
        alert.code == AlertCode::UNREPORTED && alert.severity == Severity::Info
    };
    let tasks = together(report.alerts.iter(), |alert| Some(alert.task));
    let (silent, told): (Vec<_>, Vec<_>) = tasks.into_iter().partition(is_silent);
    let mut units = together(silent.into_iter().flatten(), |alert| alert.lead);
    units.sort_by_key(|alerts| std::cmp::Reverse(alerts.len()));
    let rows = told.iter().map(|alerts| row(report, alerts, lang));
    rows.chain(units.iter().map(|alerts| silent_row(report, alerts, lang))).collect()
}

/// The alerts that have something in common, in the order of the first of each.
fn together<'a, 's>(
    alerts: impl Iterator<Item = &'a AlertLine<'s>>,
    common: impl Fn(&AlertLine<'s>) -> Option<&'s str>,
) -> Vec<Vec<&'a AlertLine<'s>>>
where
    's: 'a,
{
    let mut places: HashMap<Option<&str>, usize> = HashMap::new();
    let mut all: Vec<Vec<&AlertLine<'s>>> = Vec::new();
    for alert in alerts {
        let place = *places.entry(common(alert)).or_insert(all.len());
        match all.get_mut(place) {
            Some(some) => some.push(alert),
            None => all.push(vec![alert]),
        }
    }
    all
}

fn row(report: &Alerts<'_>, alerts: &[&AlertLine<'_>], lang: Language) -> Vec<Cell> {
    let Some(worst) = alerts.first() else { return Vec::new() };
    let days = Some(worst.working_days_left as f64);
    let mut row = verdict(report, alerts, lang);
    let messages: Vec<_> = alerts.iter().map(|alert| visible(&alert.message)).collect();
    row.extend([
        Cell::of(Value::Id(visible(worst.task).into_owned())),
        Cell::text(visible(worst.title)),
        Cell::text(messages.join("\n")),
        Cell::text(visible(worst.lead.unwrap_or(""))).marked(worst.lead_assumed),
        Cell::day(Some(worst.deadline.0)).marked(worst.deadline_assumed),
        Cell::of(Value::Number { number: days, before: String::new(), after: String::new() }),
    ]);
    row
}

/// `12 项任务尚无报送：11-01、11-02 …`.
fn silent_row(report: &Alerts<'_>, alerts: &[&AlertLine<'_>], lang: Language) -> Vec<Cell> {
    let mut row = verdict(report, alerts.get(..1).unwrap_or(alerts), lang);
    let (count, assumed) = (alerts.len(), alerts.iter().any(|alert| alert.lead_assumed));
    let tasks = words::list(lang, alerts.iter().map(|alert| visible(alert.task)));
    let lead = alerts.first().and_then(|alert| alert.lead).unwrap_or("");
    row.extend([
        Cell::default(),
        Cell::text(say!(lang, "尚无报送的任务 {count} 项", "{count} never reported on")),
        Cell::text(tasks),
        Cell::text(visible(lead)).marked(assumed),
        Cell::default(),
        Cell::default(),
    ]);
    row
}

/// How bad it is, what to do, for which reasons, and the light: of alerts about one thing, the worst first.
fn verdict(report: &Alerts<'_>, alerts: &[&AlertLine<'_>], lang: Language) -> Vec<Cell> {
    let Some(worst) = alerts.first() else { return Vec::new() };
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

//! The alerts, worst first.

use maud::{Markup, html};

use super::drawing::Drawing;
use super::frame::{self, PartOf, Place};
use super::pieces::{lead, light, task_title, text, wide};
use super::table::deadline;
use crate::assess::Severity;
use crate::report::alerts::AlertLine;
use crate::report::site::{Office, SiteTask};
use crate::say;
use crate::words::Worded;

/// So many alerts are listed; each also stands on its task's page.
const MOST: usize = 1_000;

/// The page of alerts.
pub(super) fn page(drawing: &Drawing<'_>, office: &Office<'_>) -> String {
    let (lang, totals) = (drawing.lang, office.alerts.totals);
    let (critical, warning, info) = (totals.critical, totals.warning, totals.info);
    let places: std::collections::HashMap<&str, &SiteTask<'_>> =
        drawing.site.tasks.iter().map(|task| (task.id, task)).collect();
    let hidden = office.alerts.alerts.len().saturating_sub(MOST);
    let rows = office.alerts.alerts.iter().take(MOST);
    let rows: Vec<(&AlertLine<'_>, &SiteTask<'_>)> =
        rows.filter_map(|alert| Some((alert, *places.get(alert.task)?))).collect();
    let content = html! {
        p.lead {
            (say!(
                lang,
                "严重 {critical} 条，警示 {warning} 条，提示 {info} 条；最严重的在前",
                "{critical} critical, {warning} warnings, {info} for information; the worst first"
            ))
        }
        @if rows.is_empty() { p { (lang.pick("没有需要提醒的事项", "Nothing needs chasing")) } }
        @else { (wide(lang.pick("预警", "Alerts"), &table(drawing, &rows))) }
        @if hidden > 0 {
            p { (say!(lang, "另有 {hidden} 条未列出，见各任务页", "{hidden} more are on their tasks' pages")) }
        }
    };
    let place = Place { root: "", part: PartOf::Alerts, title: PartOf::Alerts.name(lang), plan_words: false };
    frame::page(drawing, &place, &content)
}

fn table(drawing: &Drawing<'_>, rows: &[(&AlertLine<'_>, &SiteTask<'_>)]) -> Markup {
    let lang = drawing.lang;
    html! {
        table.tasks.att {
            thead { tr {
                th scope="col" { (lang.pick("亮灯", "Light")) }
                th scope="col" { (lang.pick("预警", "Alert")) }
                th.x scope="col" { (lang.pick("处置", "Action")) }
                th scope="col" { (lang.pick("编号", "ID")) }
                th scope="col" { (lang.pick("工作任务", "Task")) }
                th scope="col" { (lang.pick("牵头单位", "Lead")) }
                th scope="col" { (lang.pick("完成时限", "Deadline")) }
                th scope="col" { (lang.pick("情况", "Why")) }
            } }
            tbody { @for (alert, task) in rows { (row(drawing, alert, task)) } }
        }
    }
}

fn row(drawing: &Drawing<'_>, alert: &AlertLine<'_>, task: &SiteTask<'_>) -> Markup {
    let lang = drawing.lang;
    html! {
        tr {
            td { (light(drawing.site.head, lang, task.light)) }
            td { (severity(alert.severity, lang)) " " (alert.code.word(lang)) }
            td.x { (alert.escalation.map_or("", |escalation| escalation.word(lang))) }
            td { (task.id) }
            td.w { (task_title(drawing, "", task)) }
            td { (lead(drawing, "", task, true)) }
            td { (deadline(task, lang)) }
            td.w { (text(&alert.message)) }
        }
    }
}

/// How bad an alert is.
pub(super) fn severity(severity: Severity, lang: crate::plan::Language) -> Markup {
    let class = match severity {
        Severity::Critical => "t-red",
        Severity::Warning => "t-yellow",
        Severity::Info => "t-grey",
    };
    html! { span class={ "tag " (class) } { (severity.word(lang)) } }
}

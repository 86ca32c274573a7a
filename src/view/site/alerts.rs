//! The alerts, worst first.

use maud::{Markup, html};

use super::drawing::Drawing;
use super::frame::{self, PartOf, Place};
use super::pieces::{labelled, lead, light, linked, part_link, task_title, wide};
use super::table::deadline;
use crate::assess::{AlertCode, Severity};
use crate::report::site::{Office, SiteTask};
use crate::report::task_line::{TaskAlert, TaskLine};
use crate::say;
use crate::words::Worded;

/// So many tasks are listed; each also stands on its own page.
const MOST: usize = 1_000;

/// The page of alerts.
pub(super) fn page(drawing: &Drawing<'_>, office: &Office<'_>) -> String {
    let (lang, totals) = (drawing.lang, office.alerts.totals);
    let (critical, warning, info) = (totals.critical, totals.warning, totals.info);
    let all = tasks(drawing, office);
    let hidden = all.len().saturating_sub(MOST);
    let rows = all.get(..MOST).unwrap_or(&all);
    let content = html! {
        p.lead {
            (say!(
                lang,
                "严重 {critical} 条，警示 {warning} 条，提示 {info} 条；一项任务一行，最严重的在前",
                "{critical} critical, {warning} warnings, {info} for information; one row a task, the worst first"
            ))
        }
        @if rows.is_empty() { p { (lang.pick("没有需要提醒的事项", "Nothing needs chasing")) } }
        @else { (wide(lang.pick("预警", "Alerts"), &table(drawing, rows))) }
        @if hidden > 0 {
            p { (say!(lang, "另有 {hidden} 项未列出，见各任务页", "{hidden} more are on their tasks' pages")) }
        }
        (unheard(drawing))
    };
    let place = Place { root: "", part: PartOf::Alerts, title: PartOf::Alerts.name(lang), plan_words: false };
    frame::page(drawing, &place, &content)
}

/// The tasks with alerts, the one with the worst first; without those of which it is only said that nothing was ever heard.
fn tasks<'d>(drawing: &Drawing<'d>, office: &Office<'_>) -> Vec<(&'d SiteTask<'d>, &'d TaskLine<'d>)> {
    let mut met = std::collections::HashSet::new();
    let alerted = office.alerts.alerts.iter().filter(|alert| met.insert(alert.task));
    let known = alerted.filter_map(|alert| drawing.named(alert.task));
    let told = known.filter_map(|task| Some((task, &task.inside.as_ref()?.line)));
    told.filter(|(_, line)| !line.alerts.iter().all(|alert| says_only_silence(alert, line))).collect()
}

fn says_only_silence(alert: &TaskAlert, line: &TaskLine<'_>) -> bool {
    alert.code == AlertCode::UNREPORTED && line.last_report.is_none()
}

/// The tasks that were never heard of: a line a unit.
pub(super) fn unheard(drawing: &Drawing<'_>) -> Markup {
    let lang = drawing.lang;
    let mut units: Vec<_> = drawing.site.units.iter().filter(|unit| unit.unheard > 0).collect();
    units.sort_by_key(|unit| std::cmp::Reverse(unit.unheard));
    let tasks: usize = units.iter().map(|unit| unit.unheard).sum();
    html! {
        @if tasks > 0 {
            section {
                h2 { (lang.pick("从未报送", "Never heard of")) }
                p.faint { (say!(lang, "共 {tasks} 项任务从未报送，按牵头单位：", "Tasks of which nothing was ever reported: {tasks}, by unit")) }
                ul.units {
                    @for unit in units {
                        li {
                            @match unit.key {
                                "" => (unit.title),
                                key => { (part_link(drawing, "", "unit", unit, unit.short.unwrap_or(key))) @if unit.assumed { "*" } },
                            }
                            " " span.num { (unit.unheard) }
                        }
                    }
                }
            }
        }
    }
}

fn table(drawing: &Drawing<'_>, rows: &[(&SiteTask<'_>, &TaskLine<'_>)]) -> Markup {
    let lang = drawing.lang;
    html! {
        table.tasks {
            thead { tr {
                th scope="col" { (lang.pick("亮灯", "Light")) }
                th scope="col" { (lang.pick("处置", "Action")) }
                th scope="col" { (lang.pick("编号", "ID")) }
                th scope="col" { (lang.pick("工作任务", "Task")) }
                th scope="col" { (lang.pick("牵头单位", "Lead")) }
                th scope="col" { (lang.pick("完成时限", "Deadline")) }
                th scope="col" { (lang.pick("情况", "Why")) }
            } }
            tbody { @for (task, line) in rows { (row(drawing, task, line)) } }
        }
    }
}

fn row(drawing: &Drawing<'_>, task: &SiteTask<'_>, line: &TaskLine<'_>) -> Markup {
    let lang = drawing.lang;
    let action = line.worst_alert().and_then(|alert| alert.escalation);
    let mut alerts: Vec<&TaskAlert> = line.alerts.iter().collect();
    alerts.sort_by_key(|alert| alert.rank());
    html! {
        tr {
            td.light-cell { (light(&drawing.site.head.lights, lang, task.light)) }
            td { (action.map_or("", |escalation| escalation.word(lang))) }
            td.id { (task.id) }
            td.w { (task_title(drawing, "", task)) }
            td { (lead(drawing, "", task, true)) }
            (labelled(lang.pick("完成时限", "Deadline"), None, &html! { (deadline(task, lang)) }))
            td.w.why {
                @for alert in alerts { div { (severity(alert.severity, lang)) " " (alert.code.word(lang)) (lang.pick("：", ": ")) (linked(drawing, "", &alert.message)) } }
            }
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

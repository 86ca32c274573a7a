//! The alerts page: what needs chasing, and whom, worst first.

use super::Medium;
use super::common::{add_end, as_of, light_tone, marked, page, unit};
use super::fields::unmarked;
use crate::assess::Severity;
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::Language;
use crate::report::alerts::{AlertLine, Alerts};
use crate::say;
use crate::words;
use crate::words::Worded;
use crate::words::fields::{Place, heading};

/// Lays out alerts.
pub fn alerts(report: &Alerts<'_>, lang: Language, medium: Medium) -> Page {
    let mut page = page(&report.header, lang, &say!(lang, "预警", "alerts"));
    let (day, totals) = (as_of(lang, report.header.as_of), report.totals);
    let (critical, warning, info) = (totals.critical, totals.warning, totals.info);
    page.say(say!(
        lang,
        "{day}  严重 {critical} 条，警示 {warning} 条，提示 {info} 条",
        "{day}: {critical} critical, {warning} warnings, {info} for information"
    ));
    if report.alerts.is_empty() {
        page.say(say!(lang, "没有需要提醒的事项", "Nothing needs chasing"));
        add_end(&mut page, &report.header, lang);
        return page;
    }
    match medium {
        Medium::Paper => page.add(Block::Table(table(report, lang, true))),
        Medium::Chat => page.add(Block::Items(report.alerts.iter().map(|alert| chat_line(alert, lang)).collect())),
    }
    if report.more > 0 {
        let more = report.more;
        page.say(say!(lang, "另有 {more} 条，未列出", "{more} more are not listed"));
    }
    add_end(&mut page, &report.header, lang);
    page
}

/// Alerts as data: full names, nothing marked, and what is assumed in a column of its own.
pub fn alerts_ledger(report: &Alerts<'_>, lang: Language) -> Table {
    let mut table = table(report, lang, false);
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

/// The alerts in rows: for a person, with short names and marks, or as data.
fn table(report: &Alerts<'_>, lang: Language, for_a_person: bool) -> Table {
    let columns = vec![
        Column::short(say!(lang, "级别", "Severity")),
        Column::short(say!(lang, "处置", "Action")).dispensable(2),
        Column::text(say!(lang, "预警", "Alert")),
        Column::short(say!(lang, "编号", "ID")),
        Column::short(say!(lang, "完成时限", "Deadline")).dispensable(3),
        Column::short(say!(lang, "牵头单位", "Lead")),
        Column::text(say!(lang, "工作任务", "Task")),
        Column::text(say!(lang, "情况", "Why")),
    ];
    let rows = report.alerts.iter().map(|alert| {
        let tone = match alert.severity {
            Severity::Critical => light_tone(report.head, Some(crate::assess::Light::Red)),
            Severity::Warning => light_tone(report.head, Some(crate::assess::Light::Yellow)),
            Severity::Info => Tone::Plain,
        };
        let (lead, why) = match for_a_person {
            true => (unit(lang, alert.lead, alert.lead_short, alert.lead_assumed), alert.message.clone()),
            false => (alert.lead.unwrap_or_default().to_owned(), unmarked(&alert.message, alert.title)),
        };
        vec![
            Cell::toned(alert.severity.word(lang), tone),
            Cell::plain(alert.escalation.map_or("", |escalation| escalation.word(lang))),
            Cell::toned(alert.code.word(lang), tone),
            Cell::plain(alert.task),
            Cell::plain(marked(&alert.deadline.to_string(), for_a_person && alert.deadline_assumed)),
            Cell::plain(lead),
            Cell::plain(alert.title),
            Cell::plain(why),
        ]
    });
    Table { columns, rows: rows.collect() }
}

/// `规建办*【逾期·督办】42-07 确保第三届进博会安保工作万无一失：应于 … 完成`.
fn chat_line(alert: &AlertLine<'_>, lang: Language) -> Line {
    let unit = unit(lang, alert.lead, alert.lead_short, alert.lead_assumed);
    let mut tag = alert.code.word(lang).to_owned();
    if let Some(escalation) = alert.escalation {
        tag = say!(lang, "{tag}·{word}", "{tag}, {word}", word = escalation.word(lang));
    }
    let (task, title, why) = (alert.task, alert.title, &alert.message);
    Line::plain(say!(lang, "{unit}【{tag}】{task} {title}：{why}", "{unit} [{tag}] {task} {title}: {why}"))
}

//! The page: the worst, how things stand, then its parts.

use super::changed::change_line;
use super::lines::{change_head, issue};
use super::{ahead, attention, carried, chat, progress};
use crate::assess::Light;
use crate::paper::{Block, Cell, Column, Page, Table};
use crate::plan::{Language, Period};
use crate::report::week::{Span, Week};
use crate::say;
use crate::view::Medium;
use crate::view::common::{add_end, as_of, change, light_cell, page};
use crate::view::notices;
use crate::view::span::{days_called, report_name};
use crate::view::totals::{known_progress, share_of};

/// Lays out a week.
pub fn week(report: &Week<'_>, lang: Language, medium: Medium) -> Page {
    let (name, issue) = (report_name(report.span, lang), issue(report, lang));
    let about = match issue {
        Some(issue) => say!(lang, "{name}{issue}", "{name}, {issue}"),
        None => name.to_owned(),
    };
    let mut page = page(&report.header, lang, &about);
    page.say(span_line(report, lang));
    match medium {
        Medium::Paper => paper(&mut page, report, lang),
        Medium::Chat => {
            chat::chat(&mut page, report, lang);
            carried::carried(&mut page, report, lang);
        }
    }
    add_end(&mut page, &report.header, lang);
    page
}

fn paper(page: &mut Page, report: &Week<'_>, lang: Language) {
    attention::worst(page, report, lang);
    page.heading(overall_title(lang));
    page.say(change_line(report, lang));
    page.add(Block::Table(lights_table(report, lang)));
    page.say(counts_line(report, lang));
    carried::carried(page, report, lang);
    parts(page, report, lang);
}

pub(super) fn overall_title(lang: Language) -> String {
    say!(lang, "一、总体情况", "1. Overall")
}

/// The parts that follow how things stand.
pub(super) fn parts(page: &mut Page, report: &Week<'_>, lang: Language) {
    attention::attention(page, report, lang);
    progress::progress(page, report, lang);
    progress::issues(page, report, lang);
    ahead::ahead(page, report, lang);
    notices::section(page, say!(lang, "附：通知单办理", "Annex: notices"), &report.notices, lang, Medium::Paper);
    ahead::silent(page, report, lang);
}

/// `2020年第48周（2020-11-23 至 2020-11-29，计划期第22周），截至 2020-11-24（星期二），时间已过 78.9%（按工作日计）`.
fn span_line(report: &Week<'_>, lang: Language) -> String {
    let (from, to) = (report.from, report.to);
    let place = report.place_in_period.map(|place| match report.span {
        Span::Week => say!(lang, "，计划期第{place}周", ", week {place} of the plan"),
        Span::Month => say!(lang, "，计划期第{place}个月", ", month {place} of the plan"),
        Span::Quarter => say!(lang, "，计划期第{place}个季度", ", quarter {place} of the plan"),
        Span::Days => String::new(),
    });
    let (place, passed) = (place.unwrap_or_default(), passed(report, lang));
    let days = match days_called(Period { start: report.from, end: report.to }, lang) {
        Some(days) => say!(lang, "{days}（{from} 至 {to}{place}）", "{days} ({from} to {to}{place})"),
        None => say!(lang, "{from} 至 {to}", "{from} to {to}"),
    };
    say!(lang, "{days}，{passed}", "{days}. {passed}")
}

/// `截至 2020-11-24（星期二），时间已过 78.9%（按工作日计）`.
pub(super) fn passed(report: &Week<'_>, lang: Language) -> String {
    let (day, passed, basis) = (as_of(lang, report.header.as_of), report.passed.percent(), report.pace.said(lang));
    say!(lang, "{day}，时间已过 {passed}（{basis}）", "{day}; {passed} of the time has passed ({basis})")
}

/// `共 23 项任务，平均完成率 76.4%（14 项有数据）；另有已撤销 1 项。`
pub(super) fn counts_line(report: &Week<'_>, lang: Language) -> String {
    let (tasks, known) = (report.now.tasks, known_progress(&report.now, lang));
    say!(lang, "共 {tasks} 项任务，{known}。", "Tasks: {tasks}; {known}.")
}

fn lights_table(report: &Week<'_>, lang: Language) -> Table {
    let columns = vec![
        Column::short(say!(lang, "亮灯", "Light")),
        Column::number(say!(lang, "任务数", "Tasks")),
        Column::number(change_head(report, lang)),
        Column::number(say!(lang, "占比", "Share")),
        Column::text(say!(lang, "含义", "Meaning")),
    ];
    let row = |light: Light| {
        let (count, before) = (report.now.count(light), report.before.count(light));
        vec![
            light_cell(report.head, lang, Some(light)),
            Cell::plain(count.to_string()),
            Cell::plain(change(count, before)),
            Cell::plain(share_of(count, report.now.tasks)),
            Cell::plain(light.meaning(lang)),
        ]
    };
    Table { columns, rows: Light::WORST_FIRST.into_iter().map(row).collect() }
}

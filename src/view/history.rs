//! The page of how one task went.

use super::Medium;
use super::bars::{Bar, chart as draw_bars};
use super::common::{UNKNOWN, add_end, as_of, due, light_cell, light_tone, light_word, marked, page, percent, unit};
use super::entry::{add_earlier, entry_said};
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::Language;
use crate::report::history::{History, Point, Why};
use crate::report::task_line::MetricLine;
use crate::say;
use crate::words;
use crate::words::Worded;

/// Lays out a history: the light and the pace now, a chart, and what happened day by day.
pub fn history(report: &History<'_>, lang: Language, medium: Medium) -> Page {
    let task = &report.task;
    let mut page = page(&report.header, lang, &say!(lang, "任务历程", "history"));
    page.say(as_of(lang, report.header.as_of));
    page.heading(format!("{} {}", task.id, marked(task.title, task.assumes("title"))));
    page.add(Block::Paragraph(summary(report, lang)));
    match medium {
        Medium::Paper => {
            add_chart(&mut page, report, lang);
            page.add(Block::Table(table(report, lang)));
        }
        Medium::Chat => {
            page.add(Block::Items(report.points.iter().map(|point| chat_line(report, point, lang)).collect()));
        }
    }
    add_earlier(&mut page, &report.earlier, lang);
    add_end(&mut page, &report.header, lang);
    page
}

/// `规建办*，时限 2020-12-31，▴ 黄灯，推进中`.
fn summary(report: &History<'_>, lang: Language) -> Line {
    let task = &report.task;
    let unit = unit(lang, task.lead, task.lead_short, task.assumes("lead"));
    let deadline = due(lang, task.deadline, task.deadline_basis);
    let line = Line::plain(match task.deadline {
        Some(_) => say!(lang, "{unit}，时限 {deadline}，", "{unit}, due {deadline}, "),
        None => say!(lang, "{unit}，{deadline}，", "{unit}, {deadline}, "),
    });
    let line = line.with(light_word(report.head, lang, task.light), light_tone(report.head, task.light));
    let state = task.light.map_or_else(String::new, |_| task.state.word(lang).to_owned());
    if state.is_empty() { line } else { line.with(say!(lang, "，{state}", ", {state}"), Tone::Plain) }
}

/// The chart, where any progress is known.
fn add_chart(page: &mut Page, report: &History<'_>, lang: Language) {
    if report.points.iter().all(|point| point.progress.is_none()) {
        return;
    }
    page.heading(say!(lang, "完成率与序时进度", "Progress against the pace"));
    let bars: Vec<Bar> = report
        .points
        .iter()
        .map(|point| Bar {
            label: point.date.to_string(),
            done: point.progress,
            pace: point.expected,
            caption: caption(report, point, lang),
        })
        .collect();
    let mut lines = draw_bars(&bars);
    lines.push(say!(lang, "# 已完成  . 距序时进度的差额  | 序时进度", "# done  . missing to the pace  | the pace"));
    page.add(Block::Verbatim(lines));
}

/// `66.3%  61户`: the value too, where one metric alone makes the progress.
fn caption(report: &History<'_>, point: &Point, lang: Language) -> String {
    if point.progress.is_none() {
        return say!(lang, "未知", "unknown");
    }
    let share = progress(report, point);
    let mut counted = report.task.metrics.iter().filter(|metric| metric.baseline.is_some());
    let only = counted.next().filter(|_| counted.next().is_none());
    let value = only.and_then(|metric| point.values.iter().find(|value| value.metric == metric.name));
    match value {
        Some(value) => format!("{share}  {}{}", value.value, value.unit),
        None => share,
    }
}

/// The progress, marked where a target that it is measured by is assumed.
fn progress(report: &History<'_>, point: &Point) -> String {
    let assumed = report.task.metrics.iter().any(MetricLine::reckons_with_assumption);
    marked(&percent(point.progress), assumed && point.progress.is_some())
}

fn table(report: &History<'_>, lang: Language) -> Table {
    let columns = vec![
        Column::short(say!(lang, "日期", "Date")),
        Column::short(say!(lang, "亮灯", "Light")),
        Column::short(say!(lang, "状态", "State")).dispensable(1),
        Column::number(say!(lang, "完成率", "Progress")).dispensable(3),
        Column::number(say!(lang, "序时进度", "Pace")).dispensable(2),
        Column::text(say!(lang, "情况", "What happened")),
    ];
    let rows = report.points.iter().map(|point| {
        vec![
            Cell::plain(point.date.to_string()),
            light_cell(report.head, lang, point.light),
            Cell::plain(point.state.word(lang)),
            Cell::plain(progress(report, point)),
            Cell::plain(percent(point.expected)),
            Cell::plain(what_happened(report, point, lang)),
        ]
    });
    Table { columns, rows: rows.collect() }
}

/// `2020-11-20 ▴ 黄灯，完成率 66.3%，序时进度 77.3%：…`.
fn chat_line(report: &History<'_>, point: &Point, lang: Language) -> Line {
    let (date, what) = (point.date, what_happened(report, point, lang));
    let (progress, pace) = (progress(report, point), percent(point.expected));
    let line = Line::plain(format!("{date} "));
    let line = line.with(light_word(report.head, lang, point.light), light_tone(report.head, point.light));
    line.with(
        say!(lang, "，完成率 {progress}，序时进度 {pace}：{what}", ", {progress} done, pace {pace}: {what}"),
        Tone::Plain,
    )
}

fn what_happened(report: &History<'_>, point: &Point, lang: Language) -> String {
    let entries = report.entries.iter().filter(|entry| entry.date == point.date);
    let mut parts: Vec<String> = entries.map(|entry| entry_said(entry, lang)).collect();
    if point.closed_rows > 0 {
        let rows = point.closed_rows;
        parts.push(say!(lang, "清单新销项 {rows} 个", "{rows} more closed in the checklist"));
    }
    if point.why.contains(&Why::Light) {
        parts.push(light_changed(report, point, lang));
    }
    if parts.is_empty() {
        parts.extend(point.why.iter().filter_map(|why| match why {
            Why::Start => Some(say!(lang, "起始", "the first day")),
            Why::AsOf => Some(say!(lang, "截至日期", "the as-of day")),
            Why::Report | Why::Amendment | Why::Withdrawn | Why::RowsClosed | Why::Light => None,
        }));
    }
    if parts.is_empty() { UNKNOWN.to_owned() } else { parts.join(&say!(lang, "；", "; ")) }
}

/// `转为黄灯（滞后、未报送）`.
fn light_changed(report: &History<'_>, point: &Point, lang: Language) -> String {
    let word = light_word(report.head, lang, point.light);
    let alerts = words::list(lang, point.alerts.iter().map(|code| code.word(lang)));
    match alerts.is_empty() {
        true => say!(lang, "转为 {word}", "now {word}"),
        false => say!(lang, "转为 {word}（{alerts}）", "now {word} ({alerts})"),
    }
}

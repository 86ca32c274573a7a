//! The weekly paper about many plans: who stands best, the worst matters, what has changed, who is silent.

use crate::assess::Light;
use crate::paper::{Block, Cell, Column, Letter, Line, Masthead, Page, Properties, Table, Tone};
use crate::plan::{Language, Period};
use crate::report::rollup::{RolledAlert, RolledPlan, RolledWeek, Rollup};
use crate::say;
use crate::view::Medium;
use crate::view::common::{UNKNOWN, name_in, on_paper, percent, tone_in, unit};
use crate::view::span::{days_called, report_name, these_days};
use crate::words::fields::{Place, heading};
use crate::words::{self, Worded};

use super::alerts::{alerts_table, listed};
use super::changed::{add_whole, changed, plan_of, silent};
use super::chat::chat;
use super::frame::{add_end, begun, capital};
use super::page::{changes, is_empty};

/// So many matters stand in the frame.
const WORST: usize = 3;

/// Lays out the weekly paper.
pub fn rollup_week(report: &Rollup, lang: Language, medium: Medium) -> Page {
    let Some(week) = &report.week else { return Page::default() };
    let mut page = begun(report, &about(week, lang), lang);
    page.say(days_line(week, lang));
    match medium {
        Medium::Paper => parts(&mut page, report, week, (lang, |table| table)),
        Medium::Chat => chat(&mut page, report, week, lang),
    }
    add_end(&mut page, report, lang);
    page
}

/// The same as the paper that an office sends round (简报). Who sends it is known to nobody here, so its place is left free.
pub fn rollup_letter(report: &Rollup, lang: Language) -> Letter {
    let Some(week) = &report.week else { return Letter::default() };
    let plans = report.plans.len() + report.unreadable.len();
    let title = say!(lang, "{plans} 个计划落实情况", "{plans} plans: how they stand");
    let mut page = Page::default();
    let samples = report.plans.iter().any(|row| row.plan.sample);
    let tag = if samples { words::sample_tag(lang) } else { "" };
    page.add(Block::Title(Line::plain(&title).with(days_line(week, lang), Tone::Plain).with(tag, Tone::Red)));
    parts(&mut page, report, week, (lang, on_a_sheet));
    add_end(&mut page, report, lang);
    let about = about(week, lang);
    Letter {
        masthead: Some(Masthead {
            name: Line::plain(report_name(week.span, lang)),
            issue: issue(week, lang).map(Line::plain),
            issuer: Line::default(),
            day: Line::plain(report.as_of.long(lang)),
        }),
        page: page.rewritten(&|text| on_paper(text, lang)),
        properties: Properties {
            title: say!(lang, "{about}：{title}{tag}", "{about}: {title}{tag}"),
            creator: String::new(),
            day: report.as_of.to_string(),
        },
        ..Letter::default()
    }
}

/// `督查周报第5期`.
fn about(week: &RolledWeek, lang: Language) -> String {
    let name = report_name(week.span, lang);
    match issue(week, lang) {
        Some(issue) => say!(lang, "{name}{issue}", "{name}, {issue}"),
        None => name.to_owned(),
    }
}

fn issue(week: &RolledWeek, lang: Language) -> Option<String> {
    week.issue_number.map(|number| say!(lang, "第{number}期", "No. {number}"))
}

/// `2020年第48周（2020-11-23 至 2020-11-29）`.
fn days_line(week: &RolledWeek, lang: Language) -> String {
    let (from, to) = (week.from, week.to);
    match days_called(Period { start: from, end: to }, lang) {
        Some(called) => say!(lang, "{called}（{from} 至 {to}）", "{called} ({from} to {to})"),
        None => say!(lang, "{from} 至 {to}", "{from} to {to}"),
    }
}

/// Every part; `fit` makes tables fit where they will stand.
fn parts(page: &mut Page, report: &Rollup, week: &RolledWeek, (lang, fit): (Language, fn(Table) -> Table)) {
    frame(page, report, week, lang);
    page.heading(say!(lang, "一、总体情况", "1. Overall"));
    add_whole(page, report, week, lang);
    page.heading(say!(lang, "二、各计划排名", "2. The plans, ranked"));
    page.say(say!(
        lang,
        "按蓝灯、绿灯任务的占比从高到低排列，占比相同的，红灯占比低的在前；从未报送的为灰灯，不算正常。",
        "By the share of tasks that are blue or green; of equal ones, the smaller share of red comes first. What was never reported on is grey, and no merit."
    ));
    page.add(Block::Table(fit(ranking(report, lang))));
    page.heading(say!(lang, "三、逾期及预警", "3. Overdue and warnings"));
    worst(page, report, (lang, fit));
    let days = these_days(week.span, lang);
    page.heading(say!(lang, "四、{days}变化", "4. What has changed {days}"));
    changed(page, report, week, lang);
    page.heading(say!(lang, "附：未报送", "Annex: who was not heard of"));
    silent(page, report, week, lang);
}

fn frame(page: &mut Page, report: &Rollup, week: &RolledWeek, lang: Language) {
    let worst: Vec<Line> = listed(report).into_iter().take(WORST).map(|of| worst_line(report, of, lang)).collect();
    let days = these_days(week.span, lang);
    if !worst.is_empty() {
        page.add(Block::Frame(Line::plain(say!(lang, "{days}最需关注", "Worst {days}")), worst));
    }
}

/// `【通报】河西镇人民政府 1-02 迎接评审（规建办*）：应于 …，已逾期 25 天`.
fn worst_line(report: &Rollup, of: &RolledAlert, lang: Language) -> Line {
    let alert = &of.of;
    let action = alert.escalation.map_or(alert.code.word(lang), |action| action.word(lang));
    let unit = unit(lang, alert.lead, alert.lead_short, alert.lead_assumed);
    let (plan, task, title, why) = (plan_of(report, of), alert.task, alert.title, &alert.message);
    Line::default().with(say!(lang, "【{action}】", "[{action}] "), Tone::Strong).with(
        say!(lang, "{plan} {task} {title}（{unit}）：{why}", "{plan} {task} {title} ({unit}): {why}"),
        Tone::Plain,
    )
}

/// Without the columns for which a sheet is too narrow.
fn on_a_sheet(table: Table) -> Table {
    const KEPT: u8 = 4;
    let Table { columns, rows } = table;
    let kept: Vec<bool> = columns.iter().map(|column| column.dispensable <= KEPT).collect();
    let of = |row: Vec<Cell>| row.into_iter().zip(&kept).filter(|(_, kept)| **kept).map(|(cell, _)| cell).collect();
    let rows = rows.into_iter().map(of).collect();
    Table {
        columns: columns.into_iter().zip(&kept).filter(|(_, kept)| **kept).map(|(column, _)| column).collect(),
        rows,
    }
}

/// The plans from the best to the worst.
fn ranking(report: &Rollup, lang: Language) -> Table {
    let light = |light: Light| name_in(&report.lights, lang, light);
    let columns = vec![
        Column::number(say!(lang, "名次", "No.")),
        Column::text(capital(Place::Plan.name(lang))),
        Column::number(say!(lang, "正常占比", "On track")),
        Column::number(say!(lang, "任务", "Tasks")).dispensable(3),
        Column::number(light(Light::Red)),
        Column::number(light(Light::Yellow)).dispensable(1),
        Column::number(light(Light::Grey)).dispensable(2),
        Column::number(say!(lang, "逾期", "Overdue")).dispensable(6),
        Column::number(heading(lang, Place::Standing, "progress")).dispensable(4),
        Column::number(heading(lang, Place::Standing, "expected")).dispensable(8),
        Column::number(say!(lang, "报送", "Heard of")).dispensable(5),
        Column::number(say!(lang, "办结", "Finished")).dispensable(9),
        Column::short(say!(lang, "亮灯变化", "Change")).dispensable(7),
    ];
    let rows = report.plans.iter().filter(|row| !is_empty(&row.figures)).filter_map(|row| rank_row(row, lang));
    Table { columns, rows: rows.collect() }
}

fn rank_row(row: &RolledPlan, lang: Language) -> Option<Vec<Cell>> {
    let week = row.week.as_ref()?;
    let (totals, reach) = (&row.figures.totals, &row.figures.reach);
    let sample = if row.plan.sample { words::sample_tag(lang) } else { "" };
    let toned = |count: usize, tone: Tone| Cell::toned(count.to_string(), if count > 0 { tone } else { Tone::Faint });
    let light = |light: Light| toned(totals.count(light), tone_in(&row.lights, Some(light)));
    Some(vec![
        Cell::plain(week.rank.map_or_else(|| UNKNOWN.to_owned(), |rank| rank.to_string())),
        Cell::plain(format!("{}{sample}", row.name)),
        Cell::plain(percent(week.on_track)),
        Cell::plain(totals.tasks.to_string()),
        light(Light::Red),
        light(Light::Yellow),
        light(Light::Grey),
        toned(reach.overdue, Tone::Plain),
        Cell::plain(percent(totals.progress)),
        Cell::plain(percent(reach.expected)),
        toned(week.counts.reported_tasks, Tone::Plain),
        toned(week.counts.finished_tasks, Tone::Plain),
        Cell::plain(changes(reach, lang)),
    ])
}

/// How many there are, and those that are listed.
fn worst(page: &mut Page, report: &Rollup, (lang, fit): (Language, fn(Table) -> Table)) {
    let counts = report.alerts;
    let (critical, warning) = (counts.critical, counts.warning);
    if report.worst.is_empty() {
        page.say(say!(lang, "无", "None"));
        return;
    }
    let shown = report.worst.len();
    page.say(say!(
        lang,
        "严重 {critical} 条，警示 {warning} 条；最差的 {shown} 项任务：",
        "{critical} critical, {warning} warnings; the worst tasks, {shown} of them:"
    ));
    page.add(Block::Table(fit(alerts_table(report, lang))));
}

//! Many plans on one page: the whole in a sentence, a row a plan, and the worst of all.

use crate::assess::{Light, Totals};
use crate::paper::{Block, Cell, Column, Line, Page, Table, Tone};
use crate::plan::{Date, Language, LightStyles};
use crate::report::rollup::{Figures, Group, Reach, RolledPlan, Rollup, RollupBy};
use crate::say;
use crate::view::Medium;
use crate::view::common::{UNKNOWN, mark_of, marked, name_in, percent, tone_in};
use crate::view::status::{bar, legend};
use crate::view::totals::known_progress;
use crate::words;
use crate::words::fields::{Place, heading};

use super::alerts::add_alerts;
use super::frame::{add_end, add_partial, begun, capital};
use super::orders::add_orders;

/// Lays out many plans: the whole first, then a row a plan or a group, then the worst, then what could not be read.
pub fn rollup(report: &Rollup, lang: Language, medium: Medium) -> Page {
    let mut page = begun(report, &say!(lang, "汇总", "summary"), lang);
    page.add(Block::Paragraph(Line::default().with(headline(report, lang), Tone::Strong)));
    if let Some(line) = changed_line(report, lang) {
        page.say(line);
    }
    let hidden = report.plans.iter().filter(|row| is_empty(&row.figures)).count();
    match medium {
        Medium::Paper => page.add(Block::Table(rows_table(report, lang))),
        Medium::Chat => page.add(Block::Items(chat_rows(report, lang))),
    }
    if hidden > 0 && report.by == RollupBy::Plan {
        page.say(say!(
            lang,
            "另有 {hidden} 个计划没有符合条件的任务，未列出",
            "{hidden} more plans have no such task, and are not listed"
        ));
    }
    if medium == Medium::Paper {
        page.add(Block::Paragraph(legend(&report.lights, lang)));
    }
    add_orders(&mut page, report, lang, medium);
    if !report.worst.is_empty() {
        page.heading(say!(lang, "最需要关注：", "The worst:"));
        add_alerts(&mut page, report, lang, medium);
    }
    add_end(&mut page, report, lang);
    page
}

/// The rows as data.
pub fn rollup_ledger(report: &Rollup, lang: Language) -> Table {
    let mut table = rows_table(report, lang);
    // A bar of marks is no data.
    let bars = table.columns.iter().position(|column| column.header == bar_heading(lang));
    if let Some(bars) = bars {
        table.columns.remove(bars);
        table.rows.iter_mut().for_each(|row| drop(row.remove(bars)));
    }
    table.rows.pop();
    add_partial(&mut table, report, lang);
    table
}

/// `共 1043 项任务：红灯 34 项，……；序时进度 78.1%，平均完成率 44.0%（……）；逾期 30 项，未报送 120 项。`
pub(in crate::view) fn headline(report: &Rollup, lang: Language) -> String {
    let (totals, reach) = (&report.totals, &report.reach);
    let tasks = totals.tasks;
    if report.plans.is_empty() && !report.unreadable.is_empty() {
        return say!(lang, "没有一份计划可以读取，原因见文末。", "No plan can be read; why, stands at the end.");
    }
    if tasks == 0 {
        return say!(lang, "没有符合条件的任务。", "No task passes.");
    }
    let (lights, progress) = (counted(&report.lights, totals, lang), known_progress(totals, lang));
    let expected = reach.expected.filter(|_| totals.progress.is_some()).map_or_else(String::new, |expected| {
        let expected = expected.percent();
        say!(lang, "序时进度 {expected}，", "pace {expected}, ")
    });
    let (overdue, unreported) = (reach.overdue, reach.unreported);
    say!(
        lang,
        "共 {tasks} 项任务：{lights}；{expected}{progress}；逾期 {overdue} 项，未报送 {unreported} 项。",
        "{tasks} tasks: {lights}; {expected}{progress}; {overdue} overdue, {unreported} unreported."
    )
}

/// `红灯 34 项，黄灯 60 项`: those that there are, the worst first.
fn counted(styles: &LightStyles, totals: &Totals, lang: Language) -> String {
    let counts = Light::WORST_FIRST.map(|light| (name_in(styles, lang, light), totals.count(light)));
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let counts = counts.map(|(word, count)| say!(lang, "{word} {count} 项", "{word} {count}"));
    counts.collect::<Vec<_>>().join(&say!(lang, "，", ", "))
}

fn changed_line(report: &Rollup, lang: Language) -> Option<String> {
    let (day, changes) = changed_lights(report, lang)?;
    Some(say!(lang, "较上周（{day}）：{changes}。", "Since {day}, a week ago: {changes}."))
}

/// With which day it is compared, and what is otherwise: `红灯 +1，黄灯 -2`.
pub(in crate::view) fn changed_lights(report: &Rollup, lang: Language) -> Option<(Date, String)> {
    let ago = report.reach.week_ago.as_ref()?;
    let changes = Light::WORST_FIRST.map(|light| (name_in(&report.lights, lang, light), ago.change.of(light)));
    let changes = changes.into_iter().filter(|(_, more)| *more != 0).map(|(word, more)| format!("{word} {more:+}"));
    let changes: Vec<String> = changes.collect();
    let none = || lang.pick("亮灯没有变化", "no light has changed").to_owned();
    Some((ago.as_of, if changes.is_empty() { none() } else { changes.join(&say!(lang, "，", ", ")) }))
}

/// A plan of which no task passes has no row.
pub(super) fn is_empty(figures: &Figures) -> bool {
    figures.totals.tasks + figures.totals.cancelled == 0
}

fn bar_heading(lang: Language) -> String {
    say!(lang, "亮灯分布", "Lights")
}

fn rows_table(report: &Rollup, lang: Language) -> Table {
    let by_plan = report.by == RollupBy::Plan;
    let mut columns = match report.by {
        RollupBy::Plan => vec![
            Column::text(capital(Place::Plan.name(lang))),
            Column::short(say!(lang, "目录", "Folder")).dispensable(12),
        ],
        RollupBy::Issuer | RollupBy::Section | RollupBy::Lead | RollupBy::Tag => {
            vec![Column::text(by_heading(report.by, lang)), Column::number(say!(lang, "计划", "Plans")).dispensable(8)]
        }
    };
    columns.extend([Column::short(bar_heading(lang)).dispensable(11), Column::number(say!(lang, "任务", "Tasks"))]);
    // On the narrowest screens the worst lights stay.
    let lights = Light::WORST_FIRST.into_iter().zip([0, 0, 1, 2, 3]);
    columns.extend(lights.map(|(light, last)| Column::number(name_in(&report.lights, lang, light)).dispensable(last)));
    columns.extend([
        Column::number(say!(lang, "逾期", "Overdue")).dispensable(5),
        Column::number(say!(lang, "未报送", "Unreported")).dispensable(9),
        Column::number(heading(lang, Place::Standing, "progress")).dispensable(4),
        Column::number(heading(lang, Place::Standing, "expected")).dispensable(6),
        Column::short(heading(lang, Place::Standing, "last_report")).dispensable(10),
        Column::short(say!(lang, "较上周", "In a week")).dispensable(7),
    ]);
    let mut rows: Vec<Vec<Cell>> = if by_plan {
        report.plans.iter().filter(|row| !is_empty(&row.figures)).map(|row| plan_row(row, lang)).collect()
    } else {
        report.groups.iter().map(|group| group_row(report, group, lang)).collect()
    };
    rows.push(whole_row(report, lang));
    Table { columns, rows }
}

fn plan_row(row: &RolledPlan, lang: Language) -> Vec<Cell> {
    let sample = if row.plan.sample { words::sample_tag(lang) } else { "" };
    let name = Cell::plain(format!("{}{sample}", row.name));
    let cells = vec![name, Cell::toned(&row.path, Tone::Faint)];
    with_figures(cells, &row.lights, (&row.figures.totals, &row.figures.reach), lang)
}

fn group_row(report: &Rollup, group: &Group, lang: Language) -> Vec<Cell> {
    let cells = vec![Cell::plain(group_name(group, lang)), Cell::plain(group.plans.to_string())];
    with_figures(cells, &report.lights, (&group.figures.totals, &group.figures.reach), lang)
}

/// All of it, below the rows; tasks that stand under several tags are counted once.
fn whole_row(report: &Rollup, lang: Language) -> Vec<Cell> {
    let plans = match report.by {
        RollupBy::Plan => String::new(),
        RollupBy::Issuer | RollupBy::Section | RollupBy::Lead | RollupBy::Tag => report.plans.len().to_string(),
    };
    let cells = vec![Cell::toned(say!(lang, "合计", "Total"), Tone::Strong), Cell::plain(plans)];
    with_figures(cells, &report.lights, (&report.totals, &report.reach), lang)
}

fn with_figures(
    mut cells: Vec<Cell>,
    styles: &LightStyles,
    (totals, reach): (&Totals, &Reach),
    lang: Language,
) -> Vec<Cell> {
    cells.extend([Cell::plain(bar(totals)), Cell::plain(totals.tasks.to_string())]);
    let toned = |count: usize, tone: Tone| Cell::toned(count.to_string(), if count > 0 { tone } else { Tone::Faint });
    cells.extend(Light::WORST_FIRST.map(|light| toned(totals.count(light), tone_in(styles, Some(light)))));
    cells.extend([
        toned(reach.overdue, Tone::Plain),
        toned(reach.unreported, Tone::Plain),
        Cell::plain(percent(totals.progress)),
        Cell::plain(percent(reach.expected)),
        Cell::plain(day(reach.last_entry)),
        Cell::plain(changes(reach, lang)),
    ]);
    cells
}

pub(super) fn day(day: Option<Date>) -> String {
    day.map_or_else(|| UNKNOWN.to_owned(), |day| day.to_string())
}

/// `✗+1 ▴-2`: by how many each light has become more in a week.
pub(super) fn changes(reach: &Reach, lang: Language) -> String {
    let Some(ago) = &reach.week_ago else { return UNKNOWN.to_owned() };
    let changed = Light::WORST_FIRST.map(|light| (light, ago.change.of(light))).into_iter();
    let changed = changed.filter(|(_, more)| *more != 0).map(|(light, more)| format!("{}{more:+}", mark_of(light)));
    let changed: Vec<String> = changed.collect();
    if changed.is_empty() { lang.pick("不变", "none").to_owned() } else { changed.join(" ") }
}

fn by_heading(by: RollupBy, lang: Language) -> String {
    let named = RollupBy::BY_FIELD.into_iter().find(|(known, ..)| *known == by);
    named.map_or_else(String::new, |(_, place, key)| heading(lang, place, key))
}

/// What the tasks of a group have in common, marked where an assumption puts any of them there.
fn group_name(group: &Group, lang: Language) -> String {
    match group.key.as_str() {
        "" => lang.pick("（未写明）", "(none named)").to_owned(),
        key => marked(key, group.assumed),
    }
}

fn chat_rows(report: &Rollup, lang: Language) -> Vec<Line> {
    let line = |name: &str, styles: &LightStyles, figures: &Figures| {
        let Figures { totals, reach } = figures;
        let (lights, tasks) = (counted(styles, totals, lang), totals.tasks);
        let progress = match (totals.progress, reach.expected) {
            (Some(progress), Some(expected)) => {
                let (progress, expected) = (progress.percent(), expected.percent());
                say!(lang, "，完成率 {progress}（序时 {expected}）", ", {progress} done (pace {expected})")
            }
            (Some(progress), None) => {
                let progress = progress.percent();
                say!(lang, "，完成率 {progress}", ", {progress} done")
            }
            (None, _) => String::new(),
        };
        let overdue = match reach.overdue {
            0 => String::new(),
            overdue => say!(lang, "，逾期 {overdue}", ", {overdue} overdue"),
        };
        Line::plain(say!(
            lang,
            "{name}：{tasks} 项，{lights}{overdue}{progress}",
            "{name}: {tasks} tasks, {lights}{overdue}{progress}"
        ))
    };
    match report.by {
        RollupBy::Plan => {
            let rows = report.plans.iter().filter(|row| !is_empty(&row.figures));
            rows.map(|row| line(&row.name, &row.lights, &row.figures)).collect()
        }
        RollupBy::Issuer | RollupBy::Section | RollupBy::Lead | RollupBy::Tag => {
            report.groups.iter().map(|group| line(&group_name(group, lang), &report.lights, &group.figures)).collect()
        }
    }
}

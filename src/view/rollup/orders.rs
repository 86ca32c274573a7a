//! What plans have made of each other's orders.

use crate::paper::{Block, Cell, Column, Line, Page, Table};
use crate::plan::{Language, LightStyles};
use crate::report::rollup::{Order, Rollup};
use crate::say;
use crate::view::Medium;
use crate::view::common::{UNKNOWN, percent, tone_in, word_in};
use crate::words::fields::{Place, heading};

use super::frame::capital;

/// So many orders are told one by one.
const LISTED: usize = 20;

/// Adds the tasks that other plans carry out, a row each; nothing where there is none.
pub(super) fn add_orders(page: &mut Page, report: &Rollup, lang: Language, medium: Medium) {
    let shown: Vec<&Order> = report.orders.iter().take(LISTED).collect();
    if shown.is_empty() {
        return;
    }
    page.heading(say!(lang, "上级任务落实情况：", "What was made of orders from above:"));
    match medium {
        Medium::Paper => page.add(Block::Table(table(report, &shown, lang))),
        Medium::Chat => page.add(Block::Items(shown.iter().map(|order| line(report, order, lang)).collect())),
    }
    let more = report.orders.len() - shown.len();
    if more > 0 {
        page.say(say!(lang, "另有 {more} 项，未列出", "{more} more are not listed"));
    }
}

fn table(report: &Rollup, orders: &[&Order], lang: Language) -> Table {
    let columns = vec![
        Column::text(capital(Place::Plan.name(lang))),
        Column::short(heading(lang, Place::Task, "id")),
        Column::text(heading(lang, Place::Task, "title")).dispensable(2),
        Column::short(say!(lang, "本级亮灯", "Its own light")).dispensable(4),
        Column::number(say!(lang, "落实计划", "Plans")).dispensable(5),
        Column::number(say!(lang, "落实任务", "Tasks")),
        Column::number(say!(lang, "已完成", "Finished")).dispensable(3),
        Column::short(say!(lang, "最差", "The worst")),
        Column::number(heading(lang, Place::Standing, "progress")).dispensable(1),
    ];
    let styles = LightStyles::default();
    let rows = orders.iter().map(|order| {
        let own = order.own.as_ref();
        let light = |light| Cell::toned(word_in(&styles, lang, light), tone_in(&styles, light));
        vec![
            Cell::plain(plan_name(report, order)),
            Cell::plain(&order.task),
            Cell::plain(own.map_or(UNKNOWN, |own| own.title)),
            own.map_or_else(|| Cell::plain(UNKNOWN), |own| light(own.light)),
            Cell::plain(order.plans.to_string()),
            Cell::plain(tasks(order, lang)),
            Cell::plain(order.finished.to_string()),
            order.worst.map_or_else(|| Cell::plain(UNKNOWN), |worst| light(Some(worst))),
            Cell::plain(known(order, lang)),
        ]
    });
    Table { columns, rows: rows.collect() }
}

/// `3（另撤销 1）`.
fn tasks(order: &Order, lang: Language) -> String {
    let (tasks, cancelled) = (order.totals.tasks, order.totals.cancelled);
    match cancelled {
        0 => tasks.to_string(),
        _ => say!(lang, "{tasks}（另撤销 {cancelled}）", "{tasks} ({cancelled} called off)"),
    }
}

/// `66.3%（2 项有数据）`: of how many tasks it is known, where not of all.
fn known(order: &Order, lang: Language) -> String {
    let (progress, known) = (percent(order.totals.progress), order.totals.progress_known);
    match known {
        0 => progress,
        all if all == order.totals.tasks => progress,
        some => say!(lang, "{progress}（{some} 项有数据）", "{progress} ({some} known)"),
    }
}

/// What the order's plan is called among the others; its id where it is not among them.
fn plan_name<'r>(report: &'r Rollup, order: &'r Order) -> &'r str {
    let path = order.own.as_ref().map(|own| own.path.as_str());
    let row = path.and_then(|path| report.plans.iter().find(|row| row.path == path));
    row.map_or(&order.plan, |row| &row.name)
}

/// `青浦区人民政府 3-05 各镇通过评审：3 项任务落实，已完成 1 项，最差 ✗ 红灯，完成率 100%（1 项有数据）`.
fn line(report: &Rollup, order: &Order, lang: Language) -> Line {
    let (plan, task, title) = (plan_name(report, order), &order.task, order.own.as_ref().map_or("", |own| own.title));
    let (tasks, finished) = (tasks(order, lang), order.finished);
    let (worst, progress) = (word_in(&LightStyles::default(), lang, order.worst), known(order, lang));
    Line::plain(say!(
        lang,
        "{plan} {task} {title}：{tasks} 项任务落实，已完成 {finished} 项，最差 {worst}，完成率 {progress}",
        "{plan} {task} {title}: {tasks} tasks carry it out, {finished} finished, the worst {worst}, {progress} done"
    ))
}

//! The plans that are near.

use super::common::UNKNOWN;
use crate::assess::{Light, LightCounts};
use crate::paper::{Block, Cell, Column, Line, Page, Table};
use crate::plan::Language;
use crate::report::plans::Plans;
use crate::say;
use crate::words::{self, Worded};

/// Lays out the plans.
pub fn plans(report: &Plans, lang: Language) -> Page {
    let mut page = Page::default();
    page.add(Block::Title(Line::plain(say!(lang, "附近的计划", "The plans nearby"))));
    if report.plans.is_empty() {
        page.say(say!(lang, "没有找到计划；新建：workplan init 目录", "no plan found; make one: workplan init DIR"));
        return page;
    }
    let columns = vec![
        Column::short(say!(lang, "目录", "Folder")),
        Column::text(say!(lang, "标题", "Title")),
        Column::short(say!(lang, "计划期", "Period")),
        Column::short(say!(lang, "任务", "Tasks")),
        Column::text(say!(lang, "亮灯", "Lights")),
    ];
    let rows = report.plans.iter().map(|plan| {
        let title = plan.title.clone().unwrap_or_else(|| UNKNOWN.to_owned());
        let sample = if plan.sample { words::sample_tag(lang) } else { "" };
        let period = plan.period.map(|period| say!(lang, "{} 至 {}", "{} to {}", period.start, period.end));
        let broken = || say!(lang, "有误，见 workplan check", "has errors: see `workplan check`");
        vec![
            Cell::plain(&plan.folder),
            Cell::plain(format!("{title}{sample}")),
            Cell::plain(period.unwrap_or_else(|| UNKNOWN.to_owned())),
            Cell::plain(plan.tasks.map_or_else(|| UNKNOWN.to_owned(), |tasks| tasks.tasks.to_string())),
            Cell::plain(plan.tasks.map_or_else(broken, |tasks| lights(tasks, lang))),
        ]
    });
    page.add(Block::Table(Table { columns, rows: rows.collect() }));
    page.say(say!(lang, "看其中一个：workplan status --plan 目录", "To look at one: workplan status --plan FOLDER"));
    page
}

/// `红灯 2、绿灯 5`: those that there are, the worst first.
fn lights(counts: LightCounts, lang: Language) -> String {
    let all = [
        (Light::Red, counts.red),
        (Light::Yellow, counts.yellow),
        (Light::Grey, counts.grey),
        (Light::Green, counts.green),
        (Light::Blue, counts.blue),
    ];
    let shown = all.into_iter().filter(|(_, count)| *count > 0);
    let shown: Vec<String> = shown.map(|(light, count)| format!("{} {count}", light.word(lang))).collect();
    if shown.is_empty() { UNKNOWN.to_owned() } else { words::list(lang, shown) }
}

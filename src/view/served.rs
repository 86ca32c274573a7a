//! What plans below have made of a task: how many tasks carry it out, and how they stand.

use super::Medium;
use super::common::{UNKNOWN, mark_of, name_in, percent, tone_in, word_in};
use super::totals::known_progress;
use crate::paper::{Block, Cell, Column, Line, Page, Table};
use crate::plan::{Language, LightStyles};
use crate::report::served::{Served, ServingTask};
use crate::say;
use crate::words;
use crate::words::Worded;
use crate::words::fields::{Place, heading};

/// Adds what was made of the task, the count first.
pub(super) fn add_served(page: &mut Page, served: &Served, lang: Language, medium: Medium) {
    page.heading(say!(lang, "各计划落实情况", "What other plans have made of it"));
    page.say(counted(served, lang));
    match medium {
        _ if served.tasks.is_empty() => {}
        Medium::Paper => page.add(Block::Table(table(served, lang))),
        Medium::Chat => page.add(Block::Items(served.tasks.iter().map(|task| line(task, lang)).collect())),
    }
    if !served.unreadable.is_empty() {
        let list = words::list(lang, &served.unreadable);
        page.say(say!(
            lang,
            "以下计划无法读取，是否落实未知：{list}",
            "Not known of plans that cannot be read: {list}"
        ));
    }
}

/// `3 项任务：已完成 1 项；最差 ✗ 红灯；平均完成率 66.3%（2 项有数据）`.
fn counted(served: &Served, lang: Language) -> String {
    let Some(worst) = served.worst else {
        return say!(lang, "没有任务落实本项", "No task carries it out");
    };
    let (tasks, finished) = (served.totals.tasks, served.finished);
    let worst = format!("{} {}", mark_of(worst), name_in(&LightStyles::default(), lang, worst));
    let progress = known_progress(&served.totals, lang);
    say!(
        lang,
        "{tasks} 项任务：已完成 {finished} 项；最差 {worst}；{progress}",
        "{tasks} tasks, {finished} of them finished; the worst {worst}; {progress}"
    )
}

fn table(served: &Served, lang: Language) -> Table {
    let columns = vec![
        Column::short(heading(lang, Place::Standing, "light")),
        Column::text(heading(lang, Place::Plan, "issuer")),
        Column::short(say!(lang, "目录", "Folder")).dispensable(1),
        Column::short(heading(lang, Place::Task, "id")),
        Column::text(heading(lang, Place::Task, "title")),
        Column::number(heading(lang, Place::Standing, "progress")),
        Column::short(heading(lang, Place::Standing, "last_report")).dispensable(2),
    ];
    let styles = LightStyles::default();
    let rows = served.tasks.iter().map(|task| {
        vec![
            Cell::toned(word_in(&styles, lang, task.light), tone_in(&styles, task.light)),
            Cell::plain(task.issuer),
            Cell::plain(&task.path),
            Cell::plain(task.task),
            Cell::plain(task.title),
            Cell::plain(percent(task.progress)),
            Cell::plain(task.last_report.map_or_else(|| UNKNOWN.to_owned(), |day| day.to_string())),
        ]
    });
    Table { columns, rows: rows.collect() }
}

/// `河西镇人民政府 1-02 迎接评审：✗ 红灯，推进中，完成率 66.3%`.
fn line(task: &ServingTask, lang: Language) -> Line {
    let ServingTask { issuer, task: id, title, .. } = task;
    let light = word_in(&LightStyles::default(), lang, task.light);
    let (state, progress) = (task.state.word(lang), percent(task.progress));
    Line::plain(say!(
        lang,
        "{issuer} {id} {title}：{light}，{state}，完成率 {progress}",
        "{issuer} {id} {title}: {light}, {state}, {progress} done"
    ))
}

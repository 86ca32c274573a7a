//! What the page of all tasks searches in: a script that holds the tasks as data.

use serde_json::{Value, json};

use super::drawing::Drawing;
use super::pieces::{light_class, text};
use super::table::{Column, deadline, left, targets};
use crate::assess::{Light, State};
use crate::plan::{Kind, Language};
use crate::report::site::SiteTask;
use crate::view::common::{UNKNOWN, light_name, marked};
use crate::words::Worded;

/// The script. The data is JSON in which nothing could end the script or begin a comment or a tag.
pub(super) fn script(drawing: &Drawing<'_>) -> String {
    let json = data(drawing).to_string();
    let mut script = String::with_capacity(json.len() + 64);
    script.push_str("window.workplanTasks=");
    for c in json.chars() {
        match c {
            '<' => script.push_str("\\u003c"),
            '>' => script.push_str("\\u003e"),
            '&' => script.push_str("\\u0026"),
            '\u{2028}' => script.push_str("\\u2028"),
            '\u{2029}' => script.push_str("\\u2029"),
            c => script.push(c),
        }
    }
    script.push_str(";\n");
    script
}

fn data(drawing: &Drawing<'_>) -> Value {
    let (site, lang) = (drawing.site, drawing.lang);
    let columns: Vec<Value> = Column::of(drawing)
        .into_iter()
        .map(|column| json!([column.key(), column.class(drawing), column.card(drawing)]))
        .collect();
    let rows: Vec<Value> = site.tasks.iter().map(|task| row(drawing, task)).collect();
    let sections: Vec<Value> = site.sections.iter().map(|part| json!(text(part.key))).collect();
    let mut data = json!({
        "words": words(lang),
        "lang": drawing.plan_lang(),
        "columns": columns,
        "sections": sections,
        "rows": rows,
    });
    if let (Some(map), Some(_)) = (data.as_object_mut(), &site.totals) {
        map.insert("lights".to_owned(), Light::ALL.iter().map(|light| light_data(drawing, *light)).collect());
    }
    if let (Some(map), Some(_)) = (data.as_object_mut(), &site.office) {
        let units =
            site.units.iter().map(|unit| json!([text(unit.key), text(unit.short.unwrap_or(unit.key)), unit.page]));
        let states = State::ALL.iter().map(|state| json!([state.name(), state.word(lang)]));
        map.insert("units".to_owned(), units.collect());
        map.insert("states".to_owned(), states.collect());
        map.insert("kinds".to_owned(), Kind::ALL.iter().map(|kind| json!(kind.name())).collect());
    }
    data
}

fn light_data(drawing: &Drawing<'_>, light: Light) -> Value {
    let head = drawing.site.head;
    let word = light_name(head, drawing.lang, light);
    json!([light.name(), text(&word), light_class(head, Some(light))])
}

/// What the script says.
fn words(lang: Language) -> Value {
    json!({
        "count": lang.pick("共 {all} 项任务", "{all} tasks"),
        "found": lang.pick("找到 {found} 项，共 {all} 项", "{found} of {all} tasks"),
        "none": lang.pick("没有符合条件的任务", "No task fits"),
        "more": lang.pick("再显示 {n} 项", "Show {n} more"),
        "all": lang.pick("全部显示", "Show all"),
        "due": lang.pick("时限 {day}", "Due {day}"),
        "unled": lang.pick("（未定）", "(none)"),
        "search": lang.pick("搜索任务", "Search the tasks"),
        "hint": lang.pick("任务、单位、原文、编号，或拼音首字母", "task, unit, words of the document, id, or initials of pinyin"),
        "close": lang.pick("关闭", "Close"),
        "whole": lang.pick("在任务表中查看全部 {found} 项", "See all {found} in the table"),
    })
}

/// A task: id, page where it is not the id, title, section, light, deadline, targets, document's words; for the office
/// also unit, state, kind, days left, progress in words and as a number, pace, other words to find it by. Last,
/// where the plan has fields of its own, what it says under each.
fn row(drawing: &Drawing<'_>, task: &SiteTask<'_>) -> Value {
    let place = |light: Option<Light>| Light::ALL.iter().position(|known| Some(*known) == light);
    let page = if task.page == task.id { json!(0) } else { json!(task.page) };
    let mut row = vec![
        json!(task.id),
        page,
        json!(text(&marked(task.title, task.title_assumed))),
        json!(task.section),
        json!(place(task.light)),
        json!(deadline(task, drawing.lang)),
        json!(text(&targets(task, drawing.lang))),
        json!(text(task.source.unwrap_or(""))),
    ];
    if let Some(inside) = &task.inside {
        let line = &inside.line;
        let unit = inside.unit.filter(|unit| drawing.site.units.get(*unit).is_some_and(|unit| !unit.key.is_empty()));
        let also = line
            .support
            .iter()
            .copied()
            .chain(line.places.iter().map(String::as_str))
            .chain(line.tags.iter().map(String::as_str));
        let also =
            also.chain(line.note).chain(line.fields.said().map(|(_, value)| value)).collect::<Vec<_>>().join(" ");
        row.extend([
            json!(unit),
            json!(u8::from(line.assumes("lead"))),
            json!(State::ALL.iter().position(|state| *state == line.state)),
            json!(Kind::ALL.iter().position(|kind| *kind == line.kind)),
            json!(left(task)),
            json!(line.progress.map_or_else(|| UNKNOWN.to_owned(), |share| share.percent())),
            json!(line.progress.map(|share| share.rounded(4))),
            json!(line.expected.map(|share| share.rounded(4))),
            json!(text(&also)),
        ]);
    }
    if !task.fields.0.is_empty() {
        let own = task.fields.0.iter().map(|(_, value)| json!(text(value.unwrap_or(""))));
        row.push(own.collect());
    }
    Value::Array(row)
}

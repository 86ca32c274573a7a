//! What the page of all tasks searches in: a script that holds the tasks as data.

use serde_json::{Value, json};

use super::drawing::Drawing;
use super::pieces::{light_class, text};
use super::table::{Column, deadline, left, targets};
use crate::assess::{Light, State};
use crate::plan::{Head, Kind, Language};
use crate::report::site::{Site, SiteTask};
use crate::view::common::{UNKNOWN, light_name, marked};
use crate::words::Worded;

/// The script. The data is JSON in which nothing could end the script or begin a comment or a tag.
pub(super) fn script(drawing: &Drawing<'_>) -> String {
    as_script(&data(drawing).to_string())
}

/// JSON as the script that holds it.
pub(super) fn as_script(json: &str) -> String {
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
        map.insert("lights".to_owned(), Light::ALL.iter().map(|light| light_data(site.head, lang, *light)).collect());
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

/// A light: its name, its word, its classes.
fn light_data(head: &Head, lang: Language, light: Light) -> Value {
    let word = light_name(head, lang, light);
    json!([light.name(), text(&word), light_class(&head.lights, Some(light))])
}

/// What an index of several plans knows a plan by: room for its folder, its title, its words for the lights.
pub(super) fn plan_data(site: &Site<'_>, lang: Language) -> Value {
    let lights: Vec<Value> = Light::ALL.iter().map(|light| light_data(site.head, lang, *light)).collect();
    json!([Value::Null, text(site.header.plan.title), lights])
}

/// A task as the index of several plans finds it: what [`row`] says as far as it is said of every plan, room for the plan in the place
/// of the section, and the unit among the words to find it by.
pub(super) fn found_row(drawing: &Drawing<'_>, task: &SiteTask<'_>) -> Value {
    let Value::Array(mut row) = row(drawing, task) else { return Value::Null };
    let unit = task.inside.as_ref().and_then(|inside| drawing.site.units.get(inside.unit?));
    let unit = unit.map_or("", |unit| unit.key);
    let also = match row.get(ALSO) {
        Some(Value::String(also)) => format!("{unit} {also}"),
        _ => String::new(),
    };
    row.truncate(SHARED);
    row.extend([Value::Null, json!(also.trim())]);
    Value::Array(row)
}

/// So many things of a row are said of every plan; the place of the section among them; that of other words to find a task by.
const SHARED: usize = 8;
pub(super) const PLAN: usize = 3;
const ALSO: usize = 16;

/// What the script says.
pub(super) fn words(lang: Language) -> Value {
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

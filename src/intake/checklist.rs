//! A task's item list: which one is meant, what it holds, and what closes or adds rows of it.

use std::collections::{HashMap, HashSet};

use crate::plan::meant::day::day;
use crate::plan::meant::turned::stands_in;
use crate::plan::{Checklist, ChecklistRow, Date, Head, Language, Metric, Plan, Task};
use crate::report::filter::task_named;
use crate::say;
use crate::store::{ChecklistHeader, NewRow, Opened};
use crate::words;

/// The task that is meant, its metric with a list, and the list; `whose` names the metric, where several have one.
///
/// # Errors
/// When no task, or more than one, is meant; or when it has no such list, or several.
pub(crate) fn list_of<'p>(
    plan: &'p Plan,
    opened: &'p Opened,
    task: &str,
    whose: Option<&str>,
    lang: Language,
) -> Result<(&'p Task, &'p Metric, &'p Checklist), String> {
    let task = task_named(plan, task).map_err(|error| error.said(lang, lang.pick("任务", "task"), task))?;
    let id = &task.id;
    let with_list = task.metrics.iter().filter(|metric| metric.checklist.is_some());
    let named: Vec<&Metric> =
        with_list.filter(|metric| whose.is_none_or(|name| stands_in(&metric.name, name))).collect();
    let metric = match named.as_slice() {
        [only] => *only,
        [] => {
            return Err(say!(
                lang,
                "任务 {id} 没有这样的清单（指标的 checklist）",
                "task {id} has no such list (a metric's `checklist`)"
            ));
        }
        several => {
            let names = words::list(lang, several.iter().map(|metric| &metric.name));
            return Err(say!(lang, "请用 --metric 指明哪一份清单：{names}", "say whose list with --metric: {names}"));
        }
    };
    let list = opened.journal.checklists.iter().find(|list| Some(&list.path) == metric.checklist.as_ref());
    let list = list.ok_or_else(|| say!(lang, "没有清单文件", "there is no such list"))?;
    Ok((task, metric, list))
}

/// The list's columns and its rows' cells, without rows of nothing.
///
/// # Errors
/// When the text is no CSV.
pub(crate) fn records(text: &str) -> Result<(Vec<String>, Vec<Vec<String>>), csv::Error> {
    let mut reader = reader(text);
    let columns = reader.headers()?.iter().map(str::to_owned).collect();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record?;
        if !record.iter().all(str::is_empty) {
            rows.push(record.iter().map(str::to_owned).collect());
        }
    }
    Ok((columns, rows))
}

fn reader(text: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes())
}

/// The list's rows by their items, and the days on which they were closed.
fn held(list: &Checklist) -> HashMap<&str, Option<Date>> {
    list.rows.iter().map(|row| (row.item.as_str(), row.closed_on)).collect()
}

/// The rows to close on a day; or all that is wrong with what was asked.
pub(crate) fn to_close(
    list: &Checklist,
    asked: &[String],
    day: Date,
    lang: Language,
) -> (Vec<(String, Date)>, Vec<String>) {
    let held = held(list);
    let (mut rows, mut faults, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for item in asked.iter().filter(|item| seen.insert(item.as_str())) {
        match held.get(item.as_str()) {
            None => faults.push(say!(lang, "清单中没有“{item}”", "the list has no row `{item}`")),
            Some(Some(before)) => {
                faults.push(say!(lang, "“{item}”已于 {before} 销项", "`{item}` was closed on {before} already"));
            }
            Some(None) => rows.push((item.clone(), day)),
        }
    }
    (rows, faults)
}

/// What another list brings.
pub(crate) struct Merged {
    /// Rows of our list, and the days on which the other closed them.
    pub(crate) closed: Vec<(String, Date)>,
    /// Rows that only the other has, in our columns.
    pub(crate) new: Vec<NewRow>,
    /// Lines of the other list, and what is wrong with them.
    pub(crate) faults: Vec<(u64, String)>,
}

/// What another list of the same rows brings to one, given the columns of both. A row that closes on another day than ours
/// is a fault.
///
/// # Errors
/// When the other list is no CSV.
pub(crate) fn merge(
    head: &Head,
    list: &Checklist,
    (own, theirs): (&ChecklistHeader, &ChecklistHeader),
    text: &str,
    lang: Language,
) -> Result<Merged, csv::Error> {
    let held = held(list);
    // Our column of each of theirs; the item and the date are found whatever they are called.
    let place = |at: usize, name: &str| match at {
        at if at == theirs.item => Some(own.item),
        at if at == theirs.closed_on => Some(own.closed_on),
        _ => own.names.iter().position(|own| own == name),
    };
    let places: Vec<Option<usize>> = theirs.names.iter().enumerate().map(|(at, name)| place(at, name)).collect();
    let mut merged = Merged { closed: Vec::new(), new: Vec::new(), faults: Vec::new() };
    let mut seen = HashSet::new();
    let mut reader = reader(text);
    for record in reader.records() {
        let record = record?;
        let line = record.position().map_or(0, csv::Position::line);
        let item = record.get(theirs.item).unwrap_or("");
        if record.iter().all(str::is_empty) {
            continue;
        }
        if item.is_empty() || !seen.insert(item.to_owned()) {
            let why = if item.is_empty() {
                say!(lang, "没有编号", "no item")
            } else {
                say!(lang, "“{item}”重复", "`{item}` stands there twice")
            };
            merged.faults.push((line, why));
            continue;
        }
        let day = match record.get(theirs.closed_on).unwrap_or("") {
            "" => None,
            text => match day(head, text, None, lang) {
                Ok(day) => Some(day),
                Err(why) => {
                    merged.faults.push((line, why));
                    continue;
                }
            },
        };
        match (held.get(item), day) {
            (None, closed_on) => {
                let mut cells = vec![String::new(); own.names.len()];
                for (cell, place) in record.iter().zip(&places) {
                    if let Some(own) = place.and_then(|place| cells.get_mut(place)) {
                        cell.clone_into(own);
                    }
                }
                if let (Some(cell), Some(day)) = (cells.get_mut(own.closed_on), closed_on) {
                    *cell = day.to_string();
                }
                merged.new.push(NewRow { row: ChecklistRow { item: item.to_owned(), closed_on }, cells });
            }
            (Some(None), Some(day)) => merged.closed.push((item.to_owned(), day)),
            (Some(Some(before)), Some(day)) if *before != day => merged.faults.push((
                line,
                say!(
                    lang,
                    "“{item}”已于 {before} 销项，与此处的 {day} 不一致",
                    "`{item}` was closed on {before}, not on {day}"
                ),
            )),
            (Some(_), _) => {}
        }
    }
    Ok(merged)
}

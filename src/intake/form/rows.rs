//! The rows of a batch: out of CSV, YAML or JSON lines, each with its line.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::intake::sheet::{line_of, open_quote, with_commas};
use crate::plan::Language;
use crate::say;
use crate::store::{Node, NodeData, read_node};
use crate::words;
use crate::words::fields::{self, Field, Place};

use super::facts::Facts;

/// The columns of the form: fields of an entry, and what it is about.
const COLUMNS: [(Place, &str); 13] = [
    (Place::Entry, "task"),
    (Place::Task, "title"),
    (Place::Metric, "target"),
    (Place::Entry, "date"),
    (Place::Entry, "by"),
    (Place::Entry, "values"),
    (Place::Entry, "state"),
    (Place::Entry, "checkpoints"),
    (Place::Entry, "note"),
    (Place::Entry, "issue"),
    (Place::Entry, "next"),
    (Place::Entry, "evidence"),
    (Place::Entry, "reply_to"),
];

/// The fields that the form has a column for.
pub(super) fn columns() -> impl Iterator<Item = &'static Field> + Clone {
    COLUMNS.iter().filter_map(|(place, key)| fields::field(*place, key))
}

/// What a column of the form is headed: its Chinese name; in English its key.
pub(super) fn header_of(field: &Field, lang: Language) -> &'static str {
    lang.pick(field.zh, field.key)
}

/// One row of a batch.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) facts: Facts,
}

/// What is wrong with a row, or with the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RowFault {
    pub(super) line: usize,
    pub(super) key: Option<&'static str>,
    pub(super) message: String,
}

/// The rows of a file, and what is wrong with others.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) rows: Vec<Row>,
    pub(super) faults: Vec<RowFault>,
    /// Columns of no known name in which something stands.
    pub(super) passed_over: Vec<String>,
}

/// More names of columns than that are no form's; each is looked up, which takes its time.
const MOST_NAMES: usize = 1_000;

/// More rows than that are no report.
const MOST_ROWS: usize = 50_000;

/// The keys that names mean, each looked up once.
#[derive(Default)]
struct Keys<'t>(HashMap<Cow<'t, str>, Option<&'static str>>);

impl<'t> Keys<'t> {
    /// The key that a name means; `Err` where there are too many names.
    fn of(&mut self, name: impl Into<Cow<'t, str>>) -> Result<Option<&'static str>, TooManyNames> {
        let name = name.into();
        if let Some(key) = self.0.get(&name) {
            return Ok(*key);
        }
        if self.0.len() >= MOST_NAMES {
            return Err(TooManyNames);
        }
        let key = key_of(&name);
        self.0.insert(name, key);
        Ok(key)
    }
}

struct TooManyNames;

impl TooManyNames {
    fn at(&self, line: usize, lang: Language) -> Rows {
        let message = say!(
            lang,
            "列或字段超过 {MOST_NAMES} 个，不像一份填报表，不予读取",
            "more than {MOST_NAMES} columns or fields: this is no form, and is not read"
        );
        Rows::faulty(RowFault { line, key: None, message })
    }
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Lines {
        Lines(std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect())
    }

    /// The line, from 1, in which a byte stands.
    fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start <= byte)
    }
}

impl Rows {
    fn faulty(fault: RowFault) -> Rows {
        Rows { faults: vec![fault], ..Rows::default() }
    }
}

/// The rows of a file. Those of one that holds more than any office reports at once are refused.
pub(super) fn rows(from: &str, text: &str, lang: Language) -> Rows {
    let found = rows_of(from, text, lang);
    if found.rows.len() <= MOST_ROWS {
        return found;
    }
    let message = say!(
        lang,
        "超过 {MOST_ROWS} 行，不予读取；请分成几份",
        "more than {MOST_ROWS} rows are not read at once: split the file"
    );
    Rows::faulty(RowFault { line: MOST_ROWS + 1, key: None, message })
}

/// The rows of a file, by its name's ending, else by how it begins.
fn rows_of(from: &str, text: &str, lang: Language) -> Rows {
    let begins = text.trim_start();
    let name = from.to_ascii_lowercase();
    let is = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if is(&[".jsonl", ".ndjson", ".json"]) || (!is(&[".csv", ".yaml", ".yml"]) && begins.starts_with(['{', '['])) {
        return from_json(text, lang);
    }
    let yaml = begins.starts_with("- ") || begins.starts_with('#');
    if is(&[".yaml", ".yml"]) || (!is(&[".csv"]) && yaml) { from_yaml(text, lang) } else { from_csv(text, lang) }
}

fn from_csv(text: &str, lang: Language) -> Rows {
    let text = &*match with_commas(text) {
        Ok(text) => text,
        Err(line) => return Rows::faulty(RowFault { line, key: None, message: open_quote(lang) }),
    };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let header = reader.headers().cloned().unwrap_or_default();
    let mut names = Keys::default();
    let keys: Result<Vec<Option<&str>>, TooManyNames> = header.iter().map(|name| names.of(name)).collect();
    let keys = match keys {
        Ok(keys) if keys.len() <= MOST_NAMES => keys,
        Ok(_) | Err(_) => return TooManyNames.at(1, lang),
    };
    if !keys.contains(&Some("task")) && !keys.contains(&Some("title")) {
        let known = known_columns(lang);
        let message = say!(
            lang,
            "第一行应为表头，其中要有“任务编号”；可用的列：{known}",
            "the first line must name the columns, `task` among them; known: {known}"
        );
        return Rows::faulty(RowFault { line: 1, key: None, message });
    }
    let mut passed_over: Vec<&str> = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let unknown = header.iter().zip(&keys).zip(record.iter());
                passed_over.extend(
                    unknown
                        .filter(|((_, key), cell)| key.is_none() && !cell.trim().is_empty())
                        .map(|((name, _), _)| name),
                );
                let line = line_of(text, record.position());
                let mut facts = Facts::default();
                for (key, cell) in keys.iter().zip(record.iter()) {
                    if let Some(key) = key {
                        take(&mut facts, key, cell);
                    }
                }
                rows.push(Row { line, facts });
            }
            Err(error) => {
                let line = error.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
                faults.push(RowFault { line, key: None, message: error.to_string() });
            }
        }
    }
    passed_over.sort_unstable();
    passed_over.dedup();
    // Where no column says what was done, nothing could be entered, whatever stands in the others.
    let told = |key: &&str| matches!(*key, "values" | "state" | "checkpoints" | "note" | "issue" | "next" | "evidence");
    if !passed_over.is_empty() && !keys.iter().flatten().any(told) {
        return Rows::faulty(RowFault { line: 1, key: None, message: says_nothing(&passed_over, lang) });
    }
    let passed_over = passed_over.into_iter().map(str::to_owned).collect();
    Rows { rows, faults, passed_over }
}

/// The columns that there are, as a reader is told of them.
fn known_columns(lang: Language) -> String {
    words::list(lang, columns().map(|known| header_of(known, lang)))
}

/// That none of the columns says what was done.
fn says_nothing(names: &[&str], lang: Language) -> String {
    let (names, known) = (words::list(lang, names.iter().copied()), known_columns(lang));
    say!(
        lang,
        "没有一列是进展：{names} 都不是填报项；可用的列：{known}",
        "no column says what was done: {names} are columns of no known name; known: {known}"
    )
}

fn from_yaml(text: &str, lang: Language) -> Rows {
    let lines = Lines::of(text);
    let root = match read_node(text) {
        Ok(root) => root,
        Err((byte, why)) => return Rows::faulty(RowFault { line: lines.at(byte), key: None, message: why }),
    };
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let mut names = Keys::default();
    for item in root.iter().flat_map(Node::items) {
        let line = lines.at(item.span.start);
        let mut facts = Facts::default();
        for (key, value) in item.pairs() {
            let (name, line) = (key.text().unwrap_or(""), lines.at(key.span.start));
            match names.of(name) {
                Ok(Some(key)) => texts(value).into_iter().for_each(|text| take(&mut facts, key, &text)),
                Ok(None) => faults.push(RowFault { line, key: None, message: unknown_key(name, lang) }),
                Err(too_many) => return too_many.at(line, lang),
            }
        }
        rows.push(Row { line, facts });
    }
    Rows { rows, faults, ..Rows::default() }
}

/// A scalar as itself, a list as its items, a map as `name=value`.
fn texts(node: &Node) -> Vec<String> {
    match &node.data {
        NodeData::Scalar { text, .. } if node.is_nothing() || text.is_empty() => Vec::new(),
        NodeData::Scalar { text, .. } => vec![text.clone()],
        NodeData::List(items) => items.iter().flat_map(texts).collect(),
        NodeData::Map(pairs) => {
            let pairs = pairs.iter().filter(|(_, value)| !value.is_nothing());
            pairs.filter_map(|(name, value)| Some(format!("{}={}", name.text()?, value.text()?))).collect()
        }
    }
}

fn from_json(text: &str, lang: Language) -> Rows {
    use serde_json::Value;
    let mut taken = Rows::default();
    let mut names = Keys::default();
    let mut object = |line: usize, value: Value, taken: &mut Rows| -> Result<(), TooManyNames> {
        let Value::Object(pairs) = value else {
            let message = say!(lang, "每行应为一个 JSON 对象", "each line must be a JSON object");
            taken.faults.push(RowFault { line, key: None, message });
            return Ok(());
        };
        let mut facts = Facts::default();
        for (name, value) in pairs {
            match names.of(name.clone())? {
                Some(key) => json_texts(&value).into_iter().for_each(|text| take(&mut facts, key, &text)),
                None => taken.faults.push(RowFault { line, key: None, message: unknown_key(&name, lang) }),
            }
        }
        taken.rows.push(Row { line, facts });
        Ok(())
    };
    if let Ok(Value::Array(values)) = serde_json::from_str(text) {
        for (value, at) in values.into_iter().zip(1..) {
            if let Err(too_many) = object(at, value, &mut taken) {
                return too_many.at(at, lang);
            }
        }
        return taken;
    }
    for (line, at) in text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(value) => {
                if let Err(too_many) = object(at, value, &mut taken) {
                    return too_many.at(at, lang);
                }
            }
            Err(error) => taken.faults.push(RowFault { line: at, key: None, message: format!("JSON: {error}") }),
        }
    }
    taken
}

fn json_texts(value: &serde_json::Value) -> Vec<String> {
    use serde_json::Value;
    match value {
        Value::Null => Vec::new(),
        Value::String(text) => vec![text.clone()],
        Value::Bool(_) | Value::Number(_) => vec![value.to_string()],
        Value::Array(items) => items.iter().flat_map(json_texts).collect(),
        Value::Object(pairs) => pairs
            .iter()
            .flat_map(|(name, value)| json_texts(value).into_iter().map(move |value| format!("{name}={value}")))
            .collect(),
    }
}

fn unknown_key(name: &str, lang: Language) -> String {
    let known = words::list(lang, columns().map(|known| header_of(known, lang)));
    say!(lang, "没有字段“{name}”，可用：{known}", "there is no field `{name}`; there are: {known}")
}

/// The key that a header means. Columns of other names are the form's own business.
fn key_of(header: &str) -> Option<&'static str> {
    fields::meant(columns().chain(fields::field(Place::Task, "id")), header).map(|field| match field.key {
        "id" => "task",
        key => key,
    })
}

fn take(facts: &mut Facts, key: &str, text: &str) {
    let parts = |text: &str| -> Vec<String> {
        text.split(['；', ';', '\n']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    };
    match key {
        "task" => text.trim().clone_into(&mut facts.task),
        "title" => text.trim().clone_into(&mut facts.title),
        "date" => text.trim().clone_into(&mut facts.date),
        "by" => text.trim().clone_into(&mut facts.by),
        "values" => facts.values.extend(parts(text)),
        "state" => text.trim().clone_into(&mut facts.state),
        "checkpoints" => facts.checkpoints.extend(parts(text)),
        "note" => text.clone_into(&mut facts.note),
        "percent" => text.clone_into(&mut facts.percent),
        "issue" => text.clone_into(&mut facts.issue),
        "next" => text.clone_into(&mut facts.next),
        "evidence" => facts.evidence.extend(parts(text)),
        "reply_to" => text.trim().clone_into(&mut facts.reply_to),
        _ => {}
    }
}

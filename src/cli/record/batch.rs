//! A batch of reports out of a file: every fault with its row, and all of it or nothing.

use std::collections::HashSet;
use std::io::Read;
use std::process::ExitCode;

use crate::check;
use crate::cli::output::{Doubtful, Listed, note};
use crate::cli::writing::{Draft, Extent, change, not_edited};
use crate::cli::{Global, language};
use crate::lang;
use crate::plan::{Entry, Language};
use crate::say;
use crate::store::{Node, NodeData, Origin, read_node};

use super::facts::{FactFault, Facts};
use super::{RecordArgs, doubts_about, task_of};

/// A column of the form.
pub(super) struct KnownColumn {
    /// The key of an entry; also the English header.
    pub(super) key: &'static str,
    /// The Chinese header.
    pub(super) zh: &'static str,
    also: &'static [&'static str],
}

const fn column(key: &'static str, zh: &'static str, also: &'static [&'static str]) -> KnownColumn {
    KnownColumn { key, zh, also }
}

/// The columns of the form, by the names of the 任务分解表.
pub(super) const COLUMNS: &[KnownColumn] = &[
    column("task", "任务编号", &["编号", "序号", "id", "任务"]),
    column("title", "工作任务", &["任务名称", "标题"]),
    column("target", "目标值", &["目标", "量化指标"]),
    column("date", "日期", &["填报日期", "截至日期"]),
    column("by", "填报单位", &["报送单位", "责任单位", "单位"]),
    column("values", "当前值", &["完成值", "数值", "value"]),
    column("state", "状态", &[]),
    column("checkpoints", "节点", &["已到达节点", "checkpoint"]),
    column("note", "进展情况", &["进展", "工作进展"]),
    column("issue", "存在问题", &["问题", "困难问题"]),
    column("next", "下一步措施", &["下一步", "下一步计划", "下一步工作"]),
    column("evidence", "佐证材料", &["佐证", "附件"]),
];

/// One row of a batch.
#[derive(Debug)]
struct Row {
    line: usize,
    facts: Facts,
}

/// What is wrong with a row, or with the file.
#[derive(Debug, PartialEq, Eq)]
struct RowFault {
    line: usize,
    key: Option<&'static str>,
    message: String,
}

/// Enters a batch.
pub(super) fn record(global: &Global, args: &RecordArgs, from: &str, force: bool) -> anyhow::Result<ExitCode> {
    let text = text_of(from)?;
    change(global, &args.write, &Extent::Whole, &|draft| {
        let lang = draft.lang;
        let (mut rows, mut faults) = rows(from, &text, lang);
        rows.retain(|row| !row.facts.say_nothing());
        for row in rows.iter_mut().filter(|row| row.facts.date.trim().is_empty()) {
            match &args.date {
                Some(date) => row.facts.date.clone_from(date),
                None => faults.push(RowFault {
                    line: row.line,
                    key: Some("date"),
                    message: say!(
                        lang,
                        "没有日期；请填写，或用 --date 统一指定",
                        "no date: write one, or give --date for all"
                    ),
                }),
            }
        }
        let mut entries = Vec::new();
        for row in &rows {
            match row.facts.entry(draft.rewrite.opened(), draft.today, lang) {
                Ok(entry) => entries.push((row.line, entry)),
                Err(wrong) => faults.extend(wrong.into_iter().map(|fault| at_row(row.line, fault))),
            }
        }
        faults.sort_by_key(|fault| fault.line);
        refuse(from, &faults, lang)?;
        append(draft, from, entries, force)
    })
}

/// Appends what the journal does not hold yet.
fn append(draft: &mut Draft, from: &str, entries: Vec<(usize, Entry)>, force: bool) -> anyhow::Result<String> {
    let lang = draft.lang;
    let found = entries.len();
    let held = &draft.rewrite.opened().journal.entries;
    let new: Vec<(usize, Entry)> = entries.into_iter().filter(|(_, entry)| !held.contains(entry)).collect();
    let known = found - new.len();
    if !force {
        undoubted(draft, from, &new)?;
    }
    let (lines, entries): (Vec<usize>, Vec<Entry>) = new.into_iter().unzip();
    let origins = draft.rewrite.append(&entries).map_err(|error| not_edited(&error))?;
    refuse(from, &in_the_journal(draft, &origins, &lines), lang)?;
    let count = entries.len();
    let tasks = entries.iter().map(|entry| &entry.task).collect::<HashSet<_>>().len();
    Ok(match known {
        0 => say!(lang, "{count} 条记录，涉及 {tasks} 项任务", "{count} entries about {tasks} tasks"),
        known => say!(
            lang,
            "{count} 条记录，涉及 {tasks} 项任务；另有 {known} 条台账中已有，未重复写入",
            "{count} entries about {tasks} tasks; {known} more were in the journal already"
        ),
    })
}

fn undoubted(draft: &Draft, from: &str, new: &[(usize, Entry)]) -> anyhow::Result<()> {
    let mut lines = Vec::new();
    for (at, (line, entry)) in new.iter().enumerate() {
        let before: Vec<&Entry> = new.iter().take(at).map(|(_, entry)| entry).collect();
        let doubts = doubts_about(draft, task_of(draft, entry)?, entry, &before);
        lines.extend(doubts.iter().map(|doubt| format!("{from}:{line}: {}", lang::doubt(draft.lang, doubt))));
    }
    if lines.is_empty() { Ok(()) } else { Err(Doubtful(lines).into()) }
}

/// What the checks find wrong with the new entries, each at its row.
fn in_the_journal(draft: &Draft, origins: &[Origin], lines: &[usize]) -> Vec<RowFault> {
    let opened = draft.rewrite.opened();
    let found = check::run(opened, draft.lang);
    let errors = found.iter().filter(|found| found.severity == check::Gravity::Error);
    let faults = errors.filter_map(|error| {
        let root = opened.nodes(error.file_index)?;
        let item = root.items().iter().position(|item| item.span.contains(&error.span.start))?;
        let row = origins.iter().position(|origin| (origin.file, origin.item) == (error.file_index, item))?;
        let message = format!("{} {}（{}）", error.code, error.message, error.hint);
        Some(RowFault { line: *lines.get(row)?, key: None, message })
    });
    faults.collect()
}

fn at_row(line: usize, fault: FactFault) -> RowFault {
    // Some messages say themselves what they are about.
    let named = matches!(fault.key, "task" | "by" | "checkpoints");
    RowFault { line, key: (!named).then_some(fault.key), message: fault.message }
}

fn refuse(from: &str, faults: &[RowFault], lang: Language) -> anyhow::Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    let shown = |fault: &RowFault| {
        let column = COLUMNS.iter().find(|known| Some(known.key) == fault.key);
        let column = column.map(|known| say!(lang, "{}：", "{}: ", lang::pick(lang, known.zh, known.key)));
        format!("\n{from}:{}: {}{}", fault.line, column.unwrap_or_default(), fault.message)
    };
    let (count, list) = (faults.len(), faults.iter().map(shown).collect::<String>());
    Err(anyhow::Error::new(Listed(say!(
        lang,
        "{count} 处有误，全部没有写入{list}",
        "{count} faults; nothing was written{list}"
    ))))
}

/// The file's text. Spreadsheets on Chinese Windows save CSV as GBK.
pub(in crate::cli) fn text_of(from: &str) -> anyhow::Result<String> {
    let lang = language::language();
    let mut bytes = Vec::new();
    let read = match from {
        "-" => std::io::stdin().lock().read_to_end(&mut bytes).map(drop),
        path => std::fs::read(path).map(|read| bytes = read),
    };
    read.map_err(|error| {
        let why = lang::io_failure(lang, &error);
        anyhow::anyhow!(say!(lang, "无法读取 {from}：{why}", "cannot read {from}: {why}"))
    })?;
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let (text, _, wrong) = encoding_rs::GB18030.decode(error.as_bytes());
            if wrong {
                anyhow::bail!(say!(
                    lang,
                    "{from} 既不是 UTF-8 也不是 GBK 编码，请另存为 UTF-8 后再试",
                    "{from} is neither UTF-8 nor GBK; save it as UTF-8"
                ));
            }
            note(lang, &say!(lang, "{from} 按 GBK 编码读取", "{from} is read as GBK"));
            text.into_owned()
        }
    };
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The rows of a file, by its name's ending, else by how it begins.
fn rows(from: &str, text: &str, lang: Language) -> (Vec<Row>, Vec<RowFault>) {
    let begins = text.trim_start();
    let name = from.to_ascii_lowercase();
    let is = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if is(&[".jsonl", ".ndjson", ".json"]) || (!is(&[".csv", ".yaml", ".yml"]) && begins.starts_with(['{', '['])) {
        return from_json(text, lang);
    }
    let yaml = begins.starts_with("- ") || begins.starts_with('#');
    if is(&[".yaml", ".yml"]) || (!is(&[".csv"]) && yaml) { from_yaml(text, lang) } else { from_csv(text, lang) }
}

fn from_csv(text: &str, lang: Language) -> (Vec<Row>, Vec<RowFault>) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let header = reader.headers().cloned().unwrap_or_default();
    let keys: Vec<Option<&str>> = header.iter().map(key_of).collect();
    if !keys.contains(&Some("task")) && !keys.contains(&Some("title")) {
        let known = lang::list(lang, COLUMNS.iter().map(|known| lang::pick(lang, known.zh, known.key)));
        let message = say!(
            lang,
            "第一行应为表头，其中要有“任务编号”；可用的列：{known}",
            "the first line must name the columns, `task` among them; known: {known}"
        );
        return (rows, vec![RowFault { line: 1, key: None, message }]);
    }
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
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
    (rows, faults)
}

fn from_yaml(text: &str, lang: Language) -> (Vec<Row>, Vec<RowFault>) {
    let line_of = |byte: usize| text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1;
    let root = match read_node(text) {
        Ok(root) => root,
        Err((byte, why)) => return (Vec::new(), vec![RowFault { line: line_of(byte), key: None, message: why }]),
    };
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for item in root.iter().flat_map(Node::items) {
        let line = line_of(item.span.start);
        let mut facts = Facts::default();
        for (key, value) in item.pairs() {
            let name = key.text().unwrap_or("");
            match key_of(name) {
                Some(key) => texts(value).into_iter().for_each(|text| take(&mut facts, key, &text)),
                None => {
                    faults.push(RowFault { line: line_of(key.span.start), key: None, message: unknown_key(name, lang) })
                }
            }
        }
        rows.push(Row { line, facts });
    }
    (rows, faults)
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

fn from_json(text: &str, lang: Language) -> (Vec<Row>, Vec<RowFault>) {
    use serde_json::Value;
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let mut object = |line: usize, value: Value, faults: &mut Vec<RowFault>| {
        let Value::Object(pairs) = value else {
            let message = say!(lang, "每行应为一个 JSON 对象", "each line must be a JSON object");
            return faults.push(RowFault { line, key: None, message });
        };
        let mut facts = Facts::default();
        for (name, value) in &pairs {
            match key_of(name) {
                Some(key) => json_texts(value).into_iter().for_each(|text| take(&mut facts, key, &text)),
                None => faults.push(RowFault { line, key: None, message: unknown_key(name, lang) }),
            }
        }
        rows.push(Row { line, facts });
    };
    if let Ok(Value::Array(values)) = serde_json::from_str(text) {
        for (value, at) in values.into_iter().zip(1..) {
            object(at, value, &mut faults);
        }
        return (rows, faults);
    }
    for (line, at) in text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()) {
        match serde_json::from_str(line) {
            Ok(value) => object(at, value, &mut faults),
            Err(error) => faults.push(RowFault { line: at, key: None, message: format!("JSON: {error}") }),
        }
    }
    (rows, faults)
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
    let known = lang::list(lang, COLUMNS.iter().map(|known| known.key));
    say!(lang, "没有字段“{name}”，可用：{known}", "there is no field `{name}`; there are: {known}")
}

/// The key that a header means. Columns of other names are the form's own business.
fn key_of(header: &str) -> Option<&'static str> {
    let header = header.trim();
    let known = COLUMNS.iter().find(|known| known.key == header || known.zh == header || known.also.contains(&header));
    known.map(|known| known.key)
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
        "issue" => text.clone_into(&mut facts.issue),
        "next" => text.clone_into(&mut facts.next),
        "evidence" => facts.evidence.extend(parts(text)),
        _ => {}
    }
}

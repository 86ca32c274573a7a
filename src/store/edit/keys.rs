//! A key of a map: another value for it, a new one, or none.

use std::ops::Range;

use crate::store::node::{Node, NodeData};
use crate::store::scalar::{block_scalar, double_quoted, flow_scalar, quoted};

use super::items::line_after;
use super::style::line_end;

/// What is put behind a key.
pub(super) struct Put {
    /// The text that it is, which keeps the quotes that stood there.
    pub(super) text: Option<String>,
    /// Its YAML in lines of its own: what stands behind the key, and the lines below it.
    pub(super) block: Vec<String>,
    /// Its YAML in brackets.
    pub(super) flow: String,
}

impl Put {
    /// A text.
    pub(super) fn text(text: &str) -> Put {
        Put { text: Some(text.to_owned()), block: vec![block_scalar(text)], flow: flow_scalar(text) }
    }

    /// YAML of one line.
    pub(super) fn yaml(yaml: &str) -> Put {
        Put { text: None, block: vec![yaml.to_owned()], flow: yaml.to_owned() }
    }
}

/// The text with another value behind the key of a map. A new key stands behind those before it in the order of keys.
pub(super) fn set_key(text: &str, map: &Node, key: &str, order: &[&str], put: &Put) -> Option<String> {
    let Some((name, old)) = map.pairs().iter().find(|(name, _)| name.text() == Some(key)) else {
        return insert_key(text, map, key, order, put);
    };
    let span = old.span.clone();
    let written = text.get(span.clone())?;
    let is_part = matches!(old.data, NodeData::List(_) | NodeData::Map(_));
    if is_part && written.contains('#') {
        // A remark in it would be lost.
        return None;
    }
    let line = if is_flow(text, map)? || put.block.len() > 1 { &put.flow } else { put.block.first()? };
    let new = match (&put.text, written.starts_with(['"', '\''])) {
        (Some(text), true) if written.starts_with('"') => double_quoted(text),
        (Some(text), true) => quoted(text),
        _ => line.clone(),
    };
    if written.is_empty() {
        // `key:` with nothing behind it.
        let colon = name.span.end + text.get(name.span.end..)?.find(':')? + 1;
        return splice(text, colon..colon, &format!(" {new}"));
    }
    let line_end = if written.ends_with('\n') { line_end(text) } else { "" };
    splice(text, span, &format!("{new}{}{line_end}", remark_of(written)))
}

/// The text without the key. Where a remark stands beside it, and where a line does not hold it alone, the key stays and
/// says nothing: `empty`.
pub(super) fn remove_key(text: &str, map: &Node, key: &str, empty: &str) -> Option<String> {
    let (name, value) = map.pairs().iter().find(|(name, _)| name.text() == Some(key))?;
    let start = line_start(text, name.span.start)?;
    let end = line_after(text, value.span.end.max(name.span.end))?;
    let is_alone = text.get(start..name.span.start)?.trim().is_empty() && !is_flow(text, map)?;
    if is_alone && !text.get(start..end)?.contains('#') {
        return splice(text, start..end, "");
    }
    set_key(text, map, key, &[], &Put::yaml(empty))
}

/// What is remarked behind the sign with which a text in lines of its own begins: it stays behind the new value.
fn remark_of(written: &str) -> String {
    let head = written.lines().next().filter(|head| head.starts_with(['|', '>'])).unwrap_or("");
    head.find('#').and_then(|at| head.get(at..)).map_or_else(String::new, |remark| format!(" {remark}"))
}

/// A new key behind the last one that stands before it in the order of keys.
fn insert_key(text: &str, map: &Node, key: &str, order: &[&str], put: &Put) -> Option<String> {
    let rank = |key: &str| order.iter().position(|known| *known == key);
    let pairs = map.pairs();
    let before = pairs.iter().rev().find(|(name, _)| name.text().is_some_and(|name| rank(name) < rank(key)));
    let (name, last) = before.or(pairs.first())?;
    let end = last.span.end.max(name.span.end);
    if is_flow(text, map)? {
        return splice(text, end..end, &format!(", {key}: {}", put.flow));
    }
    let first = pairs.first()?.0.span.start;
    let indent = " ".repeat(text.get(line_start(text, first)?..first)?.chars().count());
    let line_end = line_end(text);
    let lines: Vec<String> = match put.block.as_slice() {
        [line] => vec![format!("{indent}{key}: {line}")],
        lines => std::iter::once(format!("{indent}{key}:"))
            .chain(lines.iter().skip(1).map(|line| format!("{indent}{line}")))
            .collect(),
    };
    let new = lines.join(line_end);
    let at = line_after(text, end)?;
    if at == text.len() && !text.ends_with('\n') {
        return splice(text, at..at, &format!("{line_end}{new}"));
    }
    splice(text, at..at, &format!("{new}{line_end}"))
}

fn is_flow(text: &str, map: &Node) -> Option<bool> {
    Some(text.get(map.span.start..)?.starts_with('{'))
}

/// Where the line begins in which a place lies.
pub(super) fn line_start(text: &str, at: usize) -> Option<usize> {
    Some(text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1))
}

pub(super) fn splice(text: &str, range: Range<usize>, new: &str) -> Option<String> {
    Some(format!("{}{new}{}", text.get(..range.start)?, text.get(range.end..)?))
}

//! Keys and items of a YAML text: another value where one stands, a new one where it belongs, or none.

use std::ops::Range;

use crate::store::node::{Node, NodeData};
use crate::store::scalar::{block_scalar, double_quoted, flow_scalar, quoted};

use super::items::{line_after, line_start};
use super::style::line_end;

/// A step on the way through a file.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step<'s> {
    /// The value of a key.
    Key(&'s str),
    /// An item of a list, from 0.
    Item(usize),
}

/// What stands at the end of a way.
pub(super) fn reached<'n>(root: &'n Node, way: &[Step<'_>]) -> Option<&'n Node> {
    way.iter().try_fold(root, |node, step| match step {
        Step::Key(key) => node.get(key),
        Step::Item(at) => node.items().get(*at),
    })
}

/// Where the value of a key ends.
pub(super) fn end_of_value(map: &Node, key: &str) -> Option<usize> {
    let (name, value) = map.pairs().iter().find(|(name, _)| name.text() == Some(key))?;
    Some(value.span.end.max(name.span.end))
}

/// How far into its line a place stands.
pub(super) fn column(text: &str, at: usize) -> Option<usize> {
    Some(text.get(line_start(text, at)?..at)?.chars().count())
}

/// The text with the value under the key of the map to which a way leads.
pub(super) fn put(text: &str, way: &[Step<'_>], key: &str, order: &[&str], new: &Put) -> Option<String> {
    let root = Node::parse(text).ok()??;
    set_key(text, reached(&root, way)?, key, order, new)
}

/// The text with the value at the end of a way of keys; parts on the way that are not there are made.
pub(super) fn put_at(text: &str, way: &[&str], (order, inner): (&[&str], &[&str]), new: &Put) -> Option<String> {
    let root = Node::parse(text).ok()??;
    let (mut map, mut order) = (&root, order);
    let mut rest = way;
    while let [key, below @ ..] = rest {
        let Some(next) = map.get(key).filter(|next| !below.is_empty() && !next.pairs().is_empty()) else { break };
        (map, rest, order) = (next, below, inner);
    }
    let (key, below) = rest.split_first()?;
    if below.is_empty() {
        return set_key(text, map, key, order, new);
    }
    let yaml = below.iter().rev().fold(new.flow.clone(), |inner, key| format!("{{ {key}: {inner} }}"));
    set_key(text, map, key, order, &Put::yaml(&yaml))
}

/// The text without the key at the end of a way; as it is where nothing stands there.
pub(super) fn cleared(text: &str, way: &[&str]) -> Option<String> {
    let root = Node::parse(text).ok()??;
    let (key, above) = way.split_last()?;
    match above.iter().try_fold(&root, |node, key| node.get(key)) {
        Some(map) => taken_out(text, map, key),
        None => Some(text.to_owned()),
    }
}

/// The text without the key of a map; as it is where the map has none.
pub(super) fn taken_out(text: &str, map: &Node, key: &str) -> Option<String> {
    let pairs = map.pairs();
    let Some(at) = pairs.iter().position(|(name, _)| name.text() == Some(key)) else { return Some(text.to_owned()) };
    let (name, value) = pairs.get(at)?;
    let end = value.span.end.max(name.span.end);
    if is_flow(text, map)? {
        let before = at.checked_sub(1).and_then(|at| pairs.get(at));
        return match (pairs.get(at + 1), before) {
            (Some((next, _)), _) => splice(text, name.span.start..next.span.start, ""),
            (None, Some((name, value))) => splice(text, value.span.end.max(name.span.end)..end, ""),
            (None, None) => splice(text, name.span.start..end, ""),
        };
    }
    splice(text, line_start(text, name.span.start)?..line_after(text, end)?, "")
}

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

    /// YAML of one line that is a single value: it takes the quotes of what stood there.
    pub(super) fn single(yaml: &str, text: &str) -> Put {
        Put { text: Some(text.to_owned()), ..Put::yaml(yaml) }
    }

    fn line(&self, is_flow: bool) -> &str {
        let line = self.block.first().filter(|_| !is_flow && self.block.len() == 1);
        line.map_or(self.flow.as_str(), String::as_str)
    }
}

/// The text with another value behind the key of a map. A new key stands behind those before it in the order of keys.
pub(super) fn set_key(text: &str, map: &Node, key: &str, order: &[&str], put: &Put) -> Option<String> {
    let Some((name, old)) = map.pairs().iter().find(|(name, _)| name.text() == Some(key)) else {
        return insert_key(text, map, key, order, put);
    };
    let written = text.get(old.span.clone())?;
    let is_part = matches!(old.data, NodeData::List(_) | NodeData::Map(_));
    if is_part && holds_remark(text, &old.span, old) {
        // It would be lost.
        return None;
    }
    let is_flow = is_flow(text, map)?;
    if written.is_empty() {
        // `key:` with nothing behind it.
        let colon = name.span.end + text.get(name.span.end..)?.find(':')? + 1;
        return splice(text, colon..colon, &format!(" {}", put.line(is_flow)));
    }
    replace(text, old, put, is_flow)
}

/// Whether a remark stands in a part of the text: a `#` that belongs to no value of the node.
pub(super) fn holds_remark(text: &str, part: &Range<usize>, node: &Node) -> bool {
    let written = text.get(part.clone()).unwrap_or_default();
    written.match_indices('#').any(|(at, _)| !is_within_value(text, node, part.start + at))
}

fn is_within_value(text: &str, node: &Node, at: usize) -> bool {
    let within = |node: &Node| is_within_value(text, node, at);
    match &node.data {
        NodeData::List(items) => items.iter().any(within),
        NodeData::Map(pairs) => pairs.iter().any(|(key, value)| within(key) || within(value)),
        NodeData::Scalar { .. } if !node.span.contains(&at) => false,
        // Behind the sign with which a text in lines of its own begins, a remark may stand.
        NodeData::Scalar { .. } => {
            text.get(node.span.start..at).is_some_and(|before| !before.starts_with(['|', '>']) || before.contains('\n'))
        }
    }
}

/// The text without the key. Where a remark stands beside it, and where a line does not hold it alone, the key stays and
/// says nothing: `empty`.
pub(super) fn remove_key(text: &str, map: &Node, key: &str, empty: &str) -> Option<String> {
    let (name, value) = map.pairs().iter().find(|(name, _)| name.text() == Some(key))?;
    let start = line_start(text, name.span.start)?;
    let end = line_after(text, value.span.end.max(name.span.end))?;
    let is_alone = text.get(start..name.span.start)?.trim().is_empty() && !is_flow(text, map)?;
    if is_alone && !holds_remark(text, &(start..end), map) {
        return splice(text, start..end, "");
    }
    set_key(text, map, key, &[], &Put::yaml(empty))
}

/// The text with another value in the place of a single one.
pub(super) fn replace(text: &str, old: &Node, new: &Put, is_flow: bool) -> Option<String> {
    let span = old.span.clone();
    let written = text.get(span.clone())?;
    // A text keeps the quotes it had.
    let value = match &new.text {
        Some(text) if written.starts_with('"') => double_quoted(text),
        Some(text) if written.starts_with('\'') => quoted(text),
        Some(_) | None => new.line(is_flow).to_owned(),
    };
    let line_end = if written.ends_with('\n') { line_end(text) } else { "" };
    splice(text, span, &format!("{value}{}{line_end}", remark_of(written)))
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
    let indent = " ".repeat(column(text, first)?);
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

/// The text without an item of the list.
pub(super) fn remove_item(text: &str, list: &Node, at: usize) -> Option<String> {
    let items = list.items();
    let span = items.get(at)?.span.clone();
    if text.get(list.span.start..)?.starts_with('[') {
        let range = match (items.get(at + 1), at.checked_sub(1).and_then(|before| items.get(before))) {
            (Some(next), _) => span.start..next.span.start,
            // A remark in between is about the item before; a comma behind the last item says nothing.
            (None, Some(before)) if text.get(before.span.end..span.start)?.contains('#') => span,
            (None, Some(before)) => before.span.end..span.end,
            (None, None) => span,
        };
        return splice(text, range, "");
    }
    splice(text, line_start(text, span.start)?..line_after(text, span.end)?, "")
}

/// The text with an item behind the others of the list.
pub(super) fn push_item(text: &str, list: &Node, new: &Put) -> Option<String> {
    let last = list.items().last()?;
    let is_flow = text.get(list.span.start..)?.starts_with('[');
    let new = new.line(is_flow);
    if is_flow {
        return splice(text, last.span.end..last.span.end, &format!(", {new}"));
    }
    let lead = text.get(line_start(text, last.span.start)?..last.span.start)?.to_owned();
    let at = line_after(text, last.span.end)?;
    let line_end = line_end(text);
    if at == text.len() && !text.ends_with('\n') {
        return splice(text, at..at, &format!("{line_end}{lead}{new}"));
    }
    splice(text, at..at, &format!("{lead}{new}{line_end}"))
}

pub(super) fn is_flow(text: &str, map: &Node) -> Option<bool> {
    Some(text.get(map.span.start..)?.starts_with('{'))
}

pub(super) fn splice(text: &str, range: Range<usize>, new: &str) -> Option<String> {
    Some(format!("{}{new}{}", text.get(..range.start)?, text.get(range.end..)?))
}

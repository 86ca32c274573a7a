//! Keys and items of a YAML text: another value where one stands, and new ones where they belong.

use std::ops::Range;

use crate::store::node::Node;
use crate::store::scalar::{block_scalar, double_quoted, flow_scalar, quoted};

use super::items::line_after;
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

/// How far into its line a place stands.
pub(super) fn column(text: &str, at: usize) -> Option<usize> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1);
    Some(text.get(start..at)?.chars().count())
}

/// The text with the value under the key of the map to which a way leads.
pub(super) fn put(text: &str, way: &[Step<'_>], key: &str, order: &[&str], new: &New) -> Option<String> {
    let root = Node::parse(text).ok()??;
    set_key(text, reached(&root, way)?, key, order, new)
}

/// A value to be put into a file.
pub(super) struct New {
    /// The text that it is, where it is one: it takes the quotes of what stood there.
    text: Option<String>,
    /// As the value of a key in lines of a block.
    block: String,
    /// Within brackets.
    flow: String,
}

impl New {
    /// A text, quoted where it must be.
    pub(super) fn text(text: &str) -> New {
        New { text: Some(text.to_owned()), block: block_scalar(text), flow: flow_scalar(text) }
    }

    /// YAML of one line that may stand anywhere; a single value takes the quotes of what stood there.
    pub(super) fn yaml(yaml: &str, text: Option<&str>) -> New {
        New { text: text.map(str::to_owned), block: yaml.to_owned(), flow: yaml.to_owned() }
    }

    fn written(&self, is_flow: bool) -> &str {
        if is_flow { &self.flow } else { &self.block }
    }
}

/// The text with the value under the key of the map, which is put where it belongs in the order of keys if it is not there.
pub(super) fn set_key(text: &str, map: &Node, key: &str, order: &[&str], new: &New) -> Option<String> {
    let is_flow = text.get(map.span.start..)?.starts_with('{');
    let Some((name, old)) = map.pairs().iter().find(|(name, _)| name.text() == Some(key)) else {
        return insert_key(text, map, key, order, new.written(is_flow));
    };
    if text.get(old.span.clone())?.is_empty() {
        // `key:` with nothing behind it.
        let colon = name.span.end + text.get(name.span.end..)?.find(':')? + 1;
        return splice(text, colon..colon, &format!(" {}", new.written(is_flow)));
    }
    replace(text, old, new, is_flow)
}

/// The text with another value in the place of a single one.
pub(super) fn replace(text: &str, old: &Node, new: &New, is_flow: bool) -> Option<String> {
    let span = old.span.clone();
    let written = text.get(span.clone())?;
    // A text keeps the quotes it had.
    let value = match &new.text {
        Some(text) if written.starts_with('"') => double_quoted(text),
        Some(text) if written.starts_with('\'') => quoted(text),
        Some(_) | None => new.written(is_flow).to_owned(),
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
fn insert_key(text: &str, map: &Node, key: &str, order: &[&str], value: &str) -> Option<String> {
    let rank = |key: &str| order.iter().position(|known| *known == key);
    let pairs = map.pairs();
    let before = pairs.iter().rev().find(|(name, _)| name.text().is_some_and(|name| rank(name) < rank(key)));
    let (name, last) = before.or(pairs.first())?;
    let end = last.span.end.max(name.span.end);
    if text.get(map.span.start..)?.starts_with('{') {
        return splice(text, end..end, &format!(", {key}: {value}"));
    }
    let first = pairs.first()?.0.span.start;
    let line_start = text.get(..first)?.rfind('\n').map_or(0, |newline| newline + 1);
    let indent = " ".repeat(text.get(line_start..first)?.chars().count());
    let line_end = line_end(text);
    let at = line_after(text, end)?;
    if at == text.len() && !text.ends_with('\n') {
        return splice(text, at..at, &format!("{line_end}{indent}{key}: {value}"));
    }
    splice(text, at..at, &format!("{indent}{key}: {value}{line_end}"))
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
    let start = text.get(..span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
    splice(text, start..line_after(text, span.end)?, "")
}

/// The text with an item behind the others of the list.
pub(super) fn push_item(text: &str, list: &Node, new: &str) -> Option<String> {
    let last = list.items().last()?;
    if text.get(list.span.start..)?.starts_with('[') {
        return splice(text, last.span.end..last.span.end, &format!(", {}", flow_scalar(new)));
    }
    let start = text.get(..last.span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let lead = text.get(start..last.span.start)?.to_owned();
    let at = line_after(text, last.span.end)?;
    let line_end = line_end(text);
    if at == text.len() && !text.ends_with('\n') {
        return splice(text, at..at, &format!("{line_end}{lead}{}", block_scalar(new)));
    }
    splice(text, at..at, &format!("{lead}{}{line_end}", block_scalar(new)))
}

/// The text with something else in the place of a part of it.
pub(super) fn splice(text: &str, range: Range<usize>, new: &str) -> Option<String> {
    Some(format!("{}{new}{}", text.get(..range.start)?, text.get(range.end..)?))
}

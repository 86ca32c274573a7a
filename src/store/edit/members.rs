//! The members of a list behind a key: some taken out, some put behind the rest, so that remarks at what stays stay.

use crate::store::node::Node;
use crate::store::scalar::{block_scalar, flow_scalar};

use super::items::line_after;
use super::keys::{line_start, splice};
use super::style::line_end;

/// How a member is written in brackets, and on a line of its own.
pub(super) type AsMember = fn(&str) -> (String, String);

/// A text as a member.
pub(super) fn text_member(text: &str) -> (String, String) {
    (flow_scalar(text), block_scalar(text))
}

/// An id, or YAML, as a member.
pub(super) fn plain_member(text: &str) -> (String, String) {
    (text.to_owned(), text.to_owned())
}

/// The text with these texts in the list; `whole` is the list anew, in brackets.
pub(super) fn set_texts(
    text: &str,
    (item, key): (usize, &str),
    wanted: &[String],
    whole: &str,
    as_member: AsMember,
) -> Option<String> {
    let old = list(text, item, key)?;
    let kept: Vec<&str> =
        old.items().iter().filter_map(Node::text).filter(|old| wanted.iter().any(|w| w == old)).collect();
    let in_order = wanted.iter().zip(&kept).all(|(wanted, kept)| wanted == kept);
    if kept.is_empty() || !in_order || wanted.len() < kept.len() {
        return replace(text, &old, whole);
    }
    let mut text = text.to_owned();
    loop {
        let now = list(&text, item, key)?;
        let gone = now.items().iter().position(|old| !old.text().is_some_and(|old| wanted.iter().any(|w| w == old)));
        match gone {
            Some(gone) => text = remove(&text, &now, gone)?,
            None => break,
        }
    }
    for new in wanted.iter().skip(kept.len()) {
        text = push(&text, &list(&text, item, key)?, &as_member(new))?;
    }
    Some(text)
}

/// The text with these parts in the list, each YAML of one line; `old` are those that stand there, written likewise.
pub(super) fn set_parts(text: &str, item: usize, key: &str, old: &[String], wanted: &[String]) -> Option<String> {
    if list(text, item, key)?.items().len() != old.len() {
        return None;
    }
    let mut text = text.to_owned();
    for new in wanted.iter().filter(|new| !old.contains(new)) {
        text = push(&text, &list(&text, item, key)?, &plain_member(new))?;
    }
    let gone = old.iter().enumerate().rev().filter(|(_, old)| !wanted.contains(old));
    for (at, _) in gone {
        text = remove(&text, &list(&text, item, key)?, at)?;
    }
    Some(text)
}

fn list(text: &str, item: usize, key: &str) -> Option<Node> {
    Node::parse(text).ok()??.items().get(item)?.get(key).cloned()
}

/// The whole list anew, in brackets; not where a remark in it would be lost.
fn replace(text: &str, list: &Node, new: &str) -> Option<String> {
    let written = text.get(list.span.clone())?;
    if written.contains('#') {
        return None;
    }
    if written.starts_with('[') {
        return splice(text, list.span.clone(), new);
    }
    // A block list begins on a line of its own, behind its key's colon.
    let colon = text.get(..list.span.start)?.rfind(':')? + 1;
    let between = text.get(colon..list.span.start)?;
    (!between.contains('#')).then(|| splice(text, colon..list.span.end, &format!(" {new}")))?
}

fn remove(text: &str, list: &Node, at: usize) -> Option<String> {
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

fn push(text: &str, list: &Node, (flow, block): &(String, String)) -> Option<String> {
    let last = list.items().last()?;
    if text.get(list.span.start..)?.starts_with('[') {
        return splice(text, last.span.end..last.span.end, &format!(", {flow}"));
    }
    let lead = text.get(line_start(text, last.span.start)?..last.span.start)?.to_owned();
    let at = line_after(text, last.span.end)?;
    let line_end = line_end(text);
    if at == text.len() && !text.ends_with('\n') {
        return splice(text, at..at, &format!("{line_end}{lead}{block}"));
    }
    splice(text, at..at, &format!("{lead}{block}{line_end}"))
}

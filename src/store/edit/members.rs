//! The members of a list behind a key: some taken out, some put behind the rest, so that remarks at what stays stay.

use crate::store::node::Node;

use super::keys::{Put, push_item, remove_item, splice};

/// The text with these texts in the list; `whole` is the list anew, in brackets.
pub(super) fn set_texts(
    text: &str,
    (item, key): (usize, &str),
    wanted: &[String],
    whole: &str,
    as_member: fn(&str) -> Put,
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
            Some(gone) => text = remove_item(&text, &now, gone)?,
            None => break,
        }
    }
    for new in wanted.iter().skip(kept.len()) {
        text = push_item(&text, &list(&text, item, key)?, &as_member(new))?;
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
        text = push_item(&text, &list(&text, item, key)?, &Put::yaml(new))?;
    }
    let gone = old.iter().enumerate().rev().filter(|(_, old)| !wanted.contains(old));
    for (at, _) in gone {
        text = remove_item(&text, &list(&text, item, key)?, at)?;
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

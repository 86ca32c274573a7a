//! The members of a list behind a key: some taken out, some put behind the rest, so that remarks at what stays stay.

use crate::store::node::Node;

use super::keys::{Put, holds_remark, push_item, remove_item, set_key, splice, taken_out};

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
    if let Some(changed) = changed_in_place(text, (item, key), old, wanted) {
        return Some(changed);
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

/// The text in which each part is what it is to be where it stands, key by key: they are the same parts, by their first key.
fn changed_in_place(text: &str, (item, key): (usize, &str), old: &[String], wanted: &[String]) -> Option<String> {
    if old.len() != wanted.len() {
        return None;
    }
    let pairs = old.iter().zip(wanted).enumerate().filter(|(_, (old, new))| old != new);
    pairs.into_iter().try_fold(text.to_owned(), |text, (at, (old, new))| {
        let (old, new) = (Written::read(old)?, Written::read(new)?);
        if old.first() != new.first() {
            return None;
        }
        let order: Vec<&str> = new.keys();
        let gone = old.keys().into_iter().filter(|key| new.value(key).is_none()).map(|key| (key, None));
        let put = order.iter().filter(|key| old.value(key) != new.value(key)).map(|key| (*key, new.value(key)));
        let mut changes = gone.chain(put);
        changes.try_fold(text, |text, (name, value)| {
            let list = list(&text, item, key)?;
            let part = list.items().get(at)?;
            match value {
                Some(value) => set_key(&text, part, name, &order, &Put::yaml(value)),
                None => taken_out(&text, part, name),
            }
        })
    })
}

/// A part in YAML of one line, with its keys.
struct Written<'w> {
    yaml: &'w str,
    node: Node,
}

impl<'w> Written<'w> {
    fn read(yaml: &'w str) -> Option<Written<'w>> {
        Some(Written { yaml, node: Node::parse(yaml).ok()?? })
    }

    fn keys(&self) -> Vec<&str> {
        self.node.pairs().iter().filter_map(|(name, _)| name.text()).collect()
    }

    fn value(&self, key: &str) -> Option<&'w str> {
        self.yaml.get(self.node.get(key)?.span.clone())
    }

    fn first(&self) -> Option<&'w str> {
        let first = *self.keys().first()?;
        self.value(first)
    }
}

fn list(text: &str, item: usize, key: &str) -> Option<Node> {
    Node::parse(text).ok()??.items().get(item)?.get(key).cloned()
}

/// The whole list anew, in brackets; not where a remark in it would be lost.
fn replace(text: &str, list: &Node, new: &str) -> Option<String> {
    let written = text.get(list.span.clone())?;
    if holds_remark(text, &list.span, list) {
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

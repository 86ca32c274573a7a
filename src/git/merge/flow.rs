//! Values on one line: a list or a map in brackets is merged by its members, where it is written plainly.

use crate::store::{Node, NodeData};

use super::order::{Order, order};
use super::sides::{Sides, settle};
use super::split::{Named, is_block, names};
use super::value::{same, same_or_missing};

/// A value and the text in which it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'t> {
    pub(super) text: &'t str,
    pub(super) node: &'t Node,
}

impl Written<'_> {
    fn written(&self) -> &str {
        self.text.get(self.node.span.clone()).unwrap_or("")
    }
}

/// The merged text of a value; `None` where the sides want it differently.
pub(super) fn merge_value(sides: &Sides<Written<'_>>) -> Option<String> {
    let texts = sides.as_ref().map(|side| side.written());
    if let Some(text) = texts.settled() {
        return Some(text.to_owned());
    }
    // By member first, so that quotes which one side alone has put somewhere are taken over.
    let by_meaning = || {
        let side = settle(*sides, |one, other| same(one.node, other.node))?;
        Some(side.written().to_owned())
    };
    by_member(sides).or_else(by_meaning)
}

fn by_member(sides: &Sides<Written<'_>>) -> Option<String> {
    if sides.each().into_iter().any(|side| is_block(side.text, side.node)) {
        return None;
    }
    let [base, ours, theirs] = sides.each().map(|side| &side.node.data);
    match (base, ours, theirs) {
        (NodeData::List(_), NodeData::List(_), NodeData::List(_)) => merge_list(sides),
        (NodeData::Map(_), NodeData::Map(_), NodeData::Map(_)) => merge_map(sides),
        _ => None,
    }
}

fn merge_list(sides: &Sides<Written<'_>>) -> Option<String> {
    let names = sides.as_ref().map(|side| names(side.node)).whole()?;
    let members = |side: &Written<'_>| side.node.items().to_vec();
    let all = sides.as_ref().map(members);
    let bare = |side: &Written<'_>, member: &Node| side.text.get(member.span.clone()).map(str::to_owned);
    joined(sides, &names, &all, bare)
}

fn merge_map(sides: &Sides<Written<'_>>) -> Option<String> {
    let key = |(key, _): &(Node, Node)| key.text().map(|name| (name.to_owned(), name.to_owned()));
    let names = sides.as_ref().map(|side| side.node.pairs().iter().map(key).collect::<Option<Vec<Named>>>()).whole()?;
    let values = |side: &Written<'_>| side.node.pairs().iter().map(|(_, value)| value.clone()).collect::<Vec<_>>();
    let all = sides.as_ref().map(values);
    let with_key = |side: &Written<'_>, member: &Node| {
        let (key, value) = side.node.pairs().iter().find(|(_, value)| value.span == member.span)?;
        side.text.get(key.span.start..value.span.end).map(str::to_owned)
    };
    joined(sides, &names, &all, with_key)
}

/// The members that are kept, in brackets as the sides' own. `None` unless each side is its members in brackets and
/// nothing else: no remark, no line break.
fn joined(
    sides: &Sides<Written<'_>>,
    names: &Sides<Vec<Named>>,
    members: &Sides<Vec<Node>>,
    text_of: impl Fn(&Written<'_>, &Node) -> Option<String>,
) -> Option<String> {
    let brackets = |side: &Written<'_>, members: &[Node]| -> Option<(String, String)> {
        if side.written() == "{}" {
            return Some(("{".to_owned(), "}".to_owned()));
        }
        let texts = members.iter().map(|member| text_of(side, member)).collect::<Option<Vec<_>>>()?;
        let inner = texts.join(", ");
        let (open, close) = side.written().split_once(inner.as_str()).filter(|_| !inner.is_empty())?;
        let is_plain = |part: &str| part.len() <= 2 && part.trim_matches([' ', '[', ']', '{', '}']).is_empty();
        (is_plain(open) && is_plain(close)).then(|| (open.to_owned(), close.to_owned()))
    };
    let all = sides.zip(members.as_ref()).map(|(side, members)| brackets(&side, members)).whole()?;
    let (open, close) = all.settled()?;
    let mut kept = std::collections::HashSet::new();
    let mut texts = std::collections::HashMap::new();
    let every = names.each().into_iter().flatten().map(|(name, _)| name);
    for name in every {
        let at = |names: &Vec<Named>| names.iter().position(|(known, _)| known == name);
        let found = names.as_ref().zip(members.as_ref()).map(|(names, members)| members.get(at(names)?));
        if let Some(text) = member(sides, &found, &text_of)? {
            kept.insert(name.clone());
            texts.insert(name.clone(), text);
        }
    }
    let ordered = order(names, &kept, Order::Meant)?;
    let texts = ordered.iter().map(|name| texts.get(name).cloned()).collect::<Option<Vec<String>>>()?;
    (!texts.is_empty()).then(|| format!("{open}{}{close}", texts.join(", ")))
}

/// A member's merged text; `Some(None)` where it is gone, `None` where the sides differ.
fn member(
    sides: &Sides<Written<'_>>,
    found: &Sides<Option<&Node>>,
    text_of: &impl Fn(&Written<'_>, &Node) -> Option<String>,
) -> Option<Option<String>> {
    if let Some(nodes) = (*found).whole() {
        let inner = sides.zip(nodes).map(|(side, node)| Written { text: side.text, node });
        let value = merge_value(&inner)?;
        let whole = text_of(&sides.ours, nodes.ours)?;
        let key = whole.strip_suffix(inner.ours.written())?;
        return Some(Some(format!("{key}{value}")));
    }
    match settle(sides.zip(*found), |(_, one), (_, other)| same_or_missing(*one, *other))? {
        (_, None) => Some(None),
        (side, Some(node)) => Some(Some(text_of(&side, node)?)),
    }
}

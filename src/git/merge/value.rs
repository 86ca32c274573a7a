//! What parts of a file mean, whatever way they are written.

use std::collections::HashSet;

use crate::store::{Node, NodeData};

/// Whether no map in a node has a key twice: of such a map it is not known what it means.
pub(super) fn is_unambiguous(node: &Node) -> bool {
    let mut seen = HashSet::new();
    node.pairs().iter().all(|(key, value)| key.text().is_none_or(|key| seen.insert(key)) && is_unambiguous(value))
        && node.items().iter().all(is_unambiguous)
}

/// Whether two unambiguous nodes mean the same: the order of keys, quotes and remarks are no difference.
pub(super) fn same(one: &Node, other: &Node) -> bool {
    match (&one.data, &other.data) {
        (NodeData::Scalar { text: one_text, .. }, NodeData::Scalar { text: other_text, .. }) => {
            one.is_nothing() == other.is_nothing() && (one.is_nothing() || one_text == other_text)
        }
        (NodeData::List(one), NodeData::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (NodeData::Map(pairs), NodeData::Map(others)) => {
            let in_other = |(key, value): &(Node, Node)| {
                key.text().and_then(|key| other.get(key)).is_some_and(|found| same(value, found))
            };
            pairs.len() == others.len() && pairs.iter().all(in_other)
        }
        (NodeData::Scalar { .. } | NodeData::List(_) | NodeData::Map(_), _) => false,
    }
}

/// The same of things that may be missing.
pub(super) fn same_or_missing(one: Option<&Node>, other: Option<&Node>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same(one, other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// A text that two nodes share exactly when they mean the same.
pub(super) fn meaning(node: &Node) -> String {
    match &node.data {
        NodeData::Scalar { .. } if node.is_nothing() => "~".to_owned(),
        NodeData::Scalar { text, .. } => format!("{text:?}"),
        NodeData::List(items) => format!("[{}]", items.iter().map(meaning).collect::<Vec<_>>().join(",")),
        NodeData::Map(pairs) => {
            let mut pairs: Vec<String> =
                pairs.iter().map(|(key, value)| format!("{}:{}", meaning(key), meaning(value))).collect();
            pairs.sort_unstable();
            format!("{{{}}}", pairs.join(","))
        }
    }
}

/// By what an item of a list is known: its `id`, `name` or `key`, or itself where it is one word.
pub(super) fn name_of(item: &Node) -> Option<&str> {
    match &item.data {
        NodeData::Scalar { text, .. } => Some(text),
        NodeData::Map(_) => {
            item.get("id").or_else(|| item.get("name")).or_else(|| item.get("key")).and_then(Node::text)
        }
        NodeData::List(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::read_node;

    #[test]
    fn quotes_order_and_remarks_are_no_difference() {
        let read = |text: &str| read_node(text).unwrap().unwrap();
        for (one, other, alike) in [
            ("a: 1\nb: [x, y]\n", "b:\n  - 'x' # z\n  - y\na: \"1\"\n", true),
            ("a:\n", "a: ~\n", true),
            ("a: ~\n", "a: '~'\n", false),
            ("a: [x, y]\n", "a: [y, x]\n", false),
            ("a: 1\n", "a: 1\nb:\n", false),
        ] {
            let (one, other) = (read(one), read(other));
            assert_eq!(same(&one, &other), alike, "{one:?}");
            assert_eq!(meaning(&one) == meaning(&other), alike, "{one:?}");
        }
    }
}

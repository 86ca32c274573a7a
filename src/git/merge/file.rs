//! Merging one file.

use super::chunk::{Chunk, Winner, is_conflicted, marked, won_by};
use super::order::Order;
use super::parts::{merge_list, merge_map};
use super::proof::{Said, holds_of_journal, holds_of_parts};
use super::sides::Sides;
use super::split::{Piece, is_block};
use super::value::is_unambiguous;
use super::whole::Whole;
use super::{journal, rows, split};
use crate::store::{Node, NodeData, is_plain_yaml, read_node};

/// A merged file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// Nothing is left to decide.
    Clean(String),
    /// What both sides want differently stands between git's markers.
    Conflicted(String),
}

/// What a file of the plan holds, as far as merging it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Tasks,
    Entries,
    Notices,
    Head,
}

/// Merges two sides of a file that have come from one base; a file that one of them lacked is empty. Of a path only
/// the ending matters. `None` where the files cannot be read, or are written in a way that leaves doubt.
pub fn merge(base: &[u8], ours: &[u8], theirs: &[u8], path: &str, marker_size: usize) -> Option<Merged> {
    let wholes = Sides { base, ours, theirs }.map(Whole::of).whole()?;
    let form = Whole::merged_form(&wholes)?;
    let texts = wholes.as_ref().map(|whole| whole.text.as_str());
    let is_list = std::path::Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let chunks = if is_list { rows::merge_rows(&texts)? } else { merge_yaml(&texts)? };
    let text = form.written(&marked(&chunks, marker_size));
    Some(if is_conflicted(&chunks) { Merged::Conflicted(text) } else { Merged::Clean(text) })
}

fn merge_yaml(texts: &Sides<&str>) -> Option<Vec<Chunk>> {
    if !texts.each().into_iter().all(|text| is_plain_yaml(text)) {
        return None;
    }
    let roots = texts.map(read).whole()?;
    let nodes = roots.as_ref().map(|root| root.as_ref());
    let holds = kind(&nodes)?;
    let pieces = texts.zip(nodes).map(|(text, node)| Piece { text, lines: 0..text.len(), node });
    if pieces.each().into_iter().any(|piece| piece.node.is_some_and(|node| !is_block(piece.text, node))) {
        return None;
    }
    let items = nodes.map(|node| node.map_or(&[][..], Node::items));
    let chunks = match holds {
        Holds::Tasks => {
            let names = nodes.map(|node| node.map_or(Some(Vec::new()), split::names)).whole()?;
            merge_list(&pieces, names, Order::Meant)?
        }
        // Entries hold by their days, wherever they stand.
        Holds::Entries | Holds::Notices => merge_list(&pieces, journal::names(&items), Order::Indifferent)?,
        Holds::Head => merge_map(&pieces)?,
    };
    let said = [Winner::Ours, Winner::Theirs].map(|winner| won_by(&chunks, winner));
    let [said_ours, said_theirs] = said.each_ref().map(|text| read(text));
    let (said_ours, said_theirs) = (said_ours?, said_theirs?);
    let proven = match holds {
        Holds::Tasks | Holds::Head => {
            holds_of_parts(&nodes, Said { ours: said_ours.as_ref(), theirs: said_theirs.as_ref() })
        }
        Holds::Entries | Holds::Notices => {
            holds_of_journal(&items, [&said_ours, &said_theirs].map(|node| node.as_ref().map_or(&[][..], Node::items)))
        }
    };
    proven.then_some(chunks)
}

/// What a text says; `None` where it cannot be read, or can be taken in two ways.
fn read(text: &str) -> Option<Option<Node>> {
    read_node(text).ok().filter(|root| root.as_ref().is_none_or(is_unambiguous))
}

/// What the files hold, if all of them hold the same.
fn kind(nodes: &Sides<Option<&Node>>) -> Option<Holds> {
    let mut kinds = nodes.each().into_iter().flatten().map(|node| kind_of(node));
    // Where no side holds anything, they are remarks.
    let first = kinds.next().unwrap_or(Some(Holds::Tasks))?;
    kinds.all(|other| other == Some(first)).then_some(first)
}

fn kind_of(node: &Node) -> Option<Holds> {
    let all_have = |keys: &[&str]| {
        let has = |item: &Node| keys.iter().all(|key| item.get(key).is_some_and(|value| value.text().is_some()));
        !node.items().is_empty() && node.items().iter().all(has)
    };
    match node.data {
        NodeData::List(_) if all_have(&["id"]) => Some(Holds::Tasks),
        NodeData::List(_) if all_have(&["date", "task"]) => Some(Holds::Entries),
        NodeData::List(_) if all_have(&["number", "date"]) => Some(Holds::Notices),
        NodeData::Map(_) => node.get("format").map(|_| Holds::Head),
        NodeData::List(_) | NodeData::Scalar { .. } => None,
    }
}

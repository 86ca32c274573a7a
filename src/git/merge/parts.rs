//! Lists by item and maps by key: what one side alone has changed is taken, what both have is looked into.

use std::collections::{HashMap, HashSet};

use crate::store::{NodeData, read_node};

use super::chunk::{Chunk, with_dash};
use super::flow::{Written, merge_value};
use super::order::{Order, order};
use super::remarks::{merge_line_end, merge_remarks};
use super::sides::Sides;
use super::split::{Named, Part, Piece, Split, has_empty_line, is_block, items, keys, names, without_dashes};
use super::value::same;

/// What stands around a piece's parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Around {
    /// Remarks, which are all kept.
    Remarks,
    /// The line of the key that holds the piece.
    Key,
}

/// Merges a file's list. `None` where the way it is written leaves doubt.
pub(super) fn merge_list(pieces: &Sides<Piece<'_>>, names: Sides<Vec<Named>>, matters: Order) -> Option<Vec<Chunk>> {
    list(pieces, names, matters, Around::Remarks)
}

/// Merges a file's map. `None` where the way it is written leaves doubt.
pub(super) fn merge_map(pieces: &Sides<Piece<'_>>) -> Option<Vec<Chunk>> {
    map(pieces, Around::Remarks)
}

fn list(pieces: &Sides<Piece<'_>>, names: Sides<Vec<Named>>, matters: Order, around: Around) -> Option<Vec<Chunk>> {
    let bare = pieces.as_ref().map(without_dashes).whole()?;
    let mut columns = bare.each().into_iter().filter_map(|(_, column)| *column);
    let column = columns.next().unwrap_or(0);
    if columns.any(|other| other != column) {
        return None;
    }
    let bare = pieces.as_ref().zip(bare.as_ref()).map(|(piece, (text, _))| Piece { text, ..piece.clone() });
    let splits = bare.as_ref().zip(names).map(|(piece, names)| items(piece, names)).whole()?;
    combined(splits, matters, around, |chunks| with_dash(chunks, column), item)
}

fn map(pieces: &Sides<Piece<'_>>, around: Around) -> Option<Vec<Chunk>> {
    let splits = pieces.as_ref().map(keys).whole()?;
    combined(splits, Order::Meant, around, Some, key)
}

fn combined(
    splits: Sides<Split<'_>>,
    matters: Order,
    around: Around,
    finish: impl Fn(Vec<Chunk>) -> Option<Vec<Chunk>>,
    both_changed: impl Fn(&Sides<&Part<'_>>) -> Vec<Chunk>,
) -> Option<Vec<Chunk>> {
    let splits = splits.map(|split| if around == Around::Remarks { split.with_first_lead() } else { split });
    let is_spaced = around == Around::Remarks && splits.each().into_iter().any(Split::is_spaced);
    let by_name = splits
        .as_ref()
        .map(|split| split.parts.iter().map(|part| (part.name.as_str(), part)).collect::<HashMap<_, _>>());
    let part = |name: &str| by_name.as_ref().map(|parts| parts.get(name).copied());
    let named =
        splits.as_ref().map(|split| split.parts.iter().map(|part| (part.name.clone(), part.rank.clone())).collect());
    let every = splits.each().into_iter().flat_map(|split| &split.parts).map(|part| &part.name);
    let kept: HashSet<String> = every.filter(|name| is_kept(&part(name))).cloned().collect();
    let heads = splits.as_ref().map(|split| split.head);
    let head = match around {
        Around::Remarks => merge_remarks(heads),
        Around::Key => heads.settled()?.to_owned(),
    };
    // A part that was its file's first has nothing above it, and needs it where it is no longer.
    let mut needs_space = is_spaced && !head.is_empty();
    let mut chunks = vec![Chunk::Text(head)];
    for name in order(&named, &kept, matters)? {
        let found = part(&name);
        let lead = found.as_ref().map(|part| part.map_or("", |part| part.lead));
        let lead = match (found.base, found.ours, found.theirs) {
            (_, Some(_), None) => lead.ours.to_owned(),
            (_, None, _) => lead.theirs.to_owned(),
            (_, Some(_), Some(_)) => merge_remarks(lead),
        };
        let space = if needs_space && !has_empty_line(&lead) && found.base.is_none() { "\n" } else { "" };
        chunks.push(Chunk::Text(format!("{space}{lead}")));
        needs_space = is_spaced;
        chunks.extend(finish(body(&found, &both_changed))?);
    }
    chunks.push(Chunk::Text(merge_remarks(splits.as_ref().map(|split| split.tail))));
    Some(chunks)
}

/// What one side has taken away is gone, unless the other has changed it: that is left for a person.
fn is_kept(part: &Sides<Option<&Part<'_>>>) -> bool {
    match (part.base, part.ours.or(part.theirs)) {
        (_, None) => false,
        (Some(base), Some(left)) if part.ours.is_none() || part.theirs.is_none() => !same(base.value, left.value),
        (_, Some(_)) => true,
    }
}

fn body(part: &Sides<Option<&Part<'_>>>, both_changed: impl Fn(&Sides<&Part<'_>>) -> Vec<Chunk>) -> Vec<Chunk> {
    let text = |part: &Part<'_>| vec![Chunk::text(part.body())];
    match (part.base, part.ours, part.theirs) {
        (Some(base), Some(ours), Some(theirs)) => {
            let sides = Sides { base, ours, theirs };
            match sides.map(|part| part.body()).settled() {
                Some(body) => vec![Chunk::text(body)],
                None => both_changed(&sides),
            }
        }
        (None, Some(ours), Some(theirs)) if same(ours.value, theirs.value) => text(ours),
        (None, Some(ours), Some(theirs)) if ours.name == OWN_FIELDS => {
            let both = || vec![Chunk::conflict(ours.body(), theirs.body())];
            both_new(ours, theirs).map_or_else(both, |text| vec![Chunk::Text(text)])
        }
        (None, Some(ours), Some(theirs)) => vec![Chunk::conflict(ours.body(), theirs.body())],
        (Some(_), Some(ours), None) => vec![Chunk::conflict(ours.body(), "")],
        (Some(_), None, Some(theirs)) => vec![Chunk::conflict("", theirs.body())],
        (None, Some(only), None) | (None, None, Some(only)) => text(only),
        (_, None, None) => Vec::new(),
    }
}

/// The key of a task under which it carries the plan's own fields: each of them is a thing of its own, so that one side
/// may bring one, and the other another, where there was none.
const OWN_FIELDS: &str = "fields";

/// What both sides have brought, as if nothing had stood there in brackets.
fn both_new(ours: &Part<'_>, theirs: &Part<'_>) -> Option<String> {
    const NOTHING: &str = "{}";
    let nothing = read_node(NOTHING).ok()??;
    let ((before, behind), other) = (around(ours)?, around(theirs)?);
    let sides = Sides { base: (NOTHING, &nothing), ours: (ours.text, ours.value), theirs: (theirs.text, theirs.value) };
    let value = merge_value(&sides.map(|(text, node)| Written { text, node }))?;
    ((before, behind) == other).then(|| format!("{before}{value}{behind}"))
}

/// An item that both sides have changed.
fn item(sides: &Sides<&Part<'_>>) -> Vec<Chunk> {
    let is_map = sides
        .each()
        .into_iter()
        .all(|part| matches!(part.value.data, NodeData::Map(_)) && is_block(part.text, part.value));
    let by_key = if is_map { map(&sides.map(|part| part.piece()), Around::Key) } else { None };
    by_key.unwrap_or_else(|| leaf(sides))
}

/// A key that both sides have changed.
fn key(sides: &Sides<&Part<'_>>) -> Vec<Chunk> {
    within_key(sides).unwrap_or_else(|| leaf(sides))
}

fn within_key(sides: &Sides<&Part<'_>>) -> Option<Vec<Chunk>> {
    if !sides.each().into_iter().all(|part| is_block(part.text, part.value)) {
        return None;
    }
    let pieces = sides.map(|part| part.piece());
    let [base, ours, theirs] = sides.each().map(|part| &part.value.data);
    match (base, ours, theirs) {
        (NodeData::List(_), NodeData::List(_), NodeData::List(_)) => {
            let names = sides.map(|part| names(part.value)).whole()?;
            list(&pieces, names, Order::Meant, Around::Key)
        }
        (NodeData::Map(_), NodeData::Map(_), NodeData::Map(_)) => map(&pieces, Around::Key),
        _ => None,
    }
}

/// What can be looked into no further: the value, and what is written before and behind it.
fn leaf(sides: &Sides<&Part<'_>>) -> Vec<Chunk> {
    let settled = || {
        let around = sides.map(around).whole()?;
        let before = around.map(|(before, _)| before).settled()?;
        let behind = merge_line_end(around.map(|(_, behind)| behind))?;
        let value = merge_value(&sides.map(|part| Written { text: part.text, node: part.value }))?;
        Some(format!("{before}{value}{behind}"))
    };
    match settled() {
        Some(text) => vec![Chunk::Text(text)],
        None => vec![Chunk::conflict(sides.ours.body(), sides.theirs.body())],
    }
}

/// What stands in a part's lines before and behind its value; `None` where the value is nowhere.
fn around<'t>(part: &Part<'t>) -> Option<(&'t str, &'t str)> {
    let (value, body) = (&part.value.span, &part.body);
    if value.is_empty() || value.start < body.start || value.end > body.end {
        return None;
    }
    Some((part.text.get(body.start..value.start)?, part.text.get(value.end..body.end)?))
}

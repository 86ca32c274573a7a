//! The proof of a merge: what the merged text says, read again, against what each side has said. It knows nothing of
//! lines, so that a slip in handling them shows.

use std::collections::{BTreeMap, BTreeSet};

use crate::store::{Node, NodeData};

use super::journal;
use super::sides::{Sides, settle};
use super::split::Named;
use super::value::{meaning, name_of, same_or_missing};

/// What the merged text says if our side wins its conflicts, and if theirs does.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'n> {
    /// If ours wins.
    pub(super) ours: Option<&'n Node>,
    /// If theirs wins.
    pub(super) theirs: Option<&'n Node>,
}

/// Whether the merged text says of a value what it must: what both sides agree on; what one of them alone has
/// changed; and where both have, either both versions, left for a person, or the same of each of its parts.
pub(super) fn holds(sides: &Sides<Option<&Node>>, said: Said<'_>) -> bool {
    let is = |meant: Option<&Node>| same_or_missing(said.ours, meant) && same_or_missing(said.theirs, meant);
    if let Some(settled) = settle(*sides, |one, other| same_or_missing(*one, *other)) {
        return is(settled);
    }
    same_or_missing(said.ours, sides.ours) && same_or_missing(said.theirs, sides.theirs) || holds_of_parts(sides, said)
}

/// The same of each part of a list or a map.
pub(super) fn holds_of_parts(sides: &Sides<Option<&Node>>, said: Said<'_>) -> bool {
    let all = [sides.base, sides.ours, sides.theirs, said.ours, said.theirs].map(parts);
    let [Some(base), Some(ours), Some(theirs), Some(said_ours), Some(said_theirs)] = all else { return false };
    let names: BTreeSet<&str> =
        [&base, &ours, &theirs, &said_ours, &said_theirs].into_iter().flat_map(|parts| parts.keys().copied()).collect();
    names.into_iter().all(|name| {
        let sides =
            Sides { base: base.get(name).copied(), ours: ours.get(name).copied(), theirs: theirs.get(name).copied() };
        holds(&sides, Said { ours: said_ours.get(name).copied(), theirs: said_theirs.get(name).copied() })
    })
}

/// The parts of a list or a map by name. A file that holds nothing has none.
fn parts(node: Option<&Node>) -> Option<BTreeMap<&str, &Node>> {
    let Some(node) = node else { return Some(BTreeMap::new()) };
    let named: Vec<(&str, &Node)> = match &node.data {
        NodeData::Scalar { .. } => return None,
        NodeData::List(items) => items.iter().map(|item| Some((name_of(item)?, item))).collect::<Option<_>>()?,
        NodeData::Map(pairs) => pairs.iter().map(|(key, value)| Some((key.text()?, value))).collect::<Option<_>>()?,
    };
    let parts: BTreeMap<&str, &Node> = named.iter().copied().collect();
    (parts.len() == named.len()).then_some(parts)
}

/// Whether a merged journal holds every entry that it must, and no other.
pub(super) fn holds_of_journal(sides: &Sides<&[Node]>, said: [&[Node]; 2]) -> bool {
    let names = journal::names(sides);
    let by_name = |names: &[Named], entries: &[Node]| -> BTreeMap<String, Node> {
        names.iter().map(|(name, _)| name.clone()).zip(entries.iter().cloned()).collect()
    };
    let named = names.as_ref().zip(*sides).map(|(names, entries)| by_name(names, entries));
    let mut left = said.map(by_meaning);
    let mut unsettled = Vec::new();
    for name in named.ours.keys().chain(named.theirs.keys()).collect::<BTreeSet<_>>() {
        let found = named.as_ref().map(|entries| entries.get(name));
        match settle(found, |one, other| same_or_missing(*one, *other)) {
            Some(Some(meant)) if !take(&mut left, meant) => return false,
            Some(_) => {}
            None => unsettled.push(found),
        }
    }
    // What is left must be the entries that one side has changed, and the other has changed otherwise or removed.
    let (both, removed): (Vec<_>, Vec<_>) =
        unsettled.into_iter().partition(|sides| sides.ours.is_some() && sides.theirs.is_some());
    removed.into_iter().all(|sides| take_changed(&mut left, &sides)) && hold_in_pairs(left, &both)
}

/// Takes an entry that one side has changed, and the other removed, out of what is said if that side wins.
fn take_changed([ours, theirs]: &mut [ByMeaning<'_>; 2], sides: &Sides<Option<&Node>>) -> bool {
    let take = |said: &mut ByMeaning<'_>, entry: Option<&Node>| {
        entry.is_none_or(|entry| said.get_mut(&meaning(entry)).and_then(Vec::pop).is_some())
    };
    take(ours, sides.ours) && take(theirs, sides.theirs)
}

/// Whether what is left are the entries that both sides have changed, and nothing else.
fn hold_in_pairs(left: [ByMeaning<'_>; 2], changed: &[Sides<Option<&Node>>]) -> bool {
    let [mut ours, theirs] = left.map(|entries| entries.into_values().flatten().collect::<Vec<_>>());
    ours.len() == changed.len()
        && ours.len() == theirs.len()
        && changed.iter().all(|sides| {
            let found = theirs.iter().find_map(|theirs| {
                ours.iter().position(|ours| holds(sides, Said { ours: Some(ours), theirs: Some(theirs) }))
            });
            found.map(|at| ours.remove(at)).is_some()
        })
}

type ByMeaning<'n> = BTreeMap<String, Vec<&'n Node>>;

fn by_meaning(entries: &[Node]) -> ByMeaning<'_> {
    let mut found = ByMeaning::new();
    for entry in entries {
        found.entry(meaning(entry)).or_default().push(entry);
    }
    found
}

/// Takes an entry out of both; false where one lacks it.
fn take(left: &mut [ByMeaning<'_>; 2], meant: &Node) -> bool {
    let meaning = meaning(meant);
    left.iter_mut().all(|entries| entries.get_mut(&meaning).and_then(Vec::pop).is_some())
}

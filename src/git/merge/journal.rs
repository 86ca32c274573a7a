//! What entries of a journal are known by: an entry has no id, so it is known by all that it says. So is a notice: of two
//! that took one number on two branches, neither may be lost.

use std::collections::{HashMap, HashSet};

use crate::store::Node;

use super::sides::Sides;
use super::split::Named;
use super::value::meaning;

/// The names of the entries. One that a side has rewritten keeps its name, where it is the only one of its day, task
/// and unit (a notice: of its day and number) that was; every other change of an entry is a new entry beside the old one.
pub(super) fn names(entries: &Sides<&[Node]>) -> Sides<Vec<Named>> {
    let base = by_meaning(entries.base);
    let of_side = |side: &[Node]| {
        let mut names = by_meaning(side);
        let rewritten = rewritten(entries.base, &base, side, &names);
        for (name, _) in &mut names {
            if let Some(old) = rewritten.get(name) {
                name.clone_from(old);
            }
        }
        names
    };
    let (ours, theirs) = (of_side(entries.ours), of_side(entries.theirs));
    Sides { base, ours, theirs }
}

/// Each entry's meaning, with how many of the same stand before it; they are ranked by their days.
fn by_meaning(entries: &[Node]) -> Vec<Named> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let name = |entry: &Node| {
        let meaning = meaning(entry);
        let before = seen.entry(meaning.clone()).or_default();
        *before += 1;
        let day = entry.get("date").and_then(Node::text).unwrap_or("");
        (format!("{meaning}#{before}"), format!("{day} {meaning}"))
    };
    entries.iter().map(name).collect()
}

/// The old names of the entries that a side has rewritten.
fn rewritten(base: &[Node], base_names: &[Named], side: &[Node], side_names: &[Named]) -> HashMap<String, String> {
    let gone = only_by_subject(base, base_names, side_names);
    let new = only_by_subject(side, side_names, base_names);
    let pairs = new.into_iter().filter_map(|(subject, name)| Some((name?, gone.get(&subject).cloned()??)));
    pairs.collect()
}

type Subject<'n> = [Option<&'n str>; 4];

/// The entries that the other list lacks, by day, task, unit and number; `None` where there are several of a kind.
fn only_by_subject<'n>(entries: &'n [Node], names: &[Named], others: &[Named]) -> HashMap<Subject<'n>, Option<String>> {
    let others: HashSet<&str> = others.iter().map(|(name, _)| name.as_str()).collect();
    let mut found: HashMap<Subject<'n>, Option<String>> = HashMap::new();
    for (entry, (name, _)) in entries.iter().zip(names).filter(|(_, (name, _))| !others.contains(name.as_str())) {
        let subject = ["date", "task", "by", "number"].map(|key| entry.get(key).and_then(Node::text));
        found.entry(subject).and_modify(|name| *name = None).or_insert_with(|| Some(name.clone()));
    }
    found
}

//! The order of merged parts: that of the base, with what each side has put in behind what it stands behind there.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use super::sides::Sides;
use super::split::Named;

/// Whether the order of the old parts says anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// It does; where the sides disagree, there is no answer.
    Meant,
    /// Hardly: where the sides disagree, it is the base's.
    Indifferent,
}

/// The order of the parts that are kept. `None` where the sides have put the old ones into other orders, and it matters.
pub(super) fn order(names: &Sides<Vec<Named>>, kept: &HashSet<String>, matters: Order) -> Option<Vec<String>> {
    let old: HashSet<&str> = names.base.iter().map(|(name, _)| name.as_str()).collect();
    let as_in_base = || names.base.iter().map(|(name, _)| name.as_str()).filter(|name| kept.contains(*name)).collect();
    let skeleton = match (skeleton(names, kept, &old), matters) {
        (Some(skeleton), _) => skeleton,
        (None, Order::Indifferent) => as_in_base(),
        (None, Order::Meant) => return None,
    };
    let is_new = |name: &str| kept.contains(name) && !old.contains(name);
    let ours = behind(&names.ours, &skeleton, is_new);
    let theirs = behind(&names.theirs, &skeleton, is_new);
    let mut seen = HashSet::new();
    let mut ordered = Vec::with_capacity(kept.len());
    for place in std::iter::once(None).chain(skeleton.iter().map(|name| Some(*name))) {
        let new = |groups: &HashMap<Option<&str>, Vec<Named>>| groups.get(&place).cloned().unwrap_or_default();
        let group = interleaved(new(&ours), new(&theirs));
        ordered.extend(place.map(str::to_owned));
        ordered.extend(group.into_iter().filter(|name| seen.insert(name.clone())));
    }
    Some(ordered)
}

/// The old parts that are kept, in their order: the one that a side has given them, or the base's.
fn skeleton<'n>(names: &'n Sides<Vec<Named>>, kept: &HashSet<String>, old: &HashSet<&str>) -> Option<Vec<&'n str>> {
    let base: Vec<&str> =
        names.base.iter().map(|(name, _)| name.as_str()).filter(|name| kept.contains(*name)).collect();
    let of_side = |side: &'n [Named]| -> Vec<&'n str> {
        side.iter().map(|(name, _)| name.as_str()).filter(|name| kept.contains(*name) && old.contains(name)).collect()
    };
    let (ours, theirs) = (of_side(&names.ours), of_side(&names.theirs));
    let moved = |side: &[&str]| {
        let has: HashSet<&str> = side.iter().copied().collect();
        !base.iter().filter(|name| has.contains(*name)).eq(side)
    };
    let chosen = match (moved(&ours), moved(&theirs)) {
        (false, false) => return Some(base),
        (true, false) => ours,
        (false, true) => theirs,
        (true, true) if ours == theirs => ours,
        (true, true) => return None,
    };
    // A side that has moved parts, and no longer has all of them, does not say where the others belong.
    (chosen.len() == base.len()).then_some(chosen)
}

/// A side's new parts, by the old part that they stand behind.
fn behind<'n>(
    side: &[Named],
    skeleton: &[&'n str],
    is_new: impl Fn(&str) -> bool,
) -> HashMap<Option<&'n str>, Vec<Named>> {
    let known: HashMap<&str, &'n str> = skeleton.iter().map(|name| (*name, *name)).collect();
    let mut groups: HashMap<Option<&str>, Vec<Named>> = HashMap::new();
    let mut place = None;
    for (name, rank) in side {
        if let Some(old) = known.get(name.as_str()) {
            place = Some(*old);
        } else if is_new(name) {
            groups.entry(place).or_default().push((name.clone(), rank.clone()));
        }
    }
    groups
}

/// Two sides' new parts of one place, by rank; each side's stay in their order. The same whichever side comes first.
fn interleaved(ours: Vec<Named>, theirs: Vec<Named>) -> Vec<String> {
    let (mut ours, mut theirs) = (ours.into_iter().peekable(), theirs.into_iter().peekable());
    let mut all = Vec::new();
    loop {
        let order = match (ours.peek(), theirs.peek()) {
            (Some(one), Some(other)) => (&one.1, &one.0).cmp(&(&other.1, &other.0)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return all,
        };
        let one = if order.is_le() { ours.next() } else { None };
        // What both have put in is one.
        let other = if order.is_ge() { theirs.next() } else { None };
        all.extend(one.or(other).map(|(name, _)| name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(base: &str, ours: &str, theirs: &str, gone: &str) -> Option<String> {
        let named = |letters: &str| letters.chars().map(|c| (c.to_string(), c.to_string())).collect::<Vec<_>>();
        let names = Sides { base: named(base), ours: named(ours), theirs: named(theirs) };
        let all = format!("{base}{ours}{theirs}");
        let kept = all.chars().filter(|c| !gone.contains(*c)).map(String::from).collect();
        Some(order(&names, &kept, Order::Meant)?.concat())
    }

    #[test]
    fn new_parts_stand_behind_what_they_stood_behind() {
        for (base, ours, theirs, gone, expected) in [
            ("abc", "abcx", "abcy", "", Some("abcxy")),
            ("abc", "abcy", "abcx", "", Some("abcxy")),
            ("abc", "axbc", "abyc", "", Some("axbyc")),
            ("abc", "xabc", "yabc", "", Some("xyabc")),
            ("abc", "abcx", "abcx", "", Some("abcx")),
            ("abc", "abxc", "abcx", "", Some("abxc")),
            ("", "xz", "y", "", Some("xyz")),
            ("abc", "abcxz", "abcyz", "", Some("abcxyz")),
            ("abc", "ac", "abcx", "b", Some("acx")),
            // Behind what is gone: behind what stood before that.
            ("abc", "ac", "abxc", "b", Some("axc")),
            ("abc", "cab", "abcx", "", Some("cxab")),
            ("abc", "cab", "cab", "", Some("cab")),
            ("abc", "cab", "bca", "", None),
            ("abc", "ca", "abc", "", None),
        ] {
            assert_eq!(ordered(base, ours, theirs, gone).as_deref(), expected, "{base} {ours} {theirs}");
            assert_eq!(ordered(base, theirs, ours, gone).as_deref(), expected, "{base} {theirs} {ours}");
        }
    }
}

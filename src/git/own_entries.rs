//! What a merge itself did to a journal: what it holds that no parent has, and what it lacks that no side had removed.

use std::collections::HashMap;

use super::GitError;
use crate::plan::{Date, Entry, TaskId};

/// The entries of a parent and of the merge that are not in both files' common beginning.
pub(super) type Entries = (Vec<Entry>, Vec<Entry>);

/// The journal as it would have been before the merge, had its sides been put together without a person: what the merge
/// holds of any parent's entries, and those that it alone has dropped. `in_base` are the entries with which the sides
/// began; they are asked for only where they matter.
pub(super) fn before_merge(
    each: &[Entries],
    in_base: impl FnOnce() -> Result<Vec<Entry>, GitError>,
) -> Result<Vec<Entry>, GitError> {
    let Some((_, of_merge)) = each.first() else { return Ok(Vec::new()) };
    let new = shared(each.iter().map(|(before, after)| without(after, before)));
    let mut before = without(of_merge, &new);
    let lost: Vec<Vec<Entry>> = each.iter().map(|(before, after)| without(before, after)).collect();
    let by_all = shared(lost.iter().cloned());
    let mut by_some: Vec<Entry> = Vec::new();
    for lost in lost {
        let lost = without(&lost, &by_all);
        by_some.extend(without(&lost, &by_some));
    }
    before.extend(by_all);
    if !by_some.is_empty() {
        // What was there from the beginning has been removed by the side that lacks it.
        before.extend(without(&by_some, &in_base()?));
    }
    Ok(before)
}

/// What all lists have.
fn shared(mut lists: impl Iterator<Item = Vec<Entry>>) -> Vec<Entry> {
    let first = lists.next().unwrap_or_default();
    lists.fold(first, |shared, list| {
        let missing = without(&shared, &list);
        without(&shared, &missing)
    })
}

/// What one list has more than another, however often something is in them.
fn without<'e>(list: &'e [Entry], other: &'e [Entry]) -> Vec<Entry> {
    let mut left: HashMap<(Date, &'e TaskId), Vec<&'e Entry>> = HashMap::new();
    for entry in other {
        left.entry((entry.date, &entry.task)).or_default().push(entry);
    }
    let is_more = |entry: &&'e Entry| {
        let Some(left) = left.get_mut(&(entry.date, &entry.task)) else { return true };
        let same = left.iter().position(|other| other == entry);
        same.map(|at| left.swap_remove(at)).is_none()
    };
    list.iter().filter(is_more).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(notes: &str) -> Vec<Entry> {
        let one = |note: char| format!("{{ date: 2020-11-01, task: 1-01, note: {note} }}");
        serde_yaml::from_str(&format!("[{}]", notes.chars().map(one).collect::<Vec<_>>().join(", "))).unwrap()
    }

    #[test]
    fn only_what_the_merge_did_differs_from_what_was_before_it() {
        for (base, one, other, merge, before) in [
            // Both sides' entries, and nothing else.
            ("a", "ab", "ac", "abc", "abc"),
            // One of them dropped; one dropped and another written in its place.
            ("a", "ab", "ac", "ab", "abc"),
            ("a", "ab", "ac", "abd", "abc"),
            // What a side has removed is removed there; what both have is the merge's loss.
            ("ab", "a", "abc", "ac", "ac"),
            ("ab", "abc", "abd", "acd", "acdb"),
            // The same twice.
            ("a", "aa", "ab", "aab", "aab"),
        ] {
            let [base, one, other, merge] = [base, one, other, merge].map(entries);
            let each = [(one, merge.clone()), (other, merge)];
            let mut found: Vec<_> = before_merge(&each, || Ok(base)).unwrap();
            let key = |entry: &Entry| entry.note.clone();
            let mut before = entries(before);
            found.sort_by_key(key);
            before.sort_by_key(key);
            assert_eq!(found, before);
        }
    }
}

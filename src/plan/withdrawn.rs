//! Entries that were never so: a later entry says it (`withdraws`), and they count on no day.

use std::collections::{HashMap, HashSet};

use super::date::Date;
use super::entry::Entry;
use super::id::TaskId;
use super::whole::Journal;

/// What the entries of a journal say of each other.
#[derive(Debug, Clone, Default)]
pub struct Withdrawn {
    /// The places of entries that count on no day, each with that of the entry that says so.
    pub gone: HashMap<usize, usize>,
    /// The places of entries that withdraw what is not there, or what could be several.
    pub aimless: HashSet<usize>,
}

impl Withdrawn {
    /// Looks through the entries of a journal.
    pub fn of(entries: &[Entry]) -> Withdrawn {
        let mut found = Withdrawn::default();
        if entries.iter().all(|entry| entry.withdraws.is_none()) {
            return found;
        }
        let mut by_day: HashMap<(&TaskId, Date), Vec<usize>> = HashMap::new();
        for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.says_anything()) {
            by_day.entry((&entry.task, entry.date)).or_default().push(at);
        }
        for (at, entry) in entries.iter().enumerate() {
            let Some(withdrawal) = &entry.withdraws else { continue };
            let of_day = by_day.get(&(&entry.task, withdrawal.date)).map_or(&[][..], Vec::as_slice);
            let is_meant = |place: &&usize| {
                let other = entries.get(**place).filter(|_| **place != at && !found.gone.contains_key(*place));
                other.is_some_and(|other| withdrawal.entry.as_ref().is_none_or(|mark| *mark == other.mark()))
            };
            let meant: Vec<usize> = of_day.iter().filter(is_meant).copied().collect();
            // Of several that say the same, whichever goes.
            match (meant.as_slice(), &withdrawal.entry) {
                ([only], _) => drop(found.gone.insert(*only, at)),
                ([first, ..], Some(_)) => drop(found.gone.insert(*first, at)),
                ([], _) | (_, None) => drop(found.aimless.insert(at)),
            }
        }
        found
    }

    /// Whether the entry at a place counts.
    pub fn counts(&self, at: usize) -> bool {
        !self.gone.contains_key(&at)
    }
}

/// The entries that count, in their order: whatever asks what was reported or amended asks these.
pub fn counting(entries: &[Entry]) -> impl Iterator<Item = &Entry> {
    let withdrawn = Withdrawn::of(entries);
    entries.iter().enumerate().filter(move |(at, _)| withdrawn.counts(*at)).map(|(_, entry)| entry)
}

impl Journal {
    /// The entries that count; see [`counting`].
    pub fn counting(&self) -> impl Iterator<Item = &Entry> {
        counting(&self.entries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn journal(yaml: &str) -> Vec<Entry> {
        serde_yaml::from_str(yaml).unwrap()
    }

    #[test]
    fn an_entry_is_withdrawn_by_its_day_or_by_its_mark() {
        let one = "- { date: 2020-11-20, task: 1-01, values: { 户数: 61 } }\n";
        let other = "- { date: 2020-11-20, task: 1-01, note: 好 }\n";
        let mark = journal(other).first().map(Entry::mark).unwrap();
        for (entries, gone, aimless) in [
            (
                format!("{one}- {{ date: 2020-11-22, task: 1-01, withdraws: {{ date: 2020-11-20, reason: 误 }} }}\n"),
                vec![0],
                vec![],
            ),
            (
                format!(
                    "{one}{other}- {{ date: 2020-11-22, task: 1-01, withdraws: {{ date: 2020-11-20, reason: 误 }} }}\n"
                ),
                vec![],
                vec![2],
            ),
            (
                format!(
                    "{one}{other}- {{ date: 2020-11-22, task: 1-01, withdraws: {{ date: 2020-11-20, entry: '{mark}', reason: 误 }} }}\n"
                ),
                vec![1],
                vec![],
            ),
            // Twice the same is withdrawn one after the other.
            (
                format!(
                    "{other}{other}- {{ date: 2020-11-22, task: 1-01, withdraws: {{ date: 2020-11-20, entry: '{mark}', reason: 误 }} }}\n"
                ),
                vec![0],
                vec![],
            ),
            // What corrects may be corrected again; what it has withdrawn stays withdrawn.
            (
                format!(
                    "{one}- {{ date: 2020-11-21, task: 1-01, values: {{ 户数: 60 }}, withdraws: {{ date: 2020-11-20, reason: 误 }} }}\n- {{ date: 2020-11-22, task: 1-01, withdraws: {{ date: 2020-11-21, reason: 误 }} }}\n"
                ),
                vec![0, 1],
                vec![],
            ),
            (
                "- { date: 2020-11-22, task: 1-01, withdraws: { date: 2020-11-20, reason: 误 } }\n".to_owned(),
                vec![],
                vec![0],
            ),
        ] {
            let found = Withdrawn::of(&journal(&entries));
            let mut places: Vec<usize> = found.gone.keys().copied().collect();
            places.sort_unstable();
            assert_eq!(places, gone, "{entries}");
            assert_eq!(found.aimless.into_iter().collect::<Vec<_>>(), aimless, "{entries}");
        }
    }
}

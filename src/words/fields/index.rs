//! Fields by the words that mean them, for files in which many words must be looked up.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::field::{Field, wanted};
use super::table::in_files;

static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

struct Index {
    /// By key, Chinese and English name.
    named: HashMap<String, Vec<&'static Field>>,
    /// By every spelling, with and without what stands in brackets behind it.
    called: HashMap<String, Vec<&'static Field>>,
    /// Keys and Chinese names, as they are spelled.
    names: HashSet<&'static str>,
    /// Every spelling, as it is.
    spellings: HashSet<&'static str>,
}

impl Index {
    fn new() -> Index {
        let mut index =
            Index { named: HashMap::new(), called: HashMap::new(), names: HashSet::new(), spellings: HashSet::new() };
        in_files().for_each(|field| index.add(field));
        index
    }

    fn add(&mut self, field: &'static Field) {
        self.names.extend([field.key, field.zh]);
        self.spellings.extend(field.spellings());
        for name in [field.key, field.zh, field.en] {
            self.named.entry(wanted(name).0).or_default().push(field);
        }
        for spelling in field.spellings() {
            let (whole, bare) = wanted(spelling);
            for word in [whole, bare] {
                self.called.entry(word).or_default().push(field);
            }
        }
    }
}

/// The fields of the files that a word may mean, wherever they stand: what is called just so goes first, and of equals
/// what a clerk writes most.
pub fn called_anywhere(word: &str) -> impl Iterator<Item = &'static Field> {
    let (whole, bare) = wanted(word);
    let named = INDEX.named.get(&whole);
    let called = [INDEX.called.get(&whole), INDEX.called.get(&bare)];
    named.into_iter().chain(called.into_iter().flatten()).flatten().copied()
}

/// Whether a word is, letter for letter, a key of the files or the Chinese name of one.
pub fn is_name(word: &str) -> bool {
    INDEX.names.contains(word)
}

/// Whether a word is, letter for letter, a spelling of a field of the files.
pub fn is_spelling(word: &str) -> bool {
    INDEX.spellings.contains(word)
}

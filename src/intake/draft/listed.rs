//! Lists of words, in which those are found that a text begins with, ends with or holds.

use std::sync::OnceLock;

/// Words, written parted by spaces. They are looked up by their first and last characters, put in order when they are first asked for.
pub(super) struct Words {
    written: &'static str,
    sorted: OnceLock<Sorted>,
}

/// The words by their first and by their last characters, among the same in the order in which they are written.
struct Sorted {
    by_first: Vec<(char, &'static str)>,
    by_last: Vec<(char, &'static str)>,
}

/// A list of words for the one place that asks for them.
macro_rules! words {
    ($written:literal) => {{
        static WORDS: $crate::intake::draft::listed::Words = $crate::intake::draft::listed::Words::of($written);
        &WORDS
    }};
}
pub(super) use words;

impl Words {
    /// The words of a text, parted by spaces.
    pub(super) const fn of(written: &'static str) -> Words {
        Words { written, sorted: OnceLock::new() }
    }

    /// The words, in the order in which they are written.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.written.split(' ')
    }

    /// Whether one of the words ends in that character: what is to be asked of many places before the words themselves are.
    pub(super) fn end_in(&self, last: char) -> bool {
        self.sorted().by_last.binary_search_by_key(&last, |(end, _)| *end).is_ok()
    }

    /// Whether a text is one of the words.
    pub(super) fn names(&self, text: &str) -> bool {
        self.beginning(text).any(|word| word == text)
    }

    fn sorted(&self) -> &Sorted {
        self.sorted.get_or_init(|| {
            let by = |end: fn(&str) -> Option<char>| {
                let mut words: Vec<(char, &'static str)> =
                    self.iter().filter_map(|word| Some((end(word)?, word))).collect();
                words.sort_by_key(|(end, _)| *end);
                words
            };
            Sorted { by_first: by(|word| word.chars().next()), by_last: by(|word| word.chars().next_back()) }
        })
    }

    fn beginning(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let first = text.chars().next();
        let words = first.map(|first| at(&self.sorted().by_first, first));
        words.into_iter().flatten().filter(move |word| text.starts_with(word))
    }

    fn ending(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let last = text.chars().next_back();
        let words = last.map(|last| at(&self.sorted().by_last, last));
        words.into_iter().flatten().filter(move |word| text.ends_with(word))
    }
}

/// The words that stand under a character.
fn at(sorted: &[(char, &'static str)], c: char) -> impl Iterator<Item = &'static str> {
    let from = sorted.partition_point(|(other, _)| *other < c);
    let behind = sorted.get(from..).unwrap_or_default();
    behind.iter().take_while(move |(other, _)| *other == c).map(|(_, word)| *word)
}

/// Whether a text begins with one of the words.
pub(super) fn begins(text: &str, words: &Words) -> bool {
    words.beginning(text).next().is_some()
}

/// Whether a text ends with one of the words.
pub(super) fn ends(text: &str, words: &Words) -> bool {
    words.ending(text).next().is_some()
}

/// Whether one of the words stands in a text.
pub(super) fn holds(text: &str, words: &Words) -> bool {
    text.char_indices().any(|(at, _)| text.get(at..).is_some_and(|rest| begins(rest, words)))
}

/// A text without the longest of the words that it begins with.
pub(super) fn without<'t>(text: &'t str, words: &Words) -> Option<&'t str> {
    words.beginning(text).filter_map(|word| text.strip_prefix(word)).min_by_key(|rest| rest.len())
}

/// A text without the longest of the words that it ends with.
pub(super) fn without_end<'t>(text: &'t str, words: &Words) -> Option<&'t str> {
    words.ending(text).filter_map(|word| text.strip_suffix(word)).min_by_key(|rest| rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_found_wherever_it_may_stand() {
        let list = words!("甲 甲乙 丙");
        assert_eq!(without("甲乙丁", list), Some("丁"));
        assert_eq!(without_end("丁甲乙", list), Some("丁"));
        assert_eq!((without("乙", list), without_end("", list)), (None, None));
        assert!(begins("丙丁", list) && ends("丁丙", list) && holds("丁丙戊", list) && list.names("甲乙"));
        assert!(!begins("丁丙", list) && !ends("丙丁", list) && !holds("乙丁", list) && !list.names("甲乙丙"));
    }
}

//! The passage of the document that a misquoted one is nearest to.

use std::collections::{HashMap, HashSet};

use crate::plan::Language;
use crate::plan::document::{is_mark, sentences};
use crate::say;

/// How many characters of a passage are shown.
const SHOWN: usize = 40;
/// How many of them before the first difference.
const BEFORE_DIFFERENCE: usize = 12;
/// A longer quote is compared by so many of its characters.
const COMPARED: usize = 400;
/// The share of a quote's pairs of characters that a passage must have to be worth showing.
const ALIKE: f64 = 0.3;

/// A document, prepared for being searched for what is nearly there.
pub(super) struct Passages<'t> {
    text: &'t str,
    sentences: Vec<&'t str>,
    /// The sentences in which a pair of characters stands.
    with_pair: HashMap<(char, char), Vec<u32>>,
    folded: Folded,
}

/// A text without spaces, its punctuation in one width, and where each of its characters came from.
struct Folded {
    text: String,
    /// By the bytes of `text`: the byte of the document.
    origins: Vec<usize>,
}

impl<'t> Passages<'t> {
    pub(super) fn new(text: &'t str) -> Passages<'t> {
        let sentences: Vec<&str> = sentences(text).into_iter().map(|sentence| sentence.text).collect();
        let mut with_pair: HashMap<(char, char), Vec<u32>> = HashMap::new();
        for (sentence, number) in sentences.iter().zip(0..) {
            for pair in pairs(sentence).collect::<HashSet<_>>() {
                with_pair.entry(pair).or_default().push(number);
            }
        }
        Passages { text, sentences, with_pair, folded: fold(text) }
    }

    /// What to type instead of a quote that is not in the document.
    pub(super) fn hint(&self, quote: &str, lang: Language) -> String {
        if let Some(passage) = self.but_for_marks(quote) {
            let shown = around_difference(passage, quote);
            return say!(
                lang,
                "只差标点或空格，照录原文：“{shown}”",
                "only punctuation or spaces differ; the document has `{shown}`"
            );
        }
        match self.nearest(quote) {
            Some(passage) => say!(lang, "照录原文；最接近的是“{passage}”", "quote it exactly; nearest is `{passage}`"),
            None => say!(
                lang,
                "照录原文，一字不改；原文没有的，删去 source",
                "quote the document word for word; what it does not say needs no quote"
            ),
        }
    }

    /// The passage that differs in punctuation and spaces only.
    fn but_for_marks(&self, quote: &str) -> Option<&'t str> {
        let wanted = fold(quote).text;
        let start = self.folded.text.find(&wanted).filter(|_| !wanted.is_empty())?;
        let last = start + wanted.char_indices().next_back()?.0;
        let (from, to) = (*self.folded.origins.get(start)?, *self.folded.origins.get(last)?);
        let width = self.text.get(to..)?.chars().next()?.len_utf8();
        self.text.get(from..to + width)
    }

    /// The nearest passage of the sentence that shares the most pairs of characters with the quote.
    fn nearest(&self, quote: &str) -> Option<String> {
        let wanted: HashSet<(char, char)> = pairs(quote).take(COMPARED).collect();
        let mut shared: HashMap<u32, usize> = HashMap::new();
        for number in wanted.iter().filter_map(|pair| self.with_pair.get(pair)).flatten() {
            *shared.entry(*number).or_default() += 1;
        }
        let (number, most) = shared.into_iter().max_by_key(|(number, shared)| (*shared, std::cmp::Reverse(*number)))?;
        if !is_share(most, wanted.len()) {
            return None;
        }
        let sentence = self.sentences.get(usize::try_from(number).ok()?)?;
        Some(best_window(sentence, quote, &wanted))
    }
}

fn is_share(part: usize, whole: usize) -> bool {
    let as_number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    as_number(part) >= as_number(whole) * ALIKE
}

/// The part of a sentence, no longer than what is shown, that holds the most of the wanted pairs.
fn best_window(sentence: &str, quote: &str, wanted: &HashSet<(char, char)>) -> String {
    let chars: Vec<char> = sentence.chars().collect();
    // A little more than was quoted: the document may say it at greater length.
    let length = (quote.chars().count() * 3 / 2).clamp(2, SHOWN);
    let hits: Vec<usize> =
        chars.iter().zip(chars.iter().skip(1)).map(|(a, b)| usize::from(wanted.contains(&(*a, *b)))).collect();
    let pairs_shown = length - 1;
    let mut held: usize = hits.iter().take(pairs_shown).sum();
    let (mut best, mut start) = (held, 0);
    for (from, (gone, come)) in hits.iter().zip(hits.iter().skip(pairs_shown)).enumerate() {
        held = held + come - gone;
        if held > best {
            (best, start) = (held, from + 1);
        }
    }
    cut(&chars, start, length)
}

/// A part of a text, its cut ends marked.
fn cut(chars: &[char], start: usize, length: usize) -> String {
    let shown: String = chars.iter().skip(start).take(length).collect();
    let shown = if start == 0 { shown } else { format!("…{}", shown.trim_start_matches(is_mark)) };
    if start + length < chars.len() { format!("{}…", shown.trim_end_matches(is_mark)) } else { shown }
}

/// What is shown of a passage: around where it first differs from the quote.
fn around_difference(passage: &str, quote: &str) -> String {
    let chars: Vec<char> = passage.chars().collect();
    if chars.len() <= SHOWN {
        return passage.to_owned();
    }
    let differs = chars.iter().zip(quote.chars()).take_while(|(one, other)| **one == *other).count();
    let start = differs.saturating_sub(BEFORE_DIFFERENCE).min(chars.len() - SHOWN);
    cut(&chars, start, SHOWN)
}

fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    text.chars().zip(text.chars().skip(1))
}

fn fold(text: &str) -> Folded {
    let mut folded = Folded { text: String::with_capacity(text.len()), origins: Vec::with_capacity(text.len()) };
    for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        let c = match c {
            '，' => ',',
            '；' => ';',
            '：' => ':',
            '（' => '(',
            '）' => ')',
            '！' => '!',
            '？' => '?',
            '“' | '”' | '＂' | '「' | '」' => '"',
            '‘' | '’' | '＇' => '\'',
            '–' | '—' | '－' | '−' => '-',
            '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '％' => '%',
            '＋' => '+',
            c => c,
        };
        folded.text.push(c);
        folded.origins.extend(std::iter::repeat_n(at, c.len_utf8()));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str =
        "完成龚都村92户农(渔)民相对集中居住项目,继续推进农民建房试点工作。加快莲湖村、东西村生态清洁小流域建设。";

    #[test]
    fn the_nearest_passage_is_shown() {
        let passages = Passages::new(DOCUMENT);
        for (quote, hint) in [
            (
                "完成龚都村92户农（渔）民相对集中居住项目，继续推进",
                "the document has `完成龚都村92户农(渔)民相对集中居住项目,继续推进`",
            ),
            ("完成龚都村92户农民集中居住", "nearest is `完成龚都村92户农(渔)民相对集中居住项目"),
            ("加快莲湖村生态小流域的建设", "nearest is `加快莲湖村、东西村生态清洁小流域建设。`"),
            ("发展楼宇招商", "word for word"),
        ] {
            let said = passages.hint(quote, Language::English);
            assert!(said.contains(hint), "{quote}: {said}");
        }
    }

    #[test]
    fn little_is_shown_of_a_long_passage() {
        let document = "甲乙丙丁戊己庚辛壬癸".repeat(20) + "子丑寅卯";
        let quote = format!("{}丑", document.replace("子丑寅卯", "子寅卯"));
        let said = Passages::new(&document).nearest(&quote).unwrap();
        assert!(said.chars().count() <= SHOWN + 2, "{said}");
        let wide = "甲,乙".repeat(30);
        let said = Passages::new(&wide).hint(&wide.replace(',', "，"), Language::Chinese);
        assert!(said.chars().count() < 65, "{said}");
    }
}

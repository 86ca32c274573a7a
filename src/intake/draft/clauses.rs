//! Clauses: what commas and semicolons part, outside quotes and brackets.

use std::ops::Range;

use super::brackets::Depth;
use super::headings::number;
use super::numbers::{begins_with_thousands, is_digit};

/// A clause of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// Its bytes in the sentence, without the mark that ends it.
    pub(super) span: Range<usize>,
    /// Whether a semicolon, or the beginning of the sentence, stands before it.
    pub(super) begins: bool,
}

impl Clause {
    /// Its words, without the number in front of it.
    pub(super) fn words<'t>(&self, sentence: &'t str) -> &'t str {
        let words = sentence.get(self.span.clone()).unwrap_or("").trim();
        number(words).map_or(words, |(_, rest)| rest)
    }
}

/// The clauses of a sentence.
pub(super) fn clauses(sentence: &str) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut depth = Depth::default();
    let (mut start, mut begins) = (0, true);
    // 1,开展评比: the comma belongs to the number.
    let front = number(sentence).map_or(0, |(_, rest)| sentence.len() - rest.len());
    let mut before = None;
    for (at, c) in sentence.char_indices() {
        depth.pass(c);
        let behind = sentence.get(at + c.len_utf8()..).unwrap_or("");
        let in_number = matches!(c, ',' | '，') && before.is_some_and(is_digit) && begins_with_thousands(behind);
        before = Some(c);
        if depth.is_open() || in_number || at < front || !matches!(c, '，' | ',' | '；' | ';' | '。' | '！' | '？')
        {
            continue;
        }
        push(&mut clauses, sentence, start..at, begins);
        begins = matches!(c, '；' | ';' | '。' | '！' | '？');
        start = at + c.len_utf8();
    }
    push(&mut clauses, sentence, start..sentence.len(), begins);
    clauses
}

fn push(clauses: &mut Vec<Clause>, sentence: &str, span: Range<usize>, begins: bool) {
    let words = sentence.get(span.clone()).unwrap_or("");
    if words.chars().any(char::is_alphanumeric) {
        let front = words.len() - words.trim_start().len();
        clauses.push(Clause { span: span.start + front..span.start + front + words.trim().len(), begins });
    }
}

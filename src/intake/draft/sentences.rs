//! The document's sentences, as [`coverage`](crate::plan::document) cuts them.

use std::ops::Range;

use crate::plan::document;

use super::parts::Part;

/// A sentence; several lines where it was broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence<'t> {
    /// Its bytes in the document.
    pub(super) span: Range<usize>,
    /// Its words, line breaks included.
    pub(super) text: &'t str,
    /// The parts that stand in one line each.
    pub(super) parts: Vec<Range<usize>>,
    /// What it is.
    pub(super) part: Part,
}

impl<'t> Sentence<'t> {
    /// A piece of the sentence.
    pub(super) fn cut(&self, span: Range<usize>, part: Part) -> Sentence<'t> {
        let within = self.span.start + span.start..self.span.start + span.end;
        let clip = |line: &Range<usize>| line.start.max(within.start)..line.end.min(within.end);
        let parts = self.parts.iter().map(clip).filter(|line| !line.is_empty()).collect();
        Sentence { text: self.text.get(span).unwrap_or(""), span: within, parts, part }
    }

    /// Whether it is words, rather than a note or what belongs to a table.
    pub(super) fn is_text(&self) -> bool {
        self.part == Part::Text
    }
}

/// Sentences that stand together.
pub(super) type Paragraph<'t> = Vec<Sentence<'t>>;

/// A part of the document without the marks around it: what a quote must hold to cover it.
pub(super) fn core(span: &Range<usize>, text: &str) -> Range<usize> {
    let words = text.get(span.clone()).unwrap_or("");
    let start = span.start + (words.len() - words.trim_start_matches(document::is_mark).len());
    start..start + words.trim_matches(document::is_mark).len()
}

/// The words in one line: a break within Chinese text stands for nothing.
pub(super) fn one_line(quote: &str) -> String {
    let mut line = String::new();
    for part in quote.split(['\n', '\r']).map(str::trim).filter(|part| !part.is_empty()) {
        let latin =
            line.ends_with(|c: char| c.is_ascii_alphanumeric()) && part.starts_with(|c: char| c.is_ascii_alphabetic());
        if latin {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

/// The words of a heading without the marks around it.
pub(super) fn title_of(words: &str) -> String {
    let marks = |c: char| c.is_whitespace() || "。：:，,；;*#　".contains(c);
    one_line(words.trim_matches(marks))
}

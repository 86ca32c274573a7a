//! The document's sentences, as [`coverage`](crate::plan::document) cuts them, put together again where a
//! line was broken in their midst.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::plan::document;

use super::fields::Fields;
use super::headings::number;
use super::notes;
use super::tables::{self, Line, Row};

/// What a piece of the document is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Words.
    Text,
    /// What is said of the tasks beside it.
    Note(Box<Fields>),
    /// A row of a table.
    Row(Box<Row>),
    /// A row of a table that stands over those below it.
    Band,
    /// Nothing that orders work: a table's heads and numbers.
    Idle,
}

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

/// A longer sentence with an open bracket is left as it is, in bytes.
const LONGEST_OPEN: usize = 3000;

/// Sentences that stand together.
pub(super) type Paragraph<'t> = Vec<Sentence<'t>>;

/// No document is broken into lines narrower than this, in columns.
const NARROWEST: usize = 40;
/// No document is broken into lines wider than this.
const WIDEST: usize = 120;
/// How much narrower than the widest a broken line may be: a word or two that did not fit.
const RAGGED: usize = 6;

/// The paragraphs of a text.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph<'_>> {
    let lines: Vec<&str> = text.split('\n').collect();
    let wrap = wrap(&lines);
    let tables = tables::lines(text);
    let mut paragraphs: Vec<Paragraph<'_>> = Vec::new();
    let mut line_before = 0;
    for found in document::sentences(text) {
        if let Some(line) = tables.get(&found.line) {
            if line_before != found.line {
                paragraphs.push(vec![of_table(line, text)]);
            }
            line_before = found.line;
            continue;
        }
        let sentence =
            Sentence { span: found.span.clone(), text: found.text, parts: vec![found.span], part: Part::Text };
        let same_line = found.line == line_before;
        let below = found.line == line_before + 1 && !tables.contains_key(&line_before);
        let continued = same_line || (below && goes_on(&lines, line_before, wrap));
        line_before = found.line;
        match paragraphs.last_mut() {
            Some(paragraph) if continued => match paragraph.last_mut() {
                Some(last) if !same_line && !is_ended(last.text) || opens(last.text, sentence.text) => {
                    join(last, sentence, text);
                }
                _ => paragraph.push(sentence),
            },
            _ => paragraphs.push(vec![sentence]),
        }
    }
    paragraphs.into_iter().map(notes::parted).flat_map(at_numbers).collect()
}

/// A line of a table, as a whole.
fn of_table<'t>(line: &Line, text: &'t str) -> Sentence<'t> {
    let span = line.span.clone();
    Sentence { text: text.get(span.clone()).unwrap_or(""), parts: vec![span.clone()], span, part: line.part.clone() }
}

/// Whether a full stop stands within a bracket that the next sentence closes: （甲局负责。下同）.
fn opens(before: &str, next: &str) -> bool {
    let is_open =
        |text: &str| text.rfind(['（', '(']).is_some_and(|open| !text.get(open..).unwrap_or("").contains(['）', ')']));
    let closes = next.find(['）', ')']).is_some_and(|close| !next.get(..close).unwrap_or("").contains(['（', '(']));
    closes && before.len() < LONGEST_OPEN && is_open(before)
}

fn join<'t>(first: &mut Sentence<'t>, rest: Sentence<'t>, text: &'t str) {
    first.span.end = rest.span.end;
    first.text = text.get(first.span.clone()).unwrap_or("");
    first.parts.extend(rest.parts);
}

/// The width at which the document's lines are broken; none where they are not.
fn wrap(lines: &[&str]) -> Option<usize> {
    let widths: Vec<(usize, bool)> = lines
        .iter()
        .map(|line| line.trim_end())
        .filter(|line| !line.is_empty())
        .map(|line| (line.width_cjk(), is_ended(line)))
        .collect();
    let widest = widths.iter().map(|(width, _)| *width).max()?;
    let broken = widths.iter().filter(|(width, ended)| width + RAGGED >= widest && !ended).count();
    ((NARROWEST..=WIDEST).contains(&widest) && broken >= 3 && broken * 4 >= widths.len()).then_some(widest)
}

/// Whether a line, counted from 1, goes on in the next.
fn goes_on(lines: &[&str], number_of_line: usize, wrap: Option<usize>) -> bool {
    let line = number_of_line.checked_sub(1).and_then(|at| lines.get(at));
    let (Some(wrap), Some(line), Some(next)) = (wrap, line, lines.get(number_of_line)) else {
        return false;
    };
    let indented = next.starts_with(['\u{3000}', '\t']) || next.starts_with("  ");
    line.trim_end().width_cjk() + RAGGED >= wrap
        && !is_row(line)
        && !is_row(next)
        && !indented
        && number(next.trim()).is_none()
}

/// Whether a line is the row of a table that was pasted as text.
pub(super) fn is_row(line: &str) -> bool {
    line.trim().matches(is_rule).count() >= 2
}

/// What parts the cells of a row.
pub(super) fn is_rule(c: char) -> bool {
    matches!(c, '\t' | '|' | '│' | '｜')
}

fn is_ended(line: &str) -> bool {
    line.trim_end_matches(['”', '’', '）', ')', '》']).ends_with(['。', '！', '？', '；', '：', ':', ';', '!', '?'])
}

/// A new paragraph begins where a numbered part does, even in the midst of a line.
fn at_numbers(paragraph: Paragraph<'_>) -> Vec<Paragraph<'_>> {
    let mut parts: Vec<Paragraph<'_>> = Vec::new();
    for sentence in paragraph {
        let numbered = sentence.is_text() && number(sentence.text).is_some_and(|(form, _)| form.divides());
        match parts.last_mut() {
            Some(part) if !numbered => part.push(sentence),
            _ => parts.push(vec![sentence]),
        }
    }
    parts
}

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

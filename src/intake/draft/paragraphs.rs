//! The document's paragraphs: its sentences put together again where a line was broken in their midst, its tables, and the notes
//! parted from what they are about.

use unicode_width::UnicodeWidthStr;

use crate::plan::document;

use super::headings::number;
use super::listed::{begins, words};
use super::notes;
use super::parts::{Line, Part, is_row};
use super::sentences::{Paragraph, Sentence};
use super::tables;

/// No document is broken into lines narrower than this, in columns.
const NARROWEST: usize = 40;
/// No document is broken into lines wider than this.
const WIDEST: usize = 120;
/// How much narrower than the widest a broken line may be: a word or two that did not fit.
const RAGGED: usize = 6;

/// A longer sentence with an open bracket is left as it is, in bytes.
const LONGEST_OPEN: usize = 3000;

/// The paragraphs of a text; `pages` are the lines, from 1, that end with a page, and go on in the next.
pub(super) fn paragraphs<'t>(text: &'t str, pages: &[usize]) -> Vec<Paragraph<'t>> {
    let lines: Vec<&str> = text.split('\n').collect();
    let wrap = wrap(&lines);
    let tables = tables::lines(text);
    let mut paragraphs: Vec<Paragraph<'t>> = Vec::new();
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
        let continued = same_line || (below && (pages.contains(&line_before) || goes_on(&lines, line_before, wrap)));
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

fn is_ended(line: &str) -> bool {
    line.trim_end_matches(['”', '’', '）', ')', '》']).ends_with(['。', '！', '？', '；', '：', ':', ';', '!', '?'])
}

/// 注：, 备注：.
fn is_remark(text: &str) -> bool {
    begins(text.trim_start(), words!("注： 注: 备注： 备注: 说明： 说明:"))
}

/// A new paragraph begins where a numbered part does, even in the midst of a line.
fn at_numbers(paragraph: Paragraph<'_>) -> Vec<Paragraph<'_>> {
    let mut parts: Vec<Paragraph<'_>> = Vec::new();
    for sentence in paragraph {
        // 注：1.…2.… goes on with its remark.
        let remark = parts.last().and_then(|part| part.first()).is_some_and(|first| is_remark(first.text));
        let told = !remark && (sentence.is_text() || matches!(sentence.part, Part::Front(_)));
        let numbered = told && number(sentence.text).is_some_and(|(form, _)| form.divides());
        match parts.last_mut() {
            Some(part) if !numbered => part.push(sentence),
            _ => parts.push(vec![sentence]),
        }
    }
    parts
}

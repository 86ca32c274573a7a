//! A list's items and a map's keys as the lines in which they stand, with the remarks above them.

use std::collections::HashSet;
use std::ops::Range;

use crate::store::{Node, NodeData};

use super::value::name_of;

/// Lines of a file that hold one list or one map.
#[derive(Debug, Clone)]
pub(super) struct Piece<'t> {
    /// The whole file's text.
    pub(super) text: &'t str,
    /// The piece's lines.
    pub(super) lines: Range<usize>,
    /// What they hold; `None` where they hold nothing.
    pub(super) node: Option<&'t Node>,
}

/// An item or a key, with its lines.
#[derive(Debug, Clone)]
pub(super) struct Part<'t> {
    /// By what it is known on every side.
    pub(super) name: String,
    /// What decides between parts that both sides have put into one place.
    pub(super) rank: String,
    /// The empty lines and remarks above it.
    pub(super) lead: &'t str,
    /// Its own lines.
    pub(super) body: Range<usize>,
    /// The whole file's text.
    pub(super) text: &'t str,
    /// The item, or the key's value.
    pub(super) value: &'t Node,
}

/// A piece, taken apart.
#[derive(Debug)]
pub(super) struct Split<'t> {
    /// What stands before the first part.
    pub(super) head: &'t str,
    /// The parts, in order.
    pub(super) parts: Vec<Part<'t>>,
    /// What stands behind the last part.
    pub(super) tail: &'t str,
}

/// A part's name and rank.
pub(super) type Named = (String, String);

impl<'t> Part<'t> {
    /// Its own lines.
    pub(super) fn body(&self) -> &'t str {
        self.text.get(self.body.clone()).unwrap_or("")
    }

    /// Its lines as a piece.
    pub(super) fn piece(&self) -> Piece<'t> {
        Piece { text: self.text, lines: self.body.clone(), node: Some(self.value) }
    }
}

/// A list's text with spaces in the place of its items' dashes, and the column of the dashes, so that an item's lines
/// are those of a map. `None` where an item does not begin behind its dash, or the dashes stand in several columns.
pub(super) fn without_dashes(piece: &Piece<'_>) -> Option<(String, Option<usize>)> {
    let mut text = piece.text.to_owned();
    let mut column = None;
    for item in piece.node.map_or(&[][..], Node::items) {
        let line = line_start(piece.text, item.span.start);
        let before = piece.text.get(line..item.span.start)?;
        let dash = before.find('-')?;
        let apart = before.get(dash + 1..)?;
        let is_plain = before.get(..dash)?.bytes().chain(apart.bytes()).all(|byte| byte == b' ');
        if !is_plain || apart.is_empty() || *column.get_or_insert(dash) != dash {
            return None;
        }
        text.replace_range(line + dash..=line + dash, " ");
    }
    Some((text, column))
}

impl Split<'_> {
    /// The same with the lines from the last empty one on above the first part, as they stand above every other: what
    /// comes before is the file's own.
    pub(super) fn with_first_lead(mut self) -> Self {
        let Some(first) = self.parts.first_mut() else { return self };
        let at = if self.head.starts_with('\n') { Some(0) } else { None };
        let at = self.head.rfind("\n\n").map(|newline| newline + 1).or(at);
        if let Some((head, lead)) = at.and_then(|at| self.head.split_at_checked(at)) {
            (self.head, first.lead) = (head, lead);
        }
        self
    }

    /// Whether empty lines stand between the parts.
    pub(super) fn is_spaced(&self) -> bool {
        self.parts.iter().any(|part| has_empty_line(part.lead))
    }
}

/// Whether a line of a lead is empty.
pub(super) fn has_empty_line(lead: &str) -> bool {
    lead.lines().any(|line| line.trim().is_empty())
}

/// A list's items; the names are given. `None` where two items share a line.
pub(super) fn items<'t>(piece: &Piece<'t>, names: Vec<Named>) -> Option<Split<'t>> {
    let items = piece.node.map_or(&[][..], Node::items);
    let marks = items.iter().zip(names).map(|(item, named)| Mark { named, bytes: item.span.clone(), value: item });
    split(piece, marks.collect())
}

/// A map's keys. `None` where a key does not begin its line.
pub(super) fn keys<'t>(piece: &Piece<'t>) -> Option<Split<'t>> {
    let mut marks = Vec::new();
    for (key, value) in piece.node.map_or(&[][..], Node::pairs) {
        let name = key.text()?;
        let before = piece.text.get(line_start(piece.text, key.span.start)..key.span.start)?;
        if !before.bytes().all(|byte| byte == b' ') {
            return None;
        }
        let bytes = key.span.start..value.span.end.max(key.span.end);
        marks.push(Mark { named: (name.to_owned(), name.to_owned()), bytes, value });
    }
    split(piece, marks)
}

/// The names of a list's items: an item's `id` or `name`, or the item itself where it is one word. `None` where an
/// item has none, or two have the same.
pub(super) fn names(list: &Node) -> Option<Vec<Named>> {
    let mut seen = HashSet::new();
    let name = |item| {
        let name = name_of(item)?;
        seen.insert(name).then(|| (name.to_owned(), name.to_owned()))
    };
    list.items().iter().map(name).collect()
}

/// Whether a list or a map stands in lines rather than in brackets.
pub(super) fn is_block(text: &str, node: &Node) -> bool {
    let begins = text.get(node.span.start..).unwrap_or("");
    match node.data {
        NodeData::List(_) => begins.starts_with('-'),
        NodeData::Map(_) => !begins.starts_with('{'),
        NodeData::Scalar { .. } => false,
    }
}

struct Mark<'t> {
    named: Named,
    bytes: Range<usize>,
    value: &'t Node,
}

fn split<'t>(piece: &Piece<'t>, marks: Vec<Mark<'t>>) -> Option<Split<'t>> {
    let Piece { text, lines, .. } = piece;
    let starts: Vec<usize> = marks.iter().map(|mark| line_start(text, mark.bytes.start)).collect();
    let first = starts.first().copied().unwrap_or(lines.end);
    let head = text.get(lines.start..first)?;
    let mut parts = Vec::with_capacity(marks.len());
    let mut before = first;
    for (at, mark) in marks.into_iter().enumerate() {
        let start = *starts.get(at)?;
        let limit = starts.get(at + 1).copied().unwrap_or(lines.end);
        if start < before || limit <= start {
            return None;
        }
        let end = without_empty_lines(text, start..line_after(text, mark.bytes.end).min(limit));
        let (name, rank) = mark.named;
        let lead = text.get(before..start)?;
        parts.push(Part { name, rank, lead, body: start..end, text, value: mark.value });
        before = end;
    }
    Some(Split { head, parts, tail: text.get(before..lines.end)? })
}

/// Where the line begins in which a byte stands.
fn line_start(text: &str, byte: usize) -> usize {
    text.get(..byte).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// Where the line after the one begins in which a value ends.
fn line_after(text: &str, end: usize) -> usize {
    if text.get(..end).is_some_and(|before| before.ends_with('\n')) {
        return end;
    }
    text.get(end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |newline| end + newline + 1)
}

/// The end of lines without the empty ones at their end.
fn without_empty_lines(text: &str, lines: Range<usize>) -> usize {
    let body = text.get(lines.clone()).unwrap_or("");
    let kept = body.trim_end_matches([' ', '\n']);
    line_after(text, lines.start + kept.len()).min(lines.end)
}

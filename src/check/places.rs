//! Where things stand: files are parsed a second time, and their lines counted, only once something in them
//! is to be shown.

use std::collections::HashMap;
use std::ops::Range;

use crate::store::{Node, Opened, Position};

use super::inspection::{At, Place};

/// The places of a folder's files, worked out when first asked for.
pub(super) struct Places<'o> {
    pub(super) opened: &'o Opened,
    roots: HashMap<usize, Option<Node>>,
    line_starts: HashMap<usize, Vec<usize>>,
}

impl<'o> Places<'o> {
    pub(super) fn new(opened: &'o Opened) -> Places<'o> {
        Places { opened, roots: HashMap::new(), line_starts: HashMap::new() }
    }

    /// The bytes of a place.
    pub(super) fn span(&mut self, at: &At) -> Range<usize> {
        match &at.place {
            Place::Span(span) => span.clone(),
            Place::Path(path, part) => self.root(at.file).map_or(0..0, |root| root.locate(path, *part)),
        }
    }

    /// A file's parts; `None` where nothing of it can be read.
    pub(super) fn root(&mut self, file: usize) -> Option<&Node> {
        let opened = self.opened;
        self.roots.entry(file).or_insert_with(|| opened.nodes(file)).as_ref()
    }

    /// A byte of a file as a person counts it.
    pub(super) fn position(&mut self, file: usize, byte: usize) -> Position {
        let text = self.text(file);
        let starts = self.line_starts.entry(file).or_insert_with(|| {
            let after_breaks = text.bytes().zip(1..).filter(|(byte, _)| *byte == b'\n').map(|(_, next)| next);
            std::iter::once(0).chain(after_breaks).collect()
        });
        let line = starts.partition_point(|start| *start <= byte).max(1);
        let start = starts.get(line - 1).copied().unwrap_or(0);
        // Within the line alone, counting costs the line's length rather than the file's.
        let in_line = Position::of(text.get(start..).unwrap_or(""), byte.saturating_sub(start));
        Position { line, column: in_line.column }
    }

    /// A file's path from the plan's folder.
    pub(super) fn path(&self, file: usize) -> &'o str {
        self.opened.files.get(file).map_or("", |file| file.path.as_str())
    }

    fn text(&self, file: usize) -> &'o str {
        self.opened.files.get(file).map_or("", |file| file.text.as_str())
    }
}

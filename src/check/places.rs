//! Where things stand: files are parsed a second time, and their lines counted, only once something in them
//! is to be shown.

use std::collections::HashMap;
use std::ops::Range;

use crate::store::{Node, Opened, Position};

use super::finding::{At, Place};

/// The places of a folder's files, worked out when first asked for.
pub(super) struct Places<'o> {
    pub(super) opened: &'o Opened,
    roots: HashMap<usize, Option<Node>>,
    measures: HashMap<usize, Measure>,
    /// By file and the bytes of a long map: where its keys stand.
    keys: HashMap<(usize, Range<usize>), HashMap<String, usize>>,
}

/// So many keys are looked through faster than they are hashed.
const FEW: usize = 64;

impl<'o> Places<'o> {
    pub(super) fn new(opened: &'o Opened) -> Places<'o> {
        Places { opened, roots: HashMap::new(), measures: HashMap::new(), keys: HashMap::new() }
    }

    /// The bytes of a place.
    pub(super) fn span(&mut self, at: &At) -> Range<usize> {
        let (path, part) = match &at.place {
            Place::Span(span) => return span.clone(),
            Place::Path(path, part) => (path, *part),
        };
        let opened = self.opened;
        let root = self.roots.entry(at.file).or_insert_with(|| opened.nodes(at.file));
        let keys = &mut self.keys;
        let mut find = |map: &Node, key: &str| {
            let pairs = map.pairs();
            if pairs.len() <= FEW {
                return pairs.iter().position(|(name, _)| name.text() == Some(key));
            }
            let known = keys.entry((at.file, map.span.clone())).or_insert_with(|| places_of_keys(pairs));
            known.get(key).copied()
        };
        root.as_ref().map_or(0..0, |root| root.locate_by(path, part, &mut find))
    }

    /// A file's parts; `None` where nothing of it can be read.
    pub(super) fn root(&mut self, file: usize) -> Option<&Node> {
        let opened = self.opened;
        self.roots.entry(file).or_insert_with(|| opened.nodes(file)).as_ref()
    }

    /// A byte of a file as a person counts it.
    pub(super) fn position(&mut self, file: usize, byte: usize) -> Position {
        let text = self.text(file);
        self.measures.entry(file).or_insert_with(|| Measure::of(text)).position(text, byte)
    }

    /// A file's path from the plan's folder.
    pub(super) fn path(&self, file: usize) -> &'o str {
        self.opened.files.get(file).map_or("", |file| file.path.as_str())
    }

    fn text(&self, file: usize) -> &'o str {
        self.opened.files.get(file).map_or("", |file| file.text.as_str())
    }
}

/// Where keys stand among the pairs of a map; of a repeated one, the first.
fn places_of_keys(pairs: &[(Node, Node)]) -> HashMap<String, usize> {
    let named = pairs.iter().enumerate().rev();
    named.filter_map(|(place, (name, _))| Some((name.text()?.to_owned(), place))).collect()
}

/// A text measured once, so that neither a long file nor a long line is counted through for every finding.
struct Measure {
    line_starts: Vec<usize>,
    /// How many characters begin before each [`STRIDE`].
    characters: Vec<usize>,
}

/// So many bytes are counted through at most.
const STRIDE: usize = 1024;

impl Measure {
    fn of(text: &str) -> Measure {
        let after_breaks = text.bytes().zip(1..).filter(|(byte, _)| *byte == b'\n').map(|(_, next)| next);
        let counts = text.as_bytes().chunks(STRIDE).scan(0, |before, chunk| {
            *before += beginnings(chunk);
            Some(*before)
        });
        Measure {
            line_starts: std::iter::once(0).chain(after_breaks).collect(),
            characters: std::iter::once(0).chain(counts).collect(),
        }
    }

    fn position(&self, text: &str, byte: usize) -> Position {
        let line = self.line_starts.partition_point(|start| *start <= byte).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        Position { line, column: self.characters_before(text, byte) - self.characters_before(text, start) + 1 }
    }

    fn characters_before(&self, text: &str, byte: usize) -> usize {
        let stride = byte / STRIDE;
        let counted = self.characters.get(stride).copied().unwrap_or(0);
        counted + text.as_bytes().get(stride * STRIDE..byte).map_or(0, beginnings)
    }
}

/// How many characters begin among the bytes.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0b1100_0000) != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_counted_as_by_hand() {
        let text = format!("{}\n\n{}甲\r\n乙", "长".repeat(700), "x长".repeat(600));
        let text = text.clone() + &"z".repeat(STRIDE - text.len() % STRIDE);
        let measure = Measure::of(&text);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(measure.position(&text, byte), Position::of(&text, byte), "{byte}");
        }
        assert_eq!(Measure::of("").position("", 0), Position { line: 1, column: 1 });
    }
}

//! Places in a text.

use std::ops::Range;

/// A place as a person counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

impl Position {
    /// The place of a byte of the text.
    pub fn of(text: &str, byte: usize) -> Position {
        let before = text.get(..floor_char(text, byte)).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before.get(line_start..).unwrap_or("").chars().count() + 1,
        }
    }
}

/// The nearest byte at or before `byte` at which a character begins.
pub(super) fn floor_char(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Where more than so many brackets of one kind stand open, if anywhere. Counts those in texts too: a guard, no
/// parser.
pub(super) fn too_many_open(text: &str, most: usize) -> Option<usize> {
    [(b'[', b']'), (b'{', b'}')].into_iter().find_map(|(open, close)| {
        let mut depth = 0_usize;
        memchr::memchr2_iter(open, close, text.as_bytes()).find(|at| {
            let opens = text.as_bytes().get(*at) == Some(&open);
            depth = if opens { depth + 1 } else { depth.saturating_sub(1) };
            depth > most
        })
    })
}

/// Where the comma stands that is one too many, if anywhere.
pub(super) fn too_many_commas(text: &str, most: usize) -> Option<usize> {
    memchr::memchr_iter(b',', text.as_bytes()).nth(most)
}

/// Every line with the byte at which it begins, without its line break.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}

/// The bytes of the line in which a byte stands, without its line break.
pub(super) fn line_around(text: &str, byte: usize) -> Range<usize> {
    let byte = floor_char(text, byte);
    let start = text.get(..byte).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    let rest = text.get(start..).unwrap_or("");
    let length = rest.find('\n').unwrap_or(rest.len());
    start..start + rest.get(..length).unwrap_or("").trim_end_matches('\r').len()
}

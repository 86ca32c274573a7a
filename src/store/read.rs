//! A file's text, or why there is none: its encoding, and what no text has.

use std::ops::Range;

use super::encoding::decoded;
use super::fault::FaultKind;
use super::shelf::{Name, Shelf};

/// What a file of the plan holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// `plan.yaml`.
    Head,
    /// `tasks/*.yaml`.
    Tasks,
    /// `progress/*.yaml`.
    Progress,
    /// `notices/*.yaml`.
    Notices,
    /// `checklists/*.csv`.
    Checklist,
    /// The source document.
    Source,
    /// A calendar of the user's own.
    Calendar,
}

/// A text, and what is wrong with how it is written down.
#[derive(Debug, Default)]
pub(super) struct ReadText {
    pub(super) text: String,
    /// Whether a byte order mark stood before the text, which is not part of it.
    pub(super) marked: bool,
    pub(super) faults: Vec<(Range<usize>, FaultKind)>,
}

/// What a folder holds.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// The names of its YAML files, in order.
    pub(super) names: Vec<String>,
    /// What could not be listed, and why.
    pub(super) faults: Vec<FaultKind>,
}

/// Lists a folder's YAML files.
pub(super) fn yaml_files(shelf: &dyn Shelf, folder: &str) -> Listing {
    let mut listing = Listing::default();
    match shelf.names(folder) {
        Ok(names) => {
            for name in names {
                match name {
                    Name::Text(name) if is_yaml(&name) => listing.names.push(name),
                    Name::Text(_) => {}
                    Name::NoText(name) => listing.faults.push(FaultKind::FileName(name)),
                }
            }
        }
        Err(fault) => listing.faults.push(fault),
    }
    listing.names.sort_unstable();
    listing
}

/// Whether a file is the plan's: hidden files and an editor's backups are not.
fn is_yaml(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    !name.starts_with('.') && (name.ends_with(".yaml") || name.ends_with(".yml"))
}

/// Reads a file.
pub(super) fn read_text(shelf: &dyn Shelf, path: &str) -> ReadText {
    match shelf.bytes(path) {
        Ok(bytes) => decode(bytes),
        Err(kind) => ReadText { faults: vec![(0..0, kind)], ..ReadText::default() },
    }
}

fn decode(bytes: Vec<u8>) -> ReadText {
    let mut faults = Vec::new();
    let mut text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return not_utf8(error.as_bytes()),
    };
    let marked = text.starts_with('\u{feff}');
    if marked {
        text.drain(..'\u{feff}'.len_utf8());
        faults.push((0..0, FaultKind::ByteOrderMark));
    }
    let control = if may_hold_forbidden(&text) { text.char_indices().find(|(_, c)| is_forbidden(*c)) } else { None };
    if let Some((at, control)) = control {
        // Two bytes of every character of UTF-16 text in Latin letters are NULs.
        let kind = if control == '\0' && text.bytes().filter(|byte| *byte == 0).count() * 3 > text.len() {
            FaultKind::Encoding("UTF-16")
        } else {
            FaultKind::ControlCharacter(control)
        };
        return ReadText { faults: vec![(at..at + control.len_utf8(), kind)], text, marked };
    }
    ReadText { text, marked, faults }
}

/// A glance at the bytes: whether a closer look could find a forbidden character. Bytes are looked at by the
/// block, so that the processor looks at many at once.
fn may_hold_forbidden(text: &str) -> bool {
    let control = |byte: u8| (byte < b' ') & (byte != b'\n') & (byte != b'\r') & (byte != b'\t') | (byte == 0x7f);
    let held = |block: &[u8]| block.iter().fold(false, |held, byte| held | control(*byte));
    text.as_bytes().chunks(4096).any(held) || text.contains("\u{fffe}") || text.contains("\u{ffff}")
}

/// The characters that YAML allows nowhere.
pub(crate) fn is_forbidden(c: char) -> bool {
    (c.is_ascii_control() && !matches!(c, '\n' | '\r' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Guesses what a text is that is not UTF-8, and where it first shows. Kept readable, so that its line can be shown.
fn not_utf8(bytes: &[u8]) -> ReadText {
    let (encoding, text) = match decoded(bytes) {
        Some((text, encoding)) => (encoding.name(), text),
        None => ("?", String::from_utf8_lossy(bytes)),
    };
    let at = text.char_indices().find(|(_, c)| !c.is_ascii()).map_or(0, |(at, _)| at);
    let width = text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    ReadText { faults: vec![(at..at + width, FaultKind::Encoding(encoding))], text: text.into_owned(), marked: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(bytes: &[u8]) -> Vec<FaultKind> {
        decode(bytes.to_vec()).faults.into_iter().map(|(_, kind)| kind).collect()
    }

    #[test]
    fn encodings_are_recognised() {
        assert_eq!(kinds("- id: 甲\n".as_bytes()), []);
        assert_eq!(kinds(&encoding_rs::GBK.encode("- title: 龚都村集中居住\n").0), [FaultKind::Encoding("GBK")]);
        let wide: Vec<u8> = "- 龚都村".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(kinds(&[&[0xff, 0xfe], wide.as_slice()].concat()), [FaultKind::Encoding("UTF-16")]);
        let latin: Vec<u8> = "- id: 22-07".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(kinds(&latin), [FaultKind::Encoding("UTF-16")]);
        assert_eq!(kinds("\u{feff}- id: x\n".as_bytes()), [FaultKind::ByteOrderMark]);
        assert_eq!(kinds(b"- id: \0"), [FaultKind::ControlCharacter('\0')]);
        assert_eq!(kinds(b"\xed\xa0\x80 \x80\xff"), [FaultKind::Encoding("?")]);
    }
}

//! Workbooks to be spoiled: as one file, and part by part within the archive.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::hands::Hand;

/// A workbook with one part of it spoiled, or the file itself.
pub(crate) fn spoiled(hand: &mut Hand, book: &[u8]) -> Vec<u8> {
    if hand.below(4) == 0 {
        return hand.spoil_bytes(book);
    }
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    let chosen = hand.below(archive.len());
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if index == chosen {
            bytes = spoiled_part(hand, bytes);
        }
        written.start_file(name, SimpleFileOptions::default()).unwrap();
        written.write_all(&bytes).unwrap();
    }
    written.finish().unwrap().into_inner()
}

/// Numbers, names and attributes are what the reader believes: they are what is changed.
fn spoiled_part(hand: &mut Hand, bytes: Vec<u8>) -> Vec<u8> {
    const WORDS: &[&str] = &[
        "0",
        "-1",
        "4294967296",
        "18446744073709551616",
        "A1:XFD1048576",
        "ZZZZ99",
        "",
        "s",
        "d",
        "t=\"s\"",
        "<c/>",
        "<row r=\"0\">",
        "&#0;",
        "&amp;",
        "]]>",
        "1e308",
        "NaN",
        "rId999",
        "../../x",
        "<v>",
        "</v>",
    ];
    let Ok(text) = String::from_utf8(bytes.clone()) else { return hand.spoil_bytes(&bytes) };
    let quotes: Vec<usize> = text.match_indices(['"', '<', '>']).map(|(at, _)| at).collect();
    if quotes.len() < 3 || hand.below(4) == 0 {
        return hand.spoil_bytes(&bytes);
    }
    let at = hand.below(quotes.len() - 1);
    let word = hand.one_of(WORDS);
    format!("{}{word}{}", &text[..=quotes[at]], &text[quotes[at + 1]..]).into_bytes()
}

//! Every text in a file or folder: of an archive, of each file in it; of a PDF, of each stream in it.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

/// Where a text stands, and the text.
pub(crate) type Found = (String, String);

/// Every text in a file or folder, and the files' names.
pub(crate) fn files_in(path: &Path) -> Vec<Found> {
    if path.is_dir() {
        let mut entries: Vec<_> = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        return entries.iter().flat_map(|entry| files_in(entry)).collect();
    }
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let bytes = fs::read(path).unwrap();
    let mut found = vec![("a file's name".to_owned(), name.clone())];
    found.extend(texts_of(&name, &bytes));
    found
}

fn texts_of(name: &str, bytes: &[u8]) -> Vec<Found> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => in_archive(name, bytes),
        [b'%', b'P', b'D', b'F', ..] => in_pdf(name, bytes),
        _ => vec![(name.to_owned(), unfolded(bytes))],
    }
}

/// A calendar's lines are folded anywhere, and so could hide a word.
fn unfolded(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace("\r\n ", "")
}

fn in_archive(name: &str, bytes: &[u8]) -> Vec<Found> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut found =
        vec![(format!("{name}, the archive's own remark"), String::from_utf8_lossy(archive.comment()).into_owned())];
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let mut inner = Vec::new();
        file.read_to_end(&mut inner).unwrap();
        let inner_name = format!("{name}/{}", file.name().unwrap());
        found.push((format!("{name}, a file's name"), inner_name.clone()));
        found.extend(texts_of(&inner_name, &inner));
    }
    found
}

/// The texts of a PDF's streams and of its dictionaries; of the page's text what `pdftotext` makes of it.
fn in_pdf(name: &str, bytes: &[u8]) -> Vec<Found> {
    let mut found = vec![(name.to_owned(), String::from_utf8_lossy(bytes).into_owned())];
    let mut rest = bytes;
    while let Some(start) = find(rest, b"stream") {
        rest = &rest[start + b"stream".len()..];
        let stream = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        let mut text = Vec::new();
        let _ = flate2::read::ZlibDecoder::new(stream).read_to_end(&mut text);
        found.push((format!("{name}, a stream"), String::from_utf8_lossy(&text).into_owned()));
        found.push((format!("{name}, a stream read as UTF-16"), utf_16(&text)));
    }
    found.push((format!("{name}, read as UTF-16"), utf_16(bytes)));
    found
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn utf_16(bytes: &[u8]) -> String {
    let even: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    let odd: Vec<u16> =
        bytes.get(1..).unwrap_or(&[]).chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&even) + &String::from_utf16_lossy(&odd)
}

/// The ways in which a word may be written in a file.
pub(crate) fn forms(word: &str) -> Vec<String> {
    let each = |write: &dyn Fn(char) -> String| word.chars().map(write).collect::<String>();
    vec![
        word.to_owned(),
        each(&|c| format!("\\u{:04x}", u32::from(c))),
        each(&|c| format!("&#{};", u32::from(c))),
        each(&|c| format!("&#x{:x};", u32::from(c))),
        each(&|c| format!("{:04X}", u32::from(c))),
        word.bytes().map(|byte| format!("%{byte:02X}")).collect(),
    ]
}

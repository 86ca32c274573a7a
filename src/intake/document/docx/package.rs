//! The parts of a document, out of the archive that it is.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::intake::document::fault::DocumentFault;

/// The most bytes that a part may hold when it is unpacked: an archive of a few bytes can stand for any size.
const MAX_PART: u64 = 48 * 1024 * 1024;
/// The most files that a document may be made of.
const MAX_PARTS: usize = 10_000;

/// The parts that are read.
pub(super) struct Parts {
    pub(super) document: String,
    pub(super) numbering: Option<String>,
    pub(super) styles: Option<String>,
}

/// Unpacks the parts that are read; the others stay packed.
pub(super) fn parts(bytes: &[u8]) -> Result<Parts, DocumentFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MAX_PARTS {
        return Err(DocumentFault::TooLarge(MAX_PART));
    }
    let document = part(&mut archive, "word/document.xml")?;
    let Some(document) = document else { return Err(DocumentFault::Damaged("word/document.xml".to_owned())) };
    Ok(Parts {
        document,
        numbering: part(&mut archive, "word/numbering.xml")?,
        styles: part(&mut archive, "word/styles.xml")?,
    })
}

/// A part of an archive, where it has it.
pub(in crate::intake::document) fn part_of(bytes: &[u8], name: &str) -> Result<Option<String>, DocumentFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    part(&mut archive, name)
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, DocumentFault> {
    let part = match archive.by_name(name) {
        Ok(part) => part,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(damaged(error)),
    };
    let mut content = Vec::new();
    part.take(MAX_PART + 1).read_to_end(&mut content).map_err(|error| DocumentFault::Damaged(error.to_string()))?;
    if u64::try_from(content.len()).unwrap_or(u64::MAX) > MAX_PART {
        return Err(DocumentFault::TooLarge(MAX_PART));
    }
    Ok(Some(String::from_utf8_lossy(&content).into_owned()))
}

fn damaged(error: ZipError) -> DocumentFault {
    DocumentFault::Damaged(error.to_string())
}

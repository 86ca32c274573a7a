//! Reading a document, whatever kind of file it is.

use std::io::Read;
use std::path::Path;

use super::block::{Block, text_of};
use super::fault::DocumentFault;
use super::kind::DocumentKind;
use super::remark::Remark;
use super::{html, markdown};
use crate::store::{Document, DocumentError, MAX_FILE_BYTES, decode_document, is_forbidden};

/// A document that was handed in.
#[derive(Debug)]
pub struct HandedIn {
    /// Its bytes, and the text that a plan keeps of it.
    pub document: Document,
    /// What kind of file it is.
    pub kind: DocumentKind,
    /// Its parts; a plain text has none.
    pub blocks: Vec<Block>,
    /// What of it is not taken, or not for sure.
    pub remarks: Vec<Remark>,
}

/// The longest text that is drafted from, in bytes: a few hundred pages.
const MAX_TEXT: usize = 1024 * 1024;

/// Reads a document from a file, as what it is said to be, else as what it is.
///
/// # Errors
/// When it cannot be read, is too large, or is no document.
pub fn read(path: &Path, said: Option<DocumentKind>) -> Result<HandedIn, DocumentFault> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(DocumentFault::NotAFile);
    }
    from(std::fs::File::open(path)?, said.or_else(|| DocumentKind::of_name(path)))
}

/// Reads a document from wherever it comes.
///
/// # Errors
/// When it cannot be read, is too large, or is no document.
pub fn from(source: impl Read, said: Option<DocumentKind>) -> Result<HandedIn, DocumentFault> {
    let mut bytes = Vec::new();
    source.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MAX_FILE_BYTES {
        return Err(DocumentFault::TooLarge(MAX_FILE_BYTES));
    }
    from_bytes(bytes, said)
}

/// Reads what a file holds.
///
/// # Errors
/// When it is too large, or no document.
pub fn from_bytes(bytes: Vec<u8>, said: Option<DocumentKind>) -> Result<HandedIn, DocumentFault> {
    let kind = DocumentKind::of(&bytes, said)?;
    let (blocks, remarks) = match kind {
        DocumentKind::Text => return plain(bytes),
        DocumentKind::Markdown => markdown::read(&decoded(bytes.clone())?.text),
        DocumentKind::Html => (html::read(&bytes)?, Vec::new()),
        DocumentKind::Docx => docx(&bytes)?,
        DocumentKind::Pdf => pdf(&bytes)?,
    };
    let text: String = text_of(&blocks).chars().filter(|c| !is_forbidden(*c)).collect();
    if text.trim().is_empty() {
        return Err(DocumentFault::Empty);
    }
    if text.len() > MAX_TEXT {
        return Err(DocumentFault::TooLarge(u64::try_from(MAX_TEXT).unwrap_or(u64::MAX)));
    }
    let document = Document { bytes, text, encoding: None, readable: false };
    Ok(HandedIn { document, kind, blocks, remarks })
}

fn plain(bytes: Vec<u8>) -> Result<HandedIn, DocumentFault> {
    let document = decoded(bytes)?;
    if document.text.trim().is_empty() {
        return Err(DocumentFault::Empty);
    }
    Ok(HandedIn { document, kind: DocumentKind::Text, blocks: Vec::new(), remarks: Vec::new() })
}

fn decoded(bytes: Vec<u8>) -> Result<Document, DocumentFault> {
    decode_document(bytes).map_err(|error| match error {
        DocumentError::TooLarge(most) => DocumentFault::TooLarge(most),
        DocumentError::NotText => DocumentFault::NotText,
    })
}

#[cfg(feature = "docx")]
fn docx(bytes: &[u8]) -> Result<(Vec<Block>, Vec<Remark>), DocumentFault> {
    super::docx::read(bytes)
}

#[cfg(not(feature = "docx"))]
fn docx(_: &[u8]) -> Result<(Vec<Block>, Vec<Remark>), DocumentFault> {
    Err(DocumentFault::NotBuilt("Word"))
}

#[cfg(feature = "pdf")]
fn pdf(bytes: &[u8]) -> Result<(Vec<Block>, Vec<Remark>), DocumentFault> {
    super::pdf::read(bytes.to_vec())
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &[u8]) -> Result<(Vec<Block>, Vec<Remark>), DocumentFault> {
    Err(DocumentFault::NotBuilt("PDF"))
}

//! What kind of document a file is: by what it holds, and else by what it is called.

use std::path::Path;

use super::fault::DocumentFault;

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A document of Word.
    Docx,
    /// PDF.
    Pdf,
}

impl DocumentKind {
    /// Every kind.
    pub const ALL: [DocumentKind; 5] =
        [DocumentKind::Docx, DocumentKind::Html, DocumentKind::Pdf, DocumentKind::Markdown, DocumentKind::Text];

    /// Its name, which is the ending of its files.
    pub const fn name(self) -> &'static str {
        match self {
            DocumentKind::Text => "txt",
            DocumentKind::Markdown => "md",
            DocumentKind::Html => "html",
            DocumentKind::Docx => "docx",
            DocumentKind::Pdf => "pdf",
        }
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<DocumentKind> {
        DocumentKind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind of a file whose name ends so.
    pub fn of_name(path: &Path) -> Option<DocumentKind> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "htm" | "xhtml" | "shtml" => Some(DocumentKind::Html),
            "markdown" => Some(DocumentKind::Markdown),
            ending => DocumentKind::named(ending),
        }
    }

    /// The kind of what a file holds. What no bytes tell apart is what it is said to be, by a person or by its name.
    pub(super) fn of(bytes: &[u8], said: Option<DocumentKind>) -> Result<DocumentKind, DocumentFault> {
        let begins = |sign: &[u8]| bytes.starts_with(sign);
        let holds = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
        if begins(b"%PDF-") || (said == Some(DocumentKind::Pdf) && holds(b"%PDF-")) {
            return Ok(DocumentKind::Pdf);
        }
        if begins(b"PK\x03\x04") {
            return match () {
                () if holds(b"word/document.xml") || said == Some(DocumentKind::Docx) => Ok(DocumentKind::Docx),
                () if holds(b"xl/workbook") => Err(DocumentFault::Workbook),
                () if holds(b"opendocument.spreadsheet") => Err(DocumentFault::Workbook),
                () if holds(b"opendocument.text") => Err(DocumentFault::OtherKind(".odt", ".docx")),
                () if holds(b"ppt/presentation") => Err(DocumentFault::OtherKind(".pptx", ".docx")),
                () => Err(DocumentFault::OtherKind(".zip", ".docx")),
            };
        }
        if begins(b"\xd0\xcf\x11\xe0") {
            let wide = |name: &str| name.bytes().flat_map(|byte| [byte, 0]).collect::<Vec<u8>>();
            return Err(match () {
                () if holds(&wide("EncryptedPackage")) => DocumentFault::Protected,
                () if holds(&wide("WordDocument")) => DocumentFault::OtherKind(".doc/.wps", ".docx"),
                () if holds(&wide("Workbook")) || holds(&wide("Book")) => DocumentFault::Workbook,
                () => DocumentFault::OtherKind(".doc/.wps", ".docx"),
            });
        }
        if begins(b"{\\rtf") {
            return Err(DocumentFault::OtherKind(".rtf", ".docx"));
        }
        let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default().to_ascii_lowercase();
        let mhtml = head.starts_with(b"mime-version:") || memchr::memmem::find(&head, b"\nmime-version:").is_some();
        if mhtml {
            return Err(DocumentFault::OtherKind(".mht", ".docx"));
        }
        let page = [&b"<!doctype html"[..], b"<html", b"<head"].iter().any(|sign| {
            let start = head.iter().position(|byte| !byte.is_ascii_whitespace() && *byte < 0x80).unwrap_or(0);
            head.get(start..).is_some_and(|head| head.starts_with(sign))
        }) || (head.starts_with(b"<?xml") && memchr::memmem::find(&head, b"<html").is_some());
        match said {
            None | Some(DocumentKind::Text) if page => Ok(DocumentKind::Html),
            None | Some(DocumentKind::Docx | DocumentKind::Pdf) => Ok(DocumentKind::Text),
            Some(kind) => Ok(kind),
        }
    }
}

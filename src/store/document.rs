//! The text of a document, in any of the encodings that Chinese offices use.

use super::encoding::{self, Encoding};
use super::read::is_forbidden;

/// The largest document that is drafted from, in bytes: a few hundred pages.
const MAX_DOCUMENT_BYTES: u64 = 1024 * 1024;

/// A document as it is.
#[derive(Debug)]
pub struct Document {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its text, without a byte order mark and without characters that no plan may hold.
    pub text: String,
    /// What it is written in, where that is not UTF-8.
    pub encoding: Option<&'static str>,
    /// Whether a plan can read it as it is.
    pub readable: bool,
}

/// Why bytes are no document.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// It is larger than a document is; the most, in bytes.
    #[error("more than {0} bytes")]
    TooLarge(u64),
    /// It is no text: an archive, as DOCX files are, or a program.
    #[error("not a text")]
    NotText,
}

/// Reads the text of a document.
///
/// # Errors
/// When it is too large, or is no text.
pub fn decode_document(bytes: Vec<u8>) -> Result<Document, DocumentError> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MAX_DOCUMENT_BYTES {
        return Err(DocumentError::TooLarge(MAX_DOCUMENT_BYTES));
    }
    // DOCX, WPS, ODT and PDF files.
    if [&b"PK\x03\x04"[..], b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf"].iter().any(|magic| bytes.starts_with(magic)) {
        return Err(DocumentError::NotText);
    }
    let (text, encoding) = encoding::decoded(&bytes).ok_or(DocumentError::NotText)?;
    let encoding = Some(encoding).filter(|encoding| *encoding != Encoding::Utf8).map(Encoding::name);
    let marked = text.starts_with('\u{feff}');
    let kept: String = text.trim_start_matches('\u{feff}').chars().filter(|c| !is_forbidden(*c)).collect();
    let whole = kept.len() + if marked { '\u{feff}'.len_utf8() } else { 0 } == text.len();
    let readable = encoding.is_none() && whole;
    Ok(Document { text: kept, encoding, readable, bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_read_in_every_encoding_and_made_fit() {
        let read = |bytes: &[u8]| {
            decode_document(bytes.to_vec()).map(|document| (document.text, document.encoding, document.readable))
        };
        assert_eq!(read("完成甲。".as_bytes()).unwrap(), ("完成甲。".into(), None, true));
        assert_eq!(read("\u{feff}完成甲。".as_bytes()).unwrap(), ("完成甲。".into(), None, true));
        assert_eq!(read("完成\u{7}甲。".as_bytes()).unwrap(), ("完成甲。".into(), None, false));
        assert_eq!(read(&encoding_rs::GBK.encode("完成甲。").0).unwrap(), ("完成甲。".into(), Some("GBK"), false));
        let wide: Vec<u8> = "\u{feff}完成甲。".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide).unwrap(), ("完成甲。".into(), Some("UTF-16"), false));
        assert_eq!(read(b"").unwrap(), (String::new(), None, true));
        for bytes in [&b"PK\x03\x04rest"[..], b"%PDF-1.4", b"\xff\x00\x80\xff\xff"] {
            assert!(matches!(read(bytes), Err(DocumentError::NotText)), "{bytes:?}");
        }
    }
}

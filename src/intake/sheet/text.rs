//! Texts in the encodings that spreadsheets on Chinese machines save.

use crate::plan::Language;
use crate::say;
use crate::store;

pub use crate::store::Encoding;

/// The text of some bytes, with one kind of line end, and what it was written in; `None` where they are no text.
pub fn decoded(bytes: &[u8]) -> Option<(String, Encoding)> {
    let (text, encoding) = store::decoded(bytes)?;
    if encoding == Encoding::Gbk && text.contains('\0') {
        return None;
    }
    // With one kind of line end, lines are counted as the reader of the file counts them.
    Some((text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n"), encoding))
}

/// Why a file is no text.
pub(crate) fn no_text(lang: Language, from: &str) -> String {
    say!(
        lang,
        "{from} 既不是 UTF-8 也不是 GBK 编码，请另存为 UTF-8 后再试",
        "{from} is neither UTF-8 nor GBK; save it as UTF-8"
    )
}

/// That a quote is not closed, and what to do.
pub(crate) fn open_quote(lang: Language) -> String {
    say!(
        lang,
        "双引号没有收尾，其后各行会被并入这一格；请补上另一半双引号，或删去这一个",
        "a quotation mark is not closed and would swallow the rows below: close it, or delete it"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_in_every_encoding() {
        let wide: Vec<u8> = "\u{feff}编号\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let gbk = encoding_rs::GBK.encode("编号\r\n").0.into_owned();
        for (bytes, encoding) in [
            ("编号\n".as_bytes(), Encoding::Utf8),
            ("\u{feff}编号\r\n".as_bytes(), Encoding::Utf8),
            (&gbk, Encoding::Gbk),
            (&wide, Encoding::Utf16),
        ] {
            assert_eq!(decoded(bytes), Some(("编号\n".to_owned(), encoding)), "{bytes:?}");
        }
        assert_eq!(decoded(b"\xff\x00\x80\xff\xff"), None);
    }
}

//! In which encoding a text was saved: those of Chinese offices, told apart by the bytes.

use std::borrow::Cow;

/// What a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// With or without a byte order mark.
    Utf8,
    /// What Excel's "Unicode text" is, of either byte order; known by its mark.
    Utf16,
    /// GBK, or its extension GB 18030.
    Gbk,
}

impl Encoding {
    /// Its name, as people know it.
    pub const fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16 => "UTF-16",
            Encoding::Gbk => "GBK",
        }
    }
}

/// The text of some bytes and what it is written in; `None` where no encoding makes a text of them. A byte order mark of
/// UTF-8 stays.
pub fn decoded(bytes: &[u8]) -> Option<(Cow<'_, str>, Encoding)> {
    match bytes {
        [0xff, 0xfe, ..] => Some((encoding_rs::UTF_16LE.decode(bytes).0, Encoding::Utf16)),
        [0xfe, 0xff, ..] => Some((encoding_rs::UTF_16BE.decode(bytes).0, Encoding::Utf16)),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Some((Cow::Borrowed(text), Encoding::Utf8)),
            Err(_) => {
                // Some put the sign of UTF-8 before GBK.
                let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
                let (text, wrong) = encoding_rs::GB18030.decode_without_bom_handling(bare);
                (!wrong).then_some((text, Encoding::Gbk))
            }
        },
    }
}

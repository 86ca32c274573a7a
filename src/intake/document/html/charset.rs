//! What a page is written in: what it says of itself, if its bytes bear it out.

use encoding_rs::Encoding;

use crate::store;

/// So far into a page its encoding is looked for.
const LOOKED_AT: usize = 4096;

/// The text of a page; `None` where no encoding makes one of its bytes.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    let marked = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let said = if marked || std::str::from_utf8(bytes).is_ok() { None } else { said(bytes) };
    let by_word = said.and_then(|encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes));
    let text = match by_word {
        Some(text) => text.into_owned(),
        None => match store::decoded(bytes) {
            Some((text, _)) => text.into_owned(),
            // A few wrong bytes spoil no page.
            None => said.or(Some(encoding_rs::GB18030)).map(|encoding| encoding.decode(bytes).0.into_owned())?,
        },
    };
    let wrong = text.chars().filter(|c| *c == '\u{fffd}' || *c == '\0').count();
    (wrong * 50 <= text.chars().count()).then(|| text.trim_start_matches('\u{feff}').to_owned())
}

/// The encoding that the page names.
fn said(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(LOOKED_AT)).unwrap_or_default().to_ascii_lowercase();
    let sign: &[u8] = b"charset=";
    let at = memchr::memmem::find(&head, sign)? + sign.len();
    let rest = head.get(at..)?;
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_".contains(byte)).unwrap_or(rest.len());
    Encoding::for_label(rest.get(..end)?)
}

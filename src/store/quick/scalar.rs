//! Single values, as a line writes them.

use super::text::NotQuick;

/// A value that is no list and no map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scalar<'t> {
    pub(super) text: &'t str,
    /// Whether it stands without quotes: then it may be nothing, or a number.
    pub(super) plain: bool,
}

impl<'t> Scalar<'t> {
    /// Nothing at all, as after `title:`.
    pub(super) const EMPTY: Scalar<'static> = Scalar { text: "", plain: true };

    /// Whether it says that there is nothing.
    pub(super) fn is_null(self) -> bool {
        self.plain && matches!(self.text, "" | "~" | "null" | "Null" | "NULL")
    }

    /// The count that it is, if it is one written in the only way that nobody can read differently.
    pub(super) fn count(self) -> Option<u64> {
        let text = self.text;
        let digits = self.plain && text.len() <= 18 && text.bytes().all(|byte| byte.is_ascii_digit());
        if digits && (text == "0" || !text.starts_with('0')) { text.parse().ok() } else { None }
    }

    /// Whether nobody takes it for a number, a truth or nothing.
    pub(super) fn is_surely_text(self) -> bool {
        let is_word = || {
            let word = self.text.starts_with(|c: char| !c.is_ascii() || c.is_ascii_alphabetic());
            word && !self.is_null() && !matches!(self.text.to_ascii_lowercase().as_str(), "true" | "false")
        };
        // Days: longer than `0x`, `0o` and `0b`, with which other numbers begin.
        let is_day = || {
            let mut bytes = self.text.bytes();
            bytes.len() == 10
                && bytes.all(|byte| byte.is_ascii_digit() || byte == b'-')
                && self.text.get(4..5) == Some("-")
        };
        !self.plain || is_word() || is_day()
    }
}

/// Splits a text that begins with a plain value at its end: the value, and what follows from a colon on; a remark after it is
/// none of it.
pub(super) fn split_plain(content: &str) -> Result<(&str, &str), NotQuick> {
    if !begins_plain(content) {
        return Err(NotQuick);
    }
    let bytes = content.as_bytes();
    let is_space = |at: Option<usize>| at.and_then(|at| bytes.get(at)) == Some(&b' ');
    let end = memchr::memchr2_iter(b':', b'#', bytes).find(|at| match bytes.get(*at) {
        Some(b':') => *at + 1 == bytes.len() || is_space(Some(*at + 1)),
        _ => is_space(at.checked_sub(1)),
    });
    let (value, rest) = content.split_at_checked(end.unwrap_or(bytes.len())).ok_or(NotQuick)?;
    Ok((value.trim_end_matches(' '), rest.strip_prefix(':').map_or("", |_| rest)))
}

/// The plain value with which a text within brackets begins, and what follows.
pub(super) fn split_bracketed(content: &str) -> Result<(&str, &str), NotQuick> {
    if !begins_plain(content) {
        return Err(NotQuick);
    }
    let ends = |byte: u8| matches!(byte, b',' | b'[' | b']' | b'{' | b'}' | b':' | b'#' | b'?');
    let end = content.bytes().position(ends).ok_or(NotQuick)?;
    let (value, rest) = content.split_at_checked(end).ok_or(NotQuick)?;
    Ok((value.trim_end_matches(' '), rest))
}

/// The text in quotes with which a text begins, and what follows. One with escapes in it is not looked at.
pub(super) fn split_quoted(content: &str) -> Result<(Scalar<'_>, &str), NotQuick> {
    let (quote, inside) = content.split_at_checked(1).ok_or(NotQuick)?;
    let double = quote == "\"";
    let end =
        if double { memchr::memchr2(b'"', b'\\', inside.as_bytes()) } else { memchr::memchr(b'\'', inside.as_bytes()) };
    let (text, rest) = inside.split_at_checked(end.ok_or(NotQuick)?).ok_or(NotQuick)?;
    let rest = rest.strip_prefix(quote).ok_or(NotQuick)?;
    if !double && rest.starts_with('\'') { Err(NotQuick) } else { Ok((Scalar { text, plain: false }, rest)) }
}

/// Whether what follows a value on its line says nothing more.
pub(super) fn is_over(rest: &str) -> bool {
    let after = rest.trim_start_matches(' ');
    after.is_empty() || after.len() < rest.len() && after.starts_with('#')
}

/// Whether a text can begin a plain value, and nothing else.
fn begins_plain(content: &str) -> bool {
    match content.as_bytes() {
        [] => false,
        [b'-', next, ..] => next.is_ascii_digit(),
        [first, ..] => !matches!(
            first,
            b' ' | b'-'
                | b'?'
                | b':'
                | b','
                | b'['
                | b']'
                | b'{'
                | b'}'
                | b'#'
                | b'&'
                | b'*'
                | b'!'
                | b'|'
                | b'>'
                | b'\''
                | b'"'
                | b'%'
                | b'@'
                | b'`'
                | b'.'
                | b'='
        ),
    }
}

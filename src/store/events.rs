//! The one door to the library that reads YAML as events: what it would stumble over is put so that it can read it.

use std::borrow::Cow;
use std::io::{Chain, Read as _};
use std::ops::Range;

use libyaml_safer::{Encoding, Parser, ScalarStyle, Scanner, TokenData};

/// A text that can be read without harm.
pub(super) struct Readable<'t> {
    text: Cow<'t, str>,
    tagged: bool,
}

/// What the library reads from.
type Source<'s> = Chain<&'s [u8], &'s [u8]>;

impl<'t> Readable<'t> {
    /// Makes a text without a mark before it readable, every byte of it in its place.
    ///
    /// # Errors
    /// The byte at which a tag stands that cannot be read.
    pub(super) fn new(text: &'t str) -> Result<Readable<'t>, usize> {
        let suspects = suspects(text);
        if suspects.is_empty() {
            return Ok(Readable { text: Cow::Borrowed(text), tagged: false });
        }
        let tags = tags_among(text, &suspects);
        if let Some(verbatim) = tags.iter().find(|tag| tag.verbatim) {
            return Err(verbatim.span.start);
        }
        let mut bytes = text.as_bytes().to_owned();
        for tag in &tags {
            // An empty value with a tag is an empty value.
            bytes.get_mut(tag.span.clone()).into_iter().for_each(|bytes| bytes.fill(b' '));
            bytes.get_mut(tag.span.start).into_iter().for_each(|byte| *byte = b'~');
        }
        let text = String::from_utf8(bytes).map_err(|_| 0_usize)?;
        Ok(Readable { text: Cow::Owned(text), tagged: !tags.is_empty() })
    }

    /// Whether tags were taken out.
    pub(super) fn is_tagged(&self) -> bool {
        self.tagged
    }

    /// Its events.
    pub(super) fn parser(&self) -> Parser<Source<'_>> {
        let mut parser = Parser::new();
        // Left to find it out, the library takes a full-width character for a broken mark of UTF-8.
        parser.set_encoding(Encoding::Utf8);
        parser.set_input(source(&self.text));
        parser
    }
}

/// The library panics at a block scalar behind whose last line no line ends.
fn source(text: &str) -> Source<'_> {
    let line_end: &[u8] = if text.ends_with('\n') { b"" } else { b"\n" };
    text.as_bytes().chain(line_end)
}

/// What looks like a tag with a comma behind it, at which the library panics.
struct Suspect {
    /// From the `!` to the comma.
    span: Range<usize>,
    /// Whether it is written `!<…>`, in which brackets and commas may stand.
    verbatim: bool,
}

/// Every suspect of a text, in order; those in quotes and remarks too.
fn suspects(text: &str) -> Vec<Suspect> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    for comma in memchr::memchr_iter(b',', bytes) {
        let before = bytes.get(..comma).unwrap_or(b"");
        let run = |part: fn(&u8) -> bool, bytes: &[u8]| bytes.iter().rev().take_while(|byte| part(byte)).count();
        if let Some(inner) = before.strip_suffix(b">") {
            let opens = inner.len() - run(is_of_verbatim_tag, inner);
            if inner.get(..opens).is_some_and(|before| before.ends_with(b"!<")) {
                found.push(Suspect { span: opens - 2..comma, verbatim: true });
            }
        }
        let start = comma - run(is_of_tag, before);
        let marks = memchr::memchr_iter(b'!', bytes.get(start..comma).unwrap_or(b""));
        found.extend(marks.map(|at| Suspect { span: start + at..comma, verbatim: false }));
    }
    found.sort_by_key(|suspect| suspect.span.start);
    found
}

fn is_of_tag(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-;/?:@&=+$.%!~*'()".contains(byte)
}

fn is_of_verbatim_tag(byte: &u8) -> bool {
    is_of_tag(byte) || b",[]".contains(byte)
}

/// The suspects that are tags: at which a value begins within brackets. What stands behind a fault is not read anyhow, and
/// counts as one.
fn tags_among<'s>(text: &str, suspects: &'s [Suspect]) -> Vec<&'s Suspect> {
    let text = without_marks(text, suspects);
    let mut scanner = Scanner::new();
    scanner.set_encoding(Encoding::Utf8);
    scanner.set_input(source(&text));
    let mut left = suspects.iter().peekable();
    let mut tags = Vec::new();
    let mut open = 0_usize;
    for token in &mut scanner {
        let Ok(token) = token else {
            tags.extend(left);
            return tags;
        };
        match token.data {
            TokenData::FlowSequenceStart | TokenData::FlowMappingStart => open += 1,
            TokenData::FlowSequenceEnd | TokenData::FlowMappingEnd => open = open.saturating_sub(1),
            TokenData::Scalar { style: ScalarStyle::Plain, .. } => {
                let start = usize::try_from(token.start_mark.index).unwrap_or(usize::MAX);
                while left.next_if(|suspect| suspect.span.start < start).is_some() {}
                tags.extend(left.next_if(|suspect| suspect.span.start == start && open > 0));
            }
            _ => {}
        }
    }
    tags
}

/// The text with a plain letter for the `!` of each suspect, so that a plain value begins where a tag does. A colon
/// before the comma would be a fault of its own.
fn without_marks(text: &str, suspects: &[Suspect]) -> String {
    let mut bytes = text.as_bytes().to_owned();
    let mut done = 0;
    for suspect in suspects {
        let end = if suspect.verbatim { suspect.span.start + 1 } else { suspect.span.end };
        let marks = bytes.get_mut(suspect.span.start.max(done)..end).into_iter().flatten();
        marks.filter(|byte| matches!(byte, b'!' | b':')).for_each(|byte| *byte = b'~');
        done = done.max(end);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tags_before_a_comma_are_taken_out() {
        for (text, read) in [
            ("[重点, !, 民生]", "[重点, ~, 民生]"),
            ("[!!str, b]", "[~    , b]"),
            ("[!a, b]", "[~ , b]"),
            ("{!, b: c}", "{~, b: c}"),
            ("[!a!b:c,d]", "[~     ,d]"),
            ("[\"a\"!b, c]", "[\"a\"~ , c]"),
            ("[&x !, ?!a, *y]", "[&x ~, ?~ , *y]"),
            ("[[], !a:,!b~c:,]", "[[], ~  ,~    ,]"),
            ("[! , !a b, c]", "[! , !a b, c]"),
            ("[a !, b!, '!', \"!,\", -!, c]", "[a !, b!, '!', \"!,\", -!, c]"),
            ("- 好!, 好\n- a # !,\n- |\n  [!, a]\n", "- 好!, 好\n- a # !,\n- |\n  [!, a]\n"),
            // A fault of its own, which the library tells.
            ("- !a, b\n", "- !a, b\n"),
        ] {
            let readable = Readable::new(text).unwrap();
            assert_eq!(readable.text, read, "{text}");
            assert_eq!(readable.is_tagged(), text != read);
        }
        assert_eq!(Readable::new("[!<a>, b]").err(), Some(1));
        assert_eq!(Readable::new("[a, !<b,[c]>,d]").err(), Some(4));
        assert!(Readable::new("['!<a>,']").is_ok());
    }
}

//! How wide a text is set, and what of it fits. No font is read: the widths are those of the widest of the common
//! faces, so that a text that fits here fits everywhere.

use unicode_width::UnicodeWidthChar;

use crate::paper::wrap::pieces;
use crate::words::visible;

/// What stands for the rest of a text.
const ELLIPSIS: &str = "…";

/// The width of a text in the unit in which its size is given.
pub(crate) fn width(text: &str, size: i32) -> i32 {
    let thousandths: i64 = text.chars().map(advance).sum();
    let width = (thousandths * i64::from(size) + 999) / 1000;
    i32::try_from(width).unwrap_or(i32::MAX)
}

/// Whether a text holds letters whose width no table knows: joined, stacked, or drawn as pictures.
pub(super) fn is_exotic(text: &str) -> bool {
    !text.chars().all(is_plain)
}

fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203e}' | '\u{2150}'..='\u{218f}'
        | '\u{2460}'..='\u{24ff}' | '\u{25a0}'..='\u{25ff}' | '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// Thousandths of an em.
fn advance(c: char) -> i64 {
    match c {
        ' ' | '!' | '\'' | ',' | '.' | ':' | ';' | 'I' | '`' | 'i' | 'j' | 'l' | '|' | '\u{a0}' => 340,
        '(' | ')' | '-' | '/' | '[' | '\\' | ']' | 'f' | 'r' | 't' | '{' | '}' => 420,
        '"' | '*' => 500,
        '0'..='9' | '$' | '#' | '?' | '_' | 'J' => 600,
        'm' | 'M' | 'W' | '@' | '%' => 1000,
        'w' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'U' | 'D' => 800,
        '+' | '<' | '=' | '>' | '^' | '~' => 640,
        'A'..='Z' | '&' => 720,
        'a'..='z' => 620,
        c if is_plain(c) && !c.is_ascii() => c.width_cjk().map_or(0, |columns| if columns == 0 { 0 } else { 1000 }),
        c => c.width_cjk().map_or(0, |columns| if columns == 0 { 300 } else { 1300 }),
    }
}

/// One line of the text, at most so wide; with an ellipsis where it is cut.
pub(crate) fn fit_line(text: &str, size: i32, room: i32) -> String {
    fit(text, size, room, 1).pop().unwrap_or_default()
}

/// The text in at most so many lines, none wider than the room. Cut with an ellipsis, and never within a number.
pub(crate) fn fit(text: &str, size: i32, room: i32, lines: usize) -> Vec<String> {
    let text = visible(text);
    let mut rest = text.trim();
    let mut set = Vec::new();
    while !rest.is_empty() && set.len() < lines {
        let last = set.len() + 1 == lines;
        let (line, after) =
            if last && width(rest, size) > room { (cut(rest, size, room), "") } else { filled(rest, size, room) };
        set.push(line);
        rest = after.trim_start();
    }
    set
}

/// As much of the text as a line holds, and what is left.
fn filled(text: &str, size: i32, room: i32) -> (String, &str) {
    let (line, rest) = text.split_at_checked(whole_pieces(text, size, room)).unwrap_or((text, ""));
    if !line.trim().is_empty() {
        return (line.trim_end().to_owned(), rest);
    }
    let (line, rest) = text.split_at_checked(whole_letters(text, size, room)).unwrap_or((text, ""));
    if line.is_empty() { (cut(text, size, room), "") } else { (line.to_owned(), rest) }
}

/// The beginning of a text that is too long, with an ellipsis.
fn cut(text: &str, size: i32, room: i32) -> String {
    let room = room - width(ELLIPSIS, size);
    let by_piece = whole_pieces(text, size, room);
    // A long word is cut rather than half of the line left empty.
    let by_letter = whole_letters(text, size, room);
    let begun = |at: usize| text.get(..at).unwrap_or_default();
    let at = if width(begun(by_piece), size) * 2 >= room { by_piece } else { by_letter };
    let kept = begun(at).trim_end_matches(|c: char| c.is_whitespace() || "，、；：,;:“（(《".contains(c));
    format!("{kept}{ELLIPSIS}")
}

/// Where the last piece ends that a line holds whole.
fn whole_pieces(text: &str, size: i32, room: i32) -> usize {
    let mut end = 0;
    for piece in pieces(text) {
        let next = end + piece.len();
        if text.get(..next).is_none_or(|line| width(line.trim_end(), size) > room) {
            break;
        }
        end = next;
    }
    end
}

/// Where the last letter ends that a line holds, if no number is torn there.
fn whole_letters(text: &str, size: i32, room: i32) -> usize {
    let mut end = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        if text.get(..at).is_none_or(|line| width(line, size) > room) {
            return end;
        }
        let in_number = |c: char| c.is_numeric() || matches!(c, '.' | ',' | '%' | '％');
        let torn = before.is_some_and(in_number) && in_number(c);
        // A mark that is set over the letter before it stays with it.
        let joined = c.width() == Some(0);
        if !torn && !joined {
            end = at;
        }
        before = Some(c);
    }
    if width(text, size) <= room { text.len() } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_is_cut_between_words_and_never_within_a_number() {
        for (text, room, lines, set) in [
            ("龚都村92户农(渔)民", 2000, 1, vec!["龚都村92户农(渔)民"]),
            ("龚都村92户农(渔)民相对集中居住", 700, 1, vec!["龚都村92户…"]),
            ("龚都村92户农(渔)民相对集中居住", 530, 1, vec!["龚都村…"]),
            ("龚都村92户农(渔)民相对集中居住", 560, 2, vec!["龚都村92户", "农(渔)民…"]),
            ("“一镇一清单”1447个点位逐一销项", 900, 1, vec!["“一镇一清…"]),
            ("1234567890123456789012345", 400, 1, vec!["…"]),
            ("abcdefghijklmnopqrstuvwxyz", 600, 1, vec!["abcdefgh…"]),
            ("finish the works in time", 700, 2, vec!["finish the", "works in…"]),
            ("", 700, 2, vec![]),
        ] {
            assert_eq!(fit(text, 100, room, lines), set, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room(text in "\\PC{0,120}|[一二三户，。、（）“”0-9a-zM% -]{5,120}", room in 200_i32..3000, lines in 1_usize..3) {
            let set = fit(&text, 31, room, lines);
            prop_assert!(set.len() <= lines);
            for line in &set {
                prop_assert!(width(line, 31) <= room, "{} {room}", line);
            }
            if width(visible(&text).trim(), 31) <= room {
                prop_assert_eq!(set.concat(), visible(&text).trim().to_owned());
            }
        }
    }
}

//! Untrusted text, made harmless before it is drawn.

use std::borrow::Cow;

/// The text with every character that a terminal would obey rather than show written out: control
/// characters, those that turn the direction of writing, and those that XML has no place for. A line break becomes a space.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_obeyed) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.trim_end().chars() {
        match c {
            '\n' | '\t' => shown.push(' '),
            '\r' => {}
            c if is_obeyed(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// JSON in which every such character within a text is written as `\u001b` is: the same values, harmless to look at.
pub fn visible_json(json: &str) -> Cow<'_, str> {
    let is_told = |c: char| is_obeyed(c) && !matches!(c, '\n' | '\r' | '\t');
    if !json.contains(is_told) {
        return Cow::Borrowed(json);
    }
    let mut shown = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            // All of them are of the first plane, which one number names.
            c if is_told(c) => shown.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// Whether a terminal would obey a character rather than show it, or XML has no place for it.
pub fn is_obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_keeps_its_values() {
        let text = "a\u{1b}\u{0}\u{7f}\u{9b}\u{202e}\u{feff}龚都村\n";
        let json = serde_json::to_string(&[text]).unwrap() + "\n";
        let shown = visible_json(&json);
        assert!(!shown.contains(|c| is_obeyed(c) && c != '\n'), "{shown}");
        assert_eq!(serde_json::from_str::<[String; 1]>(&shown).unwrap(), [text]);
    }

    #[test]
    fn nothing_is_obeyed() {
        assert_eq!(visible("龚都村92户"), "龚都村92户");
        assert_eq!(visible("a\u{1b}[31mb\u{7}"), "a\\u{1b}[31mb\\u{7}");
        assert_eq!(visible("evil\u{202e}txt"), "evil\\u{202e}txt");
        assert_eq!(visible("一行\r\n两行\n"), "一行 两行");
        assert_eq!(visible("\u{9b}31m"), "\\u{9b}31m");
        assert_eq!(visible("a\u{0}b\u{fffe}\u{ffff}"), "a\\u{0}b\\u{fffe}\\u{ffff}", "XML has no place for them");
    }
}

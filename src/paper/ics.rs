//! iCalendar files, as RFC 5545 has them: components with properties, a line each, folded and escaped.

use chrono::NaiveDate;

/// A line holds no more bytes than this, its end left out (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// A part of a calendar, or the whole of it.
#[derive(Debug)]
pub struct Component {
    name: &'static str,
    lines: Vec<String>,
    parts: Vec<Component>,
}

impl Component {
    /// An empty one: `VCALENDAR`, `VEVENT`, `VALARM`.
    pub fn new(name: &'static str) -> Component {
        Component { name, lines: Vec::new(), parts: Vec::new() }
    }

    /// A property that is a text: what means something in a calendar file is escaped (3.3.11).
    pub fn text(self, property: &str, text: &str) -> Component {
        let mut escaped = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                '\r' => {}
                c => escaped.push(c),
            }
        }
        self.value(property, &escaped)
    }

    /// A property of any other kind, as it is to be written: a number, a duration, one of a few words.
    pub fn value(mut self, property: &str, value: &str) -> Component {
        self.lines.push(format!("{property}:{value}"));
        self
    }

    /// A property that is a day.
    pub fn day(self, property: &str, day: NaiveDate) -> Component {
        self.value(&format!("{property};VALUE=DATE"), &day.format("%Y%m%d").to_string())
    }

    /// A part of its own.
    pub fn part(mut self, part: Component) -> Component {
        self.parts.push(part);
        self
    }

    /// The component as text, every line ended as the format wants it.
    pub fn written(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        fold(&format!("BEGIN:{}", self.name), out);
        self.lines.iter().for_each(|line| fold(line, out));
        self.parts.iter().for_each(|part| part.write(out));
        fold(&format!("END:{}", self.name), out);
    }
}

/// Writes a line in pieces that are short enough. None begins with a blank, which readers might take for a fold's own.
fn fold(line: &str, out: &mut String) {
    let (mut rest, mut room) = (line, LONGEST);
    while rest.len() > room {
        let fits = (1..=room).rev().filter(|at| rest.is_char_boundary(*at));
        let before_blank = |at: &usize| !rest.get(*at..).is_some_and(|next| next.starts_with(char::is_whitespace));
        let at = fits.clone().find(before_blank).or_else(|| fits.clone().next()).unwrap_or(rest.len());
        let (piece, left) = rest.split_at(at);
        out.push_str(piece);
        out.push_str("\r\n ");
        // The blank that marks a fold counts.
        (rest, room) = (left, LONGEST - 1);
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_within_their_length_and_between_characters() {
        for text in [
            "a".repeat(300),
            "汉".repeat(120),
            "🀄".repeat(60),
            format!("{} {}", "a".repeat(72), "b".repeat(9)),
            " ".repeat(200),
        ] {
            let written = Component::new("VEVENT").text("SUMMARY", &text).written();
            assert!(written.split("\r\n").all(|line| line.len() <= LONGEST), "{written}");
            assert_eq!(written.replace("\r\n ", ""), format!("BEGIN:VEVENT\r\nSUMMARY:{text}\r\nEND:VEVENT\r\n"));
        }
    }

    proptest::proptest! {
        #[test]
        fn no_line_is_too_long_whatever_it_holds(text in "(\\PC|[ \t　\u{200b}\u{301}🀄,;]){0,200}") {
            let written = Component::new("VEVENT").text("SUMMARY", &text).value("UID", &text).written();
            proptest::prop_assert!(written.split("\r\n").all(|line| line.len() <= LONGEST));
        }
    }

    #[test]
    fn what_means_something_is_escaped() {
        let written = Component::new("VEVENT").text("SUMMARY", "a,b;c\\d\r\ne:f").value("SEQUENCE", "1").written();
        assert_eq!(written, "BEGIN:VEVENT\r\nSUMMARY:a\\,b\\;c\\\\d\\ne:f\r\nSEQUENCE:1\r\nEND:VEVENT\r\n");
    }
}

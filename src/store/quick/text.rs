//! A text line by line, as far as lines are all there is to it.

/// What the quick way does not understand: no more is known, and the parser is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotQuick;

/// A line that says something: not empty, no remark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// Where it begins to say it.
    pub(super) column: usize,
    /// What it says, without the spaces before and after it.
    pub(super) content: &'t str,
}

/// The lines of a text that say something.
#[derive(Debug)]
pub(super) struct Lines<'t> {
    rest: &'t str,
}

impl<'t> Lines<'t> {
    /// The lines of a text; `None` where something in it might be more than a line.
    pub(super) fn of(text: &'t str) -> Option<Lines<'t>> {
        is_plain(text).then_some(Lines { rest: text })
    }
}

impl Lines<'_> {
    /// How many of the lines to come are items at that column, up to the first that stands further out or is none.
    pub(super) fn items_at(&self, column: usize) -> usize {
        let is_here = |line: &Line<'_>| line.column == column && is_item(*line);
        let inside = Lines { rest: self.rest }.take_while(|line| line.column > column || is_here(line));
        inside.filter(is_here).count()
    }
}

/// Whether a line begins an item of a list.
pub(super) fn is_item(line: Line<'_>) -> bool {
    line.content.starts_with("- ")
}

impl<'t> Iterator for Lines<'t> {
    type Item = Line<'t>;

    fn next(&mut self) -> Option<Line<'t>> {
        while !self.rest.is_empty() {
            let end = memchr::memchr(b'\n', self.rest.as_bytes());
            let (line, rest) = self.rest.split_at_checked(end.map_or(self.rest.len(), |end| end + 1))?;
            self.rest = rest;
            let line = line.strip_suffix('\n').unwrap_or(line);
            let line = line.strip_suffix('\r').unwrap_or(line);
            let content = line.trim_start_matches(' ');
            if !content.is_empty() && !content.starts_with('#') {
                return Some(Line { column: line.len() - content.len(), content: content.trim_end_matches(' ') });
            }
        }
        None
    }
}

/// Whether a text holds neither tabs nor control characters, no line break but `\n` and `\r\n`, and no byte order mark. Bytes
/// are looked at by the block, so that the processor looks at many at once.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let odd = |byte: u8| (byte < b' ') & (byte != b'\n') & (byte != b'\r') | (byte == 0x7f);
    let holds = |block: &[u8]| block.iter().fold(false, |held, byte| held | odd(*byte));
    let followed_by = |at: usize, wanted: fn(u8) -> bool| bytes.get(at + 1).is_some_and(|next| wanted(*next));
    !bytes.chunks(4096).any(holds)
        && memchr::memchr_iter(b'\r', bytes).all(|at| followed_by(at, |next| next == b'\n'))
        // U+0080 to U+009F, among them a line break.
        && !memchr::memchr_iter(0xc2, bytes).any(|at| followed_by(at, |next| next < 0xa0))
        && !["\u{2028}", "\u{2029}", "\u{feff}", "\u{fffe}", "\u{ffff}"].iter().any(|odd| text.contains(odd))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Option<Vec<(usize, &str)>> {
        Lines::of(text).map(|lines| lines.map(|line| (line.column, line.content)).collect())
    }

    #[test]
    fn only_lines_that_say_something_are_lines() {
        assert_eq!(lines("# 一\n\n- a \r\n  # 二\n   b: c# \n  \n"), Some(vec![(0, "- a"), (3, "b: c#")]));
        assert_eq!(lines(""), Some(Vec::new()));
        assert_eq!(lines("a\n b"), Some(vec![(0, "a"), (1, "b")]));
    }

    #[test]
    fn the_items_to_come_are_counted_as_far_as_their_list_goes() {
        let ahead = |text: &str, column| Lines::of(text).map(|lines| lines.items_at(column));
        assert_eq!(ahead("- a: 1\n  b: [x]\n# 说明\n- c\n", 0), Some(2));
        assert_eq!(ahead("  - a\n    - b\n  - c\n  d: 2\n  - e\n", 2), Some(2), "a key ends it");
        assert_eq!(ahead("  - a\n- b\n  - c\n", 2), Some(1), "what stands further out ends it");
        assert_eq!(ahead("", 0), Some(0));
    }

    #[test]
    fn what_may_be_more_than_a_line_is_none() {
        for odd in [
            "\t", "\r", "\r\r\n", "\u{0}", "\u{7f}", "\u{85}", "\u{9f}", "\u{2028}", "\u{2029}", "\u{feff}", "\u{ffff}",
        ] {
            assert_eq!(lines(&format!("a: 甲{odd}乙\n")), None, "{odd:?}");
        }
        assert!(lines("a: ·²\u{a0}\u{3000}“甲”\u{fffd}\n").is_some());
    }
}

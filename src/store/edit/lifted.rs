//! An item of a list file that goes to another file, or goes altogether, with the remarks right above it.

use std::ops::Range;

use crate::store::node::Node;

use super::items::{insert_lines, line_start};
use super::keys::{remove_item, splice};
use super::moved::{above_remarks, own_lines};
use super::style::Style;

/// An item out of a file: its lines as they stand there, if it stands in lines of its own.
pub(super) struct Lifted {
    /// The file without it.
    pub(super) rest: String,
    lines: Option<Lines>,
}

struct Lines {
    text: String,
    /// How far its dash is from the left.
    indent: usize,
}

impl Lifted {
    /// Takes an item out of a text. `None` where its bounds are not certain.
    pub(super) fn of(text: &str, item: usize) -> Option<Lifted> {
        let root = Node::parse(text).ok()??;
        if text.get(root.span.start..)?.starts_with('[') {
            return Some(Lifted { rest: remove_item(text, &root, item)?, lines: None });
        }
        let Range { start: dash, end } = own_lines(text, &root, item)?;
        let indent = text.get(dash..end)?.find('-')?;
        let start = own_remarks(text, dash, indent)?;
        let lines = Lines { text: text.get(start..end)?.trim_end().to_owned(), indent };
        Some(Lifted { rest: splice(text, closed_up(text, start, end)?, "")?, lines: Some(lines) })
    }

    /// Whether a remark may stand in it or above it.
    pub(super) fn has_remarks(&self) -> bool {
        self.lines.as_ref().is_some_and(|lines| lines.text.contains('#'))
    }

    /// The text with the item in it, behind another one or before the first, as that text is written. `None` where it
    /// cannot stand there line by line.
    pub(super) fn put_into(&self, text: &str, after: Option<usize>) -> Option<String> {
        let lines = self.lines.as_ref()?;
        let style = Style::of(text);
        let bare = |line: &str| line.get(lines.indent..).map(|line| format!("{}{line}", style.indent));
        let lines = lines.text.lines().map(|line| match line.trim().is_empty() {
            true => Some(style.line_end.to_owned()),
            false => bare(line).map(|line| line + style.line_end),
        });
        insert_lines(text, after, &[lines.collect::<Option<String>>()?])
    }
}

/// Where the remarks right above an item begin. Those with which the file begins are the file's.
fn own_remarks(text: &str, dash: usize, indent: usize) -> Option<usize> {
    above_remarks(text, dash, indent).map(|start| if start == 0 { dash } else { start })
}

/// The lines from `start` to `end`, with the empty line above them where there is one below as well, or nothing.
fn closed_up(text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let is_empty_below = text.get(end..)?.lines().next().is_none_or(|line| line.trim().is_empty());
    let above = start.checked_sub(1).and_then(|newline| line_start(text, newline));
    let above =
        above.filter(|above| is_empty_below && text.get(*above..start).is_some_and(|line| line.trim().is_empty()));
    Some(above.unwrap_or(start)..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn across(from: &str, item: usize, to: &str, after: Option<usize>) -> (String, Option<String>) {
        let lifted = Lifted::of(from, item).unwrap();
        let to = lifted.put_into(to, after);
        (lifted.rest, to)
    }

    #[test]
    fn an_item_goes_to_another_file_as_that_is_written() {
        let from =
            "# 头\n\n- id: 1-01\n  title: 甲\n\n# 乙的注\n- id: 1-02 # 尾\n  title: 乙\n\n- id: 1-03\n  title: 丙\n";
        let rest = "# 头\n\n- id: 1-01\n  title: 甲\n\n- id: 1-03\n  title: 丙\n";
        let to = "- id: 2-01\n  title: 丁\n";
        let (left, put) = across(from, 1, to, Some(0));
        assert_eq!(left, rest);
        assert_eq!(put.as_deref(), Some("- id: 2-01\n  title: 丁\n# 乙的注\n- id: 1-02 # 尾\n  title: 乙\n"));
        let spaced = "- id: 2-01\n  title: 丁\n\n- id: 2-02\n  title: 戊\n";
        let (_, put) = across(from, 1, spaced, Some(0));
        let wanted = "- id: 2-01\n  title: 丁\n\n# 乙的注\n- id: 1-02 # 尾\n  title: 乙\n\n- id: 2-02\n  title: 戊\n";
        assert_eq!(put.as_deref(), Some(wanted));
        let (left, put) = across(from, 2, "", None);
        assert_eq!(left, "# 头\n\n- id: 1-01\n  title: 甲\n\n# 乙的注\n- id: 1-02 # 尾\n  title: 乙\n");
        assert_eq!(put.as_deref(), Some("- id: 1-03\n  title: 丙\n"));
        let indented = "  - id: 2-01\r\n    title: 丁\r\n";
        let (_, put) = across(from, 0, indented, None);
        assert_eq!(put.as_deref(), Some("  - id: 1-01\r\n    title: 甲\r\n  - id: 2-01\r\n    title: 丁\r\n"));
    }

    #[test]
    fn what_the_file_begins_with_stays() {
        let (left, put) = across("# 板块一\n- id: 1-01\n", 0, "- id: 2-01\n", Some(0));
        assert_eq!((left.as_str(), put.as_deref()), ("# 板块一\n", Some("- id: 2-01\n- id: 1-01\n")));
    }

    #[test]
    fn out_of_brackets_an_item_goes_only_altogether() {
        let (left, put) = across("[{ id: 1-01 }, { id: 1-02 }]\n", 0, "- id: 2-01\n", Some(0));
        assert_eq!((left.as_str(), put), ("[{ id: 1-02 }]\n", None));
        assert_eq!(across("- id: 1-01\n", 0, "[{ id: 2-01 }]\n", Some(0)).1, None);
    }
}

//! What stands in a text, part by part in its order.

use super::scalar::{Scalar, is_over, split_bracketed, split_plain, split_quoted};
use super::text::{Line, Lines, NotQuick, is_item};

/// So deep lists and maps may stand in each other.
const MOST_DEEP: usize = 16;
/// The longest key, in bytes: the parser knows of longer ones, but not of all.
const LONGEST_KEY: usize = 256;

/// What stands somewhere.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'t> {
    Scalar(Scalar<'t>),
    List(Form),
    Map(Form),
}

/// How a list or a map is written.
#[derive(Debug, Clone, Copy)]
pub(super) enum Form {
    /// Each part on a line of its own, beginning at that column.
    Lines(usize),
    /// In brackets, on one line.
    Brackets,
}

/// Goes through a text.
#[derive(Debug)]
pub(super) struct Reader<'t> {
    lines: Lines<'t>,
    /// The line that comes next, or what is left of one.
    line: Option<Line<'t>>,
    /// What is left of the line within brackets.
    bracketed: &'t str,
    /// So many brackets stand open.
    open: usize,
    depth: usize,
}

impl<'t> Reader<'t> {
    /// Goes through a text, and what it is as a whole.
    pub(super) fn of(text: &'t str) -> Result<(Reader<'t>, Part<'t>), NotQuick> {
        let mut lines = Lines::of(text).ok_or(NotQuick)?;
        let first = lines.next().filter(|line| line.column == 0).ok_or(NotQuick)?;
        let mut reader = Reader { lines, line: Some(first), bracketed: "", open: 0, depth: 0 };
        let part = if is_item(first) { Part::List(Form::Lines(0)) } else { reader.item(first)? };
        Ok((reader, part))
    }

    /// Whether the text has nothing more.
    pub(super) fn is_at_end(&self) -> bool {
        self.line.is_none()
    }

    /// Goes into a list or a map; not deeper than anybody would write.
    pub(super) fn enter(&mut self) -> Result<(), NotQuick> {
        self.depth += 1;
        if self.depth > MOST_DEEP { Err(NotQuick) } else { Ok(()) }
    }

    /// Comes out of a list or a map.
    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    /// How many parts a list or a map holds, where that is seen at a glance: perhaps one or the other too many. Without it,
    /// room is made for four wherever there is one.
    pub(super) fn parts_ahead(&self, form: Form) -> Option<usize> {
        match form {
            Form::Lines(column) => Some(1 + self.lines.items_at(column)),
            Form::Brackets => {
                let end = self.bracketed.find([']', '}', '[', '{'])?;
                let (inside, end) = self.bracketed.split_at_checked(end)?;
                let closes = end.starts_with([']', '}']);
                closes.then(|| memchr::memchr_iter(b',', inside.as_bytes()).count() + usize::from(!inside.is_empty()))
            }
        }
    }

    /// The list's next item; `None` behind the last one.
    pub(super) fn next_item(&mut self, form: Form, first: bool) -> Result<Option<Part<'t>>, NotQuick> {
        let column = match form {
            Form::Brackets => return if self.goes_on(']', first)? { self.in_brackets().map(Some) } else { Ok(None) },
            Form::Lines(column) => column,
        };
        let Some(line) = self.line.filter(|line| line.column >= column) else { return Ok(None) };
        if line.column > column {
            return Err(NotQuick);
        }
        // A list may begin at the column of its key; then the map goes on.
        if !is_item(line) {
            return if first { Err(NotQuick) } else { Ok(None) };
        }
        let after = line.content.strip_prefix('-').unwrap_or("");
        let content = after.trim_start_matches(' ');
        self.item(Line { column: column + line.content.len() - content.len(), content }).map(Some)
    }

    /// The map's next key; `None` behind the last one.
    pub(super) fn next_key(&mut self, form: Form, first: bool) -> Result<Option<&'t str>, NotQuick> {
        let column = match form {
            Form::Brackets => {
                return if self.goes_on('}', first)? { self.key_in_brackets().map(Some) } else { Ok(None) };
            }
            Form::Lines(column) => column,
        };
        let Some(line) = self.line.filter(|line| line.column >= column) else { return Ok(None) };
        if line.column > column || is_item(line) {
            return if line.column == column && !first { Ok(None) } else { Err(NotQuick) };
        }
        let (key, value) = split_plain(line.content)?;
        let content = value.strip_prefix(':').filter(|_| key.len() <= LONGEST_KEY).ok_or(NotQuick)?;
        // `a : b` is read by the parser alone.
        if line.content.get(..key.len() + 1).is_none_or(|key| !key.ends_with(':')) {
            return Err(NotQuick);
        }
        self.line = Some(Line { column, content });
        Ok(Some(key))
    }

    /// What stands behind the key that was read last.
    pub(super) fn value(&mut self, form: Form) -> Result<Part<'t>, NotQuick> {
        let column = match form {
            Form::Brackets => {
                self.bracketed = self.bracketed.trim_start_matches(' ');
                return self.in_brackets();
            }
            Form::Lines(column) => column,
        };
        let content = self.line.map_or("", |line| line.content);
        if !is_over(content) {
            return self.on_line(content.trim_start_matches(' '));
        }
        self.line = self.lines.next();
        match self.line {
            Some(line) if is_item(line) && line.column >= column => Ok(Part::List(Form::Lines(line.column))),
            Some(line) if line.column > column => match split_plain(line.content)? {
                (_, "") => Err(NotQuick),
                _ => Ok(Part::Map(Form::Lines(line.column))),
            },
            _ => Ok(Part::Scalar(Scalar::EMPTY)),
        }
    }

    /// What stands behind the dash of an item: perhaps a map, whose first key it is.
    fn item(&mut self, line: Line<'t>) -> Result<Part<'t>, NotQuick> {
        let quoted_or_bracketed = line.content.starts_with(['[', '{', '"', '\'']);
        if !quoted_or_bracketed && !split_plain(line.content)?.1.is_empty() {
            self.line = Some(line);
            return Ok(Part::Map(Form::Lines(line.column)));
        }
        self.on_line(line.content)
    }

    /// A value that begins on the line and ends there.
    fn on_line(&mut self, content: &'t str) -> Result<Part<'t>, NotQuick> {
        let scalar = match content.as_bytes().first() {
            Some(b'[' | b'{') => {
                self.bracketed = content;
                return self.in_brackets();
            }
            Some(b'"' | b'\'') => match split_quoted(content)? {
                (scalar, rest) if is_over(rest) => scalar,
                _ => return Err(NotQuick),
            },
            _ => match split_plain(content)? {
                (text, "") => Scalar { text, plain: true },
                _ => return Err(NotQuick),
            },
        };
        self.line = self.lines.next();
        Ok(Part::Scalar(scalar))
    }

    /// What stands within brackets, or in brackets of its own.
    fn in_brackets(&mut self) -> Result<Part<'t>, NotQuick> {
        let (part, rest) = match self.bracketed.split_at_checked(1) {
            Some(("[", rest)) => (Part::List(Form::Brackets), rest),
            Some(("{", rest)) => (Part::Map(Form::Brackets), rest),
            Some(("\"" | "'", _)) => {
                let (scalar, rest) = split_quoted(self.bracketed)?;
                (Part::Scalar(scalar), rest)
            }
            _ => {
                let (text, rest) = split_bracketed(self.bracketed)?;
                (Part::Scalar(Scalar { text, plain: true }), rest)
            }
        };
        self.open += usize::from(!matches!(part, Part::Scalar(_)));
        self.bracketed = rest;
        Ok(part)
    }

    fn key_in_brackets(&mut self) -> Result<&'t str, NotQuick> {
        let (key, rest) = split_bracketed(self.bracketed)?;
        let colon = self.bracketed.get(key.len()..key.len() + 2);
        if colon != Some(": ") || key.len() > LONGEST_KEY {
            return Err(NotQuick);
        }
        self.bracketed = rest.strip_prefix(':').unwrap_or(rest);
        Ok(key)
    }

    /// Whether there is another part within the brackets. Behind the last brackets, the next line comes.
    fn goes_on(&mut self, closing: char, first: bool) -> Result<bool, NotQuick> {
        let rest = self.bracketed.trim_start_matches(' ');
        if let Some(after) = rest.strip_prefix(closing) {
            self.bracketed = after;
            self.open -= 1;
            if self.open == 0 {
                if !is_over(after) {
                    return Err(NotQuick);
                }
                self.line = self.lines.next();
            }
            return Ok(false);
        }
        let rest = if first { rest } else { rest.strip_prefix(',').ok_or(NotQuick)? };
        self.bracketed = rest.trim_start_matches(' ');
        Ok(true)
    }
}

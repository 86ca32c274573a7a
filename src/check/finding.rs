//! What a check has found, and where.

use std::ops::Range;

use crate::store::{Part, Step};

/// Something that a check has found.
pub(super) struct Finding {
    pub(super) at: At,
    pub(super) words: Words,
}

/// A place in a file: found by the way through its keys and items, or by its bytes.
#[derive(Debug, Clone)]
pub(super) struct At {
    pub(super) file: usize,
    pub(super) place: Place,
}

/// A place within a file.
#[derive(Debug, Clone)]
pub(super) enum Place {
    /// The way through keys and items, and which side of the last pair is meant.
    Path(Vec<Step>, Part),
    /// Bytes.
    Span(Range<usize>),
}

impl Finding {
    pub(super) fn new(at: At, words: Words) -> Finding {
        Finding { at, words: words.clipped() }
    }

    pub(super) fn at_span(file: usize, span: Range<usize>, words: Words) -> Finding {
        Finding::new(At { file, place: Place::Span(span) }, words)
    }
}

impl At {
    /// The value of a key below this place.
    pub(super) fn key(self, key: &str) -> At {
        self.step(Step::Key(key.to_owned()), Part::Value)
    }

    /// The key itself rather than its value.
    pub(super) fn key_itself(self, key: &str) -> At {
        self.step(Step::Key(key.to_owned()), Part::Key)
    }

    /// An item of a list below this place, from 0.
    pub(super) fn item(self, index: usize) -> At {
        self.step(Step::Item(index), Part::Value)
    }

    fn step(mut self, step: Step, part: Part) -> At {
        if let Place::Path(path, last) = &mut self.place {
            path.push(step);
            *last = part;
        }
        self
    }
}

/// A finding in words.
pub(crate) struct Words {
    /// What is wrong.
    pub(crate) message: String,
    /// What to type instead.
    pub(crate) hint: String,
}

/// The longest message that is shown whole; the files' own words in it may be of any length.
const LONGEST: usize = 300;

impl Words {
    fn clipped(self) -> Words {
        Words { message: clip(self.message), hint: clip(self.hint) }
    }
}

/// A text without its middle, where it is too long.
fn clip(text: String) -> String {
    // No text of fewer bytes has more characters.
    if text.len() <= LONGEST || text.chars().nth(LONGEST).is_none() {
        return text;
    }
    let start: String = text.chars().take(LONGEST / 2).collect();
    let end: Vec<char> = text.chars().rev().take(LONGEST / 2).collect();
    format!("{start}…{}", end.into_iter().rev().collect::<String>())
}

//! Where in somebody's file a thing stands.

use std::fmt;

use crate::plan::Entry;

/// A place in a file, as a reader finds it there: `进展!F12`, `returns.csv:12:6`. Places are in the file's order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    order: (usize, usize, u32),
    shown: String,
}

impl Place {
    /// A place by its order (part of the file, line, column) and by how it is shown.
    pub(super) fn of(order: (usize, usize, u32), shown: String) -> Place {
        Place { order, shown }
    }

    /// A line of a text.
    pub(crate) fn line(file: &str, line: usize) -> Place {
        Place { order: (0, line, 0), shown: format!("{file}:{line}") }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// An entry, and where it comes from: `returns.csv:5`, `进展!A5`.
pub(crate) struct Placed {
    pub(crate) place: Place,
    pub(crate) entry: Entry,
}

/// What is wrong at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlacedFault {
    pub(crate) place: Place,
    pub(crate) message: String,
}

//! The report itself, as JSON.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};

/// How JSON is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Two spaces a level, for a person at a terminal.
    Indented,
    /// One line, for a program.
    Compact,
}

/// A report as one JSON object and a line break.
///
/// # Errors
/// When the report cannot be written as JSON.
pub fn json(report: &impl Serialize, layout: Layout) -> serde_json::Result<String> {
    let mut text = Vec::with_capacity(1024);
    let formatter = match layout {
        Layout::Indented => Either::Indented(PrettyFormatter::new()),
        Layout::Compact => Either::Compact(CompactFormatter),
    };
    report.serialize(&mut Serializer::with_formatter(&mut text, formatter))?;
    text.push(b'\n');
    String::from_utf8(text).map_err(serde::ser::Error::custom)
}

/// One JSON object a line (NDJSON), as other programs read tables.
///
/// # Errors
/// When a row cannot be written as JSON.
pub fn json_lines(rows: impl Iterator<Item = impl Serialize>) -> serde_json::Result<String> {
    let mut text = Vec::new();
    for row in rows {
        row.serialize(&mut Serializer::with_formatter(&mut text, Either::Compact(CompactFormatter)))?;
        text.push(b'\n');
    }
    String::from_utf8(text).map_err(serde::ser::Error::custom)
}

/// Both layouts as one type, so that each report's serialisation is compiled once.
enum Either {
    Indented(PrettyFormatter<'static>),
    Compact(CompactFormatter),
}

/// Hands on to the layout.
macro_rules! hand_on {
    ($($name:ident($($arg:ident: $type:ty),*)),* $(,)?) => {
        $(fn $name<W: ?Sized + Write>(&mut self, writer: &mut W $(, $arg: $type)*) -> io::Result<()> {
            match self {
                Either::Indented(formatter) => formatter.$name(writer $(, $arg)*),
                Either::Compact(formatter) => formatter.$name(writer $(, $arg)*),
            }
        })*
    };
}

impl Formatter for Either {
    hand_on!(
        begin_array(),
        end_array(),
        begin_array_value(first: bool),
        end_array_value(),
        begin_object(),
        end_object(),
        begin_object_key(first: bool),
        begin_object_value(),
        end_object_value(),
    );
}

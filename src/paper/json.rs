//! The report itself, as JSON.

use serde::Serialize;

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
    let mut text = match layout {
        Layout::Indented => serde_json::to_string_pretty(report)?,
        Layout::Compact => serde_json::to_string(report)?,
    };
    text.push('\n');
    Ok(text)
}

//! Closing dates in the cells of a checklist, and new rows at its end.

use std::ops::Range;

use crate::plan::{ChecklistRow, Date};
use crate::store::checklist::header_of;

use super::style::line_end;

/// A row to be added to a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRow {
    /// What the row means.
    pub row: ChecklistRow,
    /// Its cells, in the order of the list's columns.
    pub cells: Vec<String>,
}

/// The text with those rows closed, and new rows at its end. `None` where a row or its cell is not certain.
pub(super) fn fill(text: &str, closed: &[(String, Date)], new: &[NewRow]) -> Option<String> {
    let header = header_of(text)?;
    let mut wanted: std::collections::HashMap<&str, Date> =
        closed.iter().map(|(item, day)| (item.as_str(), *day)).collect();
    let mut filled = String::with_capacity(text.len() + closed.len() * 10);
    let mut copied = 0;
    let mut at = record(text, 0).1;
    while at < text.len() && !wanted.is_empty() {
        let (cells, next) = record(text, at);
        let item = cells.get(header.item).and_then(|cell| text.get(cell.clone())).map(unquoted);
        if let Some(day) = item.and_then(|item| wanted.remove(item.trim())) {
            let cell = cells.get(header.closed_on)?;
            filled.push_str(text.get(copied..cell.start)?);
            filled.push_str(&day.to_string());
            copied = cell.end;
        }
        at = next;
    }
    filled.push_str(text.get(copied..)?);
    if !wanted.is_empty() {
        return None;
    }
    append(filled, new)
}

fn append(mut text: String, new: &[NewRow]) -> Option<String> {
    if new.is_empty() {
        return Some(text);
    }
    let (end, whole) = (line_end(&text), text.ends_with('\n'));
    let terminator = if end == "\r\n" { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut writer = csv::WriterBuilder::new().terminator(terminator).from_writer(Vec::new());
    for row in new {
        writer.write_record(&row.cells).ok()?;
    }
    let rows = String::from_utf8(writer.into_inner().ok()?).ok()?;
    if whole {
        text.push_str(&rows);
    } else {
        text.push_str(end);
        text.push_str(rows.strip_suffix(end)?);
    }
    Some(text)
}

/// The cells of the record that begins at a byte, and where the next one begins.
pub(crate) fn record(text: &str, start: usize) -> (Vec<Range<usize>>, usize) {
    let bytes = text.as_bytes();
    let mut cells = Vec::new();
    let (mut cell, mut quoted) = (start, false);
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => {
                cells.push(cell..at);
                cell = at + 1;
            }
            b'\n' if !quoted => {
                let end = if at > cell && bytes.get(at - 1) == Some(&b'\r') { at - 1 } else { at };
                cells.push(cell..end);
                return (cells, at + 1);
            }
            _ => {}
        }
    }
    cells.push(cell..bytes.len());
    (cells, bytes.len())
}

/// A cell without its quotes. One with quotes inside is found by nobody, and so left alone.
fn unquoted(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Date {
        "2020-11-20".parse().unwrap()
    }

    #[test]
    fn a_row_is_closed_in_its_cell_and_nothing_else_is_touched() {
        for (before, after) in [
            ("编号,村居,销项日期\n1,甲村,\n2,乙村,\n", "编号,村居,销项日期\n1,甲村,\n2,乙村,2020-11-20\n"),
            (
                "编号,销项日期,备注\r\n1,,甲\r\n2,,\"乙,\"\"丙\"\"\"\r\n",
                "编号,销项日期,备注\r\n1,,甲\r\n2,2020-11-20,\"乙,\"\"丙\"\"\"\r\n",
            ),
            ("编号,销项日期\n\"1\",\n\"2\",", "编号,销项日期\n\"1\",\n\"2\",2020-11-20"),
            ("备注,编号,销项日期\n\"一\n二\",2,\"\"\n", "备注,编号,销项日期\n\"一\n二\",2,2020-11-20\n"),
        ] {
            assert_eq!(fill(before, &[("2".to_owned(), day())], &[]).as_deref(), Some(after), "{before}");
        }
        assert_eq!(fill("编号,销项日期\n1,\n", &[("2".to_owned(), day())], &[]), None);
    }

    #[test]
    fn rows_are_added_as_the_file_is_written() {
        let row = NewRow {
            row: ChecklistRow { item: "3".to_owned(), closed_on: None },
            cells: vec!["3".to_owned(), "甲,乙".to_owned(), String::new()],
        };
        let rows = [row];
        let head = "编号,村居,销项日期";
        assert_eq!(fill(&format!("{head}\n"), &[], &rows), Some(format!("{head}\n3,\"甲,乙\",\n")));
        assert_eq!(fill(&format!("{head}\r\n1,a,"), &[], &rows), Some(format!("{head}\r\n1,a,\r\n3,\"甲,乙\",")));
    }
}

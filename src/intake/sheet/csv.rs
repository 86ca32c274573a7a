//! CSV as a grid.

use super::fault::SheetError;
use super::grid::{Grid, Value};

/// The cells of a text whose columns are parted by commas, semicolons or tabs, whichever the text uses.
pub(super) fn grid(text: &str) -> Result<Grid, SheetError> {
    let mut grid = Grid::default();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    for (row, record) in (0..).zip(reader.records()) {
        let record = record.map_err(|error| SheetError::Damaged(error.to_string()))?;
        grid.lines.push(line_of(text, record.position()));
        for (column, field) in (0..).zip(record.iter()) {
            let field = field.trim();
            if !field.is_empty() {
                grid.put((row, column), Value::Text(ert(field).to_owned()))?;
            }
        }
    }
    Ok(grid)
}

/// The line of a record: the reader of CSV counts the empty lines before it to it.
pub(crate) fn line_of(text: &str, position: Option<&csv::Position>) -> usize {
    let Some(position) = position else { return 0 };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(start..).unwrap_or_default().iter();
    let empty = rest.take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|byte| **byte == b'\n');
    usize::try_from(position.line()).unwrap_or(0) + empty.count()
}

/// A text without the apostrophe that keeps spreadsheets from reading it as a formula.
fn ert(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        Some(_) | None => field,
    }
}

/// The sign that stands most often in the first lines.
fn delimiter(text: &str) -> u8 {
    const LOOKED_AT: usize = 20;
    let count = |sign: u8| -> usize {
        text.lines().take(LOOKED_AT).map(|line| line.bytes().filter(|byte| *byte == sign).count()).sum()
    };
    // Of equals the last counts.
    [b';', b'\t', b','].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_know_their_lines() {
        let grid = grid("编号,进展\n\n22-01,\"第一行\n第二行\"\n22-02,'=1+1\n").unwrap();
        let shown: Vec<(String, String)> = grid
            .rows()
            .flat_map(|(row, cells)| cells.iter().map(move |(column, cell)| (row, *column, cell.value.text())))
            .map(|(row, column, text)| (grid.address(row, column), text))
            .collect();
        let expected = [
            ("1:1", "编号"),
            ("1:2", "进展"),
            ("3:1", "22-01"),
            ("3:2", "第一行\n第二行"),
            ("5:1", "22-02"),
            ("5:2", "=1+1"),
        ];
        assert_eq!(shown, expected.map(|(place, text)| (place.to_owned(), text.to_owned())));
    }

    #[test]
    fn columns_may_be_parted_by_other_signs() {
        for text in ["编号\t进展\n1\t甲,乙\n", "编号;进展\n1;甲,乙\n", "编号,进展\n1,\"甲,乙\"\n"] {
            assert_eq!(grid(text).unwrap().cell(1, 1).unwrap().value.text(), "甲,乙", "{text}");
        }
    }
}

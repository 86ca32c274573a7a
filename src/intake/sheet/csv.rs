//! CSV as a grid.

use std::borrow::Cow;

use crate::plan::meant::column::Field;
use crate::words::fields::called_anywhere;

use super::fault::SheetError;
use super::grid::{Grid, Value};

/// The cells of a text whose columns are parted by commas, semicolons or tabs, whichever the text uses.
pub(super) fn grid(text: &str) -> Result<Grid, SheetError> {
    let mut grid = Grid::default();
    let sign = delimiter(text);
    if let Some(line) = open_quote(text, sign) {
        return Err(SheetError::OpenQuote(line));
    }
    let mut reader = reader(text, sign);
    let records = reader.records().collect::<Result<Vec<_>, _>>();
    let records = records.map_err(|error| SheetError::Damaged(error.to_string()))?;
    for (row, record) in (0..).zip(&records) {
        grid.lines.push(line_of(text, record.position()));
        for (column, field) in (0..).zip(record.iter()) {
            let field = field.trim();
            if !field.is_empty() {
                grid.put((row, column), Value::Text(without_addresses(ert(field))))?;
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

/// A text without the addresses that Notion puts behind the names of pages.
fn without_addresses(field: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(field.len()), field);
    while let Some((before, from)) = rest.split_once(" (https://www.notion.so/") {
        let Some((_, behind)) = from.split_once(')') else { break };
        plain.push_str(before);
        rest = behind;
    }
    plain + rest
}

/// A text without the apostrophe that keeps spreadsheets from reading it as a formula.
fn ert(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        Some(_) | None => field,
    }
}

/// The sign that parts the columns: the one by which the header's names come apart; where no name is known, the one that
/// stands most often in the first line that has any.
fn delimiter(text: &str) -> u8 {
    const LOOKED_AT: usize = 20;
    const SIGNS: [u8; 4] = [b',', b'\t', b';', b'|'];
    let named = |sign: u8| {
        let mut reader = reader(text, sign);
        let records = reader.records().take(LOOKED_AT).filter_map(Result::ok);
        records.map(|record| record.iter().filter(|cell| is_called(cell)).count()).max().unwrap_or(0)
    };
    let line = text.lines().find(|line| line.bytes().any(|byte| SIGNS.contains(&byte))).unwrap_or("");
    let count = |sign: u8| line.bytes().filter(|byte| *byte == sign).count();
    // Of equals the last counts.
    SIGNS.into_iter().rev().max_by_key(|sign| (named(*sign), count(*sign))).unwrap_or(b',')
}

fn is_called(cell: &str) -> bool {
    called_anywhere(cell).next().is_some() || Field::named_elsewhere(cell).is_some()
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

/// A table's text with its columns parted by commas, whatever parted them; each row keeps its lines.
///
/// # Errors
/// When a quote is not closed: in which line it opens. What follows would be swallowed.
pub(crate) fn with_commas(text: &str) -> Result<Cow<'_, str>, usize> {
    let sign = delimiter(text);
    if let Some(line) = open_quote(text, sign) {
        return Err(line);
    }
    if sign == b',' {
        return Ok(Cow::Borrowed(text));
    }
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let mut reader = reader(text, sign);
    let mut written = 0;
    for record in reader.records().filter_map(Result::ok) {
        // Lines of nothing are counted, so that the others keep their numbers.
        let line = line_of(text, record.position());
        let gap = line.saturating_sub(written + 1);
        for _ in 0..gap {
            if writer.write_record([""]).is_err() {
                return Ok(Cow::Borrowed(text));
            }
        }
        let lines = record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        written = line + lines;
        if writer.write_record(&record).is_err() {
            return Ok(Cow::Borrowed(text));
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    Ok(String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned))
}

/// The line in which a quote opens that is not closed, or behind whose end something else stands than the end of its cell.
/// A quote in the middle of a cell is a sign like any other.
pub(crate) fn open_quote(text: &str, delimiter: u8) -> Option<usize> {
    let mut bytes = text.strip_prefix('\u{feff}').unwrap_or(text).bytes().peekable();
    let (mut line, mut begins, mut opened) = (1, true, None);
    while let Some(byte) = bytes.next() {
        match (opened, byte) {
            (Some(_), b'"') if bytes.peek() == Some(&b'"') => drop(bytes.next()),
            (Some(at), b'"') => {
                let ends = bytes.peek().is_none_or(|next| *next == delimiter || matches!(next, b'\n' | b'\r'));
                if !ends {
                    return Some(at);
                }
                opened = None;
            }
            (None, b'"') if begins => opened = Some(line),
            _ => {}
        }
        line += usize::from(byte == b'\n');
        begins = byte == delimiter || matches!(byte, b'\n' | b'\r');
    }
    opened
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
    fn the_header_says_what_parts_the_columns() {
        for text in [
            "编号;进展\n1;一,二,三,四\n2;甲,乙,丙\n",
            "台账,（第一季度）,,\n编号\t进展\t备注\n1\t一,二,三,四\t五\n",
            "编号,进展\n1,一;二;三;四;五\n",
        ] {
            let grid = grid(text).unwrap();
            let header = grid.rows().find(|(_, row)| row.values().any(|cell| cell.value.text() == "进展"));
            assert!(header.is_some_and(|(_, row)| row.len() >= 2), "{text}");
        }
    }

    #[test]
    fn a_quote_that_stays_open_is_found() {
        for (text, line) in [
            ("甲,乙\n1,\"二\n3,四\n", Some(2)),
            ("甲,乙\n1,\"二\n3,\"四\"\n", Some(2)),
            ("甲,乙\n1,二\n\"3,四\n", Some(3)),
            ("甲,乙\n1,\"二\n三\"\n4,五\n", None),
            ("甲,乙\n1,\"二\"\"三\"\n", None),
            ("甲,乙\n1,15\" 屏\n", None),
            ("甲,乙\r\n1,\"二\"\r\n", None),
            ("\u{feff}\"甲\",乙\n", None),
            ("", None),
        ] {
            assert_eq!(open_quote(text, b','), line, "{text}");
        }
    }

    #[test]
    fn other_signs_become_commas_and_lines_stay() {
        let text = "编号;进展\n\n1;甲,乙\n2;\"一\n二\"\n3;丙\n";
        let commas = with_commas(text).unwrap();
        assert_eq!(commas.lines().collect::<Vec<_>>(), ["编号,进展", "\"\"", "1,\"甲,乙\"", "2,\"一", "二\"", "3,丙"]);
        assert_eq!(with_commas("编号;进展\n1;\"甲\n"), Err(2));
    }

    #[test]
    fn columns_may_be_parted_by_other_signs() {
        for text in ["编号\t进展\n1\t甲,乙\n", "编号;进展\n1;甲,乙\n", "编号,进展\n1,\"甲,乙\"\n"] {
            assert_eq!(grid(text).unwrap().cell(1, 1).unwrap().value.text(), "甲,乙", "{text}");
        }
    }
}

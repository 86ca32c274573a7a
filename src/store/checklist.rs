//! `checklists/*.csv`: long item lists, one row an item, with its closing date.

use std::collections::HashMap;
use std::ops::Range;

use crate::plan::meant::day::{DayWords, Named, read_day};
use crate::plan::{Checklist, ChecklistRow, Date};
use crate::words::fields::{self, Place};

use super::fault::{FaultKind, RowFault};
use super::text::line_around;

/// More columns than that are no list's; none is drawn so wide.
const MOST_COLUMNS: usize = 1_000;

/// Reads a checklist; what cannot be understood is left out and said.
pub(super) fn read_checklist(path: &str, text: &str) -> (Checklist, Vec<(Range<usize>, FaultKind)>) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut list = Checklist { path: path.to_owned(), rows: Vec::new() };
    let mut faults = Vec::new();
    let columns = match reader.headers() {
        Ok(headers) => (column(headers, "item"), column(headers, "closed_on"), headers.len()),
        Err(_) => (None, None, 0),
    };
    let (Some(item), Some(closed_on), wanted) = columns else {
        faults.push((line_around(text, 0), FaultKind::ChecklistRow(RowFault::Header)));
        return (list, faults);
    };
    if wanted > MOST_COLUMNS {
        faults.push((line_around(text, 0), FaultKind::ChecklistRow(RowFault::Columns(wanted))));
        return (list, faults);
    }
    let quote_is_open = memchr::memchr_iter(b'"', text.as_bytes()).count() % 2 == 1;
    let mut record = csv::StringRecord::new();
    let mut first_lines: HashMap<String, u64> = HashMap::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return (list, faults),
            // Spreadsheets leave rows of nothing but commas at a list's end.
            Ok(true) if record.iter().all(str::is_empty) => {}
            Ok(true) if quote_is_open && record.iter().any(|cell| cell.contains('\n')) => {
                faults.push((line_of(text, record.position()), FaultKind::ChecklistRow(RowFault::OpenQuote)));
                return (list, faults);
            }
            Ok(true) if record.len() != wanted => {
                let kind = FaultKind::ChecklistRow(RowFault::Cells { found: record.len(), wanted });
                faults.push((line_of(text, record.position()), kind));
            }
            Ok(true) => match row(&record, item, closed_on) {
                Ok(row) => {
                    let line = record.position().map_or(0, csv::Position::line);
                    match first_lines.get(&row.item) {
                        Some(first) => {
                            let kind = FaultKind::RepeatedItem { item: row.item.clone(), line: *first };
                            faults.push((cell_of(text, &record, item), kind));
                        }
                        None => {
                            first_lines.insert(row.item.clone(), line);
                        }
                    }
                    list.rows.push(row);
                }
                Err(kind @ (FaultKind::DateForm(_) | FaultKind::NoSuchDay(_))) => {
                    faults.push((cell_of(text, &record, closed_on), kind));
                }
                Err(kind) => faults.push((line_of(text, record.position()), kind)),
            },
            Err(error) => {
                let kind = FaultKind::ChecklistRow(RowFault::Other(error.to_string()));
                faults.push((line_of(text, error.position()), kind));
                return (list, faults);
            }
        }
    }
}

/// Which column of a checklist holds what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistHeader {
    /// The names of its columns.
    pub names: Vec<String>,
    /// The column of the item.
    pub item: usize,
    /// The column of the closing date.
    pub closed_on: usize,
}

/// The header of a checklist; `None` where its columns are not found.
pub fn header_of(text: &str) -> Option<ChecklistHeader> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers = reader.headers().ok()?;
    let (item, closed_on) = (column(headers, "item")?, column(headers, "closed_on")?);
    Some(ChecklistHeader { names: headers.iter().map(str::to_owned).collect(), item, closed_on })
}

fn column(headers: &csv::StringRecord, key: &str) -> Option<usize> {
    let field = fields::field(Place::Checklist, key)?;
    headers.iter().position(|header| field.is_called(header))
}

fn row(record: &csv::StringRecord, item: usize, closed_on: usize) -> Result<ChecklistRow, FaultKind> {
    let name = record.get(item).unwrap_or("");
    if name.is_empty() {
        return Err(FaultKind::ChecklistRow(RowFault::Item));
    }
    let closed_on = match record.get(closed_on).unwrap_or("") {
        "" => None,
        day => Some(day.parse::<Date>().or_else(|fault| spreadsheets_day(day).ok_or(fault)).map_err(
            |fault| match fault {
                crate::plan::DateFault::Form => FaultKind::DateForm(day.to_owned()),
                crate::plan::DateFault::NoSuchDay => FaultKind::NoSuchDay(day.to_owned()),
            },
        )?),
    };
    Ok(ChecklistRow { item: name.to_owned(), closed_on })
}

/// `2026/11/1`, as a spreadsheet saves a day; nothing where the year does not stand first.
fn spreadsheets_day(text: &str) -> Option<Date> {
    let year_first = text.get(..4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    let parted = year_first && text.get(4..5).is_some_and(|sign| matches!(sign, "/" | "-" | "."));
    let read = parted.then(|| read_day(text, DayWords { today: None, period: None }).ok()).flatten()?;
    (read.named == Named::Day).then_some(read.date)
}

/// The bytes of a row's cell; of the row, when the cell is written with doubled quotes or breaks.
fn cell_of(text: &str, record: &csv::StringRecord, column: usize) -> Range<usize> {
    let row = line_of(text, record.position());
    let mut at = row.start;
    for (place, cell) in record.iter().enumerate() {
        let Some(found) = text.get(at..row.end).and_then(|rest| rest.find(cell)) else { return row };
        let start = at + found;
        if place == column {
            return start..start + cell.len();
        }
        at = start + cell.len() + ','.len_utf8();
    }
    row
}

fn line_of(text: &str, position: Option<&csv::Position>) -> Range<usize> {
    let byte = position.map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
    // The reader's position may stand on the line break before the record.
    let skip = text.get(byte..).map_or(0, |rest| rest.len() - rest.trim_start_matches(['\r', '\n']).len());
    line_around(text, byte + skip)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_may_stand_as_a_spreadsheet_saves_it() {
        for (text, day) in [
            ("2020/11/1", Some("2020-11-01")),
            ("2020.11.01", Some("2020-11-01")),
            ("2020-11-1", Some("2020-11-01")),
            ("2020/11", None),
            ("2020/2/30", None),
            ("1/11/2020", None),
            ("11月1日", None),
        ] {
            assert_eq!(spreadsheets_day(text).map(|day| day.to_string()).as_deref(), day, "{text}");
        }
    }
}

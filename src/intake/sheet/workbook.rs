//! Workbooks (`.xlsx`) as grids.

use std::collections::HashSet;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::archive::unpackable;
use super::fault::SheetError;
use super::figures::{day, has_percent, number_value};
use super::grid::{Area, Grid, Held, Sheet, Value};

type Bytes = Cursor<Vec<u8>>;

/// The sheets of a workbook, in its order.
pub(super) fn sheets(bytes: Vec<u8>) -> Result<Vec<Sheet>, SheetError> {
    let unshown = unpackable(&bytes)?;
    let mut book: Xlsx<Bytes> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let listed = book.sheets_metadata().to_vec();
    let (mut sheets, mut held) = (Vec::new(), Held::default());
    for (sheet, unshown) in listed.into_iter().zip(unshown.into_iter().map(Some).chain(std::iter::repeat(None))) {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let mut grid = grid(&mut book, &sheet.name)?;
        held.add(&grid)?;
        if let Some(unshown) = unshown {
            (grid.hidden_columns, grid.hidden_rows) = (unshown.columns, unshown.rows);
            grid.comments = unshown.comments;
        }
        let hidden = sheet.visible != SheetVisible::Visible;
        sheets.push(Sheet { name: Some(sheet.name), hidden, grid });
    }
    Ok(sheets)
}

fn grid(book: &mut Xlsx<Bytes>, name: &str) -> Result<Grid, SheetError> {
    let mut grid = Grid::default();
    let is_1904 = book.has_1904_epoch();
    let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
    let percents: Vec<bool> = cells.styles().iter().map(|style| is_percent(style.number_format.as_ref())).collect();
    let strikes: Vec<bool> =
        cells.styles().iter().map(|style| style.font.as_ref().is_some_and(|font| font.strikethrough)).collect();
    let mut stored = HashSet::new();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(damaged)? {
        let percent = percents.get(style).copied().unwrap_or(false);
        if !matches!(cell.get_value(), DataRef::Empty) {
            stored.insert(cell.get_position());
        }
        if let Some(value) = value(cell.get_value(), percent, is_1904) {
            if strikes.get(style).copied().unwrap_or(false) {
                grid.struck_rows.insert(cell.get_position().0);
            }
            grid.put(cell.get_position(), value)?;
        }
    }
    drop(cells);
    // A library may write a formula without what it comes to; a spreadsheet never does.
    let formulas = book.worksheet_formula(name).map_err(damaged)?;
    let (top, left) = formulas.start().unwrap_or_default();
    for (row, column, formula) in formulas.used_cells() {
        let place = u32::try_from(row).ok().zip(u32::try_from(column).ok());
        let Some(place) = place.map(|(row, column)| (top + row, left + column)) else { continue };
        if !formula.is_empty() && !stored.contains(&place) {
            grid.put(place, Value::Formula(format!("={formula}")))?;
        }
    }
    let merged = book.merge_cells_by_sheet_name(name).map_err(damaged)?;
    let areas = merged.iter().filter(|area| area.start.0 <= area.end.0 && area.start.1 <= area.end.1);
    grid.merge(areas.map(|area| Area { first: area.start, last: area.end }).collect())?;
    Ok(grid)
}

fn is_percent(format: Option<&calamine::NumberFormat>) -> bool {
    format.is_some_and(|format| has_percent(&format.format_code))
}

/// What a cell holds; `None` where that is nothing.
fn value(data: &DataRef<'_>, percent: bool, is_1904: bool) -> Option<Value> {
    let text = |text: &str| {
        let text = without_escapes(text);
        let text = text.trim();
        (!text.is_empty()).then(|| Value::Text(text.to_owned()))
    };
    match data {
        DataRef::Empty => None,
        DataRef::String(string) => text(string),
        DataRef::SharedString(string) => text(string),
        DataRef::DateTimeIso(string) | DataRef::DurationIso(string) => text(string),
        DataRef::Bool(yes) => Some(Value::Text(if *yes { "TRUE" } else { "FALSE" }.to_owned())),
        DataRef::Int(number) => number_value(f64::from(i32::try_from(*number).ok()?), percent, is_1904),
        DataRef::Float(number) => number_value(*number, percent, is_1904),
        DataRef::DateTime(moment) => day(*moment),
        DataRef::Error(error) => Some(Value::Error(error.to_string())),
    }
}

/// A text in which `_x000D_` and the like are the characters that they stand for; line ends are of one kind.
fn without_escapes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = from.get(..4).filter(|_| from.get(4..5) == Some("_"));
        let sign = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match (sign, from.get(5..)) {
            (Some(sign), Some(after)) => {
                plain.push(sign);
                rest = after;
            }
            _ => {
                plain.push_str("_x");
                rest = from;
            }
        }
    }
    plain.push_str(rest);
    plain.replace("\r\n", "\n").replace('\r', "\n")
}

fn damaged(error: XlsxError) -> SheetError {
    match error {
        XlsxError::Password => SheetError::Protected,
        error => SheetError::Damaged(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_characters_are_read() {
        for (text, plain) in [
            ("甲_x000D_\n乙", "甲\n乙"),
            ("甲_x0041_乙", "甲A乙"),
            ("_x005F_x0041_", "_x0041_"),
            ("a_xyz", "a_xyz"),
            ("a_x00", "a_x00"),
            ("甲_x甲乙丙丁_", "甲_x甲乙丙丁_"),
        ] {
            assert_eq!(without_escapes(text), plain, "{text}");
        }
    }
}

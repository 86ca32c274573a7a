//! Cells by row and column.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::Date;

use super::{MAX_CELLS, MAX_MERGED, SheetError};

/// A sheet of a file.
#[derive(Debug)]
pub struct Sheet {
    /// Its name; a CSV file has none.
    pub name: Option<String>,
    /// Whether a spreadsheet does not show it.
    pub hidden: bool,
    /// Its cells.
    pub grid: Grid,
}

/// Cells by row and column, both counted from 0. Only cells with something in them are there.
#[derive(Debug, Default)]
pub struct Grid {
    rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
    cells: usize,
    /// The lines in which the rows of a text begin; empty of a workbook, whose rows have numbers.
    pub(super) lines: Vec<usize>,
    /// The areas of merged cells.
    pub(super) merged: Vec<Area>,
    /// Columns that a spreadsheet does not show.
    pub hidden_columns: BTreeSet<u32>,
    /// How many rows a spreadsheet does not show.
    pub hidden_rows: usize,
}

/// Some rows and columns, the last ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) first: (u32, u32),
    pub(super) last: (u32, u32),
}

/// A cell with something in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What is in it.
    pub value: Value,
    /// Where the text stands that fills it: its own place, or that of the first of the merged cells it belongs to.
    pub origin: (u32, u32),
}

/// What is in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text, without space around it.
    Text(String),
    /// A number as it is shown to be meant: `66%` where the cell is formatted so; and the day that it counts to, if
    /// it can be one.
    Number(String, Option<Date>),
    /// A day.
    Day(Date),
    /// An error of a formula: `#REF!`.
    Error(String),
}

impl Value {
    /// The value as a text.
    pub fn text(&self) -> String {
        match self {
            Value::Text(text) | Value::Number(text, _) | Value::Error(text) => text.clone(),
            Value::Day(day) => day.to_string(),
        }
    }
}

impl Grid {
    /// Puts a value into a cell that is none yet.
    pub(super) fn put(&mut self, place: (u32, u32), value: Value) -> Result<(), SheetError> {
        self.cells += 1;
        if self.cells > MAX_CELLS {
            return Err(SheetError::TooMany);
        }
        self.rows.entry(place.0).or_default().insert(place.1, Cell { value, origin: place });
        Ok(())
    }

    /// Fills merged cells with what the first of them holds, in the rows in which anything stands.
    #[cfg_attr(not(feature = "xlsx"), allow(dead_code, reason = "only workbooks merge cells"))]
    pub(super) fn merge(&mut self, areas: Vec<Area>) -> Result<(), SheetError> {
        if areas.len() > MAX_MERGED {
            return Err(SheetError::TooMany);
        }
        // A title may be merged over far more columns than are used.
        let widest = self.rows.values().filter_map(|row| row.keys().next_back()).max().copied().unwrap_or(0);
        for area in &areas {
            let Some(first) = self.cell(area.first.0, area.first.1).cloned() else { continue };
            let columns = area.first.1..=area.last.1.min(widest.max(area.first.1 + 1));
            for (_, row) in self.rows.range_mut(area.first.0..=area.last.0.max(area.first.0)) {
                for column in columns.clone() {
                    if row.get(&column).is_none() {
                        self.cells += 1;
                        row.insert(column, first.clone());
                    }
                }
                if self.cells > MAX_CELLS {
                    return Err(SheetError::TooMany);
                }
            }
        }
        self.merged = areas;
        Ok(())
    }

    /// The rows in which anything stands.
    pub fn rows(&self) -> impl Iterator<Item = (u32, &BTreeMap<u32, Cell>)> {
        self.rows.iter().map(|(row, cells)| (*row, cells))
    }

    /// A cell, if anything is in it.
    pub fn cell(&self, row: u32, column: u32) -> Option<&Cell> {
        self.rows.get(&row)?.get(&column)
    }

    /// The last row of the merged cells to which a cell belongs; its own where it is merged with none below.
    pub fn last_row_of(&self, row: u32, column: u32) -> u32 {
        let holds = |area: &&Area| {
            (area.first.0..=area.last.0).contains(&row) && (area.first.1..=area.last.1).contains(&column)
        };
        self.merged.iter().find(holds).map_or(row, |area| area.last.0)
    }

    /// How a cell is named in its sheet: `F12`; in a text by line and column, `12:6`.
    pub fn address(&self, row: u32, column: u32) -> String {
        match usize::try_from(row).ok().and_then(|row| self.lines.get(row)) {
            Some(line) => format!("{line}:{}", column + 1),
            None => format!("{}{}", letters(column), u64::from(row) + 1),
        }
    }

    /// How a row is named: `12`.
    pub fn row_name(&self, row: u32) -> String {
        match usize::try_from(row).ok().and_then(|row| self.lines.get(row)) {
            Some(line) => line.to_string(),
            None => (u64::from(row) + 1).to_string(),
        }
    }

    /// How a column is named: `F`; in a text by its number.
    pub fn column_name(&self, column: u32) -> String {
        if self.lines.is_empty() { letters(column) } else { (u64::from(column) + 1).to_string() }
    }
}

/// A column in letters: A, B, …, Z, AA.
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let digit = u32::try_from((rest - 1) % 26).unwrap_or(0);
        letters.extend(char::from_u32(u32::from('A') + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(letters(column), name);
        }
    }

    #[test]
    fn merged_cells_hold_what_the_first_holds_where_anything_stands() {
        let mut grid = Grid::default();
        let text = |text: &str| Value::Text(text.to_owned());
        for (place, value) in [((0, 0), "题"), ((1, 0), "甲"), ((1, 2), "乙"), ((2, 2), "丙"), ((4, 2), "丁")] {
            grid.put(place, text(value)).unwrap();
        }
        let area = |first, last| Area { first, last };
        grid.merge(vec![area((0, 0), (0, u32::MAX)), area((1, 0), (u32::MAX, 1))]).unwrap();
        let shown = |row, column| grid.cell(row, column).map(|cell| (cell.value.text(), cell.origin));
        assert_eq!(shown(0, 2), Some(("题".to_owned(), (0, 0))));
        assert_eq!(shown(0, 3), None);
        assert_eq!(shown(2, 1), Some(("甲".to_owned(), (1, 0))));
        assert_eq!(shown(3, 0), None, "nothing stands in that row");
        assert_eq!(shown(4, 0), Some(("甲".to_owned(), (1, 0))));
    }
}

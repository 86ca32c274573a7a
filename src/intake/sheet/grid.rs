//! Cells by row and column.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::Date;

use super::fault::SheetError;
use super::limits::{MAX_CELLS, MAX_MERGED, MAX_TEXT};
use super::order::Order;

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
    /// How many bytes of text the cells hold, each its own: what cells share in a file, they do not share here.
    text: usize,
    /// The lines in which the rows of a text begin; empty of a workbook, whose rows have numbers.
    pub(super) lines: Vec<usize>,
    /// Whether rows go by their number among the others, and not by their lines: items of a list in one line.
    pub(super) counted: bool,
    /// Of cells that are merged with some below, the last row of those.
    last_rows: BTreeMap<(u32, u32), u32>,
    /// Columns that a spreadsheet does not show.
    pub hidden_columns: BTreeSet<u32>,
    /// Rows that a spreadsheet does not show.
    pub hidden_rows: BTreeSet<u32>,
    /// Rows in which a text is struck through.
    pub struck_rows: BTreeSet<u32>,
    /// What people have written about cells, by the cells' names.
    pub comments: Vec<(String, String)>,
}

/// What the sheets of a file hold together: they may share a text that is long.
#[cfg(feature = "xlsx")]
#[derive(Debug, Default)]
pub(super) struct Held {
    cells: usize,
    text: usize,
}

#[cfg(feature = "xlsx")]
impl Held {
    /// Adds a sheet.
    pub(super) fn add(&mut self, grid: &Grid) -> Result<(), SheetError> {
        self.cells += grid.cells;
        self.text += grid.text;
        if self.cells > MAX_CELLS || self.text > MAX_TEXT { Err(SheetError::TooMany) } else { Ok(()) }
    }
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
    /// A formula of which the file holds no value: `=30+10`.
    Formula(String),
    /// A number with more decimals than are kept.
    TooFine(String),
}

impl Value {
    /// The value as a text.
    pub fn text(&self) -> String {
        match self {
            Value::Text(text)
            | Value::Number(text, _)
            | Value::Error(text)
            | Value::Formula(text)
            | Value::TooFine(text) => text.clone(),
            Value::Day(day) => day.to_string(),
        }
    }
}

impl Value {
    fn bytes(&self) -> usize {
        match self {
            Value::Text(text)
            | Value::Number(text, _)
            | Value::Error(text)
            | Value::Formula(text)
            | Value::TooFine(text) => text.len(),
            Value::Day(_) => 0,
        }
    }
}

impl Grid {
    /// Puts a value into a cell that is none yet.
    pub(super) fn put(&mut self, place: (u32, u32), value: Value) -> Result<(), SheetError> {
        self.cells += 1;
        self.text += value.bytes();
        if self.cells > MAX_CELLS || self.text > MAX_TEXT {
            return Err(SheetError::TooMany);
        }
        self.rows.entry(place.0).or_default().insert(place.1, Cell { value, origin: place });
        Ok(())
    }

    /// Fills merged cells with what the first of them holds, in the rows in which anything stands.
    pub(super) fn merge(&mut self, areas: Vec<Area>) -> Result<(), SheetError> {
        if areas.len() > MAX_MERGED {
            return Err(SheetError::TooMany);
        }
        // A title may be merged over far more columns than are used.
        let widest = self.rows.values().filter_map(|row| row.keys().next_back()).max().copied().unwrap_or(0);
        let mut visited = 0;
        for area in &areas {
            let Some(first) = self.cell(area.first.0, area.first.1).cloned() else { continue };
            let columns = area.first.1..=area.last.1.min(widest.max(area.first.1 + 1));
            for (number, row) in self.rows.range_mut(area.first.0..=area.last.0.max(area.first.0)) {
                for column in columns.clone() {
                    visited += 1;
                    if row.get(&column).is_none() {
                        self.cells += 1;
                        self.text += first.value.bytes();
                        row.insert(column, first.clone());
                    }
                    if area.last.0 > area.first.0 {
                        self.last_rows.entry((*number, column)).or_insert(area.last.0);
                    }
                }
                // Areas that lie over each other, as no spreadsheet writes them, would be gone over again and again.
                if self.cells > MAX_CELLS || visited > MAX_CELLS || self.text > MAX_TEXT {
                    return Err(SheetError::TooMany);
                }
            }
        }
        Ok(())
    }

    /// Puts days of which the other cells of their column tell the order, or those of the sheet, in the order of year, month
    /// and day.
    pub(super) fn settle_days(&mut self) {
        let mut columns: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        for (column, cell) in self.rows.values().flatten() {
            if let Value::Text(text) = &cell.value {
                columns.entry(*column).or_default().push(text);
            }
        }
        let all = Order::of(columns.values().flatten().copied());
        let of = |texts: &Vec<&str>| Some(Order::of(texts.iter().copied())).filter(|order| *order != Order::Unknown);
        let orders: BTreeMap<u32, Order> =
            columns.iter().map(|(column, texts)| (*column, of(texts).unwrap_or(all))).collect();
        for (column, cell) in self.rows.values_mut().flatten() {
            if let (Value::Text(text), Some(order)) = (&mut cell.value, orders.get(column)) {
                *text = order.told(text);
            }
        }
    }

    /// The rows in which anything stands.
    pub fn rows(&self) -> impl Iterator<Item = (u32, &BTreeMap<u32, Cell>)> {
        self.rows.iter().map(|(row, cells)| (*row, cells))
    }

    /// The cells of a row that have something in them.
    pub fn row(&self, row: u32) -> impl Iterator<Item = &Cell> {
        self.rows.get(&row).into_iter().flat_map(BTreeMap::values)
    }

    /// A cell, if anything is in it.
    pub fn cell(&self, row: u32, column: u32) -> Option<&Cell> {
        self.rows.get(&row)?.get(&column)
    }

    /// The last row of the merged cells to which a cell belongs; its own where it is merged with none below.
    pub fn last_row_of(&self, row: u32, column: u32) -> u32 {
        self.last_rows.get(&(row, column)).copied().unwrap_or(row)
    }

    /// How a cell is named in its sheet: `F12`; in a text by line and column, `12:6`.
    pub fn address(&self, row: u32, column: u32) -> String {
        match usize::try_from(row).ok().and_then(|row| self.lines.get(row)) {
            Some(_) if self.counted => format!("[{row}]:{}", column + 1),
            Some(line) => format!("{line}:{}", column + 1),
            None => format!("{}{}", letters(column), u64::from(row) + 1),
        }
    }

    /// How a row is named: `12`.
    pub fn row_name(&self, row: u32) -> String {
        match usize::try_from(row).ok().and_then(|row| self.lines.get(row)) {
            Some(_) if self.counted => format!("[{row}]"),
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

    #[test]
    fn what_lies_over_each_other_or_is_shared_is_counted_each_time() {
        let mut grid = Grid::default();
        for row in 0..2_000 {
            grid.put((row, 0), Value::Text("甲".to_owned())).unwrap();
            grid.put((row, 99), Value::Text("乙".to_owned())).unwrap();
        }
        let everywhere = || Area { first: (0, 0), last: (u32::MAX, u32::MAX) };
        assert!(grid.merge((0..1_000).map(|_| everywhere()).collect()).is_err());
        let mut grid = Grid::default();
        let long = "字".repeat(1_000_000);
        assert!((0..100).any(|row| grid.put((row, 0), Value::Text(long.clone())).is_err()));
    }
}

//! A ledger on a sheet.

use crate::intake::place::Place;
use crate::intake::sheet::Sheet;
use crate::plan::meant::column::Field;

use super::header::{Header, Naming};
use super::lines::{self, Line, Row};

/// A sheet with a header.
#[derive(Debug)]
pub(crate) struct Ledger<'s> {
    pub(crate) sheet: &'s Sheet,
    pub(crate) header: Header,
    /// Which of several ledgers that are read together it is.
    pub(crate) number: usize,
}

impl<'s> Ledger<'s> {
    /// The ledger on a sheet; `None` where no row names its columns.
    pub(crate) fn on(sheet: &'s Sheet, naming: Naming<'_>) -> Option<Ledger<'s>> {
        Header::find(&sheet.grid, naming).map(|header| Ledger { sheet, header, number: 0 })
    }

    /// The lines below the header.
    pub(crate) fn lines(&self) -> Vec<Line<'s>> {
        lines::lines(&self.sheet.grid, &self.header)
    }

    /// What stands above the header.
    pub(crate) fn title_texts(&self) -> impl Iterator<Item = String> {
        let rows = self.sheet.grid.rows().take_while(|(row, _)| *row < self.header.first);
        rows.flat_map(|(row, cells)| {
            cells.iter().filter(move |(column, cell)| cell.origin == (row, **column)).map(|(_, cell)| cell.value.text())
        })
    }

    /// Where a cell stands: `进展!F12`, and in a text `returns.csv:12:6`.
    pub(crate) fn place(&self, file: &str, row: u32, column: u32) -> Place {
        self.shown(file, row, column + 1, &self.sheet.grid.address(row, column))
    }

    /// Where a field of a row stands; the row itself where the ledger has no such column.
    pub(crate) fn place_of(&self, file: &str, row: &Row<'_>, field: Field) -> Place {
        match self.header.column(field) {
            Some(column) => self.place(file, row.at, column),
            None => self.place_of_row(file, row.at),
        }
    }

    /// Where a row stands: `进展!12`, `returns.csv:12`.
    pub(crate) fn place_of_row(&self, file: &str, row: u32) -> Place {
        self.shown(file, row, 0, &self.sheet.grid.row_name(row))
    }

    fn shown(&self, file: &str, row: u32, column: u32, address: &str) -> Place {
        let shown = match &self.sheet.name {
            Some(name) => format!("{name}!{address}"),
            None => format!("{file}:{address}"),
        };
        Place::of((self.number, usize::try_from(row).unwrap_or(usize::MAX), column), shown)
    }
}

//! Tables that stand in documents, as sheets.

use super::fault::SheetError;
use super::grid::{Area, Grid, Sheet, Value};

/// A text in a cell that covers some rows and columns: its row and column, counted from 0, and how many it covers.
pub(crate) type Written = (String, (u32, u32), (u32, u32));

/// A sheet of such cells.
///
/// # Errors
/// When there are more than a sheet may hold.
pub(crate) fn sheet_of(name: String, cells: impl Iterator<Item = Written>) -> Result<Sheet, SheetError> {
    let mut grid = Grid::default();
    let mut merged = Vec::new();
    for (text, place, (rows, columns)) in cells {
        if rows > 1 || columns > 1 {
            merged.push(Area { first: place, last: (place.0 + rows.max(1) - 1, place.1 + columns.max(1) - 1) });
        }
        if !text.is_empty() {
            grid.put(place, Value::Text(text))?;
        }
    }
    grid.merge(merged)?;
    Ok(Sheet { name: Some(name), hidden: false, grid })
}

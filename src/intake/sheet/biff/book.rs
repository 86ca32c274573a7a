//! A workbook: its stream, found and cut into sheets.

use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Unbounded};

use super::compound::Compound;
use super::globals::{Globals, Listed};
use super::sheet::grid;
use crate::intake::sheet::grid::Held;
use crate::intake::sheet::{Sheet, SheetError};

/// How a compound file begins.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The sheets of a workbook, in its order. Programs may write its stream without the compound file around it.
pub(in crate::intake::sheet) fn sheets(file: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    if !file.starts_with(COMPOUND) {
        return from_stream(file);
    }
    let damaged = || SheetError::Damaged("the compound file is cut off or mixed up".to_owned());
    let compound = Compound::open(file).ok_or_else(damaged)?;
    let Some(stream) = compound.find("Workbook") else {
        let none = || SheetError::Damaged("no stream Workbook".to_owned());
        return Err(compound.find("Book").map_or_else(none, |_| SheetError::TooOld));
    };
    from_stream(&compound.read(stream).ok_or_else(damaged)?)
}

fn from_stream(stream: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    let globals = Globals::read(stream)?;
    // A sheet ends where the next one begins, so that nothing is read twice.
    let starts: BTreeSet<usize> = globals.sheets.iter().map(|sheet| sheet.start).collect();
    if starts.len() < globals.sheets.len() {
        return Err(SheetError::Damaged("two sheets begin at one place".to_owned()));
    }
    let mut held = Held::default();
    let read = |sheet: &Listed| {
        let end = starts.range((Excluded(sheet.start), Unbounded)).next().copied().unwrap_or(stream.len());
        let grid = grid(stream.get(sheet.start..end).unwrap_or_default(), &globals)?;
        held.add(&grid)?;
        Ok(Sheet { name: Some(sheet.name.clone()), hidden: sheet.hidden, grid })
    };
    globals.sheets.iter().filter(|sheet| sheet.is_sheet).map(read).collect()
}

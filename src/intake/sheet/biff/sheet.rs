//! The cells of a sheet, and what of it is not shown.

use super::bytes::Bytes;
use super::globals::Globals;
use super::records::{Record, Records, short};
use super::strings::Pieces;
use crate::intake::sheet::grid::Area;
use crate::intake::sheet::{Grid, SheetError, Value};

const FORMULA: u16 = 0x0006;
const COLUMNS: u16 = 0x007d;
const MULRK: u16 = 0x00bd;
const RICH_LABEL: u16 = 0x00d6;
const MERGED: u16 = 0x00e5;
const TEXT_OF_TABLE: u16 = 0x00fd;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const BOOL_OR_ERROR: u16 = 0x0205;
const TEXT_OF_FORMULA: u16 = 0x0207;
const ROW: u16 = 0x0208;
const RK: u16 = 0x027e;
/// A sheet has no more columns.
const WIDTH: u32 = 256;

/// The cells of the sheet that a part of the stream holds.
pub(super) fn grid(part: &[u8], globals: &Globals) -> Result<Grid, SheetError> {
    let (_, mut records) = Records::of(part)?;
    let mut reading = Reading { globals, grid: Grid::default(), merged: Vec::new(), formula: None, spans: 0 };
    while let Some(record) = records.next()? {
        let kind = record.kind;
        reading.take(record)?.ok_or_else(|| short(kind))?;
    }
    let Reading { mut grid, merged, .. } = reading;
    grid.merge(merged)?;
    Ok(grid)
}

struct Reading<'g> {
    globals: &'g Globals,
    grid: Grid,
    merged: Vec<Area>,
    /// The cell of a formula whose text comes in a record of its own.
    formula: Option<(Place, u16)>,
    /// How many spans of columns were described.
    spans: u32,
}

type Place = (u32, u32);
/// `None` where a record is too short.
type Taken = Result<Option<()>, SheetError>;

impl Reading<'_> {
    fn take(&mut self, record: Record<'_>) -> Taken {
        let mut bytes = Bytes(record.data);
        match record.kind {
            ROW => return Ok(self.row(&mut bytes)),
            COLUMNS => return Ok(self.columns(&mut bytes)),
            MERGED => return Ok(self.merged(&mut bytes)),
            MULRK => return self.numbers(record.data),
            TEXT_OF_FORMULA => {
                let Some((place, look)) = self.formula.take() else { return Ok(Some(())) };
                let Some(text) = Pieces::of(record).text() else { return Ok(None) };
                return self.put(place, look, text_value(&text)).map(Some);
            }
            FORMULA | TEXT_OF_TABLE | NUMBER | RK | BOOL_OR_ERROR | LABEL | RICH_LABEL => {}
            _ => return Ok(Some(())),
        }
        let Some((place, look)) = bytes.pair().zip(bytes.u16()) else { return Ok(None) };
        let value = match record.kind {
            FORMULA => self.formula(&mut bytes, (place, look)),
            TEXT_OF_TABLE => bytes.u32().map(|number| self.text(number)),
            NUMBER => bytes.f64().map(|number| self.number(number, look)),
            RK => bytes.u32().map(|number| self.number(unpacked(number), look)),
            BOOL_OR_ERROR => bytes.u8().zip(bytes.u8()).map(|(value, is_error)| truth(value, is_error != 0)),
            _ => label(record),
        };
        let Some(value) = value else { return Ok(None) };
        self.put(place, look, value).map(Some)
    }

    fn put(&mut self, place: Place, look: u16, value: Option<Value>) -> Result<(), SheetError> {
        let Some(value) = value else { return Ok(()) };
        if self.globals.looks.get(usize::from(look)).is_some_and(|look| look.struck) {
            self.grid.struck_rows.insert(place.0);
        }
        self.grid.put(place, value)
    }

    fn number(&self, number: f64, look: u16) -> Option<Value> {
        let look = self.globals.looks.get(usize::from(look)).copied().unwrap_or_default();
        look.value(number, self.globals.is_1904)
    }

    fn text(&self, number: u32) -> Option<Value> {
        text_value(self.globals.texts.get(usize::try_from(number).ok()?)?)
    }

    /// What a formula comes to.
    fn formula(&mut self, bytes: &mut Bytes<'_>, (place, look): (Place, u16)) -> Option<Option<Value>> {
        let mut number = *bytes;
        let [kind, _, value, _, _, _, 0xff, 0xff] = bytes.f64()?.to_le_bytes() else {
            return Some(self.number(number.f64()?, look));
        };
        self.formula = (kind == 0).then_some((place, look));
        Some(matches!(kind, 1 | 2).then(|| truth(value, kind == 2)).flatten())
    }

    /// Numbers beside each other, each with its look.
    fn numbers(&mut self, data: &[u8]) -> Taken {
        let mut bytes = Bytes(data);
        let Some((row, first)) = bytes.pair() else { return Ok(None) };
        // The last column stands behind the numbers.
        for (column, number) in (first..).zip(bytes.0.chunks_exact(6)) {
            let mut number = Bytes(number);
            let Some((look, packed)) = number.u16().zip(number.u32()) else { return Ok(None) };
            self.put((row, column), look, self.number(unpacked(packed), look))?;
        }
        Ok(Some(()))
    }

    fn row(&mut self, bytes: &mut Bytes<'_>) -> Option<()> {
        let row = bytes.u16()?;
        bytes.skip(10)?;
        if bytes.u16()? & 0x20 != 0 {
            self.grid.hidden_rows.insert(row.into());
        }
        Some(())
    }

    fn columns(&mut self, bytes: &mut Bytes<'_>) -> Option<()> {
        let (first, last) = bytes.pair()?;
        bytes.skip(4)?;
        let is_hidden = bytes.u16()? & 1 != 0;
        self.spans += u32::from(is_hidden);
        // Each column is in one span: what comes after so many was made up.
        if is_hidden && self.spans <= WIDTH {
            self.grid.hidden_columns.extend(first..=last.min(WIDTH - 1));
        }
        Some(())
    }

    fn merged(&mut self, bytes: &mut Bytes<'_>) -> Option<()> {
        for _ in 0..bytes.u16()? {
            let (rows, columns) = (bytes.pair()?, bytes.pair()?);
            if rows.0 <= rows.1 && columns.0 <= columns.1 {
                self.merged.push(Area { first: (rows.0, columns.0), last: (rows.1, columns.1) });
            }
        }
        Some(())
    }
}

/// A text that stands in its own record, behind its place and its look.
fn label(record: Record<'_>) -> Option<Option<Value>> {
    let mut pieces = Pieces::of(record);
    pieces.skip(6)?;
    pieces.text().map(|text| text_value(&text))
}

fn text_value(text: &str) -> Option<Value> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    (!text.is_empty()).then(|| Value::Text(text.to_owned()))
}

/// A number in four bytes: a whole one or the upper half of a fraction, in hundredths or not.
fn unpacked(packed: u32) -> f64 {
    let bits = packed & !3;
    let whole = f64::from(i32::from_le_bytes(bits.to_le_bytes()) >> 2);
    let number = if packed & 2 == 0 { f64::from_bits(u64::from(bits) << 32) } else { whole };
    if packed & 1 == 0 { number } else { number / 100.0 }
}

fn truth(value: u8, is_error: bool) -> Option<Value> {
    let error = match value {
        _ if !is_error => return Some(Value::Text(if value == 0 { "FALSE" } else { "TRUE" }.to_owned())),
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    Some(Value::Error(error.to_owned()))
}

//! The records of a stream.

use super::bytes::Bytes;
use crate::intake::sheet::SheetError;

/// What a part of a stream begins and ends with, and what goes on with the record before it.
pub(super) const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;
const CONTINUE: u16 = 0x003c;

/// A record: its kind, and what it holds, in one or more pieces.
pub(super) struct Record<'s> {
    pub(super) kind: u16,
    pub(super) data: &'s [u8],
    pub(super) more: Vec<&'s [u8]>,
}

/// The records of one part, those of charts within it left out.
pub(super) struct Records<'s> {
    rest: Bytes<'s>,
    depth: usize,
}

impl<'s> Records<'s> {
    /// The records of the part that begins here, with the first.
    pub(super) fn of(stream: &'s [u8]) -> Result<(Record<'s>, Records<'s>), SheetError> {
        let mut records = Records { rest: Bytes(stream), depth: 0 };
        let first = records.read().filter(|record| record.kind == BOF).ok_or_else(cut_off)?;
        Ok((first, records))
    }

    /// The next one; `None` behind the last.
    pub(super) fn next(&mut self) -> Result<Option<Record<'s>>, SheetError> {
        loop {
            let record = self.read().ok_or_else(cut_off)?;
            match (record.kind, self.depth) {
                (EOF, 0) => return Ok(None),
                (EOF, _) => self.depth -= 1,
                (BOF, _) => self.depth += 1,
                (_, 0) => return Ok(Some(record)),
                _ => {}
            }
        }
    }

    fn read(&mut self) -> Option<Record<'s>> {
        let (kind, data) = one(&mut self.rest)?;
        let mut more = Vec::new();
        loop {
            let mut ahead = self.rest;
            match one(&mut ahead) {
                Some((CONTINUE, data)) => more.push(data),
                _ => return Some(Record { kind, data, more }),
            }
            self.rest = ahead;
        }
    }
}

fn one<'s>(bytes: &mut Bytes<'s>) -> Option<(u16, &'s [u8])> {
    let (kind, length) = (bytes.u16()?, bytes.u16()?);
    let (data, rest) = bytes.0.split_at_checked(length.into())?;
    bytes.0 = rest;
    Some((kind, data))
}

fn cut_off() -> SheetError {
    SheetError::Damaged("the records of the workbook are cut off".to_owned())
}

/// That a record is shorter than what it says.
pub(super) fn short(kind: u16) -> SheetError {
    SheetError::Damaged(format!("record {kind:#06x} is too short"))
}

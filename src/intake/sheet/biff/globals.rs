//! What a workbook says before its sheets: which they are, its texts, and how cells may look.

use super::bytes::Bytes;
use super::looks::{Look, Looks};
use super::records::{Record, Records, short};
use super::strings::Pieces;
use crate::intake::sheet::SheetError;

/// What holds for all sheets.
pub(super) struct Globals {
    pub(super) sheets: Vec<Listed>,
    pub(super) texts: Vec<String>,
    pub(super) looks: Vec<Look>,
    pub(super) is_1904: bool,
}

/// A sheet as the workbook lists it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) hidden: bool,
    /// Whether it has cells: charts and macros are listed too.
    pub(super) is_sheet: bool,
    /// Where in the stream it begins.
    pub(super) start: usize,
}

const FILEPASS: u16 = 0x002f;
const DATEMODE: u16 = 0x0022;
const BOUNDSHEET: u16 = 0x0085;
const FONT: u16 = 0x0031;
const FORMAT: u16 = 0x041e;
const XF: u16 = 0x00e0;
const SST: u16 = 0x00fc;
/// What a part of BIFF8 says of its version.
const BIFF8: u16 = 0x0600;

impl Globals {
    pub(super) fn read(stream: &[u8]) -> Result<Globals, SheetError> {
        let (first, mut records) = Records::of(stream)?;
        if Bytes(first.data).u16() != Some(BIFF8) {
            return Err(SheetError::TooOld);
        }
        let mut globals = Globals { sheets: Vec::new(), texts: Vec::new(), looks: Vec::new(), is_1904: false };
        let mut looks = Looks::default();
        while let Some(record) = records.next()? {
            let kind = record.kind;
            if kind == FILEPASS {
                return Err(SheetError::Protected);
            }
            globals.take(record, &mut looks).ok_or_else(|| short(kind))?;
        }
        globals.looks = looks.all();
        Ok(globals)
    }

    fn take(&mut self, record: Record<'_>, looks: &mut Looks) -> Option<()> {
        let mut bytes = Bytes(record.data);
        match record.kind {
            DATEMODE => self.is_1904 = bytes.u16()? == 1,
            BOUNDSHEET => self.sheets.push(listed(record)?),
            FONT => {
                bytes.skip(2)?;
                looks.struck_fonts.push(bytes.u16()? & 8 != 0);
            }
            FORMAT => {
                let mut pieces = Pieces::of(record);
                drop(looks.formats.insert(pieces.u16()?, pieces.text()?));
            }
            XF => looks.looks.push((bytes.u16()?, bytes.u16()?)),
            SST => self.texts = texts(record)?,
            _ => {}
        }
        Some(())
    }
}

fn listed(record: Record<'_>) -> Option<Listed> {
    let mut pieces = Pieces::of(record);
    let start = usize::try_from(pieces.u32()?).ok()?;
    let (state, kind, count) = (pieces.byte()?, pieces.byte()?, pieces.byte()?);
    let name = pieces.text_of(count.into())?;
    Some(Listed { name, hidden: state & 3 != 0, is_sheet: kind == 0, start })
}

fn texts(record: Record<'_>) -> Option<Vec<String>> {
    let mut pieces = Pieces::of(record);
    pieces.skip(4)?;
    let count = pieces.u32()?;
    (0..count).map(|_| pieces.text()).collect()
}

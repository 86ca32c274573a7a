//! Tables that people hand in, as grids of cells with addresses: workbooks and CSV. What the cells mean is not known
//! here, and nothing that a file holds is trusted.

#[cfg(feature = "xlsx")]
mod archive;
mod csv;
mod grid;
mod text;
#[cfg(feature = "xlsx")]
mod workbook;

use std::path::Path;

pub(crate) use csv::line_of;
pub use grid::{Cell, Grid, Sheet, Value};
pub(crate) use text::no_text;
pub use text::{Encoding, decoded};

/// The largest file that is read, in bytes; unpacked, a workbook may hold eight times that.
pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;
/// The most cells that a sheet may hold, empty ones left out.
pub const MAX_CELLS: usize = 1_000_000;
/// The most bytes of text that the cells of a sheet may hold.
pub const MAX_TEXT: usize = 64 * 1024 * 1024;
/// The most areas of merged cells that a sheet may have.
pub const MAX_MERGED: usize = 100_000;

/// What was read of a file.
#[derive(Debug)]
pub struct Book {
    /// The sheets, in the file's order; a CSV file is one without a name.
    pub sheets: Vec<Sheet>,
    /// What a text was written in.
    pub encoding: Encoding,
}

/// Why a file is no table.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(#[from] std::io::Error),
    /// It is larger than a ledger is; the most, in bytes.
    #[error("more than {0} bytes")]
    TooLarge(u64),
    /// A sheet holds more than a ledger does.
    #[error("more than {MAX_CELLS} cells")]
    TooMany,
    /// A workbook of a kind that is not read here, by the ending of its kind.
    #[error("a workbook of another kind: {0}")]
    OtherKind(&'static str),
    /// It is a workbook, and this build reads none.
    #[error("this build reads no workbooks")]
    NotBuilt,
    /// It cannot be opened without its password.
    #[error("protected by a password")]
    Protected,
    /// It is damaged, or no table at all; in the reader's words.
    #[error("{0}")]
    Damaged(String),
    /// It is a text in no known encoding.
    #[error("neither UTF-8 nor GBK")]
    NotText,
}

/// Reads a file: a workbook where it begins as one, whatever it is called, else CSV.
///
/// # Errors
/// When the file cannot be read, is too large, or is no table.
pub fn read(path: &Path) -> Result<Book, SheetError> {
    let about = std::fs::metadata(path)?;
    if about.is_dir() {
        return Err(std::io::Error::from(std::io::ErrorKind::IsADirectory).into());
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path)?;
    std::io::Read::read_to_end(&mut std::io::Read::take(file, MAX_FILE_BYTES + 1), &mut bytes)?;
    from_bytes(bytes)
}

/// Reads what a file holds.
///
/// # Errors
/// When it is too large, or no table.
pub fn from_bytes(bytes: Vec<u8>) -> Result<Book, SheetError> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MAX_FILE_BYTES {
        return Err(SheetError::TooLarge(MAX_FILE_BYTES));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return workbook(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        // A password puts the newer kind into a container of the older one.
        let protected = memchr::memmem::find(&bytes, b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e").is_some();
        return Err(if protected { SheetError::Protected } else { SheetError::OtherKind(".xls") });
    }
    let (text, encoding) = decoded(&bytes).ok_or(SheetError::NotText)?;
    Ok(Book { sheets: vec![Sheet { name: None, hidden: false, grid: csv::grid(&text)? }], encoding })
}

#[cfg(feature = "xlsx")]
fn workbook(bytes: Vec<u8>) -> Result<Book, SheetError> {
    Ok(Book { sheets: workbook::sheets(bytes)?, encoding: Encoding::Utf8 })
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_: Vec<u8>) -> Result<Book, SheetError> {
    Err(SheetError::NotBuilt)
}

//! Reading a file, whatever it is called.

use std::path::Path;

use super::book::Book;
use super::csv;
use super::fault::SheetError;
use super::grid::Sheet;
use super::limits::MAX_FILE_BYTES;
use super::text::decoded;
use super::{json, todo};

/// What a workbook calls itself that was saved as XML, mostly under the name `.xls`.
const XML_OF_EXCEL: &[u8] = b"urn:schemas-microsoft-com:office:spreadsheet";

/// What a plan of MS Project calls itself that was saved as XML.
const XML_OF_PROJECT: &[u8] = b"schemas.microsoft.com/project";
/// What such a plan says of itself where it is saved as text for older versions.
const BINARY_OF_PROJECT: &[u8] = b"MPX,Microsoft Project";

/// Reads a file: a workbook where it begins as one, whatever it is called, else JSON, `todo.txt` or CSV.
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
    let mut book = as_written(bytes)?;
    book.sheets.iter_mut().for_each(|sheet| sheet.grid.settle_days());
    Ok(book)
}

fn as_written(bytes: Vec<u8>) -> Result<Book, SheetError> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MAX_FILE_BYTES {
        return Err(SheetError::TooLarge(MAX_FILE_BYTES));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return workbook(bytes);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") || bytes.starts_with(b"\x09\x08") {
        return older(&bytes);
    }
    // The first versions of Excel wrote records without a compound file around them.
    if [b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00"].iter().any(|sign| bytes.starts_with(*sign)) {
        return Err(SheetError::TooOld);
    }
    let begins =
        |sign: &[u8]| memchr::memmem::find(bytes.get(..bytes.len().min(1024)).unwrap_or_default(), sign).is_some();
    if begins(XML_OF_EXCEL) {
        return Err(SheetError::OtherKind(".xml"));
    }
    if begins(XML_OF_PROJECT) || begins(BINARY_OF_PROJECT) {
        return Err(SheetError::OfProject);
    }
    let (text, encoding) = decoded(&bytes).ok_or(SheetError::NotText)?;
    let grid = if json::is_json(&text) {
        json::grid(&text)?
    } else if todo::is_todo(&text) {
        todo::grid(&text)?
    } else {
        csv::grid(&text)?
    };
    Ok(Book { sheets: vec![Sheet { name: None, hidden: false, grid }], encoding })
}

#[cfg(feature = "xlsx")]
fn workbook(bytes: Vec<u8>) -> Result<Book, SheetError> {
    Ok(Book { sheets: super::workbook::sheets(bytes)?, encoding: super::text::Encoding::Utf8 })
}

fn older(bytes: &[u8]) -> Result<Book, SheetError> {
    let sheets = older_sheets(bytes).map_err(|fault| match fault {
        SheetError::Damaged(_) | SheetError::NotBuilt => other_than_workbook(bytes).unwrap_or(fault),
        fault => fault,
    })?;
    Ok(Book { sheets, encoding: super::text::Encoding::Utf8 })
}

/// What a compound file is that is no workbook to be read: its names tell, even where it is damaged.
fn other_than_workbook(bytes: &[u8]) -> Option<SheetError> {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.bytes().flat_map(|byte| [byte, 0]).collect();
        memchr::memmem::find(bytes, &wide).is_some()
    };
    match () {
        // A password puts the newer kind into a container of the older one.
        () if holds("EncryptedPackage") => Some(SheetError::Protected),
        () if memchr::memmem::find(bytes, b"MSProject.MPP").is_some() => Some(SheetError::OfProject),
        () if holds("WordDocument") => Some(SheetError::OtherKind(".doc")),
        () => None,
    }
}

#[cfg(feature = "xlsx")]
fn older_sheets(bytes: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    super::biff::sheets(bytes)
}

#[cfg(not(feature = "xlsx"))]
fn older_sheets(_: &[u8]) -> Result<Vec<Sheet>, SheetError> {
    Err(SheetError::NotBuilt)
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_: Vec<u8>) -> Result<Book, SheetError> {
    Err(SheetError::NotBuilt)
}

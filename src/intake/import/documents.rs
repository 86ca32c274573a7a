//! Ledgers that are tables of documents.

use std::io::Read;
use std::path::Path;

use crate::intake::document::{self, Block, DocumentFault, DocumentKind, Table};
use crate::intake::sheet::{Book, Encoding, MAX_FILE_BYTES, Sheet, SheetError, sheet_of};
use crate::plan::Language;
use crate::say;

/// The tables of a document, each as a sheet; none where the file is no document, but a workbook or CSV.
///
/// # Errors
/// When it is a document that cannot be read, or has no table: why.
pub(super) fn book(lang: Language, path: &Path, file: &str) -> Option<Result<Book, String>> {
    if let Some(bytes) = ods(path) {
        let sheets = sheets_of_ods(&bytes).map_err(|fault| fault.said(lang, file));
        return Some(sheets.map(|sheets| Book { sheets, encoding: Encoding::Utf8 }));
    }
    let kind = kind(path)?;
    let read = document::read(path, Some(kind)).map_err(|fault| fault.said(lang, file));
    Some(read.and_then(|handed| {
        let sheets = sheets(lang, &handed.blocks).map_err(|_| DocumentFault::TooLarge(MAX_FILE_BYTES).said(lang, file))?;
        if sheets.is_empty() {
            return Err(say!(
                lang,
                "{file} 里没有表格，不能作为台账导入；由整篇文件起草计划，用 workplan init 目录 --from {file}",
                "{file} has no table that could be a ledger; to draft a plan from the whole document, use `workplan init DIR --from {file}`"
            ));
        }
        Ok(Book { sheets, encoding: Encoding::Utf8 })
    }))
}

/// The bytes of a workbook of LibreOffice, which goes by its name; none of anything else.
fn ods(path: &Path) -> Option<Vec<u8>> {
    let is_one = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ods"));
    let file = std::fs::File::open(path).ok().filter(|_| is_one)?;
    let mut bytes = Vec::new();
    file.take(MAX_FILE_BYTES).read_to_end(&mut bytes).ok()?;
    bytes.starts_with(b"PK\x03\x04").then_some(bytes)
}

#[cfg(feature = "docx")]
fn sheets_of_ods(bytes: &[u8]) -> Result<Vec<Sheet>, DocumentFault> {
    let one = |ods: document::OdsSheet| {
        let mut sheet = Sheet { hidden: ods.hidden, ..sheet(ods.name, &ods.table)? };
        sheet.grid.hidden_rows = ods.hidden_rows;
        sheet.grid.hidden_columns = ods.hidden_columns;
        sheet.grid.struck_rows = ods.struck_rows;
        Ok(sheet)
    };
    let sheets = document::ods_sheets(bytes)?.into_iter().map(one).collect::<Result<_, SheetError>>();
    sheets.map_err(|_| DocumentFault::TooLarge(MAX_FILE_BYTES))
}

#[cfg(not(feature = "docx"))]
fn sheets_of_ods(_: &[u8]) -> Result<Vec<Sheet>, DocumentFault> {
    Err(DocumentFault::NotBuilt(".ods"))
}

/// What kind of document a file is, by its name or by how it begins. Web pages go about under the names of workbooks.
fn kind(path: &Path) -> Option<DocumentKind> {
    let by_name = DocumentKind::of_name(path).filter(|kind| *kind != DocumentKind::Text);
    let by_name = by_name.or_else(|| is_docx(path).then_some(DocumentKind::Docx));
    by_name.or_else(|| {
        let mut head = [0_u8; 512];
        let count = std::fs::File::open(path).ok()?.read(&mut head).ok()?;
        let head = head.get(..count)?.to_ascii_lowercase();
        let start = head.iter().position(|byte| byte.is_ascii_graphic())?;
        let begins = |sign: &[u8]| head.get(start..).is_some_and(|head| head.starts_with(sign));
        let is_page = begins(b"<html") || begins(b"<!doctype html") || begins(b"<table") || begins(b"<meta");
        is_page.then_some(DocumentKind::Html).or_else(|| begins(b"%pdf-").then_some(DocumentKind::Pdf))
    })
}

/// Whether a file is a document of Word under another name.
fn is_docx(path: &Path) -> bool {
    const PART: &[u8] = b"word/document.xml";
    let mut bytes = Vec::new();
    let Ok(file) = std::fs::File::open(path) else { return false };
    let is_archive = file.take(MAX_FILE_BYTES).read_to_end(&mut bytes).is_ok() && bytes.starts_with(b"PK\x03\x04");
    is_archive && memchr::memmem::find(&bytes, PART).is_some()
}

fn sheets(lang: Language, blocks: &[Block]) -> Result<Vec<Sheet>, SheetError> {
    let tables = blocks.iter().filter_map(|block| match block {
        Block::Table(table) if table.width() > 1 => Some(table),
        Block::Table(_) | Block::Paragraph(_) => None,
    });
    tables.zip(1..).map(|(table, number)| sheet(say!(lang, "表{number}", "Table {number}"), table)).collect()
}

fn sheet(name: String, table: &Table) -> Result<Sheet, SheetError> {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let cells = table.rows.iter().zip(0_u32..).flat_map(|(cells, row)| {
        cells.iter().map(move |cell| {
            let text = cell.text.trim().to_owned();
            (text, (row, count(cell.column)), (count(cell.rows), count(cell.columns)))
        })
    });
    sheet_of(name, cells)
}

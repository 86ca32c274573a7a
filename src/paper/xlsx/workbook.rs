//! The workbook: its sheets, and what it says of itself.

use super::sheet::day;
use super::style::Styles;
use super::{list, summary};
use crate::paper::book::{Body, Book};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

/// A workbook as the bytes of an XLSX file.
///
/// # Errors
/// When the writer refuses what is in it.
pub fn xlsx(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(book));
    let mut styles = Styles::default();
    for sheet in &book.sheets {
        let mut worksheet = Worksheet::new();
        worksheet.set_name(&sheet.name)?;
        match &sheet.body {
            Body::List(list) => list::draw(&mut worksheet, &mut styles, &sheet.frame, list)?,
            Body::Summary(parts) => summary::draw(&mut worksheet, &mut styles, sheet, parts)?,
            Body::Hidden(rows) => {
                worksheet.set_hidden(true);
                for (row, cells) in (0..).zip(rows) {
                    for (column, text) in (0..).zip(cells) {
                        worksheet.write_string(row, column, text)?;
                    }
                }
            }
        }
        workbook.push_worksheet(worksheet);
    }
    workbook.save_to_buffer()
}

/// The title, who issued it, and the day it is true for: nothing of the machine, the hour or the person.
fn properties(book: &Book) -> DocProperties {
    let properties = DocProperties::new().set_title(&book.title).set_company(&book.company);
    match day(book.day).or_else(|| ExcelDateTime::from_ymd(1900, 1, 1).ok()) {
        Some(day) => properties.set_creation_datetime(&day),
        None => properties,
    }
}

//! Workbooks for Excel, WPS and LibreOffice. The same workbook gives the same bytes.

mod chart;
mod list;
mod room;
mod sheet;
mod style;
mod summary;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::book::{Body, Book};
use crate::plan::Date;

use style::Styles;

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

/// The day as a spreadsheet knows it; `None` before 1900.
fn day(day: Date) -> Option<ExcelDateTime> {
    use chrono::Datelike as _;
    let (year, month, of_month) = (day.0.year(), day.0.month(), day.0.day());
    let year = u16::try_from(year).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, u8::try_from(month).ok()?, u8::try_from(of_month).ok()?).ok()
}

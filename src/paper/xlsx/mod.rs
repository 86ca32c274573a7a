//! Workbooks for Excel, WPS and LibreOffice. The same workbook gives the same bytes.

mod chart;
mod form;
mod list;
mod room;
mod sheet;
mod style;
mod summary;
mod workbook;

pub use workbook::xlsx;

//! Drawing reports. A view lays a report out as a page in the reader's language; each format draws pages,
//! one file a format. Nothing here decides: every number and verdict comes from the report.

mod bars;
#[cfg(feature = "xlsx")]
pub mod book;
pub mod chart;
mod csv;
mod diagnostics;
mod diff;
#[cfg(feature = "docx")]
mod docx;
mod escape;
mod ics;
mod json;
mod letter;
mod markdown;
mod page;
#[cfg(feature = "pdf")]
mod pdf;
mod readable;
pub mod site;
mod svg;
mod terminal;
mod text;
pub mod view;
mod wrap;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use bars::{Bar, chart};
pub use csv::csv;
pub use diagnostics::{diagnostics, github};
pub use diff::diff;
#[cfg(feature = "docx")]
pub use docx::{DocxError, docx};
pub use escape::visible;
pub use ics::ics;
pub use json::{Layout, json};
pub use letter::{Letter, Properties};
pub use markdown::markdown;
pub use page::{Block, Cell, Column, Line, Page, Table, Tone};
#[cfg(feature = "pdf")]
pub use pdf::{AboutPdf, PdfFault, Typeface, pdf};
pub use readable::readable;
pub use svg::Drawing;
pub use terminal::{Screen, terminal};
pub use text::text;
pub use view::Medium;
#[cfg(feature = "xlsx")]
pub use xlsx::xlsx;

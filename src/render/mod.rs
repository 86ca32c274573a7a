//! Drawing reports. A view lays a report out as a page in the reader's language; each format draws pages,
//! one file a format. Nothing here decides: every number and verdict comes from the report.

mod bars;
pub mod chart;
mod csv;
mod diagnostics;
mod diff;
mod escape;
mod json;
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

pub use bars::{Bar, chart};
pub use csv::csv;
pub use diagnostics::{diagnostics, github};
pub use diff::diff;
pub use escape::visible;
pub use json::{Layout, json};
pub use markdown::markdown;
pub use page::{Block, Cell, Column, Line, Page, Table, Tone};
#[cfg(feature = "pdf")]
pub use pdf::{AboutPdf, PdfFault, Typeface, pdf};
pub use readable::readable;
pub use terminal::{Screen, terminal};
pub use text::text;
pub use view::Medium;

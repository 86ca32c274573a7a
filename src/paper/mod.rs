//! Paper: what a page, a book, a letter and a drawing are, and how each is written down; one file or folder a format.
//! It knows of no plan.

#[cfg(feature = "xlsx")]
pub mod book;
mod compared;
mod csv;
#[cfg(feature = "docx")]
mod docx;
pub mod ics;
mod json;
mod letter;
mod markdown;
mod page;
pub(crate) mod palette;
#[cfg(feature = "pdf")]
mod pdf;
pub(crate) mod svg;
mod terminal;
mod text;
mod wrap;
#[cfg(feature = "xlsx")]
mod xlsx;

pub(crate) use compared::{Side, compared, compared_lines, hunks};
pub use csv::csv;
#[cfg(feature = "docx")]
pub use docx::{DocxError, docx};
pub use json::{Layout, json, json_lines};
pub use letter::{Form, FormRow, Letter, Masthead, Properties};
pub use markdown::markdown;
pub use page::{Bar, BarPiece, Bars, Block, Cell, Column, Line, Page, Table, Tone};
#[cfg(feature = "pdf")]
pub use pdf::{AboutPdf, PdfFault, Typeface, pdf, typefaces};
pub use svg::Drawing;
pub use terminal::{Screen, terminal};
pub use text::text;
pub use wrap::Ambiguous;
pub(crate) use wrap::width;
#[cfg(feature = "xlsx")]
pub use xlsx::xlsx;

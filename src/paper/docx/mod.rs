//! Letters as Word documents, in the layout of official papers (GB/T 9704): A4, its margins, 22 lines a page, 小标宋 for
//! the title, 仿宋 for the text, 黑体 and 楷体 for headings. Fonts are named, never embedded.
//!
//! A Word document is a zip of a few XML parts. Only those that say something are written, each element where the schema
//! (ECMA-376, transitional) has it.

mod around;
mod bars;
mod document;
mod form;
mod package;
mod runs;
mod sheet;
mod styles;
mod table;
mod title;
mod xml;

pub use document::docx;
pub use package::DocxError;

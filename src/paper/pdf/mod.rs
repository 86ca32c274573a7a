//! Charts as PDF: the shapes of a drawing as operators, its texts as texts, in a subset of one face of the system's.

mod content;
mod document;
mod embed;
mod font;
mod fonts;

pub use document::{AboutPdf, pdf};
pub use font::{PdfFault, Typeface};
pub use fonts::typefaces;

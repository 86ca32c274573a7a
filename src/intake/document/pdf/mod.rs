//! Documents in PDF: their letters put together to lines, the lines to paragraphs, and ruled tables.

mod cmap;
mod font;
mod forms;
mod furniture;
mod glyphs;
mod lines;
mod paragraphs;
mod read;
mod ruled;
mod unpacking;

pub(super) use read::read;

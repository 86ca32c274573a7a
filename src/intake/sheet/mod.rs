//! Tables that people hand in, as grids of cells with addresses: workbooks and CSV. What the cells mean is not known
//! here, and nothing that a file holds is trusted.

#[cfg(feature = "xlsx")]
mod archive;
#[cfg(feature = "xlsx")]
mod biff;
mod board;
mod book;
#[cfg(feature = "xlsx")]
mod comments;
mod csv;
mod fault;
#[cfg(feature = "xlsx")]
mod figures;
mod grid;
mod json;
mod limits;
mod order;
mod read;
#[cfg(feature = "xlsx")]
mod tags;
mod text;
mod todo;
#[cfg(feature = "xlsx")]
mod workbook;
mod written;

pub use book::Book;
pub(crate) use csv::{line_of, with_commas};
pub use fault::SheetError;
pub use grid::{Cell, Grid, Sheet, Value};
pub use limits::{MAX_CELLS, MAX_FILE_BYTES, MAX_MERGED, MAX_TEXT};
pub use read::{from_bytes, read};
pub use text::{Encoding, decoded};
pub(crate) use text::{no_text, open_quote};
pub(crate) use written::sheet_of;

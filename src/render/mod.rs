//! Drawing reports. A view lays a report out as a page in the reader's language; each format draws pages,
//! one file a format. Nothing here decides: every number and verdict comes from the report.

#[cfg(feature = "xlsx")]
pub mod book;
mod chart;
mod csv;
mod diagnostics;
mod diff;
mod escape;
mod json;
mod markdown;
mod page;
mod readable;
mod terminal;
mod text;
pub mod view;
mod wrap;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use chart::{Bar, chart};
pub use csv::csv;
pub use diagnostics::{diagnostics, github};
pub use diff::diff;
pub use escape::visible;
pub use json::{Layout, json};
pub use markdown::markdown;
pub use page::{Block, Cell, Column, Line, Page, Table, Tone};
pub use readable::readable;
pub use terminal::{Screen, terminal};
pub use text::text;
pub use view::Medium;
#[cfg(feature = "xlsx")]
pub use xlsx::xlsx;

//! Documents that people hand in (Word, web pages, PDF, Markdown, plain text), as blocks and as the one plain text that a
//! plan keeps: a paragraph a line, the cells of a row parted by tabs. Nothing that a file holds is trusted.

mod beside;
mod block;
#[cfg(feature = "docx")]
mod docx;
mod fault;
mod html;
mod kind;
mod markdown;
#[cfg(feature = "docx")]
mod ods;
#[cfg(feature = "pdf")]
mod pdf;
mod read;
mod remark;
mod tree;

pub(crate) use beside::source_files;
pub use block::{Block, Cell, Table, text_of};
pub use fault::DocumentFault;
pub use kind::DocumentKind;
#[cfg(feature = "docx")]
pub(crate) use ods::{OdsSheet, sheets as ods_sheets};
pub use read::{HandedIn, from, from_bytes, read};
pub use remark::Remark;

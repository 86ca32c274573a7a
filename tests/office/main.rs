//! What offices read our files with: LibreOffice, and the libraries of other programs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod docx;

//! The files that offices exchange, read back by what offices and other programs read them with.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[cfg(feature = "xlsx")]
#[path = "../folder/copied.rs"]
mod copied;
mod documents;
#[cfg(feature = "docx")]
mod docx;
mod engine;
#[cfg(feature = "xlsx")]
mod form;
mod ics;
#[cfg(feature = "xlsx")]
mod import;
#[path = "../cli/program.rs"]
#[allow(dead_code, unused_imports, unused_macros)]
mod program;
mod python;
#[cfg(feature = "xlsx")]
mod xlsx;

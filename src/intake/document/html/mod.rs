//! Web pages: their main text, and its tables.

mod charset;
mod main_text;
mod page;
mod read;
mod words;

pub(super) use read::read;

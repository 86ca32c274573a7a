//! A notice to a unit as a letter: one matter is a form on one page; several are a letter; from six on they stand in a table
//! behind a letter of one page.

mod annex;
mod form;
mod matter;
mod notes;
mod page;
mod words;

pub use page::notice_letter;

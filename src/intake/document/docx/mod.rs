//! Documents of Word: their paragraphs with the numbers that Word makes, and their tables.

mod body;
mod numbering;
mod package;
mod read;
mod styles;
mod xml;

pub(super) use read::read;

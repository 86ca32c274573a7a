//! Documents of Word: their paragraphs with the numbers that Word makes, and their tables.

mod body;
mod numbering;
mod package;
mod read;
mod styles;
mod xml;

pub(super) use package::part_of;
pub(super) use read::read;
pub(super) use xml::tree;

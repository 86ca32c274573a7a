//! What is read of a file.

use super::grid::Sheet;
use super::text::Encoding;

/// What was read of a file.
#[derive(Debug)]
pub struct Book {
    /// The sheets, in the file's order; a CSV file is one without a name.
    pub sheets: Vec<Sheet>,
    /// What a text was written in.
    pub encoding: Encoding,
}

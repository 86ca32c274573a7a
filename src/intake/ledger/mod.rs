//! A ledger on a sheet: its header, wherever it stands, and the lines below it. Which cell is which field is known here;
//! what the plan makes of it is not.

mod header;
mod lines;
mod texts;
mod whole;

pub(crate) use header::Mapping;
pub(crate) use lines::{Line, Row};
pub(crate) use texts::{heading_number, name_key, parts, same_name, says_nothing, squeezed, text_of};
pub(crate) use whole::Ledger;

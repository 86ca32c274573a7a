//! A ledger on a sheet: its header, wherever it stands, and the lines below it. Which cell is which field is known here;
//! what the plan makes of it is not.

mod given_up;
mod header;
mod lines;
mod number;
mod settled;
mod shares;
mod state_words;
mod table;
mod texts;

pub(crate) use header::{Headless, Mapping, Naming};
pub(crate) use lines::{Line, Row};
pub(crate) use number::number_named;
pub(crate) use shares::Shares;
pub(crate) use state_words::{Meant, share_told, state_meant};
pub(crate) use table::Ledger;
pub(crate) use texts::{
    heading_number, in_one_line, listed, name_key, parts, same_name, says_nothing, squeezed, text_of, title_key,
};

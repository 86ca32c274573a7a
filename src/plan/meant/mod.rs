//! What a clerk meant by a number, a day or a word that the files write in another way.

pub(crate) mod approximate;
pub(crate) mod bound;
pub(crate) mod column;
pub(crate) mod day;
pub(crate) mod endless;
pub(crate) mod notice;
pub(crate) mod number;
mod numeral;
pub(crate) mod recurs;
pub(crate) mod turned;
pub(crate) mod units;
pub(crate) mod word;

pub(crate) use crate::words::half_width;
pub(crate) use numeral::{is_numeral, numeral};

//! One visit to a plan: finding it, holding it, opening it at a revision and a day, proposing a change, checking it,
//! accepting it. The language, the clock and the screen are decided here, once.

pub(crate) mod adding;
pub(crate) mod asking;
pub(crate) mod bar;
pub(crate) mod bare;
pub(crate) mod beginning;
pub(crate) mod carrying;
pub(crate) mod days;
pub(crate) mod drawing;
pub(crate) mod each;
pub(crate) mod earlier;
pub(crate) mod edition;
pub(crate) mod ending;
pub(crate) mod entering;
pub(crate) mod finding;
pub(crate) mod flow;
pub(crate) mod holding;
pub(crate) mod input;
pub(crate) mod interview;
pub(crate) mod language;
pub(crate) mod making;
pub(crate) mod many;
pub(crate) mod notify;
pub(crate) mod output;
pub(crate) mod reading;
pub(crate) mod session;
pub(crate) mod site;
pub(crate) mod undoing;
mod visit;
pub(crate) mod withdrawing;
pub(crate) mod word;
pub(crate) mod writing;

pub(crate) use visit::{ColorChoice, Desk};

/// The exit status of "it could not be done".
pub(crate) const FAILED: u8 = 2;

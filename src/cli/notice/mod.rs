//! `workplan notice`: reminders and notices to units, each under a number that is used once, and their answers.

mod args;
mod draw;
mod issue;
mod list;
mod public;
mod received;
mod reprint;
mod run;
mod void;

pub(super) use args::NoticeArgs;
pub(super) use run::run;

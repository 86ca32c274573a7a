//! A ledger that somebody has filled in, as entries of the journal; an existing one, as tasks.

mod answering;
mod cells;
mod changes;
mod days;
mod documents;
mod finished;
mod group;
mod guessed;
mod heads;
mod journal;
mod kept;
mod linked;
mod lost;
mod notes;
mod numbered;
mod outline;
mod placed;
mod places;
mod rows;
mod said;
mod sheets;
mod stated;
mod states;
mod target;
mod task;
mod tasks;
mod terms;
mod waiting;

pub(crate) use heads::{UnknownColumn, asks_for_own, choices, unknown, with_own};
pub(crate) use journal::{Heard, hear};
pub(crate) use kept::Kept;
pub(crate) use notes::{notes, unread_sheets};
pub(crate) use numbered::with_number;
pub(crate) use sheets::{keep_first, ledgers, read, usable};
pub(crate) use tasks::{Taken, tasks};
pub(crate) use terms::{Terms, Wanted};

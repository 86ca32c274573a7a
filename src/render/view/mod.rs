//! Reports laid out as pages, one report a file.

mod alerts;
mod check;
mod checklist;
mod common;
mod diff;
mod entry;
mod fields;
mod history;
mod import;
mod ledger;
mod notices;
mod published;
mod show;
mod status;
mod totals;
mod trace;
mod week;
#[cfg(feature = "xlsx")]
mod workbook;

pub use alerts::{alerts, alerts_ledger};
pub use check::{check_list, check_pages, check_summary};
pub use checklist::{checklist, checklist_ledger};
pub use diff::{blame, diff, diff_stat, revisions};
pub use fields::{Field, ledger, listing};
pub use history::history;
pub use import::{new_entries, new_tasks};
pub use ledger::ledger_page;
pub use notices::notice;
pub use published::{published, published_ledger};
pub use show::show;
pub use status::{StatusLayout, status};
pub use trace::trace;
pub use week::week;
#[cfg(feature = "xlsx")]
pub use workbook::{published_workbook, workbook};

/// What a page is laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// A document or a terminal: tables.
    Paper,
    /// A chat: one thing a line, the unit first.
    Chat,
}

//! Reports laid out as pages, one report a file.

mod alerts;
mod check;
mod checklist;
pub(super) mod common;
mod diff;
pub(super) mod entry;
pub(super) mod fields;
mod history;
mod import;
mod ledger;
mod letter;
mod notice_list;
mod notices;
mod public;
mod published;
pub(super) mod show;
pub(super) mod status;
pub(super) mod totals;
mod trace;
mod week;
#[cfg(feature = "xlsx")]
mod workbook;

pub use alerts::{alerts, alerts_ledger};
pub use check::{check_list, check_pages, check_summary};
pub use checklist::{checklist, checklist_ledger};
pub(crate) use common::light_name;
pub use diff::{blame, diff, diff_stat, revisions};
pub use fields::{Field, ledger, listing};
pub use history::history;
pub use import::{new_entries, new_tasks};
pub use ledger::ledger_page;
pub use letter::notice_letter;
pub use notice_list::notice_list;
pub use notices::notice;
pub use public::{public_letter, public_tasks, public_week};
pub use published::{published, published_ledger};
pub use show::show;
pub use status::{StatusLayout, status};
pub use trace::trace;
pub use week::{week, week_letter};
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

//! Reports laid out in the reader's language, one report a file: as pages, letters, books, charts and a site. Nothing here
//! decides: every number and verdict comes from the report.

mod alerts;
mod bars;
mod changes;
pub mod chart;
mod chasing;
mod check;
mod checklist;
pub(super) mod common;
mod declared;
mod diagnostics;
mod diff;
pub(super) mod entry;
pub(super) mod fields;
mod git_setup;
mod history;
mod ics;
mod import;
mod ledger;
mod letter;
mod notice_list;
mod notices;
mod plans;
mod public;
mod readable;
mod rules;
pub(super) mod show;
mod silence;
pub mod site;
pub(super) mod status;
pub(super) mod totals;
mod trace;
mod week;
#[cfg(feature = "xlsx")]
mod workbook;

pub use alerts::{alerts, alerts_ledger};
pub use changes::changes;
pub use chasing::chaser;
pub use check::{check_list, check_pages, check_summary};
pub use checklist::{checklist, checklist_ledger};
pub use common::Medium;
pub(crate) use common::{due, light_name};
pub use declared::{own_fields, places, sections, units};
pub use diagnostics::{diagnostics, github};
pub use diff::{blame, diff, diff_stat, revisions};
pub(crate) use entry::entry_said;
pub use fields::{Field, ledger, listing};
pub(crate) use git_setup::git_setup;
pub use history::history;
pub use ics::ics;
pub use import::{new_entries, new_tasks};
pub use ledger::ledger_page;
pub use letter::notice_letter;
pub use notice_list::notice_list;
pub use plans::plans;
pub use public::{public_letter, public_tasks, public_week, published, published_ledger};
pub use readable::readable;
pub use rules::rules;
pub use show::show;
pub use status::{StatusLayout, status};
pub use trace::trace;
pub use week::{week, week_letter};
#[cfg(feature = "xlsx")]
pub use workbook::{published_workbook, workbook};

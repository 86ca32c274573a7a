//! What is shown: one typed report a file. A report is the JSON output; the other formats draw it.

pub mod agenda;
pub mod alerts;
pub mod blame;
pub mod chart;
pub mod chasing;
pub mod check;
pub mod checklist;
pub mod diff;
pub mod filter;
pub mod header;
pub mod history;
pub mod import;
pub mod ledger;
pub mod names;
pub mod notes;
pub mod notice;
pub mod published;
pub mod revisions;
pub mod show;
pub mod site;
pub mod status;
pub mod target;
pub mod task_line;
pub mod task_name;
pub mod trace;
pub mod week;

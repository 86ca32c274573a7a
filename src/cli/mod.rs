//! The command line: one file a command, with its arguments and the few lines that run it.

mod add;
mod alerts;
mod amend;
mod amended;
mod args;
mod blame;
mod chart;
mod check;
mod checklist;
mod chosen;
mod close;
mod completions;
mod confirm;
mod corrected;
mod declared;
mod diff;
mod drop_task;
mod export;
mod field;
mod filters;
mod front;
mod git;
mod guide;
mod history;
mod hyphens;
mod import;
mod init;
mod line;
mod man;
mod move_task;
mod notice;
mod place;
mod plan;
mod record;
mod rollup;
mod run;
mod schema;
mod score;
mod section;
mod set;
mod show;
mod site;
mod staged;
mod status;
mod trace;
mod typed;
mod undo;
mod unit;
mod usage;
mod week;
mod withdraw;

pub use run::run;

/// The exit status of "the answer is no".
const NO: u8 = 1;

/// The exit status of what was broken off by Ctrl-C, as of programs that it ends.
const INTERRUPTED: u8 = 130;

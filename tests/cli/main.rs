//! The program as a person or a script runs it: a command, and all that it prints. The snapshots are whole
//! outputs, in both languages, and are meant to be read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod agenda;
mod alerts;
mod carry;
mod chart;
mod day_off;
mod diff;
mod export;
mod finding;
#[cfg(unix)]
mod front;
mod help;
mod history;
mod init;
mod notify;
mod obeyed;
mod output;
mod people;
mod plans;
mod plans_faults;
mod plans_git;
mod plans_site;
#[cfg(unix)]
mod plans_stopped;
mod plans_week;
mod program;
mod recurs;
mod rows;
mod score;
mod serving;
mod show;
mod site;
mod spoken;
mod status;
mod trace;
mod usage;
mod vocabulary;
mod week;
mod writing;

//! A plan tracker over a folder of YAML files kept in git.
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)
)]

pub mod assess;
pub mod calendar;
pub mod check;
pub mod cli;
pub mod draft;
pub mod git;
pub mod lang;
mod ledger;
mod meant;
pub mod plan;
pub mod render;
pub mod report;
pub mod sheet;
pub mod store;
pub mod words;

//! A plan tracker over a folder of YAML files kept in git.
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)
)]

pub mod assess;
pub mod check;
pub mod cli;
mod desk;
pub mod git;
pub mod intake;
pub mod paper;
pub mod plan;
pub mod report;
pub mod store;
pub mod view;
pub mod words;

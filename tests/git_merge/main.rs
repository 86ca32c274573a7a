//! The plan within git itself: the real git merges, rebases, picks and shows, by way of this program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod clerk;
mod driver;
mod histories;
mod properties;
mod setup;
mod staged;
mod two_tasks;
mod underway;

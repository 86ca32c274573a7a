//! What `diff` finds, against a model that made the changes itself and so knows them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod cases;
mod comparison;
mod model;
mod notices;
mod taken;

//! How plans are judged, through the library as any program would call it: a plan in a few lines, a day,
//! and what comes of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod alerts;
mod amendments;
mod day_off;
mod days;
mod duties;
mod folder;
mod lights;
mod merits;
mod pace;
mod progress;
mod properties;
mod real_plan;
mod reporting;
mod sample;
mod state;
mod totals;
mod weeks;

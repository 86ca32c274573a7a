//! Nothing is ever lost: commands killed at any moment, many at once, on full and read-only disks, beside an editor
//! that writes the same files, and on files written in every way that YAML allows.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "../folder/copied.rs"]
mod copied;
mod cut_off;
mod editor;
mod fidelity;
mod held;
mod killed;
mod many;
mod no_room;
mod not_ours;
mod plan;
#[allow(dead_code, unused_imports, unused_macros)]
#[path = "../cli/program.rs"]
mod program;
mod shared;
mod texts;
mod told_to_end;

//! Typed reports, one a file: every number and verdict that a renderer shows.

pub mod coverage;

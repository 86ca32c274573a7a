//! What plans say of each other: looked at where many are (`check --plans`).

mod links;
mod unknown_order;

pub use links::{Link, links};

use super::Check;

pub(super) const CHECKS: &[&Check] = &[&unknown_order::CHECK];

//! What plans say of each other: looked at where many are (`check --plans`).

mod circular_order;
mod duplicate_plan;
mod links;
mod unknown_order;

pub use circular_order::circling;
pub use duplicate_plan::of_one_id;
pub use links::{Link, links};

use super::Check;

pub(super) const CHECKS: &[&Check] = &[&unknown_order::CHECK, &circular_order::CHECK, &duplicate_plan::CHECK];

//! Names that nothing answers to, and names that answer twice.

mod unknown_unit;

use super::Check;

pub(super) const CHECKS: &[&Check] = &[&unknown_unit::CHECK];

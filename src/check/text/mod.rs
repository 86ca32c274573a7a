//! Faults of a file as a text.

mod full_width_colon;

use super::Check;

pub(super) const CHECKS: &[&Check] = &[&full_width_colon::CHECK];

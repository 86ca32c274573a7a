//! Names that nothing answers to, and names that answer twice.

mod dependency_cycle;
mod duplicate_declaration;
mod duplicate_notice;
mod duplicate_part;
mod duplicate_task;
mod own_field;
mod repeated_order;
mod retired_unit;
mod unknown_checkpoint;
mod unknown_dependency;
mod unknown_metric;
mod unknown_notice;
mod unknown_own_field;
mod unknown_place;
mod unknown_task;
mod unknown_theme;
mod unknown_unit;

use super::Check;

pub(super) const CHECKS: &[&Check] = &[
    &duplicate_task::CHECK,
    &unknown_unit::CHECK,
    &duplicate_declaration::CHECK,
    &duplicate_part::CHECK,
    &unknown_theme::CHECK,
    &unknown_place::CHECK,
    &unknown_dependency::CHECK,
    &dependency_cycle::CHECK,
    &unknown_task::CHECK,
    &unknown_metric::CHECK,
    &unknown_checkpoint::CHECK,
    &duplicate_notice::CHECK,
    &unknown_notice::CHECK,
    &retired_unit::CHECK,
    &unknown_own_field::CHECK,
    &own_field::CHECK,
    &repeated_order::CHECK,
];

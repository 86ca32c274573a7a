//! Asking every rule about a task.

use std::collections::HashMap;

use crate::assess::standing::Standing;
use crate::assess::world::World;
use crate::plan::TaskId;

use super::RULES;
use super::case::Case;
use crate::assess::reason::Alert;

/// The alerts of one task. A finished or cancelled task has none.
pub(in crate::assess) fn alerts<'c, 'a>(
    world: &'c World<'a>,
    standing: &'c Standing<'a>,
    others: &'c HashMap<&'c TaskId, &'c Standing<'a>>,
) -> Vec<Alert> {
    if !standing.is_open() {
        return Vec::new();
    }
    let case = Case { world, standing, others };
    RULES.iter().flat_map(|rule| rule(&case)).collect()
}

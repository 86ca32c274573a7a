//! What a rule may look at.

use std::collections::HashMap;

use crate::assess::standing::Standing;
use crate::assess::world::World;
use crate::plan::TaskId;

use crate::assess::reason::Alert;

/// One task among the others of its plan.
pub(super) struct Case<'c, 'a> {
    pub(super) world: &'c World<'a>,
    pub(super) standing: &'c Standing<'a>,
    pub(super) others: &'c HashMap<&'c TaskId, &'c Standing<'a>>,
}

/// A rule: looks at one task and says what needs attention.
pub(super) type Rule = fn(&Case<'_, '_>) -> Vec<Alert>;

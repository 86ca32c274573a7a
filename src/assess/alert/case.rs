//! What a rule may look at.

use std::collections::HashMap;

use crate::assess::reason::{About, Alert, AlertCode};
use crate::assess::standing::Standing;
use crate::assess::world::World;
use crate::plan::{Language, TaskId};

/// One task among the others of its plan.
pub(super) struct Case<'c, 'a> {
    pub(super) world: &'c World<'a>,
    pub(super) standing: &'c Standing<'a>,
    pub(super) others: &'c HashMap<&'c TaskId, &'c Standing<'a>>,
}

/// A rule: looks at one task and finds what needs attention, and says it.
pub(super) struct Rule {
    /// Its code, with its words.
    pub(super) code: AlertCode,
    /// What it finds.
    pub(super) found: fn(&Case<'_, '_>) -> Vec<Alert>,
    /// The sentence of what it has found.
    pub(super) said: fn(Language, &Standing<'_>, &About) -> String,
}

/// The list of the rules, in the order in which they are asked, and of their codes and words.
macro_rules! rules {
    ($($rule:ident),* $(,)?) => {
        const RULES: &[case::Rule] = &[$($rule::RULE),*];
        const CODES: &[crate::assess::AlertCode] = &[$($rule::RULE.code),*];
        const TERMS: &[crate::words::Term] = &[$(*$rule::RULE.code.0),*];
    };
}
pub(super) use rules;

//! Asking every rule about a task.

use std::collections::HashMap;

use crate::assess::reason::Alert;
use crate::assess::standing::Standing;
use crate::assess::world::World;
use crate::plan::{Language, TaskId};

use super::RULES;
use super::case::Case;

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
    RULES.iter().flat_map(|rule| (rule.found)(&case)).collect()
}

/// The sentence of an alert about a task.
pub fn alert_message(lang: Language, standing: &Standing<'_>, alert: &Alert) -> String {
    let rule = RULES.iter().find(|rule| rule.code == alert.code);
    rule.map(|rule| (rule.said)(lang, standing, &alert.about)).unwrap_or_default()
}

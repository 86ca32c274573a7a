//! Where the ledgers' own numbers of tasks are kept, so that a task is known by its number when its title has changed.

use crate::intake::ledger::{name_key, number_named};
use crate::plan::{Language, OwnField, Plan, Task};

/// Adds the field of the plan's own in which a ledger's numbers are kept, where there is none.
pub(crate) fn with_number(own: &mut Vec<OwnField>, lang: Language) {
    if !own.iter().any(is_for_numbers) {
        let [chinese, english] = NUMBER;
        own.push(match lang {
            Language::Chinese => OwnField::new(chinese),
            Language::English => OwnField { title: Some(english.to_owned()), ..OwnField::new("source-id") },
        });
    }
}

/// What that field is called.
const NUMBER: [&str; 2] = ["原编号", "source ID"];

/// Whether a field of the plan's own keeps a ledger's numbers.
pub(super) fn keeps_numbers(field: &OwnField) -> bool {
    is_for_numbers(field) || number_named(field.name()).is_some()
}

/// Whether a field is the one that the program declares for them.
pub(super) fn is_for_numbers(field: &OwnField) -> bool {
    NUMBER.contains(&field.name())
}

/// The numbers that ledgers have given a task.
pub(super) fn numbers_of(plan: &Plan, task: &Task) -> Vec<String> {
    let kept = plan.head.fields.iter().filter(|field| keeps_numbers(field));
    kept.filter_map(|field| task.fields.get(&field.key)).map(name_key).collect()
}

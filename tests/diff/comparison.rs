//! What must hold of every comparison.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use workplan::plan::{Journal, Plan};
use workplan::report::diff::{Comparison, compare};

use crate::model::{Case, Expected, case};
use crate::taken::{applied, tasks};

fn compared<'c>(from: &'c (Plan, Journal), to: &'c (Plan, Journal)) -> Comparison<'c> {
    compare((&from.0, &from.1), (&to.0, &to.1))
}

/// A comparison in the words of the model.
fn found(comparison: &Comparison<'_>) -> Expected {
    let changes = |task: &workplan::report::diff::ChangedTask<'_>| -> BTreeMap<String, bool> {
        task.changes.iter().map(|change| (change.field.clone(), change.amendment.is_some())).collect()
    };
    Expected {
        added: comparison.added.iter().map(|task| task.id.to_owned()).collect(),
        removed: comparison.removed.iter().map(|task| task.id.to_owned()).collect(),
        renumbered: comparison.renumbered.iter().map(|task| (task.from.to_owned(), task.to.to_owned())).collect(),
        changed: comparison.changed.iter().map(|task| (task.id.to_owned(), changes(task))).collect(),
        cancelled: comparison.changed.iter().filter(|task| task.cancelled).map(|task| task.id.to_owned()).collect(),
        entries_added: comparison.totals.entries_added,
        rewritten: comparison.journal.rewritten.iter().map(|one| format!("{} {}", one.task, one.date)).collect(),
        entries_removed: comparison.journal.removed.len(),
        plan: comparison.plan.iter().map(|change| change.field.clone()).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn what_was_changed_is_what_is_found(case in case()) {
        prop_assert_eq!(found(&compared(&case.from, &case.to)), case.expected);
    }

    #[test]
    fn the_difference_put_into_the_old_plan_gives_the_new_one(case in case()) {
        for (from, to) in [(&case.from, &case.to), (&case.to, &case.from)] {
            prop_assert_eq!(applied(&compared(from, to), &from.0, &to.0), tasks(&to.0));
        }
    }

    #[test]
    fn a_plan_does_not_differ_from_itself(case in case()) {
        for state in [&case.from, &case.to] {
            let comparison = compared(state, state);
            prop_assert!(comparison.is_empty(), "{:?}", comparison.totals);
        }
    }

    #[test]
    fn going_back_is_the_mirror_of_going(case in case()) {
        let (there, back) = (compared(&case.from, &case.to), compared(&case.to, &case.from));
        prop_assert_eq!(mirrored(&there), straight(&back));
    }

    #[test]
    fn what_is_counted_is_what_is_listed(case in case()) {
        let comparison = compared(&case.from, &case.to);
        let mut none = compared(&case.from, &case.to);
        none.retain(|_| false);
        prop_assert_eq!(none.totals.plan, comparison.plan.len());
        prop_assert_eq!(none.is_empty(), comparison.plan.is_empty());
        let mut all = compared(&case.from, &case.to);
        all.retain(|_| true);
        prop_assert_eq!(all.totals, comparison.totals);
    }
}

type Told = (BTreeSet<String>, BTreeSet<String>, BTreeSet<(String, String)>, BTreeSet<String>, BTreeSet<String>);

fn straight(comparison: &Comparison<'_>) -> Told {
    let found = found(comparison);
    let changes = comparison.changed.iter().flat_map(|task| {
        task.changes
            .iter()
            .map(|change| format!("{} {} {:?} {:?} {:?}", task.id, change.field, change.from, change.to, change.days))
    });
    let plan = comparison.plan.iter().map(|change| format!("{} {:?} {:?}", change.field, change.from, change.to));
    (found.added, found.removed, found.renumbered, changes.chain(plan).collect(), found.rewritten)
}

fn mirrored(comparison: &Comparison<'_>) -> Told {
    let found = found(comparison);
    let changes = comparison.changed.iter().flat_map(|task| {
        task.changes.iter().map(|change| {
            let days = change.days.map(|days| -days);
            format!("{} {} {:?} {:?} {:?}", task.id, change.field, change.to, change.from, days)
        })
    });
    let plan = comparison.plan.iter().map(|change| format!("{} {:?} {:?}", change.field, change.to, change.from));
    let renumbered = found.renumbered.into_iter().map(|(from, to)| (to, from)).collect();
    (found.removed, found.added, renumbered, changes.chain(plan).collect(), found.rewritten)
}

/// The cases are worth something only if all kinds of change come up.
#[test]
fn the_cases_hold_every_kind_of_change() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = Expected::default();
    let mut fields = BTreeSet::new();
    for _ in 0..300 {
        let Case { expected, .. } = case().new_tree(&mut runner).unwrap().current();
        fields.extend(expected.changed.values().flatten().map(|(field, approved)| (field.clone(), *approved)));
        seen.added.extend(expected.added);
        seen.removed.extend(expected.removed);
        seen.renumbered.extend(expected.renumbered);
        seen.rewritten.extend(expected.rewritten);
        seen.plan.extend(expected.plan);
        seen.entries_removed += expected.entries_removed;
    }
    assert!(!seen.added.is_empty() && !seen.removed.is_empty() && !seen.renumbered.is_empty());
    assert!(!seen.rewritten.is_empty() && seen.entries_removed > 0 && seen.plan.len() == 5);
    assert!(fields.len() > 30, "{fields:?}");
}

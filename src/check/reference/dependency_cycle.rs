//! Tasks that wait for each other in a circle, or for themselves.

use std::collections::{HashMap, VecDeque};

use crate::check::inspection::Inspection;
use crate::check::knots::knots;
use crate::check::{Check, Finds};
use crate::plan::{Language, TaskId};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E208",
    name: "dependency-cycle",
    zh: "任务互为前置",
    en: "tasks that wait for each other in a circle",
    wrong: "- id: 22-07\n  depends: [22-08]\n- id: 22-08\n  depends: [22-07]",
    right: "- id: 22-07\n  depends: [22-08]\n- id: 22-08",
    finds: Finds::Plan(look),
};

/// How many tasks of a longer way round are named at its ends.
const NAMED_AT_END: usize = 4;

fn look(inspection: &mut Inspection<'_, '_>) {
    let waits: Vec<Vec<usize>> = inspection
        .tasks()
        .map(|(_, task)| task.depends.iter().filter_map(|id| inspection.task_of(id)).collect())
        .collect();
    if waits.iter().all(Vec::is_empty) {
        return;
    }
    let lang = inspection.lang;
    for first in firsts_of_knots(&waits) {
        let way = way_round(&waits, first);
        let next = way.get(1).copied().unwrap_or(first);
        let ids: Vec<&TaskId> = way.iter().filter_map(|at| Some(&inspection.plan.tasks.get(*at)?.id)).collect();
        let next_id = inspection.plan.tasks.get(next).map(|task| &task.id);
        let depends = inspection.plan.tasks.get(first).map_or(&[] as &[TaskId], |task| &task.depends);
        let item = depends.iter().position(|id| Some(id) == next_id).unwrap_or(0);
        let message = if next == first {
            say!(lang, "任务把自己列为前置", "the task waits for itself")
        } else {
            say!(lang, "任务互为前置：{}", "these tasks wait for each other: {}", named(&ids))
        };
        inspection.find(inspection.at_task(first).key("depends").item(item), message, hint(lang, next == first));
    }
}

fn hint(lang: Language, itself: bool) -> String {
    if itself {
        say!(lang, "从 depends 中删去本任务的编号", "delete the task's own id from `depends`")
    } else {
        say!(lang, "从其中一个任务的 depends 中删去一项", "delete one of them from the other's `depends`")
    }
}

fn named(ids: &[&TaskId]) -> String {
    let names: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
    match (names.get(..NAMED_AT_END), names.len().checked_sub(NAMED_AT_END).and_then(|from| names.get(from..))) {
        (Some(start), Some(end)) if names.len() > 2 * NAMED_AT_END => {
            format!("{} → … → {}", start.join(" → "), end.join(" → "))
        }
        _ => names.join(" → "),
    }
}

/// Of every knot of tasks that wait for each other, the first in the plan's order.
fn firsts_of_knots(waits: &[Vec<usize>]) -> Vec<usize> {
    let mut firsts: Vec<usize> = knots(waits)
        .into_iter()
        .filter(|knot| knot.len() > 1 || knot.iter().any(|at| waits.get(*at).is_some_and(|next| next.contains(at))))
        .filter_map(|knot| knot.into_iter().min())
        .collect();
    firsts.sort_unstable();
    firsts
}

/// The shortest way from a task back to itself, both ends named.
fn way_round(waits: &[Vec<usize>], first: usize) -> Vec<usize> {
    let mut came_from: HashMap<usize, usize> = HashMap::new();
    let mut queue = VecDeque::from([first]);
    while let Some(at) = queue.pop_front() {
        for next in waits.get(at).into_iter().flatten().copied() {
            if came_from.contains_key(&next) {
                continue;
            }
            came_from.insert(next, at);
            if next == first {
                return walked_back(&came_from, first);
            }
            queue.push_back(next);
        }
    }
    vec![first]
}

fn walked_back(came_from: &HashMap<usize, usize>, first: usize) -> Vec<usize> {
    let mut way = vec![first];
    let mut at = first;
    while let Some(before) = came_from.get(&at).copied() {
        way.push(before);
        at = before;
        if at == first {
            break;
        }
    }
    way.reverse();
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_knot_is_found_once_at_its_first_task() {
        for (waits, firsts) in [
            (vec![vec![1], vec![0]], vec![0]),
            (vec![vec![], vec![2], vec![3], vec![1], vec![1]], vec![1]),
            (vec![vec![0], vec![2], vec![1]], vec![0, 1]),
            (vec![vec![1, 2], vec![2], vec![]], vec![]),
            (vec![vec![1], vec![2, 0], vec![1]], vec![0]),
        ] {
            assert_eq!(firsts_of_knots(&waits), firsts, "{waits:?}");
        }
        assert_eq!(way_round(&[vec![1], vec![2], vec![0, 1]], 0), [0, 1, 2, 0]);
        assert_eq!(way_round(&[vec![0]], 0), [0, 0]);
    }

    #[test]
    fn a_chain_as_long_as_the_plan_is_walked() {
        let count = 200_000;
        let ring: Vec<Vec<usize>> = (0..count).map(|at| vec![(at + 1) % count]).collect();
        assert_eq!(firsts_of_knots(&ring), [0]);
    }
}

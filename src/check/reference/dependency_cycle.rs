//! Tasks that wait for each other in a circle, or for themselves.

use std::collections::{HashMap, VecDeque};

use crate::check::inspection::Inspection;
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

/// A task on Tarjan's way through the plan.
#[derive(Clone, Copy, Default)]
struct Mark {
    /// When it was met, from 1; 0 for not yet.
    met: usize,
    /// The earliest met task that it leads back to.
    low: usize,
    /// How many of its dependencies were followed.
    followed: usize,
    waiting: bool,
}

/// The strongly connected parts (Tarjan), without recursion: a chain may be as long as the plan.
fn knots(waits: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut walk = Walk { marks: vec![Mark::default(); waits.len()], met: 0, waiting: Vec::new(), knots: Vec::new() };
    for start in 0..waits.len() {
        walk.from(start, waits);
    }
    walk.knots
}

struct Walk {
    marks: Vec<Mark>,
    met: usize,
    waiting: Vec<usize>,
    knots: Vec<Vec<usize>>,
}

impl Walk {
    fn from(&mut self, start: usize, waits: &[Vec<usize>]) {
        if self.mark(start).met > 0 {
            return;
        }
        let mut path = vec![start];
        self.meet(start);
        while let Some(at) = path.last().copied() {
            let followed = self.mark(at).followed;
            match waits.get(at).and_then(|next| next.get(followed)).copied() {
                Some(next) => {
                    self.change(at, |mark| mark.followed += 1);
                    let known = self.mark(next);
                    if known.met == 0 {
                        self.meet(next);
                        path.push(next);
                    } else if known.waiting {
                        self.change(at, |mark| mark.low = mark.low.min(known.met));
                    }
                }
                None => {
                    path.pop();
                    let low = self.mark(at).low;
                    if let Some(before) = path.last().copied() {
                        self.change(before, |mark| mark.low = mark.low.min(low));
                    }
                    if low == self.mark(at).met {
                        self.close(at);
                    }
                }
            }
        }
    }

    fn meet(&mut self, at: usize) {
        self.met += 1;
        let met = self.met;
        self.change(at, |mark| *mark = Mark { met, low: met, followed: 0, waiting: true });
        self.waiting.push(at);
    }

    fn close(&mut self, at: usize) {
        let start = self.waiting.iter().rposition(|waiting| *waiting == at).unwrap_or(0);
        let knot = self.waiting.split_off(start);
        for member in &knot {
            self.change(*member, |mark| mark.waiting = false);
        }
        self.knots.push(knot);
    }

    fn mark(&self, at: usize) -> Mark {
        self.marks.get(at).copied().unwrap_or_default()
    }

    fn change(&mut self, at: usize, change: impl FnOnce(&mut Mark)) {
        if let Some(mark) = self.marks.get_mut(at) {
            change(mark);
        }
    }
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

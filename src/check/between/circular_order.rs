//! Tasks that carry out each other, or themselves.

use std::collections::HashMap;

use crate::check::knots::knots;
use crate::check::{Check, Finds, Words};
use crate::plan::{Language, Serves};
use crate::say;

pub(super) const CHECK: Check = Check {
    code: "E702",
    name: "circular-order",
    zh: "任务落实的是它自己，或几个任务互相落实（check --plans）",
    en: "a task that serves itself, or tasks that serve each other in a circle (check --plans)",
    wrong: "# qingpu-2020h2\n- { id: 3-05, …, serves: [{ plan: hexi-2020h2, task: 1-02 }] }\n# hexi-2020h2\n- { id: 1-02, …, serves: [{ plan: qingpu-2020h2, task: 3-05 }] }",
    right: "# qingpu-2020h2\n- { id: 3-05, … }\n# hexi-2020h2\n- { id: 1-02, …, serves: [{ plan: qingpu-2020h2, task: 3-05 }] }",
    finds: Finds::Links,
};

/// What is said of a link that leads back to its own task.
pub(super) fn words(lang: Language, from: &Serves, to: &Serves) -> Words {
    let hint = say!(
        lang,
        "serves 只写在下级的任务上，指向上级的任务；删去指反的一项",
        "only the task below names the one above: delete the link that points down"
    );
    let message = if from == to {
        say!(lang, "任务落实的是它自己", "the task serves itself")
    } else {
        let Serves { plan, task } = to;
        say!(
            lang,
            "互相落实：计划“{plan}”的任务 {task} 又落实到本任务",
            "a circle: task {task} of the plan `{plan}` serves this one in turn"
        )
    };
    Words { message, hint }
}

/// Which of some links, each from a task to the one that it serves, lead round in a circle.
pub fn circling<'s>(links: impl IntoIterator<Item = (&'s Serves, &'s Serves)>) -> Vec<bool> {
    let mut numbers: HashMap<(&str, &str), usize> = HashMap::new();
    let mut number = |of: &'s Serves| {
        let next = numbers.len();
        *numbers.entry((of.plan.as_str(), of.task.as_str())).or_insert(next)
    };
    let links: Vec<(usize, usize)> = links.into_iter().map(|(from, to)| (number(from), number(to))).collect();
    let mut ways = vec![Vec::new(); numbers.len()];
    for (from, to) in &links {
        ways.get_mut(*from).into_iter().for_each(|way: &mut Vec<usize>| way.push(*to));
    }
    let mut knot_of = vec![0; numbers.len()];
    for (at, knot) in knots(&ways).into_iter().enumerate() {
        for member in knot {
            knot_of.get_mut(member).into_iter().for_each(|known| *known = at);
        }
    }
    // Where both ends are in one knot, the way leads back.
    links.into_iter().map(|(from, to)| knot_of.get(from) == knot_of.get(to)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_in_a_circle_are_told_from_those_that_lead_into_one() {
        let of = |text: &str| {
            let (plan, task) = text.split_once(' ').unwrap();
            Serves { plan: plan.to_owned(), task: serde_yaml::from_str(task).unwrap() }
        };
        let links = [
            ("town 1-02", "district 3-05"),
            ("district 3-05", "city 1-01"),
            ("city 1-01", "district 3-05"),
            ("city 1-02", "city 1-02"),
            ("city 1-01", "province 1-01"),
        ]
        .map(|(from, to)| (of(from), of(to)));
        let found = circling(links.iter().map(|(from, to)| (from, to)));
        assert_eq!(found, [false, true, true, true, false]);
    }
}

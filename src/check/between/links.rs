//! The links of one plan to others, each with what there is to say where it leads nowhere.

use crate::check::diagnostic::locate;
use crate::check::finding::{At, Finding, Place};
use crate::check::places::Places;
use crate::check::{Check, Diagnostic};
use crate::plan::{Language, Serves};
use crate::store::{Opened, Part, Step};

use super::unknown_order::{no_plan, no_task};
use super::{circular_order, unknown_order};

/// A task's link to a task of a plan above.
#[derive(Debug, Clone)]
pub struct Link {
    /// The task that carries out another.
    pub from: Serves,
    /// Where it leads.
    pub serves: Serves,
    /// What is said where there is no such plan.
    pub no_plan: Vec<Diagnostic>,
    /// What is said where that plan has no such task.
    pub no_task: Vec<Diagnostic>,
    /// What is said where it leads back to its own task.
    pub circle: Vec<Diagnostic>,
}

/// The links of a plan's tasks, in the order of the files. Whether they lead anywhere is known once the other plans are.
pub fn links(opened: &Opened, lang: Language) -> Vec<Link> {
    let Some(plan) = &opened.plan else { return Vec::new() };
    let mut places = Places::new(opened);
    let mut found = Vec::new();
    for (task, origin) in plan.tasks.iter().zip(&opened.origins.tasks) {
        let from = Serves { plan: plan.head.id.clone(), task: task.id.clone() };
        for (place, serves) in task.serves.iter().enumerate() {
            let mut at = |check: &'static Check, key: &str, words| {
                let way = vec![Step::Item(origin.item), step("serves"), Step::Item(place), step(key)];
                let at = At { file: origin.file, place: Place::Path(way, Part::Value) };
                locate(&mut places, vec![(check, Finding::new(at, words))])
            };
            found.push(Link {
                serves: serves.clone(),
                no_plan: at(&unknown_order::CHECK, "plan", no_plan(lang, serves)),
                no_task: at(&unknown_order::CHECK, "task", no_task(lang, serves)),
                circle: at(&circular_order::CHECK, "task", circular_order::words(lang, &from, serves)),
                from: from.clone(),
            });
        }
    }
    found
}

fn step(key: &str) -> Step {
    Step::Key(key.to_owned())
}

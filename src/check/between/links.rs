//! The links of one plan to others, each with what there is to say where it leads nowhere.

use crate::check::Diagnostic;
use crate::check::diagnostic::locate;
use crate::check::finding::{At, Finding, Place};
use crate::check::places::Places;
use crate::plan::{Language, Serves};
use crate::store::{Opened, Part, Step};

use super::unknown_order::{CHECK, no_plan, no_task};

/// A task's link to a task of a plan above.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where it leads.
    pub serves: Serves,
    /// What is said where there is no such plan.
    pub no_plan: Vec<Diagnostic>,
    /// What is said where that plan has no such task.
    pub no_task: Vec<Diagnostic>,
}

/// The links of a plan's tasks, in the order of the files. Whether they lead anywhere is known once the other plans are.
pub fn links(opened: &Opened, lang: Language) -> Vec<Link> {
    let tasks = opened.plan.iter().flat_map(|plan| &plan.tasks).zip(&opened.origins.tasks);
    let mut places = Places::new(opened);
    let mut found = Vec::new();
    for (task, origin) in tasks {
        for (place, serves) in task.serves.iter().enumerate() {
            let mut at = |key: &str, words| {
                let way = vec![Step::Item(origin.item), step("serves"), Step::Item(place), step(key)];
                let at = At { file: origin.file, place: Place::Path(way, Part::Value) };
                locate(&mut places, vec![(&CHECK, Finding::new(at, words))])
            };
            found.push(Link {
                serves: serves.clone(),
                no_plan: at("plan", no_plan(lang, serves)),
                no_task: at("task", no_task(lang, serves)),
            });
        }
    }
    found
}

fn step(key: &str) -> Step {
    Step::Key(key.to_owned())
}

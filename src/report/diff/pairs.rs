//! Which task of one plan is which of another.

use std::collections::{HashMap, HashSet};

use crate::plan::{Plan, Task, TaskId};

/// The tasks of two plans, each with the one that it is in the other.
#[derive(Debug)]
pub(super) struct Pairs<'a> {
    /// Tasks of the same id, in the newer plan's order.
    pub(super) kept: Vec<(&'a Task, &'a Task)>,
    /// Tasks whose id vanished while another appeared with the same words of the document.
    pub(super) renumbered: Vec<(&'a Task, &'a Task)>,
    /// Tasks that the older plan does not have.
    pub(super) added: Vec<&'a Task>,
    /// Tasks that the newer plan does not have.
    pub(super) removed: Vec<&'a Task>,
}

impl<'a> Pairs<'a> {
    /// Matches tasks by id, and those left by the words of the document, or, without any, by title.
    pub(super) fn new(from: &'a Plan, to: &'a Plan) -> Pairs<'a> {
        let by_id: HashMap<&TaskId, &'a Task> = from.tasks.iter().map(|task| (&task.id, task)).collect();
        let ids: HashSet<&TaskId> = to.tasks.iter().map(|task| &task.id).collect();
        let kept = to.tasks.iter().filter_map(|task| Some((*by_id.get(&task.id)?, task))).collect();
        let mut added: Vec<&Task> = to.tasks.iter().filter(|task| !by_id.contains_key(&task.id)).collect();
        let mut removed: Vec<&Task> = from.tasks.iter().filter(|task| !ids.contains(&task.id)).collect();
        let mut renumbered = Vec::new();
        // Where one sentence orders several tasks, the title tells which is which; then their order.
        claim(&mut removed, &mut added, &mut renumbered, |task| (task.source.as_deref(), Some(task.title.as_str())));
        claim(&mut removed, &mut added, &mut renumbered, |task| (task.source.as_deref(), None));
        let place: HashMap<&TaskId, usize> = to.tasks.iter().enumerate().map(|(at, task)| (&task.id, at)).collect();
        renumbered.sort_by_key(|(_, task)| place.get(&task.id));
        Pairs { kept, renumbered, added, removed }
    }

    /// Every pair, in the newer plan's order as far as ids were kept.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'a Task, &'a Task)> + '_ {
        self.kept.iter().chain(&self.renumbered).copied()
    }
}

type Likeness<'a> = (Option<&'a str>, Option<&'a str>);

/// Pairs the tasks that are alike, first with first.
fn claim<'a>(
    removed: &mut Vec<&'a Task>,
    added: &mut Vec<&'a Task>,
    pairs: &mut Vec<(&'a Task, &'a Task)>,
    likeness: impl Fn(&'a Task) -> Likeness<'a>,
) {
    removed.retain(|old| {
        let wanted = likeness(old);
        if wanted == (None, None) {
            return true;
        }
        match added.iter().position(|new| likeness(new) == wanted) {
            Some(place) => {
                pairs.push((old, added.remove(place)));
                false
            }
            None => true,
        }
    });
}

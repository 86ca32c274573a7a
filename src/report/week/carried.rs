//! What the plan has taken over from the one before.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::Standing;
use crate::plan::Head;
use crate::report::task_name::TaskName;

/// A task that was carried over.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CarriedTask<'s> {
    /// The task's id.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// The unit that answers.
    pub lead: Option<&'s str>,
    /// The plan from which it comes.
    pub plan: &'s str,
    /// Its id there.
    pub from: &'s str,
    /// Whether it is still to be finished.
    pub open: bool,
    /// Whether the unit is an assumption.
    pub lead_assumed: bool,
    /// The task, for views.
    #[serde(skip)]
    pub name: TaskName<'s>,
}

/// The tasks that were carried over, in the plan's order.
pub(super) fn carried<'s>(head: &'s Head, tasks: &[&'s Standing<'s>]) -> Vec<CarriedTask<'s>> {
    let carried = tasks.iter().filter_map(|standing| {
        let from = standing.task.carried_from.as_deref()?;
        let name = TaskName::new(head, standing);
        Some(CarriedTask {
            task: name.id,
            title: name.title,
            lead: name.unit.lead,
            plan: &from.plan,
            from: from.task.as_str(),
            open: standing.is_open(),
            lead_assumed: name.unit.assumed,
            name,
        })
    });
    carried.collect()
}

//! A task in a line: its id, its title, and the unit that answers.

use crate::assess::Standing;
use crate::plan::Head;
use crate::report::header::kept;

/// A task in a line, as views draw it; what is assumed is known, so that it can be marked.
#[derive(Debug, Clone, Copy)]
pub struct TaskName<'s> {
    /// The task's id.
    pub id: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// Whether the title is an assumption.
    pub title_assumed: bool,
    /// The unit that answers.
    pub unit: UnitRef<'s>,
}

/// The unit that answers for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitRef<'s> {
    /// Its full name; `None` where the task names no unit.
    pub lead: Option<&'s str>,
    /// Its short name, for tables.
    pub short: Option<&'s str>,
    /// Whether it is an assumption.
    pub assumed: bool,
}

impl<'s> TaskName<'s> {
    /// The task of a standing.
    pub fn new(head: &'s Head, standing: &'s Standing<'_>) -> TaskName<'s> {
        TaskName {
            id: standing.task.id.as_str(),
            title: &standing.task.title,
            title_assumed: standing.assumed.contains(&"title"),
            unit: UnitRef::new(head, standing),
        }
    }
}

impl TaskName<'_> {
    /// The same for as long as the program runs: a report about many plans outlives each of them.
    pub(super) fn kept(self) -> TaskName<'static> {
        TaskName {
            id: kept(self.id),
            title: kept(self.title),
            title_assumed: self.title_assumed,
            unit: self.unit.kept(),
        }
    }
}

impl UnitRef<'_> {
    /// The same for as long as the program runs.
    pub(super) fn kept(self) -> UnitRef<'static> {
        UnitRef { lead: self.lead.map(kept), short: self.short.map(kept), assumed: self.assumed }
    }
}

impl<'s> UnitRef<'s> {
    /// The unit that answers for the task of a standing.
    pub fn new(head: &'s Head, standing: &'s Standing<'_>) -> UnitRef<'s> {
        let lead = standing.task.lead.as_ref();
        UnitRef {
            lead: lead.map(|lead| lead.as_str()),
            short: lead.and_then(|lead| head.unit(lead)).and_then(|unit| unit.short.as_deref()),
            assumed: standing.assumed.contains(&"lead"),
        }
    }
}

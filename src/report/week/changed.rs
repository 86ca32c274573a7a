//! What is otherwise than before these days: the lights that changed, and the sections then and now.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Light, Standing, Totals};
use crate::plan::Head;
use crate::report::task_name::TaskName;

/// A task whose light is another one than on the day before these days.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LightChange<'s> {
    /// The task's id.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// The light that it had; `null` where it was called off.
    pub before: Option<Light>,
    /// The light that it has; `null` where it is called off.
    pub now: Option<Light>,
    /// The task, for views.
    #[serde(skip)]
    pub name: TaskName<'s>,
}

impl LightChange<'_> {
    /// The same for as long as the program runs: a report about many plans outlives each of them.
    pub(in crate::report) fn kept(&self) -> LightChange<'static> {
        let name = self.name.kept();
        LightChange { task: name.id, title: name.title, before: self.before, now: self.now, name }
    }
}

/// A section of the plan, then and now.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SectionTotals<'s> {
    /// The section's number.
    pub section: &'s str,
    /// Its title.
    pub title: &'s str,
    /// Its tasks, counted as they stood on the day before the first.
    pub before: Totals,
    /// The same tasks, counted as they stand.
    pub now: Totals,
}

/// A task as it stood, and as it stands.
pub(super) type Then<'s> = (&'s Standing<'s>, &'s Standing<'s>);

/// The tasks whose light changed, in the plan's order.
pub(super) fn changed<'s>(head: &'s Head, tasks: &[Then<'s>]) -> Vec<LightChange<'s>> {
    let others = tasks.iter().filter(|(before, now)| before.light != now.light);
    let change = |(before, now): &Then<'s>| {
        let name = TaskName::new(head, now);
        LightChange { task: name.id, title: name.title, before: before.light, now: now.light, name }
    };
    others.map(change).collect()
}

/// The sections that have any of the tasks, in the plan's order.
pub(super) fn sections<'s>(head: &'s Head, tasks: &[Then<'s>]) -> Vec<SectionTotals<'s>> {
    let places: HashMap<&str, &str> = head.themes().map(|(theme, section)| (theme, section.id.as_str())).collect();
    let sections = head.sections.iter().filter_map(|section| {
        let is_here = |(_, now): &&Then<'s>| places.get(now.task.theme()) == Some(&section.id.as_str());
        let own: Vec<&Then<'s>> = tasks.iter().filter(is_here).collect();
        let totals = SectionTotals {
            section: &section.id,
            title: &section.title,
            before: Totals::of(own.iter().map(|(before, _)| *before)),
            now: Totals::of(own.iter().map(|(_, now)| *now)),
        };
        (!own.is_empty()).then_some(totals)
    });
    sections.collect()
}

//! 较上周: what has changed since a week ago, of the same tasks.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Light, Standing, Totals};
use crate::plan::{Date, Period};

/// How the same tasks stood a week ago, and whose lights have changed since.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Since<'s> {
    /// That day.
    pub as_of: Date,
    /// The tasks as they were counted then.
    pub totals: Totals,
    /// Those whose light is another one now, in the plan's order.
    pub changed: Vec<LightChange<'s>>,
}

/// A task whose light has changed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LightChange<'s> {
    /// The task's id.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// The light before; `null` where it was called off.
    pub from: Option<Light>,
    /// The light now; `null` where it is called off.
    pub to: Option<Light>,
}

/// The day a week before, if it lies in the plan's period or after it.
pub fn week_before(period: Period, day: Date) -> Option<Date> {
    const WEEK: i64 = 7;
    day.plus_days(-WEEK).filter(|day| *day >= period.start)
}

impl<'s> Since<'s> {
    /// Compares tasks as they stand with how the plan stood.
    pub fn new(before: &Assessment<'_>, tasks: &[&'s Standing<'s>]) -> Since<'s> {
        let known: HashMap<&str, &Standing<'_>> =
            before.standings.iter().map(|standing| (standing.task.id.as_str(), standing)).collect();
        let pairs = || tasks.iter().filter_map(|now| Some((*now, *known.get(now.task.id.as_str())?)));
        let changed = pairs().filter(|(now, then)| now.light != then.light).map(|(now, then)| LightChange {
            task: now.task.id.as_str(),
            title: &now.task.title,
            from: then.light,
            to: now.light,
        });
        Since {
            as_of: before.as_of,
            totals: Totals::of(pairs().map(|(_, then)| then).collect::<Vec<_>>().into_iter()),
            changed: changed.collect(),
        }
    }
}

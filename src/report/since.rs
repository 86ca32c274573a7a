//! 较上周: what has changed since a week ago, of the same tasks.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Light, Standing, Totals};
use crate::plan::{Date, Head};

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

/// The day a week before.
pub fn week_before(day: Date) -> Option<Date> {
    const WEEK: i64 = 7;
    day.plus_days(-WEEK)
}

impl<'s> Since<'s> {
    /// Compares tasks as they stand with how the plan stood; `None` where its period had not begun then.
    pub fn new(head: &Head, before: &Assessment<'_>, tasks: &[&'s Standing<'s>]) -> Option<Since<'s>> {
        if before.as_of < head.period.start {
            return None;
        }
        let known: HashMap<&str, &Standing<'_>> =
            before.standings.iter().map(|standing| (standing.task.id.as_str(), standing)).collect();
        let pairs = || tasks.iter().filter_map(|now| Some((*now, *known.get(now.task.id.as_str())?)));
        let changed = pairs().filter(|(now, then)| now.light != then.light).map(|(now, then)| LightChange {
            task: now.task.id.as_str(),
            title: &now.task.title,
            from: then.light,
            to: now.light,
        });
        Some(Since {
            as_of: before.as_of,
            totals: Totals::of(pairs().map(|(_, then)| then).collect::<Vec<_>>().into_iter()),
            changed: changed.collect(),
        })
    }

    /// How many more tasks have that light now than then.
    pub fn more(&self, now: &Totals, light: Light) -> i64 {
        let count = |totals: &Totals| i64::try_from(totals.count(light)).unwrap_or(i64::MAX);
        count(now) - count(&self.totals)
    }
}

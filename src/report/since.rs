//! 较上周: what has changed since a week ago, of the same tasks.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::{Assessment, Light, Standing, Stood, Tally, Totals};
use crate::plan::{Date, Period, Plan};

/// How every task of a plan stood on an earlier day, as much of it as is compared: a large plan's whole assessment would be much to
/// keep beside that of today.
#[derive(Debug)]
pub struct Before<'p> {
    as_of: Date,
    stood: HashMap<&'p str, Stood>,
}

impl<'p> Before<'p> {
    /// What is kept of an assessment of that plan.
    pub fn of(plan: &'p Plan, then: &Assessment<'_>) -> Before<'p> {
        let ids = plan.tasks.iter().map(|task| task.id.as_str());
        Before { as_of: then.as_of, stood: ids.zip(then.standings.iter().map(Stood::of)).collect() }
    }
}

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
    pub fn new(before: &Before<'_>, tasks: &[&'s Standing<'s>]) -> Since<'s> {
        let mut tally = Tally::default();
        let mut changed = Vec::new();
        for (now, then) in tasks.iter().filter_map(|now| Some((*now, *before.stood.get(now.task.id.as_str())?))) {
            tally.count(then);
            if now.light != then.light {
                let (task, title) = (now.task.id.as_str(), now.task.title.as_str());
                changed.push(LightChange { task, title, from: then.light, to: now.light });
            }
        }
        Since { as_of: before.as_of, totals: tally.totals(), changed }
    }
}

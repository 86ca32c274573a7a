//! What is otherwise than a week ago.

use serde::Serialize;

use crate::assess::{Assessment, Light, LightCounts, assess};
use crate::plan::Date;
use crate::report::chart::ChartFacts;
use crate::report::status::badness;

/// What is otherwise than a week ago.
#[derive(Debug, Serialize)]
pub struct Since {
    /// That day.
    pub date: Date,
    /// The tasks by light, as they stood then.
    pub lights: LightCounts,
    /// The tasks that have another light now, the worst first.
    pub changed: Vec<Changed>,
}

/// A task with another light than a week ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// Its place in the site.
    pub task: usize,
    /// Its light now; `null` of a task that was called off.
    pub light: Option<Light>,
    /// Its light then.
    pub before: Option<Light>,
}

/// So many days are compared.
const WEEK: i64 = 7;

impl Since {
    /// Compares with the plan a week ago; `None` where it had not begun then.
    pub(super) fn a_week_ago(facts: ChartFacts<'_>, now: &Assessment<'_>) -> Option<Since> {
        let date = now.as_of.plus_days(-WEEK).filter(|day| *day >= facts.plan.head.period.start)?;
        let then = assess(facts.plan, facts.journal, facts.calendar, date);
        // Both days have the plan's tasks in the plan's order.
        let lights = now.standings.iter().zip(&then.standings).enumerate();
        let changed = lights.map(|(task, (now, then))| Changed { task, light: now.light, before: then.light });
        let mut changed: Vec<Changed> = changed.filter(|task| task.light != task.before).collect();
        changed.sort_by_key(|task| badness(task.light));
        Some(Since { date, lights: LightCounts::of(then.standings.iter().map(|standing| standing.light)), changed })
    }
}

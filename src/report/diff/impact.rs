//! What the changes do to the lights and alerts of a day.

use std::collections::{HashMap, HashSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::compare::Comparison;
use crate::assess::{Alert, Assessment, Light, Standing, Totals};
use crate::plan::{Date, Head, Language};
use crate::report::alerts::AlertLine;

/// What the changes do to the lights and alerts of a day.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Impact<'s> {
    /// The day.
    pub as_of: Date,
    /// The lights of the older side, counted.
    pub before: Totals,
    /// The lights of the newer side, counted.
    pub now: Totals,
    /// The tasks whose light is another.
    pub lights: Vec<LightChange<'s>>,
    /// Alerts that the newer side has alone.
    pub appeared: Vec<AlertLine<'s>>,
    /// Alerts that the older side has alone.
    pub gone: Vec<AlertLine<'s>>,
}

/// A task whose light is another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LightChange<'s> {
    /// The task's id, on the newer side where it is there.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// The light that the older side shows.
    pub before: Shown,
    /// The light that the newer side shows.
    pub now: Shown,
    /// Whether the title is an assumption.
    #[serde(skip)]
    pub title_assumed: bool,
}

/// What is shown of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Shown {
    /// A light.
    Light(Light),
    /// None: it is called off, or not in the plan.
    Dark(Dark),
}

/// Why a task shows no light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Dark {
    /// It is called off.
    Cancelled,
    /// That side does not have it.
    Absent,
}

/// Compares what two states of a plan show on one day.
pub fn impact<'s>(
    comparison: &Comparison<'s>,
    (old_head, before): (&'s Head, &'s Assessment<'s>),
    (new_head, now): (&'s Head, &'s Assessment<'s>),
    wanted: impl Fn(&str) -> bool,
    language: Language,
) -> Impact<'s> {
    let renamed: HashMap<&str, &str> = comparison.renumbered.iter().map(|task| (task.to, task.from)).collect();
    let old: HashMap<&str, &'s Standing<'s>> = by_id(before);
    let pairs = now.standings.iter().map(|new| {
        let id = new.task.id.as_str();
        (old.get(renamed.get(id).copied().unwrap_or(id)).copied(), Some(new))
    });
    let still: HashSet<&str> =
        now.standings.iter().map(|new| new.task.id.as_str()).map(|id| renamed.get(id).copied().unwrap_or(id)).collect();
    let gone = before.standings.iter().filter(|old| !still.contains(old.task.id.as_str()));
    let pairs: Vec<Pair<'s>> = pairs.chain(gone.map(|old| (Some(old), None))).collect();
    let is_wanted = |standing: Option<&Standing<'_>>| standing.is_some_and(|task| wanted(task.task.id.as_str()));
    let mut impact = Impact {
        as_of: now.as_of,
        before: Totals::of(before.standings.iter().filter(|standing| is_wanted(Some(standing)))),
        now: Totals::of(now.standings.iter().filter(|standing| is_wanted(Some(standing)))),
        lights: Vec::new(),
        appeared: Vec::new(),
        gone: Vec::new(),
    };
    for (old, new) in pairs.into_iter().filter(|(old, new)| is_wanted(*old) || is_wanted(*new)) {
        impact.lights.extend(light(old, new));
        impact.appeared.extend(alone(new_head, new, old, language));
        impact.gone.extend(alone(old_head, old, new, language));
    }
    impact
}

type Pair<'s> = (Option<&'s Standing<'s>>, Option<&'s Standing<'s>>);

fn by_id<'s>(assessment: &'s Assessment<'s>) -> HashMap<&'s str, &'s Standing<'s>> {
    assessment.standings.iter().map(|standing| (standing.task.id.as_str(), standing)).collect()
}

fn light<'s>(old: Option<&'s Standing<'s>>, new: Option<&'s Standing<'s>>) -> Option<LightChange<'s>> {
    let shown = |standing: Option<&Standing<'_>>| match standing {
        None => Shown::Dark(Dark::Absent),
        Some(standing) => standing.light.map_or(Shown::Dark(Dark::Cancelled), Shown::Light),
    };
    let (before, now, standing) = (shown(old), shown(new), new.or(old)?);
    (before != now).then(|| LightChange {
        task: standing.task.id.as_str(),
        title: &standing.task.title,
        before,
        now,
        title_assumed: standing.assumed.contains(&"title"),
    })
}

/// The alerts of a task that its other side does not have.
fn alone<'s>(
    head: &'s Head,
    own: Option<&'s Standing<'s>>,
    other: Option<&'s Standing<'s>>,
    language: Language,
) -> Vec<AlertLine<'s>> {
    let same =
        |one: &Alert, two: &Alert| (one.code, one.severity, one.escalation) == (two.code, two.severity, two.escalation);
    let Some(own) = own else { return Vec::new() };
    let shared = |alert: &&Alert| other.is_some_and(|other| other.alerts.iter().any(|theirs| same(alert, theirs)));
    let alone = own.alerts.iter().filter(|alert| !shared(alert));
    alone.map(|alert| AlertLine::new(head, own, alert, language)).collect()
}

//! One task that goes on in the next plan.

use std::collections::HashSet;

use crate::assess::{Standing, State};
use crate::plan::{
    AmendedField, CarriedFrom, Confirmation, Date, EntryState, Head, Metric, Period, Scalar, Task, TaskId, Values,
};
use crate::say;
use crate::words::{Term, Worded, terms};

/// What becomes of a value so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CarryValues {
    /// It is where the next plan begins: the rest counts.
    Baseline,
    /// The metric begins where it began: the whole counts again.
    Whole,
}

impl Worded for CarryValues {
    const TERMS: &'static [Term] = terms::CARRIED_VALUES;

    fn all() -> &'static [CarryValues] {
        &[CarryValues::Baseline, CarryValues::Whole]
    }

    fn key(self) -> &'static str {
        match self {
            CarryValues::Baseline => "baseline",
            CarryValues::Whole => "whole",
        }
    }
}

/// What all tasks that are carried over have in common.
pub(super) struct Way<'w> {
    /// The old plan's head.
    pub(super) head: &'w Head,
    /// The day on which it is judged.
    pub(super) as_of: Date,
    /// The next plan's days.
    pub(super) period: Period,
    /// What becomes of values.
    pub(super) values: CarryValues,
    /// The tasks that are carried over.
    pub(super) ids: &'w HashSet<&'w TaskId>,
}

/// The task as the next plan has it: what was assumed stays assumed, what was settled or approved stays settled.
pub(super) fn carried(standing: &Standing<'_>, way: &Way<'_>) -> Task {
    let mut task = (*standing.task).clone();
    let values = values_of(standing);
    task.carried_from = Some(Box::new(CarriedFrom {
        plan: way.head.id.clone(),
        task: task.id.clone(),
        on: Some(way.as_of),
        state: state_of(standing),
        values: Values(values.iter().map(|(metric, value)| (metric.name.clone(), value.clone())).collect()),
        issue: standing.open_issue().map(str::to_owned),
    }));
    task.origin = Some(origin(&task, standing, way.head));
    settle_amended(&mut task, standing);
    begin_again(&mut task, standing, way);
    task.assumed = still_assumed(&task, standing);
    task
}

/// The values by metric so far: the last one reported, else the one with which the task was carried over before.
pub(super) fn values_of<'s>(standing: &'s Standing<'_>) -> Vec<(&'s Metric, Scalar)> {
    let before = |metric: &Metric| standing.task.carried_from.as_deref()?.values.get(&metric.name).cloned();
    let metrics = standing.task.metrics.iter().zip(&standing.metrics);
    let known = metrics.filter_map(|(metric, stands)| {
        let value = stands.value.map(|value| metric.show(value)).or_else(|| before(metric))?;
        Some((metric, value))
    });
    known.collect()
}

fn state_of(standing: &Standing<'_>) -> Option<EntryState> {
    match standing.state {
        State::NotStarted => None,
        State::InProgress => Some(EntryState::InProgress),
        State::Blocked => Some(EntryState::Blocked),
        State::Done => Some(EntryState::Done),
        State::Closed => Some(EntryState::Closed),
        State::Returned => Some(EntryState::Returned),
        State::Cancelled => Some(EntryState::Cancelled),
    }
}

/// What the work comes from: the document before the next one, beside what was named already. Of a task that was carried
/// over before, that stands there.
fn origin(task: &Task, standing: &Standing<'_>, head: &Head) -> String {
    let lang = head.language;
    let (title, issuer, issued) = (&head.title, &head.issuer, head.issued);
    let document = say!(lang, "《{title}》（{issuer} {issued}）", "{title} ({issuer}, {issued})");
    let is_ours = standing.task.carried_from.is_none() && (task.source.is_some() || task.origin.is_none());
    match &task.origin {
        Some(origin) if is_ours => say!(lang, "{origin}、{document}", "{origin}, {document}"),
        Some(origin) => origin.clone(),
        None => document,
    }
}

/// The amendments stay behind in the old journal: who approved them stands with the task.
fn settle_amended(task: &mut Task, standing: &Standing<'_>) {
    let amendments = standing.entries.iter().rev().filter_map(|entry| Some((entry.date, entry.amendment.as_deref()?)));
    let mut seen: Vec<String> = Vec::new();
    let mut settled: Vec<Confirmation> = Vec::new();
    for (date, amendment) in amendments.filter(|(_, amendment)| amendment.field != AmendedField::State) {
        let field = amendment.field.assumed_name();
        if seen.contains(&field) {
            continue;
        }
        if let AmendedField::Target(name) = &amendment.field {
            task.metrics.iter_mut().filter(|metric| metric.name == *name).for_each(|metric| metric.says = None);
        }
        if amendment.field == AmendedField::Deadline {
            task.deadline_says = None;
        }
        seen.push(field.clone());
        let by = amendment.approved_by.clone();
        match settled.iter_mut().find(|one| one.by == by && one.date == date) {
            Some(same) => same.fields.insert(0, field),
            None => settled.push(Confirmation { fields: vec![field], by, date }),
        }
    }
    task.confirmed.extend(settled.into_iter().rev());
}

/// What is counted from the next plan's first day: the start, steps that are open, tasks that are not finished, values.
fn begin_again(task: &mut Task, standing: &Standing<'_>, way: &Way<'_>) {
    task.start = task.start.filter(|start| *start >= way.period.start);
    let open = standing.reached.iter().map(Option::is_none).collect::<Vec<bool>>();
    let mut open = open.into_iter();
    task.checkpoints.retain(|_| open.next().unwrap_or(true));
    task.depends.retain(|id| way.ids.contains(id));
    if way.values == CarryValues::Baseline {
        for (old, value) in values_of(standing) {
            let begun = old.with_baseline(&value).ok();
            let metric = task.metrics.iter_mut().find(|metric| metric.name == old.name);
            if let (Some(metric), Some(begun)) = (metric, begun) {
                metric.measure = begun.measure;
            }
        }
    }
}

/// What was assumed on that day and is still there; what is settled on a later day stands there already.
fn still_assumed(task: &Task, standing: &Standing<'_>) -> Vec<String> {
    let is_there = |field: &str| match field {
        "start" => task.start.is_some(),
        "checkpoints" => !task.checkpoints.is_empty(),
        "depends" => !task.depends.is_empty(),
        _ => true,
    };
    let assumed = standing.assumed.iter().filter(|field| is_there(field) && task.confirmation(field).is_none());
    assumed.map(|field| (*field).to_owned()).collect()
}

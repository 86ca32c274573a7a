//! Which tasks need attention, one by one: those with a critical alert or a warning. Those of which merely nothing was heard
//! are told by unit, and those that are merely due soon by their days.

use schemars::JsonSchema;
use serde::Serialize;

use super::units::{UnitCount, by_unit};
use crate::assess::{Alert, AlertCode, Light, Severity, Standing};
use crate::plan::{Escalation, Head, Language};
use crate::report::alerts::{by_task, worst_first};
use crate::report::task_name::TaskName;

/// The tasks that need attention.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct Attention<'s> {
    /// The tasks, worst first.
    pub tasks: Vec<PressingTask<'s>>,
    /// For which reasons, and how many tasks for each; a task may have several.
    pub reasons: Vec<PressingReason>,
    /// How many of the tasks are told one by one.
    #[serde(skip)]
    pub shown: usize,
    /// The others, by the unit that answers, most first.
    #[serde(skip)]
    pub others: Vec<UnitCount<'s>>,
}

/// A task that needs attention, and why.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PressingTask<'s> {
    /// The task's id.
    pub task: &'s str,
    /// The task's title.
    pub title: &'s str,
    /// The unit that answers.
    pub lead: Option<&'s str>,
    /// Whether the unit is an assumption.
    pub lead_assumed: bool,
    /// The task's light.
    pub light: Option<Light>,
    /// The rule of its worst alert.
    pub code: AlertCode,
    /// How bad that one is.
    pub severity: Severity,
    /// How loudly to say so.
    pub escalation: Option<Escalation>,
    /// What is wrong, a sentence an alert, worst first.
    pub messages: Vec<String>,
    /// The task, for views.
    #[serde(skip)]
    pub name: TaskName<'s>,
}

/// A reason why tasks need attention.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PressingReason {
    /// The rule.
    pub code: AlertCode,
    /// How many tasks.
    pub tasks: usize,
}

impl<'s> Attention<'s> {
    /// Puts the alerts of each task together, the task with the worst alert first; so many of them are told one by one.
    pub(super) fn new(
        head: &'s Head,
        tasks: &[&'s Standing<'s>],
        top: Option<usize>,
        language: Language,
    ) -> Attention<'s> {
        let pressing = tasks.iter().copied().filter(|standing| standing.alerts.iter().any(is_pressing));
        let together = by_task(worst_first(head, pressing, is_told, language), tasks);
        let reasons = AlertCode::ALL.iter().copied().map(|code| {
            let has = |standing: &&'s Standing<'s>| standing.alerts.iter().any(|own| own.code == code && is_told(own));
            PressingReason { code, tasks: together.iter().filter(|(standing, _)| has(standing)).count() }
        });
        let reasons = reasons.filter(|reason| reason.tasks > 0).collect();
        let pressing = together.into_iter().filter_map(|(standing, own)| {
            let worst = own.first()?;
            let name = TaskName::new(head, standing);
            Some(PressingTask {
                task: name.id,
                title: name.title,
                lead: name.unit.lead,
                lead_assumed: name.unit.assumed,
                light: standing.light,
                code: worst.code,
                severity: worst.severity,
                escalation: worst.escalation,
                messages: own.into_iter().map(|alert| alert.message).collect(),
                name,
            })
        });
        let tasks: Vec<PressingTask<'s>> = pressing.collect();
        let shown = top.unwrap_or(tasks.len()).min(tasks.len());
        let others = by_unit(tasks.iter().skip(shown).map(|task| task.name.unit));
        Attention { tasks, reasons, shown, others }
    }

    /// The worst, no more than that many.
    pub fn worst(&self, most: usize) -> &[PressingTask<'s>] {
        self.tasks.get(..most).unwrap_or(&self.tasks)
    }
}

/// Whether an alert is told with its task.
fn is_told(alert: &Alert) -> bool {
    alert.severity != Severity::Info && alert.code != AlertCode::UNREPORTED
}

/// Whether an alert is enough for its task to be told one by one.
fn is_pressing(alert: &Alert) -> bool {
    is_told(alert) && alert.code != AlertCode::DUE_SOON
}

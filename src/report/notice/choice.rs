//! Which tasks a notice is about, to whom it goes, and how loudly it speaks.

use crate::assess::{Assessment, Standing};
use crate::plan::{Escalation, Head, TaskId, UnitName};

/// A notice that is to be written: one unit, one level, its tasks in the order in which they were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The unit that it goes to.
    pub unit: UnitName,
    /// How loudly it speaks.
    pub level: Escalation,
    /// What it is about; never empty.
    pub tasks: Vec<TaskId>,
}

/// Why no notice can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChoiceFault {
    /// The task names no unit that could be written to.
    NoLead(TaskId),
    /// Nothing is asked of a task that is finished or called off.
    Over(TaskId),
    /// The tasks belong to several units: each with its tasks.
    SeveralUnits(Vec<(UnitName, Vec<TaskId>)>),
    /// None of the tasks asks for anything, so a level must be given.
    NoLevel,
    /// No task of the unit reaches the level, or any.
    Nothing,
}

/// A notice about these tasks; without a level, as loud as the loudest of their alerts.
///
/// # Errors
/// When the tasks are not all one unit's open tasks, or no level was given and none of them has an alert.
pub fn of_tasks(assessment: &Assessment<'_>, ids: &[String], level: Option<Escalation>) -> Result<Choice, ChoiceFault> {
    let mut chosen: Vec<&Standing<'_>> = Vec::new();
    for id in ids {
        let standing = assessment.standings.iter().find(|standing| standing.task.id.as_str() == id);
        let new = standing.filter(|standing| chosen.iter().all(|other| other.task.id != standing.task.id));
        chosen.extend(new);
    }
    if let Some(over) = chosen.iter().find(|standing| !standing.is_open()) {
        return Err(ChoiceFault::Over(over.task.id.clone()));
    }
    let mut units: Vec<(UnitName, Vec<TaskId>)> = Vec::new();
    for standing in &chosen {
        let id = standing.task.id.clone();
        let lead = standing.task.lead.clone().ok_or_else(|| ChoiceFault::NoLead(id.clone()))?;
        match units.iter_mut().find(|(unit, _)| *unit == lead) {
            Some((_, tasks)) => tasks.push(id),
            None => units.push((lead, vec![id])),
        }
    }
    let loudest = chosen.iter().filter_map(|standing| loudness(standing)).max();
    if units.len() > 1 {
        return Err(ChoiceFault::SeveralUnits(units));
    }
    let (unit, tasks) = units.pop().ok_or(ChoiceFault::Nothing)?;
    let level = level.or(loudest).ok_or(ChoiceFault::NoLevel)?;
    Ok(Choice { unit, level, tasks })
}

/// A notice to a unit about its tasks with an alert of that level or a louder one; without a level, about those with
/// its loudest. The loudest task comes first.
///
/// # Errors
/// When no task of the unit is that loud.
pub fn of_unit(assessment: &Assessment<'_>, unit: &str, level: Option<Escalation>) -> Result<Choice, ChoiceFault> {
    let mut own = alarming(assessment, unit);
    let loudest = own.iter().map(|(loudness, _)| *loudness).max().ok_or(ChoiceFault::Nothing)?;
    let level = level.unwrap_or(loudest);
    own.retain(|(loudness, _)| *loudness >= level);
    own.sort_by_key(|(loudness, standing)| (std::cmp::Reverse(*loudness), standing.by_deadline()));
    let tasks: Vec<TaskId> = own.iter().map(|(_, standing)| standing.task.id.clone()).collect();
    let lead = own.first().and_then(|(_, standing)| standing.task.lead.clone());
    Ok(Choice { unit: lead.ok_or(ChoiceFault::Nothing)?, level, tasks })
}

/// A notice to each unit of which something that loud is asked, in the order of plan.yaml.
pub fn of_all_units(head: &Head, assessment: &Assessment<'_>, level: Option<Escalation>) -> Vec<Choice> {
    head.units.iter().filter_map(|unit| of_unit(assessment, unit.name.as_str(), level).ok()).collect()
}

/// The unit's tasks that ask for something and are not in the notice.
pub fn left_out(assessment: &Assessment<'_>, choice: &Choice) -> usize {
    let own = alarming(assessment, choice.unit.as_str());
    own.iter().filter(|(_, standing)| !choice.tasks.contains(&standing.task.id)).count()
}

/// The unit's open tasks that ask for something, and how loudly.
fn alarming<'s, 'a>(assessment: &'s Assessment<'a>, unit: &str) -> Vec<(Escalation, &'s Standing<'a>)> {
    let is_own = |standing: &&Standing<'_>| standing.task.lead.as_ref().is_some_and(|lead| lead.as_str() == unit);
    let own = assessment.standings.iter().filter(is_own).filter(|standing| standing.is_open());
    own.filter_map(|standing| Some((loudness(standing)?, standing))).collect()
}

/// The loudest that is asked of a task.
fn loudness(standing: &Standing<'_>) -> Option<Escalation> {
    standing.alerts.iter().filter_map(|alert| alert.escalation).max()
}

//! Which tasks a notice is about, to whom it goes, and how loudly it speaks.

use crate::assess::{Alert, AlertCode, Assessment, Standing, State};
use crate::plan::{Escalation, Head, NoticePurpose, TaskId, UnitName};
use crate::report::silence::is_merely_silent;

/// A notice that is to be written: one unit, one level, its tasks in the order in which they were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The unit that it goes to.
    pub unit: UnitName,
    /// How loudly it speaks.
    pub level: Escalation,
    /// What it is about; never empty.
    pub tasks: Vec<TaskId>,
    /// What it asks for.
    pub purpose: NoticePurpose,
}

/// Why no notice can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChoiceFault {
    /// The task names no unit that could be written to.
    NoLead(TaskId),
    /// Nothing is asked of a task that was called off.
    CalledOff(TaskId),
    /// Nothing is asked of a task that is finished, unless somebody insists.
    Finished(TaskId),
    /// The tasks belong to several units: each with its tasks.
    SeveralUnits(Vec<(UnitName, Vec<TaskId>)>),
    /// None of the tasks asks for anything, so a level must be given.
    NoLevel,
    /// No task of the unit reaches the level, or any.
    Nothing,
    /// The unit has reported on every task on which it had to.
    NothingUnreported,
}

/// A notice about these tasks; without a level, as loud as the loudest of their alerts. Of those that are finished only
/// where somebody insists.
///
/// # Errors
/// When the tasks are not all one unit's open tasks, or no level was given and none of them has an alert.
pub fn of_tasks(
    assessment: &Assessment<'_>,
    ids: &[String],
    level: Option<Escalation>,
    insists: bool,
) -> Result<Choice, ChoiceFault> {
    let mut chosen: Vec<&Standing<'_>> = Vec::new();
    for id in ids {
        let standing = assessment.standings.iter().find(|standing| standing.task.id.as_str() == id);
        let new = standing.filter(|standing| chosen.iter().all(|other| other.task.id != standing.task.id));
        chosen.extend(new);
    }
    if let Some(off) = chosen.iter().find(|standing| standing.state == State::Cancelled) {
        return Err(ChoiceFault::CalledOff(off.task.id.clone()));
    }
    if let Some(finished) = chosen.iter().find(|standing| !insists && !asks_for_work(standing)) {
        return Err(ChoiceFault::Finished(finished.task.id.clone()));
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
    Ok(Choice { unit, level, tasks, purpose: NoticePurpose::Work })
}

/// A notice to a unit about its tasks with an alert of that level or a louder one; without a level, about those with
/// its loudest. The loudest task comes first. Where nothing worse is known of any of them than that nothing was heard, it
/// asks for reports.
///
/// # Errors
/// When no task of the unit is that loud.
pub fn of_unit(assessment: &Assessment<'_>, unit: &str, level: Option<Escalation>) -> Result<Choice, ChoiceFault> {
    let mut own = alarming(assessment, unit);
    let Some(loudest) = own.iter().map(|(loudness, _)| *loudness).max() else {
        let is_quiet = level.is_none_or(|level| level <= Escalation::Urge);
        let asked = is_quiet.then(|| unreported(assessment, unit, level).ok()).flatten();
        return asked.ok_or(ChoiceFault::Nothing);
    };
    let level = level.unwrap_or(loudest);
    own.retain(|(loudness, _)| *loudness >= level);
    own.sort_by_key(|(loudness, standing)| (std::cmp::Reverse(*loudness), standing.by_deadline()));
    let own: Vec<&Standing<'_>> = own.into_iter().map(|(_, standing)| standing).collect();
    choice(&own, level, NoticePurpose::Work).ok_or(ChoiceFault::Nothing)
}

/// A notice to a unit that asks for reports (催报): one letter, about every task of which nothing was heard. A unit of which
/// nothing at all is heard is urged, one that left out a task reminded.
///
/// # Errors
/// When every task of the unit was heard of.
pub fn unreported(assessment: &Assessment<'_>, unit: &str, level: Option<Escalation>) -> Result<Choice, ChoiceFault> {
    let silent = |standing: &&Standing<'_>| {
        asks_for_work(standing) && standing.alerts.iter().any(|alert| alert.code == AlertCode::UNREPORTED)
    };
    let own: Vec<&Standing<'_>> = of_lead(assessment, unit).filter(silent).collect();
    let mut open = of_lead(assessment, unit).filter(|standing| standing.is_open());
    let loudness = if open.all(is_merely_silent) { Escalation::Urge } else { Escalation::Remind };
    choice(&own, level.unwrap_or(loudness), NoticePurpose::Report).ok_or(ChoiceFault::NothingUnreported)
}

/// A notice to each unit of which something that loud is asked, in the order of plan.yaml.
pub fn of_all_units(
    head: &Head,
    assessment: &Assessment<'_>,
    level: Option<Escalation>,
    purpose: NoticePurpose,
) -> Vec<Choice> {
    let of_unit = match purpose {
        NoticePurpose::Work => of_unit,
        NoticePurpose::Report => unreported,
    };
    head.units.iter().filter_map(|unit| of_unit(assessment, unit.name.as_str(), level).ok()).collect()
}

/// The unit's tasks that ask for something and are not in the notice.
pub fn left_out(assessment: &Assessment<'_>, choice: &Choice) -> usize {
    let own = alarming(assessment, choice.unit.as_str());
    own.iter().filter(|(_, standing)| !choice.tasks.contains(&standing.task.id)).count()
}

/// A notice about a unit's tasks; `None` where there is none.
fn choice(own: &[&Standing<'_>], level: Escalation, purpose: NoticePurpose) -> Option<Choice> {
    let unit = own.first()?.task.lead.clone()?;
    Some(Choice { unit, level, tasks: own.iter().map(|standing| standing.task.id.clone()).collect(), purpose })
}

fn of_lead<'s, 'a>(assessment: &'s Assessment<'a>, unit: &str) -> impl Iterator<Item = &'s Standing<'a>> {
    let is_own = move |standing: &&Standing<'_>| standing.task.lead.as_ref().is_some_and(|lead| lead.as_str() == unit);
    assessment.standings.iter().filter(is_own)
}

/// Whether the unit still has to work on the task.
fn asks_for_work(standing: &Standing<'_>) -> bool {
    standing.is_open() && !standing.work_ended
}

/// The unit's tasks that ask for more than a report, and how loudly.
fn alarming<'s, 'a>(assessment: &'s Assessment<'a>, unit: &str) -> Vec<(Escalation, &'s Standing<'a>)> {
    let own = of_lead(assessment, unit).filter(|standing| asks_for_work(standing));
    let own = own.filter(|standing| standing.alerts.iter().any(asks_for_more_than_a_report));
    own.filter_map(|standing| Some((loudness(standing)?, standing))).collect()
}

fn asks_for_more_than_a_report(alert: &Alert) -> bool {
    alert.escalation.is_some() && alert.code != AlertCode::UNREPORTED
}

/// The loudest that is asked of a task.
fn loudness(standing: &Standing<'_>) -> Option<Escalation> {
    standing.alerts.iter().filter_map(|alert| alert.escalation).max()
}

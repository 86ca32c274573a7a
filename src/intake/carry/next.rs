//! What goes on in the next plan, and what does not.

use std::collections::HashSet;

use crate::assess::{Assessment, Standing};
use crate::plan::{Direction, Head, Journal, Notice, NoticeNumber, Period, Plan, Task, TaskId, UnitName};

use super::task::{CarryValues, Way, carried, values_of};

/// What goes on in the next plan.
pub(crate) struct Carried {
    /// The tasks, in the old plan's order.
    pub(crate) tasks: Vec<Task>,
    /// The notices that still wait for an answer, each about the tasks for which it does.
    pub(crate) notices: Vec<Notice>,
    /// The last number of the notices' series that was taken.
    pub(crate) after: Option<NoticeNumber>,
    /// The retired units that nothing names any more.
    pub(crate) gone_units: Vec<String>,
    /// What a task waited for that is not carried over.
    pub(crate) unbound: Vec<(TaskId, TaskId)>,
    /// The metrics of which the value so far is at the target already: their baseline stays.
    pub(crate) met: Vec<(TaskId, String)>,
    /// How many tasks are finished.
    pub(crate) finished: usize,
    /// How many were called off.
    pub(crate) cancelled: usize,
}

/// The first metric that counts up and of which a value is known, of a task that goes on: where there is one, somebody
/// must say what becomes of values.
pub(crate) fn values_so_far(assessment: &Assessment<'_>) -> Option<(TaskId, String)> {
    assessment.standings.iter().filter(|standing| standing.is_open()).find_map(|standing| {
        let mut known = values_of(standing).into_iter();
        let (metric, _) = known.find(|(metric, _)| metric.direction() == Direction::AtLeast)?;
        Some((standing.task.id.clone(), metric.name.clone()))
    })
}

/// Carries over what is neither finished nor called off on the day of the assessment.
pub(crate) fn next_plan(
    plan: &Plan,
    journal: &Journal,
    assessment: &Assessment<'_>,
    period: Period,
    values: CarryValues,
) -> Carried {
    let open: Vec<&Standing<'_>> = assessment.standings.iter().filter(|standing| standing.is_open()).collect();
    let ids: HashSet<&TaskId> = open.iter().map(|standing| &standing.task.id).collect();
    let way = Way { head: &plan.head, as_of: assessment.as_of, period, values, ids: &ids };
    let tasks: Vec<Task> = open.iter().map(|standing| carried(standing, &way)).collect();
    let notices = waiting(journal, assessment, &ids);
    let gone_units = gone_units(&plan.head, &tasks, &notices);
    let finished = assessment.standings.iter().filter(|standing| standing.finished_on.is_some()).count();
    Carried {
        after: last_number(&plan.head, journal),
        gone_units,
        unbound: unbound(&open, &ids),
        met: if values == CarryValues::Baseline { met(&open) } else { Vec::new() },
        finished,
        cancelled: assessment.standings.len() - finished - tasks.len(),
        tasks,
        notices,
    }
}

/// The notices that were sent by that day and wait for an answer about a task that goes on.
fn waiting(journal: &Journal, assessment: &Assessment<'_>, ids: &HashSet<&TaskId>) -> Vec<Notice> {
    let as_of = assessment.as_of;
    let answers: Vec<_> =
        journal.counting().filter(|entry| entry.date <= as_of).filter(|entry| entry.is_report()).collect();
    // What is void asks for nothing.
    let sent = journal.notices.iter().filter(|notice| notice.date <= as_of && notice.voided.is_none());
    let waiting = sent.filter_map(|notice| {
        let is_answered = |id: &TaskId| answers.iter().any(|entry| entry.task == *id && entry.answers(notice));
        let tasks: Vec<TaskId> =
            notice.tasks.iter().filter(|id| ids.contains(id) && !is_answered(id)).cloned().collect();
        (!tasks.is_empty()).then(|| Notice { tasks, ..notice.clone() })
    });
    waiting.collect()
}

/// The last number of the series that was taken: in its year the next plan goes on behind it.
fn last_number(head: &Head, journal: &Journal) -> Option<NoticeNumber> {
    let rules = head.notices.as_ref()?;
    let taken = journal.notices.iter().map(|notice| &notice.number).chain(&rules.after);
    taken.filter(|number| number.series == rules.series.as_str()).max().cloned()
}

/// The retired units that no task, notice or rule names.
fn gone_units(head: &Head, tasks: &[Task], notices: &[Notice]) -> Vec<String> {
    let by_tasks = tasks.iter().flat_map(|task| task.lead.iter().chain(&task.support));
    let office = head.notices.iter().filter_map(|rules| rules.office.as_ref());
    let named: HashSet<&UnitName> =
        by_tasks.chain(notices.iter().map(|notice| head.unit_now(&notice.unit))).chain(office).collect();
    let gone = head.units.iter().filter(|unit| unit.retired.is_some() && !named.contains(&unit.name));
    gone.map(|unit| unit.name.to_string()).collect()
}

fn unbound(open: &[&Standing<'_>], ids: &HashSet<&TaskId>) -> Vec<(TaskId, TaskId)> {
    let of = |standing: &&Standing<'_>| -> Vec<(TaskId, TaskId)> {
        let gone = standing.task.depends.iter().filter(|id| !ids.contains(id));
        gone.map(|id| (standing.task.id.clone(), id.clone())).collect()
    };
    open.iter().flat_map(of).collect()
}

fn met(open: &[&Standing<'_>]) -> Vec<(TaskId, String)> {
    let of = |standing: &&Standing<'_>| -> Vec<(TaskId, String)> {
        let met = values_of(standing)
            .into_iter()
            .filter(|(metric, value)| metric.direction() == Direction::AtLeast && metric.with_baseline(value).is_err());
        met.map(|(metric, _)| (standing.task.id.clone(), metric.name.clone())).collect()
    };
    open.iter().flat_map(of).collect()
}

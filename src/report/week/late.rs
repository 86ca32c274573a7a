//! Who is late: overdue, or behind the pace.

use crate::assess::{Alert, AlertCode, Severity, Standing};
use crate::plan::{Escalation, Head, Language};
use crate::report::alerts::{AlertLine, by_task, worst_first};
use crate::report::task_name::TaskName;

use super::units::{UnitCount, by_unit};

/// The late tasks: the worst one by one, the others counted by unit.
#[derive(Debug, Default)]
pub struct Late<'s> {
    /// How many tasks are overdue.
    pub overdue: usize,
    /// How many are behind the pace; an overdue one may be so too.
    pub behind: usize,
    /// The worst, as many as were asked for.
    pub shown: Vec<LateTask<'s>>,
    /// The others, by the unit that answers, most first.
    pub others: Vec<UnitCount<'s>>,
}

/// A late task and why it is so.
#[derive(Debug)]
pub struct LateTask<'s> {
    /// The task.
    pub name: TaskName<'s>,
    /// Its worst alert.
    pub code: AlertCode,
    /// How loudly to say so.
    pub escalation: Option<Escalation>,
    /// What is wrong, worst first.
    pub messages: Vec<String>,
}

/// The alerts that a task is overdue or behind, worst first.
pub(super) fn alerts<'s>(head: &'s Head, tasks: &[&'s Standing<'s>], language: Language) -> Vec<AlertLine<'s>> {
    let is_late = |alert: &Alert| [AlertCode::OVERDUE, AlertCode::BEHIND].contains(&alert.code);
    worst_first(head, tasks.iter().copied(), is_late, language)
}

/// The alerts that a recurring report was due and has not come, worst first.
pub(super) fn missed_reports<'s>(head: &'s Head, tasks: &[&'s Standing<'s>], language: Language) -> Vec<AlertLine<'s>> {
    let is_missed = |alert: &Alert| alert.code == AlertCode::REPORT_DUE && alert.severity != Severity::Info;
    worst_first(head, tasks.iter().copied(), is_missed, language)
}

impl<'s> Late<'s> {
    /// Puts the alerts of each task together, the task with the worst alert first.
    pub(super) fn new(
        head: &'s Head,
        alerts: &[AlertLine<'s>],
        tasks: &[&'s Standing<'s>],
        top: Option<usize>,
    ) -> Late<'s> {
        let of_code = |code: AlertCode| alerts.iter().filter(|alert| alert.code == code).count();
        let (overdue, behind) = (of_code(AlertCode::OVERDUE), of_code(AlertCode::BEHIND));
        let together = by_task(alerts.to_vec(), tasks).into_iter();
        let late = together.filter_map(|(standing, own)| {
            let worst = own.first()?;
            let (name, code, escalation) = (TaskName::new(head, standing), worst.code, worst.escalation);
            Some(LateTask { name, code, escalation, messages: own.into_iter().map(|alert| alert.message).collect() })
        });
        let mut late: Vec<LateTask<'s>> = late.collect();
        let others = late.split_off(top.unwrap_or(late.len()).min(late.len()));
        Late { overdue, behind, shown: late, others: by_unit(others.iter().map(|task| task.name.unit)) }
    }
}

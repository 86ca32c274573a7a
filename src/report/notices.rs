//! What to send to each unit: its own alerts, by what is asked of it.

use crate::assess::{Alert, AlertCode, Assessment, Standing};
use crate::plan::{Date, Escalation, Head, Kind, Language, Plan};

use super::alerts::{AlertLine, by_task, worst_first};
use super::filter::Filter;
use super::header::Header;
use super::task_name::{TaskName, UnitRef};

/// Notices, the unit with the worst alert first.
#[derive(Debug)]
pub struct Notices<'s> {
    /// What every document starts with.
    pub header: Header<'s>,
    /// One notice a unit; none for a unit of which nothing is asked.
    pub notices: Vec<Notice<'s>>,
}

/// What to send to one unit.
#[derive(Debug)]
pub struct Notice<'s> {
    /// The unit, marked where any of the tasks is its own by assumption only.
    pub unit: UnitRef<'s>,
    /// Its tasks by what is asked, loudest first.
    pub asks: Vec<(Ask, Vec<NoticeTask<'s>>)>,
}

/// What is asked of a unit, quietest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// Only to report: nothing else is known to be wrong.
    Report,
    /// To act; how loudly.
    Act(Escalation),
}

/// A task in a notice.
#[derive(Debug)]
pub struct NoticeTask<'s> {
    /// The task.
    pub name: TaskName<'s>,
    /// The deadline and whether it is assumed, where no sentence below names it and the task has one.
    pub deadline: Option<(Date, bool)>,
    /// What is wrong, worst first.
    pub messages: Vec<String>,
}

impl Notice<'_> {
    /// How many tasks it is about.
    pub fn tasks(&self) -> usize {
        self.asks.iter().map(|(_, tasks)| tasks.len()).sum()
    }
}

/// Reports what to send to each unit about the tasks that pass the filter. What asks nothing of the unit, such
/// as a task that waits for its reviewer, is left out.
pub fn notices<'s>(
    plan: &'s Plan,
    assessment: &'s Assessment<'s>,
    header: Header<'s>,
    filter: &Filter,
    language: Language,
) -> Notices<'s> {
    let head = &plan.head;
    let tasks: Vec<&'s Standing<'s>> =
        assessment.standings.iter().filter(|standing| filter.passes(head, standing)).collect();
    let asks_something = |alert: &Alert| alert.escalation.is_some();
    let alerts = worst_first(head, tasks.iter().copied(), asks_something, language);
    let mut notices: Vec<Notice<'s>> = Vec::new();
    for (standing, own) in by_task(alerts, &tasks) {
        let unit = UnitRef::new(head, standing);
        match notices.iter_mut().find(|notice| notice.unit.lead == unit.lead) {
            Some(notice) => notice.add(head, standing, &own),
            None => {
                let mut notice = Notice { unit, asks: Vec::new() };
                notice.add(head, standing, &own);
                notices.push(notice);
            }
        }
    }
    Notices { header, notices }
}

impl<'s> Notice<'s> {
    fn add(&mut self, head: &'s Head, standing: &'s Standing<'s>, alerts: &[AlertLine<'s>]) {
        let name = TaskName::new(head, standing);
        self.unit.assumed |= name.unit.assumed;
        let loudest = alerts.iter().filter_map(|alert| alert.escalation).max().unwrap_or(Escalation::Remind);
        let merely_silent = alerts.iter().all(|alert| alert.code == AlertCode::Unreported);
        let ask = if merely_silent { Ask::Report } else { Ask::Act(loudest) };
        let says_deadline = |alert: &AlertLine<'_>| matches!(alert.code, AlertCode::Overdue | AlertCode::DueSoon);
        let shows_deadline = standing.task.kind != Kind::Continuous && !alerts.iter().any(says_deadline);
        let task = NoticeTask {
            name,
            deadline: shows_deadline.then(|| (standing.deadline.date, standing.assumed.contains(&"deadline"))),
            messages: alerts.iter().map(|alert| alert.message.clone()).collect(),
        };
        match self.asks.iter_mut().find(|(known, _)| *known == ask) {
            Some((_, tasks)) => tasks.push(task),
            None => self.asks.push((ask, vec![task])),
        }
        self.asks.sort_by_key(|(ask, _)| std::cmp::Reverse(*ask));
    }
}

//! Chasers (催办消息): what to send to each unit in a chat, its own alerts by what is asked of it. A numbered paper is a
//! [`notice`](super::notice).

use crate::assess::{Alert, AlertCode, Assessment, Basis, Standing};
use crate::plan::{Date, Escalation, Head, Kind, Language, Plan};

use super::alerts::{AlertLine, by_task, worst_first};
use super::filter::Filter;
use super::header::Header;
use super::task_name::{TaskName, UnitRef};
use super::whom::Whom;

/// Chasers, the unit with the worst alert first.
#[derive(Debug)]
pub struct Chasers<'s> {
    /// What every document starts with.
    pub header: Header<'s>,
    /// To whom they go.
    pub whom: Whom,
    /// How many tasks have alerts and name nobody to send them to.
    pub nameless: usize,
    /// One chaser a unit or a person; none for one of whom nothing is asked.
    pub chasers: Vec<Chaser<'s>>,
}

/// What to send to one unit or person.
#[derive(Debug)]
pub struct Chaser<'s> {
    /// The unit or the person, marked where any of the tasks is its own by assumption only.
    pub unit: UnitRef<'s>,
    /// Its tasks by what is asked, loudest first.
    pub asks: Vec<(Ask, Vec<ChasedTask<'s>>)>,
}

/// What is asked of a unit, quietest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// Only to report: nothing else is known to be wrong.
    Report,
    /// To act; how loudly.
    Act(Escalation),
}

/// A task in a chaser.
#[derive(Debug)]
pub struct ChasedTask<'s> {
    /// The task.
    pub name: TaskName<'s>,
    /// The deadline and how it is known, where no sentence below names it and the task has one.
    pub deadline: Option<(Date, Basis)>,
    /// What is wrong, worst first.
    pub messages: Vec<String>,
}

impl Chaser<'_> {
    /// How many tasks it is about.
    pub fn tasks(&self) -> usize {
        self.asks.iter().map(|(_, tasks)| tasks.len()).sum()
    }
}

/// Reports what to send to each unit, leader or person about the tasks that pass the filter. What asks nothing of the unit, such
/// as a task that waits for its reviewer, is left out.
pub fn chasers<'s>(
    plan: &'s Plan,
    assessment: &'s Assessment<'s>,
    header: Header<'s>,
    (filter, whom): (&Filter, Whom),
    language: Language,
) -> Chasers<'s> {
    let head = &plan.head;
    let tasks: Vec<&'s Standing<'s>> = filter.chosen(head, &assessment.standings).collect();
    let asks_something = |alert: &Alert| alert.escalation.is_some();
    let alerts = worst_first(head, tasks.iter().copied(), asks_something, language);
    let (mut chasers, mut nameless) = (Vec::<Chaser<'s>>::new(), 0);
    for (standing, own) in by_task(alerts, &tasks) {
        for to in whom.of(head, standing) {
            if to.lead.is_none() {
                nameless += 1;
                continue;
            }
            let known = chasers.iter().position(|chaser| chaser.unit.lead == to.lead);
            let place = known.unwrap_or(chasers.len());
            if known.is_none() {
                chasers.push(Chaser { unit: to, asks: Vec::new() });
            }
            if let Some(chaser) = chasers.get_mut(place) {
                chaser.unit.assumed |= to.assumed;
                chaser.add(head, standing, &own);
            }
        }
    }
    Chasers { header, whom, nameless, chasers }
}

impl<'s> Chaser<'s> {
    fn add(&mut self, head: &'s Head, standing: &'s Standing<'s>, alerts: &[AlertLine<'s>]) {
        let name = TaskName::new(head, standing);
        let loudest = alerts.iter().filter_map(|alert| alert.escalation).max().unwrap_or(Escalation::Remind);
        let merely_silent = alerts.iter().all(|alert| alert.code == AlertCode::UNREPORTED);
        let ask = if merely_silent { Ask::Report } else { Ask::Act(loudest) };
        let says_deadline = |alert: &AlertLine<'_>| [AlertCode::OVERDUE, AlertCode::DUE_SOON].contains(&alert.code);
        let is_finite = standing.task.kind != Kind::Continuous;
        let deadline = standing.deadline.filter(|_| is_finite && !alerts.iter().any(says_deadline));
        let task = ChasedTask {
            name,
            deadline: deadline.map(|deadline| (deadline.date, deadline.basis)),
            messages: alerts.iter().map(|alert| alert.message.clone()).collect(),
        };
        match self.asks.iter_mut().find(|(known, _)| *known == ask) {
            Some((_, tasks)) => tasks.push(task),
            None => self.asks.push((ask, vec![task])),
        }
        self.asks.sort_by_key(|(ask, _)| std::cmp::Reverse(*ask));
    }
}

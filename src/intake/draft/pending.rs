//! Tasks whose units and days may still follow.

use crate::plan::Kind;
use crate::plan::meant::day::read_first_day;

use super::agents::agents;
use super::around::Around;
use super::days::{Times, of_field};
use super::fields::Fields;
use super::parties::{Below, Parties};
use super::plan::{DraftDeadline, DraftTask};
use super::reckoned::with_issue;

/// A task of which a note may still say something.
pub(super) struct Pending {
    /// The task.
    pub(super) task: DraftTask,
    /// Where its quote begins in the document.
    pub(super) start: usize,
    /// What its sentence says of whose work it is, where no note does.
    pub(super) prose: Option<Fields>,
    /// Whether a note has said its units.
    pub(super) noted: bool,
}

impl Pending {
    /// Whether it says how much there is to be.
    pub(super) fn counts(&self) -> bool {
        !self.task.metrics.is_empty() || !self.task.guesses.is_empty()
    }

    /// The words in front of the sentence name who answers for what it orders: 县审计局：….
    pub(super) fn lead_by(&mut self, front: &Fields) {
        let mut found = front.clone();
        found.add(self.prose.take().or_else(|| agents(&self.task.source)).unwrap_or_default());
        self.prose = Some(found);
    }

    /// Gives the task the units that its own words name. They answer where no note says who does, nor one above that tells
    /// more than this one; else they help.
    pub(super) fn settle_units(&mut self, above: Option<&Fields>) {
        let own = self.prose.take().or_else(|| agents(&self.task.source)).unwrap_or_default();
        let task = &mut self.task;
        if self.noted && task.lead.is_none() {
            task.lead = above.and_then(|above| above.lead.clone());
        }
        let free = task.lead.is_none();
        task.lead = task.lead.take().or_else(|| own.lead.clone());
        for unit in own.lead.into_iter().filter(|_| !free).chain(own.support) {
            if task.lead.as_ref() != Some(&unit) && !task.support.contains(&unit) {
                task.support.push(unit);
            }
        }
        task.person = task.person.take().or(own.person);
        task.support.retain(|unit| task.lead.as_ref() != Some(unit));
    }
}

impl Pending {
    /// Where nobody else answers, the party of an undertaking does: the one that the task's words name, else that below whose
    /// heading it stands.
    pub(super) fn undertaken(&mut self, parties: &Parties, below: Option<&Below>) {
        if self.task.lead.is_some() {
            return;
        }
        let own = parties.ordered(&self.task.source).map(str::to_owned);
        self.task.inherited |= own.is_none() && below.is_some_and(|below| !below.sure);
        self.task.lead = own.or_else(|| below.map(|below| below.name.clone()));
    }
}

/// Gives tasks what a note says of them. `end` is where the note ends in the document; 0 where it does not stand behind them.
pub(super) fn assign(mut tasks: Vec<&mut Pending>, fields: &Fields, end: usize, around: &Around<'_>) {
    let alone = tasks.len() == 1 && end > 0;
    let several = tasks.len() > 1;
    for pending in &mut tasks {
        let task = &mut pending.task;
        pending.noted = true;
        task.lead = task.lead.take().or_else(|| fields.lead.clone());
        let lead = task.lead.clone();
        let others = fields.lead.iter().chain(&fields.support).filter(|unit| Some(*unit) != lead.as_ref());
        for unit in others {
            if !task.support.contains(unit) {
                task.support.push(unit.clone());
            }
        }
        task.person = task.person.take().or_else(|| fields.person.clone());
        task.leader = task.leader.take().or_else(|| fields.leader.clone());
        if let Some(words) = &fields.start {
            begin(task, words, around);
        }
        // What is said of several sets no other day for one that names its own.
        let own = several && keeps_its_days(task);
        let Some(words) = fields.deadline.as_ref().filter(|_| !own) else { continue };
        let times = with_issue(of_field(words, around.period), words, around.issued, around.period);
        let dated = alone && times.deadline.is_some();
        let quote = around.text.get(pending.start..end).filter(|quote| dated && quote.starts_with(&task.source));
        if let Some(quote) = quote {
            quote.trim().clone_into(&mut task.source);
        }
        date(task, words, times);
    }
}

/// Whether a task names its own last day, or comes round again.
pub(super) fn keeps_its_days(task: &DraftTask) -> bool {
    task.deadline.is_some() || task.recurs.is_some() || task.unsettled.iter().any(|words| words.starts_with('每'))
}

/// Gives a task the day on which a column says that it begins.
fn begin(task: &mut DraftTask, words: &str, around: &Around<'_>) {
    match read_first_day(words, around.period.words()) {
        Ok(day) if around.period.contains(day) => task.start = task.start.or(Some(day)),
        Ok(_) | Err(_) => task.unsettled.push(words.to_owned()),
    }
}

/// Gives a task the day that words beside its quote set.
pub(super) fn date(task: &mut DraftTask, words: &str, times: Times) {
    let Times { deadline, start, recurs, endless, unsettled } = times;
    task.recurs = task.recurs.or(recurs);
    if endless {
        task.kind = Kind::Continuous;
    }
    task.unsettled.extend(unsettled);
    let Some(deadline) = deadline else { return };
    let quoted = deadline.says.filter(|says| task.source.contains(says.as_str()));
    task.dated_by = quoted.is_none().then(|| words.to_owned());
    task.start = start.or(task.start).filter(|start| *start <= deadline.date);
    task.deadline = Some(DraftDeadline { says: quoted, ..deadline });
    if task.kind == Kind::Continuous {
        task.kind = Kind::Milestone;
    }
}

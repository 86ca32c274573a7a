//! A drafted plan: sections, themes and tasks in the document's own words.

use std::ops::Range;

use crate::plan::{Date, Direction, Kind, Quantity, Recurrence};
use crate::report::review::ReviewWhy;

use super::head::DraftHead;

/// A drafted plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The document as a whole.
    pub head: DraftHead,
    /// The sections that hold tasks.
    pub sections: Vec<DraftSection>,
    /// The sentences that order no work, in the document's order.
    pub context: Vec<String>,
    /// Why sentences order no work.
    pub why: Reasons,
}

impl Draft {
    /// Every task, in the plan's order.
    pub fn tasks(&self) -> impl Iterator<Item = &DraftTask> {
        self.sections.iter().flat_map(DraftSection::tasks)
    }

    /// The units that the document makes answer for tasks, in the order in which it names them.
    pub fn units(&self) -> Vec<&str> {
        let mut seen = std::collections::HashSet::new();
        let named = self.tasks().flat_map(|task| task.lead.iter().chain(&task.support));
        named.map(String::as_str).filter(|unit| seen.insert(*unit)).collect()
    }
}

/// Why sentences order no work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reasons {
    /// The sentences, by their bytes in the document.
    pub sentences: Vec<(Range<usize>, ReviewWhy)>,
    /// The headings, without their numbers.
    pub headings: Vec<String>,
}

/// A numbered part of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftSection {
    /// Its number.
    pub id: String,
    /// The heading, without its number.
    pub title: String,
    /// Whether the document has no such heading.
    pub assumed: bool,
    /// Its parts. A section without a heading below it has one theme of its own title, or none.
    pub themes: Vec<DraftTheme>,
    /// The tasks of a section without themes.
    pub tasks: Vec<DraftTask>,
}

impl DraftSection {
    /// Its tasks, those of its themes after its own.
    pub fn tasks(&self) -> impl Iterator<Item = &DraftTask> {
        self.tasks.iter().chain(self.themes.iter().flat_map(|theme| &theme.tasks))
    }
}

/// A paragraph of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftTheme {
    /// The id with which the ids of its tasks begin.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Its tasks.
    pub tasks: Vec<DraftTask>,
}

/// A drafted task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftTask {
    /// The task's id.
    pub id: String,
    /// A short name.
    pub title: String,
    /// The document's own words, exactly.
    pub source: String,
    /// How the task is likely judged.
    pub kind: Kind,
    /// The unit that the document makes answer for it.
    pub lead: Option<String>,
    /// The units that the document makes help.
    pub support: Vec<String>,
    /// The person in charge whom the document names.
    pub person: Option<String>,
    /// The leader over it whom the document names.
    pub leader: Option<String>,
    /// Numbers that may be targets.
    pub metrics: Vec<DraftMetric>,
    /// The first day, where the document names a span.
    pub start: Option<Date>,
    /// The day that words of the document set.
    pub deadline: Option<DraftDeadline>,
    /// The duty to report again and again.
    pub recurs: Option<Recurrence>,
    /// Whether its units stand in a row above it.
    pub inherited: bool,
    /// Numbers that would be targets, and only say about how many: 约80户.
    pub guesses: Vec<String>,
    /// Words of time that set no single day of the period.
    pub unsettled: Vec<String>,
    /// What a table says is to be reached in the course of it: 一季度：完成招标.
    pub steps: Vec<String>,
    /// Numbers of the headings above it that would be targets, where it is the first task below them.
    pub headed: Vec<String>,
    /// The words outside of the quote by which its day is set.
    pub dated_by: Option<String>,
}

/// A number of a quote that may be a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftMetric {
    /// What is counted, as far as the words around the number tell.
    pub name: String,
    /// The unit.
    pub unit: String,
    /// The number.
    pub target: Quantity,
    /// Whether it is to be reached, not to be exceeded, or to be held.
    pub direction: Direction,
    /// The quote's words.
    pub says: String,
}

/// A day that words of the document set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftDeadline {
    /// The day.
    pub date: Date,
    /// The quote's words; none where the words stand elsewhere in the document.
    pub says: Option<String>,
    /// Whether no other day can be meant.
    pub sure: bool,
}

/// A name that no metric has yet.
pub(super) fn unlike(name: String, metrics: &[DraftMetric]) -> String {
    let taken = |name: &str| metrics.iter().any(|known| known.name == name);
    if !taken(&name) {
        return name;
    }
    (2..=metrics.len() + 2).map(|number| format!("{name}{number}")).find(|other| !taken(other)).unwrap_or(name)
}

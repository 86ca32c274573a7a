//! From a document to a plan: the text of a 工作安排 in, a drafted plan out. No input or output.
//!
//! Nothing of the document is lost: every sentence is quoted by a task or stands under `context`, as
//! [`crate::report::coverage`] reckons it. What was guessed is said to be guessed.

mod clauses;
mod context;
mod days;
mod front;
mod headings;
mod metrics;
mod names;
mod numbers;
mod outline;
mod responsible;
mod sections;
mod sentences;
mod titles;
mod verbs;
mod words;
mod write;

use crate::plan::{Date, Kind, Period, Quantity};

pub use write::{empty_plan, files};

/// What is said about the plan beside its document. It goes before what the document says.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The plan's short name.
    pub id: String,
    /// The title.
    pub title: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// The day of issue.
    pub issued: Option<Date>,
    /// The days over which the plan runs.
    pub period: Option<Period>,
}

/// Where a part of the plan's head comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The person who asked for the plan said so.
    Given,
    /// It was read out of the document.
    Read,
    /// Nothing says so: a person must settle it.
    Assumed,
}

/// A part of the plan's head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known<T> {
    /// What it is.
    pub value: T,
    /// Where it comes from.
    pub basis: Basis,
}

impl<T> Known<T> {
    fn settle(given: Option<T>, read: Option<T>, assumed: impl FnOnce() -> T) -> Known<T> {
        let of = |value: T, basis| Known { value, basis };
        match (given, read) {
            (Some(value), _) => of(value, Basis::Given),
            (None, Some(value)) => of(value, Basis::Read),
            (None, None) => of(assumed(), Basis::Assumed),
        }
    }
}

/// What the plan's head says of the document as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftHead {
    /// The plan's short name.
    pub id: String,
    /// The title.
    pub title: Known<String>,
    /// Who issued it.
    pub issuer: Known<String>,
    /// The day of issue.
    pub issued: Known<Date>,
    /// The days over which the plan runs.
    pub period: Known<Period>,
    /// How public the document is.
    pub disclosure: Option<String>,
}

/// A drafted plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The document as a whole.
    pub head: DraftHead,
    /// The sections that hold tasks.
    pub sections: Vec<DraftSection>,
    /// The sentences that order no work, in the document's order.
    pub context: Vec<String>,
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
    /// Numbers that may be targets.
    pub metrics: Vec<DraftMetric>,
    /// The day that words of the quote set.
    pub deadline: Option<DraftDeadline>,
    /// Numbers that would be targets, and only say about how many: 约80户.
    pub guesses: Vec<String>,
    /// Words of time that set no single day of the period.
    pub unsettled: Vec<String>,
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
    /// Whether it is not to be exceeded.
    pub bound: bool,
    /// The quote's words.
    pub says: String,
}

/// A day that words of a quote set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftDeadline {
    /// The day.
    pub date: Date,
    /// The quote's words.
    pub says: String,
}

/// Drafts a plan from a document. `today` is what an undated document is taken to be issued on.
pub fn draft(text: &str, given: &Given, today: Date) -> Draft {
    let paragraphs = sentences::paragraphs(text);
    let head = front::head(text, &paragraphs, given, today);
    let title = front::own_title(&paragraphs).unwrap_or_default();
    let pieces = outline::outline(paragraphs, &title);
    let sections = sections::sections(&pieces, text, head.period.value);
    let context = context::context(&sections, text);
    Draft { head, sections, context }
}

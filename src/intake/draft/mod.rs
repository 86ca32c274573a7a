//! From a document to a plan: the text of a 工作安排 in, a drafted plan out. No input or output.
//!
//! Nothing of the document is lost: every sentence is quoted by a task or stands under `context`, as
//! [`crate::plan::document`] reckons it. What was guessed is said to be guessed.

mod brackets;
mod clauses;
mod context;
mod days;
mod drafting;
mod folder;
mod front;
mod groups;
mod head;
mod headings;
mod metrics;
mod names;
mod numbers;
mod outline;
mod plan;
mod responsible;
mod sections;
mod sentences;
mod titles;
mod verbs;
mod words;
mod write;

pub use drafting::draft;
pub(crate) use folder::{NewFile, NewPlan, Said};
pub(crate) use front::period_said;
pub use head::{Basis, DraftHead, Given, Known};
pub use plan::{Draft, DraftDeadline, DraftMetric, DraftSection, DraftTask, DraftTheme};
pub(crate) use write::left_open_in;
pub use write::{empty_plan, files};

//! From a document to a plan: the text of a 工作安排 in, a drafted plan out. No input or output.
//!
//! Nothing of the document is lost: every sentence is quoted by a task or stands under `context`, as
//! [`crate::plan::document`] reckons it. What was guessed is said to be guessed.

mod annexes;
mod around;
mod brackets;
mod clauses;
mod columns;
mod context;
mod days;
mod drafting;
mod duties;
mod fields;
mod figures;
mod flattened;
mod folder;
mod frames;
mod frequent;
mod front;
mod groups;
mod head;
mod headings;
mod indicators;
mod issue;
mod issuer;
mod letter;
mod levels;
mod listed;
mod masthead;
mod matters;
mod metrics;
mod names;
mod notes;
mod numbering;
mod numbers;
mod outline;
mod pages;
mod paragraphs;
mod parts;
mod pending;
mod period;
mod plan;
mod reckoned;
mod sections;
mod sentences;
mod tables;
mod tasks;
mod titles;
mod traditional;
mod vague;
mod verbs;
mod why;
mod within;
mod words;
mod write;

pub use drafting::draft;
pub(crate) use folder::{NewFile, NewPlan, Said};
pub use head::{Basis, DraftHead, Given, Known};
pub(crate) use period::period_said;
pub use plan::{Draft, DraftDeadline, DraftMetric, DraftSection, DraftTask, DraftTheme, Reasons};
pub(crate) use write::left_open_in;
pub use write::{empty_plan, files};

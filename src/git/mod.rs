//! The plan in git: revisions and what they hold, read through the git program and never checked out.

mod attributes;
mod error;
mod index;
mod merge;
mod merging;
mod objects;
mod own_entries;
mod program;
mod renumbering;
mod repository;
mod revision;
mod setup;
mod steps;
mod underway;

pub use attributes::Attributes;
pub use error::GitError;
pub use merge::{Ids, Merged, merge, with_ids};
pub use merging::Asked;
pub use objects::{Object, ObjectKind, Objects, TreeEntry};
pub use program::merge_lines;
pub use renumbering::{Moved, Renumbering, Stuck, renumbering, two_tasks};
pub use repository::{Commit, Repository, SHORT_ID};
pub use revision::{Revision, read_revision};
pub(crate) use setup::{Aim, ConfigChange, Setup, SetupError};
pub use steps::{Part, PlanStep, steps};
pub use underway::{Underway, underway};

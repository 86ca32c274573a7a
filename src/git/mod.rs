//! The plan in git: revisions and what they hold, read through the git program and never checked out.

mod attributes;
mod index;
mod lines;
mod merge;
mod objects;
mod program;
mod repository;
mod revision;
mod steps;

use std::io;

pub use attributes::Attributes;
pub use lines::merge_lines;
pub use merge::{Merged, merge};
pub use objects::{Object, ObjectKind, Objects, TreeEntry};
pub use repository::{Commit, Repository};
pub use revision::{Revision, read_revision};
pub use steps::{Part, PlanStep, steps};

/// Why git could not say.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// There is no git program.
    #[error("the git program cannot be run")]
    NoGit(#[source] io::Error),
    /// The folder is in no repository.
    #[error("{0} is in no git repository")]
    NoRepository(String),
    /// No commit is meant by the text.
    #[error("there is no revision {0}")]
    UnknownRevision(String),
    /// There is no commit on or before the day.
    #[error("there is no commit on or before {0}")]
    NothingBefore(String),
    /// The plan is not in that revision.
    #[error("the plan is not in the revision {revision}")]
    NoPlan {
        /// The revision as it was asked for.
        revision: String,
    },
    /// Several plans are in that revision; one must be named.
    #[error("several plans: {}", .0.join(", "))]
    SeveralPlans(Vec<String>),
    /// A merge has left conflicts that nobody has settled.
    #[error("a merge is not settled yet")]
    Unmerged,
    /// Git refused; its own words.
    #[error("git: {0}")]
    Refused(String),
    /// Git did not speak as it should.
    #[error("git answered in a way that is not understood")]
    Garbled,
}

//! Why git could not say.

use std::io;

use chrono::NaiveDate;

/// Why git could not say.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// There is no git program.
    #[error("the git program cannot be run")]
    NoGit(#[source] io::Error),
    /// The folder is in no repository.
    #[error("{0} is in no git repository")]
    NoRepository(String),
    /// The repository is somebody else's, and git does not read it.
    #[error("git does not read {0}: dubious ownership")]
    Unowned(String),
    /// No commit is meant by the text.
    #[error("there is no revision {0}")]
    UnknownRevision(String),
    /// There is no commit on or before the day.
    #[error("there is no commit on or before {0}")]
    NothingBefore(String),
    /// The branch follows no other one.
    #[error("{0} has no upstream")]
    NoUpstream(String),
    /// Where a name stood earlier is not known so far back.
    #[error("the log of {text} holds {count} entries")]
    ShortLog {
        /// What was asked for.
        text: String,
        /// So many changes of the name are known.
        count: String,
    },
    /// What was asked for lies before the first commit of a shallow clone.
    #[error("the history is cut off at {id}")]
    CutOff {
        /// What was asked for.
        asked: String,
        /// The first commit that is there, as much of its id as is shown.
        id: String,
        /// Its day.
        day: NaiveDate,
    },
    /// The plan is not in that revision.
    #[error("the plan is not in the revision {revision}")]
    NoPlan {
        /// The revision as it was asked for.
        revision: String,
    },
    /// Several plans are in that revision; one must be named.
    #[error("several plans: {}", .0.join(", "))]
    SeveralPlans(Vec<String>),
    /// What a revision holds is not in this clone, which is a partial one.
    #[error("it was not fetched: the clone is a partial one")]
    NotFetched,
    /// A merge has left conflicts that nobody has settled.
    #[error("a merge is not settled yet")]
    Unmerged {
        /// The files.
        files: Vec<String>,
        /// Those of them that one side has not: git leaves the other side's whole file there, and merges nothing.
        whole: Vec<String>,
    },
    /// Git refused; its own words.
    #[error("git: {0}")]
    Refused(String),
    /// Git did not speak as it should.
    #[error("git answered in a way that is not understood")]
    Garbled,
}

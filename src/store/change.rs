//! What is to be written, and why it was not.

use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::lock::Lock;
use super::own::OWN_FOLDER;

/// A file of the plan before and after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The file, from the plan's folder, with `/`.
    pub path: String,
    /// What it holds now; `None` where it does not exist.
    pub before: Option<String>,
    /// What it is to hold; `None` where it is to go.
    pub after: Option<String>,
}

impl Change {
    /// The change that takes this one back.
    pub fn reversed(&self) -> Change {
        Change { path: self.path.clone(), before: self.after.clone(), after: self.before.clone() }
    }
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum CommitError {
    /// Another program has written the file since it was read.
    #[error("{0} has changed in the meantime")]
    ChangedMeanwhile(String),
    /// The system would not write.
    #[error("cannot write {path}")]
    Io {
        /// The file, from the plan's folder.
        path: String,
        /// The system's reason.
        #[source]
        error: io::Error,
    },
    /// A change was cut off earlier, and one of its files has been edited since: neither finishing nor undoing it
    /// is safe.
    #[error("an earlier change is half done, and {path} has been edited since")]
    Unsettled {
        /// The file that was edited.
        path: String,
        /// What was being done.
        what: String,
    },
    /// What was left to be finished names a file that no change of a plan writes: it was not left by this program.
    #[error("{0} is no file of the plan")]
    Foreign(String),
    /// The file would be written outside the repository: a folder of the plan is a link that leads there.
    #[error("{0} lies outside the repository")]
    Outside(String),
    /// Something stands in the place of a file of the program's own that is none.
    #[error("{0} was not put there by this program")]
    NotOurs(String),
}

/// Where the program keeps its own files in the folder.
pub(super) fn own(lock: &Lock) -> PathBuf {
    lock.folder.join(OWN_FOLDER)
}

/// The system would not write that file.
pub(super) fn failed(path: &str, error: io::Error) -> CommitError {
    CommitError::Io { path: path.to_owned(), error }
}

//! What is staged: the revision that the next commit would make.

use chrono::{DateTime, FixedOffset};

use super::GitError;
use super::repository::{Commit, Repository};

impl Repository {
    /// The next commit as it would be made now, as far as its files go: it has no id yet. Git writes down the folders
    /// that are staged, as it does for every commit; nothing refers to them until then.
    ///
    /// # Errors
    /// When a merge is not settled yet, or git refuses.
    pub fn staged(&self) -> Result<Commit, GitError> {
        if !self.ask(&["ls-files", "--unmerged", "-z"])?.is_empty() {
            return Err(GitError::Unmerged);
        }
        let tree = self.ask(&["write-tree"])?;
        Ok(Commit {
            id: String::new(),
            tree: String::from_utf8_lossy(&tree).trim().to_owned(),
            parents: Vec::new(),
            author: String::new(),
            when: DateTime::<FixedOffset>::default(),
            subject: String::new(),
        })
    }
}

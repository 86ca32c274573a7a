//! Plans in repositories without files of their own (bare ones), as a server keeps them: read as a commit holds them.

use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::desk::reading::{commit_of, head_on, said};
use crate::git::{Commit, Repository, Revision};
use crate::plan::{Head, UtcOffset};

/// A plan in a bare repository.
#[derive(Debug, Clone)]
pub(crate) struct InBare {
    /// The repository.
    pub(crate) top: PathBuf,
    /// The commit that is read.
    pub(crate) commit: Commit,
    /// The plan's folder in it, from the top.
    pub(crate) root: String,
}

impl InBare {
    /// The plans of a bare repository in the revision that was asked for; else where its HEAD is. A sample is meant only where the
    /// repository itself was named.
    ///
    /// # Errors
    /// When git cannot say.
    pub(crate) fn all(desk: &Desk, top: &Path, samples: bool) -> anyhow::Result<Vec<InBare>> {
        let fault = |error| said(desk.lang, error);
        let repository = Repository::around(top).map_err(fault)?;
        // Whose clock ends the day is known only once a plan is read: the usual one.
        let commit =
            commit_of(&repository, UtcOffset::default(), (desk.rev.as_deref(), desk.rev_date.as_deref()), desk.lang)?;
        let plans = Revision::plans(&repository, &commit).map_err(fault)?;
        let meant = plans.into_iter().filter(|(_, sample)| samples || !sample);
        Ok(meant.map(|(root, _)| InBare { top: top.to_owned(), commit: commit.clone(), root }).collect())
    }

    /// The repository's folder with that of the plan behind it.
    pub(crate) fn path(&self) -> PathBuf {
        if self.root.is_empty() { self.top.clone() } else { self.top.join(&self.root) }
    }

    /// The plan in its repository.
    pub(crate) fn revision(&self, repository: Repository) -> Revision {
        Revision { repository, commit: self.commit.clone(), root: self.root.clone() }
    }

    /// What `plan.yaml` says, if it can be read.
    pub(crate) fn head(&self) -> Option<Head> {
        head_on(&self.revision(Repository::around(&self.top).ok()?))
    }
}

//! Plans in repositories without files of their own (bare ones), as a server keeps them: read as a commit holds them.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::desk::reading::{commit_of, head_on, said};
use crate::git::{Commit, GitError, Repository, Revision};
use crate::plan::{Head, UtcOffset};
use crate::store::is_passed_over;

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
        let asked = desk.rev.is_some() || desk.rev_date.is_some();
        if !asked && let Err(GitError::UnknownRevision(_)) = repository.commit("HEAD", UtcOffset::default()) {
            let why = desk.lang.pick(
                "仓库中还没有提交（或 HEAD 所指的分支还没有）",
                "the repository has no commit yet, or none on the branch of its HEAD",
            );
            anyhow::bail!(why);
        }
        // Whose clock ends the day is known only once a plan is read: the usual one.
        let commit =
            commit_of(&repository, UtcOffset::default(), (desk.rev.as_deref(), desk.rev_date.as_deref()), desk.lang)?;
        let plans = Revision::plans(&repository, &commit).map_err(fault)?;
        let folders: HashSet<String> = plans.iter().map(|(root, _)| root.clone()).collect();
        let meant = plans.into_iter().filter(|(root, sample)| (samples || !sample) && !lies_within(root, &folders));
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

/// Whether a folder is passed over, or lies in one that is, as on the disk.
fn lies_within(root: &str, plans: &HashSet<String>) -> bool {
    let mut above = String::new();
    root.split('/').any(|name| {
        let passed_over = is_passed_over(name, plans.contains(&above));
        if !above.is_empty() {
            above.push('/');
        }
        above.push_str(name);
        passed_over
    })
}

#[cfg(test)]
mod tests {
    use super::lies_within;

    #[test]
    fn what_is_passed_over_on_the_disk_is_in_a_commit_too() {
        let plans = ["", "towns/a", "towns/a/source/old"].map(str::to_owned).into();
        for (root, within) in [
            ("", false),
            ("towns/a", false),
            ("towns/a/deep/b", false),
            ("towns/source", false),
            ("towns/a/source/old", true),
            ("source/x", true),
            ("towns/.hidden/x", true),
        ] {
            assert_eq!(lies_within(root, &plans), within, "{root}");
        }
    }
}

//! What is staged: the revision that the next commit would make.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};

use super::GitError;
use super::repository::{Commit, Repository};

impl Repository {
    /// The commits that a merge brings in which is not committed yet. A merge that ended without conflict tells its
    /// hooks of them in the environment alone.
    ///
    /// # Errors
    /// When git refuses.
    pub fn merged_in(&self) -> Result<Vec<String>, GitError> {
        let path = self.ask(&["rev-parse", "--git-path", "MERGE_HEAD"])?;
        let path = self.top.join(String::from_utf8_lossy(&path).trim_end_matches('\n'));
        let heads = std::fs::read_to_string(path).unwrap_or_default();
        let mut heads: Vec<String> = heads.lines().map(str::to_owned).chain(heads_in_environment()).collect();
        heads.sort_unstable();
        heads.dedup();
        Ok(heads)
    }

    /// The next commit as it would be made now, as far as its files go: it has no id yet. Git writes down the folders
    /// that are staged, as it does for every commit; nothing refers to them until then.
    ///
    /// # Errors
    /// When a merge is not settled yet, or git refuses.
    pub fn staged(&self) -> Result<Commit, GitError> {
        let unmerged = self.ask(&["ls-files", "--unmerged", "-z"])?;
        if !unmerged.is_empty() {
            return Err(unsettled(&String::from_utf8_lossy(&unmerged)));
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

/// The files that are not settled yet, out of lines of `MODE ID STAGE\tPATH`: stage 2 is our side's, 3 is theirs.
fn unsettled(said: &str) -> GitError {
    let mut stages: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (about, path) in said.split('\0').filter_map(|line| line.split_once('\t')) {
        stages.entry(path).or_default().extend(about.rsplit(' ').next());
    }
    let lacks_side = |stages: &Vec<&str>| !(stages.contains(&"2") && stages.contains(&"3"));
    let whole = stages.iter().filter(|(_, stages)| lacks_side(stages)).map(|(path, _)| (*path).to_owned()).collect();
    GitError::Unmerged { files: stages.keys().map(|path| (*path).to_owned()).collect(), whole }
}

/// The commits that `git merge` is bringing in, as it tells the programs that it starts.
pub(super) fn heads_in_environment() -> Vec<String> {
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    names.filter_map(|name| name.strip_prefix("GITHEAD_").map(str::to_owned)).collect()
}
